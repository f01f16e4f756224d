"""The time that is left: the largest thing on the screen."""

from dataclasses import dataclass
from datetime import timedelta
from math import ceil

from textual.content import Content
from textual.style import Style
from textual.widget import Widget

from sessionrunner.core.public import PublicView
from sessionrunner.core.timeline import Pace
from sessionrunner.locale import Catalogue
from sessionrunner.tui import phrases
from sessionrunner.tui.widgets import big_time

_FILLED = {Pace.CALM: "█", Pace.SOON: "▓", Pace.ENDING: "▒", Pace.OVER: "»"}
"""The bar's own shape for each pace, so that it can be told without colours."""
_CRAMPED = 6
"""Rows at which the digits need the blank row too."""
_MANY = timedelta(minutes=100)
_LONG_OVER = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Face:
    """Everything the countdown shows at one instant."""

    digits: str
    word: str
    """How urgent it is, or that the clock stands still."""
    pace: Pace
    paused: bool
    share: float
    """How much of the step is left, from 0 to 1."""
    lap: str = ""


def face(words: Catalogue, view: PublicView, cost: str = "") -> Face:
    """What the clock looks like for this view of the session; ``cost`` is what overtime takes, for the leader only."""
    paused = view.paused is not None
    whole = view.allotted.total_seconds()
    # Whole seconds, as the digits: what is painted four times a second costs the laptop four times as much.
    share = min(max(ceil(view.remaining.total_seconds()) / whole, 0), 1) if whole > 0 else 0
    lap = phrases.lap_line(words, view.lap, bool(view.places) and view.places[0].table is not None) if view.lap else ""
    lap = cost or lap or (words(f"time.last-call.{view.last_call.value}") if view.last_call else "")
    return Face(_digits(view.remaining), _word(words, view), view.pace, paused, share, lap)


def _digits(left: timedelta) -> str:
    """Seconds are dropped where they no longer matter, so that the digits stay large."""
    if left >= _MANY:
        return str(phrases.whole_minutes(left))
    return phrases.countdown(left).split(":")[0] if left <= -_LONG_OVER else phrases.countdown(left)


def _word(words: Catalogue, view: PublicView) -> str:
    if view.paused is not None:
        return words(f"time.paused.{view.paused.value}")
    minutes_only = view.remaining >= _MANY or view.remaining <= -_LONG_OVER
    return words(f"tui.pace.{view.pace.value}{'-minutes' if minutes_only else ''}")


class Countdown(Widget):
    """Large digits, a word and a bar."""

    def __init__(self) -> None:
        super().__init__(id="countdown")
        self.face = Face("0:00", "", Pace.CALM, False, 0)

    def show(self, new: Face) -> None:
        """Draw this face, if it is not the one already drawn."""
        if new == self.face:
            return
        self.face = new
        for pace in Pace:
            self.set_class(pace is new.pace and not new.paused, f"-{pace.value}")
        self.set_class(new.paused, "-paused")
        self.refresh()

    def render(self) -> Content:
        """Digits as large as the place allows, then the bar, then the round or turn."""
        width, height = self.content_size
        lap = Content.styled(self.face.lap, "bold").truncate(width, ellipsis=True)
        under = [self._bar(width), *([lap] if self.face.lap else [])]
        air = [Content("")] if height > _CRAMPED else []
        rows = big_time.fitting(self.face.digits, width, height - len(under) - len(air))
        return Content("\n").join([_sealed("\n".join(rows), self._ink()), *air, *under])

    def _ink(self) -> Style:
        """Full blocks get their own colour behind them too: no seams where a font leaves gaps."""
        colour = self.styles.color
        return Style() if colour.ansi is not None else Style(background=colour, foreground=colour)

    def _bar(self, width: int) -> Content:
        room = max(width - len(self.face.word) - 2, 4)
        over = self.face.pace is Pace.OVER
        filled = room if over else round(room * self.face.share)
        bar = _sealed(_FILLED[self.face.pace] * filled, self._ink())
        return Content.assemble((self.face.word, "bold"), "  ", bar, "─" * (room - filled))


def _sealed(drawn: str, ink: Style) -> Content:
    return Content(drawn).highlight_regex("█+", style=ink) if ink else Content(drawn)
