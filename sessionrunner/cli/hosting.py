"""Joins runner, journal, box, archive and server into a session on this laptop."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Protocol

from sessionrunner.cli import joining
from sessionrunner.cli.caring import LaptopCare
from sessionrunner.cli.clock import LaptopClock
from sessionrunner.cli.joining import Hosted, Invitation, NoSession
from sessionrunner.cli.memory import GroupMemory
from sessionrunner.cli.places import Places
from sessionrunner.cli.preparing import Beforehand
from sessionrunner.cli.pulse import Door
from sessionrunner.core.commands import Open
from sessionrunner.core.exercise import Exercise
from sessionrunner.core.history import StepMinutes
from sessionrunner.core.session import Session
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.core.wishes import NO_WISHES, Crowd, Wishes
from sessionrunner.desk import Desk
from sessionrunner.locale import Catalogue
from sessionrunner.storage import journal, roster_file, settings
from sessionrunner.storage.acquaintances import Acquaintances
from sessionrunner.storage.lessons_folder import LessonsFolder
from sessionrunner.storage.library import Library, shipped_folder
from sessionrunner.storage.outbox import Outbox, index_beside
from sessionrunner.storage.own_times import OwnTimes
from sessionrunner.storage.own_words import OwnWords
from sessionrunner.storage.prepared import PreparedGroups
from sessionrunner.storage.session_folder import SessionFolder
from sessionrunner.web.options import PORT


class AlreadyRunning(SessionRunnerError):
    """The session to resume is under way in another window."""

    cause = "cli.already-running"


@dataclass(frozen=True, slots=True)
class Choices:
    """What the command line and the settings together say about how to host."""

    words: Catalogue
    invitation: Invitation
    speed: float
    threshold: int
    """k: fewest answers that may be shown."""
    lessons: Path | None
    """The folder asked for now; else a resumed session's own, else the one chosen last."""
    make_lessons: bool = False
    """True when the folder may be made: a rehearsal's own."""


class Stoppable(Protocol):
    """Something that runs beside the sessions."""

    def stop(self) -> None:
        """End it."""
        ...


@dataclass(frozen=True, slots=True)
class DayPart:
    """What a session takes over from the day it is a part of."""

    token: str = ""
    """The phones' secret; empty for one of its own."""
    following: str = ""
    """The secret of the session after it."""
    lengths: tuple[StepMinutes, ...] = ()
    """Lengths that have been agreed for the day, beside the group's own."""
    met: tuple[tuple[str, ...], ...] = ()
    """People who have met earlier in the day and whom no other memory holds."""


ALONE = DayPart()
"""A session that is no part of a day."""


