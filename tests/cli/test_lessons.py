"""The lessons folder asked on the command line."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from sessionrunner.cli import run
from tests.storage.records import lesson_file as text_of


def put(where: Path, name: str, **fields: object) -> None:
    """A session's file."""
    (where / name).mkdir(parents=True)
    (where / name / "lärdomar.md").write_text(text_of(**fields), "utf-8")


def lesson(name: str, text: str, kind: str = "activity", **more: object) -> dict[str, object]:
    """A lesson as the record holds it."""
    return {"id": name, "kind": kind, "text": text, "owner": "chef", **more}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two sessions; the second followed the first up."""
    lessons = tmp_path / "L"
    made = [
        lesson("l1", "Korta mallen", due="2024-11-25"),
        lesson("l2", "Nytt kl\x07ockslag"),
        lesson("l3", "Fika", "idea"),
    ]
    steps = [{"id": "borden", "planned": 19, "actual": 24}]
    usual = {"exercise": "introduktion/min-uppgift", "title": "Min uppgift", "steps": steps}
    put(lessons, "2024-11-20 Min uppgift 00000001", session="00000001", date="2024-11-20", lessons=made, **usual)
    updates = [{"lesson": "00000001/l2", "status": "dropped", "note": "Ingen hann"}]
    rule = [lesson("l1", "En talar i taget", "ground-rule")]
    put(lessons, "2024-11-21 B 00000002", session="00000002", date="2024-11-21", lessons=rule, updates=updates, **usual)
    return lessons


class Asking:
    """The command, in this process."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys
        self.code, self.errors = 0, ""

    def told(self, *words: str) -> str:
        """The answer as a person reads it."""
        where = ("--lessons", str(self.folder), "--state", str(self.folder.parent / "state"))
        self.code = run(["lessons", *words, *where])
        out, self.errors = self._capsys.readouterr()
        return out

    def asked(self, *words: str) -> Any:
        """The answer as data."""
        return json.loads(self.told(*words, "--json"))


@pytest.fixture
def command(folder: Path, capsys: pytest.CaptureFixture[str]) -> Asking:
    """The command over the two sessions."""
    return Asking(folder, capsys)


def test_list_due_and_search_have_the_promised_shape(command: Asking) -> None:
    """Others script against it."""
    for answer in (command.asked("list"), command.asked("due"), command.asked("search", "korta")):
        assert answer and all({"session", "date", "exercise", "path", "lessons"} <= one.keys() for one in answer)
        assert all(Path(one["path"]).is_file() for one in answer)
    (waiting,) = command.asked("due")
    assert [one["text"] for one in waiting["lessons"]] == ["Korta mallen"]
    assert waiting["lessons"][0]["due"] == "2024-11-25" and waiting["lessons"][0]["status"] == "open"
    assert command.asked("search", "finns-inte") == []


def test_a_session_is_shown_by_its_number(command: Asking) -> None:
    """With what it said about earlier decisions."""
    shown = command.asked("show", "00000002")
    assert shown["updates"] == [{"lesson": "00000001/l2", "status": "dropped", "note": "Ingen hann"}]
    assert "nedlagt" in command.told("show", "00000002")
    assert command.told("show", "x") == ""
    assert command.code == 1 and "lessons list" in command.errors


def test_without_a_number_the_latest_session_is_shown(command: Asking) -> None:
    """Nobody knows the number by heart."""
    assert command.asked("show")["session"] == "00000002"


@pytest.mark.parametrize("last", ["00000003", "ffffffff"])
def test_of_two_sessions_of_a_day_the_one_saved_last_is_the_latest(command: Asking, last: str) -> None:
    """Their numbers are drawn by lot and say nothing."""
    for session in ("00000003", "ffffffff"):
        put(command.folder, f"2024-11-22 B {session}", session=session, date="2024-11-22")
        file = command.folder / f"2024-11-22 B {session}" / "lärdomar.md"
        os.utime(file, (2, 2) if session == last else (1, 1))
    assert command.asked("show")["session"] == last


