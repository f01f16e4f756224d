"""What screens ask of the app: requests go up as messages, the session comes down."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from sessionrunner.core.wishes import NO_WISHES, Wishes

if TYPE_CHECKING:
    from sessionrunner.core.exercise import Exercise
    from sessionrunner.core.programme import Programme
    from sessionrunner.core.session import Session
    from sessionrunner.desk import Desk


@dataclass
class SessionChanged(Message):
    """The session has changed, by whoever's command."""

    session: "Session"


@dataclass
class PrepareExercise(Message):
    """Show what must be in place before this exercise."""

    exercise: "Exercise"


@dataclass
class PrepareProgramme(Message):
    """Show what must be in place before a day of this programme."""

    programme: "Programme"
    day_open: bool = False
    """Whether a day of it has been opened already."""


@dataclass
class AskForPeople(Message):
    """Ask who takes part in this exercise."""

    exercise: "Exercise"
    arrange: bool = False
    """Whether the groups are to be seen as soon as that is known."""


@dataclass
class OpenSession(Message):
    """Begin a session with these people."""

    exercise: "Exercise"
    people: tuple[str, ...]
    wishes: Wishes = NO_WISHES


@dataclass
class LeaveLobby(Message):
    """The first step has started."""


@dataclass
class EndSession(Message):
    """The leader has said yes to ending and saving."""


@dataclass
class ShowLessons(Message):
    """Show what earlier sessions decided."""


@dataclass
class GoHome(Message):
    """Back to the library."""


@dataclass
class LibraryShown(Message):
    """The exercises are on the screen, and the leader has begun to read."""


@dataclass
class OpenProgramme(Message):
    """Plan a day of this programme."""

    programme: "Programme"


@dataclass
class TakeUpAgain(Message):
    """Go on with something interrupted, where it was."""

    which: str
    """Id of the session or the day."""


@dataclass
class LeadPart(Message):
    """An exercise of the day has been opened: lead it."""

    desk: "Desk"


@dataclass
class LeaveDay(Message):
    """The day is over, or was only looked at."""


@dataclass
class Rehearse(Message):
    """Practise an exercise, or a programme's day, with simulated phones."""

    what: "Exercise | Programme"
