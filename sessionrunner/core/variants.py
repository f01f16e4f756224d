"""An exercise as another place in its document has it."""

from dataclasses import replace
from datetime import timedelta

from sessionrunner.core.exercise import Exercise, Step, Variant


def varied(exercise: Exercise, variant_id: str) -> Exercise:
    """The exercise with this variant's lengths and things to bring; as it is when it has no such variant."""
    variant = next((one for one in exercise.variants if one.id == variant_id), None)
    return exercise if variant is None else as_in(exercise, variant)


def as_in(exercise: Exercise, variant: Variant) -> Exercise:
    """The exercise with this variant's lengths and things to bring."""
    lengths = {one.step: one.minutes for one in variant.steps}
    bring = exercise.preparation.bring if variant.bring is None else variant.bring
    return replace(
        exercise,
        minutes=variant.minutes or exercise.minutes,
        steps=tuple(_as_long(step, lengths.get(step.id)) for step in exercise.steps),
        preparation=replace(exercise.preparation, bring=bring),
        variant=variant.id,
    )


def _as_long(step: Step, minutes: timedelta | None) -> Step:
    """A step that becomes shorter than its own least is no longer squeezed below what it has."""
    if minutes is None:
        return step
    least = step.least if step.least is None or step.least <= minutes else minutes
    return replace(step, minutes=minutes, least=least)


def alternatives(exercise: Exercise) -> tuple[Variant, ...]:
    """Every way the exercise can be led, the one its file begins with first."""
    own = Variant("", "", exercise.source, exercise.minutes, (), exercise.preparation.bring)
    return (own, *exercise.variants)
