"""A colleague has the record on the share open while the program saves: the whole hour over a real Samba server."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.faults import share_disk
from tests.faults.hour import Hour, answers
from tests.faults.oracle import Harm, harms, numbers
from tests.plain_program import PlainProgram
from tests.program import lesson_files, plain_text
from tests.storage.samba import Server, samba

IN_USE = "är öppen i ett annat program"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A Samba server with an empty share."""
    with samba(tmp_path_factory.mktemp("samba")) as running:
        yield running


class SambaHour(Hour):
    """An hour whose shared folder is a folder of its own on that server."""

    def __init__(self, folder: Path, server: Server, mistake: str = "") -> None:
        super().__init__(folder, share_disk.wrapper(folder / "mounted", server.port), mistake)
        self.lessons = folder / "mounted" / folder.name
        self.behind = server.folder / folder.name
        self.behind.mkdir()
        self._port = server.port

    @contextmanager
    def colleague(self, file: Path) -> Iterator[None]:
        """Another laptop has the file open, and lets nobody else at it, for as long as this lasts."""
        command = [sys.executable, "-m", "tests.storage.holder", str(self._port), self.behind.name]
        with subprocess.Popen(
            [*command, *file.relative_to(self.behind).parts], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as holder:
            assert holder.stdout is not None and holder.stdout.readline() == "held\n"
            yield
            holder.communicate()

    def record(self) -> Path:
        """The one record on the share, seen from behind it."""
        (found,) = lesson_files(self.behind)
        return found

    def kept(self) -> list[int]:
        """What is complete on the laptop."""
        (found,) = (self.state / "outbox").glob("*/lärdomar.md")
        return numbers(plain_text(found.read_text("utf-8")))

    def first_saved(self, program: PlainProgram) -> None:
        """Answers and a line, and a record of them on the share."""
        self.send_all(range(8))
        self.write_down(program, 900_001)
        program.save()

    def judged(self, usable: bool = True) -> set[Harm]:
        """All that has gone wrong, by what lies on the share in the end."""
        self.lessons = self.behind
        return harms(self.evidence(self.in_lessons(), usable))


def test_a_record_that_a_colleague_has_open_is_put_right_when_it_is_closed(tmp_path: Path, server: Server) -> None:
    """Whole on the laptop meanwhile, the leader hears why, and one record lies there in the end."""
    hour = SambaHour(tmp_path, server)
    with hour.run() as program:
        hour.first_saved(program)
        with hour.colleague(hour.record()):
            hour.write_down(program, 900_002)
            program.insist("save", IN_USE)
            usable = answers(program)
            assert 900_002 in hour.kept()
        hour.end(program)
    assert hour.judged(usable) == set()
    assert [one.name for one in hour.record().parent.iterdir() if one.suffix == ".md"] == ["lärdomar.md"]


@pytest.mark.parametrize(("mistake", "expected"), [("", set()), ("direct", {Harm.LOST})])
def test_a_record_that_is_open_until_the_end_comes_with_the_next_start(
    tmp_path: Path, server: Server, mistake: str, expected: set[Harm]
) -> None:
    """Nobody has to remember anything; a program that saves straight to the share is found out."""
    hour = SambaHour(tmp_path, server, mistake)
    with hour.run() as program:
        hour.first_saved(program)
        with hour.colleague(hour.record()):
            hour.end(program, "Sparat ")
    with hour.start() as program:
        program.hear("Telefoner: ")
        hour.delivered()
        program.end()
    assert hour.judged() == expected
