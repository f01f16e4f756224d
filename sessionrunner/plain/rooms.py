"""What all rooms of the day have come to, in lines, and which walls show it."""

from collections.abc import Iterable, Iterator

from sessionrunner.core.joint import Sheet
from sessionrunner.core.session import NotPossible
from sessionrunner.desk import Desk
from sessionrunner.locale import Catalogue
from sessionrunner.plain.incomplete import Incomplete

_TURNS = {"show": (False, True), "hide": (False, False), "all": (True, True), "none": (True, False)}
"""Each word with whether it is for every wall, and whether the rooms are to be shown there."""


def rooms(desk: Desk, words: Catalogue, rest: str) -> Iterable[str]:
    """Without a word the list; ``show`` and ``hide`` for this room's wall, ``all`` and ``none`` for every wall."""
    found = desk.room.rooms
    if not found.joined:
        raise NotPossible("no-rooms")
    if not rest:
        found.look()
        return [*_listed(found.sheets(), words), words("gather.here-on" if found.on_wall() else "gather.here-off")]
    meant = {words(f"gather.word.{word}"): word for word in _TURNS} | {word: word for word in _TURNS}
    if rest.casefold() not in meant:
        raise Incomplete(usage=words("gather.usage"))
    everywhere, on = _TURNS[meant[rest.casefold()]]
    (found.show_all if everywhere else found.show)(on)
    return [words(f"gather.{'on' if on else 'off'}{'-all' if everywhere else ''}")]


def _listed(sheets: tuple[Sheet, ...], words: Catalogue) -> Iterator[str]:
    for sheet in sheets:
        yield f"{sheet.room}:"
        yield from (f"- {text}" for text in sheet.decisions)
        yield from (f"- {name} ({number})" for name, number in sheet.headings)
    if not sheets:
        yield words("gather.none")
