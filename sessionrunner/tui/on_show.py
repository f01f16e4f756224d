"""What the library has on show: which stand is looked at, what is looked for, and what that leaves."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sessionrunner.core.browsing import Filters
    from sessionrunner.tui.stands import Looking, Shown, Stand


class OnShow:
    """Nothing is on show until the exercises have been taken in; the page is painted before that."""

    def __init__(self) -> None:
        self.stands: list[Stand] = []
        self.at = 0
        """Number of the stand that is looked at."""
        self.shown: Sequence[Shown] = ()
        """What fits, in order."""
        self._looking: Looking | None = None

    @property
    def looking(self) -> "Looking":
        """What is looked for."""
        if self._looking is None:
            # What it is made of is not needed to paint the list.
            from sessionrunner.tui.stands import Looking

            self._looking = Looking()
        return self._looking

    @property
    def stand(self) -> "Stand":
        """The one that is looked at."""
        return self.stands[self.at]

    @property
    def complete(self) -> bool:
        """Whether the programmes, which come last, are there too."""
        return bool(self.stands) and not self.stands[-1].filtered

    def take(self, stands: "Sequence[Stand]") -> None:
        """Show these instead; the programmes are read anew."""
        self.stands = list(stands)
        self.at = min(self.at, len(self.stands) - 1)

    def look_for(self, looking: "Looking") -> bool:
        """Look for this from now on; whether it is something else than before."""
        changed = looking != self.looking
        self._looking = looking
        return changed

    def find(self) -> None:
        """Let what fits be shown."""
        self.shown = self.stand.found(self.looking)

    def on_line(self, number: int | None) -> "Shown | None":
        """What stands on this line, counted from 0."""
        return self.shown[number] if number is not None and number < len(self.shown) else None

    def line_of(self, choice: str) -> int | None:
        """Where what has this id stands, else the first line; None when nothing is shown."""
        ids = [one.id for one in self.shown]
        return (ids.index(choice) if choice in ids else 0) if ids else None

    def hits(self, filters: "Filters") -> int:
        """How many would be left by these filters."""
        return len(self.stand.found(replace(self.looking, filters=filters)))

    def turn(self, step: int) -> None:
        """Look at the next stand, or the previous one."""
        self.at = (self.at + step) % len(self.stands)

    def turn_to_programmes(self) -> None:
        """Look at the programmes, or from there at all exercises again."""
        last = len(self.stands) - 1
        self.at = 0 if self.at == last else last
