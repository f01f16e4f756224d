"""YAML as plain text, lists and mappings that a program can change, and back to a file a person can read."""

from collections.abc import Iterator
from typing import Any

import yaml

from sessionrunner.storage.yaml_nodes import Items, Node, Record, Scalar, is_nothing

Tree = Any
"""Text, None, a list of trees, or a dict of trees by key; nothing is typed, as in the file."""
_WIDTH = 110
"""Characters in a line before a long text is folded."""
_EMPTY = frozenset({"", "~", "null", "Null", "NULL"})
"""Texts that without quotes would be nothing at all."""


class _Dumper(yaml.emitter.Emitter, yaml.serializer.Serializer, yaml.resolver.BaseResolver):
    """Writes every scalar as the text it is; no number gets quotes, because nothing is typed."""

    def __init__(self, stream: Any) -> None:
        yaml.emitter.Emitter.__init__(self, stream, width=_WIDTH, allow_unicode=True)
        yaml.serializer.Serializer.__init__(self)
        yaml.resolver.BaseResolver.__init__(self)

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Lists stand two steps in, as in the program's own files."""
        super().increase_indent(flow, False)


def tree(node: Node) -> Tree:
    """The node without its places; what was refused is nothing."""
    if isinstance(node, Record):
        return {entry.key.text: tree(entry.value) for entry in node.entries}
    if isinstance(node, Items):
        return [tree(item) for item in node.nodes]
    return node.text if isinstance(node, Scalar) and not is_nothing(node) else None


def written(top: Tree) -> str:
    """The tree as YAML: keys in their order, texts of several lines as such."""
    parts: list[str] = []
    dumper = _Dumper(_Parts(parts))
    dumper.open()
    dumper.serialize(_node(top))
    dumper.close()
    return "".join(parts)


class _Parts:
    """A stream that keeps what is written to it."""

    def __init__(self, parts: list[str]) -> None:
        self._parts = parts

    def write(self, text: str) -> None:
        """Keep it."""
        self._parts.append(text)

    def flush(self) -> None:
        """Nothing waits."""


_TEXT, _LIST, _KEYS = (f"tag:yaml.org,2002:{kind}" for kind in ("str", "seq", "map"))


def _node(top: Tree) -> yaml.Node:
    if isinstance(top, dict):
        pairs = [(_node(key), _node(value)) for key, value in top.items()]
        return yaml.MappingNode(_KEYS, pairs, flow_style=not pairs or _is_short(top))
    if isinstance(top, list):
        return yaml.SequenceNode(_LIST, [_node(item) for item in top], flow_style=not top)
    return yaml.ScalarNode(_TEXT, "null" if top is None else top, style=_style(top))


def _is_short(top: dict[str, Tree]) -> bool:
    """Small things, such as a group's size, stand on one line; what is read as sentences does not."""
    values = list(top.values())
    plain = all(value is None or (isinstance(value, str) and len(value) < 20) for value in values)
    return plain and len(values) <= 4 and not {"title", "steps", "id"} & top.keys()


def _style(text: str | None) -> str | None:
    if text is None:
        return None
    if text in _EMPTY:
        return "'"
    if "\n" in text:
        return "|"
    return ">" if len(text) > _WIDTH - 20 else None


def copied(top: Tree) -> Tree:
    """The same tree, sharing nothing that can be changed."""
    if isinstance(top, dict):
        return {key: copied(value) for key, value in top.items()}
    return [copied(item) for item in top] if isinstance(top, list) else top


def steps_of(top: Tree) -> Iterator[dict[str, Tree]]:
    """Those of its steps that are mappings."""
    yield from (step for step in top.get("steps") or [] if isinstance(step, dict))
