"""What the leader does with opened texts: headings, what says the same, what the room does not see."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AddHeading:
    """Begin a heading that texts can be put under."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class RenameHeading:
    """Give a heading other words."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class JoinHeadings:
    """Make two headings one: what was under the first stands under the second."""

    id: str
    into: str


@dataclass(frozen=True, slots=True)
class DropHeading:
    """Take a heading away; its texts stand under none again."""

    id: str


@dataclass(frozen=True, slots=True)
class PutUnder:
    """Put a text under a heading."""

    mark: str
    """The text's keyed mark; the text itself and its place among the arrivals are never in an event."""
    heading: str = ""
    """Empty: under none."""


@dataclass(frozen=True, slots=True)
class SameAs:
    """Two texts say the same: they are shown and counted together."""

    mark: str
    other: str
    """Mark of the text whose words are shown first."""


@dataclass(frozen=True, slots=True)
class Part:
    """A text that was counted with others stands by itself again."""

    mark: str


@dataclass(frozen=True, slots=True)
class LeaveOut:
    """Keep a text from wall and record, for a reason; that it was left out is told, not what it said."""

    mark: str
    reason: str


@dataclass(frozen=True, slots=True)
class TakeIn:
    """Let a text that was left out be seen again."""

    mark: str


@dataclass(frozen=True, slots=True)
class CountHands:
    """How many hands the room raised for a heading; 0 forgets the count."""

    heading: str
    hands: int


@dataclass(frozen=True, slots=True)
class MarkImportant:
    """Say which lesson is the most important one; once more takes the mark away."""

    id: str
