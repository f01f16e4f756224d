"""The days that groups have agreed to follow up on, and those that still wait."""

from datetime import date
from typing import NamedTuple

from sessionrunner.core.followup import Past, PastSession


class Appointment(NamedTuple):
    """A session that is to be followed up, and when."""

    session: PastSession
    day: date

    def late(self, today: date) -> int:
        """Days since it should have been followed up; 0 when it is not late."""
        return max(0, (today - self.day).days)


def appointments(past: Past) -> list[Appointment]:
    """What still is to be followed up, the earliest day first.

    It has been when a later session has said what became of one of its decisions or names it as the one it follows
    up; and, where there was nothing to ask about, when somebody has met on the day or after it.
    """
    spoken_of = {update.lesson.partition("/")[0] for one in past.sessions for update in one.updates}
    spoken_of |= {one.follow_up for one in past.sessions}
    latest = max((one.date for one in past.sessions), default=date.min)
    waiting = (Appointment(one, one.follow_up_on) for one in past.sessions if one.follow_up_on)
    kept = (one for one in waiting if one.session.session not in spoken_of and not _met(one, latest))
    return sorted(kept, key=lambda one: (one.day, one.session.session))


def _met(appointment: Appointment, latest: date) -> bool:
    session, day = appointment
    return not session.lessons and latest >= day > session.date
