"""YAML as plain nodes with places: mappings, lists and texts, and nothing that can do anything."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from sessionrunner.storage.problem import TOP, Findings, Mark
from sessionrunner.storage.yaml_syntax import explain

LARGEST = 256 * 1024
"""Bytes of a file; the longest exercise anybody has written is a twentieth."""
DEEPEST = 12
"""Levels of nesting; an exercise has six."""
LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Gives events only. The C library's is seven times faster, and alone in taking a ``?`` inside ``[a? b]``."""
_DASHLESS = "\n"
"""Stands among the keys seen, where no key can be called so, once a dash has been missed."""
_NOTHING = {"", "~", "null", "Null", "NULL"}


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text; whoever asked for it says what it means."""

    mark: Mark
    text: str
    plain: bool = True
    """Written without quotes."""


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    mark: Mark
    nodes: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its value."""

    key: Scalar
    value: "Node"


@dataclass(frozen=True, slots=True)
class Record:
    """Keys with values, each key once."""

    mark: Mark
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """Stands where something stood that is not allowed; the problem is already noted."""

    mark: Mark


Node = Scalar | Items | Record | Refused


def is_nothing(node: Node) -> bool:
    """Whether the node is an empty place or ``null``."""
    return isinstance(node, Scalar) and node.plain and node.text in _NOTHING


def compose(source: str | bytes, findings: Findings, loader: type = LOADER) -> Node | None:
    """The file as nodes; None when there is nothing to go on, and then ``findings`` says why."""
    text = _text(source, findings)
    if text is None:
        return None
    try:
        return _Composer(text, findings, loader).document()
    except _GaveUp:
        return None
    except yaml.YAMLError as error:
        mark, code, values = explain(error, text)
        findings.note(mark, code, **values)
        return None
    except (ValueError, OverflowError):  # the pure parser's way of saying that an escape is no character
        findings.note(TOP, "bad-escape")
        return None


def _text(source: str | bytes, findings: Findings) -> str | None:
    """Decoded, and free of characters that no text needs."""
    if isinstance(source, str):
        source = source.encode("utf-8", "surrogatepass")
    if len(source) > LARGEST:
        findings.note(TOP, "too-large", most=LARGEST // 1024)
        return None
    try:
        text = source.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = source[: error.start].decode("utf-8", "replace")
        findings.note(_place(before), "not-utf8")
        return None
    # Printable characters are never forbidden, and a library has many files.
    printable = text.replace("\r", "").replace("\n", "").isprintable()
    at = None if printable else next((at for at, char in enumerate(text) if is_forbidden(char)), None)
    if at is None:
        return text
    findings.note(_place(text[:at]), "forbidden-character", char=code_point(text[at]))
    return None


def _place(before: str) -> Mark:
    lines = before.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return Mark(len(lines), len(lines[-1]) + 1)


_INVISIBLE = frozenset("\u2028\u2029\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Line separators that editors do not count, and marks that turn the direction of text."""


def is_forbidden(char: str) -> bool:
    """Whether the character controls a terminal, hides text or is no character at all."""
    if char in "\n\r\t":
        return False
    return char in _INVISIBLE or unicodedata.category(char) in {"Cc", "Cs", "Co"}


def code_point(char: str) -> str:
    """The character's number, for saying which one that cannot be seen."""
    return f"U+{ord(char):04X}"


class _GaveUp(Exception):
    """The rest of the file is not worth reading; what is wrong is noted."""


class _Composer:
    """Puts nodes together from the parser's events, one document, level by level."""

    def __init__(self, text: str, findings: Findings, loader: type) -> None:
        self._events: Iterator[Event] = yaml.parse(text, Loader=loader)
        self._findings = findings

    def document(self) -> Node | None:
        """The file's only document."""
        node: Node | None = None
        for event in self._events:
            if isinstance(event, DocumentStartEvent) and node is not None:
                self._findings.note(_mark(event), "many-documents")
                return node
            if isinstance(event, NodeEvent):
                node = self._node(event, 1)
        if node is None:
            self._findings.note(TOP, "empty-file")
        return node

    def _node(self, event: Event, depth: int) -> Node:
        if depth > DEEPEST:
            self._findings.note(_mark(event), "too-deep", most=DEEPEST)
            raise _GaveUp
        if isinstance(event, AliasEvent):
            self._findings.note(_mark(event), "alias", name=event.anchor)
            return Refused(_mark(event))
        self._check_properties(event)
        if isinstance(event, ScalarEvent):
            return self._scalar(event)
        if isinstance(event, SequenceStartEvent):
            return Items(_mark(event), tuple(self._items(depth)))
        return Record(_mark(event), tuple(self._entries(depth)))

    def _check_properties(self, event: Event) -> None:
        if getattr(event, "anchor", None) is not None:
            self._findings.note(_mark(event), "anchor")
        if getattr(event, "tag", None) is not None:
            self._findings.note(_mark(event), "tag")

    def _scalar(self, event: ScalarEvent) -> Scalar | Refused:
        bad = next((char for char in event.value if is_forbidden(char)), None)
        if bad is not None:
            self._findings.note(_mark(event), "forbidden-character", char=code_point(bad))
            return Refused(_mark(event))
        return Scalar(_mark(event), event.value, bool(event.implicit[0]))

    def _items(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := next(self._events), SequenceEndEvent):
            yield self._node(event, depth + 1)

    def _entries(self, depth: int) -> Iterator[Entry]:
        seen: dict[str, int] = {}
        while not isinstance(event := next(self._events), MappingEndEvent):
            key = self._node(event, depth + 1)
            value = self._node(next(self._events), depth + 1)
            if isinstance(key, Refused):
                continue
            if not isinstance(key, Scalar) or is_nothing(key):
                self._findings.note(key.mark, "key-not-text")
            elif key.text in seen:
                self._twice(key, seen, depth)
            else:
                seen[key.text] = key.mark.line
                yield Entry(key, value)

    def _twice(self, key: Scalar, seen: dict[str, int], depth: int) -> None:
        """A key that is there already; a second id further in is a step or a question without its dash."""
        if _DASHLESS in seen:
            return
        if key.text == "id" and depth > 1:
            seen[_DASHLESS] = key.mark.line
            self._findings.broken.add(("minutes",))
            self._findings.note(key.mark, "no-dash", line=seen["id"])
        else:
            self._findings.note(key.mark, "duplicate-key", key=short(key.text), line=seen[key.text])


def _mark(event: Event) -> Mark:
    began = event.start_mark
    return TOP if began is None else Mark(began.line + 1, began.column + 1)


def short(text: str, longest: int = 40) -> str:
    """The text on one line and no longer than fits in a message."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"
