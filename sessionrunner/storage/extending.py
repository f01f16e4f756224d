"""An exercise that builds on another: what its own file changes, laid over what it builds on."""

from collections.abc import Callable
from dataclasses import replace

from sessionrunner.storage import overriding
from sessionrunner.storage.plain_tree import tree
from sessionrunner.storage.problem import Findings, Mark
from sessionrunner.storage.scalars import YES
from sessionrunner.storage.yaml_nodes import Entry, Items, Node, Record, Refused, Scalar, is_nothing, short

Bases = Callable[[str], Record | None]
"""The whole exercise with this id, as nodes; None when there is none to build on."""
NOT_INHERITED = frozenset({"id", "extends", "variants", "alternative_to", "minutes_in_source"})
"""What is true of the one exercise only: its name, and what the document says of it in other places."""
_PLACING = frozenset({"after", "first"})
"""Keys of a step that say where it goes, beside what it is."""


def no_bases(name: str) -> Record | None:
    """Where there is no library there is nothing to build on."""
    return None


def whole(own: Record, bases: Bases, findings: Findings, conflicts: Findings) -> Record | None:
    """The exercise as it is led: as it stands, or laid over its base; None when that is missing.

    What no longer fits the base goes to ``conflicts`` and is left out, so that the hour can be held all the same.
    """
    extending = _entry(own, "extends")
    if extending is None or is_nothing(extending.value):
        return own
    name = extending.value.text if isinstance(extending.value, Scalar) else ""
    base = bases(name)
    if base is None:
        findings.note(extending.value.mark, "extends-unknown", id=short(name))
        return None
    _tell_what_moved_on(base, own, conflicts)
    bare = replace(own, entries=tuple(entry for entry in own.entries if entry.key.text != overriding.KEY))
    return _laid_over(_placed(base, extending.value.mark), bare, conflicts)


def _tell_what_moved_on(base: Record, own: Record, conflicts: Findings) -> None:
    """Its own words are led as they stand; only whoever looks is told that those beneath are others now."""
    known = _value(own, overriding.KEY)
    if not isinstance(known, Record):
        return
    marks = {entry.key.text: entry.key.mark for entry in known.entries}
    signs = {entry.key.text: entry.value.text for entry in known.entries if isinstance(entry.value, Scalar)}
    for place in overriding.moved_on(tree(base), signs):
        conflicts.note(marks[place], "base-moved-on", place=short(place))


def _laid_over(base: Record, own: Record, conflicts: Findings) -> Record:
    inherited = [entry for entry in base.entries if entry.key.text not in NOT_INHERITED]
    merged = _merged(replace(base, entries=tuple(inherited)), own)
    known, changed = _entry(base, "steps"), _entry(own, "steps")
    if known is None or (changed is not None and not isinstance(changed.value, Items)):
        return merged
    steps = _Steps(_records(known.value), conflicts)
    for one in _records(_value(own, "remove")):
        steps.remove(one)
    for one in changed.value.nodes if changed is not None and isinstance(changed.value, Items) else ():
        steps.change(one)
    key, mark = (changed or known).key, (changed or known).value.mark
    entries = [entry for entry in merged.entries if entry.key.text not in {"steps", "remove"}]
    return replace(merged, entries=(*entries, Entry(key, Items(mark, tuple(steps.order)))))


def _merged(base: Record, own: Record) -> Record:
    """Each key of the own record over the base's; mappings key by key, everything else as a whole."""
    changes = {entry.key.text: entry for entry in own.entries}
    kept = tuple(_over(entry, changes.pop(entry.key.text, None)) for entry in base.entries)
    return Record(own.mark, (*kept, *changes.values()))


def _over(base: Entry, own: Entry | None) -> Entry:
    if own is None:
        return base
    if isinstance(base.value, Record) and isinstance(own.value, Record):
        return Entry(own.key, _merged(base.value, own.value))
    return own


class _Steps:
    """The base's steps while they are taken away, changed, moved and added to."""

    def __init__(self, order: tuple[Node, ...], conflicts: Findings) -> None:
        self.order = list(order)
        self._names = ", ".join(filter(None, (_name(step) for step in order)))
        self._conflicts = conflicts

    def remove(self, name: Node) -> None:
        """Take away the step with this name."""
        at = self._at(name.text) if isinstance(name, Scalar) else None
        if at is None:
            self._note(name.mark, "remove-unknown-step", name)
        else:
            del self.order[at]

    def change(self, own: Node) -> None:
        """Change the step of the same name, move it, or put in a new one."""
        if not isinstance(own, Record):
            self.order.append(own)
            return
        name = _value(own, "id")
        bare = Record(own.mark, tuple(entry for entry in own.entries if entry.key.text not in _PLACING))
        at = self._at(_name(own))
        if at is None and name is not None and not {"title", "mode"} & {entry.key.text for entry in bare.entries}:
            self._note(name.mark, "step-gone", name)
            return
        known = self.order.pop(at) if at is not None else None
        new = _merged(known, bare) if isinstance(known, Record) else bare
        self.order.insert(self._place(own, len(self.order) if at is None else at), new)

    def _place(self, own: Record, otherwise: int) -> int:
        first, after = _value(own, "first"), _value(own, "after")
        if isinstance(first, Scalar) and first.text.lower() in YES:
            return 0
        if after is None:
            return otherwise
        at = self._at(after.text) if isinstance(after, Scalar) else None
        if at is None:
            self._note(after.mark, "after-unknown-step", after)
        return otherwise if at is None else at + 1

    def _at(self, name: str) -> int | None:
        return next((at for at, step in enumerate(self.order) if name and _name(step) == name), None)

    def _note(self, mark: Mark, code: str, name: Node) -> None:
        told = short(name.text) if isinstance(name, Scalar) else "?"
        self._conflicts.note(mark, code, id=told, known=self._names)
        # What is left out changes the sum, which then says nothing more.
        self._conflicts.broken.add(("minutes",))


def _records(node: Node | None) -> tuple[Node, ...]:
    return node.nodes if isinstance(node, Items) else ()


def _entry(record: Record, key: str) -> Entry | None:
    return next((entry for entry in record.entries if entry.key.text == key), None)


def _value(record: Record, key: str) -> Node | None:
    entry = _entry(record, key)
    return None if entry is None else entry.value


def _name(step: Node) -> str:
    name = _value(step, "id") if isinstance(step, Record) else None
    return name.text if isinstance(name, Scalar) else ""


def _placed(node: Record, mark: Mark) -> Record:
    """The node with everything in it at one place: in the file at hand, its base is the line that names it."""
    return Record(mark, tuple(Entry(replace(one.key, mark=mark), _at(one.value, mark)) for one in node.entries))


def _at(node: Node, mark: Mark) -> Node:
    if isinstance(node, Record):
        return _placed(node, mark)
    if isinstance(node, Items):
        return Items(mark, tuple(_at(item, mark) for item in node.nodes))
    return Refused(mark) if isinstance(node, Refused) else replace(node, mark=mark)
