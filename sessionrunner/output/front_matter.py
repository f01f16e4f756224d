"""The record as YAML at the head of the lesson file, for programs and for the next session."""

import re
from collections.abc import Mapping
from datetime import timedelta
from typing import Any, ClassVar

import yaml

from sessionrunner.core.commands import PauseReason
from sessionrunner.core.followup import Answered
from sessionrunner.core.lesson import Lesson
from sessionrunner.core.outcome import Tally, tallies
from sessionrunner.core.record import Record, StepTime
from sessionrunner.core.synthesis import Pile, piles

SCHEMA = 1
"""Version of the keys; a reader that knows fewer says so instead of guessing."""

_BREAKS = re.compile("[\n\r\x85\u2028\u2029]")
_NUMBER_LIKE = re.compile(r"[-+.\d]")
"""Readers of newer YAML take ``1234e567`` for a number where the emitter sees a text."""


def _text(emitter: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = '"' if _BREAKS.search(text) else "'" if _NUMBER_LIKE.match(text) else None
    return emitter.represent_scalar("tag:yaml.org,2002:str", text, style=style)


class _Emitter(yaml.SafeDumper):
    """Writes every text on one line, so that no text can look like the end of the record."""

    yaml_representers: ClassVar[dict[Any, Any]] = yaml.SafeDumper.yaml_representers | {str: _text}


def render(record: Record) -> str:
    """The front matter with its two ``---`` lines; every text comes back from a YAML reader as it went in."""
    content = yaml.dump(
        _fields(record),
        Dumper=_Emitter,
        allow_unicode=True,
        default_flow_style=None,
        sort_keys=False,
        width=1_000_000,
    )
    return f"---\n{content}---\n"


def _fields(record: Record) -> Mapping[str, object]:
    planned = sum((step.planned for step in record.steps), timedelta())
    return {
        "sessionrunner": SCHEMA,
        "session": record.identity.session,
        "date": record.identity.date,
        "exercise": _whole(record.exercise.id),
        "title": _whole(record.exercise.title),
        "package": _whole(record.exercise.package),
        "participants": record.participants,
        "planned_minutes": _minutes(planned),
        "actual_minutes": _minutes(record.actual),
        "steps": [_step(step) for step in record.steps],
        **({"pauses": _pauses(record)} if record.pauses else {}),
        "approved": record.approved,
        "lessons": [_lesson(lesson) for lesson in record.lessons],
        "updates": [_update(one) for one in record.answered],
        "follow_up": None,
        "reflections": {"answers": received(record), "shown": shown(record)},
        **({"follow_up_on": record.follow_up} if record.follow_up else {}),
        "finished": record.finished,
        "language": record.identity.language,
        "threshold": record.threshold,
        **({"headings": [_pile(pile) for pile in piles(record.board)]} if record.board.headings else {}),
        "tallies": [_tally(one) for one in tallies(record)],
    }


def received(record: Record) -> int:
    """How many submissions all steps together have received."""
    return sum(record.received.values())


def shown(record: Record) -> int:
    """How many submissions were shown in part: for each step, the answers to the question most have answered.

    The questions of a step share its submissions and nobody can tell which belong together, so this is the
    largest number that is certain; it is never more than was received. Texts that the room saw and that are not saved
    count as well: they were shown.
    """
    most: dict[str, int] = {}
    for one in record.collected:
        most[one.step] = max(most.get(one.step, 0), len(one.answers) + one.unsaved)
    return min(sum(most.values()), received(record))


def _pauses(record: Record) -> Mapping[str, float]:
    """Minutes by reason."""
    return {reason.value: _minutes(record.pauses[reason]) for reason in PauseReason if reason in record.pauses}


def _step(step: StepTime) -> Mapping[str, object]:
    times = {"planned": _minutes(step.planned), "actual": _minutes(step.actual)}
    agreed = {} if step.agreed is None else {"agreed": _minutes(step.agreed)}
    return {"id": _whole(step.id), **times, **agreed, "title": _whole(step.title)}


def _lesson(lesson: Lesson) -> Mapping[str, object]:
    return {
        "id": lesson.id,
        "kind": lesson.kind.value,
        "text": _whole(lesson.text),
        "owner": _whole(lesson.owner),
        "due": lesson.due,
        **({"level": _whole(lesson.level)} if lesson.level else {}),
        **({"important": True} if lesson.important else {}),
    }


def _update(one: Answered) -> Mapping[str, object]:
    return {"lesson": one.decision.key, "status": one.status.value, "note": _whole(one.note)}


def _pile(pile: Pile) -> Mapping[str, object]:
    hands = {"hands": pile.hands} if pile.hands else {}
    return {"name": _whole(pile.name), "texts": pile.texts, **hands}


def _tally(tally: Tally) -> Mapping[str, object]:
    values, counts = [_number_or_text(value) for value, _ in tally.counts], [count for _, count in tally.counts]
    asked = {"step": _whole(tally.step), "question": _whole(tally.question), "ask": _whole(tally.ask)}
    middle = {} if tally.middle is None else {"median": _whole_number(tally.middle)}
    return {**asked, "values": values, "counts": counts, **middle}


def _number_or_text(value: str) -> int | str:
    """A scale's values as the numbers they are."""
    return int(value) if value.isdecimal() and str(int(value)) == value else _whole(value)


def _whole_number(value: float) -> float:
    return int(value) if value.is_integer() else value


def _minutes(length: timedelta) -> float:
    return round(length / timedelta(minutes=1), 1)


def _whole(text: str) -> str:
    """Half characters, which no file can hold, become replacement characters."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
