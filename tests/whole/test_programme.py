"""A whole day in the real program: rehearsed, led in lines, killed and taken up again."""

import json
import re
import time
import urllib.request
from contextlib import suppress
from pathlib import Path
from typing import Any

from tests.plain_program import PlainProgram
from tests.ports import free_port
from tests.program import PATIENCE, lesson_files, plain_text, sessionrunner, wait_for_status

DAY = """\
id: tva
title: Två övningar
items:
  - exercise: introduktion/varfor-dokumenterar-vi
  - {break: Fika, minutes: 15}
  - exercise: introduktion/vara-spelregler
"""


def written(tmp_path: Path) -> Path:
    file = tmp_path / "tva.yaml"
    file.write_text(DAY, "utf-8")
    return file


def a_day(tmp_path: Path, state: Path, *more: str) -> PlainProgram:
    """The day with six people, in lines."""
    where = ("--address", "127.0.0.1", "--port", str(free_port()))
    return PlainProgram("programme", str(written(tmp_path)), "--people", "6", "--plain", *where, *more, state=state)


def with_door(state: Path, **wanted: object) -> dict[str, Any]:
    """The status with these values once phones can come: the door is opened a moment after the item has begun."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if (found := wait_for_status(state, **wanted))["phone_url"]:
            return found
    raise AssertionError("no door was opened")


def test_a_rehearsed_day_ends_in_a_lesson_for_each_exercise_and_one_page(tmp_path: Path) -> None:
    """Real servers, phones over HTTP, a break, and every decision of the day in one file."""
    lessons = tmp_path / "lessons"
    done = sessionrunner(
        "rehearse", str(written(tmp_path)), "--people", "8", "--speed", "900", "--headless", "--json",
        "--lessons", str(lessons), state=tmp_path / "state",
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    assert [result[name] for name in ("people", "sent", "acknowledged", "in_lesson")] == [8, 16, 16, 16]
    assert sorted(result["lessons"]) == [str(file) for file in lesson_files(lessons)]
    page = plain_text(Path(result["summary"]).read_text("utf-8"))
    assert page.count("Repetition: pröva att skriva in en överenskommelse.") == 2
    assert not list((tmp_path / "state" / "days").glob("*.json"))


def test_a_day_comes_back_after_the_power_was_cut(tmp_path: Path) -> None:
    """Killed in the first exercise and in the break: the same item, the same address, nothing done twice."""
    state, lessons = tmp_path / "state", tmp_path / "lessons"
    lessons.mkdir()
    with a_day(tmp_path, state, "--lessons", str(lessons)) as program:
        program.hear("Skriv nästa")
        program.say("nästa")
        program.say("nästa")
        before = with_door(state, step="start")
        program.kill()
    with PlainProgram("resume", "--plain", "--address", "127.0.0.1", state=state) as program:
        program.hear("0 av 3 punkter")
        # The step is taken up a moment before the door is opened again.
        wait_for_status(state, step="start", phone_url=before["phone_url"])
        program.say("lärdom slutsats Vi skriver för barnet")
        for _ in range(9):
            program.say("nästa")
        program.say("spara")
        program.hear("3. ")
        program.say("nästa")
        program.hear("Fika till")
        program.kill()
    with PlainProgram("resume", "--plain", "--address", "127.0.0.1", state=state) as program:
        program.hear("1 av 3 punkter")
        program.hear("pågår")
        program.say("avsluta")
        assert "Två övningar" in program.hear("sammanfattning är sparad")
    (lesson,), (page,) = lesson_files(lessons), lessons.glob("*/Dagen.md")
    assert "Vi skriver för barnet" in lesson.read_text("utf-8")
    assert "Vi skriver för barnet" in page.read_text("utf-8")
    assert not list((state / "days").glob("*.json"))


def test_phones_and_wall_are_told_where_the_next_part_is(tmp_path: Path) -> None:
    """The same door all day: the page of the break is at the address the exercise before it named."""
    state = tmp_path / "state"
    with a_day(tmp_path, state) as program:
        program.hear("Skriv nästa")
        program.say("nästa")
        url = with_door(state, stage="lobby")["phone_url"]
        following = _state(url)["next"]
        for _ in range(9):
            program.say("nästa")
        program.say("spara")
        program.hear("klar ")
        program.say("nästa")
        program.hear("Fika till")
        door = url.partition("/s/")[0]
        assert _state(f"{door}{following}")["step"] == "Fika"
        program.say("lämna")


def _state(url: str) -> dict[str, object]:
    """The first state that the page's stream sends, as soon as it is served."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with suppress(OSError), urllib.request.urlopen(f"{url}state", timeout=PATIENCE) as stream:
            for line in stream:
                if line.startswith(b"data:"):
                    found = json.loads(line.removeprefix(b"data:"))
                    assert isinstance(found, dict)
                    return found
        time.sleep(0.05)
    raise AssertionError("no state came")


def test_status_tells_of_a_break(tmp_path: Path) -> None:
    """The day's item, what is left of it, and where phones and wall are; nothing once it is over."""
    state = tmp_path / "state"
    with a_day(tmp_path, state) as program:
        program.hear("Skriv nästa")
        program.say("hoppa")
        program.say("nästa")
        program.hear("Fika till")
        found = with_door(state, item="Fika", programme="tva", stage="running")
        assert 0 < found["remaining_seconds"] <= 15 * 60
        assert found["phone_url"].startswith("http://127.0.0.1:")
        assert found["wall_url"]
        program.say("nästa")
        assert wait_for_status(state, exercise="introduktion/vara-spelregler")["stage"] == "lobby"


def test_a_day_from_an_earlier_date_is_asked_about(tmp_path: Path) -> None:
    """It waits until somebody says; ended, its summary is saved; nothing is removed by itself."""
    state, lessons = tmp_path / "state", tmp_path / "lessons"
    lessons.mkdir()
    led = ("--plain", "--address", "127.0.0.1", "--port", "0", "--lessons", str(lessons))
    with PlainProgram("programme", str(written(tmp_path)), "--people", "6", *led, state=state) as program:
        program.hear("Skriv nästa")
        program.say("nästa")
        program.say("nästa")
        wait_for_status(state, step="start")
        for _ in range(9):
            program.say("nästa")
        program.say("spara")
        program.hear("3. ")
    (file,) = (state / "days").glob("*.json")
    file.write_text(re.sub(r"20\d\d-\d\d-\d\d", "2024-01-07", file.read_text("utf-8")), "utf-8")
    with PlainProgram("resume", *led, state=state) as program:
        program.hear("började 7 januari 2024")
        program.say("lämna")
    assert file.exists()
    with PlainProgram("resume", *led, state=state) as program:
        program.say("fortsätt")
        assert "i tid" in program.hear("Dagen är")
        program.say("avsluta")
        program.hear("sammanfattning är sparad")
    assert not file.exists()
