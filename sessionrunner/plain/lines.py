"""What a session looks like when it is told in lines."""

from datetime import timedelta

from sessionrunner.core import timeline
from sessionrunner.core.opening import latest_form
from sessionrunner.core.public import Move, Place, places
from sessionrunner.core.session import Session
from sessionrunner.core.wording import as_led, on_one_line
from sessionrunner.desk import Desk
from sessionrunner.locale import Catalogue
from sessionrunner.plain.decisions import follow_up_lines, waiting_lines
from sessionrunner.ports import Delivery


def greeting_lines(desk: Desk, words: Catalogue) -> list[str]:
    """What the exercise is, where phones and wall find it, and what to do first."""
    session, audience = desk.session, desk.audience
    lines = [words("plain.exercise", title=session.exercise.title, n=len(session.people))]
    lines += [words("plain.purpose", text=purpose) for purpose in session.exercise.purpose]
    lines += [words("plain.phones", url=audience.phone_url)] if audience.phone_url else []
    lines += [words("plain.wall", url=audience.wall_url)] if audience.wall_url else []
    lines += [words.explain(audience.trouble)] if audience.trouble else []
    if session.step:
        return lines
    return [*lines, *waiting_lines(session, desk.time.wall().date(), words), words("plain.lobby")]


def step_lines(session: Session, desk: Desk, words: Catalogue) -> list[str]:
    """A step as the leader needs it: what, how long, what to say and do, who works with whom."""
    step = session.step
    assert step is not None  # asked only while a step is under way
    minutes = round(timeline.allotted(session, step) / timedelta(minutes=1))
    heading = words("plain.step", n=session.position + 1, total=len(session.exercise.steps), title=step.title)
    lines = [f"{heading}, {words('plain.minutes', n=minutes)}"]
    told = as_led(session, step)
    notes = (("say", told.notes.say), ("do", told.notes.do), ("quiet", told.notes.if_quiet), ("task", told.wall))
    lines += [words(f"plain.{name}", text=on_one_line(text)) for name, text in notes if text]
    lines += [words("plain.ask", text=question) for question in step.questions]
    lines += [words("themes.offer", n=len(step.prompts))] if step.prompts else []
    lines += [words("themes.owner", role=step.owner)] if step.owner else []
    lines += [words("plain.rule", text=step.rule)] if step.rule else []
    lines += [words("plain.role", name=role.name, n=role.count, card=role.card) for role in step.roles]
    lines += follow_up_lines(session, words)
    lines += group_lines(session, desk, words)
    if step.collect:
        key = "plain.opened" if step.id in session.revealed else "plain.collects"
        lines.append(words(key, threshold=session.threshold))
    return lines


def group_lines(session: Session, desk: Desk, words: Catalogue) -> list[str]:
    """Every group of the current step on a line, and in a small room which tables nobody sits at."""
    there = places(session, desk.now())
    lines = [_group_line(place, words) for place in there]
    taken = {place.table for place in there}
    empty = [table.name for table in session.step.tables if table.name not in taken] if session.step and there else []
    return [*lines, words("plain.empty", tables=", ".join(empty))] if empty else lines


def _group_line(place: Place, words: Catalogue) -> str:
    parts = [words("plain.group", label=place.label, members=", ".join(place.members))]
    parts += [words("plain.at", table=place.table)] if place.table else []
    parts += [words("plain.reporter", name=place.reporter)] if place.reporter else []
    parts += [words("plain.host", name=place.host)] if place.host else []
    parts += [words("plain.then", table=place.next_table)] if place.next_table else []
    parts += (
        [words("plain.moves", moves="; ".join(_move(move, words) for move in place.moves))] if _parts(place) else []
    )
    return " ".join(parts)


def _parts(place: Place) -> bool:
    """Whether those at the table go to different tables."""
    return bool(place.moves) and place.next_table is None


def _move(move: Move, words: Catalogue) -> str:
    return words("plain.move", members=", ".join(move.members), table=move.table)


def lap_line(lap: timeline.Lap, words: Catalogue) -> str:
    """Which round or turn it is, or that it is time to move."""
    return words(f"plain.lap-{lap.part.value}", number=lap.number, total=lap.total)


def clock(length: timedelta) -> str:
    """A length as minutes and seconds, with a sign when it is negative."""
    seconds = round(abs(length).total_seconds())
    return f"{'−' if length < timedelta() else ''}{seconds // 60}:{seconds % 60:02d}"


def status_line(desk: Desk, words: Catalogue) -> str:
    """Step, time left, answers where anything has been asked, and phones on one line."""
    view, session = desk.room.public(), desk.session
    step = view.step or words(f"plain.stage.{view.stage.value}")
    asked = view.form is not None or latest_form(session) is not None
    values = {"step": step, "remaining": clock(view.remaining), "end": f"{desk.time.ends_at():%H:%M}"}
    counts = {"connected": desk.audience.connected}
    counts |= {"answers": desk.room.answered(), "people": view.people} if asked else {}
    return words("plain.status" if asked else "plain.status-unasked", **values, **counts)


def saved_lines(desk: Desk, delivery: Delivery, words: Catalogue) -> list[str]:
    """Where the record is now, and what stands in the way if it has not arrived."""
    after = [words("plain.after", text=text) for text in desk.session.exercise.after]
    if delivery.delivered and delivery.place:
        waits = [words("overview.waiting.busy")] if delivery.overview_waits else []
        return [words("plain.saved", place=delivery.place), *waits, *after]
    lines = [words("plain.kept", place=delivery.kept)] if delivery.kept else []
    trouble = desk.keeping.trouble or delivery.trouble
    return [*lines, *([words.explain(trouble)] if trouble else []), *after]
