"""Where an exercise touches on cases, what people write stays in the room: only what they decide is saved."""

import re
import zipfile
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any, cast

import pytest
from pypdf import PdfReader

from sessionrunner.core.ballot import About
from sessionrunner.core.commands import CountHands, MarkImportant, PutUnder, TakeNote
from sessionrunner.core.copies import CopyKind
from sessionrunner.core.exercise import Confidentiality, LessonKind
from sessionrunner.locale import load
from sessionrunner.output import markdown
from sessionrunner.output.press import Press
from tests.output.test_pdf import words
from tests.web.fakes import REPORTED, Room
from tests.web.wire import ask

DUE = date(2027, 1, 15)
CANARIES = {
    "answer": "Kanariefågel ett",
    "group answer": "Kanariefågel två",
    "note": "Kanariefågel tre",
    "table note": "Kanariefågel fyra",
    "heading": "Kanariefågel fem",
    "decision": "Kanariefågel sex",
}
"""Something that no other text looks like, in every place where somebody can type."""


def led(confidential: Confidentiality) -> Room:
    """An hour with a canary in every place, led to its end."""
    room = Room(exercise=replace(REPORTED, confidential=confidential))
    room.go_to("borden")
    room.desk.handle(TakeNote(CANARIES["table note"]))
    room.go_to("bikupa")
    room.desk.room.submit("bikupa", "1", {"bordets-svar": CANARIES["group answer"]})
    room.go_to("reflektion")
    for number in range(6):
        answers = {"tar-med": f"{CANARIES['answer']} {number}", "nytta": "7"}
        room.desk.room.submit("reflektion", f"{number:032x}", answers)
    room.desk.handle(TakeNote(CANARIES["note"]))
    room.desk.reveal("reflektion")
    sort_and_vote(room)
    room.go_to("avslut")
    line = room.desk.add_lesson(LessonKind.ACTIVITY, CANARIES["decision"], due=DUE, level="enhetschefen")
    room.desk.handle(MarkImportant(line.id))
    return room


def sort_and_vote(room: Room) -> None:
    """Two headings that carry a canary, with texts, hands and dots."""
    for name in (CANARIES["heading"], f"{CANARIES['heading']} igen"):
        heading = room.desk.sorting.add_heading(name)
        room.desk.handle(PutUnder(room.desk.sorting.board().cards[0].mark, heading.id))
        room.desk.handle(CountHands(heading.id, 7))
    vote = room.desk.voting.open(About.HEADINGS, 2)
    for number in range(6):
        room.desk.room.submit(vote.id, f"{number:032x}", {option.id: "1" for option in vote.options})
    room.desk.voting.close()


def saved(room: Room) -> list[str]:
    """The places whose canary is in the file, at any time before the end and after it."""
    during = markdown.render(room.desk.keeping.record(), load("sv"))
    room.desk.close()
    told = during + markdown.render(room.desk.keeping.record(), load("sv"))
    return [place for place, canary in CANARIES.items() if canary in told]


@pytest.mark.parametrize("confidential", [Confidentiality.OWN_CASES, Confidentiality.COLLEAGUES_DOCUMENTS])
def test_only_the_decision_is_saved(confidential: Confidentiality) -> None:
    """Rule: nothing about a case reaches the lessons folder."""
    assert saved(led(confidential)) == ["decision"]


def text_of(kind: CopyKind, content: bytes) -> str:
    """Everything in a copy that can be read."""
    if kind is CopyKind.WORD:
        with zipfile.ZipFile(BytesIO(content)) as parts:
            inside = [parts.read(name).decode("utf-8", "replace") for name in parts.namelist()]
        return re.sub(r"<[^>]+>", "", "".join(inside))
    if kind is CopyKind.PDF:
        return words(cast(Any, PdfReader(BytesIO(content))))
    return content.decode("utf-8-sig").replace("\r\n ", "")


def copied(confidential: Confidentiality, kind: CopyKind) -> bytes:
    """A copy of the hour when it is over."""
    room = led(confidential)
    room.desk.close()
    return Press(load("sv")).of_record(room.desk.keeping.record(), kind).content


@pytest.mark.parametrize("kind", [one for one in CopyKind if one is not CopyKind.PICTURE])
def test_no_copy_has_more(kind: CopyKind) -> None:
    """Word, PDF, calendar, table and the questions for others: only the decision, where there is room for one."""
    told = text_of(kind, copied(Confidentiality.OWN_CASES, kind))
    found = [place for place, canary in CANARIES.items() if canary in told]
    assert found == ([] if kind is CopyKind.TABLE else ["decision"])


def test_the_picture_has_more_neither() -> None:
    """What cannot be searched is compared: the same picture as if nobody had written anything else."""
    silent = replace(led(Confidentiality.OWN_CASES).desk.keeping.record(), notes=(), collected=(), finished=True)
    alone = Press(load("sv")).of_record(silent, CopyKind.PICTURE).content
    assert copied(Confidentiality.OWN_CASES, CopyKind.PICTURE) == alone


@pytest.mark.parametrize("kind", [CopyKind.WORD, CopyKind.PDF])
def test_elsewhere_the_copies_have_everything(kind: CopyKind) -> None:
    """Control: the search finds what there is to find."""
    told = text_of(kind, copied(Confidentiality.NONE, kind))
    assert [place for place, canary in CANARIES.items() if canary in told] == list(CANARIES)


def test_elsewhere_everything_is_saved() -> None:
    """Control: the same search finds every canary where nobody's case is touched."""
    assert saved(led(Confidentiality.NONE)) == list(CANARIES)


def test_the_room_sees_what_is_not_saved() -> None:
    """Rule: the texts are for the talk; the numbers stay in the file."""
    room = led(Confidentiality.OWN_CASES)
    assert any(CANARIES["answer"] in text for one in room.desk.answers.collected() for text in one.answers)
    told = markdown.render(room.desk.keeping.record(), load("sv"))
    assert "6 svar visades i rummet. Texterna är inte sparade, eftersom övningen rör ärenden." in told
    assert "Mitten av svaren är 7" in told


@pytest.mark.parametrize(
    ("language", "said"), [("sv", "texten raderas när övningen är slut"), ("en", "deleted when the exercise is over")]
)
@pytest.mark.parametrize("confidential", [Confidentiality.OWN_CASES, Confidentiality.NONE])
def test_the_phone_says_so_before_anybody_writes(confidential: Confidentiality, language: str, said: str) -> None:
    """Rule: where it is true, and only there."""
    room = Room(exercise=replace(REPORTED, confidential=confidential))
    room.go_to("reflektion")
    server = room.server()
    server.start()
    page = ask(server.phone_url, f"?lang={language}").text
    server.stop()
    form = page[: page.index('id="status"')]
    assert (said in form) == (confidential is not Confidentiality.NONE)
