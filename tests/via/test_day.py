"""A day of several exercises whose phones come through the server, and that is taken up again as it was started."""

import time
from pathlib import Path
from urllib.request import urlopen

import pytest

from sessionrunner.via.gathering import Code, Meeting
from tests.hall.serving import Hall
from tests.plain_program import PlainProgram
from tests.program import PATIENCE, wait_for_status
from tests.via.test_hour import TASK, TEXTS, hand_in, until_form

DAY = f"""\
id: tva
title: Två övningar
items:
  - exercise: {TASK}
  - {{break: Fika, minutes: 15}}
  - exercise: introduktion/vara-spelregler
"""


@pytest.fixture
def code(served: Hall, key: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """A day of several rooms, and the key as the leader has it."""
    monkeypatch.setenv("SESSIONRUNNER_VIA_KEY", key)
    fresh = Code.fresh()
    Meeting(f"http://{served.public}", key, fresh).begin()
    return str(fresh)


def started(served: Hall, code: str, tmp_path: Path) -> PlainProgram:
    """The day, with everything that can be said of how phones come."""
    file = tmp_path / "tva.yaml"
    file.write_text(DAY, "utf-8")
    told = ["--people", "6", "--plain", "--via", f"http://{served.public}", "--gather", code, "--room", "Norr"]
    return PlainProgram("programme", str(file), *told, state=tmp_path / "state")


def until_the_break(program: PlainProgram, state: Path) -> None:
    """The first exercise with its answers, and out to the coffee."""
    program.hear("Skriv nästa")
    for _ in range(5):
        program.say("nästa")
    hand_in(until_form(phones_at(state, step="reflektion")), TEXTS[:6])
    wait_for_status(state, answers=6)
    for line in ("nästa", "lärdom överenskommelse Vi frågar mer.", "godkänn", "spara"):
        program.say(line)
    program.hear("3. ")
    program.say("nästa")
    program.hear("Fika till")


def phones_at(state: Path, **wanted: object) -> str:
    """Where phones go, once the line has been laid: a moment after the item has begun."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if url := str(wait_for_status(state, **wanted)["phone_url"]):
            return url
    raise AssertionError("no phones")


def test_a_day_goes_on_through_the_server_after_the_power_was_cut(served: Hall, code: str, tmp_path: Path) -> None:
    """Rule: ``resume`` alone is enough: the break and what comes after it are where phones and rooms were."""
    state, there = tmp_path / "state", f"http://{served.public}/s/"
    with started(served, code, tmp_path) as program:
        until_the_break(program, state)
        program.kill()
    with PlainProgram("resume", "--plain", state=state) as program:
        program.hear("1 av 3 punkter")
        url = phones_at(state, item="Fika")
        assert url.startswith(there)
        assert "Fika" in urlopen(url, timeout=30).read().decode()
        program.say("nästa")
        assert phones_at(state, exercise="introduktion/vara-spelregler").startswith(there)
        program.insist("rum", "Norr:")
        program.hear("Vi frågar mer.")
