"""The top line: which exercise, how far, when it ends and whether it is late."""

from textual.content import Content
from textual.widget import Widget

from sessionrunner.core import timeline
from sessionrunner.core.session import Stage
from sessionrunner.desk import Desk
from sessionrunner.locale import Catalogue, timing
from sessionrunner.tui import phrases
from sessionrunner.tui.safe import joined, one_line

_TITLE = 8
"""Cells of the title without which nobody sees what it is."""


class TopLine(Widget):
    """Title to the left, step in the middle, end time to the right."""

    def __init__(self, words: Catalogue) -> None:
        super().__init__(id="top")
        self._words = words
        self._parts = ("", "", "", "")

    def show(self, desk: Desk, clock: bool = False) -> None:
        """Look at the desk again; ``clock`` puts the time that is left in the middle too."""
        session = desk.session
        middle = self._words("tui.top.step", number=session.position + 1, total=len(session.exercise.steps))
        if clock:
            left = phrases.countdown(timeline.remaining(session, desk.now()))
            middle = f"{middle} · {self._words('tui.top.left', left=left)}"
        parts = (session.exercise.title, middle if session.stage is Stage.RUNNING else "", *self._end(desk))
        if parts != self._parts:
            self._parts = parts
            self.refresh()

    def _end(self, desk: Desk) -> tuple[str, str]:
        if desk.session.stage is Stage.LOBBY:
            return "", ""
        end = self._words("tui.top.end", end=phrases.time_of_day(desk.time.ends_at()))
        slack = timing.slack_line(self._words, desk.session.ends, desk.time.slack())
        late = timeline.behind(desk.session, desk.now())
        running = desk.session.stage is Stage.RUNNING
        told = " · ".join(part for part in (end, slack) if part)
        return told, f"{told} · {phrases.behind(self._words, late)}" if running else told

    def render(self) -> Content:
        """That only the leader is to see this stands first; the title gives way first, then how late the step is."""
        title, middle, short, full = self._parts
        tag = Content.styled(f" {self._words('tui.private.tag')} ", "$on-accent on $accent")
        right, room = self._right(middle, full, tag)
        if room < _TITLE:
            right, room = self._right(middle, short, tag)
        return tag + " " + one_line(title, "bold").truncate(max(room, 4), ellipsis=True, pad=True) + "  " + right

    def _right(self, middle: str, end: str, tag: Content) -> tuple[Content, int]:
        """Step and end, and how many cells they leave for the title."""
        right = joined(one_line(middle, "$muted"), one_line(end, "bold"), between="    ")
        return right, self.content_size.width - right.cell_length - tag.cell_length - 3
