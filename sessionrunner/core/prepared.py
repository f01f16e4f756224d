"""What has been prepared for the next time an exercise is held."""

import re
from dataclasses import dataclass
from datetime import date

_CLOCK = re.compile(
    r"(?:kl(?:ockan)?\.?\s*(?P<hour>\d{1,2})|(?:kl(?:ockan)?\.?\s*)?(?P<whole>\d{1,2})[.:](?P<minute>\d{2}))"
    r"(?![\w:.])(?:\s*[-–]\s*\d{1,2}(?:[.:]\d{2})?)?[\s,;·]*(?P<place>.*)",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Prepared:
    """The day, the place, and what has been ticked off."""

    held: date | None = None
    """The day of the exercise; None until the leader has said."""
    done: frozenset[str] = frozenset()
    """What the tasks that are done are remembered by."""
    time: str = ""
    """When it begins, as ``13:00``; empty until the leader has said."""
    place: str = ""


NOTHING_PREPARED = Prepared()


def time_and_place(text: str) -> tuple[str, str]:
    """``13:00 Ängen`` as a time and a place; either is empty when it is not said."""
    found = _CLOCK.fullmatch(text.strip())
    if found is None:
        return "", text.strip()
    hour, minute = int(found["hour"] or found["whole"]), int(found["minute"] or 0)
    return (f"{hour:02}:{minute:02}", found["place"].strip()) if hour < 24 and minute < 60 else ("", text.strip())
