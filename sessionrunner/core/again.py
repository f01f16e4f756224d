"""The same scale again: what the group answered the last time it was asked."""

from collections.abc import Iterator, Sequence

from sessionrunner.core.exercise import Exercise, Question, QuestionKind, Step
from sessionrunner.core.followup import Past, PastSession, PastTally
from sessionrunner.core.lesson import Before
from sessionrunner.core.reflections import scale
from sessionrunner.core.tally import ends

_MOST = 1000
"""Answers to one question; a file that tells of more has been tampered with."""


def before(past: Past, exercise: Exercise) -> tuple[Before, ...]:
    """For each question that is asked again, what was answered last; never two questions as one."""
    asked = [(step, one) for step in exercise.steps for one in step.collect if _comparable(one)]
    return tuple(found for step, one in asked for found in _latest(past, exercise, step, one))


def _comparable(question: Question) -> bool:
    return question.again and question.kind is QuestionKind.SCALE


def _latest(past: Past, exercise: Exercise, step: Step, question: Question) -> Iterator[Before]:
    held = sorted((one for one in past.sessions if one.exercise == exercise.id), key=lambda one: one.date)
    for session in reversed(held):
        tally = _same(session, step, question)
        if tally is not None:
            answers = tuple(value for value, count in tally.counts for _ in range(count))
            yield Before(step.id, question.id, session.date, answers, tally.middle)
            return


def _same(session: PastSession, step: Step, question: Question) -> PastTally | None:
    """The same question with the same words and the same ends; a scale that was changed cannot be compared."""
    values = set(scale(question))
    for tally in session.tallies:
        told = sum(count for _, count in tally.counts)
        chosen = [ends(value) for value, count in tally.counts if count]
        same = (tally.step, tally.question, tally.ask) == (step.id, question.id, question.ask)
        known = {end for both in chosen for end in both} <= values
        if same and 0 < told <= _MOST and known and (tally.middle is not None or _exact(chosen)):
            return tally
    return None


def _exact(chosen: Sequence[tuple[str, str]]) -> bool:
    """Whether the middle can be had from the values; older files have no bands."""
    return all(low == high for low, high in chosen)
