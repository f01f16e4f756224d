"""Parts that people have in a step."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Role:
    """A part somebody has in a step."""

    name: str
    count: int = 1
    """How many have it."""
    card: str = ""
    """What those who have it are to do."""
    speaks: bool = True
    """False: listens for as long as the step goes on."""
