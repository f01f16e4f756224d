"""Help: every key of the screen underneath, in a sentence each."""

from collections.abc import Sequence

from textual.content import Content

from sessionrunner.locale import Catalogue
from sessionrunner.tui.keys import Key
from sessionrunner.tui.screens.ask import Leaflet


def key_leaflet(words: Catalogue, keys: Sequence[Key]) -> Leaflet:
    """The keys of a screen with what they do."""
    widest = max(len(key.shown(words)) for key in keys)
    lines = [Content.assemble((key.shown(words).ljust(widest + 2), "bold $accent"), key.help(words)) for key in keys]
    leaflet = Leaflet(words, words("tui.help.title"), Content("\n").join(lines))
    leaflet.add_class("-wide-leaflet")
    return leaflet
