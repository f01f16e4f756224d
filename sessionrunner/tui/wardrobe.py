"""The styles of everything but the library, which are not read before it has been painted."""

from pathlib import Path

from textual.css.stylesheet import Stylesheet

LATER = ("parts", "before", "running", "overlays")
"""In this order, after the styles that the app begins with."""


def complete(styles: Stylesheet) -> None:
    """Read and parse what has not been read yet; what is parsed already stands as it is."""
    folder = Path(__file__).parent / "styles"
    missing = [folder / f"{name}.tcss" for name in LATER if not styles.has_source(str(folder / f"{name}.tcss"))]
    if missing:
        styles.read_all(missing)
        styles.parse()
