"""Leaflets over the running screen: follow-up questions, and the QR code once more."""

import re
from collections.abc import Callable, Mapping, Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from sessionrunner.core.exercise import Exercise, Step
from sessionrunner.desk import Desk
from sessionrunner.locale import Catalogue
from sessionrunner.locale.handover import Beside, handover
from sessionrunner.tui.keys import Key, bindings
from sessionrunner.tui.safe import one_line, safe
from sessionrunner.tui.screens.ask import Leaflet
from sessionrunner.tui.screens.base import Overlay
from sessionrunner.tui.widgets.bullets import numbered
from sessionrunner.tui.widgets.qr_code import QrCode

_ESCAPED = re.compile(r"\\(.)")

QrMatrix = Callable[[str], Sequence[Sequence[bool]]]
"""Modules of the QR code for a text, True for dark, with a quiet zone of four."""


def question_leaflet(words: Catalogue, step: Step) -> Leaflet:
    """The step's follow-up questions, numbered so that they can be pointed at."""
    listed = Static(numbered(step.questions))
    return Leaflet(
        words, words("tui.questions.title"), listed if step.questions else Content(words("tui.questions.none"))
    )


def now_leaflet(words: Catalogue, desk: Desk) -> Leaflet:
    """What somebody who leads for the first time does now."""
    told = [safe(words.render(one)) for one in desk.advice()]
    leaflet = _wide(Leaflet(words, words("now.title"), Content("\n\n").join(told)))
    leaflet.add_class("-low-leaflet")
    return leaflet


def handover_leaflet(words: Catalogue, desk: Desk, own: Mapping[str, str]) -> Leaflet:
    """Where the hour is and the rest of the script, for somebody who takes over."""
    beside = Beside(own, desk.audience.phone_url, desk.audience.wall_url)
    page = handover(words, desk.session, desk.now(), desk.time.wall(), beside)
    lines = [_read_aloud(line) for line in page.splitlines()]
    return _wide(Leaflet(words, words("tui.handover.title"), Content("\n").join(lines)))


def _read_aloud(line: str) -> Content:
    """A line of Markdown without its signs."""
    text = _ESCAPED.sub(r"\1", line.replace("**", "").lstrip("#").strip())
    return safe(text, "bold $accent" if line.startswith("#") else "")


def _wide(leaflet: Leaflet) -> Leaflet:
    leaflet.add_class("-wide-leaflet")
    return leaflet


class PhoneOverlay(Overlay[None]):
    """The QR code over everything, for somebody who came late."""

    KEYS = (Key("close", "escape,enter,space,q", "close", "escape"),)
    BINDINGS = bindings(KEYS)

    def __init__(self, words: Catalogue, desk: Desk, qr: QrMatrix) -> None:
        super().__init__(words)
        self._address, self._trouble = desk.audience.phone_url, desk.audience.trouble
        self._qr = qr

    def compose(self) -> ComposeResult:
        """Code and address side by side: the code needs nearly every row of a small screen."""
        with Vertical(classes="phone"):
            yield QrCode(self._qr(self._address) if self._address else ())
            yield Static(self._said())

    def _said(self) -> Content:
        if self._address:
            return one_line(self._address, "bold")
        why = f"{self.words.explain(self._trouble)} " if self._trouble else ""
        return one_line(f"{why}{self.words('tui.lobby.without')}")

    def action_close(self) -> None:
        """Back to the notes."""
        self.dismiss()


def letter_leaflet(words: Catalogue, exercise: Exercise, letter: str) -> Leaflet:
    """The invitation as it was copied, and what to do when it cannot be pasted."""
    told = [words("prepare.letter-copied"), words("prepare.letter-not-copied", id=exercise.id)]
    body = [*(safe(one, "bold $accent") for one in told[:1]), safe(letter), safe(told[1], "$muted")]
    leaflet = Leaflet(words, words("prepare.letter-title"), Content("\n\n").join(body))
    leaflet.add_class("-wide-leaflet", "-letter")
    return leaflet
