"""Worker, database and laptop die one after the other while phones go on sending."""

import os
import signal
from collections import Counter
from pathlib import Path

import pytest

from tests.hall.postgres import Postgres
from tests.hall.serving import Hall
from tests.plain_program import PlainProgram
from tests.program import plain_text
from tests.via.crowd import Crowd
from tests.via.test_hour import end, leading, lesson_file, to_reflection

PHONES, EACH = 12, 10


@pytest.fixture
def laptop(tmp_path: Path, key: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program's own folder, and the key as the leader has it."""
    monkeypatch.setenv("SESSIONRUNNER_VIA_KEY", key)
    (tmp_path / "lessons").mkdir()
    return tmp_path / "state"


def test_nothing_acknowledged_is_lost_or_doubled_whatever_dies(served: Hall, laptop: Path, cluster: Postgres) -> None:
    """Rule: kill -9 of a worker, of PostgreSQL and of the laptop under load: 0 lost, 0 doubled."""
    with (
        leading(served, laptop, "--people", "200") as program,
        Crowd(to_reflection(program, laptop), PHONES, EACH) as crowd,
    ):
        crowd.wait(20)
        os.kill(served.workers[0], signal.SIGKILL)
        crowd.wait(40)
        cluster.kill()
        cluster.start()
        crowd.wait(70)
        program.kill()
        with PlainProgram("resume", "--plain", "--port", "0", state=laptop) as again:
            crowd.wait(PHONES * EACH)
            again.insist("reveal", "tänker")
            end(again)
    found = Counter(word for word in crowd.acknowledged for _ in range(_times(word, laptop)))
    assert found == Counter(dict.fromkeys(crowd.acknowledged, 1))
    assert len(crowd.acknowledged) == PHONES * EACH


def _times(text: str, laptop: Path) -> int:
    return plain_text(lesson_file(laptop)).count(text)
