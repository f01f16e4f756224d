"""Where a leader's own exercises are made and kept, apart from the program's."""

import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

from sessionrunner.core.exercise import Exercise
from sessionrunner.core.manuscript import Beneath, Keys, Manuscript, Trouble
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.storage import exercise_file
from sessionrunner.storage.bases import FolderBases
from sessionrunner.storage.difference import Change, difference, told
from sessionrunner.storage.durable import remove, take_the_place_of
from sessionrunner.storage.exercise_file import BadExercise, content
from sessionrunner.storage.extending import NOT_INHERITED, whole
from sessionrunner.storage.library import Library
from sessionrunner.storage.overriding import KEY, found, moved_on
from sessionrunner.storage.plain_tree import tree, written
from sessionrunner.storage.problem import Findings
from sessionrunner.storage.remarks import Remark, remarks, with_remarks
from sessionrunner.storage.yaml_nodes import Items, Record, compose

_OWN = "egna"


class NotKept(SessionRunnerError):
    """The exercise could not be written."""

    cause = "author.not-kept"


class Taken(SessionRunnerError):
    """There is an exercise with this id, or a file in its place, already."""

    cause = "author.taken"


class Workshop:
    """Own exercises in one folder; the shipped ones are read, never written."""

    def __init__(self, folder: Path, library: Library) -> None:
        self._folder, self._library = folder, library
        self._bases = FolderBases(library.folders)

    def free_id(self, name: str) -> str:
        """An id of the group's own that nobody has."""
        names = (f"{_OWN}/{name}{f'-{n}' if n > 1 else ''}" for n in count(1))
        return next(one for one in names if not self._file(one).exists())

    def open(self, name: str, title: Callable[[str], str], package: str) -> Manuscript:
        """The leader's own exercise as it stands, or a version of her own of a shipped one, not yet kept."""
        exercise, file = self._library.find(name)
        keys, base = self._read(file)
        if self._is_own(file):
            return Manuscript(keys, base, str(file), moved=_moved(file, base))
        return self._version(exercise, keys, title, package)

    def version(self, name: str, title: Callable[[str], str], package: str) -> Manuscript:
        """A new version of any exercise, not yet kept."""
        exercise, file = self._library.find(name)
        return self._version(exercise, self._read(file)[0], title, package)

    def _version(self, exercise: Exercise, base: Keys, title: Callable[[str], str], package: str) -> Manuscript:
        own = self.free_id(exercise.id.rpartition("/")[2])
        kept = {key: value for key, value in base.items() if key not in NOT_INHERITED}
        keys = {"id": own, **kept, "title": title(exercise.title), "package": package}
        return Manuscript(keys, base, str(self._file(own)))

    def begin(self, keys: Mapping[str, object]) -> Manuscript:
        """A new exercise that stands for itself, not yet kept."""
        return Manuscript(dict(keys), None, str(self._file(str(keys["id"]))))

    def troubles(self, manuscript: Manuscript) -> list[Trouble]:
        """What keeps it from being led, as the reader of files says it."""
        text = written(manuscript.keys)
        found = exercise_file.problems_in(text, manuscript.file)
        begins = _begins(text) if found else []
        return [Trouble(sum(line <= one.line for line in begins) - 1, one.message, one.remedy) for one in found]

    def exercise(self, manuscript: Manuscript) -> Exercise:
        """The exercise as it would be led; BadExercise when it cannot be."""
        text = written(manuscript.keys)
        read = exercise_file.parse(text, manuscript.file)
        return replace(read, extends=str(manuscript.base["id"])) if manuscript.base else read

    def text(self, manuscript: Manuscript) -> str:
        """What the file says: everything, or what differs from its base."""
        told = manuscript.keys if manuscript.base is None else difference(manuscript.base, manuscript.keys)
        return re.sub(r"\n(  - id:)", r"\n\n\1", written(told)) if manuscript.base is None else written(told)

    def keep(self, manuscript: Manuscript, fresh: bool = False) -> Exercise:
        """Write it; ``fresh`` never over another file. BadExercise, Taken or NotKept when nothing was written."""
        exercise = self.exercise(manuscript)
        file = Path(manuscript.file)
        if fresh and file.exists():
            raise Taken(file=manuscript.file)
        beside = file.with_suffix(".new")
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(with_remarks(self.text(manuscript), _remarks_in(file)).encode())
            take_the_place_of(file, beside)
        except OSError as error:
            with suppress(OSError):
                remove(beside)
            raise NotKept(file=manuscript.file, reason=error.strerror or str(error)) from error
        self._library.forget()
        return exercise

    def changes(self, file: Path) -> tuple[Mapping[str, Any], Sequence[Change]] | None:
        """What the exercise in this file builds on, and what it changes of that; None when it stands for itself."""
        own = compose(content(file), Findings(""))
        base = self._base(own, file) if isinstance(own, Record) else None
        return None if base is None or own is None else (base, told(base, tree(own)))

    def _read(self, file: Path) -> tuple[Keys, Keys | None]:
        findings = Findings(str(file))
        own = compose(content(file), findings)
        bases = self._bases.seen_from(file)
        full = whole(own, bases, findings, Findings("")) if isinstance(own, Record) else None
        if full is None or not isinstance(own, Record):
            raise BadExercise(str(file), findings.problems())
        keys = {key: value for key, value in tree(full).items() if key != "extends"}
        return keys, self._base(own, file)

    def _base(self, own: Record, file: Path) -> Keys | None:
        name = tree(own).get("extends")
        base = self._bases.seen_from(file)(name) if isinstance(name, str) else None
        return None if base is None else {key: value for key, value in tree(base).items() if key != "extends"}

    def _is_own(self, file: Path) -> bool:
        return self._folder in file.parents

    def _file(self, name: str) -> Path:
        return self._folder / f"{name}.yaml"


def _moved(file: Path, base: Keys | None) -> tuple[Beneath, ...]:
    """What the base says now where it said something else when it was written over."""
    own = compose(content(file), Findings(""))
    signs = tree(own).get(KEY) if isinstance(own, Record) else None
    if base is None or not isinstance(signs, dict):
        return ()
    return tuple(Beneath(place, found(base, place)) for place in moved_on(base, signs))


def _remarks_in(file: Path) -> list[Remark]:
    """What somebody has remarked in the file that is about to be written anew; nothing when there is none."""
    try:
        return remarks(file.read_text("utf-8-sig"))
    except (OSError, ValueError):
        return []


def _begins(text: str) -> list[int]:
    """The lines where its steps begin."""
    node = compose(text, Findings(""))
    entries = node.entries if isinstance(node, Record) else ()
    steps = next((entry.value for entry in entries if entry.key.text == "steps"), None)
    return [step.mark.line for step in steps.nodes] if isinstance(steps, Items) else []
