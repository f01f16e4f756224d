"""A whole session led with lines, and what happens when the laptop dies in the middle of it."""

import json
import time
import urllib.request
from datetime import timedelta
from pathlib import Path

import yaml

from sessionrunner.core.commands import Close
from sessionrunner.core.session import Event, Instant
from sessionrunner.storage.journal import JournalFile
from tests.plain_program import PlainProgram
from tests.ports import free_port
from tests.program import lesson_files, plain_text, post_answer, sessionrunner, status, wait_for_status

EXERCISE = "introduktion/min-uppgift"


def _start(tmp_path: Path, *more: str, people: str = "14") -> PlainProgram:
    lessons = tmp_path / "lessons"
    lessons.mkdir(exist_ok=True)
    return PlainProgram(
        "run",
        EXERCISE,
        "--plain",
        "--people",
        people,
        "--lessons",
        str(lessons),
        "--address",
        "127.0.0.1",
        "--port",
        str(free_port()),
        *more,
        state=tmp_path / "state",
    )


def _to_reflection(program: PlainProgram, state: Path) -> str:
    """Lead on to the step that collects, and give the phones' address."""
    for title in ("Syfte och tid", "Fyra bord", "Bikupor", "Egen reflektion"):
        program.say("next")
        program.hear(title)
    return str(wait_for_status(state, step="reflektion")["phone_url"])


def _answers(number: int) -> dict[str, str]:
    return {"tar-med": f"Kanariefågel nummer {number} sjunger.", "nytta": str(number % 11)}


def test_a_session_led_with_lines_ends_in_a_lesson(tmp_path: Path) -> None:
    """Every command has its line, and the record holds what the room did."""
    with _start(tmp_path) as program:
        phones = _to_reflection(program, tmp_path / "state")
        for number in range(14):
            assert post_answer(phones, "reflektion", _answers(number)) == 201
        program.hear("14 av 14 har svarat")
        program.say("next")
        program.hear("Gemensam avslutning")
        program.say("reveal")
        program.hear("Kanariefågel")
        program.say("vägg nästa")
        program.hear("Väggen visar svar 1 av")
        program.say("show none")
        program.hear("Väggen visar inga svar")
        program.say("lesson agreement Vi läser journalen två och två | arbetsledare | 2026-12-01")
        program.say("note Bord 3 hade mest att säga")
        program.say("approve")
        program.hear("godkänd")
        program.save()
        program.say("quit")
        assert program.wait() == 0

    (lesson,) = lesson_files(tmp_path / "lessons")
    text = lesson.read_text("utf-8")
    record = yaml.safe_load(text.split("---\n")[1])
    assert record["reflections"] == {"answers": 14, "shown": 14}
    assert [(one["text"], one["owner"], str(one["due"])) for one in record["lessons"]] == [
        ("Vi läser journalen två och två", "arbetsledare", "2026-12-01")
    ]
    assert all(f"Kanariefågel nummer {number} sjunger." in plain_text(text) for number in range(14))


def test_after_kill_9_resume_finds_the_nine_answers_the_step_and_the_time(tmp_path: Path) -> None:
    """Nine phones have their receipt; the laptop dies; nothing they were promised is lost."""
    state = tmp_path / "state"
    with _start(tmp_path) as program:
        phones = _to_reflection(program, state)
        for number in range(9):
            assert post_answer(phones, "reflektion", _answers(number)) == 201
        wait_for_status(state, answers=9)
        program.kill()
    assert status(state) == {}
    (told,) = (state / "sessions").glob("*/status.json")
    before, began = json.loads(told.read_text("utf-8")), time.monotonic()

    with PlainProgram("resume", "--plain", "--address", "127.0.0.1", state=state) as resumed:
        resumed.hear("Egen reflektion")
        after = wait_for_status(state, answers=9, step="reflektion", phone_url=before["phone_url"])
        gone = before["remaining_seconds"] - after["remaining_seconds"]
        assert 0 <= gone <= time.monotonic() - began + 1, "no more than what has passed since it was taken up"
        assert post_answer(after["phone_url"], "reflektion", _answers(9)) == 201
        wait_for_status(state, answers=10)
        resumed.say("next")
        resumed.save()

    (lesson,) = lesson_files(tmp_path / "lessons")
    text = plain_text(lesson.read_text("utf-8"))
    assert [text.count(f"Kanariefågel nummer {number} sjunger.") for number in range(11)] == [1] * 10 + [0]


