"""What every kind of command makes of a session, one area a module."""

from sessionrunner.core.rules import clock, ending, followup, hands, room, sorting, speaking, summary, voting
from sessionrunner.core.rules.rule import Rule, require

__all__ = ["RULES", "require"]

RULES: dict[type, Rule] = {
    **room.RULES,
    **hands.RULES,
    **clock.RULES,
    **speaking.RULES,
    **summary.RULES,
    **sorting.RULES,
    **voting.RULES,
    **followup.RULES,
    **ending.RULES,
}
"""The rule for each kind of command but Undo, which concerns the list of events and not the session."""
