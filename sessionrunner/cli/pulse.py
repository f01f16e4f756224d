"""Once a second, writes where the session is: for ``status``, and for ``resume`` to come back to the same second."""

import os
import threading
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Protocol

from sessionrunner.core.exercise import LessonKind
from sessionrunner.core.lesson import EMPTY_SKETCH, Sketch
from sessionrunner.desk import Desk

_SECOND = 1.0


@dataclass(slots=True)
class Door:
    """Where the phones come in; the same after a resume, so that they find their way back."""

    token: str
    """Part of the phones' address."""
    port: int | None = None
    """The port they had; None before the server has been started for the first time."""
    via: str = ""
    """URL of the server they come through; empty when they come to this laptop."""


class Telling(Protocol):
    """Where it is told how things are: a session's folder, or a day's file while it has a break."""

    def write_status(self, status: Mapping[str, Any]) -> bool:
        """Replace the status as a whole; False when the disk did not take it."""
        ...

    def write_sketch(self, sketch: Mapping[str, Any]) -> bool:
        """Replace what is being typed as a whole; False when the disk did not take it."""
        ...


class Pulse:
    """A thread that keeps the session folder's status fresh until it is stopped."""

    def __init__(self, desk: Desk, folder: Telling, door: Door) -> None:
        self._desk = desk
        self._folder = folder
        self._door = door
        self._writing = threading.Lock()
        self._kept = EMPTY_SKETCH
        """What is on disk of the line that is being typed."""
        self._over = False
        self._wake = threading.Event()
        self._thread = threading.Thread(target=self._keep_beating, name="pulse", daemon=True)

    def start(self) -> None:
        """Write at once, then every second and when an answer has arrived."""
        self.beat()
        self._desk.answers.receiving.arrived = self._wake.set
        self._thread.start()

    def beat(self) -> None:
        """Write now: something has changed that a crash must not take away."""
        with self._writing:
            self._folder.write_status(snapshot(self._desk, self._door))
            sketch = self._desk.room.sketch
            if sketch != self._kept and self._folder.write_sketch(_plain(sketch)):
                self._kept = sketch

    def stop(self) -> None:
        """Write no more."""
        self._over = True
        self._wake.set()
        if self._thread.is_alive():
            self._thread.join()

    def _keep_beating(self) -> None:
        while not self._over:
            self._wake.wait(_SECOND)
            self._wake.clear()
            self.beat()


def _plain(sketch: Sketch) -> Mapping[str, object]:
    return asdict(sketch) | {"kind": sketch.kind.value}


def taken_up(fields: Mapping[str, object]) -> Sketch:
    """The line that was being typed when the program stopped; empty when it cannot be read."""
    kinds = {kind.value: kind for kind in LessonKind}
    kind = kinds.get(str(fields.get("kind")))
    texts = {name: str(fields.get(name, "")) for name in ("text", "owner", "due", "level")}
    replaces = fields.get("replaces")
    return Sketch(kind, **texts, replaces=str(replaces) if replaces else None) if kind else EMPTY_SKETCH


def snapshot(desk: Desk, door: Door) -> Mapping[str, object]:
    """The running session in the shape of ``status --json``; counts and addresses, no answers and no names."""
    session, audience = desk.session, desk.audience
    return {
        "session": desk.identity.session,
        "exercise": session.exercise.id,
        "stage": session.stage.value,
        "step": session.step.id if session.step else None,
        "remaining_seconds": round(desk.time.remaining_seconds(), 1),
        "paused": session.paused is not None,
        "phone_url": audience.phone_url,
        "wall_url": audience.wall_url,
        "network": audience.network.reach.value,
        "answers": desk.room.answered(),
        "stored": sum(desk.answers.received().values()),
        "people": len(session.people),
        "connected": audience.connected,
        "elapsed": desk.now().total_seconds(),
        "wall": desk.time.wall().isoformat(),
        "pid": os.getpid(),
        "token": door.token,
        "port": door.port,
        "via": door.via,
    }
