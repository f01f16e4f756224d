"""Text from files, phones and people on its way to the terminal: never markup, never control characters."""

from textual.content import Content

from sessionrunner.core.cleaning import clean


def safe(text: str, style: str = "") -> Content:
    """The text exactly as it reads, in one style; line breaks are kept."""
    return Content.styled(clean(text), style)


def one_line(text: str, style: str = "") -> Content:
    """The text on a single line."""
    return Content.styled(" ".join(clean(text).split()), style)


def joined(*parts: Content | str, between: str = "") -> Content:
    """Parts after each other, empty ones left out."""
    return Content(between).join([part if isinstance(part, Content) else Content(part) for part in parts if part])
