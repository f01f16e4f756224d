"""An adaptation keeps only what differs, and keeps working when what it builds on changes."""

from datetime import timedelta
from pathlib import Path

import pytest

from sessionrunner.core.exercise import Exercise
from sessionrunner.storage import exercise_file
from sessionrunner.storage.bases import FolderBases
from sessionrunner.storage.difference import Change, difference, told
from sessionrunner.storage.exercise_file import BadExercise
from sessionrunner.storage.library import Library, shipped_folder
from sessionrunner.storage.plain_tree import copied, tree, written
from sessionrunner.storage.problem import Findings
from sessionrunner.storage.yaml_nodes import compose

BASE = """\
id: paket/grund
title: Grund
package: Paket
minutes: 10
purpose: [Prata]
steps:
  - {id: a, title: A, minutes: 2, mode: plenary, notes: {say: Hej, do: Peka}, wall: Lyssna}
  - {id: b, title: B, minutes: 3, mode: plenary}
  - {id: c, title: C, minutes: 5, mode: plenary}
"""
OWN = """\
id: egna/grund
extends: paket/grund
minutes: 12
steps:
  - id: a
    minutes: 4
    notes: {say: Hallå}
"""


class Shelf:
    """A folder with a base and an adaptation of it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.own = folder, folder / "egna" / "grund.yaml"
        self.write("paket/grund", BASE)

    def write(self, name: str, text: str) -> None:
        """Put this text where an exercise of this name lies."""
        file = self.folder / f"{name}.yaml"
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, "utf-8")

    def read(self, own: str) -> Exercise:
        """The adaptation as it is led."""
        self.write("egna/grund", own)
        return exercise_file.read(self.own, FolderBases([self.folder]).seen_from(self.own))

    def told(self, own: str) -> list[tuple[int, int, str]]:
        """Where ``check`` finds fault with the adaptation."""
        self.write("egna/grund", own)
        found = exercise_file.problems(self.own, FolderBases([self.folder]).seen_from(self.own))
        return [(one.line, one.column, one.message.key.split(".")[1]) for one in found]


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path)


def names(exercise: Exercise) -> list[str]:
    return [step.id for step in exercise.steps]


def test_what_is_not_written_is_the_bases(shelf: Shelf) -> None:
    """Four minutes and another greeting; everything else as it was."""
    exercise = shelf.read(OWN)
    assert (exercise.title, exercise.extends, exercise.minutes) == ("Grund", "paket/grund", timedelta(minutes=12))
    first = exercise.step("a")
    assert (first.notes.say, first.notes.do, first.wall) == ("Hallå", "Peka", "Lyssna")
    assert names(exercise) == ["a", "b", "c"]
    assert shelf.told(OWN) == []


def test_an_empty_key_takes_away_what_the_base_has(shelf: Shelf) -> None:
    """The wall of the first step is to be empty."""
    assert shelf.read(OWN + "    wall:\n").step("a").wall == ""


def test_steps_are_moved_added_and_removed(shelf: Shelf) -> None:
    """C comes first, B goes, a new one follows A."""
    changes = "remove: [b]\nsteps:\n  - {id: c, first: yes}\n"
    new = "  - {id: ny, after: a, title: Ny, minutes: 3, mode: plenary}\n"
    own = f"id: egna/grund\nextends: paket/grund\n{changes}{new}"
    assert names(shelf.read(own)) == ["c", "a", "ny"]
    assert shelf.told(own) == []


def test_a_longer_base_makes_the_adaptation_longer_and_check_tells(shelf: Shelf) -> None:
    """The hour can be held; whoever looks is told that the sum has changed."""
    shelf.write("paket/grund", BASE.replace("minutes: 10", "minutes: 11").replace("minutes: 3", "minutes: 4"))
    assert shelf.read(OWN).minutes == timedelta(minutes=13)
    assert shelf.told(OWN) == [(3, 10, "minutes-do-not-add-up")]


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ("remove: [x]\n", (3, 10, "remove-unknown-step")),
        ("steps:\n  - {id: x, minutes: 4}\n", (4, 10, "step-gone")),
        ("steps:\n  - {id: b, after: x}\n", (4, 20, "after-unknown-step")),
    ],
)
def test_what_no_longer_fits_is_told_and_passed_over(shelf: Shelf, changes: str, where: tuple[int, int, str]) -> None:
    """A step that the base has lost does not stop the hour, but is told by line and column."""
    own = f"id: egna/grund\nextends: paket/grund\n{changes}"
    assert names(shelf.read(own)) == ["a", "b", "c"]
    assert shelf.told(own) == [where]


@pytest.mark.parametrize("base", ["paket/borta", "egna/grund"])
def test_an_adaptation_of_nothing_cannot_be_led(shelf: Shelf, base: str) -> None:
    """Neither of what is missing nor of itself."""
    own = f"id: egna/grund\nextends: {base}\n"
    with pytest.raises(BadExercise):
        shelf.read(own)
    assert shelf.told(own) == [(2, 10, "extends-unknown")]


def test_an_adaptation_can_be_adapted(shelf: Shelf) -> None:
    """What the first changed, the second has too."""
    shelf.read(OWN)
    shelf.write("egna/andra", "id: egna/andra\nextends: egna/grund\ntitle: Andra\n")
    (second,) = [one for one in Library([shelf.folder]).exercises() if one.id == "egna/andra"]
    assert (second.title, second.minutes, second.step("a").notes.say) == ("Andra", timedelta(minutes=12), "Hallå")


def test_two_that_build_on_each_other_are_none(shelf: Shelf) -> None:
    """A circle ends."""
    shelf.write("egna/andra", "id: egna/andra\nextends: egna/grund\n")
    assert shelf.told("id: egna/grund\nextends: egna/andra\n") == [(2, 10, "extends-unknown")]


def test_a_remembered_adaptation_follows_its_base(shelf: Shelf, tmp_path: Path) -> None:
    """The file has not changed, but what it builds on has."""
    shelf.read(OWN)
    kept = tmp_path / "remembered.json"
    assert len(Library([shelf.folder], kept).exercises()) == 2
    shelf.write("paket/grund", BASE.replace("title: C", "title: Nytt namn"))
    again = Library([shelf.folder], kept).find("egna/grund")[0]
    assert again.step("c").title == "Nytt namn"


def test_a_session_has_the_whole_exercise_with_it(shelf: Shelf) -> None:
    """What is copied into the journal can be read where there is no library."""
    led = shelf.read(OWN)
    text = Library([shelf.folder]).text(shelf.own)
    alone = exercise_file.parse(text, "f")
    assert (alone.id, alone.steps, alone.minutes) == (led.id, led.steps, led.minutes)


SHIPPED = Library([shipped_folder("exercises")]).files()[::5]


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_a_file_written_anew_is_the_same_exercise(file: Path) -> None:
    """Nothing is lost between the file, the editor and the file."""
    node = compose(file.read_bytes(), Findings(""))
    assert node is not None
    assert exercise_file.parse(written(tree(node)), "f") == exercise_file.read(file)


def edited(base: str) -> dict[str, object]:
    node = compose(base, Findings(""))
    assert node is not None
    found: dict[str, object] = tree(node)
    return found


def test_the_difference_says_only_what_differs(shelf: Shelf) -> None:
    """One greeting and one length are changed, and the file says no more."""
    base = edited(BASE)
    own = copied(base) | {"id": "egna/grund", "minutes": "12"}
    own["steps"][0] |= {"minutes": "4", "notes": {"say": "Hallå", "do": "Peka"}}
    told_by_file = difference(base, own)
    assert written({key: one for key, one in told_by_file.items() if key != "built_on"}).split() == OWN.split()
    assert shelf.told(written(told_by_file)) == []


def greeted(base: dict[str, object]) -> dict[str, object]:
    """An adaptation with a greeting of its own, as the program writes it."""
    own = copied(base) | {"id": "egna/grund"}
    own["steps"][0] |= {"notes": {"say": "Hallå", "do": "Peka"}}
    found: dict[str, object] = difference(base, own)
    return found


def test_a_base_that_changes_beneath_an_own_text_is_told_by_check(shelf: Shelf) -> None:
    """The own greeting is still said; whoever looks hears that another one lies beneath now."""
    own = written(greeted(edited(BASE)))
    shelf.write("paket/grund", BASE.replace("say: Hej", "say: Välkomna"))
    assert shelf.read(own).steps[0].notes.say == "Hallå"
    assert [code for _, _, code in shelf.told(own)] == ["base-moved-on"]


@pytest.mark.parametrize("other", [BASE, BASE.replace("do: Peka", "do: Vinka"), BASE.replace("title: B", "title: Bb")])
def test_what_was_not_written_over_may_change(shelf: Shelf, other: str) -> None:
    """Everything else simply follows the base."""
    own = written(greeted(edited(BASE)))
    shelf.write("paket/grund", other)
    assert shelf.told(own) == []


def test_what_was_built_on_is_no_change_of_its_own() -> None:
    """The readable difference speaks of what was done."""
    base = edited(BASE)
    assert {one.kind for one in told(base, greeted(base))} == {"changed"}


@pytest.mark.parametrize("order", ["abc", "cab", "bca", "cba", "ac", "c", "xabc", "axbc", "cxa"])
def test_any_order_comes_back_from_its_difference(shelf: Shelf, order: str) -> None:
    """Moved, removed and new steps stand where they were put."""
    base = edited(BASE)
    known = {step["id"]: step for step in copied(base)["steps"]}
    known["x"] = {"id": "x", "title": "X", "minutes": "1", "mode": "plenary"}
    own = {**base, "id": "egna/grund", "steps": [known[name] for name in order]}
    assert names(shelf.read(written(difference(base, own)))) == [*order]


def test_what_was_done_to_the_base_can_be_told() -> None:
    """Title and one step changed, one moved, one new, one gone."""
    base = edited(BASE)
    steps = [*copied(base)["steps"]]
    steps[0]["wall"] = "Titta"
    new = {"id": "x", "title": "X", "minutes": "3", "mode": "plenary"}
    own = {**base, "id": "egna/grund", "title": "Vår", "steps": [steps[2], steps[0], new]}
    changes = told(base, difference(base, own))
    assert {(one.kind, one.name) for one in changes} == {
        ("field", "title"), ("removed", "B"), ("moved", "A"), ("changed", "A"), ("added", "X")
    }  # fmt: skip
    assert Change("changed", "A", ("wall",)) in changes
