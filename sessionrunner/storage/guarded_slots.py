"""The slots of a box as its threads use them: one at a time, and with the box's own troubles."""

import sqlite3
import threading
from collections.abc import Iterable, Mapping

from sessionrunner.storage.box_trouble import trouble_of
from sessionrunner.storage.slots import Slots


class GuardedSlots:
    """Slots that any thread may ask for; BoxFailed or one of its kinds when the disk or the file lets them down."""

    def __init__(self, slots: Slots) -> None:
        self.numbers = slots.numbers
        """Every slot there is."""
        self._slots = slots
        self._disk = threading.Lock()

    def read(self, numbers: Iterable[int]) -> list[tuple[int, bytes]]:
        """What lies in these slots, each with its number."""
        try:
            with self._disk:
                return [(number, self._slots.read(number)) for number in numbers]
        except sqlite3.Error as error:
            raise trouble_of(error) from error

    def write(self, contents: Mapping[int, bytes]) -> None:
        """Replace the contents of these slots, all or none, and return when they are on disk."""
        try:
            with self._disk:
                self._slots.write(contents)
        except (sqlite3.Error, ValueError) as error:  # ValueError: the file has been changed under our feet
            raise trouble_of(error) from error

    def close(self) -> None:
        """Let go of the file until it is used again."""
        with self._disk:
            self._slots.close()
