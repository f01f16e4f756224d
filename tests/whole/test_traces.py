"""What a session leaves on the laptop: little while it lasts, for one user only, and nothing afterwards."""

import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.plain_program import PlainProgram
from tests.program import post_answer
from tests.storage.canary import contents, names_under

NAMES = ("Kanariaevig", "Papegojsson", "Undulatsdotter", "Tukanberg", "Kolibristam")
ANSWERS = tuple(f"Rödhakesång {number}" for number in range(5))
EXERCISE = Path(__file__).parents[1] / "faults" / "exercise.yaml"
NOTE = "Näktergalsnotis"


@dataclass
class Traces:
    """Where a session may leave something."""

    state: Path
    temporary: Path
    lessons: Path

    def found(self, canaries: Iterable[str]) -> set[str]:
        """Those of the words that stand in any file of the program's own."""
        wanted = list(canaries)
        return names_under(self.state, wanted) | names_under(self.temporary, wanted)

    def holds(self, key: bytes) -> bool:
        """Whether any file of the program's own has these bytes, or a part of them."""
        pieces = [key[at : at + 16] for at in range(0, len(key) - 15, 16)]
        return any(
            piece in one for place in (self.state, self.temporary) for one in contents(place) for piece in pieces
        )

    def open_to_others(self) -> list[str]:
        """Files and folders that somebody else on this laptop may look into."""
        loose = []
        for path in sorted(self.state.rglob("*")):
            with suppress(FileNotFoundError):  # just replaced
                if stat.S_IMODE(path.stat().st_mode) & 0o077:
                    loose.append(str(path.relative_to(self.state)))
        return loose


@contextmanager
def led(traces: Traces) -> Iterator[PlainProgram]:
    """An hour of five, all of whom have answered, in the step that collects."""
    people = traces.lessons.parent / "people.txt"
    people.write_text("\n".join(NAMES), "utf-8")
    where = ("--lessons", str(traces.lessons), "--address", "127.0.0.1", "--port", "0")
    arguments = ("run", str(EXERCISE), "--plain", "--people", str(people), *where)
    with PlainProgram(*arguments, state=traces.state, wrapper=("env", f"TMPDIR={traces.temporary}")) as program:
        phones = program.hear("Telefoner: ").removeprefix("Telefoner: ")
        program.say("next")
        program.hear("Egen reflektion")
        assert {post_answer(phones, "reflektion", {"tar-med": text}) for text in ANSWERS} == {201}
        program.say(f"note {NOTE}")
        program.hear("Antecknat")
        yield program


def end(program: PlainProgram) -> None:
    """Sum up, save, and leave."""
    program.say("next")
    program.hear("Gemensam avslutning")
    program.save()
    program.end()


@pytest.fixture
def traces(tmp_path: Path) -> Traces:
    for name in ("lessons", "temporary"):
        (tmp_path / name).mkdir()
    return Traces(tmp_path / "state", tmp_path / "temporary", tmp_path / "lessons")


def test_a_session_leaves_nothing_but_its_lessons(traces: Traces) -> None:
    """Rule: after the end no name, note, answer or key is left; the same search finds them while the hour lasts."""
    with led(traces) as program:
        (key_file,) = traces.state.glob("sessions/*/box/*key*")
        key = key_file.read_bytes()
        assert traces.found((*NAMES, NOTE, *ANSWERS)) == {*NAMES, NOTE}, "sealed answers are in no file"
        assert traces.holds(key)
        limits = Path(f"/proc/{program.process}/limits").read_text("utf-8")
        assert next(line.split()[4:6] for line in limits.splitlines() if "core file" in line) == ["0", "0"]
        end(program)
    assert traces.found((*NAMES, NOTE, *ANSWERS)) == set()
    assert not traces.holds(key)


def test_what_a_session_keeps_is_for_one_user_only(traces: Traces) -> None:
    """Rule: other accounts of the laptop see neither names nor keys nor how the session is doing."""
    with led(traces):
        assert list(traces.state.glob("sessions/*/box/*"))
        assert traces.open_to_others() == []
        loose = traces.state / "loose"
        loose.touch(0o644)
        assert traces.open_to_others() == ["loose"]
