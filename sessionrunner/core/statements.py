"""What was said at each table, side by side with the statement that lies there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sessionrunner.core.exercise import Exercise, Step
from sessionrunner.core.lesson import Collected, Note
from sessionrunner.core.state import Session


@dataclass(frozen=True, slots=True)
class Statement:
    """A table, what lies on it, and what was written or noted about it."""

    table: str
    says: str
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tables:
    """All tables of one step."""

    step: str
    """Id of the step."""
    title: str
    statements: tuple[Statement, ...]

    @property
    def empty(self) -> bool:
        """Whether nothing has been written about any of them."""
        return not any(one.texts for one in self.statements)


def told_tables(exercise: Exercise, notes: Sequence[Note], collected: Sequence[Collected]) -> tuple[Tables, ...]:
    """Every step with tables, each table with what reporters wrote and then what was noted."""
    return tuple(_tables(exercise, step, notes, collected) for step in exercise.steps if step.tables)


def latest_tables(session: Session, collected: Sequence[Collected]) -> Tables | None:
    """The tables that the room has been at last; None when it has been at none."""
    reached = {step.id for step in session.reached}
    found = [one for one in told_tables(session.exercise, session.notes, collected) if one.step in reached]
    return found[-1] if found else None


def at_tables(exercise: Exercise, note: Note) -> bool:
    """Whether a note is told beside the statement it is about."""
    return any(note in _about(exercise, step, [note]) for step in exercise.steps if step.tables)


def _tables(exercise: Exercise, step: Step, notes: Sequence[Note], collected: Sequence[Collected]) -> Tables:
    mine = _about(exercise, step, notes)
    answers = [one for one in collected if one.question.table and _home(exercise, one.step) == step.id]
    said = [(one.question.table, text) for one in answers for text in one.answers]
    said += [(note.table, note.text) for note in mine]
    statements = (
        Statement(table.name, table.statement, tuple(text for name, text in said if name == table.name))
        for table in step.tables
    )
    return Tables(step.id, step.title, tuple(statements))


def _about(exercise: Exercise, step: Step, notes: Sequence[Note]) -> list[Note]:
    """The notes about these tables: those at other steps' tables may have the same names."""
    titles = {one.title for one in exercise.steps if _home(exercise, one.id) == step.id}
    names = {table.name for table in step.tables}
    return [note for note in notes if note.table in names and note.step in titles]


def _home(exercise: Exercise, step_id: str) -> str:
    """Id of the tables that are spoken of in a step: its own, else the latest before it; empty when there are none."""
    return next((step.id for step in _backwards(exercise, step_id) if step.tables), "")


def _backwards(exercise: Exercise, step_id: str) -> Iterator[Step]:
    at = next((number for number, step in enumerate(exercise.steps) if step.id == step_id), -1)
    return reversed(exercise.steps[: at + 1])
