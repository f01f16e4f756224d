"""Copies asked for on the command line, with everything that people write by mistake."""

from pathlib import Path

import docx
import pytest

from sessionrunner.cli import run
from tests.storage.records import lesson_file

FIRST, SECOND = "2026-11-21 Min uppgift 3f9a1c2b", "2026-12-01 Journal 3f00ff00"
LESSON = {"id": "l1", "kind": "activity", "text": "Korta mallen", "due": "2026-12-24"}


class Shop:
    """The command in this process, on a lessons folder with two sessions."""

    def __init__(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.lessons, self.state = tmp_path / "L", tmp_path / "state"
        for name in (FIRST, SECOND):
            (self.lessons / name).mkdir(parents=True)
            told = lesson_file(session=name[-8:], date=name[:10], title=name[11:-9], lessons=[LESSON])
            (self.lessons / name / "lärdomar.md").write_text(told, "utf-8")
        self._capsys = capsys

    def ask(self, *words: str, where: Path | None = None) -> tuple[int, str, str]:
        """Exit code, what was said, what was complained about."""
        code = run(["export", *words, "--lessons", str(where or self.lessons), "--state", str(self.state)])
        return code, *self._capsys.readouterr()

    def made(self, *words: str) -> list[str]:
        """Folder and name of every file that was made."""
        code, out, complaints = self.ask(*words)
        assert (code, complaints) == (0, "")
        return ["/".join(Path(line.removeprefix("Klart: ")).parts[-2:]) for line in out.splitlines()]


@pytest.fixture
def shop(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shop:
    """Two sessions, no program folder yet."""
    return Shop(tmp_path, capsys)


@pytest.mark.parametrize(
    ("words", "made"),
    [
        ([], [f"{SECOND}/lärdomar.docx"]),
        (["word"], [f"{SECOND}/lärdomar.docx"]),
        (["kalender", "pdf"], [f"{SECOND}/uppföljning.ics", f"{SECOND}/lärdomar.pdf"]),
        (["3f9a", "bild"], [f"{FIRST}/lärdomar.png"]),
        (["min", "uppgift", "--to", "Tabell"], [f"{FIRST}/lärdomar.csv"]),
        (["2026-11-21"], [f"{FIRST}/lärdomar.docx"]),
    ],
)
def test_kind_and_session_are_understood_however_they_are_written(
    shop: Shop, words: list[str], made: list[str]
) -> None:
    """``export word`` is what people write; none of it should need a look at the help."""
    assert shop.made(*words) == made


def test_the_ending_says_the_kind_and_is_added_where_it_lacks(shop: Shop, tmp_path: Path) -> None:
    """A file called .pdf with Word in it opens nowhere."""
    out = tmp_path / "ut"
    out.mkdir()
    assert shop.made("--out", str(out / "x.pdf")) == ["ut/x.pdf"]
    assert (out / "x.pdf").read_bytes().startswith(b"%PDF")
    assert shop.made("--out", str(out / "y")) == ["ut/y.docx"]
    assert shop.made("word", "ics", "--out", str(out)) == ["ut/lärdomar.docx", "ut/uppföljning.ics"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["ffffffff"], "Det finns inget tillfälle som heter ffffffff"),
        (["3f"], "3f passar på flera tillfällen: 2026-12-01 Journal 3f00ff00; 2026-11-21 Min uppgift 3f9a1c2b."),
        (["pdf", "--out", "x.docx"], "passar inte för det du bad om (pdf)"),
        (["pdf", "word", "--out", "x"], "Flera filer kan inte heta x."),
        (["text"], "Inget i sammanfattningen är märkt att skickas vidare."),
        (["word", "--out", "finns/inte/x.docx"], "Mappen finns/inte finns inte."),
        (["word", "--template", "borta.dotx"], "Mallen borta.dotx finns inte."),
    ],
)
def test_what_cannot_be_made_is_said_with_a_remedy(shop: Shop, words: list[str], told: str) -> None:
    """Exit 1, what happened, and on the next line what to do."""
    code, out, complaints = shop.ask(*words)
    assert (code, out) == (1, "")
    first, remedy = complaints.splitlines()
    assert told in first and remedy.endswith(".")
    assert not [path for path in shop.lessons.rglob("*") if path.is_file() and path.suffix != ".md"]


