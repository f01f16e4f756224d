"""Remarks that somebody has written in an exercise's file, kept when the program writes the file anew."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import yaml
from yaml.events import Event, ScalarEvent

from sessionrunner.storage.plain_tree import tree
from sessionrunner.storage.problem import Findings
from sessionrunner.storage.yaml_nodes import LOADER, Items, Node, Record, Scalar, compose

Place = tuple[str, ...]
"""Where something stands: keys, and in a list the item's id, or its number when it has none."""
_BESIDE = re.compile(r"[|>]?[-+\d]*[:,\]}]*\s+(#.*)")
"""What may follow a value, or the sign that begins a text of several lines, before a remark."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Some lines, and what they stood above; one beside a value counts as if it stood above it."""

    lines: tuple[str, ...]
    above: Place
    """Nothing at the end of the file."""


def remarks(text: str) -> list[Remark]:
    """Every remark in the file, in order; none when it cannot be read."""
    places, (texts, ends) = _places(text), _extents(text)
    found: list[Remark] = []
    waiting: list[str] = []
    for number, line in enumerate(text.splitlines(), 1):
        if number in texts:
            continue
        if beside := _BESIDE.fullmatch(line[ends[number] :]) if number in ends else None:
            waiting.append(beside[1].rstrip())
        elif line.lstrip().startswith("#"):
            waiting.append(line.strip())
        if number in places and waiting:
            found.append(Remark(tuple(waiting), places[number]))
            waiting = []
    return [*found, Remark(tuple(waiting), ())] if waiting and places else found


def with_remarks(text: str, kept: Sequence[Remark]) -> str:
    """The text with every remark above what it stood above, or above what that lay in when it is gone."""
    lines, places = text.splitlines(), _places(text)
    at = {place: number for number, place in reversed(places.items())}
    told = [(_line(one.above, at, len(lines) + 1), order, one) for order, one in enumerate(kept)]
    for number, _, one in sorted(told, key=lambda where: where[:2], reverse=True):
        beneath = lines[number - 1] if number <= len(lines) else ""
        indent = " " * (len(beneath) - len(beneath.lstrip()))
        lines[number - 1 : number - 1] = [f"{indent}{line}" for line in one.lines]
    remarked = "\n".join(lines) + "\n"
    return remarked if _read(remarked) == _read(text) else text


def _line(above: Place, at: dict[Place, int], end: int) -> int:
    """The line of the place, or of what it lies in."""
    outwards = (above[:length] for length in range(len(above), 0, -1))
    return next((at[place] for place in outwards if place in at), end)


def _read(text: str) -> object:
    node = compose(text, Findings(""))
    return None if node is None else tree(node)


def _places(text: str) -> dict[int, Place]:
    """The outermost thing that begins on each line."""
    node = compose(text, Findings(""))
    places: dict[int, Place] = {}
    for line, place in _inside(node, ()) if node is not None else ():
        places.setdefault(line, place)
    return dict(sorted(places.items()))


def _inside(node: Node, place: Place) -> Iterator[tuple[int, Place]]:
    if isinstance(node, Record):
        for entry in node.entries:
            inner = (*place, entry.key.text)
            yield entry.key.mark.line, inner
            yield from _inside(entry.value, inner)
    elif isinstance(node, Items):
        for number, item in enumerate(node.nodes):
            inner = (*place, _name(item) or str(number))
            yield item.mark.line, inner
            yield from _inside(item, inner)


def _name(item: Node) -> str:
    entries = item.entries if isinstance(item, Record) else ()
    found = next((entry.value for entry in entries if entry.key.text == "id"), None)
    return found.text if isinstance(found, Scalar) else ""


def _extents(text: str) -> tuple[set[int], dict[int, int]]:
    """The lines that are wholly inside a text of several lines, and where on each line the last value ends."""
    inside: set[int] = set()
    ends: dict[int, int] = {}
    for event in _events(text):
        began, ended = event.start_mark, event.end_mark
        if began is None or ended is None:
            continue
        block = isinstance(event, ScalarEvent) and event.style in {"|", ">"}
        last = ended.line if ended.column or not block else ended.line - 1
        inside |= set(range(began.line + 2, last + 2 if block else last + 1))
        line, column = (began.line, began.column) if block else (ended.line, ended.column)
        ends[line + 1] = max(ends.get(line + 1, 0), column)
    return inside, ends


def _events(text: str) -> Iterator[Event]:
    try:
        yield from yaml.parse(text, Loader=LOADER)
    except yaml.YAMLError:
        return
