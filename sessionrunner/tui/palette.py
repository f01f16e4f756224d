"""The command palette in the leader's language."""

from typing import Any

from rich.align import Align
from rich.text import Text
from textual.command import CommandList, CommandPalette
from textual.widgets.option_list import Option

from sessionrunner.locale import Catalogue
from sessionrunner.tui.screens.standing import StandingScreen


class Palette(CommandPalette, StandingScreen[None]):
    """Textual's palette, with its last English words replaced."""

    def __init__(self, words: Catalogue) -> None:
        super().__init__(placeholder=words("tui.palette.search"), id="--command-palette")
        self._none = words("tui.palette.none")

    def run_worker(self, *work: Any, **how: Any) -> Any:
        """A search that finds its list gone, because the palette was left, ends nothing but itself."""
        return super().run_worker(*work, **{**how, "exit_on_error": False})

    def _start_no_matches_countdown(self, search_value: str) -> None:
        """Textual offers no other door to this sentence."""
        self._stop_no_matches_countdown()
        self._no_matches_timer = self.set_timer(self._NO_MATCHES_COUNTDOWN, lambda: self._say_none(search_value))

    def _say_none(self, search_value: str) -> None:
        if search_value:
            none = Option(Align.center(Text(self._none)), disabled=True, id=self._NO_MATCHES)
            self.query_one(CommandList).add_option(none)
        self._list_visible = bool(search_value)
