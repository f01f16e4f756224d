"""Which answers may be shown, and when late ones join them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessionrunner.core.commands import Close, Next, Reveal
from sessionrunner.core.exercise import Per, Step
from sessionrunner.core.lesson import Collected
from sessionrunner.core.opening import Mixed, gathered, joined, latest_form, would_add
from tests.core.rooms import HOUR, SCALE, TEXT, Hour, a_step, an_exercise

WRITE = HOUR.step("write")


def box(*waves: Mapping[str, Sequence[str]], step: str = "write") -> Mixed:
    """What lies in the box for one step, wave by wave."""

    def mixed(asked: Step, wanted: Sequence[int]) -> Mapping[str, Sequence[str]]:
        here = [waves[wave] for wave in wanted if wave < len(waves)] if asked.id == step else []
        return {name: sorted(text for wave in here for text in wave.get(name, ())) for name in ("text", "scale")}

    return mixed


def texts(hour: Hour, *waves: str) -> str:
    """The texts that may be shown when these came, a letter each."""
    found = gathered(hour.session, box(*({"text": wave} for wave in waves)))
    return "".join(found[0].answers) if found else ""


def test_nothing_is_shown_before_it_is_opened() -> None:
    """However many have answered."""
    assert texts(Hour().go_to("write"), "abcdefgh") == ""


def test_opened_answers_are_shown_from_k_on() -> None:
    """Four are too few when k is five; five are all shown."""
    hour = Hour(threshold=5).go_to("write").give(Reveal("write"))
    assert texts(hour, "abcd") == ""
    assert gathered(hour.session, box({"text": "abcde"})) == (Collected(TEXT, tuple("abcde"), "write"),)


def test_opening_one_step_shows_nothing_of_another() -> None:
    """Each form is opened by itself."""
    hour = Hour().go_to("write").give(Reveal("write"))
    assert gathered(hour.session, box({"text": "abcde"}, step="write-more")) == ()


def test_each_question_must_reach_k_by_itself() -> None:
    """One question answered by five and another by four: only the first is shown."""
    hour = Hour().go_to("write").give(Reveal("write"))
    shown = gathered(hour.session, box({"text": "abcde", "scale": "1234"}))
    assert [one.question for one in shown] == [TEXT]


def test_a_groups_answer_is_shown_from_the_first_and_nobodys_own_is() -> None:
    """A group's common word needs no others beside it; one person's answer beside it stays closed below k."""
    common = replace(SCALE, per=Per.GROUP)
    hour = Hour(an_exercise(a_step("write", 3, collect=(TEXT, common)))).give(Next(), Reveal("write"))
    shown = gathered(hour.session, box({"text": ["mine"], "scale": ["7"]}))
    assert [(one.question.id, one.answers) for one in shown] == [("scale", ("7",))]
    assert would_add(hour.session, hour.session.exercise.steps[0], box({}, {"scale": ["7"]}))


def test_late_answers_are_not_seen_until_they_are_opened() -> None:
    """Whoever looks again sees what was there before."""
    assert texts(Hour().go_to("write").give(Reveal("write")), "abcde", "fghij") == "abcde"


def test_late_answers_join_when_they_are_k() -> None:
    """Mixed with the others, as if they had always been there; four would stand out."""
    hour = Hour().go_to("write").give(Reveal("write"), Reveal("write"))
    assert texts(hour, "abcde", "fghi") == "abcde"
    assert texts(hour, "abcde", "fghij") == "abcdefghij"


def test_late_answers_wait_for_later_ones() -> None:
    """Two and three make five."""
    hour = Hour().go_to("write").give(Reveal("write"), Reveal("write"), Reveal("write"))
    assert texts(hour, "abcde", "fg", "hij") == "abcdefghij"


def test_too_few_at_first_are_shown_with_those_that_come_after() -> None:
    """One question may have its five only the second time."""
    hour = Hour().go_to("write").give(Reveal("write"), Reveal("write"))
    shown = gathered(hour.session, box({"text": "abcde", "scale": "123"}, {"scale": "45"}))
    assert [(one.question, one.answers) for one in shown] == [(TEXT, tuple("abcde")), (SCALE, tuple("12345"))]


def test_at_the_end_late_answers_lie_unmarked_among_the_others() -> None:
    """A receipt was given for every one of them; below k in all they are told to nobody."""
    hour = Hour().go_to("write").give(Reveal("write"), Close())
    assert texts(hour, "abcde", "fg") == "abcdefg"
    assert texts(hour, "ab", "cd") == ""


@pytest.mark.parametrize(("waves", "more"), [(["abcd"], False), (["abcde"], True)])
def test_the_first_opening_takes_k(waves: list[str], more: bool) -> None:
    """The key does nothing before."""
    hour = Hour().go_to("write")
    assert would_add(hour.session, WRITE, box(*({"text": wave} for wave in waves))) is more


def test_another_opening_takes_k_more() -> None:
    """The key does nothing for four late ones."""
    hour = Hour().go_to("write").give(Reveal("write"))
    assert not would_add(hour.session, WRITE, box({"text": "abcde"}, {"text": "fghi"}))
    assert would_add(hour.session, WRITE, box({"text": "abcde"}, {"text": "fghij"}))


def all_opened(sizes: Sequence[int], threshold: int) -> tuple[int, ...]:
    """What is often done: whatever has come since is shown at once."""
    return tuple(range(len(sizes)))


def smallest_step(rule: object, sizes: Sequence[int]) -> int:
    """The fewest new answers that any opening in a row shows, by this rule; a large number when none shows any."""
    assert callable(rule)
    before, least = 0, 999
    for opened in range(1, len(sizes) + 1):
        seen = sum(sizes[wave] for wave in rule(sizes[:opened], 5))
        least = min(least, seen - before) if seen > before else least
        before = seen
    return least


@given(st.lists(st.integers(0, 12), max_size=8))
def test_no_opening_shows_fewer_than_k_new_answers(sizes: list[int]) -> None:
    """Whenever the leader looks and however the answers trickle in."""
    assert smallest_step(joined, sizes) >= 5


def test_showing_whatever_has_come_would_not_do() -> None:
    """The control: the sixth answer would be seen to be new."""
    assert smallest_step(all_opened, [5, 1]) == 1


def test_a_step_that_was_left_is_opened_all_the_same() -> None:
    """The answers belong to the step, not to the moment."""
    hour = Hour().go_to("write").give(Next(), Reveal("write"))
    assert texts(hour, "abcde") == "abcde"


@pytest.mark.parametrize(
    ("step", "form"), [("start", None), ("pairs", None), ("write", "write"), ("turns", "write"), ("end", "write-more")]
)
def test_the_form_that_matters_is_the_latest_that_asked_something(step: str, form: str | None) -> None:
    """Rule: the current step's own, else the one before; none as long as nobody has been asked."""
    found = latest_form(Hour().go_to(step).session)
    assert (found.id if found else None) == form
