"""Every change of an exercise that is being written can be taken back, however many there are."""

from hypothesis import given
from hypothesis import strategies as st

from sessionrunner.core.manuscript import (
    Beneath,
    Manuscript,
    add_step,
    at,
    minutes_of,
    move_step,
    planned_minutes,
    put,
    remove_step,
)

KEYS = {
    "id": "egna/a",
    "steps": [{"id": "a", "minutes": "3", "notes": {"say": "Hej"}}, {"id": "b", "minutes": "4,5"}, {"id": "c"}],
}


def names(keys: dict[str, object]) -> list[str]:
    steps = keys["steps"]
    assert isinstance(steps, list)
    return [step["id"] for step in steps]


@given(st.lists(st.integers(0, 5)))
def test_everything_can_be_taken_back_and_done_again(changes: list[int]) -> None:
    """All the way to the beginning, and all the way forward."""
    page = first = Manuscript(KEYS, None, "f")
    for change in changes:
        page = page.become({**page.keys, "title": str(change)})
    last = page
    for _ in changes:
        page = page.undo()
    assert page.keys == first.keys
    for _ in changes:
        page = page.redo()
    assert page.keys == last.keys


def test_a_new_change_forgets_what_was_taken_back() -> None:
    """There is one line of history, not a tree."""
    page = Manuscript(KEYS, None, "f").become({"id": "x"}).undo().become({"id": "y"})
    assert page.redo() == page


def test_a_text_is_put_where_it_belongs() -> None:
    """In a step's notes, and nowhere else; what was there before is not touched."""
    new = put(KEYS, ("steps", 1, "notes", "do"), "Peka")
    assert at(new, ("steps", 1, "notes", "do")) == "Peka"
    assert at(KEYS, ("steps", 1, "notes", "do")) is None
    assert new["steps"][0] == KEYS["steps"][0]


def test_an_emptied_text_leaves_no_trace() -> None:
    """The last note takes the notes with it."""
    assert put(KEYS, ("steps", 0, "notes", "say"), "")["steps"][0] == {"id": "a", "minutes": "3"}


def test_steps_are_moved_as_far_as_there_is_room() -> None:
    """The last cannot be later, the first not earlier."""
    assert names(move_step(KEYS, 2, -1)) == ["a", "c", "b"]
    assert move_step(KEYS, 2, 1) == move_step(KEYS, 0, -1) == KEYS


def test_a_step_is_taken_away_but_never_the_last() -> None:
    """An exercise without steps cannot be led."""
    assert names(remove_step(KEYS, 1)) == ["a", "c"]
    assert names(remove_step({"steps": [{"id": "a"}]}, 0)) == ["a"]


def test_a_new_step_gets_a_name_of_its_own() -> None:
    """Two of a kind are told apart."""
    assert names(add_step(add_step(KEYS, 1, {"id": "b"}), 1, {"id": "b"})) == ["a", "b-3", "b-2", "b", "c"]


def test_the_total_is_what_the_steps_say() -> None:
    """Three and four and a half; a step without a length counts for nothing."""
    assert planned_minutes(KEYS) == 7.5
    assert minutes_of("många") == minutes_of(None) == 0
    assert Manuscript(KEYS, None, "f").steps() == KEYS["steps"]


def test_what_has_changed_beneath_is_found_from_the_place_of_ones_own_text() -> None:
    """A step is known by its id wherever it has been moved; a list as a whole stands for everything in it."""
    greeting, tables, aim = Beneath("steps.b.notes.say", "Hej"), Beneath("steps.c.tables", []), Beneath("purpose", [])
    page = Manuscript(KEYS, {}, "", moved=(greeting, tables, aim))
    assert page.beneath(("steps", 1, "notes", "say")) == greeting
    assert page.beneath(("steps", 2, "tables", 0, "statement")) == tables
    assert page.beneath(("purpose",)) == aim
    assert [page.beneath(place) for place in (("steps", 0, "notes", "say"), ("title",))] == [None, None]
