"""What was said at the tables, side by side with their statements."""

from dataclasses import replace

import pytest

from sessionrunner.core.commands import Command, Hide, Next, ShowTables, TakeNote, Undo
from sessionrunner.core.exercise import Exercise, Mode, Per, Question, QuestionKind, Table
from sessionrunner.core.faults import faults
from sessionrunner.core.lesson import Collected
from sessionrunner.core.showing import Shown, Turn, shown_on_wall, tables_on_wall, tables_turned, turned
from sessionrunner.core.state import NotPossible
from sessionrunner.core.statements import at_tables, latest_tables, told_tables
from tests.core.rooms import FOUR_TABLES, TEXT, Hour, a_step, an_exercise, refusal

REPORT = Question("report", "What did you write?", QuestionKind.TEXT, per=Per.GROUP, table="Table 2")
OTHER = (Table("Table 1", "Another statement"), Table("Table 2", "One more"))
TWICE = an_exercise(
    a_step("start"),
    a_step("tables", mode=Mode.TABLES, tables=FOUR_TABLES),
    a_step("report", collect=(REPORT, TEXT)),
    a_step("more", mode=Mode.TABLES, tables=OTHER),
    a_step("end", mode=Mode.SUMMARY),
)
"""Tables twice in an hour, with the same names."""
WRITTEN = (Collected(REPORT, ("From a phone",), "report"), Collected(TEXT, ("Of nobody's table",) * 5, "report"))


def noted(step: str = "report") -> Hour:
    """Two notes at the first tables, one in the talk after them."""
    hour = Hour(TWICE).go_to("tables").give(TakeNote("One", "Table 1"), TakeNote("About everything"))
    return hour.go_to("report").give(TakeNote("Two", "Table 2")).go_to(step)


def texts(hour: Hour, exercise: Exercise = TWICE) -> list[list[tuple[str, ...]]]:
    told = told_tables(exercise, hour.session.notes, WRITTEN)
    return [[one.texts for one in tables.statements] for tables in told]


def seen(hour: Hour) -> Shown:
    return tables_on_wall(hour.session, WRITTEN)


def test_every_table_has_its_statement_and_what_was_said_there() -> None:
    """What reporters wrote comes first, then the notes; a silent table keeps its place."""
    assert texts(noted()) == [[("One",), ("From a phone", "Two"), (), ()], [(), ()]]
    tables = latest_tables(noted().session, WRITTEN)
    assert tables is not None and not tables.empty
    assert (tables.title, tables.statements[1].says) == ("Title of tables", "Statement 2")


def test_tables_of_the_same_name_are_not_mixed_up() -> None:
    """A note belongs to the tables that the room was at last when it was taken."""
    hour = noted("more").give(TakeNote("Three", "Table 1"))
    assert texts(hour)[1] == [("Three",), ()]
    assert texts(hour)[0][0] == ("One",)


def test_notes_about_nothing_in_particular_are_not_at_the_tables() -> None:
    """They stand among the other notes."""
    told = [at_tables(TWICE, note) for note in noted().session.notes]
    assert told == [True, False, True]


def test_before_the_tables_there_is_nothing_to_show() -> None:
    """And the leader is told so."""
    hour = Hour(TWICE).give(Next())
    assert latest_tables(hour.session, ()) is None
    assert (refusal(hour, ShowTables()), seen(hour)) == ("no-tables-yet", Shown())


def test_all_are_shown_side_by_side_or_one_at_a_time() -> None:
    """Until they are taken down; undo takes one step back."""
    hour = noted()
    assert seen(hour) == Shown()
    whole = seen(hour.give(ShowTables()))
    assert (len(whole.tables), whole.number, whole.total) == (4, 0, 4)
    one = seen(hour.give(ShowTables(1)))
    assert ([table.table for table in one.tables], one.number) == (["Table 2"], 2)
    assert seen(hour.give(Undo())).number == 0
    assert seen(hour.give(Hide())) == Shown()


def test_a_table_that_is_not_there_cannot_be_shown() -> None:
    """Four are four."""
    assert [refusal(noted(), ShowTables(at)) for at in (-1, 4)] == ["no-such-table"] * 2


def test_tables_stay_for_the_step_after_and_no_longer() -> None:
    """The next tables do not bring the first back."""
    hour = noted().give(ShowTables())
    assert seen(hour.give(Next())) == Shown()


@pytest.mark.parametrize(
    ("turns", "number"),
    [
        ([Turn.NEXT], 1),
        ([Turn.NEXT, Turn.NEXT, Turn.NEXT, Turn.NEXT, Turn.NEXT], 4),
        ([Turn.NEXT, Turn.NEXT, Turn.PREVIOUS], 1),
        ([Turn.PREVIOUS], 1),
        ([Turn.NEXT, Turn.ALL], 0),
    ],
)
def test_keys_turn_the_tables_one_by_one(turns: list[Turn], number: int) -> None:
    """Neither end is passed."""
    hour = noted()
    for turn in turns:
        command: Command = tables_turned(hour.session, turn)
        hour.give(command)
    assert seen(hour).number == number
    assert seen(hour.give(tables_turned(hour.session, Turn.NONE))) == Shown()


def test_answers_and_tables_do_not_mix_on_the_wall() -> None:
    """A key for answers finds the answers, and says when none are open."""
    hour = noted().give(ShowTables())
    assert shown_on_wall(hour.session, WRITTEN) == Shown()
    with pytest.raises(NotPossible):
        turned(hour.session, WRITTEN, Turn.NEXT)


def test_a_question_about_a_table_that_is_not_there_is_a_fault() -> None:
    """The file says so before the room does."""
    early = replace(TWICE, steps=(replace(TWICE.steps[0], collect=(REPORT,)), *TWICE.steps[1:]))
    wrong = replace(REPORT, table="Table 9")
    late = replace(TWICE, steps=(*TWICE.steps[:2], replace(TWICE.steps[2], collect=(wrong,)), *TWICE.steps[3:]))
    assert [fault.code for one in (TWICE, early, late) for fault in faults(one)] == ["question-unknown-table"] * 2
