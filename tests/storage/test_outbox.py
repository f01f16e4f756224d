"""What the room agreed on is safe on the laptop at once, and in the shared folder as soon as it can be."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from sessionrunner.core.record import Record
from sessionrunner.locale import load
from sessionrunner.ports import Archive
from sessionrunner.storage import overview
from sessionrunner.storage.folder_trouble import FolderMissing, FolderReadOnly, ShareMissing
from sessionrunner.storage.lessons_folder import MARKER
from sessionrunner.storage.outbox import NoFolderChosen, Outbox, OutboxFailed, OutboxFull, deliver_pending
from sessionrunner.storage.outbox_entry import Entry
from tests.program import PATIENCE
from tests.storage.records import record, rendered
from tests.storage.test_lessons_folder import READ_ONLY

NAME = "2026-11-21 Min uppgift 3f9a1c2b"
FILE = "lärdomar.md"
LONG = timedelta(seconds=PATIENCE)
"""Longer than anything takes; only a failing test waits so long."""
QUICK = (timedelta(milliseconds=10),)


@pytest.fixture
def share(tmp_path: Path) -> Path:
    """A shared folder."""
    (tmp_path / "share").mkdir()
    return tmp_path / "share"


@contextmanager
def outbox(tmp_path: Path, lessons: Path | None, *, known: bool = False) -> Iterator[Outbox]:
    """The outbox of a program that runs."""
    running = Outbox(tmp_path / "outbox", lessons, rendered, known, catalogue=load("sv"), pauses=QUICK)
    yield running
    running.stop()


def arrived(share: Path, name: str = FILE) -> str:
    """The file in the shared folder."""
    return (share / NAME / name).read_text("utf-8")


def wait_for_trouble(running: Outbox) -> None:
    """Return when a delivery has failed."""
    courier = running._courier
    with courier.changed:
        assert courier.changed.wait_for(lambda: courier.delivery.trouble is not None, LONG.total_seconds())


def test_it_is_an_archive(tmp_path: Path) -> None:
    """The leader's desk can use it."""
    with outbox(tmp_path, None) as running:
        archive: Archive = running
        assert archive.delivery().delivered is False


def test_a_record_is_complete_on_the_laptop_when_save_returns(tmp_path: Path) -> None:
    """Nothing depends on the network."""
    with outbox(tmp_path, None) as running:
        running.save(record())
        assert (tmp_path / "outbox" / NAME / FILE).read_text("utf-8") == rendered(record())
        assert running.delivery().kept == tmp_path / "outbox" / NAME
        assert isinstance(running.delivery().trouble, NoFolderChosen)
        assert running.settle(LONG).delivered is False


def test_a_record_reaches_the_shared_folder(tmp_path: Path, share: Path) -> None:
    """Colleagues find it where they expect it, with the overview."""
    with outbox(tmp_path, share) as running:
        running.save(record())
        delivery = running.settle(LONG)
        assert (delivery.delivered, delivery.place, delivery.trouble) == (True, share / NAME, None)
        assert arrived(share) == rendered(record())
        assert "Korta mallen" in (share / overview.FILE).read_text("utf-8")


def test_the_file_grows_with_the_hour(tmp_path: Path, share: Path) -> None:
    """There is one file, and it is the latest."""
    with outbox(tmp_path, share) as running:
        for number in range(10):
            running.save(record(f"version {number}"))
            assert number % 3 or running.settle(LONG).delivered
        assert running.settle(LONG).delivered
    assert [path.name for path in (share / NAME).iterdir()] == [FILE]
    assert "version 9" in arrived(share)


def test_a_finished_record_leaves_the_laptop_when_it_has_arrived(tmp_path: Path, share: Path) -> None:
    """Nothing of the session is left behind."""
    with outbox(tmp_path, share) as running:
        running.save(record())
        running.save(record(finished=True))
        delivery = running.settle(LONG)
        assert (delivery.delivered, delivery.kept) == (True, None)
    assert list((tmp_path / "outbox").iterdir()) == []


