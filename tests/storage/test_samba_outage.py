"""The file server fails in the middle of a save: the record is whole on the laptop, and arrives when it is back."""

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import cast

import pytest
import smbclient

from sessionrunner.storage import folder_trouble
from sessionrunner.storage.folder_trouble import FolderFull, FolderReadOnly, FolderUnreachable, ShareMissing
from sessionrunner.storage.lessons_folder import MARKER, LessonsFolder
from sessionrunner.storage.outbox import Outbox
from tests.storage.records import record, rendered
from tests.storage.samba import Server, samba
from tests.storage.smb_path import _Stream, connect
from tests.storage.test_outbox import LONG, wait_for_trouble

pytestmark = pytest.mark.filterwarnings("ignore:Exception ignored in. .function SMBRawIO.__del__")
"""The library closes a file once more when it is forgotten, and its server is gone by then."""
NAME = "2026-11-21 Min uppgift 3f9a1c2b"
QUICK = (timedelta(milliseconds=50),)
DISK, FILLER = "400k", 380_000
"""A disk, and what is on it already: what is left holds the marker but not the record."""
TEXT = "Kortamallen" * 6000
"""One word, which no writer of YAML breaks."""


@dataclass
class Middle:
    """What happens when half of a file has been sent; once."""

    happens: Callable[[], object] = lambda: None
    write: Callable[[_Stream, bytes], int] = field(default=_Stream.write)

    def __call__(self, stream: _Stream, content: bytes) -> int:
        half = len(content) // 2
        sent = self.write(stream, content[:half])
        if half > 100:
            happens, self.happens = self.happens, lambda: None
            happens()
        return sent + self.write(stream, content[half:])


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A Samba server with an empty share."""
    with samba(tmp_path_factory.mktemp("samba")) as running:
        yield running
    smbclient.reset_connection_cache(fail_on_error=False)
    gc.collect()  # what the library says of forgotten files is said here, and in no other module's tests


@pytest.fixture
def middle(monkeypatch: pytest.MonkeyPatch) -> Middle:
    """Every file is sent in two halves."""
    between = Middle()
    monkeypatch.setattr(_Stream, "write", lambda stream, content: between(stream, content))
    return between


@pytest.fixture
def outbox(tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[Outbox]:
    """The outbox of a program whose folder is on the share, reached over the network."""
    (server.folder / tmp_path.name).mkdir()
    with reached(tmp_path, server, monkeypatch) as running:
        yield running


@contextmanager
def reached(tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[Outbox]:
    """The same, for any server."""

    def there(path: Path) -> LessonsFolder:
        with folder_trouble.in_plain_words(path):
            return LessonsFolder(cast(Path, connect(server.port) / tmp_path.name))

    monkeypatch.setattr("sessionrunner.storage.outbox_entry.LessonsFolder", there)
    running = Outbox(tmp_path / "outbox", tmp_path / "share", rendered, pauses=QUICK)
    yield running
    running.stop()


def files(folder: Path) -> list[str]:
    """Names of all files below."""
    return [one.name for one in folder.rglob("*") if one.is_file()]


def visible(behind: Path, tmp_path: Path) -> list[str]:
    """What people see in the shared folder, from behind the server."""
    return sorted(name for name in files(behind / tmp_path.name) if not name.startswith("."))


def within_patience(true: Callable[[], bool]) -> None:
    """Return once that is so."""
    end = time.monotonic() + LONG.total_seconds()
    while not true():
        assert time.monotonic() < end
        time.sleep(0.01)


def assert_waits_whole(running: Outbox, tmp_path: Path, *causes: type[Exception]) -> None:
    """The leader is told why, and nothing is missing on the laptop."""
    wait_for_trouble(running)
    assert isinstance(running.delivery().trouble, causes)
    assert TEXT in (tmp_path / "outbox" / NAME / "lärdomar.md").read_text("utf-8")


def test_a_server_that_dies_in_the_middle_of_a_save(
    tmp_path: Path, server: Server, outbox: Outbox, middle: Middle
) -> None:
    """Nothing half is to be seen, and all of it comes when the server is back."""
    middle.happens = server.crash
    outbox.save(record(TEXT, finished=True))
    assert_waits_whole(outbox, tmp_path, FolderUnreachable)
    assert visible(server.folder, tmp_path) == []
    server.start()
    assert outbox.settle(LONG).delivered
    assert TEXT in (server.folder / tmp_path.name / NAME / "lärdomar.md").read_text("utf-8")


def test_writing_under_the_name_itself_would_have_shown_half_a_file(
    tmp_path: Path, server: Server, middle: Middle
) -> None:
    """The control."""
    (server.folder / tmp_path.name).mkdir()
    middle.happens = server.crash
    with suppress(OSError), (connect(server.port) / tmp_path.name / "lärdomar.md").open("xb") as stream:
        stream.write(TEXT.encode())
    server.start()
    (half,) = (server.folder / tmp_path.name).iterdir()
    assert half.stat().st_size < len(TEXT)


def test_a_disk_behind_the_share_that_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The server's own disk has no room for the whole record: nothing half is seen, and it comes when there is."""
    with samba(tmp_path / "samba", DISK) as server:
        share = server.behind() / tmp_path.name
        share.mkdir()
        share.chmod(0o777)
        filler = server.behind() / "video.mp4"
        filler.write_bytes(bytes(FILLER))
        with reached(tmp_path, server, monkeypatch) as running:
            running.save(record(TEXT, finished=True))
            assert_waits_whole(running, tmp_path, FolderFull)
            assert visible(server.behind(), tmp_path) == []
            # Each try has a file of its own that nobody looks for, and takes it away again.
            within_patience(lambda: sorted(files(server.behind())) == [MARKER, filler.name])
            filler.unlink()
            assert running.settle(LONG).delivered
        assert TEXT in (share / NAME / "lärdomar.md").read_text("utf-8")


def test_a_share_that_turns_read_only_in_the_middle(
    tmp_path: Path, server: Server, outbox: Outbox, middle: Middle
) -> None:
    """As when somebody in IT changes the rights during the hour."""
    middle.happens = lambda: server.restart(read_only="yes")
    outbox.save(record(TEXT, finished=True))
    assert_waits_whole(outbox, tmp_path, FolderReadOnly, FolderUnreachable)
    assert visible(server.folder, tmp_path) == []
    server.restart()
    assert outbox.settle(LONG).delivered


def test_an_empty_folder_in_place_of_the_share_in_the_middle(
    tmp_path: Path, server: Server, outbox: Outbox, middle: Middle
) -> None:
    """A mount point without its disk gets nothing."""
    real, aside = server.folder / tmp_path.name, server.folder / f"{tmp_path.name}-aside"

    def swap() -> None:
        real.rename(aside)
        real.mkdir()

    outbox.save(record("Först"))
    assert outbox.settle(LONG).delivered
    middle.happens = swap
    outbox.save(record(TEXT, finished=True))
    assert_waits_whole(outbox, tmp_path, ShareMissing, FolderUnreachable, folder_trouble.FolderMissing)
    assert visible(server.folder, tmp_path) == []
    real.rename(server.folder / f"{tmp_path.name}-empty")
    aside.rename(real)
    assert outbox.settle(LONG).delivered
    assert TEXT in (real / NAME / "lärdomar.md").read_text("utf-8")
