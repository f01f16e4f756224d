"""What is left on a disk when the power goes: everything that was made durable, and of the rest whatever luck has it.

A write that nobody has synced may be there, be missing, or be torn at a sector. A name that nobody has synced its
folder for may be missing, and names are lost from the latest on. This is harsher than most file systems are.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.faults.disk import Op
from tests.faults.fuse import ROOT

SECTOR = 512
"""Bytes that a disk writes whole or not at all."""


@dataclass
class _File:
    """A file's bytes that are on the disk itself, and what waits to get there."""

    durable: bytearray = field(default_factory=bytearray)
    waiting: list[Op] = field(default_factory=list)


@dataclass
class _Folder:
    """A folder's names that are on the disk itself, and the changes that wait to get there."""

    durable: dict[str, int] = field(default_factory=dict)
    waiting: list[Op] = field(default_factory=list)


class Platter:
    """A disk that has lived through a record of operations up to a point."""

    def __init__(self) -> None:
        self._files: dict[int, _File] = {}
        self._folders: dict[int, _Folder] = {ROOT: _Folder()}

    def take(self, op: Op) -> None:
        """One operation more."""
        if op.kind == "create":
            self._files[op.target] = _File()
        elif op.kind == "mkdir":
            self._folders[op.target] = _Folder()
        if op.kind in ("write", "size"):
            self._files[op.node].waiting.append(op)
        elif op.kind == "sync":
            self._sync(self._files[op.node])
        elif op.kind == "sync-folder":
            self._sync_folder(self._folders[op.node])
        else:
            self._renamed(op)

    def _renamed(self, op: Op) -> None:
        self._folders[op.node].waiting.append(op)

    def _sync(self, file: _File) -> None:
        for op in file.waiting:
            _apply(file.durable, op)
        file.waiting.clear()

    def _sync_folder(self, folder: _Folder) -> None:
        for op in folder.waiting:
            _rename(folder.durable, op)
        folder.waiting.clear()

    def left_after_cut(self, dice: Random) -> "dict[str, bytes | None]":
        """What the next start finds, by path; None for a folder."""
        return dict(self._found(ROOT, "", dice, {}))

    def _found(
        self, node: int, path: str, dice: Random, seen: dict[int, bytes]
    ) -> "Iterator[tuple[str, bytes | None]]":
        folder = self._folders[node]
        names = dict(folder.durable)
        for op in folder.waiting[: dice.randint(0, len(folder.waiting))]:
            _rename(names, op)
        for name, target in names.items():
            if target in self._folders:
                yield path + name, None
                yield from self._found(target, f"{path}{name}/", dice, seen)
            else:
                if target not in seen:
                    seen[target] = _survived(self._files[target], dice)
                yield path + name, seen[target]


def _rename(names: dict[str, int], op: Op) -> None:
    if op.kind == "unlink":
        names.pop(op.name, None)
    elif op.kind == "rename":
        # Both names are in one folder: the program never moves a file from one to another.
        names[op.new_name] = names.pop(op.name)
    else:
        names[op.name] = op.target


def _apply(content: bytearray, op: Op) -> None:
    if op.kind == "size":
        del content[op.at :]
        content.extend(bytes(op.at - len(content)))
        return
    content.extend(bytes(max(op.at - len(content), 0)))
    content[op.at : op.at + len(op.content)] = op.content


def _survived(file: _File, dice: Random) -> bytes:
    content = bytearray(file.durable)
    chance = dice.choice((0.0, 0.5, 0.9, 1.0))
    for op in file.waiting:
        if dice.random() < chance:
            _apply(content, op)
        elif op.kind == "write" and dice.random() < 0.5:
            for piece in _torn(op, dice):
                _apply(content, piece)
    return bytes(content)


def _torn(op: Op, dice: Random) -> Iterator[Op]:
    """Those sectors of a write that had been reached, in any combination."""
    for at in range(op.at - op.at % SECTOR, op.at + len(op.content), SECTOR):
        begin, end = max(at, op.at), min(at + SECTOR, op.at + len(op.content))
        if dice.random() < 0.5:
            yield Op("write", op.node, at=begin, content=op.content[begin - op.at : end - op.at])


def cut_at(
    operations: Sequence[Op], moments: Iterable[int], dice: Random
) -> "Iterator[tuple[int, dict[str, bytes | None]]]":
    """The disk as it is found after cuts at these moments: each so many operations in. In the order of time."""
    platter, done = Platter(), 0
    for moment in sorted(moments):
        for op in operations[done:moment]:
            platter.take(op)
        done = max(moment, done)
        yield moment, platter.left_after_cut(dice)


def lay_out(found: "dict[str, bytes | None]", place: Path) -> None:
    """Put such a disk's content into an ordinary folder."""
    place.mkdir(parents=True)
    for path, content in found.items():
        if content is None:
            (place / path).mkdir(mode=0o700)
        else:
            (place / path).write_bytes(content)
