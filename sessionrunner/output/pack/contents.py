"""What the parts are made from, and the lengths and lists that several of them tell."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from reportlab.platypus import Flowable

from sessionrunner.core.exercise import Exercise, Step, TurnsPer
from sessionrunner.core.groups import Division
from sessionrunner.core.open_points import unset
from sessionrunner.locale import Catalogue
from sessionrunner.locale.phrases import minutes
from sessionrunner.output.paper.tags import Element


@dataclass(frozen=True, slots=True)
class Pack:
    """One exercise, who comes to it, and how phones reach it."""

    exercise: Exercise | None
    """None when only the overviews of the library are wanted."""
    people: tuple[str, ...] = ()
    """Names or numbers; empty when nobody knows yet."""
    phone_url: str = ""
    """Empty while no session runs: the address is new each time."""
    library: tuple[Exercise, ...] = ()
    groups: Mapping[str, Division] = field(default_factory=dict)
    """The room as it was divided beforehand, by step id; empty when nobody has."""


Pages = Callable[[Pack, Catalogue, Element], Iterable[Flowable]]
"""Makes the pages of a part; none when the exercise has no use for it."""


def length(step: Step, people: int) -> timedelta | None:
    """How long the step is; None for turns when nobody knows how many there will be."""
    if step.turn is None:
        return step.minutes
    return step.turn * people if people and step.turns_per is TurnsPer.PERSON else None


def told_length(step: Step, people: int, words: Catalogue) -> str:
    """The length in words: minutes, or minutes a turn; a line to write on where the leader sets it."""
    if step.open and step.minutes is None:
        return words("occasions.open.blank")
    found = length(step, people)
    if found is not None:
        return words("print.minutes", minutes=minutes(found, words))
    return words(f"print.turns.{step.turns_per.value}", minutes=minutes(step.turn or timedelta(), words))


def and_more(exercise: Exercise) -> str:
    """A plus after the minutes that are known, where the leader sets the rest."""
    return "+" if unset(exercise) else ""


def needs(exercise: Exercise, words: Catalogue) -> list[str]:
    """Everything that must be in place before the hour, in the order it has to be done."""
    before = exercise.preparation
    ahead = [words("print.prepare.send", n=one.days_before, what=one.what) for one in before.send_ahead]
    bring = [words("print.prepare.bring", who=_who(one.who, words), what=one.what) for one in before.bring]
    return [*ahead, *before.room, *bring]


def _who(who: str, words: Catalogue) -> str:
    known = {"leader", "participants", "case-owner"}
    return words(f"print.who.{who}") if who in known else who[:1].upper() + who[1:]
