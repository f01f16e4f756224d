"""The way to the shared folder, when the leader is quicker than the folder."""

from datetime import timedelta
from pathlib import Path
from queue import Queue
from threading import Semaphore

import pytest

from sessionrunner.core.text import SessionRunnerError
from sessionrunner.ports import Delivery
from sessionrunner.storage.courier import Courier
from sessionrunner.storage.folder_trouble import FileInUse
from sessionrunner.storage.outbox_entry import Entry
from tests.program import PATIENCE


class SlowFolder:
    """Answers when it is told to, and always that somebody has the file open."""

    def __init__(self) -> None:
        self.asked = Semaphore(0)
        self.answers: Queue[SessionRunnerError] = Queue()

    def carry(self, entry: Entry) -> tuple[Path | None, SessionRunnerError | None]:
        """Why it did not arrive."""
        self.asked.release()
        return None, self.answers.get(timeout=PATIENCE)


@pytest.mark.parametrize(("elsewhere", "told"), [(False, True), (True, False)])
def test_who_saves_again_before_the_folder_has_answered_hears_what_it_says(
    tmp_path: Path, elsewhere: bool, told: bool
) -> None:
    """Rule: an impatient leader is not kept in the dark; what another folder said is nothing to this one."""
    folder, pauses = SlowFolder(), (timedelta(hours=1),)
    courier = Courier(folder.carry, lambda place: True, pauses)
    first, second = tmp_path / "first", tmp_path / "second"
    courier.send(Entry(first), Delivery(first, first, delivered=False))
    assert folder.asked.acquire(timeout=PATIENCE)
    again = second if elsewhere else first
    courier.send(Entry(again), Delivery(again, again, delivered=False))
    folder.answers.put(FileInUse(folder="x"))
    assert folder.asked.acquire(timeout=PATIENCE)  # for what was sent last
    with courier.changed:
        trouble = courier.delivery.trouble
    folder.answers.put(FileInUse(folder="x"))
    courier.stop()
    assert isinstance(trouble, FileInUse) == told
