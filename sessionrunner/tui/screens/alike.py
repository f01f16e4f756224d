"""A suggestion about two texts: the same, under one heading, or neither. About every other one is right."""

from enum import Enum

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from sessionrunner.core.synthesis import Card
from sessionrunner.locale import Catalogue
from sessionrunner.tui.keys import Key, bindings
from sessionrunner.tui.safe import safe
from sessionrunner.tui.screens.base import Overlay
from sessionrunner.tui.widgets.key_bar import KeyBar


class Likeness(Enum):
    """What the leader says of two texts."""

    SAME = "same"
    HEADING = "heading"


class AskAlike(Overlay[Likeness | None]):
    """No answer is the likeliest one, so Enter gives none."""

    KEYS = (
        Key("alike-heading", "r", "answer('heading')", "r"),
        Key("alike-same", "s", "answer('same')", "s"),
        Key("alike-no", "enter,escape", "answer('')", "enter"),
    )
    BINDINGS = bindings(KEYS)

    def __init__(self, words: Catalogue, one: Card, other: Card) -> None:
        super().__init__(words)
        self._texts = f"– {one.text}\n– {other.text}"

    def compose(self) -> ComposeResult:
        """The question, the two texts, how far to trust it, the keys."""
        with Vertical(classes="card"):
            yield Static(safe(self.words("sorting.ask-alike")), classes="card-title")
            yield Static(safe(self._texts))
            yield Static(safe(self.words("sorting.alike-how"), "$muted"))
            yield KeyBar(self.KEYS, self.words)

    def action_answer(self, said: str) -> None:
        """Give the answer to whoever asked."""
        self.dismiss(Likeness(said) if said else None)
