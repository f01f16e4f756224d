"""What a leader's surface needs before there is a session, and to open one."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Protocol

from sessionrunner.core.exercise import Exercise
from sessionrunner.core.followup import Past
from sessionrunner.core.history import StepMinutes
from sessionrunner.core.inspection import Finding
from sessionrunner.core.keywords import Merged
from sessionrunner.core.manuscript import Manuscript, Trouble
from sessionrunner.core.network.wifi import Wifi
from sessionrunner.core.prepared import Prepared
from sessionrunner.core.programme import Programme
from sessionrunner.core.session import Session
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.core.wishes import NO_WISHES, Crowd, Wishes
from sessionrunner.desk import Desk
from sessionrunner.locale import Catalogue


class SharedWords(Protocol):
    """Keywords that go to and come from colleagues, as text files."""

    def newest(self, words: Catalogue) -> str:
        """The file that was put in the shared folder last; empty when there is none. Blocks."""
        ...

    def give(self, words: Catalogue, exercise: Exercise, mine: Mapping[str, str]) -> str:
        """Put these keywords in the shared folder and tell where; SessionRunnerError when that fails. Blocks."""
        ...

    def take(self, file: str, replace: bool = False) -> Merged:
        """Take over what is new, and with ``replace`` what differs too; SessionRunnerError when nothing was. Blocks."""
        ...


class Page(Enum):
    """Pages that are made of the lessons folder, to print."""

    BRING = "bring"
    """What the group meeting has to take a stand on."""
    HANDOVER = "handover"
    """What a new leader needs to know."""


class Memory(Protocol):
    """What the group has done before."""

    @property
    def shared_words(self) -> SharedWords:
        """Keywords that go to and come from colleagues."""
        ...

    def past(self) -> Past:
        """Every earlier session; SessionRunnerError when the lessons folder cannot be read. Blocks."""
        ...

    def put_page(self, page: Page, words: Catalogue, today: date) -> Path:
        """Put a page to print in the lessons folder; SessionRunnerError when it cannot be. Blocks."""
        ...

    def own_times(self, exercise: Exercise) -> tuple[StepMinutes, ...]:
        """The group's own lengths for this exercise; none when it goes by the exercise's."""
        ...

    def own_words(self, exercise: Exercise) -> Mapping[str, str]:
        """The leader's own keywords by step, those for the whole package under an empty name."""
        ...

    def keep_words(self, exercise: Exercise, step: str, text: str) -> None:
        """Keep these keywords for the step; an empty text forgets them. SessionRunnerError when not kept."""
        ...

    def keep_times(self, exercise: Exercise, lengths: tuple[StepMinutes, ...]) -> None:
        """Go by these lengths from now on; none turns back to the exercise's own. SessionRunnerError when not kept."""
        ...


class Workshop(Protocol):
    """Where a leader's own exercises are made; those that came with the program are never changed."""

    def open(self, name: str, title: Callable[[str], str], package: str) -> Manuscript:
        """The leader's own exercise, or a version of her own of another. SessionRunnerError when it cannot be read."""
        ...

    def free_id(self, name: str) -> str:
        """An id of the leader's own that no exercise has."""
        ...

    def begin(self, keys: Mapping[str, object]) -> Manuscript:
        """A new exercise, not yet kept."""
        ...

    def troubles(self, manuscript: Manuscript) -> Sequence[Trouble]:
        """What keeps it from being led."""
        ...

    def keep(self, manuscript: Manuscript) -> Exercise:
        """Write it among the leader's own; SessionRunnerError when it cannot be led or written. Blocks."""
        ...


class Care(Protocol):
    """Looks after what the hour depends on, with or without a session."""

    def examine(self) -> Iterator[Finding]:
        """What is well and what is not on this laptop, one after the other. Blocks between them."""
        ...

    def it_page(self) -> str:
        """What the IT department needs to know for phones to be let in."""
        ...

    def known_wifi(self) -> Wifi:
        """The network the laptop is on, as far as it is known, with its password if that was kept. Blocks."""
        ...

    def keep_wifi(self, wifi: Wifi, password: bool) -> None:
        """Remember the network for the next time, its password only if asked to."""
        ...


class LessonsPlace(Protocol):
    """Where records go."""

    @property
    def folder(self) -> Path | None:
        """The shared folder; None until the leader has chosen."""
        ...

    def choose(self, folder: Path) -> None:
        """Send records to this folder from now on, and remember it; SessionRunnerError when it cannot be used."""
        ...

    def trouble(self) -> SessionRunnerError | None:
        """Why records cannot go to the chosen folder right now; None when they can, or none is chosen. Blocks."""
        ...


class Preparing(Protocol):
    """Who will come, and the groups that are made before they do."""

    def people(self, given: str) -> tuple[str, ...]:
        """People from a number, pasted names or the path of a file; SessionRunnerError when it is none of them."""
        ...

    def crowd(self, given: str) -> Crowd:
        """The same people, and what a table tells about them that they can be mixed by."""
        ...

    def prepared(self, exercise: Exercise) -> Session | None:
        """The people and groups that have been prepared for this exercise; None when none have. Blocks."""
        ...

    def prepare(self, exercise: Exercise, crowd: Crowd, spread: bool) -> Desk:
        """A desk without audience to prepare the groups at; everything done at it is kept on this laptop. Blocks."""
        ...


class Checklists(Protocol):
    """What has been prepared for the next time each exercise, or each programme's day, is held."""

    def of(self, what: Exercise | Programme) -> Prepared:
        """The day and what is ticked off; nothing once the day has passed."""
        ...

    def keep(self, what: Exercise | Programme, prepared: Prepared) -> None:
        """Remember it; SessionRunnerError when it cannot be written."""
        ...


class Host(Protocol):
    """What a leader's surface needs before there is a session, and to open one."""

    @property
    def lessons(self) -> LessonsPlace:
        """Where records go."""
        ...

    @property
    def beforehand(self) -> Preparing:
        """Who will come, and their groups."""
        ...

    def remember_theme(self, theme: str) -> None:
        """Begin with these colours the next time; a disk that refuses costs only the memory."""
        ...

    def today(self) -> date:
        """The day that ages are counted to."""
        ...

    @property
    def threshold(self) -> int:
        """k: fewest answers that may be shown, in the sessions this host opens."""
        ...

    @property
    def memory(self) -> Memory:
        """What the group has done before, as the lessons folder in force tells it."""
        ...

    @property
    def checklists(self) -> Checklists:
        """What has been prepared, and for which day."""
        ...

    @property
    def care(self) -> Care:
        """Looks after what the hour depends on, with or without a session."""
        ...

    @property
    def workshop(self) -> Workshop:
        """Where own exercises are made."""
        ...

    def exercises(self) -> Sequence[Exercise]:
        """The whole library, in the order of the packages."""
        ...

    def open(self, exercise: Exercise, people: tuple[str, ...], wishes: Wishes = NO_WISHES) -> Desk:
        """Begin a session: journal, box and archive are ready, the audience's server is not yet started.

        Groups that were prepared for these people, or most of them, are taken over.
        """
        ...

    def invite(self, desk: Desk) -> None:
        """Start the audience's server for this session; its trouble, if any, is told by ``desk.audience``. Blocks."""
        ...
