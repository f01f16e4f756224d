"""What a note is about, as people say it."""

from sessionrunner.core.lesson import Note
from sessionrunner.core.noting import Spot
from sessionrunner.locale import Catalogue


def spot_name(words: Catalogue, spot: Spot) -> str:
    """``Bord 3``, ``grupp B`` or ``hela rummet``."""
    if spot.table:
        return spot.table
    return words("noting.group", name=spot.group) if spot.group else words("noting.room")


def heading(words: Catalogue, note: Note) -> str:
    """Step and table or group: ``Fyra bord, Bord 3``; empty when the note has neither."""
    spot = Spot(note.table, note.group)
    return ", ".join(part for part in (note.step, spot_name(words, spot) if spot != Spot() else "") if part)
