"""A moment in which something is being made ready and no key does anything."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from sessionrunner.locale import Catalogue
from sessionrunner.tui.safe import safe
from sessionrunner.tui.screens.base import Overlay


class Hold(Overlay[None]):
    """What is being made ready; whoever made it takes this away."""

    def __init__(self, words: Catalogue, told: str) -> None:
        super().__init__(words)
        self._told = told

    def compose(self) -> ComposeResult:
        """One sentence."""
        with Vertical(classes="card"):
            yield Static(safe(self._told), classes="card-title")
