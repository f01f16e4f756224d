"""An hour whose phones come through another server: the real program, the real server, a real database."""

import contextlib
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import psycopg
import pytest

from tests.hall.postgres import Postgres
from tests.hall.serving import Hall, hall
from tests.plain_program import PlainProgram
from tests.program import PATIENCE, post_answer, wait_for_status

TASK = "introduktion/min-uppgift"
TEXTS = [f"Att fråga mer, sade nummer {number}." for number in range(7)]


@pytest.fixture
def laptop(tmp_path: Path, key: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program's own folder, and the key as the leader has it."""
    monkeypatch.setenv("SESSIONRUNNER_VIA_KEY", key)
    return tmp_path / "state"


def leading(served: Hall, laptop: Path, *more: str) -> PlainProgram:
    """The program with its phones at the server."""
    lessons = str(laptop.parent / "lessons")
    told = ["--people", "14", "--lessons", lessons, "--plain", "--via", f"http://{served.public}", "--port", "0"]
    return PlainProgram("run", TASK, *told, *more, state=laptop)


def to_reflection(program: PlainProgram, laptop: Path) -> str:
    """Lead on to the form; where phones post."""
    for _ in range(4):
        program.say("next")
    return until_form(str(wait_for_status(laptop, step="reflektion")["phone_url"]))


def until_form(url: str) -> str:
    """This address, once phones are shown the form there: the server hears of each step a moment after the leader."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with contextlib.suppress(OSError), urlopen(url, timeout=PATIENCE) as page:
            if b"tar-med" in page.read():
                return url
        time.sleep(0.05)
    raise AssertionError(f"never saw the form at {url}")


def lesson_file(laptop: Path) -> str:
    """What is in the shared folder."""
    (found,) = (laptop.parent / "lessons").glob("*/lärdomar.md")
    return found.read_text("utf-8")


@pytest.fixture
def program(served: Hall, laptop: Path) -> Iterator[PlainProgram]:
    (laptop.parent / "lessons").mkdir()
    with leading(served, laptop) as running:
        yield running


def end(program: PlainProgram) -> None:
    """Sum up, save and close."""
    program.say("next")
    program.say("lesson agreement Vi frågar mer.")
    program.say("approve")
    program.save()
    program.say("quit")
    assert program.wait() == 0


def hand_in(url: str, texts: list[str]) -> None:
    """One phone for each text."""
    for text in texts:
        assert post_answer(url, "reflektion", {"tar-med": text}) == 201


def test_what_phones_hand_in_there_is_in_the_lesson_here(
    program: PlainProgram, served: Hall, laptop: Path, database: Postgres
) -> None:
    """Rule: the whole hour, and afterwards the server has nothing."""
    url = to_reflection(program, laptop)
    assert url.startswith(f"http://{served.public}/s/")
    hand_in(url, TEXTS)
    wait_for_status(laptop, answers=7)
    program.insist("reveal", "Att fråga mer")
    end(program)
    assert all(text in lesson_file(laptop) for text in TEXTS)
    with psycopg.connect(database.url) as connection:
        assert connection.execute("SELECT count(*) FROM rooms").fetchone() == (0,)


def test_below_k_nothing_is_fetched(program: PlainProgram, laptop: Path, database: Postgres) -> None:
    """Rule: the laptop has no answers it may not show."""
    url = to_reflection(program, laptop)
    hand_in(url, TEXTS[:4])
    wait_for_status(laptop, answers=4)
    program.insist("reveal", "4 svar har kommit")
    with psycopg.connect(database.url) as connection:
        assert connection.execute("SELECT count(*) FROM envelopes").fetchone() == (4,)


def test_the_laptop_dies_and_comes_back_to_the_same_room(program: PlainProgram, served: Hall, laptop: Path) -> None:
    """Rule: kill -9 of the laptop loses no acknowledged answer, also those that came while it was away."""
    url = to_reflection(program, laptop)
    hand_in(url, TEXTS[:4])
    program.kill()
    hand_in(url, TEXTS[4:])
    with PlainProgram("resume", "--plain", "--port", "0", state=laptop) as again:
        assert wait_for_status(laptop, answers=7)["phone_url"] == url
        again.insist("reveal", "Att fråga mer")
        end(again)
    assert all(text in lesson_file(laptop) for text in TEXTS)


def test_the_server_is_away_for_a_while_and_everything_catches_up(
    program: PlainProgram, served: Hall, laptop: Path
) -> None:
    """Rule: the leader goes on, and phones find the right step when the line is back."""
    url = to_reflection(program, laptop)
    hand_in(url, TEXTS[:5])
    for pid in (served.process.pid, *served.workers):
        os.kill(pid, signal.SIGSTOP)
    program.say("reveal")
    program.hear("Kommunens server nås inte")
    for pid in (*served.workers, served.process.pid):
        os.kill(pid, signal.SIGCONT)
    hand_in(url, TEXTS[5:])
    program.insist("reveal", "Att fråga mer")


def test_a_key_that_is_not_in_force_is_told(cluster: Postgres, laptop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rule: plain words and a way out; the hour begins all the same."""
    monkeypatch.setenv("SESSIONRUNNER_VIA_KEY", "fel")
    (laptop.parent / "lessons").mkdir()
    with hall(cluster, public="") as served, leading(served, laptop) as program:
        program.hear("tar inte emot nyckeln")
        program.say("next")
        wait_for_status(laptop, stage="running")
