"""What never leaves the laptop: who was there, what was noted about cases, when somebody answered."""

import re
import time
from contextlib import suppress
from pathlib import Path

from tests.plain_program import PlainProgram
from tests.program import post_answer, wait_for_status

ABOUT_CASES = "utforma-uppdrag-placering/delaktighet-i-eget-arende"
NAMES = ("Kanariaevig", "Papegojsson", "Undulatsdotter", "Tukanberg", "Kolibristam")
CASE = "NOTERATOMETTBARN"


def everything(folder: Path) -> str:
    """Names and contents of all files below; one that is just being replaced is passed over."""
    found = []
    for path in folder.rglob("*"):
        with suppress(OSError):
            found.append(f"{path}\n{path.read_bytes().decode('utf-8', 'replace')}")
    return "\n".join(found)


def test_names_case_notes_and_times_of_answers_stay_on_the_laptop(tmp_path: Path) -> None:
    """The lessons folder is searched byte by byte; the same search finds them on the laptop until the hour is over."""
    people, state, lessons = tmp_path / "namn.txt", tmp_path / "state", tmp_path / "L"
    people.write_text("\n".join(NAMES), "utf-8")
    lessons.mkdir()
    where = ("--lessons", str(lessons), "--address", "127.0.0.1", "--port", "0")
    with PlainProgram("run", ABOUT_CASES, "--plain", "--people", str(people), *where, state=state) as program:
        program.say("next")
        program.hear("Sekretess")
        for title in ("Steg 1", "Steg 2", "Steg 3"):
            program.say("next")
            program.hear(title)
        program.say(f"note {CASE}")
        phones = str(wait_for_status(state, step="reflektion")["phone_url"])
        answered = []
        for number in range(5):
            assert post_answer(phones, "reflektion", {"prova": f"Svar {number}", "nytta": "7"}) == 201
            answered.append(time.strftime("%H:%M:%S"))
        program.say("next")
        program.say(f"lesson aktivitet Vi provar | {NAMES[0]}")
        program.hear("Skriv rollen i stället")
        program.say("lesson aktivitet Vi provar | arbetsledare")
        program.hear("Tillagt")
        answered.append(time.strftime("%H:%M:%S"))
        on_laptop = everything(state)
        program.save()
        assert program.end() == 0
    assert not [secret for secret in (*NAMES, CASE, "Svar 3") if secret in everything(state)]
    left = everything(lessons)
    assert "Vi provar" in left and "Svar 3" not in left
    assert all(secret in on_laptop for secret in (*NAMES, CASE))
    assert not [secret for secret in (*NAMES, CASE) if secret in left]
    assert not re.search(r"\d\d:\d\d", left)
    assert any(when[:5] in on_laptop for when in answered)
