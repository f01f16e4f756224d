"""Which answers may be shown: those that were opened, k or more, and late ones only k at a time."""

from collections.abc import Callable, Mapping, Sequence

from sessionrunner.core.exercise import Per, Question, Step
from sessionrunner.core.lesson import Before, Collected
from sessionrunner.core.privacy import FLOOR, shown
from sessionrunner.core.state import Session, Stage

Mixed = Callable[[Step, Sequence[int]], Mapping[str, Sequence[str]]]
"""The answers of a step that came in these waves, by question id, mixed with each other.

A wave is what came between one opening of the step's answers and the next, counted from 0.
"""


def latest_form(session: Session) -> Step | None:
    """The step whose answers matter now: the current one, or the latest that asked something."""
    asked = [step for step in session.exercise.steps[: session.position + 1] if step.collect]
    return asked[-1] if asked else None


def joined(sizes: Sequence[int], least: int) -> tuple[int, ...]:
    """The waves of one question's answers that may be shown, given how many each has.

    A wave with too few waits until those after it make k together: who has seen the earlier ones could tell it apart.
    """
    told: list[int] = []
    waiting: list[int] = []
    for wave in range(len(sizes)):
        waiting.append(wave)
        if sum(sizes[one] for one in waiting) >= least:
            told, waiting = told + waiting, []
    return tuple(told)


def fewest(question: Question, threshold: int) -> int:
    """The fewest answers that may be shown: a group's are common words, for everybody from the first; others need k."""
    return 1 if question.per is Per.GROUP else max(threshold, FLOOR)


def gathered(session: Session, mixed: Mixed) -> tuple[Collected, ...]:
    """What may be shown now, in the order of the exercise.

    When the session is over, late answers that never became k lie unmarked among the others.
    """
    steps = [step for step in session.exercise.steps if step.id in session.revealed]
    found = [_collected(session, step, question, mixed) for step in steps for question in step.collect]
    return tuple(one for one in found if one.answers)


def latest_wave(session: Session, step: str) -> int:
    """The wave that an answer to this step belongs to when it comes now."""
    return len(session.openings.get(step, ()))


def would_add(session: Session, step: Step, mixed: Mixed) -> bool:
    """Whether opening the step's answers now would show any that have not been shown."""
    latest = latest_wave(session, step.id)
    each = [(_sizes(step, ask, latest + 1, mixed), fewest(ask, session.threshold)) for ask in step.collect]
    return any(latest in joined(sizes, least) for sizes, least in each)


def _collected(session: Session, step: Step, question: Question, mixed: Mixed) -> Collected:
    opened, least = len(session.openings[step.id]), fewest(question, session.threshold)
    if session.stage is Stage.CLOSED:
        waves = tuple(range(opened + 1))
    else:
        waves = joined(_sizes(step, question, opened, mixed), least)
    answers = mixed(step, waves).get(question.id, ()) if waves else ()
    told = tuple(answers) if question.per is Per.GROUP else shown(answers, session.threshold)
    return Collected(question, told, step.id, least, before=_before(session, step, question, least))


def _before(session: Session, step: Step, question: Question, least: int) -> Before | None:
    """What was answered last, if as many had answered then as must answer now."""
    known = (one for one in session.before if (one.step, one.question) == (step.id, question.id))
    return next((one for one in known if len(one.answers) >= least), None)


def _sizes(step: Step, question: Question, waves: int, mixed: Mixed) -> list[int]:
    return [len(mixed(step, (wave,)).get(question.id, ())) for wave in range(waves)]
