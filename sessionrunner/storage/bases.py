"""Finds what an exercise builds on, among the files of some folders."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sessionrunner.core.text import SessionRunnerError
from sessionrunner.storage.exercise_file import content
from sessionrunner.storage.extending import whole
from sessionrunner.storage.problem import Findings
from sessionrunner.storage.yaml_nodes import Record, Scalar, compose


@dataclass(frozen=True, slots=True)
class FolderBases:
    """``extending.Bases`` over folders, the last one first; an exercise never builds on itself."""

    folders: Sequence[Path]
    asking: frozenset[Path] = frozenset()
    """Files that are being read already."""

    def seen_from(self, file: Path) -> "FolderBases":
        """The same for whoever reads this file."""
        return FolderBases(self.folders, self.asking | {file.absolute()})

    def __call__(self, name: str) -> Record | None:
        """The whole exercise with this id; None when there is none, or only one that builds on the one asking."""
        for file in self._files(name):
            found = self._read(file) if file.absolute() not in self.asking else None
            if found is not None and _id(found) == name:
                return found
        return None

    def _files(self, name: str) -> Iterator[Path]:
        """Where its name says that it lies; only then anywhere."""
        likely = [folder / f"{name}.yaml" for folder in reversed(self.folders)]
        yield from (file for file in likely if file.is_file())
        for folder in reversed(self.folders):
            yield from sorted(file for file in folder.rglob("*.yaml") if file not in likely)

    def _read(self, file: Path) -> Record | None:
        """The file with what it builds on itself; None when it cannot be understood."""
        findings = Findings(str(file))
        try:
            node = compose(content(file), findings)
        except SessionRunnerError:
            return None
        if not isinstance(node, Record) or findings.problems():
            return None
        return whole(node, self.seen_from(file), findings, findings)


def _id(record: Record) -> str:
    found = (entry.value for entry in record.entries if entry.key.text == "id")
    name = next(found, None)
    return name.text if isinstance(name, Scalar) else ""
