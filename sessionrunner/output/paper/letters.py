"""The letters of every paper and picture: one family that comes with the program, so that no laptop lacks it."""

from importlib import resources
from io import BytesIO
from xml.sax.saxutils import escape

REGULAR, BOLD = "OpenSans-Regular", "OpenSans-Bold"
_STAND_INS = str.maketrans({"→": "›", "←": "‹", "✓": "√"})
"""Signs the family lacks and what says the same."""


def font(name: str) -> BytesIO:
    """The font's file."""
    return BytesIO(resources.files("sessionrunner.output").joinpath("fonts", f"{name}.ttf").read_bytes())


def printable(text: str) -> str:
    """The text in signs that the family has."""
    return text.translate(_STAND_INS)


def marked_up(text: str, strong: bool = False) -> str:
    """The text for a paragraph of reportlab's, where nothing in it is markup."""
    safe = escape(printable(text)).replace("\n", "<br/>")
    return f"<b>{safe}</b>" if strong else safe


def register() -> None:
    """Make the family known to reportlab; it keeps fonts for the whole program, so doing it again changes nothing."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    if REGULAR in pdfmetrics.getRegisteredFontNames():
        return
    for name in (REGULAR, BOLD):
        pdfmetrics.registerFont(TTFont(name, font(name)))
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=REGULAR, boldItalic=BOLD)
