"""What the runner and the leader's surfaces need from outside, as small protocols."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

from sessionrunner.core.copies import Copy
from sessionrunner.core.exercise import Step
from sessionrunner.core.joint import Sheet
from sessionrunner.core.network.addresses import Address
from sessionrunner.core.network.reach import Reach
from sessionrunner.core.network.wifi import Wifi
from sessionrunner.core.public import PublicView
from sessionrunner.core.record import Record
from sessionrunner.core.reflections import Rejection, Submission
from sessionrunner.core.session import Event, Session
from sessionrunner.core.showing import Shown
from sessionrunner.core.text import SessionRunnerError


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
    overview_waits: bool = False
    """Whether it has arrived but the folder's overview could not be written; that is tried again too."""


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


class Rooms(Protocol):
    """The rooms of one day that sum up together, as one of their leaders has them."""

    @property
    def joined(self) -> bool:
        """Whether this room is one of several."""
        ...

    def sheets(self) -> tuple[Sheet, ...]:
        """What each room has come to, as last heard."""
        ...

    def on_wall(self) -> bool:
        """Whether this room's wall shows them now, because its own leader or the day's wanted it to."""
        ...

    def on_all_walls(self) -> bool:
        """Whether the day's leader has put them on every wall; a room may have taken them away since."""
        ...

    def look(self) -> None:
        """Hear what the rooms have come to now; SessionRunnerError when they cannot be heard. Blocks."""
        ...

    def show(self, on: bool) -> None:
        """Put them on this room's wall, or take them away from it; SessionRunnerError. Blocks."""
        ...

    def show_all(self, on: bool) -> None:
        """The same for every room's wall; SessionRunnerError for who is not the day's leader. Blocks."""
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
