"""A day on this laptop: its sessions, its breaks, its file and its summary."""

import hashlib
import hmac
import secrets
import threading
from base64 import urlsafe_b64encode
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, timedelta

from sessionrunner.cli import joining
from sessionrunner.cli.hosting import DayPart, LaptopHost
from sessionrunner.cli.preparing import NoArchive, NoBox
from sessionrunner.cli.pulse import Door, Pulse
from sessionrunner.core.commands import Open
from sessionrunner.core.exercise import Exercise, Mode, Step
from sessionrunner.core.history import StepMinutes, with_minutes
from sessionrunner.core.programme import Part, Programme
from sessionrunner.core.programme_day import Day, Row
from sessionrunner.core.progress import done
from sessionrunner.core.record import Identity
from sessionrunner.core.session import Event
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.core.variants import varied
from sessionrunner.daydesk import DayDesk
from sessionrunner.desk import Desk
from sessionrunner.locale import Catalogue
from sessionrunner.output import day_summary
from sessionrunner.ports import Delivery
from sessionrunner.runner import SessionRunner
from sessionrunner.storage.day_file import DayFile
from sessionrunner.storage.day_status import DayStatus
from sessionrunner.storage.folder_name import folder_name
from sessionrunner.storage.outbox import Outbox
from sessionrunner.storage.programmes import Programmes

_PATIENCE = timedelta(seconds=10)
"""How long the end of a day waits for the shared folder."""
_MINUTE = timedelta(minutes=1)


class NoJournal:
    """A break leaves no trace of its own: the day knows when it began."""

    def append(self, events: Sequence[Event]) -> None:
        """Nothing needs to last."""


class LaptopDay:
    """``daydesk.DayHost`` over the host of single sessions."""

    def __init__(self, host: LaptopHost, words: Catalogue, file: DayFile) -> None:
        self._host = host
        self._words = words
        self._file = file
        self._known: Mapping[str, Exercise] = {}
        self._begun = False
        self._done: Mapping[str, date] = {}
        # A share that is slow must not keep the day from beginning.
        threading.Thread(target=self._look_back, name="earlier", daemon=True).start()
        self._outbox: Outbox | None = None
        self._breaks: list[tuple[Desk, Door, str]] = []
        self._end_telling: Callable[[], None] = lambda: None

    def wall(self) -> datetime:
        """What a clock on the wall shows now."""
        return self._host.clock.wall()

    @property
    def known(self) -> Mapping[str, Exercise]:
        """Every exercise, with the group's own lengths."""
        if not self._known:
            memory = self._host.memory
            self._known = {one.id: with_minutes(one, memory.own_times(one)) for one in self._host.exercises()}
        return self._known

    @property
    def done(self) -> Mapping[str, date]:
        """What the lessons folder has told so far."""
        return self._done

    def _look_back(self) -> None:
        with suppress(SessionRunnerError):
            self._done = done(self._host.memory.past())

    def open_part(self, day: Day, part: Part) -> Desk:
        """Begin the session of the day's next item, in the lengths that have been agreed."""
        assert part.exercise is not None  # a programme with unknown exercises does not begin
        filed = self._host.shelf.find(part.exercise.id)
        part_of = DayPart(token(day), token(day, 1), _lengths(varied(filed, part.item.variant), part.exercise), day.met)
        return self._host.open(replace(filed, variant=part.item.variant), day.people, part=part_of)

    def open_break(self, day: Day, part: Part) -> Desk:
        """A clock for everybody; after a crash it goes on from when the break began."""
        exercise = _a_break(part, self._words)
        identity = Identity("", self.wall().date(), self._words.language)
        desk = Desk(SessionRunner(exercise, self._host.clock, NoJournal()), identity, NoBox(), NoArchive())
        desk.handle(Open(day.people, 0))
        door = Door(token(day), via=self._host.invitation.via)
        self._breaks.append((desk, door, token(day, 1)))
        self._tell_of(desk, door, day, part)
        return desk

    def _tell_of(self, desk: Desk, door: Door, day: Day, part: Part) -> None:
        """What ``status`` says for as long as the break goes on."""
        more = {"exercise": None, "programme": day.programme.id, "item": part.title, "number": day.position + 1}
        status = DayStatus(self._host.places.days, day.id, more)
        pulse = Pulse(desk, status, door)

        def end() -> None:
            pulse.stop()
            status.remove()

        pulse.start()
        self._end_telling = end

    def invite(self, desk: Desk) -> None:
        """Start the audience's server, at the door the day had before."""
        for one, door, following in self._breaks:
            if one is desk:
                door.port = self._host.port
                joining.serve(desk, self._host.invitation, door, following)
                self._host.port = door.port
                return
        self._host.invite(desk)

    def keep(self, day: Day) -> None:
        """Return when the day is on disk; between items there is no break to tell of."""
        if day.began is None:
            self._end_telling()
        self._begun = day.first is not None or bool(day.skipped)
        self._file.write(day, self._host.lessons.folder)

    def tell(self, day: Day, rows: tuple[Row, ...], over: bool) -> Delivery:
        """The summary goes the same way as the lessons: complete here first, then to the shared folder."""
        if not day.held:
            self._forget(over)
            return Delivery()
        content = day_summary.render(day, rows, self._words, over).encode()
        outbox = self._way_out()
        outbox.keep(folder_name(day.date, day.programme.title, day.id), {day_summary.FILE: content}, over)
        delivery = outbox.settle(_PATIENCE) if over else outbox.delivery()
        self._forget(over)
        return delivery

    def is_of(self, day: Day) -> bool:
        """Whether these are the surroundings of this day."""
        return self._file.id == day.id

    def stop(self) -> None:
        """Stop what is still running; a day that is not over can be resumed."""
        self._end_telling()
        for desk, _, _ in self._breaks:
            desk.audience.stop()
        if self._outbox is not None:
            self._outbox.stop()
        # A day that was only looked at is nothing to take up again.
        self._file.release() if self._begun else self._file.remove()

    def _forget(self, over: bool) -> None:
        if over:
            self._file.remove()

    def _way_out(self) -> Outbox:
        if self._outbox is None:
            self._outbox = self._host.outbox()
        return self._outbox


