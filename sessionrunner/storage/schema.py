"""The exercise file as a JSON Schema, so that an editor can help while somebody writes."""

from collections.abc import Iterable, Mapping
from enum import Enum

from sessionrunner.core.exercise import Confidentiality, Keep, LessonKind, Mode, Need, Per, QuestionKind, TurnsPer
from sessionrunner.core.faults import FORM_QUESTIONS, WALL_CHARACTERS, WALL_LINES
from sessionrunner.storage import overriding, scalars
from sessionrunner.storage.exercise_fields import LONGEST_AHEAD, MOST_PEOPLE, MOST_TIMES, SCALE_ENDS

Schema = dict[str, object]


def json_schema() -> Schema:
    """JSON Schema 2020-12 of an exercise file; what it cannot say, such as sums, ``check`` does."""
    keys: Mapping[str, Schema] = {
        "id": _pattern(scalars.EXERCISE_ID),
        "title": _line(),
        "package": _line(),
        "series": _line(),
        "minutes": _minutes(),
        "minutes_in_source": _list(_whole(1, scalars.LONGEST_DAY)),
        "homework": _flag(),
        "times": _whole(0, MOST_TIMES),
        "source": _keys({"document": _line(), "lines": _line()}),
        "purpose": _list(_text()),
        "goals": _list(_text()),
        "alternative_to": _list(_pattern(scalars.EXERCISE_ID)),
        "confidential": _one_of(Confidentiality),
        "preparation": _preparation(),
        "needs": _list(_one_of(Need)),
        "keep": _one_of(Keep),
        "after": _list(_text()),
        "variants": _list(_variant()),
        "steps": {**_list(_step()), "minItems": 1},
    }
    required = ("id", "title", "package", "minutes", "steps")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "sessionrunner exercise",
        "if": {"type": "object", "required": ["extends"]},
        "then": _adaptation(keys),
        "else": _keys(keys, required),
    }


def _adaptation(keys: Mapping[str, Schema]) -> Schema:
    """The same keys when they change another exercise: only the names must be there."""
    step = _step()["properties"]
    placing = {"after": _pattern(scalars.SLUG), "first": _flag()}
    steps = _list(_keys({**_open(step), **placing}, ("id",)))
    beneath: Schema = {"type": "object", "additionalProperties": _line()}
    more = {"extends": _pattern(scalars.EXERCISE_ID), "remove": _list(_pattern(scalars.SLUG)), "steps": steps}
    more[overriding.KEY] = beneath
    return _keys({**_open(keys), **more}, ("id", "extends"))


def _open(keys: object) -> dict[str, Schema]:
    """Any key may be empty, which takes away what the base has; a part of a whole is enough."""
    found = dict(keys) if isinstance(keys, Mapping) else {}
    return {key: {"anyOf": [{"type": "null"}, _partial(one)]} for key, one in found.items()}


def _partial(schema: Schema) -> Schema:
    return {**schema, "required": []} if schema.get("type") == "object" else schema


def _variant() -> Schema:
    keys: Mapping[str, Schema] = {
        "id": _pattern(scalars.SLUG),
        "title": _line(),
        "source": _keys({"document": _line(), "lines": _line()}),
        "minutes": _minutes(),
        "steps": _list(_keys({"step": _pattern(scalars.SLUG), "minutes": _minutes()}, ("step", "minutes"))),
        "bring": _bring(),
    }
    return _keys(keys, ("id", "title"))


def _bring() -> Schema:
    return _list(_keys({"who": _line(), "what": _text()}, ("who", "what")))


def _preparation() -> Schema:
    return _keys(
        {
            "send_ahead": _list(
                _keys(
                    {"what": _line(), "days_before": _whole(0, LONGEST_AHEAD), "text": _text(), "to": _line()},
                    ("what", "days_before"),
                )
            ),
            "room": _list(_text()),
            "bring": _bring(),
        }
    )


