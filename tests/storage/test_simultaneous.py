"""Two rooms end at the same time, on whatever kind of shared folder: nothing is overwritten, nothing is lost."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from sessionrunner.storage.lesson_scan import scan
from sessionrunner.storage.lessons_folder import MARKER
from tests.storage.samba import Server, samba
from tests.storage.saver import SHARED, content

SAVES = 200
SAVES_OVER_THE_NETWORK = 15
"""Each takes a tenth of a second; ``python -m tests.bench.shares`` does two hundred."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A Samba server with an empty share."""
    with samba(tmp_path_factory.mktemp("samba")) as running:
        yield running


def laptops(folder: str, saves: int, *more: str) -> None:
    """Two programs save at the same time, to their ends."""
    command = [sys.executable, "-m", "tests.storage.saver", folder]
    running = [subprocess.Popen([*command, laptop, str(saves), *more]) for laptop in "12"]
    assert [one.wait() for one in running] == [0, 0]


def everything(saves: int) -> set[bytes]:
    """What both have saved."""
    return {content(laptop, number) for laptop in "12" for number in range(saves)}


def assert_all_there(folder: Path, saves: int) -> None:
    """Every save has its own folder, and the shared folder holds both laptops' files under names of their own."""
    own = list(folder.glob("2026-11-21 Samma titel *"))
    assert len(own) == 2 * saves
    assert {(one / "a.md").read_bytes() for one in own} == everything(saves)
    beside = list((folder / SHARED).glob("*.md"))
    assert len(beside) == 2 * saves and {one.read_bytes() for one in beside} == everything(saves)
    assert (folder / MARKER).read_bytes() == b"sessionrunner: 1\n"
    assert not list(folder.rglob("*.tmp"))


def test_two_hundred_saves_each_on_a_local_folder(tmp_path: Path) -> None:
    """Both start from an empty folder and race for the marker and for every name."""
    laptops(str(tmp_path), SAVES)
    assert_all_there(tmp_path, SAVES)


def test_two_laptops_on_a_samba_share(server: Server) -> None:
    """The same steps as requests to a real server."""
    (server.folder / "many").mkdir()
    laptops("many", SAVES_OVER_THE_NETWORK, str(server.port))
    assert_all_there(server.folder / "many", SAVES_OVER_THE_NETWORK)


def test_a_share_without_links_loses_nothing_either(server: Server) -> None:
    """Some servers cannot give a file a second name; the name is then claimed first."""
    (server.folder / "nolinks").mkdir()
    laptops("nolinks", SAVES_OVER_THE_NETWORK, str(server.port), "nolinks")
    assert_all_there(server.folder / "nolinks", SAVES_OVER_THE_NETWORK)


class SyncProgram:
    """Keeps two folders alike as such programs do: of two versions the loser gets another name."""

    def __init__(self, one: Path, other: Path) -> None:
        self._folders = (one, other)
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> "SyncProgram":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()
        for _again in range(3):
            self._pass()

    def _run(self) -> None:
        while not self._stop.wait(0.01):
            self._pass()

    def _pass(self) -> None:
        for here, there in (self._folders, self._folders[::-1]):
            for file in [path for path in here.rglob("*") if path.is_file() and path.suffix != ".tmp"]:
                self._copy(file, there / file.relative_to(here))

    def _copy(self, file: Path, target: Path) -> None:
        target.parent.mkdir(parents=True, exist_ok=True)
        mine = file.read_bytes()
        if not target.exists():
            # The laptop may take the name in this moment: then there are two versions, and the next pass sees them.
            with suppress(FileExistsError), target.open("xb") as stream:
                stream.write(mine)
        elif target.read_bytes() != mine and file.parent == self._folders[0] / file.parent.name:
            self._conflict(target, mine)

    def _conflict(self, target: Path, mine: bytes) -> None:
        """The first laptop's version wins; the other's is kept beside."""
        lost = target.read_bytes()
        copy = target.with_name(f"{target.stem}-LAPTOP2{target.suffix}")
        if lost and not copy.exists() and target.name != "Översikt.md":
            copy.write_bytes(lost)
            target.write_bytes(mine)


def test_a_sync_program_between_two_laptops_loses_nothing(tmp_path: Path) -> None:
    """Each laptop saves into a copy of its own, and conflict copies appear where both took a name."""
    one, other = tmp_path / "one", tmp_path / "other"
    for folder in (one, other):
        folder.mkdir()
        (folder / MARKER).write_bytes(b"sessionrunner: 1\n")
    with SyncProgram(one, other):
        command = [sys.executable, "-m", "tests.storage.saver"]
        running = [subprocess.Popen([*command, str(at), who, "60"]) for at, who in ((one, "1"), (other, "2"))]
        assert [laptop.wait() for laptop in running] == [0, 0]
    for folder in (one, other):
        assert everything(60) <= {file.read_bytes() for file in folder.rglob("*.md")}
    assert scan(one).sessions == ()
