"""Questions by theme, for a talk that goes its own way."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Theme:
    """Something to ask about for a while, with its questions; the leader goes from one to another as the talk goes."""

    name: str
    ask: tuple[str, ...]
