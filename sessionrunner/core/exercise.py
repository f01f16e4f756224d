"""An exercise: what is to be done, in which steps, for how long."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

from sessionrunner.core.text import Text


class Mode(Enum):
    """How the room works during a step."""

    PLENARY = "plenary"
    ALONE = "alone"
    GROUPS = "groups"
    TABLES = "tables"
    TURNS = "turns"
    FILM = "film"
    FOLLOW_UP = "follow-up"
    SUMMARY = "summary"
    BREAK = "break"


class Confidentiality(Enum):
    """Whose cases the exercise touches; decides whether the secrecy reminder is shown."""

    NONE = "none"
    OWN_CASES = "own-cases"
    COLLEAGUES_DOCUMENTS = "colleagues-documents"


class LessonKind(Enum):
    """What sort of result the room agreed on."""

    CONCLUSION = "conclusion"
    IDEA = "idea"
    ACTIVITY = "activity"
    AGREEMENT = "agreement"
    ROUTINE = "routine"
    GROUND_RULE = "ground-rule"


class QuestionKind(Enum):
    """What a participant can answer a question with."""

    TEXT = "text"
    SCALE = "scale"
    CHOICE = "choice"


class TurnsPer(Enum):
    """Who gets a turn of their own in a ``turns`` step."""

    PERSON = "person"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class SizeRange:
    """Smallest and largest number of people in a group."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Notes:
    """The leader's script for a step; never shown to the room."""

    say: str = ""
    do: str = ""
    if_quiet: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table to sit at or walk to, with what lies on it."""

    name: str
    statement: str = ""


@dataclass(frozen=True, slots=True)
class Rounds:
    """The rhythm of a rotation: so long at each table, so long to walk."""

    minutes: timedelta
    move: timedelta = timedelta()


@dataclass(frozen=True, slots=True)
class GroupRule:
    """How a step divides the room."""

    size: SizeRange
    reporter: bool = False
    same_as: str | None = None
    """Id of an earlier step whose groups are kept."""
    new: bool = False
    """True asks for as few repeated meetings with earlier steps as can be had."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a reflection form."""

    id: str
    ask: str
    kind: QuestionKind
    least: int = 0
    """Lowest value of a scale."""
    most: int = 10
    """Highest value of a scale."""
    low: str = ""
    """Word beside the lowest value."""
    high: str = ""
    """Word beside the highest value."""
    options: tuple[str, ...] = ()
    """What can be chosen, for a choice."""


@dataclass(frozen=True, slots=True)
class Step:
    """One part of the hour: a task, a way of working and a length."""

    id: str
    title: str
    mode: Mode
    minutes: timedelta | None = None
    """Planned length; None for turns, whose total follows the headcount."""
    least: timedelta | None = None
    """How far the step may be squeezed; None means 60 % of its minutes."""
    protect: bool = False
    """True: never squeezed."""
    notes: Notes = Notes()
    questions: tuple[str, ...] = ()
    """Follow-up questions for the leader, one key away."""
    wall: str = ""
    """The task as the room reads it."""
    tables: tuple[Table, ...] = ()
    rounds: Rounds | None = None
    host_stays: bool = False
    """True: one host a table stays and the others travel; False: whole groups move."""
    groups: GroupRule | None = None
    turn: timedelta | None = None
    """Length of one turn, in a turns step."""
    turns_per: TurnsPer = TurnsPer.PERSON
    collect: tuple[Question, ...] = ()
    """The reflection form; empty when the step collects nothing."""
    outputs: tuple[LessonKind, ...] = ()
    """Kinds of lesson this step is meant to end in."""


@dataclass(frozen=True, slots=True)
class Handout:
    """Something to send to the participants before the session."""

    what: str
    days_before: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class Bring:
    """Something somebody takes along to the session."""

    who: str
    what: str


