"""Sorting the opened texts in lines: numbers instead of a cursor, for the leader's eyes only."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from sessionrunner.core import commands
from sessionrunner.core.session import NotPossible
from sessionrunner.core.similar import alike
from sessionrunner.core.sorting import Heading
from sessionrunner.core.synthesis import Card
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.desk import Desk
from sessionrunner.locale import Catalogue
from sessionrunner.locale.reasons import reason

_TWO = re.compile(r"(\d+)\D+(\d+)")


class Unclear(SessionRunnerError):
    """A line that lacks a number or a word."""

    cause = "plain.incomplete"


@dataclass(frozen=True, slots=True)
class Sheet:
    """Desk and words, with texts and headings by their numbers."""

    desk: Desk
    words: Catalogue

    def cards(self) -> tuple[Card, ...]:
        """All opened texts, hidden ones too."""
        return self.desk.sorting.board().cards

    def headings(self) -> tuple[Heading, ...]:
        """In the order they were begun."""
        return self.desk.session.sorting.headings

    def two(self, rest: str, usage: str) -> tuple[str, str]:
        """The two numbers on a line, whatever stands between."""
        found = _TWO.search(rest)
        if found is None:
            raise Unclear(usage=self.words(f"synthesis.usage-{usage}"))
        return found[1], found[2]

    def card(self, number: str, usage: str) -> Card:
        """The text with this number."""
        return self.cards()[self._place(number, len(self.cards()), usage, "no-such-text")]

    def heading(self, number: str, usage: str) -> Heading:
        """The heading with this number."""
        return self.headings()[self._place(number, len(self.headings()), usage, "no-such-heading")]

    def _place(self, number: str, count: int, usage: str, cause: str) -> int:
        if not number.strip().isdecimal():
            raise Unclear(usage=self.words(f"synthesis.usage-{usage}"))
        if not 0 < int(number) <= count:
            raise NotPossible(cause)
        return int(number) - 1


def _listed(sheet: Sheet, rest: str) -> Iterator[str]:
    """Open the latest form's texts blind if they are not open, and tell all with their numbers."""
    asked = [step for step in sheet.desk.session.reached if step.collect]
    if asked and not sheet.desk.answers.collected():
        sheet.desk.reveal(asked[-1].id, on_wall=False)
    if not sheet.cards():
        raise NotPossible("not-opened")
    for number, heading in enumerate(sheet.headings(), 1):
        yield sheet.words("synthesis.heading-line", number=number, name=heading.name)
        yield from _lines(sheet, heading.id)
    if sheet.headings():
        yield sheet.words("synthesis.loose-line")
    yield from _lines(sheet, "")


def _lines(sheet: Sheet, heading: str) -> Iterator[str]:
    for number, card in enumerate(sheet.cards(), 1):
        text = " ".join(" / ".join((card.text, *card.wordings)).split())
        if card.heading != heading:
            continue
        if card.reason:
            yield sheet.words("synthesis.hidden-line", number=number, text=text, reason=card.reason)
        else:
            key = "synthesis.text-many" if card.number > 1 else "synthesis.text-line"
            yield sheet.words(key, number=number, text=text, n=card.number)


def _add(sheet: Sheet, rest: str) -> Iterable[str]:
    """A new heading."""
    if not rest:
        raise Unclear(usage=sheet.words("synthesis.usage-heading"))
    made = sheet.desk.sorting.add_heading(rest)
    return [sheet.words("synthesis.done-heading", number=len(sheet.headings()), name=made.name)]


def _rename(sheet: Sheet, rest: str) -> Iterable[str]:
    """``1 NAME``."""
    number, _, name = rest.partition(" ")
    sheet.desk.handle(commands.RenameHeading(sheet.heading(number, "rename").id, name))
    return [sheet.words("synthesis.done-renamed", name=sheet.heading(number, "rename").name)]


def _join(sheet: Sheet, rest: str) -> Iterable[str]:
    """``2 1``: what stood under 2 stands under 1."""
    one, other = sheet.two(rest, "join")
    first, into = sheet.heading(one, "join"), sheet.heading(other, "join")
    sheet.desk.handle(commands.JoinHeadings(first.id, into.id))
    return [sheet.words("synthesis.done-joined", name=first.name, into=into.name)]


