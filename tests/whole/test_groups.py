"""``groups`` on the command line."""

import json
from pathlib import Path

import pytest

from tests.program import sessionrunner

SIX = {"id": "six", "n": 6, "rounds": [[2, 2, 2]] * 4, "apart": [], "together": [], "attr": None, "present": None}
CROWDED = {"id": "crowded", "n": 4, "rounds": [[2, 2]], "apart": [[0, 1], [0, 2], [1, 2]]}


def test_people_are_divided_and_told_how_well(tmp_path: Path) -> None:
    """Twelve in pairs, five times: everybody meets somebody new every time."""
    done = sessionrunner("groups", "--people", "12", "--size", "2", "--rounds", "5", state=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("rapporterar") == 30
    assert done.stdout.splitlines()[-1] == "Alla möter nya varje gång."


@pytest.mark.parametrize(
    ("people", "size", "told"),
    [("13", "4-6", "13 personer: 5+4+4"), ("5", "7-9", "5 personer går inte att dela jämnt i grupper om 7–9.")],
)
def test_the_division_is_told_and_so_is_one_that_was_not_asked_for(
    tmp_path: Path, people: str, size: str, told: str
) -> None:
    """A size that cannot be kept is said, not quietly replaced by another."""
    assert told in sessionrunner("groups", "--people", people, "--size", size, state=tmp_path).stdout


def test_wishes_are_by_name_and_answers_too(tmp_path: Path) -> None:
    """Names as in the list, and everybody once a round."""
    names = "Anna, Bo, Cia, Dan, Eva, Fia"
    wishes = ("--apart", "Anna,Bo", "--together", "Cia,Dan")
    done = sessionrunner("groups", "--people", names, "--size", "3", "--rounds", "2", *wishes, "--json", state=tmp_path)
    found = json.loads(done.stdout)
    assert {"rounds", "reporters", "repeated_pairs", "max_meetings", "violations", "seconds"} <= found.keys()
    for groups, reporters in zip(found["rounds"], found["reporters"], strict=True):
        assert sorted(name for group in groups for name in group) == names.split(", ")
        assert all(reporter in group for reporter, group in zip(reporters, groups, strict=True))
        assert all({"Cia", "Dan"} & {*group} in ({"Cia", "Dan"}, set()) for group in groups)
    assert found["violations"] == 0


def test_wishes_that_cannot_be_met_are_named(tmp_path: Path) -> None:
    """Nothing is printed that somebody could mistake for a plan."""
    done = sessionrunner("groups", "--people", "12", "--size", "4", "--apart", "1,2,3,4", state=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert "1, 2, 3, 4" in done.stderr


def test_instances_are_answered_in_the_shape_they_came(tmp_path: Path) -> None:
    """A list for a list, one for one; people are numbers."""
    file = tmp_path / "instances.json"
    file.write_text(json.dumps([SIX, CROWDED]), "utf-8")
    # The best plan is found at once: there is time for it even if the machine stands still in between.
    asked = ("groups", "--instance", str(file), "--seconds", "60", "--json")
    both = sessionrunner(*asked, state=tmp_path)
    one = sessionrunner(*asked, "--id", "six", state=tmp_path)
    six, crowded = json.loads(both.stdout)
    assert (both.returncode, one.returncode) == (1, 0)
    assert json.loads(one.stdout)["rounds"] == six["rounds"]
    assert sorted(person for group in six["rounds"][0] for person in group) == [0, 1, 2, 3, 4, 5]
    assert crowded["conflicts"] and not crowded["rounds"]


def test_what_is_missing_is_said(tmp_path: Path) -> None:
    """Nobody to divide, somebody who is not there, an id that is not there."""
    file = tmp_path / "six.json"
    file.write_text(json.dumps(SIX), "utf-8")
    for arguments in ((), ("--people", "4", "--apart", "Anna,1"), ("--instance", str(file), "--id", "seven")):
        done = sessionrunner("groups", *arguments, state=tmp_path)
        assert (done.returncode, done.stdout) == (1, "")
        assert len(done.stderr.splitlines()) == 2
