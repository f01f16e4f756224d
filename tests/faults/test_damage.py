"""State files change under our feet: flipped bits, cut-off ends, another exercise in the old one's place."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from sessionrunner.core.text import SessionRunnerError
from sessionrunner.storage import journal
from sessionrunner.storage.box import SealedBox
from sessionrunner.storage.session_folder import SessionFolder
from tests.faults.hour import Hour, answers, in_box
from tests.faults.oracle import Harm, harms, numbers

FLIPS = int(os.environ.get("SESSIONRUNNER_FLIPS", "90"))
ANSWERS = range(12)
LINES = range(900_000, 900_004)


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Hour:
    """An hour that was killed with answers and lines in it."""
    hour = Hour(tmp_path_factory.mktemp("left"))
    with hour.run() as program:
        hour.send_all(ANSWERS)
        for number in LINES:
            hour.write_down(program, number)
        program.kill()
    return hour


def files_of(hour: Hour) -> Iterator[tuple[Path, bytes]]:
    """Every state file of the session, with what it holds."""
    for path in sorted((hour.state / "sessions").rglob("*")):
        if path.is_file() and path.stat().st_size:
            yield path, path.read_bytes()


def flipped(content: bytes, dice: Random) -> bytes:
    """One bit is another."""
    at = dice.randrange(len(content))
    return content[:at] + bytes([content[at] ^ 1 << dice.randrange(8)]) + content[at + 1 :]


def cut_short(content: bytes, dice: Random) -> bytes:
    """The end is missing."""
    return content[: dice.randrange(len(content))]


def read_again(hour: Hour) -> tuple[list[int], list[int]]:
    """Answers and lines that can still be read; SessionRunnerError tells in words when a file says nothing at all."""
    (folder,) = SessionFolder.find_all(hour.state / "sessions")
    folder.read_status(), folder.read_sketch()
    lines = _or_nothing(lambda: numbers(repr(journal.read(folder.journal).events)))
    return _or_nothing(lambda: in_box(folder.box)), lines


def _or_nothing(read: Callable[[], list[int]]) -> list[int]:
    try:
        return read()
    except SessionRunnerError:
        return []


def test_a_flipped_bit_costs_one_answer_or_one_line_at_most(left: Hour) -> None:
    """Wherever the bit is: everything else is read, and nothing is shown that nobody wrote."""
    dice, all_files = Random(15), list(files_of(left))
    for _ in range(FLIPS):
        path, content = dice.choice(all_files)
        path.write_bytes(flipped(content, dice))
        found, lines = read_again(left)
        _restore(all_files)
        assert (len(found) >= len(ANSWERS) - 1, len(lines) >= len(LINES) - 1) == (True, True), path.name
        assert set(found) <= set(ANSWERS) and set(lines) <= set(LINES)


def test_a_cut_off_file_gives_back_what_is_before_the_cut(left: Hour) -> None:
    """No cut makes the program fall over, none makes up an answer, and only the file that was cut loses anything."""
    dice, all_files = Random(16), list(files_of(left))
    for _ in range(FLIPS // 3):
        path, content = dice.choice(all_files)
        path.write_bytes(cut_short(content, dice))
        found, lines = read_again(left)
        _restore(all_files)
        assert set(found) <= set(ANSWERS) and set(lines) <= set(LINES)
        assert path.parent.name == "box" or len(found) == len(ANSWERS)
        assert path.name == "journal.jsonl" or len(lines) == len(LINES)


def _restore(all_files: list[tuple[Path, bytes]]) -> None:
    for path, content in all_files:
        path.write_bytes(content)


def test_a_key_without_a_check_would_be_found_out(left: Hour, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: taken at its word, a key with one wrong bit opens nothing, and all answers are gone."""
    from sessionrunner.storage.sealing import SessionKey

    monkeypatch.setattr(SessionKey, "from_file", lambda raw: SessionKey.from_bytes(raw[:32]))
    (key,) = (left.state / "sessions").glob("*/box/box.key")
    whole = key.read_bytes()
    key.write_bytes(bytes([whole[0], whole[1] ^ 4]) + whole[2:])
    found, _ = read_again(left)
    key.write_bytes(whole)
    assert Harm.LOST in harms(left.evidence(found))