def _unhead(sheet: Sheet, rest: str) -> Iterable[str]:
    """Take a heading away."""
    gone = sheet.heading(rest, "number")
    sheet.desk.handle(commands.DropHeading(gone.id))
    return [sheet.words("synthesis.done-dropped", name=gone.name)]


def _put(sheet: Sheet, rest: str) -> Iterable[str]:
    """``3 under 1``; ``3`` alone takes the text from its heading."""
    if rest.strip().isdecimal():
        sheet.desk.handle(commands.PutUnder(sheet.card(rest, "put").mark))
        return [sheet.words("synthesis.done-loose", number=rest)]
    one, other = sheet.two(rest, "put")
    under = sheet.heading(other, "put")
    sheet.desk.handle(commands.PutUnder(sheet.card(one, "put").mark, under.id))
    return [sheet.words("synthesis.done-put", number=one, name=under.name)]


def _same(sheet: Sheet, rest: str) -> Iterable[str]:
    """``3 5``: the first is counted with the second."""
    one, other = sheet.two(rest, "same")
    sheet.desk.handle(commands.SameAs(sheet.card(one, "same").mark, sheet.card(other, "same").mark))
    return [sheet.words("synthesis.done-same", number=one, other=other)]


def _part(sheet: Sheet, rest: str) -> Iterable[str]:
    """Texts counted together stand by themselves again."""
    sheet.desk.handle(commands.Part(sheet.card(rest, "number").mark))
    return [sheet.words("synthesis.done-parted", number=rest)]


def _hide(sheet: Sheet, rest: str) -> Iterable[str]:
    """``3 REASON``."""
    number, _, why = rest.partition(" ")
    sheet.desk.handle(commands.LeaveOut(sheet.card(number, "hide").mark, reason(sheet.words, why)))
    return [sheet.words("synthesis.done-hidden", number=number, reason=reason(sheet.words, why))]


def _unhide(sheet: Sheet, rest: str) -> Iterable[str]:
    """A hidden text is shown again."""
    sheet.desk.handle(commands.TakeIn(sheet.card(rest, "number").mark))
    return [sheet.words("synthesis.done-shown", number=rest)]


def _hands(sheet: Sheet, rest: str) -> Iterable[str]:
    """``1 7``: seven raised a hand for the first heading."""
    number, count = sheet.two(rest, "hands")
    heading = sheet.heading(number, "hands")
    sheet.desk.handle(commands.CountHands(heading.id, int(count)))
    return [f"{heading.name}: {sheet.words('synthesis.hands', n=int(count))}"]


def _similar(sheet: Sheet, rest: str) -> Iterable[str]:
    """Pairs that may say the same; only suggestions."""
    cards = [card for card in sheet.cards() if not card.reason]
    number = {card.mark: at for at, card in enumerate(sheet.cards(), 1)}
    told = [
        sheet.words(
            "synthesis.similar-line",
            one=number[cards[pair.one].mark],
            other=number[cards[pair.other].mark],
            first=" ".join(cards[pair.one].text.split()),
            second=" ".join(cards[pair.other].text.split()),
        )
        for pair in alike([card.text for card in cards])
    ]
    return told or [sheet.words("synthesis.nothing-similar")]


def _important(sheet: Sheet, rest: str) -> Iterable[str]:
    """The number of a line in the summary."""
    lessons = sheet.desk.session.lessons
    if not (rest.isdecimal() and 0 < int(rest) <= len(lessons)):
        raise NotPossible("no-such-lesson")
    sheet.desk.handle(commands.MarkImportant(lessons[int(rest) - 1].id))
    marked = [lesson.text for lesson in sheet.desk.session.lessons if lesson.important]
    return [
        sheet.words("synthesis.done-important", text=marked[0]) if marked else sheet.words("synthesis.done-unimportant")
    ]


Saying = Callable[[Sheet, str], Iterable[str]]

SAYINGS: Mapping[str, Saying] = {
    "texts": _listed,
    "heading": _add,
    "rename": _rename,
    "join": _join,
    "unhead": _unhead,
    "put": _put,
    "same": _same,
    "part": _part,
    "hide": _hide,
    "unhide": _unhide,
    "hands": _hands,
    "similar": _similar,
    "important": _important,
}
"""What each English word does."""
