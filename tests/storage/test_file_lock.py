"""One program at a time leads a session."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sessionrunner.storage import file_lock
from sessionrunner.storage.file_lock import Claim


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """As many tries, and no waiting between them."""
    monkeypatch.setattr(file_lock, "_PAUSES", (0.0,) * len(file_lock._PAUSES))


def test_whoever_only_looks_keeps_nobody_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rule: ``status`` asks by taking the lock for a moment; ``resume`` in that moment is no second window."""
    real, looking = file_lock._locked, [1, 2]

    def locked(path: Path) -> int | None:
        return None if looking and looking.pop() else real(path)

    monkeypatch.setattr(file_lock, "_locked", locked)
    claim = Claim(tmp_path / ".lock")
    assert claim.take()
    claim.release()


@pytest.fixture
def taken(tmp_path: Path) -> Iterator[Claim]:
    """Another window's."""
    claim = Claim(tmp_path / ".lock")
    assert claim.take()
    yield claim
    claim.release()


def test_what_another_has_is_not_taken(taken: Claim, tmp_path: Path) -> None:
    """The control: patience has an end, and looking takes nothing from anybody."""
    other = Claim(tmp_path / ".lock")
    assert other.is_taken() and not other.take() and taken.is_taken()
    taken.release()
    assert not other.is_taken() and other.take()
    other.release()
