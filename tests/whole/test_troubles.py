"""What goes wrong in real rooms: a plain message with a remedy, and nothing lost."""

import contextlib
import io
import socket
import time
from pathlib import Path

from tests.plain_program import PlainProgram
from tests.program import lesson_files, plain_text, post_answer, sessionrunner, wait_for_status

EXERCISE = "introduktion/min-uppgift"


def _run(tmp_path: Path, *more: str) -> PlainProgram:
    return PlainProgram("run", EXERCISE, "--plain", "--people", "14", *more, state=tmp_path / "state")


def test_a_missing_lessons_folder_keeps_the_lessons_here(tmp_path: Path) -> None:
    """The share is away: the leader is told, the record waits, and arrives when the folder is back."""
    lessons = tmp_path / "share"
    with _run(tmp_path, "--lessons", str(lessons), "--address", "127.0.0.1", "--port", "0") as program:
        program.say("next")
        program.hear("Syfte och tid")
        program.say("lesson idea Vi provar i en månad")
        program.say("save")
        program.hear("Sparat på den här datorn")
        lessons.mkdir()
        program.say("next")
        program.hear("Fyra bord")
        program.save()
        program.end()

    (lesson,) = lesson_files(lessons)
    assert "Vi provar i en månad" in lesson.read_text("utf-8")


def test_a_resumed_session_still_knows_its_folder(tmp_path: Path) -> None:
    """The share was away, the laptop died, the share is back: the record goes where it was meant to go."""
    lessons = tmp_path / "share"
    with _run(tmp_path, "--lessons", str(lessons), "--address", "127.0.0.1", "--port", "0") as program:
        program.say("next")
        program.say("lesson idea Vi provar i en månad")
        program.hear("Tillagt")
        program.kill()
    lessons.mkdir()
    with PlainProgram("resume", "--plain", "--address", "127.0.0.1", state=tmp_path / "state") as resumed:
        resumed.save()

    (lesson,) = lesson_files(lessons)
    assert "Vi provar i en månad" in lesson.read_text("utf-8")


def test_a_port_in_use_gives_the_next_one(tmp_path: Path) -> None:
    """Another program has the port: the phones get another, the leader need not know."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with _run(tmp_path, "--address", "127.0.0.1", "--port", str(port)) as program:
            url = program.hear("Telefoner: http://127.0.0.1:").removeprefix("Telefoner: ")
            assert f":{port}/" not in url
            wait_for_status(tmp_path / "state", phone_url=url)
            program.end()


def test_an_address_this_laptop_does_not_have_is_told_and_the_hour_goes_on(tmp_path: Path) -> None:
    """No phone can reach the laptop: words with a remedy, and the first step starts."""
    with _run(tmp_path, "--address", "203.0.113.7", "--port", "0") as program:
        program.hear("203.0.113.7")
        program.say("next")
        program.hear("Syfte och tid")
        program.end()


def test_no_network_at_all_is_told_and_the_hour_goes_on(tmp_path: Path) -> None:
    """Not one address but the laptop's own: paper takes the phones' place, and the session runs to its end."""
    alone = ["unshare", "--user", "--map-root-user", "--net"]
    lessons = tmp_path / "lessons"
    lessons.mkdir()
    wanted = ("--people", "14", "--lessons", str(lessons))
    with PlainProgram("run", EXERCISE, "--plain", *wanted, state=tmp_path / "state", wrapper=alone) as program:
        program.hear("papper")
        for _ in range(5):
            program.say("next")
        program.hear("Gemensam avslutning")
        program.save()
        program.end()

    assert len(lesson_files(lessons)) == 1


def test_a_full_disk_is_told_and_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    """The disk fills up in mid-session: told at once, no false receipt, and all is well when there is room again."""
    state, lessons = tmp_path / "state", tmp_path / "lessons"
    state.mkdir()
    lessons.mkdir()
    wanted = ("--people", "14", "--lessons", str(lessons), "--address", "127.0.0.1", "--port", "0")
    with PlainProgram("run", EXERCISE, "--plain", *wanted, state=state, wrapper=_small_disk(state)) as program:
        url = program.hear("Telefoner: ").removeprefix("Telefoner: ")
        for title in ("Syfte och tid", "Fyra bord", "Bikupor", "Egen reflektion"):
            program.say("next")
            program.hear(title)
        filler = _fill(Path(f"/proc/{program.process}/root{state}"))
        program.say(f"note {'En lång anteckning. ' * 400}")
        program.hear("full")
        refused = post_answer(url, "reflektion", {"tar-med": "Det här kom inte fram."})
        filler.unlink()
        taken = [post_answer(url, "reflektion", {"tar-med": f"Det här kom fram {number}."}) for number in range(5)]
        program.say("next")
        program.say("lesson idea Vi provar")
        program.save()
        program.end()

    assert (refused, taken) == (503, [201] * 5)
    (lesson,) = lesson_files(lessons)
    assert [f"kom fram {number}" in plain_text(lesson.read_text("utf-8")) for number in range(5)] == [True] * 5
    assert "kom inte fram" not in lesson.read_text("utf-8")


def _small_disk(place: Path) -> list[str]:
    """A wrapper that runs a command with a file system of three megabytes of its own in this place."""
    script = 'mount -t tmpfs -o size=3m none "$0" && exec "$@"'
    return ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script, str(place)]


def _fill(disk: Path) -> Path:
    """Fill the disk to the last byte and give the file that does it."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        # Every second the program replaces a file: one that was just being replaced gives room back afterwards.
        while _added(file):
            time.sleep(1.5)
    return filler


def _added(file: io.FileIO) -> int:
    """How many bytes there was still room for."""
    before = file.tell()
    with contextlib.suppress(OSError):
        while True:
            file.write(bytes(4096))
    return file.tell() - before


def test_a_state_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    """The program's own folder is in the way of a file."""
    (tmp_path / "state").write_text("in the way", "utf-8")

    done = sessionrunner("list", state=tmp_path / "state")

    assert done.returncode == 1
    assert "--state" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_broken_exercise_does_not_begin(tmp_path: Path) -> None:
    """Faults are told with their lines before anybody sits down."""
    file = tmp_path / "trasig.yaml"
    file.write_text("id: egna/trasig\ntitle: Trasig\n", "utf-8")

    done = sessionrunner("run", str(file), "--plain", "--people", "5", state=tmp_path / "state")

    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "trasig.yaml" in done.stderr


def test_answers_need_an_open_form_and_our_own_page(tmp_path: Path) -> None:
    """Before the step that collects, a post is refused and nothing is stored."""
    with _run(tmp_path, "--address", "127.0.0.1", "--port", "0") as program:
        program.say("next")
        program.hear("Syfte och tid")
        found = wait_for_status(tmp_path / "state", step="start")
        assert post_answer(found["phone_url"], "reflektion", {"tar-med": "För tidigt."}) in (409, 410, 422)
        assert wait_for_status(tmp_path / "state")["answers"] == 0
        program.end()
