"""An exercise: what is to be done, in which steps, for how long."""

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

from sessionrunner.core.prompts import Theme
from sessionrunner.core.role import Role


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


class Need(Enum):
    """Something beyond room and people that has to be arranged before the hour."""

    SLIPS = "slips"
    FILM = "film"
    CASE_OWNER = "case-owner"
    SWAP_LIST = "swap-list"


class Per(Enum):
    """Who answers a question: everybody, or one for each group."""

    PERSON = "person"
    GROUP = "group"


class Keep(Enum):
    """What may be left of the hour when it is over."""

    LESSONS = "lessons"
    NOTHING = "nothing"
    """No reflections, notes or decisions: only that it was held, for how long and with how many."""


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
    most: int = 10
    """Lowest and highest value of a scale."""
    low: str = ""
    high: str = ""
    """Words beside the lowest and the highest value."""
    options: tuple[str, ...] = ()
    """What can be chosen, for a choice."""
    again: bool = False
    """True: a scale that is asked again the next time, and shown beside what the group answered last."""
    per: Per = Per.PERSON
    """A group's answer is its common word, written by whoever reports; no label says which group it was."""
    table: str = ""
    """Name of the table whose statement it is about; what is answered stands beside that statement."""


@dataclass(frozen=True, slots=True)
class Step:
    """One part of the hour: a task, a way of working and a length."""

    id: str
    title: str
    mode: Mode
    minutes: timedelta | None = None
    """Planned length; None for turns, whose total follows the headcount."""
    open: bool = False
    """True: the document gives no length, and the leader sets one before the hour."""
    least: timedelta | None = None
    """How far the step may be squeezed; None means 60 % of its minutes."""
    protect: bool = False
    """True: never squeezed."""
    quiet: bool = False
    """True: no gong, because the talk must not be startled."""
    notes: Notes = Notes()
    questions: tuple[str, ...] = ()
    """Follow-up questions for the leader, one key away."""
    prompts: tuple[Theme, ...] = ()
    """Questions by theme, where the leader asks more than follow-up questions."""
    owner: str = ""
    """The role that answers for this point, where it is not the leader."""
    wall: str = ""
    """The task as the room reads it."""
    rule: str = ""
    """What holds for as long as the step goes on; a banner on the wall."""
    roles: tuple[Role, ...] = ()
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
    dots: int = 0
    """How many dots may be placed on its questions together, when the form is a ballot; never in a file."""


@dataclass(frozen=True, slots=True)
class Handout:
    """Something to send before the session."""

    what: str
    days_before: int
    text: str = ""
    to: str = "participants"
    """Who gets it: ``participants``, ``case-owner`` or somebody named in the exercise's own words."""


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
class StepLength:
    """How long one step is to be."""

    step: str
    minutes: timedelta


@dataclass(frozen=True, slots=True)
class Variant:
    """The exercise as another place in the document has it; the leader chooses."""

    id: str
    title: str
    """What sets it apart, in a few words."""
    source: Source = Source()
    minutes: timedelta | None = None
    steps: tuple[StepLength, ...] = ()
    """Its length and its steps', where they differ."""
    bring: tuple[Bring, ...] | None = None
    """What is brought, where that differs; empty when this place asks for nothing."""


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
    times: int = 0
    """How many times a group has it, where the document says so; 0 where it does not."""
    source: Source = Source()
    purpose: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    alternative_to: tuple[str, ...] = ()
    confidential: Confidentiality = Confidentiality.NONE
    preparation: Preparation = Preparation()
    needs: tuple[Need, ...] = ()
    keep: Keep = Keep.LESSONS
    after: tuple[str, ...] = ()
    """What is to be done when the room is empty, as the last screen reminds of."""
    variants: tuple[Variant, ...] = ()
    """What other places in the document say instead."""
    variant: str = ""
    """Id of the variant that has been chosen; empty for the exercise as the file begins it."""
    occasion: int = 0
    """Which time of how many it will be, as the leader has said; 0 to go by the lessons folder."""
    extends: str = ""
    """Id of the exercise that this one is somebody's own version of."""

    @property
    def touches_cases(self) -> bool:
        """Whether what people write may be about somebody's case: it stays in the room then."""
        return self.confidential is not Confidentiality.NONE

    def step(self, step_id: str) -> Step:
        """The step with this id; KeyError if there is none."""
        for step in self.steps:
            if step.id == step_id:
                return step
        raise KeyError(step_id)
