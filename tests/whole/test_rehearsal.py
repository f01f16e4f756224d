"""The demo, the smoke test and the build's whole run: a session with nobody in the room."""

import json
from pathlib import Path

import yaml

from tests.program import lesson_files, plain_text, sessionrunner


def test_a_rehearsal_takes_fourteen_answers_all_the_way_to_the_lesson(tmp_path: Path) -> None:
    """Real server, fourteen phones over HTTP, thirty-five minutes at sixty times the speed."""
    lessons = tmp_path / "lessons"
    done = sessionrunner(
        "rehearse", "introduktion/min-uppgift", "--people", "14", "--speed", "60", "--headless", "--json",
        "--lessons", str(lessons), state=tmp_path / "state",
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    assert [result[name] for name in ("people", "sent", "acknowledged", "in_lesson")] == [14, 14, 14, 14]
    (lesson,) = lesson_files(lessons)
    assert Path(result["lesson"]) == lesson
    assert (lessons / ".sessionrunner").is_file()
    assert (lessons / "Översikt.md").is_file()
    record = yaml.safe_load(lesson.read_text("utf-8").split("---\n")[1])
    assert record["reflections"] == {"answers": 14, "shown": 14}
    assert (record["participants"], record["approved"], record["planned_minutes"]) == (14, True, 35)
    assert plain_text(lesson.read_text("utf-8")).count("> ") >= 14
    assert not list((tmp_path / "state" / "sessions").glob("*"))


def test_a_rehearsal_of_four_shows_no_answers(tmp_path: Path) -> None:
    """Four are fewer than k: the lesson tells how many answered and nothing of what they wrote."""
    done = sessionrunner(
        "rehearse", "introduktion/varfor-dokumenterar-vi", "--people", "4", "--speed", "400", "--headless", "--json",
        "--lessons", str(tmp_path / "lessons"), state=tmp_path / "state",
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    assert (result["acknowledged"], result["in_lesson"]) == (4, 0)
    assert "> " not in Path(result["lesson"]).read_text("utf-8")