def test_a_share_that_goes_away_and_comes_back_gets_everything(tmp_path: Path, share: Path) -> None:
    """The guest network fails in the middle of the hour; the lessons arrive anyway."""
    with outbox(tmp_path, share) as running:
        running.save(record("ett"))
        assert running.settle(LONG).delivered
        share.rename(tmp_path / "away")
        running.save(record("tva", finished=True))
        wait_for_trouble(running)
        assert isinstance(running.delivery().trouble, FolderMissing)
        assert "tva" in (tmp_path / "outbox" / NAME / FILE).read_text("utf-8")
        (tmp_path / "away").rename(share)
        assert running.settle(LONG).delivered
    assert "tva" in arrived(share)
    assert [path.name for path in (share / NAME).iterdir()] == [FILE]


def test_an_empty_folder_in_place_of_the_share_gets_nothing(tmp_path: Path, share: Path) -> None:
    """A share that was unmounted leaves a local folder that nobody else sees."""
    with outbox(tmp_path, share) as running:
        running.save(record("ett"))
        assert running.settle(LONG).delivered
        share.rename(tmp_path / "away")
        share.mkdir()
        running.save(record("tva"))
        wait_for_trouble(running)
        assert isinstance(running.delivery().trouble, ShareMissing)
        assert list(share.iterdir()) == []
        share.rmdir()
        (tmp_path / "away").rename(share)
        assert running.settle(LONG).delivered


def test_a_known_folder_whose_marker_is_gone_is_not_used(tmp_path: Path, share: Path) -> None:
    """The folder was used last week; today it is empty, so the share is not connected."""
    with outbox(tmp_path, share, known=True) as running:
        running.save(record())
        wait_for_trouble(running)
        assert isinstance(running.delivery().trouble, ShareMissing)
    assert list(share.iterdir()) == []


def test_a_file_somebody_edits_during_the_hour_is_kept(tmp_path: Path, share: Path) -> None:
    """A colleague may correct the file while the session goes on."""
    with outbox(tmp_path, share) as running:
        running.save(record("ett"))
        running.settle(LONG)
        (share / NAME / FILE).write_text("ändrad")
        for text in ("tva", "tre"):
            running.save(record(text))
            running.settle(LONG)
    assert arrived(share) == "ändrad"
    assert "tre" in arrived(share, "lärdomar (2).md")
    assert len(list((share / NAME).iterdir())) == 2


def test_another_folder_can_be_chosen_in_the_middle_of_the_hour(tmp_path: Path, share: Path) -> None:
    """The leader chose the wrong folder, or none."""
    (tmp_path / "right").mkdir()
    with outbox(tmp_path, None) as running:
        running.save(record())
        running.change_target(share)
        assert running.settle(LONG).place == share / NAME
        running.change_target(tmp_path / "right")
        assert running.settle(LONG).delivered
    assert arrived(tmp_path / "right") == arrived(share)


def test_the_next_start_delivers_what_an_earlier_one_could_not(tmp_path: Path, share: Path) -> None:
    """The laptop was closed before the network came back."""
    share.rename(tmp_path / "away")
    with outbox(tmp_path, share, known=False) as running:
        running.save(record(finished=True))
        wait_for_trouble(running)
    (waiting,) = Outbox.pending(tmp_path / "outbox")
    assert (waiting.name, waiting.target, waiting.finished) == (NAME, share, True)
    (still,) = deliver_pending(tmp_path / "outbox", load("sv"))
    assert isinstance(still.trouble, FolderMissing)
    (tmp_path / "away").rename(share)
    assert deliver_pending(tmp_path / "outbox", load("sv")) == []
    assert Outbox.pending(tmp_path / "outbox") == []
    assert arrived(share) == rendered(record())


