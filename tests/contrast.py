"""The arithmetic that says whether colours that meet can be read."""

from typing import Final

from sessionrunner.core.theme import Theme

READABLE = 4.5
"""Least contrast of text in WCAG 2 AA."""
TEXT_PAIRS: Final = (
    ("text", "background"),
    ("text", "surface"),
    ("muted", "background"),
    ("muted", "surface"),
    ("accent", "background"),
    ("accent", "surface"),
    ("calm", "background"),
    ("soon", "background"),
    ("ending", "background"),
    ("over", "background"),
    ("on_accent", "accent"),
    ("on_accent", "soon"),
    ("on_accent", "ending"),
    ("on_accent", "over"),
)
"""Foreground and background tokens that meet somewhere, and must reach ``READABLE``."""


def unreadable_pairs(theme: Theme) -> list[tuple[str, str, float]]:
    """Foreground and background tokens that are too much alike, with their contrast."""
    pairs = ((front, back, contrast(getattr(theme, front), getattr(theme, back))) for front, back in TEXT_PAIRS)
    return [pair for pair in pairs if pair[2] < READABLE]


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast ratio between two colours, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
