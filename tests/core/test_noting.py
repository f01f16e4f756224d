"""Notes: a line about the room, a table or a group, and never about a person."""

import pytest

from sessionrunner.core.commands import Next, TakeNote
from sessionrunner.core.lesson import Note
from sessionrunner.core.noting import ROOM, Spot, about, spots
from tests.core.rooms import Hour, refusal

TABLES = tuple(Spot(table=f"Table {number}") for number in range(1, 5))
GROUPS = tuple(Spot(group=letter) for letter in "ABC")


def test_at_tables_a_note_can_be_about_each_of_them() -> None:
    """What was said at table 3 is found under table 3."""
    assert spots(Hour().go_to("tables").session) == TABLES


def test_in_groups_a_note_can_be_about_each_of_them() -> None:
    """Groups are told apart by their letters; who is in them stays in the room."""
    hour = Hour().go_to("pairs")
    assert spots(hour.session) == tuple(Spot(group=group.label) for group in hour.session.groups["pairs"].groups)


def test_when_groups_report_to_everybody_a_note_can_still_be_about_one() -> None:
    """The step after the group work is where most is said."""
    hour = Hour().go_to("pairs")
    there = spots(hour.session)
    assert spots(hour.give(Next()).session) == there


def test_before_anybody_has_been_divided_there_is_only_the_room() -> None:
    """Nothing to choose among."""
    assert spots(Hour().session) == spots(Hour().give(Next()).session) == ()


def test_a_note_is_kept_with_its_step_and_table() -> None:
    """Both stand in the record."""
    hour = Hour().go_to("tables").give(TakeNote("Hembesök", table="Table 3"))
    assert hour.session.notes == (Note("Title of tables", "Hembesök", "Table 3"),)


def test_a_note_cannot_be_about_what_is_not_there() -> None:
    """A name that is no table, a person's for example, never comes into the record as a tag."""
    hour = Hour().go_to("tables")
    assert refusal(hour, TakeNote("x", table="P1")) == "no-such-table"
    assert refusal(hour, TakeNote("x", group="P1")) == "no-such-table"


@pytest.mark.parametrize("line", ["3: de vill läsa", "3 : de vill läsa"])
def test_a_number_before_a_colon_picks_the_table(line: str) -> None:
    """One hand on the keyboard is enough."""
    assert about(line, TABLES) == (TABLES[2], "de vill läsa")


def test_a_letter_or_a_number_picks_the_group() -> None:
    """Group B is the second one too."""
    assert about("b: kort", GROUPS) == about("2: kort", GROUPS) == (GROUPS[1], "kort")


@pytest.mark.parametrize("line", ["9: kort", "0: kort", "x: kort", "3:", "10:30 går bussen", "utan", ""])
def test_any_other_line_is_left_as_it_is(line: str) -> None:
    """A time of day is no table, and nothing that was written goes away."""
    assert about(line, TABLES) == (ROOM, line)
