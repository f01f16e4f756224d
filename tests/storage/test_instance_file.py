"""Group problems from files that others wrote."""

import json
from pathlib import Path
from typing import Any

import pytest

from sessionrunner.core.groups import Problem
from sessionrunner.storage.instance_file import BadInstance, NoInstances, instances

PLAIN: dict[str, Any] = {"id": "six", "n": 6, "rounds": [[3, 3], [2, 2, 2]]}


def written(folder: Path, content: object) -> Path:
    file = folder / "instances.json"
    file.write_text(json.dumps(content), "utf-8")
    return file


def test_a_list_and_a_single_instance_are_told_apart(tmp_path: Path) -> None:
    """A script gets back the shape that it gave."""
    six = Problem(6, ((3, 3), (2, 2, 2)))
    assert instances(written(tmp_path, [PLAIN])) == (True, {"six": six})
    assert instances(written(tmp_path, PLAIN)) == (False, {"six": six})


def test_every_field_is_read(tmp_path: Path) -> None:
    """History as groups or as rounds of groups; null is everybody."""
    more = {"apart": [[0, 1]], "together": [[2, 3]], "attr": [0, 1] * 3, "present": [None, [0, 1, 2, 3, 4, 5]]}
    (problem,) = instances(written(tmp_path, PLAIN | more | {"history": [[[0, 1], [2, 3]], [4, 5]]}))[1].values()
    assert (problem.apart, problem.together, problem.attribute) == (((0, 1),), ((2, 3),), (0, 1, 0, 1, 0, 1))
    assert (problem.present, problem.history) == ((), ((0, 1), (2, 3), (4, 5)))


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"n": 0}, "n"), ({"n": "6"}, "n"), ({"rounds": []}, "rounds"), ({"rounds": [[0, 6]]}, "rounds"),
        ({"rounds": "3+3"}, "rounds"), ({"apart": [[0, 6]]}, "apart"), ({"together": [[1, 1]]}, "together"),
        ({"attr": [1]}, "attr"), ({"attr": [6] * 6}, "attr"), ({"present": [[0, 1]]}, "rounds"),
        ({"present": [[0, 0], [1, 2]]}, "present"), ({"present": 7}, "present"), ({"history": {"a": 1}}, "history"),
    ],
)  # fmt: skip
def test_a_value_that_is_wrong_is_named(tmp_path: Path, change: dict[str, Any], field: str) -> None:
    """Which instance, and which field of it."""
    with pytest.raises(BadInstance) as found:
        instances(written(tmp_path, PLAIN | change))
    assert found.value.values == {"id": "six", "field": field}


@pytest.mark.parametrize("content", ["", "{", "[" * 100_000])
def test_a_file_that_is_no_json_is_refused(tmp_path: Path, content: str) -> None:
    """In words, whatever it holds."""
    file = tmp_path / "broken.json"
    file.write_text(content, "utf-8")
    with pytest.raises(NoInstances):
        instances(file)


def test_something_else_than_instances_is_refused(tmp_path: Path) -> None:
    """A list of numbers, and a file that is not there."""
    with pytest.raises(BadInstance):
        instances(written(tmp_path, [1, 2]))
    with pytest.raises(NoInstances):
        instances(tmp_path / "nowhere.json")


def test_two_instances_with_one_name_are_refused(tmp_path: Path) -> None:
    """A result that cannot be told from another is no result."""
    with pytest.raises(BadInstance):
        instances(written(tmp_path, [PLAIN, PLAIN]))
