"""What the runner and the leader's surfaces need from outside, as small protocols."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

from sessionrunner.core.copies import Copy
from sessionrunner.core.exercise import Exercise, Step
from sessionrunner.core.followup import Past
from sessionrunner.core.history import StepMinutes
from sessionrunner.core.inspection import Finding
from sessionrunner.core.manuscript import Manuscript
from sessionrunner.core.network.addresses import Address
from sessionrunner.core.network.reach import Reach
from sessionrunner.core.network.wifi import Wifi
from sessionrunner.core.public import PublicView
from sessionrunner.core.record import Record
from sessionrunner.core.reflections import Rejection, Submission
from sessionrunner.core.session import Event, Session
from sessionrunner.core.showing import Shown
from sessionrunner.core.text import SessionRunnerError, Text


class Clock(Protocol):
    """Time as the laptop knows it."""

    def elapsed(self) -> timedelta:
        """Time since some fixed moment, never jumping and never going back."""
        ...

    def wall(self) -> datetime:
        """What a clock on the wall shows, with its zone."""
        ...


class Journal(Protocol):
    """Where events are written before anybody is told about them."""

    def append(self, events: Sequence[Event]) -> None:
        """Return when the events are on disk; SessionRunnerError when they could not be written."""
        ...


class Box(Protocol):
    """Where anonymous answers lie sealed; it knows neither who nor when."""

    def put(self, submission: Submission) -> None:
        """Return when the submission is on disk; the same id is stored once. Blocks; call from a worker thread."""
        ...

    def find(self, step: str, submission: str) -> Submission | None:
        """What is stored under this id in this step, if anything is."""
        ...

    def gather(self, step: Step, wave: int, least: int) -> None:
        """Bring here what has been handed in elsewhere, as this wave, once it makes ``least`` with what is here.

        SessionRunnerError when it cannot be fetched now. Blocks.
        """
        ...

    def counts(self) -> Mapping[str, int]:
        """How many submissions each step has, by step id."""
        ...

    def held(self) -> Mapping[str, int]:
        """How many of them are held back for personal data, by step id."""
        ...

    def settle(self, step: str, change: Callable[[Submission], Submission | None]) -> None:
        """Write over everything held back in this step with what it is changed to; None takes it away."""
        ...

    def mixed(self, step: Step, waves: Sequence[int] = (0,)) -> Mapping[str, Sequence[str]]:
        """The answers of a step that came in these waves, by question id, doubles dropped, in order of nothing.

        What is held back is not among them.
        """
        ...

    def mark(self, step: str, question: str, text: str) -> str:
        """What a text is known by outside the box: the same as long as the box lives, meaningless without its key."""
        ...

    def destroy(self) -> None:
        """Make every answer unreadable for ever, key first."""
        ...


@dataclass(frozen=True, slots=True)
class Delivery:
    """How far the record has come on its way to the shared folder."""

    place: Path | None = None
    """The session's folder in the lessons folder, once it is known."""
    kept: Path | None = None
    """The complete copy on this laptop."""
    delivered: bool = False
    """True when the latest record has been read back from the shared folder."""
    trouble: SessionRunnerError | None = None
    """Why it has not arrived yet; it is tried again until it has."""


class Archive(Protocol):
    """Takes records to the shared lessons folder."""

    def save(self, record: Record) -> None:
        """Return when the record is complete on this laptop; delivery to the shared folder goes on by itself."""
        ...

    def delivery(self) -> Delivery:
        """How far the latest record has come."""
        ...

    def attach(self, record: Record, copy: Copy) -> None:
        """Return when a copy of this record is complete on this laptop; it goes to the session's folder by itself."""
        ...

    def settle(self, patience: timedelta) -> Delivery:
        """Wait at most so long for the latest record to be delivered."""
        ...


class Network(Protocol):
    """Where phones are sent, and whether they come."""

    @property
    def address(self) -> Address | None:
        """The address in the code; None when phones can be sent nowhere."""
        ...

    def addresses(self) -> Sequence[Address]:
        """All addresses as last seen, the likeliest first."""
        ...

    def use(self, ip: str) -> None:
        """Send phones to this address from now on; SessionRunnerError when the laptop does not have it."""
        ...

    @property
    def reach(self) -> Reach:
        """Whether phones get through, and what it looks like if they do not."""
        ...

    @property
    def wifi(self) -> Wifi | None:
        """The network that phones are helped to join, if the leader has told it."""
        ...

    def offer(self, wifi: Wifi | None) -> None:
        """Show phones the way into this network, or stop doing so."""
        ...


class Memory(Protocol):
    """What the group has done before."""

    def past(self) -> Past:
        """Every earlier session; SessionRunnerError when the lessons folder cannot be read. Blocks."""
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


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that keeps an exercise from being led."""

    step: int
    """Counted from 0; -1 for the exercise as a whole."""
    message: Text
    remedy: Text


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


class PhoneServer(Protocol):
    """A server that phones talk to."""

    @property
    def phone_url(self) -> str:
        """What the QR code says; empty when no phone can reach it."""
        ...

    @property
    def connected(self) -> int:
        """Phones that follow along right now."""
        ...

    @property
    def trouble(self) -> SessionRunnerError | None:
        """Why phones cannot take part, when they cannot."""
        ...

    @property
    def network(self) -> Network:
        """Where phones are sent, and whether they come."""
        ...

    def stop(self) -> None:
        """Close every connection."""
        ...


class Audience(PhoneServer, Protocol):
    """The server that phones and the wall talk to."""

    @property
    def wall_url(self) -> str:
        """Page for the projector, reachable on this laptop only; empty when there is no server."""
        ...


class PhoneRoom(Protocol):
    """What the phones' server may know and do: see the public view, and hand in answers. Nothing else."""

    def public(self) -> PublicView:
        """What the room sees now; safe to call from any thread."""
        ...

    def mark_ready(self, what: str, mark: str, done: bool = True) -> None:
        """A phone says that somebody is done with ``what``, or not after all; kept in memory as a number only."""
        ...

    def full(self, step: str) -> bool:
        """Whether a step has more answers than the room can have given; the leader may let more in."""
        ...

    def submit(self, step: str, submission: str, raw: Mapping[str, str]) -> Sequence[Rejection]:
        """Take a form: empty when it is on disk, else why not. Blocks; call from a worker thread."""
        ...


class Room(PhoneRoom, Protocol):
    """What the server beside the leader may know on top of that: what the wall shows and counts."""

    def answered(self) -> int:
        """How many answers the form that is open, or was open last, has received."""
        ...

    def shown(self) -> Shown:
        """Opened answers that the leader shows on the wall now; never for the phones."""
        ...

    def ready(self) -> int:
        """How many have said that they are done with what the room does now."""
        ...

    def subscribe(self, listener: Callable[[Session], None]) -> None:
        """Tell this listener about every change, in whatever thread it happens."""
        ...
