"""A desk for the days before: the groups of an exercise, without audience, answers or record."""

import secrets
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

from sessionrunner.cli.clock import LaptopClock
from sessionrunner.core.acquaintance import meetings
from sessionrunner.core.commands import Command, LockGroup, Open, Planned, SetPeople, SetWishes, TakePlan
from sessionrunner.core.copies import Copy
from sessionrunner.core.exercise import Exercise, Step
from sessionrunner.core.record import Identity, Record
from sessionrunner.core.reflections import Submission
from sessionrunner.core.session import NotPossible, Session, replay
from sessionrunner.core.wishes import NO_WISHES, Crowd, Wishes
from sessionrunner.desk import Desk
from sessionrunner.ports import Delivery
from sessionrunner.runner import SessionRunner
from sessionrunner.storage import roster_file
from sessionrunner.storage.acquaintances import Acquaintances
from sessionrunner.storage.prepared import PreparedGroups


class NoBox:
    """Nobody answers before the hour."""

    def put(self, submission: Submission) -> None:
        """No form is open."""

    def gather(self, step: Step, wave: int, least: int) -> None:
        """There is no elsewhere."""

    def counts(self) -> Mapping[str, int]:
        """Nothing."""
        return {}

    def find(self, step: str, submission: str) -> Submission | None:
        """Nothing."""
        return None

    def held(self) -> Mapping[str, int]:
        """Nothing."""
        return {}

    def settle(self, step: str, change: Callable[[Submission], Submission | None]) -> None:
        """There is nothing to settle."""

    def mixed(self, step: Step, waves: Sequence[int] = (0,)) -> Mapping[str, Sequence[str]]:
        """Nothing."""
        return {}

    def mark(self, step: str, question: str, text: str) -> str:
        """There is no text to mark."""
        return ""

    def destroy(self) -> None:
        """There is nothing to destroy."""


class NoArchive:
    """Nothing is recorded before the hour."""

    def save(self, record: Record) -> None:
        """Nothing is worth saving."""

    def attach(self, record: Record, copy: Copy) -> None:
        """No copy is wanted."""

    def delivery(self) -> Delivery:
        """Nothing is on its way."""
        return Delivery()

    def settle(self, patience: timedelta) -> Delivery:
        """There is nothing to wait for."""
        return Delivery()


class Beforehand:
    """``host.Preparing`` on this laptop: groups made before the hour, and what the hour takes over from them."""

    def __init__(
        self, prepared: PreparedGroups, acquaintances: Acquaintances, clock: LaptopClock, language: str
    ) -> None:
        self._prepared = prepared
        self._acquaintances = acquaintances
        self._clock = clock
        self._language = language

    def people(self, given: str) -> tuple[str, ...]:
        """People from a number, pasted names or the path of a file; SessionRunnerError when it is none of them."""
        return roster_file.people(given)

    def crowd(self, given: str) -> Crowd:
        """The same people, and what a table tells about them that they can be mixed by."""
        return roster_file.crowd(given)

    def prepared(self, exercise: Exercise) -> Session | None:
        """The people and groups that have been prepared for this exercise; None when none have. Blocks."""
        events = self._prepared.read(exercise.id)
        found = replay(exercise, events) if events else None
        return found if found is not None and found.people else None

    def prepare(self, exercise: Exercise, crowd: Crowd, spread: bool) -> Desk:
        """A desk without audience: what was prepared for these people before, else a first division. Blocks.

        Everything done at it is kept on this laptop; ``spread`` mixes people by what the list tells.
        """
        events = self._prepared.read(exercise.id)
        before = self.prepared(exercise)
        if before is not None and set(before.people) == set(crowd.people):
            return self._desk(SessionRunner(exercise, self._clock, self._prepared.go_on(exercise.id), events))
        written = self._prepared.begin(exercise.id, self._clock.wall().date(), self._language)
        desk = self._desk(SessionRunner(exercise, self._clock, written))
        self.begin(desk, Open(crowd.people, secrets.randbelow(2**31)), crowd.wishes(spread))
        return desk

    def _desk(self, runner: SessionRunner) -> Desk:
        identity = Identity("", self._clock.wall().date(), self._language)
        return Desk(runner, identity, NoBox(), NoArchive())

    def begin(self, desk: Desk, opening: Open, wishes: Wishes) -> None:
        """Open a session with what was prepared for it, if that was for these people or most of them."""
        before = self.prepared(desk.session.exercise)
        taken = before if before is not None and _mostly(before.people, opening.people) else None
        met = (*opening.met, *self._acquaintances.met(opening.people))
        desk.handle(replace(opening, people=taken.people if taken else opening.people, met=met))
        for command in _taken_over(taken, opening.people) if taken else _wished(wishes):
            # Better a room that is divided than a wish that can no longer be met.
            with suppress(NotPossible):
                desk.handle(command)

    def ended(self, session: Session) -> None:
        """Remember who has met, in codes, and forget what was prepared: its names have served."""
        reached = {step.id for step in session.reached}
        groups = {step: division for step, division in session.groups.items() if step in reached}
        if groups:
            self._acquaintances.remember(meetings(replace(session, groups=groups)))
            self._prepared.forget(session.exercise.id)

    def forget(self) -> bool:
        """Forget who has met on earlier occasions; False when there was nothing to forget."""
        return self._acquaintances.forget()


def _mostly(before: Sequence[str], now: Sequence[str]) -> bool:
    """Whether it is the same group, but for some who are ill or new."""
    return 2 * len({*before} & {*now}) >= max(len(before), len(now))


def _wished(wishes: Wishes) -> list[Command]:
    return [SetWishes(wishes)] if wishes != NO_WISHES else []


def _taken_over(before: Session, people: tuple[str, ...]) -> list[Command]:
    """What makes the new session's groups those that were prepared, with the smallest change for who is here."""
    plan = tuple(Planned(step, division) for step, division in before.groups.items())
    locks = [LockGroup(step, label) for step, labels in before.locked.items() for label in sorted(labels)]
    others = [SetPeople(people)] if {*people} != {*before.people} else []
    return [*_wished(before.wishes), TakePlan(plan, arranged=True), *locks, *others]
