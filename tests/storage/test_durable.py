"""Files that a virus scanner, a sync program or another window holds for a moment."""

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from sessionrunner.storage import durable
from sessionrunner.storage.plain_json import read_table

IN_USE = PermissionError(errno.EACCES, "Åtkomst nekad")


def busy(times: int, trouble: OSError = IN_USE) -> Callable[[], str]:
    """Something that is refused so many times before it is done."""
    refusals = [trouble] * times

    def act() -> str:
        if refusals:
            raise refusals.pop()
        return "gjort"

    return act


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """As many tries, and no waiting between them."""
    monkeypatch.setattr(durable, "_PAUSES", (0.0,) * len(durable._PAUSES))


@pytest.mark.parametrize("number", [errno.EACCES, errno.EBUSY, errno.ENOTEMPTY, errno.ESTALE])
def test_what_is_in_use_for_a_moment_is_tried_again(number: int) -> None:
    """Rule: the leader hears nothing of a scanner that looks at a file which has just been written."""
    assert durable.patiently(busy(len(durable._PAUSES), OSError(number, "upptagen"))) == "gjort"


def test_what_stays_in_use_is_told() -> None:
    """The control: patience has an end, and what the system said is what is raised."""
    with pytest.raises(PermissionError):
        durable.patiently(busy(len(durable._PAUSES) + 1))


def test_windows_own_word_for_a_file_in_use_counts() -> None:
    """Rule: WinError 32 and 33, whatever number other systems know them by."""
    trouble = OSError(errno.EINVAL, "används av en annan process")
    trouble.winerror = 32  # type: ignore[attr-defined]  # has it there only
    assert durable.patiently(busy(1, trouble)) == "gjort"


@pytest.mark.parametrize("number", [errno.ENOENT, errno.ENOSPC, errno.EROFS])
def test_what_waiting_does_not_help_is_told_at_once(number: int) -> None:
    """Rule: nobody waits for a full disk."""
    with pytest.raises(OSError, match="nej") as told:
        durable.patiently(busy(1, OSError(number, "nej")))
    assert told.value.errno == number


def test_a_table_that_is_in_use_is_not_taken_for_an_empty_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rule: else what the leader had written would be written over with the one new line."""
    (tmp_path / "own.json").write_text('{"steg": "ord"}', "utf-8")
    real, refused = Path.read_text, busy(2)

    def read_text(path: Path, encoding: str) -> str:
        refused()
        return real(path, encoding)

    monkeypatch.setattr(Path, "read_text", read_text)
    assert read_table(tmp_path / "own.json") == {"steg": "ord"}
