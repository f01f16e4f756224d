"""A session's folder keeps what a crash must not take, tells others how it goes, and leaves no trace when removed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sessionrunner.storage import session_folder
from sessionrunner.storage.box import SealedBox
from sessionrunner.storage.session_folder import SessionFolder, SessionFolderFailed, SessionUnsaved


@pytest.fixture
def folder(tmp_path: Path) -> SessionFolder:
    return SessionFolder.create(tmp_path / "sessions")


def test_a_new_session_has_a_folder_for_this_user_only(folder: SessionFolder) -> None:
    """Eight hex digits that say nothing, and nobody else may look in."""
    assert session_folder._SESSION.fullmatch(folder.session)
    assert folder.path == folder.root / folder.session
    assert [place.stat().st_mode & 0o777 for place in (folder.path, folder.root)] == [0o700, 0o700]


def test_everything_of_the_session_lies_in_its_folder(folder: SessionFolder) -> None:
    """One place to keep, one place to remove."""
    names = [place.relative_to(folder.path).as_posix() for place in (folder.journal, folder.box, folder.status)]
    assert names == ["journal.jsonl", "box", "status.json"]


def test_sessions_are_found_with_the_latest_first(tmp_path: Path) -> None:
    """Resume offers the session that was just interrupted."""
    made = [SessionFolder.create(tmp_path) for _ in range(3)]
    for age, folder in enumerate((made[1], made[2], made[0])):
        folder.write_status({})
        for place in (folder.status, folder.path):
            os.utime(place, (1_000_000 - age, 1_000_000 - age))
    (tmp_path / "something-else").mkdir()
    assert SessionFolder.find_all(tmp_path) == [made[1], made[2], made[0]]


def test_where_there_never_was_a_session_none_is_found(tmp_path: Path) -> None:
    """The first start on a new laptop."""
    assert SessionFolder.find_all(tmp_path / "sessions") == []


def test_status_comes_back_as_it_was_written(folder: SessionFolder) -> None:
    """The second the session had reached is where it goes on."""
    assert folder.write_status({"elapsed": 754.25, "step": "bikupa åäö"})
    assert folder.read_status() == {"elapsed": 754.25, "step": "bikupa åäö", "pid": os.getpid()}


def test_status_is_replaced_as_a_whole(folder: SessionFolder) -> None:
    """Whoever reads at the wrong moment gets the old or the new, never half of it."""
    folder.write_status({"elapsed": 1.0})
    with folder.status.open() as reader:
        folder.write_status({"elapsed": 2.0})
        assert '"elapsed": 1.0' in reader.read()
    assert [file.name for file in folder.path.iterdir()] == ["status.json"]


def test_a_status_that_cannot_be_written_stops_nothing(folder: SessionFolder) -> None:
    """A full disk costs the second to come back to, not the hour."""
    folder.write_status({"elapsed": 1.0})
    folder.status.with_name("status.json.new").mkdir()
    assert folder.write_status({"elapsed": 2.0}) is False
    assert (folder.read_status() or {})["elapsed"] == 1.0


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b"7"])
def test_a_status_nobody_can_read_is_no_status(folder: SessionFolder, content: bytes) -> None:
    """Resume then goes by the journal alone."""
    folder.status.write_bytes(content)
    assert folder.read_status() is None
    assert not folder.claim.is_taken()


def test_without_a_status_nothing_runs(folder: SessionFolder) -> None:
    """A session that died before its first second can be taken up."""
    assert folder.read_status() is None
    assert not folder.claim.is_taken()


_HOLDER = """
import sys
from pathlib import Path
from sessionrunner.storage.session_folder import SessionFolder
print(SessionFolder(Path(sys.argv[1]), sys.argv[2]).claim.take(), flush=True)
input()
"""


def test_a_session_runs_as_long_as_its_program(folder: SessionFolder) -> None:
    """It can be taken up the moment its program is killed, even while nobody has noticed the death."""
    child = subprocess.Popen(
        [sys.executable, "-c", _HOLDER, str(folder.root), folder.session],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert child.stdout is not None
    assert child.stdout.readline() == "True\n"
    running, taken = folder.claim.is_taken(), folder.claim.take()
    child.kill()
    os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)  # it is dead; nobody has collected it yet
    assert (running, taken, folder.claim.is_taken(), folder.claim.take()) == (True, False, False, True)
    folder.claim.release()
    child.communicate()


def test_the_holder_sees_its_own_session_running(folder: SessionFolder) -> None:
    """And once it has let go, nobody does."""
    folder.claim.take()
    held = folder.claim.is_taken()
    folder.claim.release()
    assert (held, folder.claim.is_taken()) == (True, False)


def test_a_session_that_is_gone_is_not_running(folder: SessionFolder) -> None:
    """Removed by the program that ended it."""
    folder.remove()
    assert not folder.claim.is_taken()


def test_a_removed_session_leaves_nothing(folder: SessionFolder) -> None:
    """Journal with its names, box and key: all gone once the record is safe."""
    folder.journal.write_text("Eva, Ali\n", "utf-8")
    SealedBox.create(folder.box, 4).close()
    folder.write_status({})
    folder.remove()
    folder.remove()
    assert list(folder.root.iterdir()) == []


def test_the_boxs_key_goes_before_everything_else(folder: SessionFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    """If removing stops halfway, the answers can no longer be opened."""
    SealedBox.create(folder.box, 4).close()

    def stop(path: Path) -> None:
        raise PermissionError(path)

    monkeypatch.setattr(shutil, "rmtree", stop)
    with pytest.raises(SessionFolderFailed):
        folder.remove()
    assert list(folder.box.iterdir()) == []


def test_a_session_whose_record_is_not_safe_is_not_removed(folder: SessionFolder) -> None:
    """What the room agreed on is never thrown away."""
    folder.journal.write_text("", "utf-8")
    with pytest.raises(SessionUnsaved):
        folder.remove(unsaved=True)
    assert folder.journal.exists()


def test_a_place_that_cannot_be_written_is_told_in_words(tmp_path: Path) -> None:
    """The leader learns which folder it is about."""
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(SessionFolderFailed) as told:
        SessionFolder.create(tmp_path / "file")
    assert str(tmp_path / "file") in str(told.value.values["folder"])
