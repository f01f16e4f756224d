"""Three sessions of one group: they decide, they follow up, they drop; nothing is lost on the way."""

import json
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.plain_program import PlainProgram
from tests.program import PATIENCE, lesson_files, post_answer, sessionrunner, wait_for_status
from tests.storage.records import fields_of

EXERCISE = "introduktion/min-uppgift"


@contextmanager
def session(tmp_path: Path, *, phones: bool = False) -> Iterator[PlainProgram]:
    """One hour of the group, led to its end; with phones, five answer on the way."""
    (tmp_path / "L").mkdir(exist_ok=True)
    where = ("--lessons", str(tmp_path / "L"), "--address", "127.0.0.1", "--port", "0")
    with PlainProgram("run", EXERCISE, "--plain", "--people", "5", *where, state=tmp_path / "state") as program:
        program.hear("Skriv nästa")
        yield program
        for _ in range(3):
            program.say("next")
        if phones:
            answer(tmp_path, program)
        program.say("next")
        program.hear("Gemensam avslutning")
        program.save()
        assert program.end() == 0


def answer(tmp_path: Path, program: PlainProgram) -> None:
    """Five phones answer the form, and the leader opens what they sent."""
    url = str(wait_for_status(tmp_path / "state", step="reflektion")["phone_url"])
    for number in range(5):
        assert post_answer(url, "reflektion", {"tar-med": f"Svar {number}", "nytta": str(number * 2 + 2)}) == 201
    program.say("reveal")
    program.hear("Svar 4")


def waiting(tmp_path: Path) -> list[dict[str, Any]]:
    """What waits, as the command tells it."""
    done = sessionrunner("lessons", "due", "--json", "--lessons", str(tmp_path / "L"), state=tmp_path / "state")
    told: list[dict[str, Any]] = json.loads(done.stdout)
    return told


def due(tmp_path: Path) -> list[str]:
    """Open decisions."""
    return [lesson["text"] for one in waiting(tmp_path) for lesson in one["lessons"]]


def to_follow_up(tmp_path: Path) -> list[str]:
    """The days that have been agreed on."""
    return [one["follow_up_on"] for one in waiting(tmp_path) if one["follow_up_on"]]


def newest(tmp_path: Path, before: set[Path]) -> dict[str, Any]:
    """The record that has come since."""
    (file,) = set(lesson_files(tmp_path / "L")) - before
    return fields_of(file)


def test_three_sessions_decide_follow_up_and_drop(tmp_path: Path) -> None:
    """The decision comes back until somebody says what became of it."""
    with session(tmp_path) as first:
        first.say("next")
        first.say("lesson aktivitet Korta mallen | arbetsledare | 2026-12-01")
        first.say("lesson rutin Läsa två och två")
        first.hear("Läsa två och två")
        first.say("följ-upp 2099-12-11")
        first.hear("Ni följer upp fredag 11 december 2099.")
    (file,) = lesson_files(tmp_path / "L")
    decided = fields_of(file)["session"]
    assert due(tmp_path) == ["Korta mallen", "Läsa två och två"]
    assert to_follow_up(tmp_path) == ["2099-12-11"]
    assert "Vi följer upp **fredag 11 december 2099**." in file.read_text("utf-8")

    with session(tmp_path) as second:
        assert any("2 öppna beslut sedan tidigare" in line for line in second.said)
        second.say("uppföljning")
        second.hear("börjar med en uppföljning, 4 minuter")
        second.say("next")
        second.hear("1. Korta mallen · arbetsledare · senast 1 december 2026")
        second.say("gjort Mallen är två sidor nu")
        second.hear("Nu: Läsa två och två")
        second.say("kvar")
        second.hear("Alla beslut är genomgångna")
        second.say("next")
    told = newest(tmp_path, {file})
    assert told["updates"] == [
        {"lesson": f"{decided}/l1", "status": "done", "note": "Mallen är två sidor nu"},
        {"lesson": f"{decided}/l2", "status": "open", "note": ""},
    ]
    assert due(tmp_path) == ["Läsa två och två"]
    assert "Bestämda uppföljningar" not in (tmp_path / "L" / "Översikt.md").read_text("utf-8")

    both = set(lesson_files(tmp_path / "L"))
    with session(tmp_path) as third:
        third.say("next")
        third.say("nedlagt")
        third.hear("Skriv kort varför")
        third.say("nedlagt 1 Vi är för få")
        third.hear("Uppföljt: Läsa två och två · nedlagt")
    assert newest(tmp_path, both)["updates"] == [
        {"lesson": f"{decided}/l2", "status": "dropped", "note": "Vi är för få"}
    ]
    assert due(tmp_path) == []
    overview = (tmp_path / "L" / "Översikt.md").read_text("utf-8")
    assert "Inga beslut väntar." in overview and "Vi är för få" in overview
    with_it = [path.read_text("utf-8") for path in lesson_files(tmp_path / "L")]
    assert sum("**Nedlagt:** Läsa två och två. Vi är för få." in text for text in with_it) == 1


def test_a_follow_up_on_the_agreed_day_with_phones_in_the_room(tmp_path: Path) -> None:
    """The lobby says that the day has come; phones read the decision, and answer in the same hour as it is dropped."""
    with session(tmp_path, phones=True) as first:
        first.say("next")
        first.say("lesson aktivitet Korta mallen | arbetsledare")
        first.say("följ-upp idag")
        first.hear("Ni följer upp")
    (file,) = lesson_files(tmp_path / "L")
    assert fields_of(file)["reflections"] == {"answers": 5, "shown": 5}
    assert [(one["values"], one["counts"], one["median"]) for one in fields_of(file)["tallies"]] == [(["0–10"], [5], 6)]

    with session(tmp_path, phones=True) as second:
        # Midnight may have passed between the two.
        come = ("Idag är dagen ni bestämde för uppföljning.", "Ni skulle ha följt upp dem ")
        assert any(line.startswith(come) for line in second.said)
        second.say("uppföljning")
        second.hear("börjar med en uppföljning")
        second.say("next")
        second.hear("1. Korta mallen")
        phones = str(wait_for_status(tmp_path / "state", step="follow-up")["phone_url"])
        with urllib.request.urlopen(phones, timeout=PATIENCE) as page:
            assert "Korta mallen" in page.read().decode()
        second.say("nedlagt Vi är för få")
        second.hear("Alla beslut är genomgångna")
        second.say("next")
    told = newest(tmp_path, {file})
    assert (told["updates"][0]["status"], told["reflections"]["answers"]) == ("dropped", 5)
    assert (due(tmp_path), to_follow_up(tmp_path)) == ([], [])
