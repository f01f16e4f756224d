"""The state of the session as phones and wall receive it: made from the public view and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from sessionrunner.core.ballot import Result, places
from sessionrunner.core.exercise import Question, QuestionKind
from sessionrunner.core.joint import Sheet
from sessionrunner.core.lesson import Collected, Lesson, Sketch
from sessionrunner.core.public import Form, Move, Place, PublicView
from sessionrunner.core.showing import Shown
from sessionrunner.core.speaking import Speakers
from sessionrunner.core.tally import middle, middle_before, tally, tally_before
from sessionrunner.core.timeline import Lap
from sessionrunner.locale.bands import merged, middle_told

State = dict[str, object]
"""What becomes one JSON message."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What the wall counts: only numbers."""

    answered: int = 0
    connected: int = 0
    ready: int = 0
    """Those who have said that they are done, where nothing is collected."""


def phone_state(view: PublicView) -> State:
    """What every phone may know: no answers, no lessons, no notes."""
    return {
        "exercise": view.exercise,
        "purpose": view.purpose,
        "stage": view.stage.value,
        "number": view.number,
        "total": view.total,
        "step": view.step,
        "mode": view.mode.value if view.mode else None,
        "task": view.task,
        "remaining": _seconds(view.remaining),
        "allotted": _seconds(view.allotted),
        "pace": view.pace.value,
        "paused": view.paused.value if view.paused else None,
        "lap": _lap(view.lap),
        "speakers": _speakers(view.speakers),
        "places": [_place(place) for place in view.places],
        "form": _form(view.form),
        "people": view.people,
        "touches_cases": view.touches_cases,
        "threshold": view.threshold,
        "ready_for": view.ready_for,
        "last_call": view.last_call.value if view.last_call else None,
        "sound": view.sound,
        "asks_later": view.asks_later,
    }


def wall_state(view: PublicView, counts: Counts, shown: Shown) -> State:
    """What the projector shows: also counts, lessons, and the answers the leader has put up."""
    return phone_state(view) | {
        "places": [_place(place) | {"moves": [_move(move) for move in place.moves]} for place in view.places],
        "form": None if view.form is None or view.form.late else _form(view.form),
        "rule": view.rule,
        "speaking": view.speaking,
        "listening": view.listening,
        "owner": view.owner,
        "answered": counts.answered,
        "connected": counts.connected,
        "ready": counts.ready,
        "lessons": [_lesson(lesson) for lesson in view.lessons],
        "approved": view.approved,
        "follow_up": view.follow_up.isoformat() if view.follow_up else None,
        "sketch": _sketch(view.sketch),
        "piles": [
            {"name": pile.name, "texts": pile.texts, "hands": pile.hands, "dots": pile.dots} for pile in shown.piles
        ],
        "vote": _vote(shown.vote),
        "tables": [{"name": one.table, "says": one.says, "texts": one.texts} for one in shown.tables],
        "left_out": shown.left_out,
        "revealed": [_collected(one) for one in shown.answers],
        "card": {"number": shown.number, "total": shown.total},
        "rooms": None if shown.rooms is None else [_sheet(one) for one in shown.rooms],
        "one_of_several": shown.one_of_several,
    }


def lasting(state: Mapping[str, object]) -> State:
    """The state without what merely counts down: two that are equal here look alike until something happens."""
    lap, form = state["lap"], state["form"]
    return dict(state) | {
        "remaining": None,
        "lap": {**lap, "remaining": None} if isinstance(lap, dict) else None,
        "form": {**form, "closes_in": form["closes_in"] is not None} if isinstance(form, dict) else None,
    }


def _seconds(length: timedelta) -> float:
    return round(length.total_seconds(), 1)


def _lap(lap: Lap | None) -> State | None:
    if lap is None:
        return None
    return {"number": lap.number, "total": lap.total, "part": lap.part.value, "remaining": _seconds(lap.remaining)}


def _speakers(speakers: Speakers | None) -> State | None:
    if speakers is None:
        return None
    return {"now": speakers.now, "then": speakers.then, "groups": speakers.groups}


def _place(place: Place) -> State:
    return {
        "label": place.label,
        "members": place.members,
        "reporter": place.reporter,
        "host": place.host,
        "table": place.table,
        "statement": place.statement,
        "next": place.next_table,
    }


def _move(move: Move) -> State:
    return {"table": move.table, "members": move.members}


def _form(form: Form | None) -> State | None:
    if form is None:
        return None
    return {
        "step": form.step,
        "closes_in": None if form.closes_in is None else _seconds(form.closes_in),
        "questions": [_question(question) for question in form.questions],
        "dots": form.dots,
        "late": form.late,
    }


def _question(question: Question) -> State:
    return {
        "id": question.id,
        "ask": question.ask,
        "kind": question.kind.value,
        "least": question.least,
        "most": question.most,
        "low": question.low,
        "high": question.high,
        "options": question.options,
        "per": question.per.value,
        "table": bool(question.table),
    }


def _lesson(lesson: Lesson) -> State:
    return {
        "kind": lesson.kind.value,
        "text": lesson.text,
        "owner": lesson.owner,
        "due": lesson.due.isoformat() if lesson.due else None,
        "important": lesson.important,
        "level": lesson.level,
    }


def _sketch(sketch: Sketch) -> State | None:
    """The line under the cursor as it stands; None when nothing is being typed."""
    if sketch.empty:
        return None
    return {
        "kind": sketch.kind.value,
        "replaces": sketch.replaces is not None,
        "text": sketch.text,
        "owner": sketch.owner,
        "due": sketch.due,
        "level": sketch.level,
    }


def _sheet(sheet: Sheet) -> State:
    return {"room": sheet.room, "headings": sheet.headings, "decisions": sheet.decisions}


def _vote(result: Result | None) -> State | None:
    if result is None:
        return None
    rows = [
        {"place": place, "text": row.text, "dots": row.dots}
        for place, row in zip(places(result), result.rows, strict=True)
    ]
    told = {"about": result.about.value, "ballots": result.ballots, "least": result.least, "enough": result.enough}
    return told | {"rows": rows, "others": result.others}


def _collected(collected: Collected) -> State:
    texts = collected.answers if collected.question.kind is QuestionKind.TEXT else ()
    counts = [{"label": one.label, "values": one.values, "number": one.number} for one in tally(collected)]
    answered = len(collected.answers)
    asked = {"question": _question(collected.question), "left_out": collected.left_out}
    asked["together"] = collected.least if merged(collected) else 0
    asked["middle"] = middle_told(collected)
    last = collected.before
    told = [f"{one.label} ({one.number})" for one in tally_before(collected) if one.number]
    middles = {"now": middle(collected.answers), "then": middle_before(collected)} if last else {}
    asked["before"] = {"date": last.date.isoformat(), "counts": ", ".join(told), **middles} if last else None
    return asked | {"answers": texts, "answered": answered, "counts": counts}
