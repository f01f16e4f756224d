"""When the gong sounds: a pure comparison of two looks at what the room sees."""

from dataclasses import dataclass

from sessionrunner.core.public import PublicView
from sessionrunner.core.timeline import Pace, Part


@dataclass(frozen=True, slots=True)
class Beat:
    """What a gong can announce."""

    step: int
    lap: int
    """The round or turn, counted from 1; 0 without any."""
    walking: bool
    over: bool


def beat(view: PublicView) -> Beat:
    """Where the room is, as far as a gong is concerned."""
    over = view.pace is Pace.OVER
    if view.lap is None:
        return Beat(view.number, 0, False, over)
    return Beat(view.number, view.lap.number, view.lap.part is Part.MOVE, over)


def rings(before: Beat, after: Beat) -> bool:
    """Whether a round, a walk or the step's time has just ended by itself; another step is announced by its leader."""
    if before.step != after.step:
        return False
    further = (after.lap, after.walking) > (before.lap, before.walking)
    return further or (after.over and not before.over)
