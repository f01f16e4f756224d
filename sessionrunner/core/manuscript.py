"""An exercise while somebody writes on it: plain keys and text as in its file, and every change can be taken back."""

from dataclasses import dataclass, replace
from typing import Any

from sessionrunner.core.text import Text

Keys = dict[str, Any]
Place = tuple[str | int, ...]
"""Keys and positions from the top, such as ``("steps", 2, "notes", "say")``."""


@dataclass(frozen=True, slots=True)
class Beneath:
    """A place where the exercise that this builds on has changed under a text of its own."""

    place: str
    """Keys with dots between, a step by its id: ``steps.start.notes.say``."""
    says: Any
    """What stands there now; None when nothing does."""


@dataclass(frozen=True, slots=True)
class Manuscript:
    """The exercise as it stands, and what it was."""

    keys: Keys
    """All of it; never changed in place."""
    base: Keys | None
    """What it builds on, whole; None when it stands for itself."""
    file: str
    """Where it is kept when it is kept."""
    before: tuple[Keys, ...] = ()
    """What it was, the latest last."""
    undone: tuple[Keys, ...] = ()
    """What has been taken back, the latest last."""
    moved: tuple[Beneath, ...] = ()
    """What has changed beneath its own texts since they were written; saving counts as having read it."""

    def become(self, keys: Keys) -> "Manuscript":
        """The next state; what had been taken back is gone."""
        if keys == self.keys:
            return self
        return replace(self, keys=keys, before=(*self.before, self.keys), undone=())

    def undo(self) -> "Manuscript":
        """The state before; the same when there is none."""
        if not self.before:
            return self
        *before, keys = self.before
        return replace(self, keys=keys, before=tuple(before), undone=(*self.undone, self.keys))

    def redo(self) -> "Manuscript":
        """What was taken back last; the same when nothing was."""
        if not self.undone:
            return self
        *undone, keys = self.undone
        return replace(self, keys=keys, before=(*self.before, self.keys), undone=tuple(undone))

    def beneath(self, place: Place) -> Beneath | None:
        """What has changed beneath the text there; None when nothing has."""
        step = at(self.keys, place[:2]) if place[:1] == ("steps",) else None
        names = ("steps", step.get("id"), *place[2:]) if step else place
        told = ".".join(map(str, names))
        return next((one for one in self.moved if f"{told}.".startswith(f"{one.place}.")), None)

    def steps(self) -> list[Keys]:
        """Its steps in order."""
        return list(self.keys.get("steps") or [])


def at(top: Any, place: Place) -> Any:
    """What stands there; None when nothing does."""
    for part in place:
        if top is None:
            return None
        top = top.get(part) if isinstance(part, str) else top[part]
    return top


def put(top: Any, place: Place, value: Any) -> Any:
    """The same with this value there; an empty one takes the key away."""
    if not place:
        return value
    part, rest = place[0], place[1:]
    if isinstance(part, int):
        return [put(item, rest, value) if here == part else item for here, item in enumerate(top)]
    known: Keys = dict(top or {})
    inside = put(known.get(part), rest, value)
    if inside in ("", None, [], {}):
        known.pop(part, None)
        return known
    return {**known, part: inside}


def move_step(keys: Keys, number: int, by: int) -> Keys:
    """The step so many places later, or earlier; the same at either end."""
    steps = list(keys["steps"])
    if not 0 <= number + by < len(steps):
        return keys
    steps.insert(number + by, steps.pop(number))
    return {**keys, "steps": steps}


def remove_step(keys: Keys, number: int) -> Keys:
    """The exercise without this step; the same when it is the only one."""
    steps = list(keys["steps"])
    return {**keys, "steps": steps[:number] + steps[number + 1 :]} if len(steps) > 1 else keys


def add_step(keys: Keys, number: int, step: Keys) -> Keys:
    """The exercise with this step at that place, under a name that no other step has."""
    steps = list(keys["steps"])
    taken = {one.get("id") for one in steps}
    names = [step["id"], *(f"{step['id']}-{n}" for n in range(2, len(steps) + 3))]
    name = next(name for name in names if name not in taken)
    return {**keys, "steps": [*steps[:number], {**step, "id": name}, *steps[number:]]}


def planned_minutes(keys: Keys) -> float:
    """What the steps take together; turns and what is no number count for nothing."""
    return sum(minutes_of(step.get("minutes")) for step in keys.get("steps") or [])


def minutes_of(text: Any) -> float:
    """Minutes as they are written; 0 for what is no number."""
    try:
        return max(0.0, float(str(text).replace(",", ".")))
    except ValueError:
        return 0.0


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that keeps an exercise from being led."""

    step: int
    """Counted from 0; -1 for the exercise as a whole."""
    message: Text
    remedy: Text
