"""What everyone may see: the wall and the phones are drawn from this and from nothing else."""

from dataclasses import dataclass
from datetime import date, timedelta

from sessionrunner.core import discussion, timeline
from sessionrunner.core.commands import PauseReason
from sessionrunner.core.discussion import under_discussion
from sessionrunner.core.exercise import Mode, Question, Step, Table
from sessionrunner.core.groups import Division, Group
from sessionrunner.core.lesson import EMPTY_SKETCH, Lesson, Sketch
from sessionrunner.core.prompts import Theme
from sessionrunner.core.reflections import closes_in, open_forms
from sessionrunner.core.rotation import Seating, hosted, seatings
from sessionrunner.core.speaking import Speakers, speakers
from sessionrunner.core.state import Instant, Session, Stage
from sessionrunner.core.wording import as_led


@dataclass(frozen=True, slots=True)
class Form:
    """A reflection form that takes answers now."""

    step: str
    """Id of the step it belongs to."""
    questions: tuple[Question, ...]
    closes_in: timedelta | None = None
    """How long it still takes answers when its step was left or its answers opened; None while the step goes on."""
    late: bool = False
    """Its answers have been opened: who is still writing may finish, nobody is asked to begin."""
    dots: int = 0
    """How many dots everybody may place on the questions together; 0 when it is no ballot."""


@dataclass(frozen=True, slots=True)
class Move:
    """Some who leave a table together, and where they go; together they are the map of a change."""

    table: str
    """Name of the table they go to."""
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A group, or the people at a table, and where they go."""

    label: str
    """Letter of the group."""
    members: tuple[str, ...]
    reporter: str | None = None
    host: str | None = None
    table: str | None = None
    """Name of the table they sit at this round."""
    statement: str = ""
    """What lies on that table."""
    next_table: str | None = None
    """Where the group goes when the round ends; None in the last round or without rounds."""
    moves: tuple[Move, ...] = ()
    """Who goes where when the round ends, in the order of the tables; those who stay are in none of them."""


@dataclass(frozen=True, slots=True)
class PublicView:
    """The session as the room sees it at one instant; the leader's notes are not in it."""

    exercise: str
    purpose: tuple[str, ...]
    stage: Stage
    number: int
    """The current step, counted from 1; 0 in the lobby."""
    total: int
    step: str
    """Title of the current step; empty in the lobby and after the end."""
    mode: Mode | None
    task: str
    remaining: timedelta
    allotted: timedelta
    pace: timeline.Pace
    paused: PauseReason | None
    lap: timeline.Lap | None
    places: tuple[Place, ...]
    form: Form | None
    people: int
    threshold: int
    lessons: tuple[Lesson, ...]
    """What the room has agreed on so far; shown while it sums up."""
    approved: bool
    last_call: timeline.LastCall | None = None
    """What the groups are to be told, two minutes before they stop."""
    ready_for: str = ""
    """What people can say that they are done with now, where nothing is collected; empty when there is nothing."""
    sound: bool = True
    """Whether the gong may sound now."""
    rule: str = ""
    """What holds while the step goes on."""
    speaking: tuple[str, ...] = ()
    """Roles that may speak now."""
    listening: tuple[str, ...] = ()
    """Roles that only listen now."""
    speakers: Speakers | None = None
    """Whose turn it is, where one after the other has the word."""
    owner: str = ""
    """The role that answers for this point; empty when it is the leader."""
    sketch: Sketch = EMPTY_SKETCH
    """What is being typed while the room sums up."""
    follow_up: date | None = None
    """The day the room has agreed to follow up on its decisions."""
    touches_cases: bool = False
    """What people write is shown in the room and not saved."""
    asks_later: bool = True
    """Whether whoever has answered what is asked now will be asked something else, as the exercise is planned."""


def public_view(session: Session, now: Instant) -> PublicView:
    """Everything the room may see now."""
    step = session.step
    left = timeline.remaining(session, now)
    whole = timeline.allotted(session, step) if step else timedelta()
    lap = timeline.lap(session, now)
    return PublicView(
        exercise=session.exercise.title,
        touches_cases=session.exercise.touches_cases,
        purpose=session.exercise.purpose,
        stage=session.stage,
        number=session.position + 1 if step else 0,
        total=len(session.exercise.steps),
        step=step.title if step else "",
        mode=step.mode if step else None,
        task=_task(session),
        remaining=left,
        allotted=whole,
        pace=timeline.pace(left, whole) if step else timeline.Pace.CALM,
        paused=session.pause_reason if session.paused is not None else None,
        lap=lap,
        places=places(session, now),
        form=_form(session, now),
        people=len(session.people),
        threshold=session.threshold,
        lessons=session.lessons if step is None or step.mode is Mode.SUMMARY else (),
        approved=session.approved,
        follow_up=session.follow_up if step is None or step.mode is Mode.SUMMARY else None,
        last_call=timeline.last_call(session, now),
        ready_for=_ready_for(session, now),
        sound=session.sound and not (step is not None and step.quiet),
        rule=step.rule if step else "",
        speaking=_roles(step, speaks=True),
        listening=_roles(step, speaks=False),
        speakers=speakers(session, lap.number) if lap else None,
        owner=step.owner if step else "",
        asks_later=_asks_later(session, now),
    )


