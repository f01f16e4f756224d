"""Thousands of hostile texts through the pages: names and tasks are text, never elements."""

from dataclasses import replace
from html.parser import HTMLParser

from sessionrunner.core.public import PublicView
from sessionrunner.locale import load
from sessionrunner.web.page import PhonePage
from sessionrunner.web.voice import Voice
from tests.hostile import in_heaps, strings
from tests.web.fakes import Room


class Elements(HTMLParser):
    """Which elements and attributes a page has."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[tuple[str, tuple[str, ...]]] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note it; the ids of fields count up and do not matter."""
        self.found.add((tag, tuple(name for name, _ in attrs)))


def elements(view: PublicView) -> set[tuple[str, tuple[str, ...]]]:
    """The elements of the page for this view."""
    parser = Elements()
    parser.feed(PhonePage(Voice(load("sv")), "").render(view))
    return parser.found


def test_no_text_is_more_than_text_on_the_page() -> None:
    """Rule: the page has the same elements whatever people are called and whatever a file says."""
    room = Room()
    room.go_to("bikupa")
    plain = room.desk.room.public()
    expected = elements(plain)
    for heap in in_heaps(strings(), 200):
        places = tuple(replace(plain.places[0], members=tuple(heap), label=text, table=text) for text in heap[:5])
        spoilt = replace(plain, exercise=heap[0], task=heap[-1], step=heap[1], places=places)
        assert elements(spoilt) == expected


def test_an_element_would_have_been_noticed() -> None:
    """The control: one that is really there."""
    parser = Elements()
    parser.feed("<p><script>alert(1)</script></p>")
    assert ("script", ()) in parser.found
