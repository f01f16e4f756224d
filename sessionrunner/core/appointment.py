"""The days that groups have agreed to follow up on, and those that still wait."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from sessionrunner.core.followup import Decision, Past, PastSession


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


def with_days(decisions: Sequence[Decision], past: Past) -> tuple[Decision, ...]:
    """The decisions, each with the day its session is still to be followed up."""
    days = {one.session.session: one.day for one in appointments(past)}
    return tuple(replace(one, meet=days.get(one.key.partition("/")[0])) for one in decisions)


def due_to_meet(decisions: Sequence[Decision], today: date) -> Decision | None:
    """A decision whose day to be followed up has come, the longest ago; None when no such day has."""
    come = [(one.meet, at) for at, one in enumerate(decisions) if one.meet and one.meet <= today]
    return decisions[min(come)[1]] if come else None
