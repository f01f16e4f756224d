"""A server with a database of its own, and a leader's key to it."""

from collections.abc import Iterator

import pytest

from tests.hall.conftest import cluster, database, key
from tests.hall.postgres import Postgres
from tests.hall.serving import Hall, hall

__all__ = ["cluster", "database", "key"]


@pytest.fixture(scope="module")
def served(cluster: Postgres) -> Iterator[Hall]:
    """Nobody stands in front of it: laptop and phones reach it by its address."""
    with hall(cluster, workers=2, public="") as running:
        yield running
