"""What the group answered the last time, in words."""

from sessionrunner.core.lesson import Collected
from sessionrunner.core.tally import middle, middle_before, tally_before
from sessionrunner.locale import Catalogue


def last_time(collected: Collected, words: Catalogue) -> str:
    """The day and how many chose what, on a line; empty when the question was not asked before."""
    if collected.before is None:
        return ""
    counts = ", ".join(f"{count.label} ({count.number})" for count in tally_before(collected) if count.number)
    values = {"now": middle(collected.answers), "then": middle_before(collected), "counts": counts}
    return words("again.before", date=collected.before.date.isoformat(), **values)