def test_a_record_that_had_arrived_and_was_half_removed_is_over(tmp_path: Path, share: Path) -> None:
    """Somebody held one of its files, or the program was killed in between: the next start says nothing about it."""
    with outbox(tmp_path, share) as running:
        running.save(record())
        running.settle(LONG)
    entry = Entry(tmp_path / "outbox" / NAME)
    entry._note(replace(entry.manifest, finished=True))
    (entry.folder / FILE).unlink()
    assert deliver_pending(tmp_path / "outbox", load("sv")) == []
    assert not entry.folder.exists() and arrived(share)


def test_a_session_taken_up_again_goes_on_with_its_own_file(tmp_path: Path, share: Path) -> None:
    """After a crash there is still one file, not two."""
    for text in ("ett", "tva"):
        with outbox(tmp_path, share) as running:
            running.save(record(text))
            assert running.settle(LONG).delivered
    assert [path.name for path in (share / NAME).iterdir()] == [FILE]
    assert "tva" in arrived(share)


def test_a_crash_between_arriving_and_noting_it_makes_no_second_file(tmp_path: Path, share: Path) -> None:
    """Our own file is never taken for somebody else's."""
    entry = Entry(tmp_path / "outbox" / NAME)
    entry.put({FILE: b"ett"}, share, known=False, finished=False)
    entry.carry()
    entry.put({FILE: b"tva"}, share, known=True, finished=False)
    entry._arrived = lambda *_: None  # type: ignore[method-assign] # the laptop dies here
    entry.carry()
    again = Entry(tmp_path / "outbox" / NAME)
    again.put({FILE: b"tre"}, share, known=True, finished=True)
    again.carry()
    assert [path.name for path in (share / NAME).iterdir()] == [FILE]
    assert arrived(share) == "tre" and again.finish()


def test_a_session_under_way_in_another_window_is_left_alone(tmp_path: Path, share: Path) -> None:
    """Two windows on one laptop do not deliver the same record at once."""
    share.rename(tmp_path / "away")
    with outbox(tmp_path, share) as running:
        running.save(record())
        assert deliver_pending(tmp_path / "outbox", load("sv")) == []
    assert len(deliver_pending(tmp_path / "outbox", load("sv"))) == 1


@pytest.mark.parametrize("note", ["{", "[]", "5", '{"files": [1]}', '{"target": 5, "finished": true}', '{"x": 1}', ""])
def test_a_broken_note_stops_nobody(tmp_path: Path, note: str) -> None:
    """Whatever lies in the outbox, the program starts."""
    (tmp_path / "outbox" / "x").mkdir(parents=True)
    (tmp_path / "outbox" / "x" / "manifest.json").write_text(note)
    (tmp_path / "outbox" / "fil").touch()
    assert deliver_pending(tmp_path / "outbox", load("sv")) == []
    assert Outbox.pending(tmp_path / "borta") == []


def test_an_outbox_that_cannot_be_written_says_so(tmp_path: Path, share: Path) -> None:
    """A record that is not safe is never reported as safe."""
    (tmp_path / "outbox").touch()
    with outbox(tmp_path, share) as running:
        with pytest.raises(OutboxFailed) as told:
            running.save(record())
        assert "kunde inte sparas på den här datorn" in load("sv").explain(told.value)
        assert running.delivery().kept is None


