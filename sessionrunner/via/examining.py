"""Looks beforehand whether the municipality's server can be reached, and takes the leader's key."""

import asyncio

from sessionrunner.core.inspection import Finding, Level, of_trouble
from sessionrunner.core.text import SessionRunnerError, Text
from sessionrunner.via.hall import Hall, HallRefuses

_CHECK = "network.via"
_NOWHERE = "-" * 10
"""A token no room has: whoever is told that the room is not there has been let in."""


def examine(url: str, key: str) -> Finding:
    """What a leader's laptop gets for an answer there."""
    try:
        asyncio.run(_ask(Hall(url, key, _NOWHERE)))
    except HallRefuses as refusal:
        if refusal.cause != "via.room-gone":
            return of_trouble(_CHECK, refusal)
    except SessionRunnerError as trouble:
        return Finding(_CHECK, Level.WRONG, trouble.message, Text("via.check.remedy"))
    return Finding(_CHECK, Level.GOOD, Text("via.check.good", {"url": url}))


async def _ask(hall: Hall) -> None:
    try:
        await hall.numbers()
    finally:
        await hall.leave()
