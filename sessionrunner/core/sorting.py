"""How the leader has sorted the texts: by keyed marks, never by the texts themselves."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Heading:
    """Words of the leader's that texts stand under."""

    id: str
    name: str
    hands: int = 0
    """How many raised a hand for it; 0 when nobody was asked."""


@dataclass(frozen=True, slots=True)
class Sorting:
    """Where every text has been put; a text that is nowhere in here stands under no heading."""

    headings: tuple[Heading, ...] = ()
    placed: Mapping[str, str] = field(default_factory=dict)
    """Id of the heading, by mark."""
    same: Mapping[str, str] = field(default_factory=dict)
    """Mark of the text that it is shown and counted with, by mark; never a chain."""
    left_out: Mapping[str, str] = field(default_factory=dict)
    """Why the room does not see it, by mark."""

    def first(self, mark: str) -> str:
        """Mark of the text that stands for this one: another that says the same, or itself."""
        return self.same.get(mark, mark)

    def reason(self, mark: str) -> str:
        """Why the room does not see this text; empty when it does."""
        return self.left_out.get(self.first(mark), "")


NOTHING_SORTED = Sorting()