def test_a_full_laptop_keeps_the_version_before(tmp_path: Path) -> None:
    """A record that does not fit leaves the earlier one whole."""
    program = (
        "import resource, sys; from pathlib import Path\n"
        "from sessionrunner.storage.outbox import Outbox, OutboxFull; from tests.storage.records import record\n"
        "running = Outbox(Path(sys.argv[1]), None, lambda one: one.lessons[0].text)\n"
        "running.save(record('kort'))\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        "try: running.save(record('x' * 9000))\n"
        "except OutboxFull: print('full')\n"
    )
    told = subprocess.run([sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=True)
    assert (told.stdout, (tmp_path / NAME / FILE).read_text()) == ("full\n", "kort")
    assert OutboxFull.cause == "lessons.outbox-full"


KILLED = """
import sys; from pathlib import Path
from sessionrunner.storage.outbox import Outbox; from tests.storage.records import record, rendered
running = Outbox(Path(sys.argv[1]), Path(sys.argv[2]), rendered)
for number in range(10_000):
    running.save(record(f"version {number}"))
    print(number, flush=True)
"""


@pytest.mark.parametrize("saves", [1, 5, 17])
def test_what_was_saved_survives_a_program_that_is_killed(tmp_path: Path, share: Path, saves: int) -> None:
    """The laptop dies; what the leader was told is saved arrives at the next start, in one file."""
    command = [sys.executable, "-c", KILLED, str(tmp_path / "outbox"), str(share)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        seen = [int(running.stdout.readline()) for _ in range(saves)]
        running.kill()
        seen += [int(line) for line in running.stdout.read().splitlines() if line]
    deliver_pending(tmp_path / "outbox", load("sv"))
    latest = int(arrived(share).split("version ")[1].split("\n")[0].strip("'\" }"))
    assert latest >= seen[-1]
    assert [path.name for path in (share / NAME).glob("*.md")] == [FILE]


def test_the_marker_is_made_once(tmp_path: Path, share: Path) -> None:
    """The folder is known from the first delivery on."""
    with outbox(tmp_path, share) as running:
        running.save(record())
        assert running.settle(LONG).delivered
    assert (share / MARKER).is_file()


def test_an_overview_that_cannot_be_written_does_not_stop_the_record(tmp_path: Path, share: Path) -> None:
    """The overview can wait; the record cannot."""
    (share / overview.FILE).mkdir()
    with outbox(tmp_path, share) as running:
        running.save(record(finished=True))
        assert running.settle(LONG).delivered


def test_a_record_of_another_session_is_kept_apart(tmp_path: Path, share: Path) -> None:
    """Two sessions never share a folder."""
    other: Record = record(session="00000001")
    with outbox(tmp_path, share) as running:
        for one in (record(), other):
            running.save(one)
            assert running.settle(LONG).delivered
    assert len(list(share.glob("2026-11-21 *"))) == 2


def test_a_share_that_turns_read_only_gets_everything_when_it_can_be_written_again(tmp_path: Path) -> None:
    """The leader is told why; the record is whole on the laptop meanwhile."""
    share = tmp_path / "share"
    share.symlink_to(READ_ONLY)
    with outbox(tmp_path, share) as running:
        running.save(record("ett", finished=True))
        wait_for_trouble(running)
        assert isinstance(running.delivery().trouble, FolderReadOnly)
        assert "ett" in (tmp_path / "outbox" / NAME / FILE).read_text("utf-8")
        (tmp_path / "real").mkdir()
        share.unlink()
        share.symlink_to(tmp_path / "real")
        assert running.settle(LONG).delivered
    assert "ett" in arrived(tmp_path / "real")


def test_a_full_share_gets_everything_when_there_is_room_again(tmp_path: Path, share: Path) -> None:
    """Nothing half is left there, and nothing is lost here."""
    program = (
        "import resource, sys, time; from datetime import timedelta; from pathlib import Path\n"
        "from sessionrunner.storage.outbox import Outbox; from tests.storage.records import record\n"
        "quick, forever = (timedelta(milliseconds=10),), resource.RLIM_INFINITY\n"
        "running = Outbox(Path(sys.argv[1]), None, lambda one: one.lessons[0].text, pauses=quick)\n"
        "running.save(record('x' * 9000))\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, forever))\n"
        "running.change_target(Path(sys.argv[2]))\n"
        "while running.delivery().trouble is None or 'full' not in running.delivery().trouble.cause: time.sleep(0.01)\n"
        "print(running.delivery().trouble.cause, [p.name for p in Path(sys.argv[2]).rglob('*.md')])\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (forever, forever))\n"
        "print(running.settle(timedelta(seconds=120)).delivered)\n"
    )
    command = [sys.executable, "-c", program, str(tmp_path / "outbox"), str(share)]
    told = subprocess.run(command, capture_output=True, text=True, check=True, timeout=2 * PATIENCE)
    assert told.stdout == "lessons.full []\nTrue\n"
    assert arrived(share) == "x" * 9000
