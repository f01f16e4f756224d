"""Joins runner, journal, box, archive and server into a session on this laptop."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Protocol

from sessionrunner.cli import joining
from sessionrunner.cli.caring import LaptopCare
from sessionrunner.cli.checklists import LaptopChecklists
from sessionrunner.cli.clock import LaptopClock
from sessionrunner.cli.joining import Invitation
from sessionrunner.cli.lessons_place import ChosenFolder, remember_theme
from sessionrunner.cli.memory import GroupMemory
from sessionrunner.cli.places import Places
from sessionrunner.cli.preparing import Beforehand
from sessionrunner.cli.pulse import Door
from sessionrunner.cli.sessions import Sessions
from sessionrunner.cli.shelf import Shelf
from sessionrunner.cli.started import Given, keep, read
from sessionrunner.core.commands import Open
from sessionrunner.core.exercise import Exercise
from sessionrunner.core.history import StepMinutes, with_minutes
from sessionrunner.core.open_points import own_lengths, require_lengths
from sessionrunner.core.wishes import NO_WISHES, Wishes
from sessionrunner.desk import Desk
from sessionrunner.locale import Catalogue
from sessionrunner.storage.acquaintances import Acquaintances
from sessionrunner.storage.outbox import Outbox, index_beside
from sessionrunner.storage.own_times import OwnTimes
from sessionrunner.storage.own_words import OwnWords
from sessionrunner.storage.preparations import Preparations
from sessionrunner.storage.prepared import PreparedGroups
from sessionrunner.storage.workshop import Workshop
from sessionrunner.web.options import PORT


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
    mark: str = ""
    """Stands before every title, on screen, wall, phones and in the lessons; empty for what is real."""
    given: Given = field(default_factory=dict)
    """What was asked for, for whoever takes a session up again."""
    occasion: int = 0
    """Which time of how many it is, where the leader knows better than the lessons folder; 0 to go by the folder."""


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


class Beginning:
    """How sessions are hosted, noted down with each of them; what is taken up again goes on as it began."""

    def __init__(self, choices: Choices, again: Callable[[Given], Choices] | None) -> None:
        """``again`` chooses once more with what was noted down; without it nothing changes."""
        self.choices = choices
        """As it is now."""
        self._again = again

    def note(self, place: Path) -> None:
        """What was asked for, to go on by."""
        keep(place, self.choices.given)

    def go_on(self, place: Path) -> None:
        """From now on as what is noted down here began; SessionRunnerError when it cannot be so any more."""
        before = read(place)
        if before and self._again is not None:
            self.choices = self._again(before)


class LaptopHost:
    """``host.Host`` on this laptop: the library, the shared folder, and sessions to open or resume."""

    def __init__(self, choices: Choices, kept: Places, again: Callable[[Given], Choices] | None = None) -> None:
        """``again`` chooses once more, for going on with what was started with these options."""
        self.start = Beginning(choices, again)
        self.places = kept
        self.shelf = Shelf(kept)
        self.lessons = ChosenFolder(kept.settings, choices.lessons)
        self.sessions = Sessions(kept.sessions, self.lessons, self._parts, self.start)
        self.lessons.changed = self.sessions.send_to
        self.clock = LaptopClock(choices.speed)
        self.threshold = choices.threshold
        self.port: int | None = None
        """Where the phones came in last; a day's next session has the same door."""
        self.days: list[Stoppable] = []
        """Days under way, to be stopped with everything else."""
        # A rehearsal must not use up what was prepared for the real hour.
        base = kept.rehearsals if choices.make_lessons else kept.state
        prepared = PreparedGroups(base / kept.prepared.name)
        self.beforehand = Beforehand(prepared, Acquaintances(base), self.clock, choices.words.language)

    def remember_theme(self, theme: str) -> None:
        """Begin with these colours the next time."""
        remember_theme(self.places.settings, theme)

    def today(self) -> date:
        """The day that ages are counted to."""
        return self.clock.wall().date()

    @property
    def memory(self) -> GroupMemory:
        """What the group has done before, as the lessons folder in force tells it."""
        times, own_words = OwnTimes(self.places.own_times), OwnWords(self.places.own_words)
        index = index_beside(self.places.outbox)
        return GroupMemory(self.lessons.folder, self.lessons.known, index, times, own_words)

    @property
    def care(self) -> LaptopCare:
        """Looks after what the hour depends on, with or without a session."""
        port = self.start.choices.invitation.port or PORT
        lessons = (self.lessons.folder, self.lessons.known)
        return LaptopCare(self.start.choices.words, self.places, self.shelf.library, port, lessons)

    @property
    def checklists(self) -> LaptopChecklists:
        """What has been prepared, and for which day."""
        return LaptopChecklists(Preparations(self.places.preparations), self.today)

    @property
    def workshop(self) -> Workshop:
        """Where own exercises are made."""
        return self.shelf.workshop

    def exercises(self) -> Sequence[Exercise]:
        """The whole library, in the order of the packages."""
        return self.shelf.exercises()

    def open(
        self, exercise: Exercise, people: tuple[str, ...], wishes: Wishes = NO_WISHES, part: DayPart = ALONE
    ) -> Desk:
        """Begin a session: journal, box and archive are ready, the audience's server is not yet started."""
        path = self.shelf.file_of(exercise)
        memory = self.memory
        lengths = part.lengths or (*memory.own_times(exercise), *own_lengths(exercise))
        require_lengths(with_minutes(exercise, lengths))
        door = Door(part.token, self.port, self.invitation.via) if part.token else None
        hosted = self.sessions.begin(self.shelf.library.text(path), path, len(people), door)
        hosted.following = part.following
        opening = Open(
            people,
            secrets.randbelow(2**31),
            self.start.choices.threshold,
            exercise.variant,
            decisions=memory.decisions(),
            met=part.met,
            lengths=lengths,
            title=self._title(exercise, memory),
            before=memory.before(exercise),
        )
        self.beforehand.begin(hosted.desk, opening, wishes)
        hosted.pulse.start()
        return hosted.desk

    def _title(self, exercise: Exercise, memory: GroupMemory) -> str:
        """With its number, where the exercise is held a certain number of times."""
        number = exercise.occasion or self.start.choices.occasion or memory.occasion(exercise)
        marked = f"{self.start.choices.mark} {exercise.title}".strip()
        values = {"title": marked, "number": number, "times": exercise.times}
        return self.start.choices.words("occasions.title", **values) if exercise.times else ""

    def invite(self, desk: Desk) -> None:
        """Start the audience's server for this session; its trouble, if any, is told by ``desk.audience``. Blocks."""
        hosted = self.sessions.of(desk)
        joining.invite(hosted, self.invitation if hosted.following else self.start.choices.invitation)
        self.port = hosted.door.port

    @property
    def invitation(self) -> Invitation:
        """How phones get in; once they have, they are not sent to another port."""
        return replace(self.start.choices.invitation, port=self.port or self.start.choices.invitation.port)

    def outbox(self) -> Outbox:
        """A way of its own to the lessons folder, for what is no session's record."""
        parts = self._parts()
        words = self.start.choices.words
        return Outbox(self.places.outbox, parts.lessons, lambda record: "", parts.lessons_known, catalogue=words)

    def shutdown(self) -> None:
        """Stop every thread and close every file; sessions that have not ended can be resumed."""
        self.sessions.shut_down()
        for day in self.days:
            day.stop()

    def _parts(self) -> joining.Parts:
        folder = self.lessons.folder
        if folder is not None:
            if self.start.choices.make_lessons:
                folder.mkdir(parents=True, exist_ok=True)
            # A folder that cannot be used now is no reason not to begin: the record waits on this laptop.
            self.lessons.trouble()
        ended = self.beforehand.ended
        words, via = self.start.choices.words, self.start.choices.invitation.via
        return joining.Parts(
            self.clock, self.places, words, folder, self.lessons.known, ended, self.start.choices.mark, via
        )
