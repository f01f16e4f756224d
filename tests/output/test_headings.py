"""Sorted texts in the record: under their headings, and what was also said."""

from dataclasses import replace

import pytest

from sessionrunner.core.record import Record
from sessionrunner.core.sorting import Heading, Sorting
from sessionrunner.core.synthesis import board, visible
from sessionrunner.locale import load
from sessionrunner.output import markdown
from tests.output.records import with_answers

TEXTS = ("Mer grupphandledning", "Handledning i grupp", "Kortare möten", "Läsa journaler", "Om Eva i receptionen")


def mark(step: str, question: str, text: str) -> str:
    return text


def sorted_record(**more: object) -> Record:
    """Two that say the same under a heading, one left out, two loose."""
    sorting = Sorting(
        (Heading("h1", "Handledning", 7), Heading("h2", "Tid")),
        {TEXTS[0]: "h1"},
        {TEXTS[1]: TEXTS[0]},
        {TEXTS[4]: "om en person"},
    )
    record = with_answers(*TEXTS)
    told = board(sorting, record.collected, mark).told
    return replace(record, collected=visible(sorting, record.collected, mark), board=told)


@pytest.fixture
def told() -> str:
    return markdown.render(sorted_record(), load("sv"))


def test_texts_stand_under_their_heading_with_count_and_hands(told: str) -> None:
    """Who was not there sees what weighed."""
    under = told.split("### Handledning")[1].split("### Tid")[0]
    assert "2 texter. 7 händer." in under
    assert "2 personer skrev samma sak" in under
    assert "> Mer grupphandledning" in under and "> Handledning i grupp" in under


def test_what_stands_under_no_heading_is_also_said(told: str) -> None:
    """Every text is in the file once."""
    also = told.split("Också sagt")[1]
    assert "> Kortare möten" in also and "> Läsa journaler" in also
    assert all(told.count(text) == 1 for text in TEXTS[:4])


def test_what_was_left_out_is_a_number(told: str) -> None:
    """That something was hidden is told; neither what nor why is."""
    assert "1 svar visas inte" in told
    assert "Eva" not in told and "om en person" not in told


def test_the_record_keeps_the_headings_numbers_for_programs(told: str) -> None:
    """In the front matter."""
    assert "headings:\n- {name: Handledning, texts: 2, hands: 7}\n- {name: Tid, texts: 0}" in told


def test_when_everything_is_sorted_nothing_is_also_said() -> None:
    """And the file says so."""
    record = sorted_record()
    all_sorted = replace(record.board, cards=tuple(replace(card, heading="h1") for card in record.board.cards))
    assert "Alla texter står under rubrikerna ovan." in markdown.render(replace(record, board=all_sorted), load("sv"))


def test_the_most_important_decision_says_so() -> None:
    """Whoever reads one line reads that one."""
    record = sorted_record()
    first = replace(record.lessons[0], important=True)
    told = markdown.render(replace(record, lessons=(first, *record.lessons[1:])), load("sv"))
    assert told.count("Viktigast.") == 1 and "important: true" in told
