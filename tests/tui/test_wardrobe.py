"""Styles of later screens are read after the first one has been painted, and before any of them is shown."""

from pathlib import Path

from textual.app import App
from textual.css.stylesheet import Stylesheet

from sessionrunner.tui import colours, wardrobe
from sessionrunner.tui.app import SessionApp

STYLES = Path(wardrobe.__file__).parent / "styles"


def test_every_style_is_read_by_somebody() -> None:
    """A file of styles that nobody reads would leave a screen bare."""
    assert isinstance(SessionApp.CSS_PATH, list)
    first = {Path(name).stem for name in SessionApp.CSS_PATH}

    assert {file.stem for file in STYLES.glob("*.tcss")} == first | set(wardrobe.LATER)


def test_styles_are_read_once() -> None:
    """The second screen does not wait for what the first has read."""
    styles = Stylesheet(variables=App[None]().get_css_variables() | dict(colours.FALLBACK))
    wardrobe.complete(styles)
    known = styles.rules
    wardrobe.complete(styles)

    assert styles.rules is known
    assert len(styles.source) == len(wardrobe.LATER)
