"""Where the leader's screens begin when the command line already knows more than nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from sessionrunner.core.wishes import NO_WISHES, Wishes

if TYPE_CHECKING:
    from sessionrunner.core.exercise import Exercise
    from sessionrunner.core.programme import Programme
    from sessionrunner.daydesk import DayDesk
    from sessionrunner.desk import Desk
    from sessionrunner.host import Host


@dataclass(frozen=True, slots=True)
class Start:
    """An exercise to prepare, an exercise with its people to open, or a session to take up again."""

    exercise: "Exercise | None" = None
    people: tuple[str, ...] | None = None
    """With an exercise: go straight to the lobby."""
    wishes: Wishes = NO_WISHES
    """What these people's list tells that they can be mixed by."""
    desk: "Desk | None" = None
    """A session taken up again: go straight to where it was."""
    day: "DayDesk | None" = None
    """A day to plan, to lead or to take up again."""
    told: tuple[str, ...] = ()
    """What was found of a session taken up again, to be shown there."""
    mark: str = ""
    """What tells that this is a rehearsal; empty for what is real."""

    @property
    def at_home(self) -> bool:
        """Whether there is nothing to begin with but the library."""
        return self.exercise is None and self.desk is None and self.day is None


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something interrupted that can be taken up again."""

    id: str
    """Of the session or the day; empty when nothing was interrupted."""
    line: str
    """What it is and which key takes it up, for the leader to read."""


NOTHING_WAITS = Waiting("", "")


class Unfinished(Protocol):
    """What was interrupted on this laptop and nobody leads now."""

    def waiting(self) -> Waiting:
        """What was led last of it. Blocks."""
        ...

    def take_up(self, which: str) -> Start:
        """It, where it was; SessionRunnerError when it cannot be taken up. Blocks."""
        ...


class Practice(Protocol):
    """A rehearsal under way: surroundings of its own."""

    @property
    def laptop(self) -> "Laptop":
        """What the screens are given instead."""
        ...

    def stop(self) -> None:
        """End it; nothing can be taken up again. Blocks."""
        ...


class Days(Protocol):
    """Programmes, and the days that are made of them."""

    def programmes(self) -> "Sequence[Programme]":
        """Every programme that can be led. Blocks."""
        ...

    def open(self, programme: "Programme") -> "DayDesk":
        """A day of this programme that has not begun and that nobody has come to yet. Blocks."""
        ...

    def leave(self, day: "DayDesk") -> None:
        """A day that was only looked at leaves nothing behind."""
        ...


class Front(Protocol):
    """How the library looked when it was last opened."""

    def page(self) -> object:
        """What was kept, if everything it was made of is as it was; None when it has to be made anew."""
        ...

    def keep(self, page: object) -> None:
        """Keep it for the next time."""
        ...


@dataclass(frozen=True, slots=True)
class Laptop:
    """What the screens are given: the library at once, the host when something outside is first needed."""

    exercises: "Callable[[], Sequence[Exercise]]"
    host: "Callable[[], Host]"
    """Makes the host the first time, which may take its time, and gives the same one ever after."""
    days: "Callable[[], Days]"
    """Programmes over the same host."""
    unfinished: "Callable[[], Unfinished]"
    """What can be taken up again over the same host."""
    practise: "Callable[[], Practice] | None" = None
    """Begins a rehearsal; None in one. Blocks."""
    front: "Front | None" = None
    """What is painted before the exercises themselves have been loaded; None where they are loaded at once."""
