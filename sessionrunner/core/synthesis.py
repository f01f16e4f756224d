"""The opened texts as the leader sorts them: cards under headings, the same said twice, what the room does not see."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from sessionrunner.core.exercise import QuestionKind
from sessionrunner.core.lesson import Collected
from sessionrunner.core.sorting import Heading, Sorting

Marker = Callable[[str, str, str], str]
"""Step id, question id and text to a keyed mark: the same as long as the box's key lives, and meaningless after."""


@dataclass(frozen=True, slots=True)
class Card:
    """One text, with others that say the same."""

    mark: str
    step: str
    question: str
    """Ids of the step and the question it answers."""
    text: str
    number: int = 1
    """How many have said it."""
    wordings: tuple[str, ...] = ()
    """Other words for the same."""
    heading: str = ""
    """Id of its heading; empty under none."""
    reason: str = ""
    """Why the room does not see it; empty when it does."""
    parts: tuple[str, ...] = ()
    """Marks of the texts counted in it besides its own."""


@dataclass(frozen=True, slots=True)
class Board:
    """All opened texts in their mixed order, and the headings."""

    headings: tuple[Heading, ...] = ()
    cards: tuple[Card, ...] = ()

    def under(self, heading: str) -> tuple[Card, ...]:
        """The texts under a heading that the room may see; those under none when it is empty."""
        return tuple(card for card in self.cards if card.heading == heading and not card.reason)

    @property
    def left_out(self) -> tuple[Card, ...]:
        """The texts that the room does not see."""
        return tuple(card for card in self.cards if card.reason)

    @property
    def told(self) -> "Board":
        """The board without what is left out: all that may leave the leader's screen."""
        return replace(self, cards=tuple(replace(card, mark="", parts=()) for card in self.cards if not card.reason))


EMPTY_BOARD = Board()


@dataclass(frozen=True, slots=True)
class Pile:
    """A heading as the room sees it: its name and numbers."""

    name: str
    texts: int
    """How many answers stand under it."""
    hands: int
    dots: int = 0
    """How many dots it was given in the latest vote, where that may be told."""


def board(sorting: Sorting, collected: Sequence[Collected], mark: Marker) -> Board:
    """The texts with their places; a place that points at a text which is not open is passed over."""
    single = list(_single(collected, mark))
    there = {one.mark for one in single}
    cards = tuple(_card(one, single, sorting) for one in single if _stands(one.mark, sorting, there))
    return Board(sorting.headings, cards)


def _single(collected: Sequence[Collected], mark: Marker) -> Iterator[Card]:
    """Every text once, with how many have written exactly that."""
    for one in collected:
        if one.question.kind is QuestionKind.TEXT:
            for text in dict.fromkeys(one.answers):
                made = mark(one.step, one.question.id, text)
                yield Card(made, one.step, one.question.id, text, one.answers.count(text))


def _stands(mark: str, sorting: Sorting, there: set[str]) -> bool:
    """Whether the text has a card of its own: no other that is open stands for it."""
    first = sorting.first(mark)
    return first == mark or first not in there


def _card(one: Card, single: Sequence[Card], sorting: Sorting) -> Card:
    others = [other for other in single if other.mark != one.mark and sorting.first(other.mark) == one.mark]
    return replace(
        one,
        number=one.number + sum(other.number for other in others),
        wordings=tuple(other.text for other in others),
        heading=sorting.placed.get(one.mark, ""),
        reason=sorting.reason(one.mark),
        parts=tuple(other.mark for other in others),
    )


def piles(sorted_texts: Board) -> tuple[Pile, ...]:
    """What the room sees of the headings."""
    return tuple(
        Pile(one.name, sum(card.number for card in sorted_texts.under(one.id)), one.hands)
        for one in sorted_texts.headings
    )


def visible(sorting: Sorting, collected: Sequence[Collected], mark: Marker) -> tuple[Collected, ...]:
    """The answers without the texts that are left out, each question with how many those are."""
    return tuple(_visible(sorting, one, mark) for one in collected) if sorting.left_out else tuple(collected)


def _visible(sorting: Sorting, one: Collected, mark: Marker) -> Collected:
    if one.question.kind is not QuestionKind.TEXT:
        return one
    kept = tuple(text for text in one.answers if not sorting.reason(mark(one.step, one.question.id, text)))
    return replace(one, answers=kept, left_out=len(one.answers) - len(kept))
