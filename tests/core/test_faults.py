"""What makes an exercise impossible to lead."""

from dataclasses import replace

import pytest

from sessionrunner.core.exercise import (
    Exercise,
    GroupRule,
    Mode,
    Question,
    QuestionKind,
    Rounds,
    SizeRange,
    Step,
    Table,
    TurnsPer,
)
from sessionrunner.core.faults import Fault, faults
from sessionrunner.core.prompts import Theme
from sessionrunner.core.role import Role
from sessionrunner.core.text import Text
from tests.core.rooms import FOUR_TABLES, HOUR, ROUNDS, TEXT, a_step, an_exercise, minutes

PAIRS = GroupRule(SizeRange(2, 3))


def questions(count: int) -> tuple[Question, ...]:
    return tuple(replace(TEXT, id=f"q{number}") for number in range(count))


def found(*steps: Step) -> list[tuple[tuple[str | int, ...], str]]:
    """Where and what, for an exercise of these steps whose minutes add up."""
    return [(fault.path, fault.code) for fault in faults(an_exercise(*steps))]


def test_a_sound_exercise_has_no_faults() -> None:
    """Every kind of step, with turns for so many people that the minutes come out even."""
    assert faults(replace(HOUR, minutes=minutes(42 + 5 * 6))) == []


@pytest.mark.parametrize(
    ("step", "path", "code"),
    [
        (a_step("s", None), (), "step-without-minutes"),
        (a_step("s", None, Mode.TURNS), (), "turns-without-turn-minutes"),
        (a_step("s", turn=minutes(2)), ("turn_minutes",), "turn-minutes-outside-turns"),
        (a_step("s", mode=Mode.TABLES), (), "tables-mode-without-tables"),
        (a_step("s", mode=Mode.GROUPS), (), "groups-mode-without-groups"),
        (a_step("s", least=minutes(11)), ("min",), "min-above-minutes"),
        (a_step("s", prompts=(Theme("A", ("?",)), Theme("B", ()))), ("prompts", 1), "theme-without-questions"),
        (a_step("s", owner="B", roles=(Role("A"),)), ("owner",), "owner-without-role"),
        (replace(a_step("s"), wall="1\n2\n3\n4\n5"), ("wall",), "wall-too-long"),
        (replace(a_step("s"), wall=f"kort\n{'x' * 71}"), ("wall",), "wall-line-too-long"),
        (a_step("s", collect=questions(13)), ("collect",), "form-too-long"),
        (a_step("s", rounds=ROUNDS), ("rounds",), "rounds-without-tables"),
        (a_step("s", 18, tables=FOUR_TABLES, rounds=ROUNDS), ("rounds",), "rounds-longer-than-step"),
        (a_step("s", tables=(Table("A"), Table("A"))), ("tables", 1, "name"), "table-name-repeated"),
        (a_step("s", groups=replace(PAIRS, same_as="x")), ("groups", "same_as"), "same-as-unknown-step"),
        (a_step("s", collect=(TEXT, TEXT)), ("collect", 1, "id"), "question-id-repeated"),
    ],
)
def test_a_faulty_step_is_told_with_its_place(step: Step, path: tuple[str | int, ...], code: str) -> None:
    """One fault, one line, where it stands."""
    steps = (a_step("first"), step)
    told = [(fault.path, fault.code) for fault in faults(an_exercise(*steps)) if fault.path != ("minutes",)]
    assert told == [(("steps", 1, *path), code)]


@pytest.mark.parametrize(
    ("question", "key", "code"),
    [
        (Question("q", "?", QuestionKind.SCALE, least=5, most=5), "max", "scale-upside-down"),
        (Question("q", "?", QuestionKind.SCALE, least=0, most=100), "max", "scale-too-long"),
        (Question("q", "?", QuestionKind.CHOICE, options=("ja", "ja")), "options", "choice-without-options"),
    ],
)
def test_a_faulty_question_is_told_with_its_place(question: Question, key: str, code: str) -> None:
    """A question that nobody could answer."""
    assert found(a_step("s", collect=(TEXT, question))) == [(("steps", 0, "collect", 1, key), code)]


@pytest.mark.parametrize("kind", QuestionKind)
def test_a_question_that_can_be_answered_has_no_fault(kind: QuestionKind) -> None:
    """Text, scale and choice."""
    assert found(a_step("s", collect=(Question("q", "?", kind, options=("ja", "nej")),))) == []


def test_an_exercise_without_steps_is_one_fault() -> None:
    """There is nothing more to say about it."""
    assert [fault.code for fault in faults(an_exercise())] == ["no-steps"]