@dataclass(frozen=True, slots=True)
class Preparation:
    """What must be in place before the session."""

    send_ahead: tuple[Handout, ...] = ()
    room: tuple[str, ...] = ()
    bring: tuple[Bring, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Where title, minutes, purpose and preparation come from; steps and wording are the project's own."""

    document: str = ""
    lines: str = ""


@dataclass(frozen=True, slots=True)
class Exercise:
    """A whole exercise as read from its file."""

    id: str
    title: str
    package: str
    minutes: timedelta
    steps: tuple[Step, ...]
    series: str = ""
    minutes_in_source: tuple[int, ...] = ()
    """Every length the document gives, in minutes; more than one where it disagrees with itself."""
    homework: bool = False
    source: Source = Source()
    purpose: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    alternative_to: tuple[str, ...] = ()
    confidential: Confidentiality = Confidentiality.NONE
    preparation: Preparation = Preparation()

    def step(self, step_id: str) -> Step:
        """The step with this id; KeyError if there is none."""
        for step in self.steps:
            if step.id == step_id:
                return step
        raise KeyError(step_id)


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that makes an exercise impossible to lead, and where it stands."""

    path: tuple[str | int, ...]
    """Keys and positions from the top of the file, such as ``("steps", 2, "minutes")``."""
    code: str
    """Names the catalogue entry ``check.<code>`` with its ``message`` and ``remedy``."""
    values: tuple[tuple[str, object], ...] = ()

    @property
    def message(self) -> Text:
        """What is wrong, in one sentence."""
        return Text(f"check.{self.code}.message", dict(self.values))

    @property
    def remedy(self) -> Text:
        """What to write instead."""
        return Text(f"check.{self.code}.remedy", dict(self.values))


def faults(exercise: Exercise) -> list[Fault]:
    """Everything that makes the exercise impossible to lead, in the order of the file."""
    found = list(_length_faults(exercise))
    found += _repeated_ids(exercise)
    for at, step in enumerate(exercise.steps):
        found += _step_faults(exercise, at, step)
    return found


def _length_faults(exercise: Exercise) -> Iterator[Fault]:
    fixed = sum((step.minutes or timedelta() for step in exercise.steps), timedelta())
    turn = sum((step.turn or timedelta() for step in exercise.steps), timedelta())
    left = exercise.minutes - fixed
    whole_turns = left > timedelta() and left % turn == timedelta() if turn else left == timedelta()
    if not whole_turns:
        values = (("stated", _in_minutes(exercise.minutes)), ("sum", _in_minutes(fixed)))
        yield Fault(("minutes",), "turns-do-not-add-up" if turn else "minutes-do-not-add-up", values)


def _repeated_ids(exercise: Exercise) -> Iterator[Fault]:
    seen: set[str] = set()
    for at, step in enumerate(exercise.steps):
        if step.id in seen:
            yield Fault(("steps", at, "id"), "step-id-repeated", (("id", step.id),))
        seen.add(step.id)


def _step_faults(exercise: Exercise, at: int, step: Step) -> Iterator[Fault]:
    here = ("steps", at)
    name = (("step", step.id),)
    if step.mode is not Mode.TURNS and step.minutes is None:
        yield Fault(here, "step-without-minutes", name)
    if step.mode is Mode.TURNS and step.turn is None:
        yield Fault(here, "turns-without-turn-minutes", name)
    if step.mode is Mode.TABLES and not step.tables:
        yield Fault(here, "tables-mode-without-tables", name)
    if step.mode is Mode.GROUPS and step.groups is None:
        yield Fault(here, "groups-mode-without-groups", name)
    if step.least and step.minutes and step.least > step.minutes:
        values = (("least", _in_minutes(step.least)), ("minutes", _in_minutes(step.minutes)))
        yield Fault((*here, "min"), "min-above-minutes", values)
    yield from _rotation_faults(here, step)
    yield from _reference_faults(exercise, at, step)


def _rotation_faults(here: tuple[str | int, ...], step: Step) -> Iterator[Fault]:
    if not (step.rounds and step.tables and step.minutes):
        return
    count = len(step.tables)
    needed = step.rounds.minutes * count + step.rounds.move * (count - 1)
    if needed > step.minutes:
        values = (("needed", _in_minutes(needed)), ("minutes", _in_minutes(step.minutes)), ("n", count))
        yield Fault((*here, "rounds"), "rounds-longer-than-step", values)


def _reference_faults(exercise: Exercise, at: int, step: Step) -> Iterator[Fault]:
    earlier = {other.id for other in exercise.steps[:at] if other.groups or other.tables}
    if step.groups and step.groups.same_as is not None and step.groups.same_as not in earlier:
        values = (("id", step.groups.same_as),)
        yield Fault(("steps", at, "groups", "same_as"), "same-as-unknown-step", values)


def _in_minutes(length: timedelta) -> float | int:
    minutes = length / timedelta(minutes=1)
    return int(minutes) if minutes.is_integer() else round(minutes, 2)
