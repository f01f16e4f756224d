"""What somebody has changed in an exercise, as a file that only says that."""

from collections.abc import Sequence
from dataclasses import dataclass

from sessionrunner.storage.extending import NOT_INHERITED
from sessionrunner.storage.overriding import KEY, signs
from sessionrunner.storage.plain_tree import Tree, steps_of

Keys = dict[str, Tree]


def difference(base: Keys, edited: Keys) -> Keys:
    """The adaptation that makes the base into this: id, what it extends, then only what differs."""
    ground = {key: value for key, value in base.items() if key not in NOT_INHERITED}
    own = {key: value for key, value in edited.items() if key not in {"id", "extends", "steps"}}
    known, wanted = list(steps_of(base)), list(steps_of(edited))
    names = {step["id"] for step in wanted}
    removed = [step["id"] for step in known if step["id"] not in names]
    steps = _steps(known, wanted)
    told: Keys = {"id": edited["id"], "extends": base["id"], **_changes({**ground, "steps": None}, own)}
    told.pop("steps", None)
    told |= ({"remove": removed} if removed else {}) | ({"steps": steps} if steps else {})
    beneath = signs(base, told)
    return told | ({KEY: beneath} if beneath else {})


def _changes(base: Keys, own: Keys) -> Keys:
    """Mappings key by key; what has been taken away is nothing."""
    changed = {key: _change(base.get(key), value) for key, value in own.items() if base.get(key) != value}
    return changed | {key: None for key, value in base.items() if key not in own and value is not None}


def _change(base: Tree, own: Tree) -> Tree:
    return _changes(base, own) if isinstance(base, dict) and isinstance(own, dict) else own


def _steps(known: Sequence[Keys], wanted: Sequence[Keys]) -> list[Keys]:
    """Changed, moved and new steps in the order they are to be done."""
    before = {step["id"]: step for step in known}
    staying = _longest_common([step["id"] for step in known], [step["id"] for step in wanted])
    told: list[Keys] = []
    for at, step in enumerate(wanted):
        changes = _changes({**before[step["id"]]}, step) if step["id"] in before else dict(step)
        place: Keys = {}
        if step["id"] not in staying:
            place = {"after": wanted[at - 1]["id"]} if at else {"first": "true"}
        if changes or place:
            told.append({"id": step["id"], **place, **{key: one for key, one in changes.items() if key != "id"}})
    return told


def _longest_common(known: Sequence[str], wanted: Sequence[str]) -> frozenset[str]:
    """The most steps that need not be moved."""
    best: dict[str, list[str]] = {}
    for name in [name for name in wanted if name in known]:
        before = [best[other] for other in best if known.index(other) < known.index(name)]
        best[name] = [*_longest(before), name]
    return frozenset(_longest([*best.values()]))


def _longest(lists: Sequence[list[str]]) -> list[str]:
    return max(lists, key=len) if lists else []


@dataclass(frozen=True, slots=True)
class Change:
    """One thing an adaptation does to its base."""

    kind: str
    """``field``, ``changed``, ``moved``, ``added`` or ``removed``."""
    name: str
    """The key, or the step's title."""
    keys: tuple[str, ...] = ()
    """What is changed in the step."""


def told(base: Keys, own: Keys) -> list[Change]:
    """What the adaptation's own file changes, for people to read."""
    titles = {step["id"]: step.get("title") or step["id"] for step in steps_of(base) if "id" in step}
    fields = [Change("field", key) for key in own if key not in {"id", "extends", "steps", "remove", KEY}]
    removed = [Change("removed", titles.get(name, str(name))) for name in own.get("remove") or []]
    return [*fields, *removed, *(one for step in steps_of(own) for one in _told(step, titles))]


def _told(step: Keys, titles: Keys) -> list[Change]:
    name, keys = step.get("id"), tuple(key for key in step if key not in {"id", "after", "first"})
    if name not in titles:
        return [Change("added", step.get("title") or str(name))]
    moved = [Change("moved", titles[name])] if {"after", "first"} & step.keys() else []
    return moved + ([Change("changed", titles[name], keys)] if keys else [])
