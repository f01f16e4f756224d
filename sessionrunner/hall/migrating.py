"""Brings the database to the shape this version of the program needs; every step is taken once and whole."""

from importlib import resources

from psycopg import Connection

_LOCK = 7_160_451
"""Any number that is ours: workers that start together must not take the same step twice."""


def migrate(connection: Connection[tuple[object, ...]]) -> tuple[str, ...]:
    """Take the steps that have not been taken, each in a transaction of its own; their names."""
    connection.execute("SELECT pg_advisory_lock(%s)", (_LOCK,))
    try:
        with connection.transaction():
            connection.execute("CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY)")
        pending = missing(connection)
        for name in pending:
            with connection.transaction():
                connection.execute(_text(name).encode())
                connection.execute("INSERT INTO migrations VALUES (%s)", (name,))
        return pending
    finally:
        connection.execute("SELECT pg_advisory_unlock(%s)", (_LOCK,))


def missing(connection: Connection[tuple[object, ...]]) -> tuple[str, ...]:
    """Steps that have not been taken, in order; all of them in a database that has never been prepared."""
    there = connection.execute("SELECT to_regclass('migrations') IS NOT NULL").fetchone()
    taken = connection.execute("SELECT name FROM migrations").fetchall() if there and there[0] else []
    done = {row[0] for row in taken}
    return tuple(name for name in _names() if name not in done)


def _names() -> list[str]:
    folder = resources.files(__package__).joinpath("migrations")
    return sorted(file.name for file in folder.iterdir() if file.name.endswith(".sql"))


def _text(name: str) -> str:
    return resources.files(__package__).joinpath("migrations", name).read_text("utf-8")
