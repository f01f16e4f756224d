"""The name of a session's folder: readable, unique, and allowed on every system the folder may be synced to."""

import unicodedata
from datetime import date

LONGEST = 100
"""Characters in a whole name."""
_MOST_BYTES = 240
"""Most file systems stop at 255 bytes for a name."""
_FORBIDDEN = frozenset('<>:"/\\|?*')


def folder_name(day: date, title: str, session: str) -> str:
    """Date, title and the session's id; it can only ever be one name inside a folder."""
    head, tail = day.isoformat(), allowed(session)[:16]
    room = LONGEST - len(head) - len(tail) - 2
    middle = _fitting(allowed(title), room, _MOST_BYTES - len(head) - len(tail.encode()) - 2)
    return " ".join(part for part in (head, middle, tail) if part)


def file_name(title: str, ending: str) -> str:
    """A file's name that says what it is about; it can only ever be one name inside a folder."""
    return f"{_fitting(allowed(title), LONGEST, _MOST_BYTES - len(ending.encode()))}{ending}"


def numbered(name: str, number: int) -> str:
    """The name of the second, third… file beside one that must stay as it is."""
    stem, dot, ending = name.rpartition(".")
    return name if number == 1 else f"{stem} ({number}){dot}{ending}"


def allowed(text: str) -> str:
    """The text without what some system does not take in a name."""
    composed = unicodedata.normalize("NFC", text)
    kept = "".join(" " if char in _FORBIDDEN else char for char in composed if _printable(char))
    return " ".join(kept.split()).strip(". ")


def _printable(char: str) -> bool:
    """Controls, direction marks, half characters and characters no system knows stay out of names."""
    return char in "\t\n" or not unicodedata.category(char).startswith("C")


def _fitting(text: str, characters: int, size: int) -> str:
    cut = text[:characters].encode()[:size].decode(errors="ignore")
    return cut.strip(". ")
