"""Voting with dots: what is voted on, and the ballots counted so that no number stands for fewer than k."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

from sessionrunner.core.exercise import Mode, Question, QuestionKind, Step

MOST_DOTS = 10
"""Dots for one person; with more nobody chooses any longer."""
FEWEST_OPTIONS = 2
"""Where there is less, there is nothing to choose."""
MOST_OPTIONS = 30
"""What is voted on at most: so many fit a phone's page and one ballot its slot."""
USUAL_DOTS = 3


class About(Enum):
    """What the room votes on."""

    HEADINGS = "headings"
    LESSONS = "lessons"


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that dots can be placed on, as it read when the vote was opened."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Vote:
    """A vote that was opened; the ballots lie in the box."""

    id: str
    about: About
    options: tuple[Option, ...]
    dots: int
    """How many dots everybody has."""
    most: int
    """How many of them may lie on one and the same."""
    title: str
    """Title of the step it was opened in."""
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """What at least k people placed dots on."""

    text: str
    dots: int
    id: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """A vote that has been counted."""

    about: About
    ballots: int
    """How many voted; told also when it is too few to tell anything else."""
    dots: int
    most: int
    least: int
    """k: how many must have placed a dot on something before its number is told."""
    rows: tuple[Row, ...] = ()
    """The most dots first."""
    others: tuple[str, ...] = ()
    """Those that fewer than k placed a dot on, or nobody, in the order they were asked; never with a number."""

    @property
    def enough(self) -> bool:
        """Whether enough people voted for any number to be told."""
        return self.ballots >= self.least

    def dots_of(self, option: str) -> int:
        """The dots told of this option; 0 when none are."""
        return next((row.dots for row in self.rows if row.id == option), 0)


def sheet(vote: Vote) -> Step:
    """The vote as a form: a scale of dots for each option."""
    asked = (Question(one.id, one.text, QuestionKind.SCALE, least=0, most=vote.most) for one in vote.options)
    return Step(vote.id, vote.title, Mode.SUMMARY, timedelta(), collect=tuple(asked), dots=vote.dots)


def usual_dots(options: int) -> int:
    """How many dots are proposed: with as many dots as options nobody would have to choose."""
    return max(1, min(USUAL_DOTS, options - 1))


def counted(vote: Vote, ballots: int, placed: Mapping[str, Sequence[str]], least: int) -> Result:
    """The dots of all ballots; ``placed`` has the answers by option.

    Nobody has to use every dot and their sum is not told, so what is left out cannot be had by subtraction. Where
    everybody has a single one it could, and then the smallest numbers told are left out too, until it cannot.
    """
    people = {one.id: sum(1 for dots in placed.get(one.id, ()) if int(dots)) for one in vote.options}
    rows = [Row(one.text, sum(map(int, placed.get(one.id, ()))), one.id) for one in vote.options]
    told = sorted((row for row in rows if people[row.id] >= least), key=lambda row: -row.dots)
    if vote.dots == 1:
        while told and 0 < ballots - sum(people[row.id] for row in told) < least:
            told.pop()
    told = told if ballots >= least else []
    others = tuple(row.text for row in rows if row not in told)
    return Result(vote.about, ballots, vote.dots, vote.most, least, tuple(told), others)


def places(result: Result) -> list[int]:
    """The place of each row: as many dots give the same place."""
    return [1 + sum(other.dots > row.dots for other in result.rows) for row in result.rows]
