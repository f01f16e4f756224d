"""Where a document disagrees with itself, every version can be led."""

from dataclasses import replace

from sessionrunner.core.commands import Next, Open, Undo
from sessionrunner.core.exercise import Bring, Exercise, Preparation, StepLength, Variant
from sessionrunner.core.faults import faults
from sessionrunner.core.session import START, Session, apply
from sessionrunner.core.timeline import whole
from sessionrunner.core.variants import alternatives, varied
from tests.core.rooms import Hour, a_step, an_exercise, minutes

PAPER = (Bring("leader", "Paper"),)
LONGER = Variant("longer", "As planned", minutes=minutes(25), steps=(StepLength("b", minutes(15)),))
EMPTY_HANDED = Variant("empty", "Nothing to bring", bring=())
TWO_STEPS = an_exercise(a_step("a"), a_step("b", least=minutes(8)))


def told(*variants: Variant) -> Exercise:
    """An exercise of twenty minutes with paper to bring, and these other ways to lead it."""
    return replace(TWO_STEPS, preparation=Preparation(bring=PAPER), variants=variants)


def test_a_variant_changes_what_it_names_and_nothing_else() -> None:
    """Longer as a whole, in one step; the paper is brought all the same."""
    exercise = varied(told(LONGER), "longer")
    assert (exercise.minutes, exercise.variant) == (minutes(25), "longer")
    assert [step.minutes for step in exercise.steps] == [minutes(10), minutes(15)]
    assert exercise.preparation.bring == PAPER


def test_a_variant_can_ask_for_nothing_to_be_brought() -> None:
    """Nothing to bring is an answer, not a silence."""
    assert varied(told(EMPTY_HANDED), "empty").preparation.bring == ()


def test_a_step_that_shrinks_below_its_least_is_kept_at_what_it_has() -> None:
    """Eight minutes at least of a step that has five now would never come out."""
    shorter = replace(LONGER, minutes=minutes(15), steps=(StepLength("b", minutes(5)),))
    assert varied(told(shorter), "longer").steps[1].least == minutes(5)


def test_a_variant_nobody_knows_leaves_the_exercise_as_it_is() -> None:
    """A journal of another version must open all the same."""
    assert varied(told(LONGER), "other") == told(LONGER)


def test_every_way_to_lead_it_is_listed_the_files_own_first() -> None:
    """The leader chooses among all of them."""
    assert [one.id for one in alternatives(told(LONGER, EMPTY_HANDED))] == ["", "longer", "empty"]


def test_the_session_is_led_in_the_variant_it_was_opened_in() -> None:
    """Taken up again, it is the same."""
    session = apply(Session(told(LONGER)), Open(("A", "B"), 1, variant="longer"), START)
    assert whole(session) == minutes(25)


def test_undo_keeps_the_variant() -> None:
    """Taking a step back does not change what the hour is."""
    hour = Hour().give(Next()).give(Undo())
    assert hour.session.exercise.variant == ""


def test_a_variant_must_add_up_and_name_steps_that_are_there() -> None:
    """Told with the place in the file."""
    wrong = (replace(LONGER, minutes=minutes(30)), replace(LONGER, id="x", steps=(StepLength("c", minutes(1)),)))
    found = [(fault.path, fault.code) for fault in faults(told(*wrong, replace(LONGER, id="x")))]
    assert found == [
        (("variants", 2, "id"), "variant-id-repeated"),
        (("variants", 0, "minutes"), "minutes-do-not-add-up"),
        (("variants", 1, "steps", 0, "step"), "variant-unknown-step"),
    ]
