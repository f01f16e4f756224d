"""Keys, what they do and where their words are found."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.binding import Binding, BindingType

from sessionrunner.locale import Catalogue

_NAMED = {"space": "space", "enter": "enter", "escape": "escape", "delete": "delete", "tab": "tab", "arrows": "arrows"}


@dataclass(frozen=True, slots=True)
class Key:
    """Something a key does; ``tui.key.<name>`` has its ``label`` for the bottom line and its ``help``."""

    name: str
    keys: str
    """Keys as Textual names them, comma between; empty when a widget on the screen listens already."""
    action: str
    face: str
    """What is written for the key: a sign, or one of the named keys."""

    def shown(self, words: Catalogue) -> str:
        """The key as the leader reads it on the keyboard."""
        return words(f"tui.face.{_NAMED[self.face]}") if self.face in _NAMED else self.face

    def label(self, words: Catalogue) -> str:
        """What it does, in a few words that stand by themselves."""
        return words(f"tui.key.{self.name}.label")

    def beside(self, words: Catalogue) -> str:
        """One or two words for the bottom line, where the key's face stands before them."""
        return str(words.section(f"tui.key.{self.name}").get("short", self.label(words)))

    def help(self, words: Catalogue) -> str:
        """A sentence for the help screen."""
        return words(f"tui.key.{self.name}.help")


def bindings(keys: Sequence[Key], *more: tuple[str, str]) -> list[BindingType]:
    """What Textual listens for, with ``more`` (keys, action) that need no word of their own."""
    listed = [(key.keys, key.action) for key in keys if key.keys]
    return [Binding(pressed, action, show=False) for pressed, action in (*listed, *more)]
