"""What lies in which slot of a box: known in memory only, and found again by trying the key on every slot."""

import threading
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from sessionrunner.core.reflections import Submission

Known = tuple[str, str]
"""Step id and submission id: what tells a repeated sending from a second answer."""


class Register:
    """Which slots are taken by what, by slot and so in no order of arrival; safe to ask from any thread."""

    def __init__(self, numbers: Iterable[int]) -> None:
        self._lock = threading.Lock()
        self._slots: dict[int, Submission | None] = dict.fromkeys(numbers)
        """Submissions without their answers; None for a free slot."""
        self._numbers: dict[Known, int] = {}
        self._counts: Counter[str] = Counter()
        self._held: Counter[str] = Counter()
        """How many each step has, and how many of them are held back: asked for with every answer that comes."""

    def note(self, number: int, holds: Submission | None) -> None:
        """A slot holds this now; its answers are not remembered."""
        with self._lock:
            before = self._slots[number]
            if before is not None:
                self._numbers.pop((before.step, before.id), None)
                self._count(before, -1)
            self._slots[number] = None
            if holds is not None:
                self._slots[number] = Submission(holds.step, holds.id, {}, holds.wave, holds.held)
                self._numbers[holds.step, holds.id] = number
                self._count(holds, 1)

    def find(self, known: Known) -> int | None:
        """The slot in which a submission lies; None when it lies in none."""
        with self._lock:
            return self._numbers.get(known)

    def free(self) -> list[int]:
        """Slots that nothing lies in."""
        with self._lock:
            return [number for number, holds in self._slots.items() if holds is None]

    def open(self, step: str, waves: Sequence[int]) -> list[int]:
        """Slots of a step whose answers came in these waves and are not held back."""
        with self._lock:
            taken = [(number, holds) for number, holds in self._slots.items() if holds is not None]
            return [number for number, one in taken if one.step == step and one.wave in waves and not one.held]

    def held(self, step: str) -> list[int]:
        """Slots of a step that are held back."""
        with self._lock:
            taken = [(number, holds) for number, holds in self._slots.items() if holds is not None]
            return [number for number, one in taken if one.step == step and one.held]

    def counts(self, held: bool = False) -> Mapping[str, int]:
        """How many submissions each step has, or how many of them are held back."""
        with self._lock:
            return +(self._held if held else self._counts)

    def _count(self, one: Submission, more: int) -> None:
        self._counts[one.step] += more
        self._held[one.step] += more * one.held
