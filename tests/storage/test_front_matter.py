"""The record at the head of a lesson file, on a share where another laptop saves in the same moment."""

import errno
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

import pytest

from sessionrunner.storage import front_matter
from tests.storage.records import lesson_file

Refuse = Callable[[int, int], list[OSError]]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A lesson file."""
    (tmp_path / "lärdomar.md").write_text(lesson_file(), "utf-8")
    return tmp_path / "lärdomar.md"


@pytest.fixture
def refuse(monkeypatch: pytest.MonkeyPatch) -> Refuse:
    """Lets files be refused with this error so many times from now on; gives those that are still to come."""
    real = Path.open

    def refuse(number: int, times: int) -> list[OSError]:
        refusals = [OSError(number, "nej") for _ in range(times)]

        def open_file(path: Path, mode: str) -> IO[Any]:
            if refusals:
                raise refusals.pop()
            return real(path, mode)

        monkeypatch.setattr(Path, "open", open_file)
        return refusals

    return refuse


def test_a_file_that_was_replaced_since_it_was_looked_up_is_looked_up_again(file: Path, refuse: Refuse) -> None:
    """Rule: what a colleague saves in the same moment is read, and not told as a file that cannot be."""
    refuse(errno.ESTALE, 1)
    assert front_matter.read(file)["title"] == "Min uppgift"


def test_a_file_that_stays_stale_is_told(file: Path, refuse: Refuse) -> None:
    """The control: it is looked up once more, and then what the system said is what is raised."""
    refuse(errno.ESTALE, 2)
    with pytest.raises(OSError, match="nej"):
        front_matter.read(file)


@pytest.mark.parametrize("number", [errno.EACCES, errno.EIO])
def test_other_trouble_is_told_at_once(file: Path, refuse: Refuse, number: int) -> None:
    """Rule: nobody asks a share twice that does not let anybody in, or does not answer."""
    left = refuse(number, 2)
    with pytest.raises(OSError, match="nej"):
        front_matter.read(file)
    assert len(left) == 1
