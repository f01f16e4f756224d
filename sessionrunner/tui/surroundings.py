"""What the screens are given: the laptop's own surroundings, or those of a rehearsal while one is under way."""

from functools import cached_property
from typing import TYPE_CHECKING

from sessionrunner.tui.start import Laptop, Practice

if TYPE_CHECKING:
    from sessionrunner.host import Host
    from sessionrunner.tui.screens.leaflets import QrMatrix
    from sessionrunner.tui.views import Views


class Surroundings:
    """Loaded when something of them is first needed: the library is on the screen by then."""

    def __init__(self, laptop: Laptop, qr: "QrMatrix") -> None:
        self.laptop, self.qr = laptop, qr
        self._real = laptop
        self.practice: Practice | None = None
        """The rehearsal under way, if any."""

    @property
    def host(self) -> "Host":
        """Everything outside that is not the library."""
        return self.laptop.host()

    @cached_property
    def views(self) -> "Views":
        """Every screen but the library."""
        from sessionrunner.tui.views import Views

        return Views()

    def load(self) -> None:
        """Load what the next key will ask for. Blocks."""
        _ = self.views, self.host

    def go_into(self, practice: Practice) -> None:
        """From now on everything comes from the rehearsal's own laptop."""
        self.practice, self.laptop = practice, practice.laptop

    def come_out(self) -> None:
        """Everything is real again."""
        self.practice, self.laptop = None, self._real
