"""A leader makes an exercise of her own from a few answers, and a version of her own of one there is."""

import io
from pathlib import Path

import pytest

from sessionrunner.cli import run
from sessionrunner.core.blueprint import Part
from sessionrunner.core.exercise import Exercise, Mode
from sessionrunner.storage.library import Library, shipped_folder
from sessionrunner.storage.own_words import OwnWords

FLAGS = ("--title", "Vår övning", "--purpose", "Vi vill svara lika", "--minutes", "40")


class Desk:
    """The command line with a state folder of its own, and what it said."""

    def __init__(self, state: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self.state, self._capsys, self._monkeypatch = state, capsys, monkeypatch
        self.said = ""

    def type(self, *words: str, answers: str = "") -> int:
        """Run a command and answer its questions."""
        self._monkeypatch.setattr("sys.stdin", io.StringIO(answers))
        code = run([*words, "--state", str(self.state)])
        told = self._capsys.readouterr()
        self.said = told.out + told.err
        return code

    def exercise(self, name: str) -> Exercise:
        """The exercise as the library has it."""
        return Library([shipped_folder("exercises"), self.state / "exercises"]).find(name)[0]


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    return Desk(tmp_path, capsys, monkeypatch)


def test_flags_make_an_exercise_without_any_question(desk: Desk) -> None:
    """It lies in the leader's own folder and begins and ends as every exercise does."""
    assert desk.type("new", *FLAGS, "--parts", "film,tables") == 0
    made = desk.exercise("egna/var-ovning")
    assert [step.mode for step in made.steps] == [Mode.PLENARY, Mode.FILM, Mode.TABLES, Mode.ALONE, Mode.SUMMARY]
    assert (made.steps[-1].protect, made.purpose) == (True, ("Vi vill svara lika",))
    assert "sessionrunner run egna/var-ovning" in desk.said


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_part_makes_an_exercise_that_passes_check(desk: Desk, language: str) -> None:
    """Once and twice, in both languages."""
    parts = ",".join(part.value for part in (*Part, *Part))
    assert desk.type("new", *FLAGS, "--minutes", "99", "--parts", parts, "--lang", language) == 0
    files = [str(file) for file in (desk.state / "exercises").rglob("*.yaml")]
    assert desk.type("check", *files) == 0


def test_questions_are_asked_again_until_they_can_be_used(desk: Desk) -> None:
    """No name, no number, no such part, too short: each is told, and nothing is lost."""
    answers = "\nFikastund\n\nFör att prata\nVad är gott till kaffet?\n9\n1 5\nmånga\n10\n30\n"
    assert desk.type("new", answers=answers) == 0
    for told in ("några ord", "siffrorna 1–7", "hela minuter", "minst 20 minuter"):
        assert told in desk.said
    assert desk.exercise("egna/fikastund").package == "Egna övningar"


def test_the_question_is_on_the_wall_and_among_what_is_said(desk: Desk) -> None:
    """Otherwise a leader stands before a room that is told to talk and not about what."""
    assert desk.type("new", *FLAGS, "--parts", "pairs,film", "--question", "Vad säger vi först?") == 0
    _, pairs, film, *_ = desk.exercise("egna/var-ovning").steps
    assert pairs.wall.startswith("Vad säger vi först?\n")
    assert pairs.notes.say.endswith("Frågan är: Vad säger vi först?")
    assert "Vad säger vi först?" not in film.wall


def test_the_minutes_of_a_new_exercise_follow_the_clock(desk: Desk) -> None:
    """What is said at the start stays true when the leader gives it another length."""
    assert desk.type("new", *FLAGS, "--parts", "pairs") == 0
    start = desk.exercise("egna/var-ovning").steps[0]
    assert "<minuter för övningen>" in start.notes.say
    assert "<minuter för övningen>" in start.wall


def test_nobody_to_answer_is_no_endless_question(desk: Desk) -> None:
    """A script that gives no answers is told what to write instead."""
    assert desk.type("new") == 1
    assert "--title" in desk.said


@pytest.mark.parametrize("wrong", [("--minutes", "9"), ("--parts", "dans"), ("--minutes", "x")])
def test_a_flag_that_makes_no_exercise_is_told(desk: Desk, wrong: tuple[str, str]) -> None:
    """And no file is left behind."""
    assert desk.type("new", *FLAGS, "--parts", "pairs", *wrong) == 1
    assert "Kör kommandot igen" in desk.said
    assert not (desk.state / "exercises").exists()


def test_two_of_the_same_name_are_two_exercises(desk: Desk) -> None:
    """The second is never written over the first."""
    for _ in range(2):
        assert desk.type("new", *FLAGS, "--parts", "alone") == 0
    assert desk.exercise("egna/var-ovning-2").title == "Vår övning"


@pytest.mark.parametrize("command", [("adapt", "min-uppgift"), ("new", "--extends", "introduktion/min-uppgift")])
def test_an_adaptation_says_only_what_differs(desk: Desk, command: tuple[str, ...]) -> None:
    """Four lines, and the whole exercise behind them."""
    assert desk.type(*command) == 0
    own, shipped = desk.exercise("egna/min-uppgift"), desk.exercise("introduktion/min-uppgift")
    assert (own.steps, own.extends) == (shipped.steps, shipped.id)
    text = (desk.state / "exercises" / "egna" / "min-uppgift.yaml").read_text("utf-8")
    assert [line.split(":")[0] for line in text.splitlines()] == ["id", "extends", "title", "package"]


def test_show_tells_what_an_adaptation_builds_on_and_changes(desk: Desk) -> None:
    """In words, so that a colleague sees what is the group's own."""
    desk.type("adapt", "min-uppgift", "--title", "Vår uppgift")
    assert desk.type("show", "egna/min-uppgift") == 0
    assert "Bygger på Min uppgift som socialsekreterare (introduktion/min-uppgift), ändrat:\n  titel" in desk.said


def test_an_invitation_is_printed_or_written(desk: Desk, tmp_path: Path) -> None:
    """To paste into a mail, or to a file that was not there."""
    asked = ("invite", "introduktion/min-uppgift", "--date", "2026-12-05", "--time", "13:00")
    assert desk.type(*asked) == 0
    assert "Ämne: Min uppgift som socialsekreterare, lördag 5 december" in desk.said
    file = tmp_path / "inbjudan.txt"
    assert [desk.type(*asked, "--out", str(file)) for _ in range(2)] == [0, 1]
    assert "klockan 13:00" in file.read_text("utf-8")


def test_an_invitation_to_no_day_is_told(desk: Desk) -> None:
    """With what to write instead."""
    assert desk.type("invite", "introduktion/min-uppgift", "--date", "x") == 1
    assert "inget datum" in desk.said


def test_keywords_go_out_as_a_text_file_and_in_again(desk: Desk, tmp_path: Path) -> None:
    """A colleague with nothing of her own has them after one command; the file is never written over."""
    OwnWords(desk.state / "own-words.json").keep("introduktion/min-uppgift", "start", "andas lugnt")
    file = str(tmp_path / "stödord.txt")
    assert (desk.type("keywords", "export", file), desk.type("keywords", "export", file)) == (0, 1)
    assert "finns redan" in desk.said
    (desk.state / "own-words.json").unlink()
    assert desk.type("keywords", "import", file) == 0
    assert "1 stödord är nytt" in desk.said
    assert desk.type("keywords", "export") == 0
    assert "# Syfte och tid\nstart = andas lugnt" in desk.said


def test_keywords_that_differ_stay_unless_asked_for(desk: Desk, tmp_path: Path) -> None:
    """And a forgotten file's name is asked for."""
    (tmp_path / "h.txt").write_text("[a/ett]\nstart = le\n", "utf-8")
    own = OwnWords(desk.state / "own-words.json")
    own.keep("a/ett", "start", "andas")
    desk.type("keywords", "import", str(tmp_path / "h.txt"))
    assert ("--replace" in desk.said, own.of("a/ett")["start"]) == (True, "andas")
    desk.type("keywords", "import", str(tmp_path / "h.txt"), "--replace")
    assert own.of("a/ett")["start"] == "le"
    assert desk.type("keywords", "import") == 1
    assert "Vilken fil" in desk.said
