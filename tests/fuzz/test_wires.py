"""Whatever comes over the network, the server answers in plain words or hangs up, and serves the next one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fuzz.targets import Target, broken
from tests.fuzz.wires import FORMS, Collecting, Judge, collecting, form, targets


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collecting]:
    with collecting(tmp_path_factory.mktemp("room")) as running:
        yield running


@pytest.mark.parametrize("name", ["form", "raw"])
def test_whatever_is_sent_is_answered_in_plain_words_or_hung_up_on(name: str, room: Collecting, tmp_path: Path) -> None:
    """Rule: never a 500, never a traceback, a receipt for what is kept and for nothing else."""
    one = next(target for target in targets(room) if target.name == name)
    kept = [file.read_bytes() for file in one.kept()]
    found = list(broken(one, iter([*one.seeds, *kept, *one.cases(one.count, seed=1)]), tmp_path))
    assert found == []


def test_a_receipt_for_nothing_would_be_noticed(room: Collecting, tmp_path: Path) -> None:
    """The control: a box that forgets what it has acknowledged."""
    forgetful = Judge(room)
    room.desk.answers.received = lambda: {}  # type: ignore[method-assign]
    assert list(broken(Target("control", FORMS, forgetful.form), iter(FORMS[:1]), tmp_path))
    assert b" 201 " in room.exchange(form(FORMS[0]))[:20]
    del room.desk.answers.received
