"""A database for a module, and an empty one for every test."""

from collections.abc import Iterator

import psycopg
import pytest

from sessionrunner.hall import keys
from sessionrunner.hall.database import Database, in_turn
from sessionrunner.hall.migrating import migrate
from sessionrunner.hall.store import Store
from tests.hall.postgres import Postgres


@pytest.fixture(scope="module")
def cluster() -> Iterator[Postgres]:
    postgres = Postgres()
    postgres.start()
    with psycopg.connect(postgres.url, autocommit=True) as connection:
        migrate(connection)
    yield postgres
    postgres.stop()


@pytest.fixture
def database(cluster: Postgres) -> Postgres:
    """Nothing in it: no room, no key."""
    with psycopg.connect(cluster.url, autocommit=True) as connection:
        # Workers may be reading meanwhile: rows are removed beside them, whole tables are not emptied under them.
        in_turn(lambda: connection.execute("DELETE FROM access_keys"))
    return cluster


@pytest.fixture
def key(database: Postgres) -> str:
    """A leader's access key, named Norr."""
    with psycopg.connect(database.url, autocommit=True) as connection:
        return keys.make(connection, "Norr")


@pytest.fixture
def store(database: Postgres) -> Iterator[Store]:
    there = Database(database.url)
    there.open()
    yield Store(there)
    there.close()
