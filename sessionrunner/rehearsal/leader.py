"""A leader made of patience: goes on when the time is up, sums up, approves and saves."""

import threading
from datetime import timedelta

from sessionrunner.core import commands
from sessionrunner.core.exercise import LessonKind, Mode, Step
from sessionrunner.core.session import Stage
from sessionrunner.desk import Desk
from sessionrunner.ports import Delivery
from sessionrunner.rehearsal.phones import Phones

_LOOK = 0.02
"""Seconds between looks at the clock."""
_PATIENCE = timedelta(seconds=20)
"""How long to wait for the shared folder at the end."""


def lead(desk: Desk, phones: Phones, lesson: str, owner: str) -> Delivery:
    """Lead the whole session, step by step in the session's own time; returns when the record is delivered."""
    pause = threading.Event()
    desk.handle(commands.Next())
    while desk.session.stage is Stage.RUNNING:
        pause.wait(_LOOK)
        if phones.failure is not None:
            raise phones.failure
        if desk.time.remaining_seconds() > 0 or _waiting(desk, phones):
            continue
        if desk.session.next_step is not None:
            desk.handle(commands.Next())
            _sum_up(desk, lesson, owner)
        else:
            desk.handle(commands.Approve())
            return desk.close(_PATIENCE)
    return desk.keeping.delivery()


def _waiting(desk: Desk, phones: Phones) -> bool:
    """Whether the step collects and somebody's answer is still on its way."""
    step = desk.session.step
    return step is not None and bool(step.collect) and phones.acknowledged < len(desk.session.people) * _forms(desk)


def _forms(desk: Desk) -> int:
    return sum(bool(step.collect) for step in desk.session.exercise.steps[: desk.session.position + 1])


def _sum_up(desk: Desk, lesson: str, owner: str) -> None:
    """When the summary begins: open what has been answered and write one line down."""
    step = desk.session.step
    if step is None or step.mode is not Mode.SUMMARY:
        return
    for earlier in desk.session.exercise.steps[: desk.session.position]:
        if earlier.collect and earlier.id not in desk.session.revealed:
            desk.reveal(earlier.id)
    desk.add_lesson(_kind(step), lesson, owner)


def _kind(step: Step) -> LessonKind:
    return step.outputs[0] if step.outputs else LessonKind.AGREEMENT