def test_an_empty_folder_says_that_nothing_is_saved(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And not that a session called nothing is missing."""
    empty = Asking(tmp_path, capsys)
    assert empty.told("show") == ""
    assert empty.code == 1 and "inget sparat" in empty.errors


def test_the_figures_tell_what_was_dropped_and_why(command: Asking) -> None:
    """And the rules in force, and the times learned."""
    stats = command.asked("stats")
    assert stats["decisions"] == {"open": 1, "done": 0, "dropped": 1}
    assert [one["note"] for one in stats["dropped"]] == ["Ingen hann"]
    assert [one["text"] for one in stats["ground_rules"]] == ["En talar i taget"]
    assert stats["times"][0]["steps"][0] | {"times": 2, "usual": 24} == stats["times"][0]["steps"][0]
    assert "24 min (2 gånger, 24–24 min)" in command.told("stats")


@pytest.mark.parametrize("page", ["bring", "handover"])
def test_a_page_fits_on_a_page(command: Asking, page: str) -> None:
    """Open decisions and ideas for the meeting; where everything lies for whoever takes over."""
    text = command.told(page)
    assert text.startswith("# ") and "**Korta mallen** · chef · senast 25 november 2024" in text
    assert "gammalt" in text or "försenat" in text
    assert len(text.splitlines()) < 50


def test_nothing_in_a_file_reaches_the_terminal_as_control(command: Asking) -> None:
    """A bell, a colour, a moved cursor: only text comes out."""
    for action in ("list", "stats", "show"):
        assert "\x07" not in command.told(action, *(["00000001"] if action == "show" else []))


def test_a_broken_file_is_a_problem_with_a_remedy(command: Asking) -> None:
    """The rest is listed, the exit code says that something is wrong."""
    (command.folder / "2024-11-20 Min uppgift 00000001" / "lärdomar.md").write_text("# Bara text", "utf-8")
    assert len(command.asked("list")) == 1
    assert command.code == 1
    assert "00000001/lärdomar.md" in command.errors and "äldre version" in command.errors


def test_without_a_folder_it_says_which_to_give(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody has chosen one yet."""
    assert run(["lessons", "due", "--state", str(tmp_path)]) == 1
    assert "--lessons" in capsys.readouterr().err


def test_due_tells_what_is_to_be_followed_up_and_how_late_that_is(command: Asking) -> None:
    """A session with nothing open is listed too; on the pages for the meeting and the new leader as well."""
    made = [lesson("l1", "Fika", "idea"), lesson("l2", "Boka", due="när Eva är tillbaka")]
    put(
        command.folder,
        "2024-01-10 C 00000003",
        session="00000003",
        date="2024-01-10",
        title="Värderingar",
        lessons=made,
        follow_up_on="2024-02-09",
    )
    put(
        command.folder,
        "2024-01-11 D 00000004",
        session="00000004",
        date="2024-01-11",
        lessons=made[:1],
        follow_up_on="2024-02-10",
    )
    assert [one["follow_up_on"] for one in command.asked("due")][-1] == "2024-02-10"
    told = command.told("due")
    assert "fredag 9 februari 2024 · Värderingar, från 10 januari 2024 ·" in told and "försenat" in told
    assert "senast ”när Eva är tillbaka”" in told
    assert "Uppföljning fredag 9 februari 2024" in command.told("show", "00000003")
    for page in ("bring", "handover"):
        assert "fredag 9 februari 2024" in command.told(page) and "när Eva" in command.told(page)


def test_a_word_that_is_no_action_is_what_is_looked_for(command: Asking) -> None:
    """A number shows the session, another word is searched for."""
    assert command.told("00000001") == command.told("show", "00000001")
    assert command.told("korta") == command.told("search", "korta")
    assert command.told("2024-11-20") == command.told("show", "00000001")


@pytest.mark.parametrize(
    ("words", "remedy"),
    [
        (("list", "mall"), "lessons search mall"),
        (("search",), "sessionrunner lessons search mall"),
        (("due", "--out", "x.pdf"), "lessons bring --out"),
    ],
)
def test_words_in_the_wrong_place_are_said_to_be(command: Asking, words: tuple[str, ...], remedy: str) -> None:
    """Rule: nothing that was written is passed over in silence."""
    assert command.told(*words) == ""
    assert command.code == 1 and remedy in command.errors


@pytest.mark.parametrize(("ending", "begins"), [("pdf", b"%PDF"), ("docx", b"PK"), ("md", b"# Att ta upp")])
def test_the_page_for_the_meeting_is_a_file_to_print(command: Asking, ending: str, begins: bytes) -> None:
    """Of the kind that its name says."""
    out = command.folder.parent / f"möte.{ending}"
    assert command.told("bring", "--out", str(out)) == f"Klart: {out}\n"
    assert out.read_bytes().startswith(begins)


def test_a_page_put_in_a_folder_is_called_by_its_title(command: Asking) -> None:
    """And a second one does not take the place of the first."""
    command.told("handover", "--out", str(command.folder.parent))
    assert (command.folder.parent / "Till dig som tar över.pdf").is_file()
    (command.folder.parent / "Till dig som tar över.pdf").write_bytes(b"min")
    assert "Till dig som tar över (2).pdf" in command.told("handover", "--out", str(command.folder.parent))
