"""Groups made days before the hour."""

import stat
from datetime import date, timedelta
from pathlib import Path

from sessionrunner.core.commands import Open
from sessionrunner.core.session import Event, Instant
from sessionrunner.storage.prepared import PreparedGroups

OPENED = Event(Instant(timedelta()), "2026-11-20T15:00:00+01:00", Open(("Ann", "Bo", "Cia"), 4))
DAY = date(2026, 11, 20)


def test_what_was_prepared_is_there_the_next_day(tmp_path: Path) -> None:
    """An exercise a file, readable by this user only."""
    PreparedGroups(tmp_path).begin("introduktion/min-uppgift", DAY, "sv").append([OPENED])
    again = PreparedGroups(tmp_path)
    assert again.read("introduktion/min-uppgift") == (OPENED,)
    assert again.read("introduktion/annan") == ()
    assert [stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()] == [0o600]


def test_preparing_goes_on_where_it_was(tmp_path: Path) -> None:
    """Undo reaches back over the night."""
    PreparedGroups(tmp_path).begin("ovning", DAY, "sv").append([OPENED])
    PreparedGroups(tmp_path).go_on("ovning").append([OPENED])
    assert PreparedGroups(tmp_path).read("ovning") == (OPENED, OPENED)


def test_preparing_anew_leaves_nothing_of_the_old(tmp_path: Path) -> None:
    """Other people, other groups."""
    prepared = PreparedGroups(tmp_path)
    prepared.begin("ovning", DAY, "sv").append([OPENED])
    prepared.begin("ovning", DAY, "sv")
    assert prepared.read("ovning") == ()
    prepared.forget("ovning")
    assert list(tmp_path.iterdir()) == []
