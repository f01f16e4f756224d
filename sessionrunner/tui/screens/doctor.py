"""The check before the hour: one line for each thing, green, yellow or red by word and sign too."""

from collections.abc import Sequence
from textwrap import wrap
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from sessionrunner.core.inspection import Finding, Level
from sessionrunner.host import Care
from sessionrunner.locale import Catalogue
from sessionrunner.tui.keys import Key, bindings
from sessionrunner.tui.safe import safe
from sessionrunner.tui.screens.ask import Leaflet
from sessionrunner.tui.screens.base import HELP, LeaderScreen
from sessionrunner.tui.widgets.key_bar import KeyBar

_COLOURS = {
    Level.GOOD: "bold $calm",
    Level.TRY: "bold $accent",
    Level.DOUBTFUL: "bold $soon",
    Level.WRONG: "bold $over",
}
_INDENT = 8
"""Columns for sign and word."""
_ORDER = (Level.WRONG, Level.DOUBTFUL, Level.TRY, Level.GOOD)


class DoctorScreen(LeaderScreen):
    """Findings as they come, those that need something first."""

    PURPOSE = "doctor"
    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("network-back", "escape,d", "close", "escape"),
        Key("look-again", "r", "look", "r"),
        Key("it-page", "t", "it_page", "t"),
        Key("scroll", "", "look", "↑↓"),
        HELP,
    )
    BINDINGS = bindings(KEYS, ("up", "scroll(-1)"), ("down", "scroll(1)"))

    def __init__(self, words: Catalogue, care: Care) -> None:
        super().__init__(words)
        self._care = care
        self._found: list[Finding] = []
        self._summary = ""

    def compose(self) -> ComposeResult:
        """Title, findings, keys."""
        yield Static(self.words("doctor.title"), classes="headline")
        with VerticalScroll(id="findings", can_focus=False):
            yield Static(id="finding-text")
        yield KeyBar(self.KEYS, self.words)

    def on_mount(self) -> None:
        """Look at once."""
        self.action_look()

    def action_look(self) -> None:
        """Look again: something may have been put right."""
        self._found = []
        self.app.bell()
        self._draw(self.words("doctor.looking"))
        self._examine(self._found)

    @work(thread=True, exclusive=True)
    def _examine(self, found: list[Finding]) -> None:
        for finding in self._care.examine():
            self.call_later(self._take, found, finding)
        self.call_later(self._finish, found)

    def _take(self, found: list[Finding], finding: Finding) -> None:
        found.append(finding)
        # A look that another one has come after goes on in its thread, but tells nobody.
        if found is self._found:
            self._draw(self.words("doctor.looking"))

    def _finish(self, found: list[Finding]) -> None:
        if found is not self._found:
            return
        wrong, doubtful = (sum(one.level is level for one in found) for level in (Level.WRONG, Level.DOUBTFUL))
        key, count = ("something", wrong) if wrong else ("doubtful", doubtful) if doubtful else ("all-well", 0)
        self._draw(self.words(f"doctor.{key}", n=count))

    def sized(self) -> None:
        """Lines are as long as the screen is wide."""
        self._draw(self._summary)

    def _draw(self, summary: str) -> None:
        self._summary = summary
        ordered = sorted(self._found, key=lambda one: _ORDER.index(one.level))
        width = max(20, self.size.width - _INDENT - 4)
        self.query_one("#finding-text", Static).update(findings(self.words, summary, ordered, width))

    def action_it_page(self) -> None:
        """The rule that lets phones in, for those who may write it."""
        leaflet = Leaflet(self.words, self.words("network.it.title"), safe(self._care.it_page()))
        leaflet.add_class("-wide-leaflet")
        self.app.push_screen(leaflet)

    def action_scroll(self, rows: int) -> None:
        """Read on."""
        self.query_one("#findings").scroll_relative(y=rows, animate=False)

    def action_close(self) -> None:
        """Back to where the leader was."""
        self.app.pop_screen()


def findings(words: Catalogue, summary: str, found: Sequence[Finding], width: int) -> Content:
    """A sentence about all, then a line for each with its remedy below; texts are ``width`` columns wide."""
    lines = [Content.styled(summary, "bold"), Content("")]
    for one in found:
        mark = f"{one.level.sign} {words.render(one.level.word)}".ljust(_INDENT)
        lines.append(Content.assemble((mark, _COLOURS[one.level]), _hanging(words.render(one.message), width)))
        if one.remedy is not None:
            lines.append(Content.assemble(" " * _INDENT, _hanging(words.render(one.remedy), width).stylize("$muted")))
    return Content("\n").join(lines)


def _hanging(text: str, width: int) -> Content:
    """The text with every further line below the first one's beginning."""
    return safe(f"\n{' ' * _INDENT}".join(wrap(text, width)))
