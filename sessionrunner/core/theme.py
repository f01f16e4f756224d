"""Colours with a purpose, shared by terminal, wall and phone."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours; each is ``#rrggbb``."""

    id: str
    dark: bool
    background: str
    surface: str
    """Panels and fields, a little apart from the background."""
    line: str
    """Borders and rules."""
    text: str
    muted: str
    """Second-rank text; still readable."""
    accent: str
    """What can be acted on, and what is new."""
    on_accent: str
    """Text on accent, soon, ending and over used as backgrounds."""
    calm: str
    soon: str
    ending: str
    over: str
    title: Mapping[str, str] = field(default_factory=dict, hash=False)
    """What people call it, by language."""
