"""What makes an exercise impossible to lead, however well its file is written."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from sessionrunner.core.exercise import Exercise, Keep, Mode, Question, QuestionKind, Step, TurnsPer
from sessionrunner.core.text import Text
from sessionrunner.core.variants import as_in
from sessionrunner.core.wording import as_written, texts, unfillable

Path = tuple[str | int, ...]
"""Keys and positions from the top of the file, such as ``("steps", 2, "minutes")``."""
WALL_LINES = 4
"""What the back row can read at once."""
WALL_CHARACTERS = 70
"""In a line, for the same reason."""
FORM_QUESTIONS = 12
"""What anybody answers on a phone; the room is waiting meanwhile."""
SCALE_VALUES = 20
"""What fits on a phone as buttons."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that makes an exercise impossible to lead, and where it stands."""

    path: Path
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
    if not exercise.steps:
        return [Fault(("steps",), "no-steps")]
    found = list(_length_faults(exercise))
    found += _variant_faults(exercise)
    found += _open_faults(exercise)
    found += _repeated(("steps",), "id", (step.id for step in exercise.steps), "step-id-repeated")
    for at, step in enumerate(exercise.steps):
        here: Path = ("steps", at)
        found += _mode_faults(here, step)
        found += _content_faults(exercise, here, step)
        found += _rotation_faults(here, step)
        found += _group_faults(exercise, at, step)
        found += _table_faults(exercise, at, step)
        found += _form_faults(here, step)
        found += _keeping_faults(exercise, here, step)
    return found


def _length_faults(exercise: Exercise) -> Iterator[Fault]:
    """Steps that do not add up; a step without any length is a fault of its own, and enough."""
    if any(step.minutes is None and step.turn is None and not step.open for step in exercise.steps):
        return
    fixed = sum((step.minutes or timedelta() for step in exercise.steps), timedelta())
    turn = sum((step.turn or timedelta() for step in exercise.steps), timedelta())
    left = exercise.minutes - fixed
    whole_turns = left > timedelta() and left % turn == timedelta() if turn else left == timedelta()
    if not whole_turns:
        values = (("stated", _in_minutes(exercise.minutes)), ("sum", _in_minutes(fixed)), ("turn", _in_minutes(turn)))
        yield Fault(("minutes",), "turns-do-not-add-up" if turn else "minutes-do-not-add-up", values)


def _open_faults(exercise: Exercise) -> Iterator[Fault]:
    """A length may be left to the leader only where the document gives none."""
    for at, step in enumerate(exercise.steps):
        if step.open and exercise.minutes_in_source:
            yield Fault(("steps", at, "minutes"), "open-but-in-source", (("step", step.id),))


def _variant_faults(exercise: Exercise) -> Iterator[Fault]:
    yield from _repeated(("variants",), "id", (one.id for one in exercise.variants), "variant-id-repeated")
    known = {step.id for step in exercise.steps}
    for at, variant in enumerate(exercise.variants):
        here: Path = ("variants", at)
        strange = [(place, one.step) for place, one in enumerate(variant.steps) if one.step not in known]
        yield from (
            Fault((*here, "steps", place, "step"), "variant-unknown-step", (("id", step),)) for place, step in strange
        )
        for fault in () if strange else _length_faults(as_in(exercise, variant)):
            yield Fault((*here, "minutes"), fault.code, fault.values)


def _repeated(here: Path, key: str, names: Iterable[str], code: str) -> Iterator[Fault]:
    seen: set[str] = set()
    for at, name in enumerate(names):
        if name in seen:
            yield Fault((*here, at, key), code, ((key, name),))
        seen.add(name)


def _mode_faults(here: Path, step: Step) -> Iterator[Fault]:
    """A way of working that lacks what it needs, or has what belongs to another."""
    turns = step.mode is Mode.TURNS
    name = (("step", step.id),)
    if not turns and step.minutes is None and not step.open:
        yield Fault(here, "step-without-minutes", name)
    if turns and step.turn is None:
        yield Fault(here, "turns-without-turn-minutes", name)
    if not turns and step.turn is not None:
        yield Fault((*here, "turn_minutes"), "turn-minutes-outside-turns", name)
    if turns and step.turns_per is TurnsPer.GROUP and not (step.groups or step.tables):
        yield Fault((*here, "turns_per"), "turns-per-group-without-groups", name)
    if step.mode is Mode.TABLES and not step.tables:
        yield Fault(here, "tables-mode-without-tables", name)
    if step.mode is Mode.GROUPS and step.groups is None:
        yield Fault(here, "groups-mode-without-groups", name)