@pytest.mark.parametrize(("stated", "code"), [(35, "minutes-do-not-add-up"), (20, None)])
def test_the_steps_must_add_up(stated: int, code: str | None) -> None:
    """The hour is as long as it says."""
    exercise = replace(an_exercise(a_step("one"), a_step("two")), minutes=minutes(stated))
    assert [fault.code for fault in faults(exercise)] == [code] * (code is not None)


def turns_of_ten(total: int) -> Exercise:
    """Ten fixed minutes and turns of ten."""
    steps = a_step("one"), a_step("turns", None, Mode.TURNS, turn=minutes(10))
    return replace(an_exercise(*steps), minutes=minutes(total))


@pytest.mark.parametrize(("total", "faulty"), [(20, False), (60, False), (65, True), (10, True), (5, True)])
def test_with_turns_the_rest_must_be_whole_turns(total: int, faulty: bool) -> None:
    """Sixty minutes are ten and five turns of ten; with sixty-five somebody is cut short."""
    assert [fault.code for fault in faults(turns_of_ten(total))] == ["turns-do-not-add-up"] * faulty


def test_turns_per_group_need_groups() -> None:
    """Without groups each person would get a turn, and the hour would be four times as long."""
    teams = a_step("teams", None, Mode.TURNS, turn=minutes(3), turns_per=TurnsPer.GROUP)
    told = [(fault.path, fault.code) for fault in faults(an_exercise(teams)) if fault.path != ("minutes",)]
    assert told == [(("steps", 0, "turns_per"), "turns-per-group-without-groups")]
    for fine in (replace(teams, groups=PAIRS), replace(teams, tables=FOUR_TABLES)):
        assert [fault.path for fault in faults(an_exercise(fine))] == [("minutes",)]


def test_what_the_room_can_just_manage_is_no_fault() -> None:
    """Four lines of seventy characters, and twelve questions."""
    full = replace(a_step("s", collect=questions(12)), wall="\n".join(["x" * 70] * 4))
    assert found(full) == []


def test_two_steps_may_not_share_an_id() -> None:
    """Times and answers are kept by it."""
    assert found(a_step("one"), a_step("one")) == [(("steps", 1, "id"), "step-id-repeated")]


def test_groups_are_kept_only_from_an_earlier_step_that_has_some() -> None:
    """Not from a later one, nor from one without groups."""
    keeps = a_step("keeps", mode=Mode.GROUPS, groups=replace(PAIRS, same_as="pairs"))
    pairs = a_step("pairs", mode=Mode.GROUPS, groups=PAIRS)
    assert found(pairs, keeps) == []
    assert found(keeps, pairs) == [(("steps", 0, "groups", "same_as"), "same-as-unknown-step")]
    assert found(a_step("pairs"), keeps) == [(("steps", 1, "groups", "same_as"), "same-as-unknown-step")]


def test_groups_cannot_be_both_kept_and_new() -> None:
    """One of them is meant."""
    keeps = a_step("keeps", groups=replace(PAIRS, same_as="pairs", new=True))
    assert found(a_step("pairs", groups=PAIRS), keeps) == [(("steps", 1, "groups", "new"), "same-as-and-new")]


def test_rounds_of_a_step_without_length_are_not_measured() -> None:
    """The missing length is fault enough."""
    step = a_step("s", None, Mode.TABLES, tables=FOUR_TABLES, rounds=Rounds(minutes(4)))
    assert found(step) == [(("steps", 0), "step-without-minutes")]


def test_a_fault_names_its_message_and_its_remedy() -> None:
    """In whatever language it is read."""
    fault = Fault(("minutes",), "minutes-do-not-add-up", (("stated", 35),))
    assert fault.message == Text("check.minutes-do-not-add-up.message", {"stated": 35})
    assert fault.remedy == Text("check.minutes-do-not-add-up.remedy", {"stated": 35})


def test_minutes_are_told_as_people_say_them() -> None:
    """Whole minutes without decimals, half ones with."""
    (fault,) = faults(replace(an_exercise(a_step("one", 4.5)), minutes=minutes(5)))
    assert dict(fault.values)["sum"] == 4.5
    assert dict(fault.values)["stated"] == 5


def test_a_length_may_be_left_to_the_leader_only_where_the_document_gives_none() -> None:
    """Nobody invents minutes, and nobody leaves out those there are."""
    meeting = an_exercise(a_step("start"), a_step("point", None, open=True))
    assert faults(meeting) == []
    stated = faults(replace(meeting, minutes_in_source=(45,)))
    assert [(one.path, one.code) for one in stated] == [(("steps", 1, "minutes"), "open-but-in-source")]
