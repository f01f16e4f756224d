"""Whatever is in a file, it is taken or refused in plain words: people edit them, and so do disks."""

from pathlib import Path

import pytest

from sessionrunner.storage import exercise_file
from tests.fuzz import files, state
from tests.fuzz.targets import Target, broken

NAMES = ("exercise", "programme", "theme", "roster", "instance", "lessons")
STATE = ("journal", "foreign-journal", "day", "outbox", "session", "memory")


def target(name: str, folder: Path) -> Target:
    """The target with this name."""
    return next(one for one in (*files.targets(), *state.targets(folder)) if one.name == name)


@pytest.mark.parametrize("name", [*NAMES, *STATE])
def test_a_broken_file_is_taken_or_refused_in_plain_words(
    name: str, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Rule: never a traceback, always a remedy, nothing lost; the same for everything that was once found."""
    one = target(name, tmp_path_factory.mktemp("whole"))
    kept = [file.read_bytes() for file in one.kept()]
    whole = list(one.seeds)
    found = list(broken(one, iter([*whole, *kept, *one.cases(one.count, seed=1)]), tmp_path))
    assert found == []


def test_a_reader_that_stumbles_is_found_out(tmp_path: Path) -> None:
    """The control: a reader that trusts its files is caught by the same cases."""

    def trusting(case: bytes, folder: Path) -> None:
        exercise_file.parse(case, "prov.yaml")

    one = target("exercise", tmp_path / "whole")
    assert list(broken(Target("control", one.seeds, trusting), one.cases(50, seed=1), tmp_path))


def test_every_kind_of_file_is_tried(tmp_path: Path) -> None:
    """Rule: a new target is in the short run as well."""
    assert {one.name for one in (*files.targets(), *state.targets(tmp_path))} == {*NAMES, *STATE}
