"""What an adaptation's own texts were written over, so that a later change beneath them can be told."""

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256

from sessionrunner.storage.plain_tree import Tree, steps_of

Keys = Mapping[str, Tree]
KEY = "built_on"
"""Where the file keeps it: a place, and the sign of what the base said there."""
_ALWAYS_OWN = frozenset({"id", "extends", "title", "package", "steps", "remove", "after", "first", KEY})
"""Keys that do not stand over a text of the base, or that every adaptation has of its own."""
_LETTERS = 8


def signs(base: Keys, changes: Keys) -> dict[str, str]:
    """Every place of the base that is written over, with the sign of what it says."""
    beneath = {place: found(base, place) for place in _places(base, changes)}
    return {place: _sign(text) for place, text in beneath.items() if text is not None}


def moved_on(base: Keys, known: Mapping[str, str]) -> list[str]:
    """The places where the base says something else than when it was written over, or nothing any more."""
    return [place for place, sign in known.items() if found(base, place) is None or _sign(found(base, place)) != sign]


def _places(base: Keys, changes: Keys) -> Iterator[str]:
    yield from _inside(base, {key: one for key, one in changes.items() if key not in _ALWAYS_OWN}, "")
    known = {step.get("id"): step for step in steps_of(base)}
    for step in steps_of(changes):
        own = {key: one for key, one in step.items() if key not in {"id", "after", "first"}}
        yield from _inside(known.get(step.get("id"), {}), own, f"steps.{step.get('id')}.")


def _inside(base: Keys, changes: Keys, where: str) -> Iterator[str]:
    for key, own in changes.items():
        beneath = base.get(key)
        if isinstance(own, Mapping) and isinstance(beneath, Mapping):
            yield from _inside(beneath, own, f"{where}{key}.")
        elif beneath is not None:
            yield f"{where}{key}"


def found(base: Keys, place: str) -> Tree:
    """What the base says at a place, such as ``steps.start.notes.say``; None when it says nothing."""
    names = place.split(".")
    told: Tree = base
    if names[0] == "steps":
        told = next((step for step in steps_of(base) if step.get("id") == names[1]), {})
        names = names[2:]
    for name in names:
        told = told.get(name) if isinstance(told, Mapping) else None
    return told


def _sign(text: Tree) -> str:
    told = json.dumps(text, sort_keys=True, ensure_ascii=False)
    return sha256(told.encode()).hexdigest()[:_LETTERS]
