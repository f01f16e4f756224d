"""Help: what there is to do on the screen underneath, and every key of it in a sentence."""

from collections.abc import Sequence

from textual.content import Content

from sessionrunner.locale import Catalogue
from sessionrunner.tui.keys import Key
from sessionrunner.tui.safe import safe
from sessionrunner.tui.screens.ask import Leaflet
from sessionrunner.tui.widgets.key_list import KeyList


def key_leaflet(words: Catalogue, keys: Sequence[Key], purpose: str = "") -> Leaflet:
    """The keys of a screen with what they do; ``purpose`` is the catalogue's key for what the screen is for."""
    told = [safe(words(f"now.screen.{purpose}")), Content("")] if purpose else []
    leaflet = Leaflet(words, words("tui.help.title"), *told, KeyList(words, keys))
    leaflet.add_class("-wide-leaflet")
    return leaflet