def test_a_kind_that_is_none_is_said_in_the_users_language(shop: Shop, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 2, with the kinds there are."""
    with pytest.raises(SystemExit) as left:
        shop.ask("--to", "exel")
    assert left.value.code == 2
    assert "Skriv ett av: word, pdf, png, ics, csv, text." in capsys.readouterr().err


def test_a_damaged_a_missing_and_a_half_copied_session_each_say_so(shop: Shop) -> None:
    """Rule: never "no such session" for one that is there."""
    file = shop.lessons / FIRST / "lärdomar.md"
    file.write_text("---\nsession: [\n---\n", "utf-8")
    assert "Något är fel på rad" in shop.ask("3f9a1c2b")[2]
    file.write_text("", "utf-8")
    assert "är tom" in shop.ask(str(file.parent))[2]
    file.unlink()
    assert "finns inte på den här datorn" in shop.ask("3f9a1c2b")[2]


def test_without_sessions_or_folder_the_reason_is_told(shop: Shop, tmp_path: Path) -> None:
    """Nothing led yet, no such folder, none chosen."""
    (tmp_path / "tom").mkdir()
    assert "Det finns inget sparat tillfälle" in shop.ask(where=tmp_path / "tom")[2]
    assert f"Mappen {tmp_path / 'borta'} finns inte." in shop.ask(where=tmp_path / "borta")[2]


def test_no_folder_chosen_and_a_file_pasted_is_enough(
    shop: Shop, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The file is known; which folder is the shared one does not matter."""
    file = shop.lessons / FIRST / "lärdomar.md"
    assert run(["export", str(file), "pdf", "--state", str(tmp_path / "s")]) == 0
    assert (file.parent / "lärdomar.pdf").is_file()
    capsys.readouterr()
    assert run(["export", "pdf", "--state", str(tmp_path / "s")]) == 1
    assert "Skriv --lessons" in capsys.readouterr().err


def test_what_stands_at_the_target_stays(shop: Shop, tmp_path: Path) -> None:
    """A name somebody chose is never written over; the usual name gets a number."""
    mine = tmp_path / "min.docx"
    mine.write_bytes(b"min")
    assert "finns redan" in shop.ask("--out", str(mine))[2]
    (shop.lessons / SECOND / "lärdomar.docx").write_bytes(b"redigerad")
    assert shop.made("word") == [f"{SECOND}/lärdomar (2).docx"]
    assert (mine.read_bytes(), (shop.lessons / SECOND / "lärdomar.docx").read_bytes()) == (b"min", b"redigerad")


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4", b"\xd0\xcf\x11\xe0 an old .doc"])
def test_a_template_that_is_not_one_is_said_to_be_none(shop: Shop, tmp_path: Path, content: bytes) -> None:
    """And is not remembered: the next Word file is made as before."""
    mall = tmp_path / "mall.dotx"
    mall.write_bytes(content)
    assert shop.ask("word", "--template", str(mall))[2].startswith(f"Mallen {mall} är ingen Word-fil")
    assert shop.made("word") == [f"{SECOND}/lärdomar.docx"]


def test_a_template_that_word_has_open_is_used_all_the_same(shop: Shop, tmp_path: Path) -> None:
    """Word leaves a file beside it, and the template can be read."""
    mall = tmp_path / "mall.docx"
    docx.Document().save(str(mall))
    (tmp_path / "~$mall.docx").write_bytes(b"Bo")
    assert shop.made("word", "--template", str(mall)) == [f"{SECOND}/lärdomar.docx"]
    assert "är ingen Word-fil" in shop.ask("word", "--template", str(tmp_path / "~$mall.docx"))[2]
