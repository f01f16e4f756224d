"""Rooms, what they show and what has been handed in, in PostgreSQL; workers hold nothing of it that matters."""

from sessionrunner.hall.database import Database
from sessionrunner.hall.envelopes import Envelopes
from sessionrunner.hall.presence import Presence
from sessionrunner.hall.rooms import Rooms


class Store:
    """All that workers ask of the database; every method blocks, and StoreAway is raised when it cannot be reached."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.rooms = Rooms(database)
        self.envelopes = Envelopes(database)
        """What phones have handed in."""
        self.presence = Presence(database)
        """How many phones are there, and how many are done."""

    def sweep(self) -> int:
        """Remove everything whose time is over; how many rooms."""
        self.presence.sweep()
        self.database.rows("DELETE FROM gatherings WHERE gone_at <= now() RETURNING true")
        return self.rooms.sweep()
