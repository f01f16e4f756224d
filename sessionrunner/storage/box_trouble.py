"""Why the box could not do what it was asked, in the leader's words."""

import sqlite3

from sessionrunner.core.text import SessionRunnerError
from sessionrunner.storage import durable


class BoxFailed(SessionRunnerError):
    """The disk let the box down; what was acknowledged before is still there."""

    cause = "storage.box-failed"


class BoxFull(BoxFailed):
    """The disk is full; it works again when there is room."""

    cause = "storage.box-full"


class NoSlotsLeft(BoxFull):
    """Every slot is taken: more answers than the session was prepared for."""

    cause = "storage.box-no-slots"


class BoxInUse(BoxFailed):
    """Another program has the box open."""

    cause = "storage.box-in-use"


class BoxClosed(BoxFailed):
    """The box has been closed or destroyed."""

    cause = "storage.box-closed"


def trouble_of(error: OSError | sqlite3.Error | ValueError) -> BoxFailed:
    """What the leader should know about a failure of the disk or of SQLite."""
    if isinstance(error, OSError):
        return BoxFull() if error.errno in durable.NO_ROOM else BoxFailed()
    kinds = {sqlite3.SQLITE_FULL: BoxFull, sqlite3.SQLITE_BUSY: BoxInUse}
    return kinds.get(getattr(error, "sqlite_errorcode", 0) & 0xFF, BoxFailed)()
