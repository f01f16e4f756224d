"""Takes what lies in the outbox to the shared folder, in a thread of its own and as often as it takes."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Condition, Thread

from sessionrunner.core.patience import looks
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.ports import Delivery
from sessionrunner.storage.outbox_entry import Entry

Carry = Callable[[Entry], tuple[Path | None, SessionRunnerError | None]]
"""Takes an entry to its folder: where it arrived, or why it did not."""
_FAREWELL = timedelta(seconds=5)
"""How long a program that ends waits for a delivery under way."""


class Courier:
    """Delivers the entry sent last; safe to use from any thread."""

    def __init__(self, carry: Carry, arrived: Callable[[Path], bool], pauses: Sequence[timedelta]) -> None:
        """``arrived`` is told the record's place, in the courier's thread, again and again until it says True.

        ``pauses`` are how long to wait after each failed try, the last one over and over.
        """
        self.changed = Condition()
        """To be held while an entry is being written: nothing is taken for delivered meanwhile."""
        self.delivery = Delivery()
        """How far the latest entry has come; read and set while ``changed`` is held."""
        self._carry = carry
        self._arrived = arrived
        self._pauses = pauses
        self._entry: Entry | None = None
        self._version = 0
        """Counts what has been sent, so that an older delivery is not taken for the latest."""
        self._tried = 0
        """The version last taken up by the thread."""
        self._busy = False
        self._stopping = False
        self._thread: Thread | None = None

    def send(self, entry: Entry, delivery: Delivery) -> None:
        """There is something new to deliver, or somewhere else to take it; without a place it waits."""
        with self.changed:
            self._entry, self.delivery = entry, delivery
            self._version += 1
            self._stopping = False
            if self._thread is None and delivery.place is not None:
                self._thread = Thread(target=self._run, name="outbox", daemon=True)
                self._thread.start()
            self.changed.notify_all()

    def settle(self, patience: timedelta) -> Delivery:
        """Wait at most so long for the latest entry to arrive and for what follows on that to be done."""
        with self.changed:
            for look in looks(patience):
                if self.changed.wait_for(self._settled, look):
                    break
            return self.delivery

    def _settled(self) -> bool:
        return self._thread is None or (self.delivery.delivered and not self._busy)

    def stop(self) -> None:
        """End the thread, after the delivery under way if it ends soon."""
        with self.changed:
            self._stopping = True
            self.changed.notify_all()
            thread, self._thread = self._thread, None
        if thread is not None:
            thread.join(_FAREWELL.total_seconds())

    def _run(self) -> None:
        failures = 0
        while self._work_comes(failures):
            failures = 0 if self._try() else failures + 1

    def _work_comes(self, failures: int) -> bool:
        """Wait for something new, or for the next try after a failure; False when it is time to stop."""
        pause = self._pauses[min(failures, len(self._pauses)) - 1].total_seconds() if failures else None
        with self.changed:
            self.changed.wait_for(lambda: self._stopping or self._version != self._tried, pause)
            self._busy = not self._stopping
            self._tried = self._version
            return not self._stopping

    def _try(self) -> bool:
        """Deliver once, and tell of it; whether nothing is left to do."""
        version = self._tried
        place = self._delivered() or self._deliver(version)
        done = place is not None and self._arrived(place)
        with self.changed:
            if version == self._version:
                self.delivery = replace(self.delivery, overview_waits=place is not None and not done)
            self._busy = False
            self.changed.notify_all()
        return done

    def _delivered(self) -> Path | None:
        """Where the latest entry is, once it has arrived: then only what follows on that is left to try."""
        with self.changed:
            return self.delivery.place if self.delivery.delivered else None

    def _deliver(self, version: int) -> Path | None:
        with self.changed:
            entry, towards = self._entry, self.delivery.place
        assert entry is not None  # the thread starts with the first entry
        place, trouble = self._carry(entry)
        with self.changed:
            if version == self._version:
                self.delivery = replace(self.delivery, delivered=place is not None, trouble=trouble)
                self._clear(entry)
            elif towards == self.delivery.place:
                # Whoever saves again before a slow folder has answered still hears what the folder says.
                self.delivery = replace(self.delivery, trouble=trouble)
            self.changed.notify_all()
        return place

    def _clear(self, entry: Entry) -> None:
        """What has arrived for good needs no place here; a failure to remove it is tried again at the next start."""
        with suppress(OSError):
            if self.delivery.delivered and entry.finish():
                self.delivery = replace(self.delivery, kept=None)
