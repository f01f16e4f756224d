"""Rules for what the room said and agreed on."""

from dataclasses import replace

from sessionrunner.core import commands
from sessionrunner.core.cleaning import clean
from sessionrunner.core.exercise import Keep
from sessionrunner.core.lesson import Lesson, Note
from sessionrunner.core.naming import names_somebody
from sessionrunner.core.noting import ROOM, Spot, spots
from sessionrunner.core.rules.rule import Rule, require
from sessionrunner.core.state import Instant, NotPossible, OnWall, Session, Stage


class OwnerIsAName(NotPossible):
    """The owner is one of the participants; a role is asked for, and the leader may insist."""


def _reveal(command: commands.Reveal, session: Session, now: Instant) -> Session:
    step = next((step for step in session.exercise.steps if step.id == command.step), None)
    require(step is not None and bool(step.collect), "collects-nothing")
    require(step in session.reached, "step-not-reached")
    times = (*session.openings.get(command.step, ()), now)
    opened = replace(session, openings={**session.openings, command.step: times})
    return replace(opened, on_wall=_put(opened, command.step, None) if command.on_wall else None)


def _show(command: commands.Show, session: Session, now: Instant) -> Session:
    require(command.step in session.revealed, "not-opened")
    return replace(session, on_wall=_put(session, command.step, command.card))


def _show_tables(command: commands.ShowTables, session: Session, now: Instant) -> Session:
    step = next((one for one in reversed(session.reached) if one.tables), None)
    if step is None:
        raise NotPossible("no-tables-yet")
    require(command.table is None or 0 <= command.table < len(step.tables), "no-such-table")
    return replace(session, on_wall=replace(_put(session, step.id, command.table), tables=True))


def _hide(command: commands.Hide, session: Session, now: Instant) -> Session:
    return replace(session, on_wall=None)


def _put(session: Session, step: str, card: int | None) -> OnWall:
    return OnWall(step, card, session.position, session.lessons)


def _take_theme(command: commands.TakeTheme, session: Session, now: Instant) -> Session:
    if command.number is None:
        return replace(session, theme=None)
    step = session.step
    if step is None or not 0 <= command.number < len(step.prompts):
        raise NotPossible("no-such-theme")
    return replace(session, theme=(step.id, command.number))


def _take_note(command: commands.TakeNote, session: Session, now: Instant) -> Session:
    require(session.exercise.keep is not Keep.NOTHING, "keeps-nothing")
    text = clean(command.text)
    require(bool(text), "nothing-written")
    spot = Spot(command.table, command.group)
    require(spot == ROOM or spot in spots(session), "no-such-table")
    title = session.step.title if session.step else ""
    return replace(session, notes=(*session.notes, Note(title, text, spot.table, spot.group)))


def _put_lesson(command: commands.PutLesson, session: Session, now: Instant) -> Session:
    require(session.exercise.keep is not Keep.NOTHING, "keeps-nothing")
    lesson = _cleaned(command.lesson)
    require(bool(lesson.text), "nothing-written")
    before = next((one for one in session.lessons if one.id == lesson.id), None)
    new_owner = lesson.owner != (before.owner if before else "")
    if not command.insist and new_owner and names_somebody(lesson.owner, session.people):
        raise OwnerIsAName("owner-is-a-name", owner=lesson.owner)
    lesson = replace(lesson, important=before is not None and before.important)
    return _changed(session, _with(session.lessons, lesson))


def _cleaned(lesson: Lesson) -> Lesson:
    return replace(lesson, text=clean(lesson.text), owner=clean(lesson.owner), level=clean(lesson.level))


def _drop_lesson(command: commands.DropLesson, session: Session, now: Instant) -> Session:
    kept = tuple(lesson for lesson in session.lessons if lesson.id != command.id)
    require(len(kept) < len(session.lessons), "no-such-lesson")
    return _changed(session, kept)


def _with(lessons: tuple[Lesson, ...], new: Lesson) -> tuple[Lesson, ...]:
    if any(lesson.id == new.id for lesson in lessons):
        return tuple(new if lesson.id == new.id else lesson for lesson in lessons)
    return (*lessons, new)


def _changed(session: Session, lessons: tuple[Lesson, ...]) -> Session:
    """A summary that changes is no longer the one the room approved."""
    return replace(session, lessons=lessons, approved=False)


def _approve(command: commands.Approve, session: Session, now: Instant) -> Session:
    require(session.stage is Stage.RUNNING, "not-started")
    return replace(session, approved=True)


RULES: dict[type, Rule] = {
    commands.Reveal: _reveal,
    commands.Show: _show,
    commands.ShowTables: _show_tables,
    commands.Hide: _hide,
    commands.TakeNote: _take_note,
    commands.TakeTheme: _take_theme,
    commands.PutLesson: _put_lesson,
    commands.DropLesson: _drop_lesson,
    commands.Approve: _approve,
}
