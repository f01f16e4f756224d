"""A rule says what one kind of command makes of a session."""

from collections.abc import Callable
from typing import Any

from sessionrunner.core.state import Instant, NotPossible, Session

Rule = Callable[[Any, Session, Instant], Session]
"""The session after a command of the rule's own kind at this instant."""


def require(condition: bool, cause: str) -> None:
    """NotPossible, for this cause, unless the condition holds."""
    if not condition:
        raise NotPossible(cause)
