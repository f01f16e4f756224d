"""The arithmetic that says whether colours that meet can be read."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sessionrunner.core.theme import Theme

READABLE = 4.5
"""Least contrast of text in WCAG 2 AA."""
_STEPS = 100
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


@dataclass(frozen=True, slots=True)
class Weak:
    """A colour that is too much like what it stands on."""

    front: str
    """Name of the colour, as the theme calls it."""
    back: str
    contrast: float
    better: str
    """The colour most like it that can be read wherever it stands, as ``#rrggbb``."""


def weak_pairs(theme: Theme) -> list[Weak]:
    """What cannot be read in this theme, each with a colour that could."""
    return [Weak(front, back, found, _better(theme, front, back)) for front, back, found in unreadable_pairs(theme)]


def _better(theme: Theme, front: str, back: str) -> str:
    """Where no colour can be read on all that it stands on, one that can be read on this."""
    everywhere = [getattr(theme, under) for over, under in TEXT_PAIRS if over == front]
    colour = getattr(theme, front)
    return _readable(colour, everywhere) or _readable(colour, [getattr(theme, back)])


def _readable(colour: str, backs: Iterable[str]) -> str:
    """The colour made darker or lighter, as little as is needed; empty when nothing helps."""
    under = tuple(backs)
    tried = (_mixed(colour, end, part) for part in range(1, _STEPS + 1) for end in ("#000000", "#ffffff"))
    return next((one for one in tried if all(contrast(one, back) >= READABLE for back in under)), "")


def _mixed(colour: str, end: str, part: int) -> str:
    pairs = ((int(colour[at : at + 2], 16), int(end[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(one + (other - one) * part / _STEPS):02x}" for one, other in pairs)


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