def test_what_cannot_be_done_is_said_with_a_remedy(tmp_path: Path) -> None:
    """A slip is met with words, and the session goes on."""
    with _start(tmp_path) as program:
        program.say("dansa")
        program.hear("Skriv hjälp")
        program.say("back")
        program.hear("Det finns inget tidigare steg")
        program.say("undo")
        program.hear("inget att ångra")
        program.say("add tre")
        program.hear("add 2")
        program.say("lesson")
        program.hear("lärdom överenskommelse")
        program.say("next")
        program.hear("Syfte och tid")
        program.say("next")
        program.hear("Fyra bord")
        program.say("ångra")
        program.hear("Syfte och tid")
        program.say("add 99999999999")
        program.hear("tolv timmar")
        program.say("add 999999999999999999999999")
        program.hear("add 2")
        program.say("lesson idea Vi \u202eprovar\x07 nu")
        assert program.hear("Tillagt").endswith(": Vi provar nu")
        program.say("läge")
        program.hear("kvar")
        assert program.end() == 0


def test_a_session_that_was_left_can_be_taken_up(tmp_path: Path) -> None:
    """Leaving is not losing."""
    with _start(tmp_path) as program:
        program.say("next")
        program.hear("Syfte och tid")
        program.say("quit")
        program.hear("sessionrunner resume")
        assert program.wait() == 0
    with PlainProgram("resume", "--plain", "--address", "127.0.0.1", state=tmp_path / "state") as resumed:
        resumed.hear("Syfte och tid")


def test_one_bad_session_does_not_hide_the_others(tmp_path: Path) -> None:
    """A folder without a journal, and one led in another window: the third is taken up."""
    state = tmp_path / "state"
    with _start(tmp_path) as first:
        first.say("next")
        first.hear("Syfte och tid")
        first.kill()
    (state / "sessions" / "ffffffff").mkdir()
    with _start(tmp_path) as second:
        second.say("next")
        second.hear("Syfte och tid")
        with PlainProgram("resume", "--plain", "--address", "127.0.0.1", state=state) as resumed:
            resumed.hear("Syfte och tid")
            assert resumed.end() == 0


def test_a_folder_left_behind_after_the_end_is_cleared(tmp_path: Path) -> None:
    """The record was safe and the key destroyed when the laptop died: there is nothing to resume."""
    state = tmp_path / "state"
    with _start(tmp_path) as program:
        _to_reflection(program, state)
        program.say("next")
        program.hear("Gemensam avslutning")
        program.kill()
    (folder,) = (state / "sessions").iterdir()
    journal = JournalFile(folder / "journal.jsonl")
    journal.append([Event(Instant(timedelta(hours=1)), "2026-11-21T10:00:00+01:00", Close())])
    (folder / "box" / "box.key").unlink()

    done = sessionrunner("resume", "--plain", state=state)

    assert (done.returncode, list((state / "sessions").iterdir())) == (1, [])
    assert "ingen avbruten" in done.stderr


def test_the_leader_may_choose_k_down_to_three(tmp_path: Path) -> None:
    """Three colleagues: shown if the leader has said so, and the phones warn before anybody writes."""
    with _start(tmp_path, "--threshold", "3", people="3") as program:
        phones = _to_reflection(program, tmp_path / "state")
        with urllib.request.urlopen(phones, timeout=120) as page:
            assert "minst 3" in page.read().decode()
        for number in range(3):
            assert post_answer(phones, "reflektion", _answers(number)) == 201
        program.say("next")
        program.say("reveal")
        program.hear("Kanariefågel")


def test_below_k_nothing_is_shown(tmp_path: Path) -> None:
    """Four of fourteen answers stay sealed, in the room and in the record."""
    with _start(tmp_path) as program:
        phones = _to_reflection(program, tmp_path / "state")
        for number in range(4):
            assert post_answer(phones, "reflektion", _answers(number)) == 201
        program.say("next")
        program.say("reveal")
        program.hear("visas inte när färre än 5")
        program.save()
        program.say("quit")
        program.wait()

    (lesson,) = lesson_files(tmp_path / "lessons")
    assert "Kanariefågel" not in lesson.read_text("utf-8") + "".join(program.said)
