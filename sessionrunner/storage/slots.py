"""A database of equal slots, written in place: where something lies says nothing about when it came."""

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path, PurePath
from urllib.parse import quote

from sessionrunner.storage import durable
from sessionrunner.storage.sealing import SLOT

JOURNAL_SUFFIX = "-journal"
"""What SQLite adds to the name of its rollback journal."""
PAGE = 4096
"""Bytes of one page of the database, and so of one slot on the disk."""
_TABLE = "CREATE TABLE slot (number INTEGER PRIMARY KEY, content BLOB NOT NULL)"
_DAMAGE = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_FORMAT})
_SETTINGS = (
    # The free list, the order of rows and a write-ahead log would each remember the order; a rollback journal cut to
    # nothing after every commit does not.
    "PRAGMA journal_mode = TRUNCATE",
    # The compiled default may be weaker, and what has been acknowledged must survive a power cut.
    "PRAGMA synchronous = FULL",
    "PRAGMA fullfsync = ON",  # macOS leaves content in the drive's cache otherwise
    # Two programs that answer for the same slots would write over each other's answers.
    "PRAGMA locking_mode = EXCLUSIVE",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA trusted_schema = OFF",
)


class _Damaged(sqlite3.DatabaseError):
    """SQLite's own check has found something wrong with the file."""


class Slots:
    """Slots in one SQLite file, each known by its number; sqlite3.Error when the disk or the file lets it down.

    The caller sees to it that one thread at a time uses it.
    """

    def __init__(self, file: Path) -> None:
        """Open an existing file for ourselves alone: an interrupted write is rolled back, a damaged file mended."""
        self._file = file
        self._open: sqlite3.Connection | None = None
        self.numbers: tuple[int, ...] = ()
        """Every slot there is, in the order they lie on the disk."""
        try:
            self.numbers = self._checked()
        except (sqlite3.Error, UnicodeDecodeError) as error:
            self.close()
            if not _damaged(error):
                raise
            _mend(file)
            self.numbers = self._checked()

    @classmethod
    def create(cls, file: Path, contents: Iterable[bytes]) -> "Slots":
        """A new file with these contents; OSError or sqlite3.Error when it cannot be written."""
        durable.create_private(file)
        _fill(file, contents)
        return cls(file)

    def read(self, number: int) -> bytes:
        """What lies in a slot."""
        with self._connection().blobopen("slot", "content", number, readonly=True) as blob:
            return blob.read()

    def write(self, contents: Mapping[int, bytes]) -> None:
        """Replace the contents of these slots, all or none, and return when they are on disk."""
        try:
            with _transaction(self._connection()) as connection:
                # SQLite's journal notes pages as they are touched: ascending, so that a crash leaves no other order.
                for number in sorted(contents):
                    with connection.blobopen("slot", "content", number) as blob:
                        blob.write(contents[number])
        except sqlite3.Error:
            # A connection that has met a failing disk may refuse for good; a new one rolls back and goes on.
            self.close()
            raise

    def setting(self, name: str) -> object:
        """The value of one of SQLite's settings as it is in force."""
        value: object = self._connection().execute(f"PRAGMA {name}").fetchone()[0]
        return value

    def close(self) -> None:
        """Let go of the file until it is used again."""
        if self._open is not None:
            self._open.close()
            self._open = None

    def _connection(self) -> sqlite3.Connection:
        if self._open is None:
            self._open = _connect(self._file)
        return self._open

    def _checked(self) -> tuple[int, ...]:
        tables = self._connection().execute("SELECT sql FROM sqlite_master").fetchall()
        if tables != [(_TABLE,)] or self.setting("integrity_check") != "ok":
            raise _Damaged
        rows = self._connection().execute("SELECT number FROM slot WHERE length(content) = ? ORDER BY number", (SLOT,))
        return tuple(number for (number,) in rows)


def _connect(file: Path) -> sqlite3.Connection:
    # Opened by URI, so that a missing file is an error instead of a new, empty one.
    connection = sqlite3.connect(
        f"{address(file.absolute())}?mode=rw", uri=True, timeout=1, isolation_level=None, check_same_thread=False
    )
    try:
        with _transaction(_set_up(connection)):
            return connection
    except (sqlite3.Error, UnicodeDecodeError):
        connection.close()
        raise


def address(file: PurePath) -> str:
    """The file as SQLite's URI; unlike others', it has no server in it, and a share's path keeps both its slashes."""
    path = file.as_posix()
    return f"file://{'' if path.startswith('/') else '/'}{quote(os.fsencode(path), safe='/:')}"


def _set_up(connection: sqlite3.Connection) -> sqlite3.Connection:
    for setting in _SETTINGS:
        connection.execute(setting)
    return connection


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """All or nothing; what goes wrong is rolled back by whoever opens the file next."""
    connection.execute("BEGIN EXCLUSIVE")
    yield connection
    connection.execute("COMMIT")


def _fill(file: Path, contents: Iterable[bytes]) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA page_size = {PAGE}")
        with _transaction(_set_up(connection)):
            connection.execute(_TABLE)
            connection.executemany("INSERT INTO slot (content) VALUES (?)", ((content,) for content in contents))


def _damaged(error: sqlite3.Error | UnicodeDecodeError) -> bool:
    """Whether it is the file's content that is wrong, and not the disk, the permissions or another program."""
    # SQLite names what it finds wrong in the words of the damaged file, which need not be text any more.
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF in _DAMAGE


def _mend(file: Path) -> None:
    """Build the file anew from its pages: every slot ends where a page ends, so it can be found without SQLite."""
    raw = file.read_bytes()
    # SQLite's own pages after the header come along as free slots: no key opens what is in them.
    pages = [raw[at : at + PAGE] for at in range(PAGE, len(raw), PAGE)]
    mended = file.with_name(f"{file.name}.mended")
    durable.erase(mended)
    Slots.create(mended, (page[-SLOT:] for page in pages if len(page) == PAGE)).close()
    for written in (file, mended):
        durable.erase(written.with_name(written.name + JOURNAL_SUFFIX))
    durable.take_the_place_of(file, mended)
    durable.sync_folder(file.parent)
