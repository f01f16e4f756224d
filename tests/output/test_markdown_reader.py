"""A saved file is read back as it was told, whoever has had it open in between."""

from hypothesis import given
from hypothesis import strategies as st

from sessionrunner.core.record import Record
from sessionrunner.locale import load
from sessionrunner.output import markdown, story
from sessionrunner.output.document import Bars, Document, Heading, Items, Paragraph, Quote, Span, Table, one_line, plain
from sessionrunner.output.markdown_reader import read
from tests.output.records import full, with_answers, with_lesson
from tests.output.test_markdown import ANY_TEXT


def back(record: Record) -> Document:
    """The record's document, by way of its file."""
    return read(markdown.render(record, load("sv")), "sv", record.identity.date)


def text(content: str) -> Document:
    """A file that somebody has written."""
    return read(content, "sv", full().identity.date)


def test_a_saved_file_tells_what_the_session_told() -> None:
    """Word and PDF made next month say what those made in the room say."""
    assert back(full()) == story.tell(full(), load("sv"))


@given(ANY_TEXT.filter(one_line), ANY_TEXT)
def test_every_decision_comes_back_from_the_file_as_it_was(what: str, owner: str) -> None:
    """No sign somebody types is lost or taken for markup."""
    record = with_lesson(what, owner)
    assert back(record) == story.tell(record, load("sv"))


@given(st.lists(ANY_TEXT, max_size=4))
def test_every_answer_comes_back_from_the_file_as_it_was(answers: list[str]) -> None:
    """Answers are quotations on the way in and on the way out."""
    record = with_answers(*answers)
    assert back(record) == story.tell(record, load("sv"))


def test_what_a_colleague_adds_is_told_too() -> None:
    """Numbered lists, code, images and lines are not ours, but nothing of their text is lost."""
    found = text("# Titel\n\n1. ett\n2. två\n\n---\n\n![bild](x.png)\n\n```\nkod\n```\n\n> a\n>\n> b\n")
    assert found.title == "Titel"
    assert found.blocks[1] == Items(((Span("ett"),), (Span("två"),)))
    assert Paragraph((Span("bild"),)) in found.blocks
    assert Paragraph((Span("kod"),)) in found.blocks
    assert found.blocks[-1] == Quote("a\n\nb")


def test_a_file_without_a_record_is_still_a_text() -> None:
    """Somebody has removed the head: what is left is told."""
    assert text("Bara text.").blocks == (Paragraph((Span("Bara text."),)),)
    assert text("---\nsession: x\n---\n\n## R\n").blocks == (Heading(2, "R"),)


def test_bars_and_tables_are_told_as_figures() -> None:
    """A distribution stays one, so that Word can draw it."""
    found = text("```text\n0–9  ██ 3\n 10  ███ 4\n```\n\n| a | b |\n| - | -: |\n| c | 1 |\n")
    assert found.blocks == (Bars((("0–9", 3), ("10", 4))), Table(("a", "b"), (("c", "1"),)))


def test_links_keep_their_words() -> None:
    """Where they lead is the colleague's business; nothing is fetched."""
    (only,) = text("Se [rutinen](https://example.org) **nu**").blocks
    assert isinstance(only, Paragraph)
    assert plain(only.spans) == "Se rutinen nu"


def test_an_older_files_bars_are_told_as_todays_would_be() -> None:
    """Rule: no copy of it says that one person chose 2."""
    assert text("```text\n2  █ 1\n3\n4  ███ 3\n```\n").blocks == (Bars((("2–4", 4),)),)
    assert Bars not in [type(block) for block in text("```text\n2  █ 1\n3\n```\n").blocks]