class LaptopHost:
    """``host.Host`` on this laptop: the library, the shared folder, and sessions to open or resume."""

    def __init__(self, choices: Choices, kept: Places) -> None:
        self._choices = choices
        self.places = kept
        self._settings = settings.read(kept.settings)
        self._lessons = choices.lessons or self._settings.lessons_path
        self._library = Library([shipped_folder("exercises"), kept.own_exercises], kept.remembered / "exercises.json")
        self.clock = LaptopClock(choices.speed)
        self.port: int | None = None
        """Where the phones came in last; a day's next session has the same door."""
        self.days: list[Stoppable] = []
        """Days under way, to be stopped with everything else."""
        self._files: dict[str, Path] = {}
        self._hosted: list[Hosted] = []
        # A rehearsal must not use up what was prepared for the real hour.
        base = kept.rehearsals if choices.make_lessons else kept.state
        prepared = PreparedGroups(base / kept.prepared.name)
        self._beforehand = Beforehand(prepared, Acquaintances(base), self.clock, choices.words.language)

    @property
    def lessons_folder(self) -> Path | None:
        """Where records go; None until the leader has chosen."""
        return self._lessons

    def choose_lessons_folder(self, folder: Path) -> None:
        """Send records to this folder from now on, and remember it; SessionRunnerError when it cannot be used."""
        chosen = folder.expanduser().absolute()
        LessonsFolder(chosen).prepare(known=self._settings.knows(chosen))
        self._lessons = chosen
        self._remember(chosen)
        for hosted in self._hosted:
            hosted.archive.change_target(chosen)

    def go_on_in(self, folder: Path | None) -> None:
        """Send records where they went before, unless another folder was asked for now."""
        if self._choices.lessons is None and folder is not None:
            self._lessons = folder

    def lessons_trouble(self) -> SessionRunnerError | None:
        """Why records cannot go to the chosen folder right now; None when they can, or none is chosen. Blocks."""
        if self._lessons is None:
            return None
        try:
            LessonsFolder(self._lessons).prepare(known=self._settings.knows(self._lessons))
        except SessionRunnerError as trouble:
            return trouble
        self._remember(self._lessons)
        return None

    def today(self) -> date:
        """The day that ages are counted to."""
        return self.clock.wall().date()

    @property
    def memory(self) -> GroupMemory:
        """What the group has done before, as the lessons folder in force tells it."""
        known = self._lessons is not None and self._settings.knows(self._lessons)
        times, own_words = OwnTimes(self.places.own_times), OwnWords(self.places.own_words)
        return GroupMemory(self._lessons, known, index_beside(self.places.outbox), times, own_words)

    @property
    def care(self) -> LaptopCare:
        """Looks after what the hour depends on, with or without a session."""
        port = self._choices.invitation.port or PORT
        known = self._lessons is not None and self._settings.knows(self._lessons)
        return LaptopCare(self._choices.words, self.places, self._library, port, (self._lessons, known))

    def exercises(self) -> Sequence[Exercise]:
        """The whole library, in the order of the packages."""
        return self._library.exercises()

    @property
    def folders(self) -> Sequence[Path]:
        """Where exercises lie, and programmes."""
        return self._library.folders

    def has(self, name: str) -> bool:
        """Whether this is an exercise."""
        return any(name in (one.id, one.id.rpartition("/")[2]) for one in self._library.exercises())

    def find(self, name: str) -> Exercise:
        """An exercise by id or by file."""
        exercise, path = self._library.find(name)
        self._files[exercise.id] = path
        return exercise

    def people(self, given: str) -> tuple[str, ...]:
        """People from a number, pasted names or the path of a file; SessionRunnerError when it is none of them."""
        return roster_file.people(given)

    def crowd(self, given: str) -> Crowd:
        """The same people, and what a table tells about them that they can be mixed by."""
        return roster_file.crowd(given)

    def prepared(self, exercise: Exercise) -> Session | None:
        """The people and groups that have been prepared for this exercise; None when none have. Blocks."""
        return self._beforehand.session(exercise)

    def prepare(self, exercise: Exercise, crowd: Crowd, spread: bool) -> Desk:
        """A desk without audience to prepare the groups at; everything done at it is kept on this laptop. Blocks."""
        return self._beforehand.desk(exercise, crowd, crowd.wishes(spread), secrets.randbelow(2**31))

    def forget_meetings(self) -> bool:
        """Forget who has met on earlier occasions; False when there was nothing to forget."""
        return self._beforehand.forget()

    def open(
        self, exercise: Exercise, people: tuple[str, ...], wishes: Wishes = NO_WISHES, part: DayPart = ALONE
    ) -> Desk:
        """Begin a session: journal, box and archive are ready, the audience's server is not yet started."""
        path = self._files.get(exercise.id) or self._library.find(exercise.id)[1]
        folder = SessionFolder.create(self.places.sessions)
        folder.hold()
        memory = self.memory
        door = Door(part.token, self.port) if part.token else None
        hosted = joining.begin(folder, path, self._parts(), len(people), door)
        hosted.following = part.following
        self._hosted.append(hosted)
        opening = Open(
            people,
            secrets.randbelow(2**31),
            self._choices.threshold,
            exercise.variant,
            decisions=memory.decisions(),
            met=part.met,
            lengths=part.lengths or memory.own_times(exercise),
        )
        self._beforehand.begin(hosted.desk, opening, wishes)
        hosted.pulse.start()
        return hosted.desk

    def invite(self, desk: Desk) -> None:
        """Start the audience's server for this session; its trouble, if any, is told by ``desk.audience``. Blocks."""
        hosted = next(one for one in self._hosted if one.desk is desk)
        joining.invite(hosted, self.invitation if hosted.following else self._choices.invitation)
        self.port = hosted.door.port

    def resume(self, session: str | None) -> Hosted:
        """Take up an interrupted session, the latest that can be unless one is named; NoSession when there is none.

        A session that cannot be read, or is led in another window, does not stand in the way of the others.
        """
        troubles: list[SessionRunnerError] = []
        for folder in SessionFolder.find_all(self.places.sessions):
            if session in (None, folder.session):
                try:
                    return self._take_up(folder)
                except SessionRunnerError as trouble:
                    troubles.append(trouble)
        raise troubles[0] if troubles else NoSession()

    def _take_up(self, folder: SessionFolder) -> Hosted:
        if not folder.hold():
            raise AlreadyRunning(session=folder.session)
        try:
            recovered = journal.read(folder.journal)
            if self._choices.lessons is None and recovered.header.lessons is not None:
                self._lessons = Path(recovered.header.lessons)
            hosted = joining.take_up(folder, recovered, self._parts())
        except SessionRunnerError:
            folder.release()
            raise
        self._hosted.append(hosted)
        hosted.pulse.start()
        return hosted

    def interrupted(self) -> list[SessionFolder]:
        """Sessions that were never closed and that nobody leads now, the latest first."""
        return [folder for folder in SessionFolder.find_all(self.places.sessions) if not folder.is_running()]

    @property
    def invitation(self) -> Invitation:
        """How phones get in; once they have, they are not sent to another port."""
        return replace(self._choices.invitation, port=self.port or self._choices.invitation.port)

    def outbox(self) -> Outbox:
        """A way of its own to the lessons folder, for what is no session's record."""
        parts = self._parts()
        words = self._choices.words
        return Outbox(self.places.outbox, parts.lessons, lambda record: "", parts.lessons_known, catalogue=words)

    def shutdown(self) -> None:
        """Stop every thread and close every file; sessions that have not ended can be resumed."""
        for hosted in self._hosted:
            hosted.shut_down()
        for day in self.days:
            day.stop()

    def _parts(self) -> joining.Parts:
        if self._lessons is not None:
            self._make_if_asked(self._lessons)
            # A folder that cannot be used now is no reason not to begin: the record waits on this laptop.
            self.lessons_trouble()
        known = self._lessons is not None and self._settings.knows(self._lessons)
        ended = self._beforehand.ended
        return joining.Parts(self.clock, self.places, self._choices.words, self._lessons, known, ended)

    def _make_if_asked(self, folder: Path) -> None:
        if self._choices.make_lessons:
            folder.mkdir(parents=True, exist_ok=True)

    def remember_theme(self, theme: str) -> None:
        """Begin with these colours the next time."""
        self._settings = replace(self._settings, theme=theme)
        # Another window may have remembered something of its own since this one began.
        settings.write(self.places.settings, replace(settings.read(self.places.settings), theme=theme))

    def _remember(self, folder: Path) -> None:
        remembered = settings.with_folder(self._settings, folder)
        if remembered != self._settings:
            self._settings = remembered
            settings.write(self.places.settings, remembered)