def _content_faults(exercise: Exercise, here: Path, step: Step) -> Iterator[Fault]:
    if step.least is not None and step.minutes is not None and step.least > step.minutes:
        values = (("least", _in_minutes(step.least)), ("minutes", _in_minutes(step.minutes)))
        yield Fault((*here, "min"), "min-above-minutes", values)
    for number, theme in enumerate(step.prompts):
        if not theme.ask:
            yield Fault((*here, "prompts", number), "theme-without-questions", (("theme", theme.name),))
    if step.owner and step.roles and step.owner not in {role.name for role in step.roles}:
        known = ", ".join(role.name for role in step.roles)
        yield Fault((*here, "owner"), "owner-without-role", (("owner", step.owner), ("known", known)))
    for keys, text in texts(step):
        yield from (Fault((*here, *keys), "no-such-length", (("name", one),)) for one in unfillable(step, text))
    lines = as_written(exercise, step).wall.splitlines()
    longest = max(map(len, lines), default=0)
    if len(lines) > WALL_LINES:
        yield Fault((*here, "wall"), "wall-too-long", (("lines", len(lines)), ("most", WALL_LINES)))
    elif longest > WALL_CHARACTERS:
        most = (("most", WALL_CHARACTERS), ("lines", WALL_LINES))
        yield Fault((*here, "wall"), "wall-line-too-long", (("n", longest), *most))


def _rotation_faults(here: Path, step: Step) -> Iterator[Fault]:
    yield from _repeated((*here, "tables"), "name", (table.name for table in step.tables), "table-name-repeated")
    if step.rounds is None:
        return
    if not step.tables:
        yield Fault((*here, "rounds"), "rounds-without-tables", (("step", step.id),))
        return
    count = len(step.tables)
    needed = step.rounds.minutes * count + step.rounds.move * (count - 1)
    if step.minutes is not None and needed > step.minutes:
        values = (("needed", _in_minutes(needed)), ("minutes", _in_minutes(step.minutes)), ("n", count))
        yield Fault((*here, "rounds"), "rounds-longer-than-step", values)


def _group_faults(exercise: Exercise, at: int, step: Step) -> Iterator[Fault]:
    if step.groups is None or step.groups.same_as is None:
        return
    values = (("id", step.groups.same_as),)
    if step.groups.new:
        yield Fault(("steps", at, "groups", "new"), "same-as-and-new", values)
    earlier = {other.id for other in exercise.steps[:at] if other.groups or other.tables}
    if step.groups.same_as not in earlier:
        yield Fault(("steps", at, "groups", "same_as"), "same-as-unknown-step", values)


def _table_faults(exercise: Exercise, at: int, step: Step) -> Iterator[Fault]:
    """A question about a table that nobody has sat at."""
    homes = [one.tables for one in exercise.steps[: at + 1] if one.tables]
    known = {table.name for table in homes[-1]} if homes else set()
    for number, question in enumerate(step.collect):
        if question.table and question.table not in known:
            values = (("table", question.table), ("known", ", ".join(sorted(known))))
            yield Fault(("steps", at, "collect", number, "table"), "question-unknown-table", values)


def _keeping_faults(exercise: Exercise, here: Path, step: Step) -> Iterator[Fault]:
    """An hour of which nothing is kept neither collects nor sums up."""
    if exercise.keep is Keep.NOTHING and (step.collect or step.outputs or step.mode is Mode.SUMMARY):
        yield Fault(here, "keeps-nothing", (("step", step.id),))


def _form_faults(here: Path, step: Step) -> Iterator[Fault]:
    if len(step.collect) > FORM_QUESTIONS:
        values = (("n", len(step.collect)), ("most", FORM_QUESTIONS))
        yield Fault((*here, "collect"), "form-too-long", values)
    yield from _repeated((*here, "collect"), "id", (one.id for one in step.collect), "question-id-repeated")
    for at, question in enumerate(step.collect):
        yield from _question_faults((*here, "collect", at), question)


def _question_faults(here: Path, question: Question) -> Iterator[Fault]:
    values = (("low", question.least), ("high", question.most), ("most", SCALE_VALUES))
    if question.kind is QuestionKind.SCALE and question.least >= question.most:
        yield Fault((*here, "max"), "scale-upside-down", values)
    elif question.kind is QuestionKind.SCALE and question.most - question.least >= SCALE_VALUES:
        yield Fault((*here, "max"), "scale-too-long", values)
    if question.kind is QuestionKind.CHOICE and len(set(question.options)) < 2:
        yield Fault((*here, "options"), "choice-without-options")


def _in_minutes(length: timedelta) -> float | int:
    minutes = length / timedelta(minutes=1)
    return int(minutes) if minutes.is_integer() else round(minutes, 2)
