"""A Word file asked for in the room travels as safely as the lessons themselves."""

from pathlib import Path

import pytest

from sessionrunner.core.copies import Copy
from tests.storage.records import record
from tests.storage.test_outbox import FILE, LONG, NAME, outbox, share

__all__ = ["share"]
WORD = Copy("lärdomar.docx", b"PK word")


def test_a_copy_lies_beside_the_lessons(tmp_path: Path, share: Path) -> None:
    """In the session's own folder."""
    with outbox(tmp_path, share) as running:
        running.save(record())
        running.attach(record(), WORD)
        assert running.settle(LONG).delivered
    assert (share / NAME / WORD.name).read_bytes() == WORD.content
    assert (share / NAME / FILE).exists()


def test_a_copy_waits_on_the_laptop_while_the_folder_is_away(tmp_path: Path) -> None:
    """And goes there with everything else when the folder is back, though the lessons were saved again meanwhile."""
    away = tmp_path / "share"
    with outbox(tmp_path, away) as running:
        running.save(record())
        running.attach(record(), WORD)
        running.save(record(finished=True))
        assert (tmp_path / "outbox" / NAME / WORD.name).read_bytes() == WORD.content
        away.mkdir()
        assert running.settle(LONG).delivered
    assert (away / NAME / WORD.name).exists()


def test_a_copy_made_afterwards_leaves_what_colleagues_have_edited(tmp_path: Path, share: Path) -> None:
    """The lessons are delivered and in somebody's hands; the copy is one more file and nothing else."""
    with outbox(tmp_path, share) as running:
        running.save(record(finished=True))
        assert running.settle(LONG).kept is None
        (share / NAME / FILE).write_text("Ändrad av Bo", "utf-8")
        running.attach(record(finished=True), WORD)
        assert running.settle(LONG).kept is None
    assert (share / NAME / FILE).read_text("utf-8") == "Ändrad av Bo"
    assert sorted(path.name for path in (share / NAME).iterdir()) == sorted([FILE, WORD.name])


@pytest.mark.parametrize("times", [2, 3])
def test_asking_again_gives_no_second_file(tmp_path: Path, share: Path, times: int) -> None:
    """The same summary gives the same file."""
    with outbox(tmp_path, share) as running:
        running.save(record(finished=True))
        for _ in range(times):
            running.attach(record(finished=True), WORD)
            assert running.settle(LONG).delivered
    assert len(list((share / NAME).iterdir())) == 2