def _step() -> Schema:
    keys: Mapping[str, Schema] = {
        "id": _pattern(scalars.SLUG),
        "title": _line(),
        "mode": _one_of(Mode),
        "minutes": {"anyOf": [{"const": scalars.OPEN}, _minutes()]},
        "min": _minutes(none=True),
        "protect": _flag(),
        "quiet": _flag(),
        "notes": _keys({"say": _text(), "do": _text(), "if_quiet": _text()}),
        "questions": _list(_text()),
        "prompts": _list(_keys({"name": _line(), "ask": _list(_text())}, ("name",))),
        "owner": _line(),
        "wall": {**_text(), "description": f"{WALL_LINES} lines of {WALL_CHARACTERS} characters at most"},
        "rule": _line(),
        "roles": _list(_role()),
        "tables": _list(_keys({"name": _line(), "statement": _text()}, ("name",))),
        "rounds": _keys({"minutes": _minutes(), "move": _minutes(none=True)}, ("minutes",)),
        "host_stays": _flag(),
        "groups": _groups(),
        "turn_minutes": _minutes(),
        "turns_per": _one_of(TurnsPer),
        "collect": {**_list(_question()), "maxItems": FORM_QUESTIONS},
        "outputs": _list(_one_of(LessonKind)),
    }
    return _keys(keys, ("id", "title", "mode"))


def _role() -> Schema:
    keys = {"name": _line(), "count": _whole(1, MOST_PEOPLE), "card": _text(), "speaks": _flag()}
    return _keys(keys, ("name",))


def _groups() -> Schema:
    size: Schema = {
        "anyOf": [
            {"type": "integer", "minimum": 2, "maximum": scalars.LARGEST_GROUP},
            _pattern(scalars.SIZE),
        ]
    }
    same_as: Schema = {"anyOf": [_pattern(scalars.SLUG), {"type": "null"}]}
    return _keys({"size": size, "reporter": _flag(), "same_as": same_as, "new": _flag()}, ("size",))


def _question() -> Schema:
    keys: Mapping[str, Schema] = {
        "id": _pattern(scalars.SLUG),
        "ask": _text(),
        "kind": _one_of(QuestionKind),
        "min": _whole(*SCALE_ENDS),
        "max": _whole(*SCALE_ENDS),
        "low": _line(),
        "high": _line(),
        "options": _list(_line()),
        "again": _flag(),
        "per": _one_of(Per),
        "table": _line(),
    }
    return _keys(keys, ("id", "ask", "kind"))


def _keys(keys: Mapping[str, Schema], required: Iterable[str] = ()) -> Schema:
    return {
        "type": "object",
        "properties": dict(keys),
        "required": list(required),
        "additionalProperties": False,
    }


def _list(item: Schema) -> Schema:
    return {"type": "array", "items": item}


def _text() -> Schema:
    return {"type": ["string", "number"], "maxLength": scalars.LONGEST_TEXT}


def _line() -> Schema:
    return {"type": ["string", "number"], "maxLength": scalars.LONGEST_LINE}


def _pattern(pattern: str) -> Schema:
    return {"type": "string", "pattern": f"^({pattern})$"}


def _one_of(kinds: type[Enum]) -> Schema:
    return {"enum": [kind.value for kind in kinds]}


def _flag() -> Schema:
    words = sorted(scalars.YES | scalars.NO)
    return {"enum": [True, False, *words]}


def _whole(low: int, high: int) -> Schema:
    return {"type": "integer", "minimum": low, "maximum": high}


def _minutes(none: bool = False) -> Schema:
    """A number, or one with a decimal comma; some lengths may be none at all."""
    floor = {"minimum": 0} if none else {"exclusiveMinimum": 0}
    number: Schema = {"type": "number", "maximum": scalars.LONGEST_DAY, **floor}
    return {"anyOf": [number, _pattern(scalars.MINUTES)]}
