"""What a note can be about besides its step: a table or a group, never a person."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sessionrunner.core.state import Session

_ABOUT = re.compile(r"([0-9]{1,3}|[A-Za-zÅÄÖåäö]{1,2})\s*:\s*(?=\S)")
"""``3: …`` or ``b: …`` at the beginning of a line."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A table by its name, or a group by its letter; neither: the whole room."""

    table: str = ""
    group: str = ""


ROOM = Spot()


def spots(session: Session) -> tuple[Spot, ...]:
    """The tables or groups of the step, else of the latest one that had any: groups report to everybody afterwards."""
    for step in reversed(session.exercise.steps[: session.position + 1] if session.step else ()):
        if step.tables:
            return tuple(Spot(table=table.name) for table in step.tables)
        if step.id in session.groups:
            return tuple(Spot(group=group.label) for group in session.groups[step.id].groups if group.members)
    return ()


def about(line: str, there: Sequence[Spot]) -> tuple[Spot, str]:
    """``3: text`` and ``C: text`` are about the third of these; any other line is about the room and left as it is."""
    found = _ABOUT.match(line)
    spot = _named(found[1], there) if found else None
    return (spot, line[found.end() :]) if found and spot else (ROOM, line)


def _named(sign: str, there: Sequence[Spot]) -> Spot | None:
    if sign.isdecimal():
        return there[int(sign) - 1] if 0 < int(sign) <= len(there) else None
    return next((spot for spot in there if spot.group == sign.upper()), None)
