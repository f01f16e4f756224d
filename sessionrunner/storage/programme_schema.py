"""The programme file as a JSON Schema, so that an editor can help while somebody writes."""

from sessionrunner.storage import scalars
from sessionrunner.storage.programme_file import CLOCK

Schema = dict[str, object]


def programme_schema() -> Schema:
    """JSON Schema 2020-12 of a programme file; what it cannot say, such as what fits before lunch, ``check`` does."""
    line: Schema = {"type": "string", "maxLength": scalars.LONGEST_LINE}
    minutes: Schema = {"type": "number", "exclusiveMinimum": 0, "maximum": scalars.LONGEST_DAY}
    clock: Schema = {"type": "string", "pattern": f"^{CLOCK}$"}
    timed: Schema = {"minutes": minutes, "at": clock}
    exercise = _keys(
        {"exercise": _pattern(scalars.EXERCISE_ID), "variant": _pattern(scalars.SLUG), **timed}, ["exercise"]
    )
    pause = _keys({"break": line, **timed, "min": {**minutes, "minimum": 0}}, ["break", "minutes"])
    keys: Schema = {
        "id": _pattern(scalars.SLUG),
        "title": line,
        "package": line,
        "start": clock,
        "end": clock,
        "items": {"type": "array", "minItems": 1, "items": {"anyOf": [exercise, pause]}},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "sessionrunner programme",
        **_keys(keys, ["id", "title", "items"]),
    }


def _keys(keys: Schema, required: list[str]) -> Schema:
    return {"type": "object", "properties": keys, "required": required, "additionalProperties": False}


def _pattern(pattern: str) -> Schema:
    return {"type": "string", "pattern": f"^({pattern})$"}
