"""Voting with dots: opened by the leader, closed by the leader or with the step."""

from dataclasses import dataclass

from sessionrunner.core.ballot import About


@dataclass(frozen=True, slots=True)
class OpenVote:
    """Let everybody place dots on what there is now."""

    id: str
    """Never used before: phones remember which votes they have taken part in."""
    about: About
    dots: int = 3
    """How many dots everybody has."""
    most: int = 1
    """How many of them may lie on one and the same."""


@dataclass(frozen=True, slots=True)
class CloseVote:
    """Take no more ballots, count, and show the room; a vote that has been counted is never opened again."""
