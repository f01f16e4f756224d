"""Every exercise in the library can be led from its first step to a saved lesson."""

import json
from pathlib import Path

import pytest

from sessionrunner.cli import run
from sessionrunner.storage.library import Library, shipped_folder

EXERCISES = Library([shipped_folder("exercises")]).exercises()
COLLECTING = {exercise.id for exercise in EXERCISES if any(step.collect for step in exercise.steps)}


@pytest.mark.parametrize("exercise", [exercise.id for exercise in EXERCISES])
def test_it_rehearses_to_a_lesson(exercise: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The real runner and server, fourteen phones that answer, and every answer in the file at the end."""
    state, lessons = ["--state", str(tmp_path / "state")], ["--lessons", str(tmp_path / "lessons")]
    assert run(["rehearse", exercise, "--speed", "8000", "--headless", "--json", *state, *lessons]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["sent"] == told["acknowledged"]
    assert (told["acknowledged"] > 0) == (exercise in COLLECTING)
    assert told["in_lesson"] == told["acknowledged"]
    assert Path(told["lesson"]).is_file()


def test_two_variants_of_an_exercise_rehearse_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What another place in the document says is as good to lead."""
    varied = [(one.id, variant.id) for one in EXERCISES for variant in one.variants]
    assert len(varied) >= 3
    for exercise, variant in varied[:2]:
        where = ["--variant", variant, "--state", str(tmp_path / "state"), "--lessons", str(tmp_path / "lessons")]
        assert run(["rehearse", exercise, "--speed", "8000", "--headless", "--json", *where]) == 0
        assert json.loads(capsys.readouterr().out)["acknowledged"] > 0
