"""An hour with the real program: a leader who types, phones that send and try again, and what is left afterwards."""

import http.client
import json
import os
import threading
import time
import urllib.parse
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

from sessionrunner.core.exercise import Mode, Question, QuestionKind, Step
from sessionrunner.storage.box import SealedBox
from tests.faults.oracle import Evidence, line, numbers, text
from tests.faults.twins import twin
from tests.plain_program import PlainProgram
from tests.program import PATIENCE, lesson_files, plain_text

EXERCISE = Path(__file__).with_name("exercise.yaml")
FIGURES = "SESSIONRUNNER_FAULT_FIGURES"
"""The environment variable that says which file measured times are added to, if any."""
_NAMES = ["Kanarin Ask", "Kanarin Björk", "Kanarin Cedergren", "Kanarin Dahl", "Kanarin Ek", "Kanarin Fors"]


class Hour:
    """One session, from its beginning over its troubles to its end."""

    def __init__(self, folder: Path, wrapper: Sequence[str] = (), mistake: str = "", people: int = 60) -> None:
        """``wrapper`` is what the program runs inside of; ``mistake`` turns it into one of its twins."""
        self.folder = folder
        self.disk = folder / "disk"
        """Everything the program writes is under it."""
        self.state = self.disk / "state"
        self.lessons = self.disk / "lessons"
        self.exercise = folder / "exercise.yaml"
        self.acknowledged: list[int] = []
        self.sent: set[int] = set()
        self.said: list[str] = []
        """What the program has told the leader and the phones."""
        self.url = ""
        self.reached_by: Sequence[str] = ("--address", "127.0.0.1")
        """How the program is told where phones find it; nothing leaves that to it."""
        self.patience = PATIENCE
        """Seconds a phone waits for its receipt."""
        self._wrapper = [*wrapper, *twin(mistake)]
        self._ids = Random(7)
        self._phones: dict[int, str] = {}
        self._lock = threading.Lock()
        self._prepare(people)

    def _prepare(self, people: int) -> None:
        self.disk.mkdir(parents=True, exist_ok=True)
        self.exercise.write_bytes(EXERCISE.read_bytes())
        more = [f"Kanarin Person{number}" for number in range(people - len(_NAMES))]
        (self.folder / "names.txt").write_text("\n".join(_NAMES + more), "utf-8")

    def make_lessons_folder(self) -> None:
        """The shared folder is there from the start."""
        self.lessons.mkdir(parents=True, exist_ok=True)

    def run(self, *more: str) -> PlainProgram:
        """The program with lines, in the step that collects."""
        program = self.reached(self.start(*more))
        program.say("next")
        program.hear("Egen reflektion")
        return program

    def start(self, *more: str) -> PlainProgram:
        """The program on its way to the first step, wherever that ends."""
        arguments = ("run", str(self.exercise), "--plain", "--people", str(self.folder / "names.txt"))
        return self._program(*arguments, "--port", "0", *more)

    def resume(self, *more: str) -> PlainProgram:
        """The same session taken up again."""
        return self.reached(self.restart(*more))

    def restart(self, *more: str) -> PlainProgram:
        """The program asked to take up the session, wherever that ends."""
        return self._program("resume", "--plain", *more)

    def _program(self, *arguments: str) -> PlainProgram:
        given = (*arguments, "--lessons", str(self.lessons), *self.reached_by)
        program = PlainProgram(*given, state=self.state, wrapper=self._wrapper)
        program.said = self.said  # the whole hour's, however often the program is begun
        return program

    def reached(self, program: PlainProgram) -> PlainProgram:
        """The same program, once phones can reach it."""
        try:
            self.url = program.hear("Telefoner: ").removeprefix("Telefoner: ")
        except AssertionError:
            program.kill()
            raise
        return program

    def phone(self, number: int) -> str:
        """The id that this phone sends its answer with, however often."""
        with self._lock:
            return self._phones.setdefault(number, f"{self._ids.getrandbits(128):032x}")

    def send(self, number: int, source: str = "127.0.0.1") -> int:
        """One try of one phone: the status it was given, 0 when there was none."""
        try:
            status = self._post(number, source)
        except (OSError, http.client.HTTPException):
            return 0
        if status == http.client.CREATED:
            with self._lock:
                self.acknowledged.append(number)
        return status

    def request(self, number: int) -> tuple[str, bytes, dict[str, str]]:
        """Where a phone sends its answer, what, and with which headers."""
        self.sent.add(number)
        found = urllib.parse.urlsplit(self.url)
        form = {"step": "reflektion", "submission": self.phone(number), "answer.tar-med": text(number)}
        headers = {"Origin": f"{found.scheme}://{found.netloc}", "Accept": "application/json"}
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        return f"{found.path}answers", urllib.parse.urlencode(form).encode(), headers

    def _post(self, number: int, source: str) -> int:
        found = urllib.parse.urlsplit(self.url)
        path, body, headers = self.request(number)
        wire = http.client.HTTPConnection(str(found.hostname), found.port, self.patience, source_address=(source, 0))
        try:
            wire.request("POST", path, body, headers)
            reply = wire.getresponse()
            self.said.append(reply.read().decode())
            return reply.status
        finally:
            wire.close()

    def send_all(self, them: Iterable[int], at_once: int = 8) -> list[int]:
        """Many phones, so many at a time: the statuses they were given."""
        with ThreadPoolExecutor(at_once) as phones:
            return list(phones.map(self.send, them))

    def told(self, program: PlainProgram, words: str, fault: str) -> str:
        """The line in which the leader is told; how long it took goes to the figures."""
        began = time.monotonic()
        told = program.hear(words)
        note(fault, time.monotonic() - began)
        return told

    def in_box(self, sessions: Path | None = None) -> list[int]:
        """Answers in the box that the dead program has left, in the order they lie there."""
        (folder,) = (sessions or self.state / "sessions").glob("*/box")
        return in_box(folder)

    def in_lessons(self) -> list[int]:
        """Answers in the saved record, in its order, and the leader's lines."""
        records = [plain_text(file.read_text("utf-8")) for file in lesson_files(self.lessons)]
        # A line of the summary stands twice in a record: for programs, and for people.
        readable = "".join(record.partition("\n---\n")[2] for record in records)
        return numbers(readable)

    def write_down(self, program: PlainProgram, number: int) -> None:
        """The leader adds a line to the summary, and has the receipt."""
        program.say(f"lesson idea {line(number)}")
        program.hear("Tillagt")
        self.acknowledged.append(number)

    def end(self, program: PlainProgram, arrived: str = "Sparat i den gemensamma mappen") -> None:
        """Sum up, save, and leave."""
        program.say("next")
        program.hear("Gemensam avslutning")
        self.write_down(program, 999_999)
        program.insist("save", arrived)
        program.end()

    def delivered(self) -> None:
        """Return when nothing waits on the laptop any more: the next start takes it along behind its lines."""
        end = time.monotonic() + PATIENCE
        while any((self.state / "outbox").glob("*")):
            assert time.monotonic() < end
            time.sleep(0.05)

    def evidence(self, found: Sequence[int], usable: bool = True, told: bool = True) -> Evidence:
        """All that the oracle wants to know."""
        kept, places = [self.state], [self.lessons]
        names = ["Kanarin"]
        ids = list(self._phones.values())
        return Evidence(self.acknowledged, self.sent, found, kept, places, ids, names, self.said, usable, told)


def answers(program: PlainProgram) -> bool:
    """Whether the program does what it is told."""
    try:
        program.say("status")
        return bool(program.hear("Svar: "))
    except (AssertionError, OSError):
        return False


def in_box(folder: Path) -> list[int]:
    """Answers in a box that nobody has open."""
    box = SealedBox.open(folder)
    try:
        return [number for answer in box.mixed(STEP)[STEP.collect[0].id] for number in numbers(answer)]
    finally:
        box.close()


def note(fault: str, seconds: float) -> None:
    """Add a measured time to the figures, if they are kept."""
    kept = os.environ.get(FIGURES)
    if kept:
        with Path(kept).open("a", encoding="utf-8") as file:
            file.write(json.dumps({"fault": fault, "seconds": round(seconds, 3)}) + "\n")


def _step() -> Step:
    from datetime import timedelta

    asked = Question("tar-med", "Vad tar du med dig?", QuestionKind.TEXT)
    return Step("reflektion", "Egen reflektion", Mode.ALONE, timedelta(minutes=10), collect=(asked,))


STEP = _step()
"""The step of the exercise that collects."""
