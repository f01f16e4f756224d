"""What a leader's surface needs before there is a session, and to open one."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Protocol

from sessionrunner.core.exercise import Exercise
from sessionrunner.core.prepared import Prepared
from sessionrunner.core.session import Session
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.core.wishes import NO_WISHES, Crowd, Wishes
from sessionrunner.desk import Desk
from sessionrunner.ports import Care, Memory, Workshop


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
    """What has been prepared for the next time each exercise is held."""

    def of(self, exercise: Exercise) -> Prepared:
        """The day and what is ticked off; nothing once the day has passed."""
        ...

    def keep(self, exercise: Exercise, prepared: Prepared) -> None:
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
