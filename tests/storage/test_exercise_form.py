"""An exercise as data: every key of its file, and nothing lost on the way."""

import json
from pathlib import Path
from typing import Any

from sessionrunner.storage import exercise_file
from sessionrunner.storage.exercise_form import form
from sessionrunner.storage.schema import json_schema

FOLDER = Path(__file__).parents[2] / "exercises"


def without_nothing(value: object) -> object:
    """Keys that were left out are left out again; an empty ``bring`` says that nothing is brought."""
    if isinstance(value, dict):
        kept = {key: without_nothing(one) for key, one in value.items()}
        return {key: one for key, one in kept.items() if one not in (None, [], {}, "") or (key, one) == ("bring", [])}
    return [without_nothing(one) for one in value] if isinstance(value, list) else value


def written() -> dict[str, Any]:
    """The schema of an exercise that builds on no other."""
    whole: dict[str, Any] = json_schema()
    found: dict[str, Any] = whole["else"]
    return found


def test_every_shipped_exercise_comes_back_from_its_data() -> None:
    """Whoever reads the data has the whole exercise: JSON is YAML, so the reader can read it."""
    files = sorted(path for path in FOLDER.rglob("*.yaml") if path.parent.name != "programmes")
    read = [exercise_file.read(path) for path in files]
    assert read
    assert [exercise_file.parse(json.dumps(without_nothing(form(one))), "data") for one in read] == read


def test_the_data_has_every_key_of_the_form() -> None:
    """A key that the schema knows is never missing from ``show``."""
    schema = written()["properties"]
    found = form(exercise_file.read(FOLDER / "modeller" / "arendegenomgang.yaml"))
    assert found.keys() == schema.keys()
    assert found["steps"][0].keys() == schema["steps"]["items"]["properties"].keys()
