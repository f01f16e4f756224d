"""A PDF that can be read on any screen, on paper, and aloud."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any, cast

import pytest
from hypothesis import given, settings
from pypdf import PdfReader

from sessionrunner.core.record import Record
from sessionrunner.locale import load
from sessionrunner.output import pdf, story
from sessionrunner.output.document import Document, Table, said
from tests.output.records import full, with_answers, with_lesson
from tests.output.test_markdown import ANY_TEXT


def opened(record: Record, language: str = "sv") -> Any:
    """The file as a reader opens it."""
    # What the file holds has no types until it is looked at.
    return cast(Any, PdfReader(BytesIO(pdf.render(story.tell(record, load(language))))))


def words(reader: Any) -> str:
    """Everything that can be searched for, on one line."""
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def tags(reader: Any) -> list[str]:
    """What a screen reader is told, in its order."""
    found: list[str] = []

    def walk(element: Any) -> None:
        if "/S" in element:
            found.append(str(element["/S"]))
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            walk(kid.get_object())

    walk(reader.root_object["/StructTreeRoot"])
    return found


def test_the_file_says_its_title_and_language_and_nobodys_name() -> None:
    """A screen reader speaks Swedish, and the window shows the title."""
    reader = opened(full())
    assert reader.root_object["/Lang"] == "sv-SE"
    assert (reader.metadata.title, reader.metadata.author) == ("Min uppgift som socialsekreterare", "")


def test_every_heading_is_a_bookmark() -> None:
    """One press away, level under level."""
    top, below = opened(full()).outline[:2]
    assert top["/Title"] == "Min uppgift som socialsekreterare"
    assert [one["/Title"] for one in below if isinstance(one, dict)][:2] == ["Det här gjorde vi", "Det här bestämde vi"]


def test_headings_lists_quotations_and_tables_are_told_as_such() -> None:
    """The order aloud is the order on the page."""
    found = tags(opened(full()))
    assert found[:4] == ["/Document", "/H1", "/P", "/P"]
    assert found.count("/BlockQuote") == 6
    assert (found.count("/TR"), found.count("/TH")) == (7, 3)
    assert found.count("/LI") == found.count("/LBody") > 10


def test_swedish_letters_can_be_searched_for() -> None:
    """The letters come with the file; no laptop lacks them."""
    reader = opened(full())
    assert "förhandsbedömning" in words(reader)
    fonts = [font.get_object() for page in reader.pages for font in page["/Resources"]["/Font"].values()]
    assert any("/FontDescriptor" in font and "/FontFile2" in font["/FontDescriptor"] for font in fonts)


def test_the_same_record_gives_the_same_file() -> None:
    """Making it again changes nothing in the folder, and no file tells when it was made."""
    assert pdf.render(story.tell(full(), load("sv"))) == pdf.render(story.tell(full(), load("sv")))


@settings(max_examples=25)
@given(ANY_TEXT, ANY_TEXT)
def test_no_text_stops_the_file(text: str, answer: str) -> None:
    """Markup is text, and what the font lacks is a box."""
    lessons = with_lesson(f"<b>{text}", f"&amp;{text}").lessons
    reader = opened(replace(with_answers(*[f"{answer} x</para>"] * 5), lessons=lessons))
    assert "<b>" in words(reader)


def test_long_answers_go_on_over_the_page() -> None:
    """Two thousand characters each."""
    assert len(opened(with_answers(*["Ett långt svar. " * 125] * 8)).pages) > 3


@pytest.mark.parametrize("above", range(24, 38))
def test_a_short_table_is_not_divided(above: int) -> None:
    """Its heading is on the page of its last row, with the line above it, wherever the page before it ends."""
    lines = tuple(said(f"Rad {at}") for at in range(above))
    table = Table(("Steg", "Blev"), tuple((f"Steg {at}", "3") for at in range(6)))
    content = pdf.render(Document("Lång", "sv", date(2026, 11, 21), (*lines, said("Det här tog tid."), table)))
    told = [page.extract_text() for page in PdfReader(BytesIO(content)).pages]
    (whole,) = [text for text in told if "Blev" in text]
    assert "Det här tog tid." in whole and "Steg 0" in whole and "Steg 5" in whole
