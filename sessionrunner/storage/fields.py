"""Takes the keys of a mapping one by one, types them, and notes everything that is wrong."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from sessionrunner.core.faults import Path
from sessionrunner.storage.problem import Findings
from sessionrunner.storage.scalars import Unfit
from sessionrunner.storage.suggestions import nearest
from sessionrunner.storage.yaml_nodes import Entry, Items, Node, Record, Refused, Scalar, is_nothing, short

T = TypeVar("T")


class Fields:
    """The keys of one mapping; those nobody asks for are unknown."""

    def __init__(self, record: Record, findings: Findings, path: Path = ()) -> None:
        self._record = record
        self._entries = {entry.key.text: entry for entry in record.entries}
        self._findings = findings
        self._path = path
        self._known: list[str] = []
        self._missing: list[str] = []

    def has(self, key: str) -> bool:
        """Whether the key is written at all, an empty list included."""
        return key in self._entries

    def value(self, key: str, read: Callable[[str], T], default: T) -> T:
        """The typed value of a key that may be left out."""
        node = self._take(key)
        return default if node is None else self._typed(node, read, default, (*self._path, key))

    def required(self, key: str, read: Callable[[str], T], stand_in: T) -> T:
        """The typed value of a key that must be there; the stand-in only keeps the reading going."""
        node = self._take(key)
        if node is None:
            self._missing.append(key)
            return stand_in
        return self._typed(node, read, stand_in, (*self._path, key))

    def values(self, key: str, read: Callable[[str], T]) -> tuple[T, ...]:
        """A list of typed values, bad ones left out; empty when left out."""
        typed = (self._typed(node, read, None, path) for node, path in self._each(key))
        return tuple(value for value in typed if value is not None)

    def child(self, key: str, build: Callable[["Fields"], T], default: T, required: bool = False) -> T:
        """What ``build`` makes of a mapping; the default when it is left out."""
        node = self._take(key)
        if node is None and required:
            self._missing.append(key)
        return default if node is None else self._built(node, build, (*self._path, key))

    def children(self, key: str, build: Callable[["Fields"], T], required: bool = False) -> tuple[T, ...]:
        """What ``build`` makes of each mapping in a list; as many as the list is long."""
        if required and (key not in self._entries or is_nothing(self._entries[key].value)):
            self._missing.append(key)
        return tuple(self._built(node, build, path) for node, path in self._each(key))

    def done(self) -> None:
        """Note the keys that are missing and those that mean nothing, once all have been asked for."""
        for entry in self._record.entries:
            if entry.key.text not in self._known and not self._findings.full:
                self._unknown(entry)
        for key in self._missing:
            self._note_missing(key)
            self._findings.broken.add((*self._path, key))

    def _note_missing(self, key: str) -> None:
        """A key with nothing after it is told where it stands, one that is not there where it should be."""
        if key in self._entries:
            self._findings.note(self._entries[key].key.mark, "empty-key", key=key)
        else:
            self._findings.note(self._record.mark, "missing-key", key=key)

    def _unknown(self, entry: Entry) -> None:
        """A misspelt key counts as the key it was meant to be, so that one slip is one problem."""
        free = [key for key in self._known if key not in self._entries]
        written = short(entry.key.text)
        near = nearest(entry.key.text.strip().lower(), free)
        if not near:
            self._findings.note(entry.key.mark, "unknown-key", key=written, known=", ".join(sorted({*self._known})))
            return
        self._findings.note(entry.key.mark, "misspelt-key", key=written, near=near[0])
        self._findings.broken.add((*self._path, near[0]))
        self._missing = [key for key in self._missing if key != near[0]]

    def _take(self, key: str) -> Node | None:
        self._known.append(key)
        entry = self._entries.get(key)
        return None if entry is None or is_nothing(entry.value) else entry.value

    def _typed(self, node: Node, read: Callable[[str], T], default: T, path: Path) -> T:
        if self._findings.full:
            return default
        if not isinstance(node, Scalar) or is_nothing(node):
            self._misplaced(node, "expected-text", path)
            return default
        try:
            return read(node.text)
        except Unfit as unfit:
            self._findings.note(node.mark, unfit.code, **unfit.values)
            self._findings.broken.add(path)
            return default

    def _built(self, node: Node, build: Callable[["Fields"], T], path: Path) -> T:
        if not isinstance(node, Record):
            self._misplaced(node, "expected-keys", path)
            return build(Fields(Record(node.mark, ()), Findings("")))
        fields = Fields(node, self._findings, path)
        built = build(fields)
        fields.done()
        return built

    def _each(self, key: str) -> Iterator[tuple[Node, Path]]:
        node = self._take(key)
        here = (*self._path, key)
        if isinstance(node, Items):
            yield from ((item, (*here, at)) for at, item in enumerate(node.nodes))
        elif node is not None:
            self._misplaced(node, "expected-list", here)

    def _misplaced(self, node: Node, code: str, path: Path) -> None:
        """Something of another shape than what belongs here; what was refused has been noted already."""
        if not isinstance(node, Refused):
            key = next(str(part) for part in reversed(path) if isinstance(part, str))
            self._findings.note(node.mark, "empty-item" if is_nothing(node) else code, key=key)
        self._findings.broken.add(path)
