"""Where the box's file lies, as SQLite is told."""

import sqlite3
from contextlib import closing
from pathlib import Path, PurePath, PureWindowsPath

import pytest

from sessionrunner.storage.slots import address


@pytest.mark.parametrize(
    ("place", "told"),
    [
        (r"C:\Users\Åsa Ö\box.db", "file:///C:/Users/%C3%85sa%20%C3%96/box.db"),
        (r"\\server\delat\a#1\box.db", "file:////server/delat/a%231/box.db"),
    ],
)
def test_a_path_of_windows_is_told_as_sqlite_takes_it(place: str, told: str) -> None:
    """Rule: a profile that lies on a server is no other host to SQLite, which refuses hosts."""
    path: PurePath = PureWindowsPath(place)
    assert address(path) == told


def test_a_server_in_the_address_would_be_refused(tmp_path: Path) -> None:
    """The control: what Python's own way of writing addresses comes to."""
    with pytest.raises(sqlite3.OperationalError, match="authority"):
        sqlite3.connect(PureWindowsPath(r"\\server\delat\box.db").as_uri(), uri=True)


def test_signs_of_an_address_in_a_name_are_part_of_the_name(tmp_path: Path) -> None:
    """Rule: whatever the leader's folder is called."""
    file = tmp_path / "å #?%20.db"
    file.touch()
    with closing(sqlite3.connect(f"{address(file)}?mode=rw", uri=True)) as connection:
        assert connection.execute("PRAGMA database_list").fetchone()[2] == str(file)