def _roles(step: Step | None, speaks: bool) -> tuple[str, ...]:
    return tuple(role.name for role in step.roles if role.speaks is speaks) if step else ()


def theme_on_wall(session: Session) -> Theme | None:
    """The theme that stands on the wall with its questions; None while the task does."""
    step, up = session.step, session.theme
    return step.prompts[up[1]] if step and up and up[0] == step.id else None


def _task(session: Session) -> str:
    """The task as the room reads it, or the theme; while decisions are followed up, the decision."""
    step, theme = session.step, theme_on_wall(session)
    if theme is not None:
        return "\n".join((theme.name.upper(), *(f"– {question}" for question in theme.ask)))
    decision = under_discussion(session) if step and step.mode is Mode.FOLLOW_UP else None
    return discussion.task(decision) if decision else as_led(session, step).wall if step else ""


def _form(session: Session, now: Instant) -> Form | None:
    """A vote, else the current step's form, else one still in its grace; one whose answers were opened comes last."""
    forms = open_forms(session, now)
    current = session.step.id if session.step else None
    best = sorted(forms, key=lambda step: (not step.dots, step.id in session.revealed, step.id != current))
    if not best:
        return None
    first = best[0]
    left = None if first.dots else closes_in(session, first, now)
    return Form(first.id, first.collect, left, first.id in session.revealed, first.dots)


def _asks_later(session: Session, now: Instant) -> bool:
    """A step to come has questions, or the current one's form waits for a vote to close."""
    if session.stage is Stage.CLOSED:
        return False
    later = session.exercise.steps[session.position + 1 :] if session.step else session.exercise.steps
    form, open_now = _form(session, now), {step.id for step in open_forms(session, now)} - session.revealed
    waiting = form is not None and session.step is not None and session.step.id in open_now - {form.step}
    return waiting or any(step.collect for step in later)


_DONE_BY_THEMSELVES = frozenset({Mode.ALONE, Mode.GROUPS, Mode.TABLES})
"""Where each gets done in their own time; elsewhere the room goes on together."""


def _ready_for(session: Session, now: Instant) -> str:
    """The step, and the round where there are several."""
    step = session.step
    if step is None or step.collect or step.mode not in _DONE_BY_THEMSELVES:
        return ""
    lap = timeline.lap(session, now)
    if lap is None:
        return step.id
    return f"{step.id} {lap.number}" if lap.part is timeline.Part.TALK else ""


def places(session: Session, now: Instant) -> tuple[Place, ...]:
    """Who sits where now, and where they go next."""
    step = session.step
    division = session.groups.get(step.id) if step else None
    if step is None or division is None:
        return ()
    if step.tables:
        return _at_tables(session, step, now)
    return tuple(Place(group.label, group.members, group.reporter) for group in division.groups)


def _at_tables(session: Session, step: Step, now: Instant) -> tuple[Place, ...]:
    division = session.groups[step.id]
    rounds = seatings(division, len(step.tables), step.host_stays)
    lap = timeline.lap(session, now) if step.rounds else None
    turn = lap.number - 1 if lap else 0
    sits, goes = rounds[turn], rounds[turn + 1] if lap and turn + 1 < len(rounds) else None
    if step.host_stays and hosted(division, len(step.tables)):
        return tuple(_hosts_place(division, step, sits, goes, at) for at in range(len(step.tables)))
    here, there = _tables_by_group(step, sits), _tables_by_group(step, goes) if goes else {}
    return tuple(_groups_place(group, here[group.label], there.get(group.label)) for group in division.groups)


def _tables_by_group(step: Step, seating: Seating) -> dict[str, Table]:
    return {label: table for table, labels in zip(step.tables, seating.labels, strict=True) for label in labels}


def _groups_place(group: Group, table: Table, following: Table | None) -> Place:
    """A group that moves whole: where hosts were wanted and could not stay, none is told."""
    going = following.name if following else None
    moves = (Move(following.name, group.members),) if following else ()
    return Place(group.label, group.members, group.reporter, None, table.name, table.statement, going, moves)


def _hosts_place(division: Division, step: Step, sits: Seating, goes: Seating | None, at: int) -> Place:
    """Everybody at a table whose host stays; its reporter is told only while sitting there."""
    label, people, table = sits.labels[at][0], sits.tables[at], step.tables[at]
    group = next(group for group in division.groups if group.label == label)
    reporter = group.reporter if group.reporter in people else None
    moves = _moves(step, people, goes, at) if goes else ()
    return Place(label, people, reporter, group.host, table.name, table.statement, None, moves)


def _moves(step: Step, people: tuple[str, ...], goes: Seating, at: int) -> tuple[Move, ...]:
    parted = [
        (table.name, tuple(name for name in people if name in there))
        for number, (table, there) in enumerate(zip(step.tables, goes.tables, strict=True))
        if number != at
    ]
    return tuple(Move(name, members) for name, members in parted if members)
