"""Nobody can tell from the files in which order the answers came, not even with the key in hand."""

import itertools
import sqlite3
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import mean

import pytest

from sessionrunner.storage.box import SealedBox
from sessionrunner.storage.sealing import SLOT
from sessionrunner.storage.slots import PAGE, Slots
from tests.storage.reflection import ASKED, STEP, number, places, program, submission, text

SESSIONS = 260
ANSWERS = 24
TOLERANCE = 0.025
"""Five and a half standard deviations (0.0045) of the mean over the sessions, when the positions say nothing: passed by
chance once in twenty-five million times."""


def concordance(positions: Sequence[float]) -> float:
    """How much of the order of arrival the positions give away: 1 all of it, 0.5 nothing, 0 all of it backwards."""
    pairs = list(itertools.combinations(positions, 2))
    return mean(0.5 if first == second else float(first < second) for first, second in pairs)


def in_order_of_arrival(found: dict[int, int]) -> list[float]:
    return [found[which] for which in range(ANSWERS)]


@pytest.fixture(scope="module")
def sessions(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, "subprocess.Popen[str]"]]:
    folder = tmp_path_factory.mktemp("sessions")
    command = program("roomful", folder, SESSIONS, ANSWERS)
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == f"stored {SESSIONS}\n"
        yield folder, child
        child.kill()


def test_neither_files_nor_screen_give_the_order_away(sessions: tuple[Path, "subprocess.Popen[str]"]) -> None:
    """While the session runs, killed, opened and closed: the order is drawn by lot."""
    folder, child = sessions
    measured = {"live": recovered(folder)}
    child.kill()
    child.wait()
    measured["killed"] = recovered(folder)
    measured["shown"] = mean(shown(folder / str(session)) for session in range(SESSIONS))
    measured["closed"] = recovered(folder)
    assert {state: value for state, value in measured.items() if abs(value - 0.5) > TOLERANCE} == {}
    assert plain_table(folder) == 1.0


def shown(folder: Path) -> float:
    """The same for the order in which the leader sees the answers."""
    box = SealedBox.open(folder)
    answers = [number(answer) for answer in box.mixed(STEP)[ASKED.id]]
    box.close()
    return concordance([answers.index(which) for which in range(ANSWERS)])


def recovered(folder: Path) -> float:
    """Mean over all sessions; the box has no other file an order could be in."""
    for session in range(SESSIONS):
        sizes = {file.name: file.stat().st_size for file in (folder / str(session)).iterdir()}
        assert sizes == {"box.key": 96, "box.db": sizes["box.db"], "box.db-journal": 0}
    return mean(concordance(in_order_of_arrival(places(folder / str(session)))) for session in range(SESSIONS))


def plain_table(folder: Path) -> float:
    """The control: the same answers in a table as most programs would have it, measured the same way."""
    table = sqlite3.connect(folder / "plain.db")
    table.execute("CREATE TABLE answer (id TEXT PRIMARY KEY, text TEXT)")
    for which in range(ANSWERS):
        table.execute("INSERT INTO answer VALUES (?, ?)", (submission(which).id, text(which)))
        table.commit()
    rows = table.execute("SELECT text, rowid FROM answer").fetchall()
    table.close()
    return concordance(in_order_of_arrival({number(answer): rowid for answer, rowid in rows}))


def test_a_commit_cut_off_halfway_leaves_no_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the laptop dies in the middle of a commit, SQLite's journal lists its pages by number, not by arrival."""
    noted: list[list[int]] = []
    slots = Slots.create(tmp_path / "box.db", [bytes([which]) * SLOT for which in range(40)])
    connection = slots._connection()
    connection.set_trace_callback(
        lambda statement: noted.append(pages(tmp_path)) if statement == "COMMIT" else None,
    )
    slots.write({which: bytes(SLOT) for which in (31, 4, 17, 39, 8, 22)})
    connection.set_trace_callback(None)
    slots.close()
    assert noted == [sorted(noted[0])]
    assert len(noted[0]) == 6


def pages(folder: Path) -> list[int]:
    """The numbers of the pages in a rollback journal, in the order they lie there."""
    content = (folder / "box.db-journal").read_bytes()
    sector, record = 512, PAGE + 8
    starts = range(sector, len(content) - record + 1, record)
    return [int.from_bytes(content[start : start + 4], "big") for start in starts]
