"""Which of what was interrupted is offered first."""

from pathlib import Path

import pytest

from sessionrunner.cli.arguments import Arguments
from sessionrunner.cli.choosing import host_for
from sessionrunner.cli.places import Places
from sessionrunner.cli.unfinished import LaptopUnfinished
from sessionrunner.locale import load
from sessionrunner.storage.session_folder import SessionFolder
from sessionrunner.tui.start import Waiting


def offered(tmp_path: Path, *walls: str) -> Waiting:
    """What the library offers when sessions were last alive at these moments, numbered from 0."""
    for number, wall in enumerate(walls):
        folder = SessionFolder(tmp_path / "state" / "sessions", f"0000000{number}")
        folder.path.mkdir(parents=True)
        folder.write_status({"exercise": "introduktion/min-uppgift", "stage": "running", "wall": wall})
    words = load("sv")
    host = host_for(Arguments(), words, Places(tmp_path / "state", tmp_path / "settings.yaml", tmp_path / "own"))
    try:
        return LaptopUnfinished(host, words).waiting()
    finally:
        host.shutdown()


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("2024-11-20T09:00:00+01:00", "2024-11-21T08:00:00+01:00"),
        ("2024-12-31T23:59:00+01:00", "2025-01-01T00:01:00+01:00"),
        ("2024-10-27T02:50:00+02:00", "2024-10-27T02:10:00+01:00"),
        ("", "2024-11-20T09:00:00+01:00"),
        ("0001-01-01T00:00:00", "2024-11-20T09:00:00+01:00"),
    ],
)
def test_what_was_led_last_is_offered(tmp_path: Path, earlier: str, later: str) -> None:
    """Over New Year too, and when the clock was set back in between; a moment nobody can tell comes last."""
    assert offered(tmp_path, later, earlier).id == "00000000"
    assert "kl. " in offered(tmp_path / "other", earlier, later).line
    assert offered(tmp_path / "third", earlier, later).id == "00000001"
