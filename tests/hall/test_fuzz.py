"""A laptop with another version, or an enemy with a key, harms no room but its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fuzz.halls import target
from tests.fuzz.targets import broken
from tests.hall.postgres import Postgres
from tests.hall.serving import Hall, hall


@pytest.fixture(scope="module")
def served(cluster: Postgres) -> Iterator[Hall]:
    with hall(cluster) as running:
        yield running


def test_odd_words_of_a_laptop_are_taken_or_refused(served: Hall, key: str, tmp_path: Path) -> None:
    """Rule: never a 500, and phones see the room as it last made sense."""
    one = target(served, key)
    kept = [file.read_bytes() for file in one.kept()]
    found = list(broken(one, iter([*one.seeds, *kept, *one.cases(one.count, seed=1)]), tmp_path))
    assert found == []