class LaptopDays:
    """Programmes on this laptop, and the days that are made of them."""

    def __init__(self, host: LaptopHost, words: Catalogue) -> None:
        self._host, self._words = host, words

    def programmes(self) -> Sequence[Programme]:
        """Every programme that can be led."""
        known = {exercise.id: exercise for exercise in self._host.exercises()}
        return Programmes(self._host.shelf.folders, known).all()

    def open(self, programme: Programme) -> DayDesk:
        """A day that has not begun; who is there will be asked."""
        return new_day(programme, (), self._host, self._words)

    def leave(self, day: DayDesk) -> None:
        """A day that was only looked at leaves nothing behind."""
        for one in self._host.days if not day.begun else ():
            if isinstance(one, LaptopDay) and one.is_of(day.day):
                one.stop()


def new_day(programme: Programme, people: tuple[str, ...], host: LaptopHost, words: Catalogue) -> DayDesk:
    """A day that has not begun; it is on this laptop's disk from now on."""
    now = host.clock.wall()
    day = Day(secrets.token_hex(4), now.date(), programme, people, secret=secrets.token_hex(16))
    file = DayFile(host.places.days, day.id)
    file.hold()
    host.start.note(file.given)
    laptop = LaptopDay(host, words, file)
    host.days.append(laptop)
    laptop.keep(day)
    return DayDesk(day, laptop)


def token(day: Day, ahead: int = 0) -> str:
    """The phones' secret for the day's next item, or for one further ahead; empty where there is none."""
    position = day.position
    for _ in range(ahead):
        position += 1
        while position in day.skipped:
            position += 1
    if position >= len(day.programme.items):
        return ""
    drawn = hmac.new(day.secret.encode(), str(position).encode(), hashlib.sha256).digest()
    return urlsafe_b64encode(drawn)[:10].decode()


def _lengths(filed: Exercise, agreed: Exercise) -> tuple[StepMinutes, ...]:
    """The steps that are to take another time than in the file."""
    pairs = zip(filed.steps, agreed.steps, strict=True)
    return tuple(
        StepMinutes(step.id, round(step.minutes / _MINUTE)) for own, step in pairs if step.minutes and step != own
    )


def _a_break(part: Part, words: Catalogue) -> Exercise:
    step = Step("paus", part.title, Mode.BREAK, part.length, protect=True, wall=words("programme.break-task"))
    return Exercise("programme/break", part.title, "", part.length, (step,))
