"""What the app does about time once a second, whichever screen is shown: ring, and ask about gaps."""

from sessionrunner.core.gap import Gap
from sessionrunner.core.gong import Beat, beat, rings
from sessionrunner.desk import Desk


class Lookout:
    """Remembers the last look at one desk."""

    def __init__(self) -> None:
        self._desk: Desk | None = None
        self._beat = Beat(0, 0, False, False)

    def look(self, desk: Desk) -> tuple[bool, Gap | None]:
        """Whether the gong is due, and a gap to ask about."""
        view = desk.room.public()
        before, self._beat = self._beat, beat(view)
        same, self._desk = desk is self._desk, desk
        due = same and view.sound and view.paused is None and rings(before, self._beat)
        return due, desk.time.look()
