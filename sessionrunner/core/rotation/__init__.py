"""Rotation between tables: whole groups in turn, and the world café where hosts stay and guests mix."""

from sessionrunner.core.rotation.keeping import on_route
from sessionrunner.core.rotation.meetings import Meetings, meetings
from sessionrunner.core.rotation.seating import Seating, Walk, hosted, seatings, table_of, walk

__all__ = ["Meetings", "Seating", "Walk", "hosted", "meetings", "on_route", "seatings", "table_of", "walk"]
