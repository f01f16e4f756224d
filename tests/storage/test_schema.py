"""What an editor offers is what the reader takes."""

import json
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from sessionrunner.core import exercise as core
from sessionrunner.core.prompts import Theme
from sessionrunner.core.role import Role
from sessionrunner.storage import exercise_file
from sessionrunner.storage.library import Library, shipped_folder
from sessionrunner.storage.schema import json_schema
from tests.storage.written import WHOLE

Schema = dict[str, object]
WRITTEN_AS = {"least": "min", "most": "max", "turn": "turn_minutes"}
"""Keys of the file that the program knows by another name."""
NOT_WRITTEN = {"variant", "occasion", "extends", "dots", "open"}
"""Chosen by the leader, or written only in a file that changes another."""
RECORDS = {
    "": core.Exercise,
    "source": core.Source,
    "preparation": core.Preparation,
    "preparation.send_ahead": core.Handout,
    "preparation.bring": core.Bring,
    "variants": core.Variant,
    "variants.source": core.Source,
    "variants.steps": core.StepLength,
    "variants.bring": core.Bring,
    "steps": core.Step,
    "steps.notes": core.Notes,
    "steps.prompts": Theme,
    "steps.tables": core.Table,
    "steps.roles": Role,
    "steps.rounds": core.Rounds,
    "steps.groups": core.GroupRule,
    "steps.collect": core.Question,
}


def objects(schema: object, path: str = "") -> Iterator[tuple[str, Schema]]:
    """Every mapping the schema describes, by the keys that lead to it."""
    assert isinstance(schema, dict)
    if schema.get("type") == "array":
        yield from objects(schema["items"], path)
    if schema.get("type") == "object":
        yield path, schema
        for key, inner in schema["properties"].items():
            yield from objects(inner, f"{path}.{key}".strip("."))


MAPPINGS = dict(objects(json_schema()["else"]))


def test_it_is_json() -> None:
    """An editor reads it from a file."""
    assert json.loads(json.dumps(json_schema()))["$schema"].endswith("2020-12/schema")


@pytest.mark.parametrize("path", RECORDS)
def test_every_key_of_the_reader_is_offered_and_no_other(path: str) -> None:
    """What the program has a place for, the file has a key for."""
    properties = MAPPINGS[path]["properties"]
    assert isinstance(properties, dict)
    assert set(properties) == {WRITTEN_AS.get(field.name, field.name) for field in fields(RECORDS[path])} - NOT_WRITTEN


def test_no_mapping_is_left_out() -> None:
    """A new part of the file must be listed here."""
    assert set(MAPPINGS) == set(RECORDS)


def test_the_reader_knows_every_key_that_is_offered() -> None:
    """A file with every key in it has no unknown key."""
    assert exercise_file.parse(WHOLE, "f").steps
    written = set(re.findall(r"(\w+):", WHOLE))
    offered = {key for schema in MAPPINGS.values() for key in _properties(schema)}
    assert offered == written & offered


def _properties(schema: Schema) -> Schema:
    found = schema["properties"]
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize("path", [path for path, schema in MAPPINGS.items() if schema["required"]])
def test_what_must_be_there_is_what_the_reader_misses(path: str) -> None:
    """An empty mapping is told to lack just the keys that the schema requires."""
    text = "{}"
    for key in reversed(path.split(".") if path else []):
        listed = key in {"steps", "tables", "roles", "prompts", "collect", "bring", "send_ahead", "variants"}
        text = f"{{{key}: [{text}]}}" if listed else f"{{{key}: {text}}}"
    with pytest.raises(exercise_file.BadExercise) as bad:
        exercise_file.parse(text, "f")
    here = max(one.column for one in bad.value.problems)
    told = [one for one in bad.value.problems if one.column == here and "missing" in one.message.key]
    assert [one.message.values["key"] for one in told] == MAPPINGS[path]["required"]


@pytest.mark.parametrize(
    ("path", "key"),
    [("", "confidential"), ("steps", "mode"), ("steps", "turns_per"), ("steps.collect", "kind")],
)
def test_every_word_that_is_offered_is_taken(path: str, key: str) -> None:
    """And the words are those of the program's enumerations."""
    choice = _properties(MAPPINGS[path])[key]
    assert isinstance(choice, dict)
    kinds = {"confidential": core.Confidentiality, "mode": core.Mode, "turns_per": core.TurnsPer}
    assert choice["enum"] == [kind.value for kind in kinds.get(key, core.QuestionKind)]


@pytest.mark.parametrize("path", Library([shipped_folder("exercises")]).files(), ids=lambda path: path.stem)
def test_shipped_exercises_fit_the_patterns(path: Path) -> None:
    """The patterns in the schema are those of the reader."""
    exercise = exercise_file.read(path)
    assert re.fullmatch(_pattern("", "id"), exercise.id)
    assert all(re.fullmatch(_pattern("steps", "id"), step.id) for step in exercise.steps)


def _pattern(path: str, key: str) -> str:
    schema = _properties(MAPPINGS[path])[key]
    assert isinstance(schema, dict)
    return str(schema["pattern"])
