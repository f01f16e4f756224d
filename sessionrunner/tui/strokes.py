"""What can be done to an exercise that is being written, a stroke each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from sessionrunner.core.blueprint import Part
from sessionrunner.core.manuscript import (
    Keys,
    Manuscript,
    add_step,
    at,
    minutes_of,
    move_step,
    planned_minutes,
    put,
    remove_step,
)
from sessionrunner.locale import Catalogue, blueprint
from sessionrunner.tui.editor_fields import Field


@dataclass(frozen=True, slots=True)
class Stroke:
    """One change, which may leave everything as it was."""

    change: Callable[[Manuscript, int], Manuscript]
    """The manuscript after it, the chosen step counted from 0; -1 is the exercise as a whole."""
    moves: int = 0
    """Rows that the chosen step moves down."""


def written(field: Field, text: str | None) -> Stroke:
    """This text in this field; None changes nothing."""

    def change(page: Manuscript, _: int) -> Manuscript:
        return page if text is None else page.become(put(page.keys, field.place, field.value(text)))

    return Stroke(change)


def added(words: Catalogue, part: Part | None) -> Stroke:
    """A step of this kind after the chosen one; None adds nothing."""

    def change(page: Manuscript, step: int) -> Manuscript:
        return page if part is None else page.become(add_step(page.keys, step + 1, blueprint.step(words, part)))

    return Stroke(change, moves=1)


def _lengthened(more: int) -> Stroke:
    """Minutes more for the chosen step, if it has any of its own."""

    def change(page: Manuscript, step: int) -> Manuscript:
        place = ("steps", step, "minutes")
        if step < 0 or at(page.keys, place) is None:
            return page
        minutes = max(1.0, minutes_of(at(page.keys, place)) + more)
        return page.become(put(page.keys, place, f"{minutes:g}"))

    return Stroke(change)


def _moved(by: int) -> Stroke:
    return Stroke(lambda page, step: page.become(move_step(page.keys, step, by)) if step >= 0 else page, by)


def _summed(page: Manuscript, _: int) -> Manuscript:
    """The exercise takes what its steps take."""
    keys: Keys = {**page.keys, "minutes": f"{planned_minutes(page.keys):g}"}
    return page.become(keys)


STROKES: Mapping[str, Stroke] = MappingProxyType(
    {
        "longer": _lengthened(1),
        "shorter": _lengthened(-1),
        "earlier": _moved(-1),
        "later": _moved(1),
        "remove": Stroke(lambda page, step: page.become(remove_step(page.keys, step)) if step >= 0 else page),
        "sum": Stroke(_summed),
        "undo": Stroke(lambda page, _: page.undo()),
        "redo": Stroke(lambda page, _: page.redo()),
    }
)
"""Those that need no words, by the name of what they do."""
