"""From anonymous texts to a record with headings, in the real program, with a power cut in between."""

import re
from pathlib import Path

from tests.plain_program import PlainProgram
from tests.program import lesson_files, post_answer, wait_for_status

TEXTS = ("Kanarie handledning", "Kanarie möten", "Kanarie journaler", "Kanarie om Eva", "Kanarie barn", "Kanarie tid")
FOLDER = ("--address", "127.0.0.1", "--port", "0")


def numbers(lines: list[str]) -> dict[str, str]:
    """The number of each text, as the list tells it."""
    found = (re.fullmatch(r"(\d+)\. (Kanarie.*)", line) for line in lines)
    return {match[2]: match[1] for match in found if match}


def test_sorting_survives_a_power_cut_and_no_text_is_in_the_journal(tmp_path: Path) -> None:
    """Headings, places and what was hidden come back; the files name texts by marks that mean nothing later."""
    state, lessons = tmp_path / "state", tmp_path / "lessons"
    lessons.mkdir()
    begin = ("run", "introduktion/min-uppgift", "--plain", "--people", "8", "--lessons", str(lessons), *FOLDER)
    with PlainProgram(*begin, state=state) as program:
        for title in ("Syfte och tid", "Fyra bord", "Bikupor", "Egen reflektion"):
            program.say("nästa")
            program.hear(title)
        phones = str(wait_for_status(state, step="reflektion")["phone_url"])
        for text in TEXTS:
            assert post_answer(phones, "reflektion", {"tar-med": text, "nytta": "7"}) == 201
        program.say("texter")
        for _ in TEXTS:
            program.hear("Kanarie")
        number = numbers(program.said)
        program.say("rubrik Handledning")
        program.say(f"lägg {number[TEXTS[0]]} under 1")
        program.say(f"dölj {number[TEXTS[3]]} 1")
        program.hear("om en person eller ett ärende")
        program.kill()
    (journal,) = state.rglob("journal.jsonl")
    written = journal.read_text("utf-8")
    assert "Kanarie" not in written
    assert "LeaveOut" in written and "Handledning" in written  # what is looked into is the file that tells the sorting
    with PlainProgram("resume", "--plain", "--address", "127.0.0.1", state=state) as resumed:
        resumed.hear("Egen reflektion")
        resumed.say("texter")
        resumed.hear("Rubrik 1: Handledning")
        resumed.hear(TEXTS[0])
        resumed.hear("Dold, om en person eller ett ärende: Kanarie om Eva")
        resumed.say("lärdom aktivitet Mer handledning | arbetsledare | om två veckor")
        resumed.say("viktigast 1")
        resumed.hear("Viktigast: Mer handledning")
        resumed.say("nästa")
        resumed.say("godkänn")
        resumed.save()
    (lesson,) = lesson_files(lessons)
    told = lesson.read_text("utf-8")
    assert "Eva" not in told and "1 svar visas inte" in told
    assert "### Handledning" in told and "Viktigast." in told
    assert all(text in told.split("Också sagt")[1] for text in TEXTS[1:3])
