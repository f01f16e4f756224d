"""Signs for what an exercise asks for beyond the hour itself."""

from textual.content import Content

from sessionrunner.locale import Catalogue
from sessionrunner.tui.safe import joined

HOMEWORK, FILM, SECRECY = "✎", "▣", "⚠"
_NAMES = ((HOMEWORK, "homework"), (FILM, "film"), (SECRECY, "secrecy"))


def legend(words: Catalogue) -> Content:
    """What the signs mean."""
    parts = [Content.assemble((sign, "$accent"), f" {words(f'tui.mark.{name}')}") for sign, name in _NAMES]
    return joined(*parts, between="  ")