def test_a_journal_without_a_check_would_be_found_out(left: Hour, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: a line taken as it stands shows a number that the leader never wrote."""
    import json

    (file,) = (left.state / "sessions").glob("*/journal.jsonl")
    whole = file.read_bytes()
    monkeypatch.setattr(journal, "_value", lambda line: json.loads(line[12:-2] or b"null"))
    file.write_bytes(whole.replace(b"talgoxe 900001", b"talgoxe 900101"))
    _, lines = read_again(left)
    file.write_bytes(whole)
    assert Harm.FOREIGN in harms(left.evidence([*ANSWERS, *lines]))


def damaged(hour: Hour, name: str, damage: Callable[[bytes], bytes]) -> Path:
    """One state file of the session after the damage."""
    (file,) = (hour.state / "sessions").glob(f"*/{name}")
    file.write_bytes(damage(file.read_bytes()))
    return file


def killed(folder: Path) -> Hour:
    """An hour that ended too early."""
    hour = Hour(folder)
    hour.make_lessons_folder()
    with hour.run() as program:
        hour.send_all(ANSWERS)
        hour.write_down(program, 900_000)
        hour.write_down(program, 900_001)
        program.kill()
    return hour


def test_damage_in_log_and_box_is_told_and_the_rest_taken_up(tmp_path: Path) -> None:
    """One line and one answer cannot be read: the leader hears both, and the hour ends with all the others."""
    hour = killed(tmp_path)
    damaged(hour, "journal.jsonl", lambda content: content.replace(b"talgoxe 900000", b"talgoxe 900100"))
    box = damaged(hour, "box/box.db", lambda content: content)
    lost = set(ANSWERS) - set(_after_one_lost(hour, box))
    with hour.resume() as program:
        heard = "\n".join(hour.said)
        usable = answers(program)
        hour.end(program)
    assert "1 rad i loggen var skadad" in heard and "1 svar som hade kommit går inte längre att läsa" in heard
    hour.acknowledged = [one for one in hour.acknowledged if one not in (*lost, 900_000)]
    assert harms(hour.evidence(hour.in_lessons(), usable)) == set()


def _after_one_lost(hour: Hour, box: Path) -> list[int]:
    """Damage pages until one answer is gone, and give the others."""
    whole = box.read_bytes()
    for page in range(4096 * 2, len(whole), 4096):
        box.write_bytes(whole[:page] + whole[page : page + 2000] + b"\0" * 40 + whole[page + 2040 :])
        found = hour.in_box()
        if len(found) < len(ANSWERS):
            return found
    raise AssertionError("nothing was lost")


def test_a_box_that_no_key_opens_is_set_aside_and_the_hour_goes_on(tmp_path: Path) -> None:
    """Both copies of the key are damaged: told, nothing deleted, the lines are there and new answers can come."""
    hour = killed(tmp_path)
    damaged(hour, "box/box.key", lambda content: bytes(len(content)))
    with hour.resume() as program:
        heard = "\n".join(hour.said)
        assert len(list((hour.state / "sessions").glob("*/box.unreadable-1/box.db"))) == 1
        hour.acknowledged = [900_000, 900_001]
        hour.send_all(range(20, 30))
        hour.end(program)
    assert "12 svar som hade kommit går inte längre att läsa" in heard
    assert harms(hour.evidence(hour.in_lessons())) == set()


def test_an_exercise_replaced_in_mid_session_changes_nothing(tmp_path: Path) -> None:
    """The file is overwritten with nonsense: the hour goes on as it began, and so does the one taken up."""
    hour = Hour(tmp_path)
    hour.make_lessons_folder()
    with hour.run() as program:
        hour.exercise.write_text("id: [nonsens", "utf-8")
        hour.send_all(ANSWERS)
        program.kill()
    with hour.resume() as program:
        usable = answers(program)
        hour.end(program)
    assert harms(hour.evidence(hour.in_lessons(), usable)) == set()


def test_a_program_that_reads_the_exercise_anew_is_found_out(tmp_path: Path) -> None:
    """The control: with the file replaced, the session cannot be taken up at all."""
    hour = Hour(tmp_path, mistake="rereading")
    with hour.run() as program:
        hour.exercise.write_text("id: [nonsens", "utf-8")
        program.kill()
    with hour.restart() as program:
        assert program.wait() != 0


def test_a_session_that_cannot_be_read_is_told_and_never_deleted(tmp_path: Path) -> None:
    """The log says nothing any more: plain words, and every file is still there for somebody who can help."""
    hour = killed(tmp_path)
    file = damaged(hour, "journal.jsonl", lambda content: bytes(len(content)))
    with hour.restart() as program:
        program.hear("går inte att läsa")
        assert program.wait() == 1
    assert not any("Traceback" in line for line in hour.said)
    assert file.exists() and sorted(hour.in_box()) == list(ANSWERS)
    SealedBox.open(file.parent / "box").close()
