"""What a command line of Windows brings along."""

import io
import sys
from pathlib import Path

import pytest

from sessionrunner.cli import run
from sessionrunner.cli.arguments import build_parser
from sessionrunner.cli.caring import seen_by_firewalls
from sessionrunner.cli.general import for_the_library
from sessionrunner.locale import load
from sessionrunner.storage import roster_file

FOLDER = r"\\server\Vår mapp"


@pytest.mark.parametrize("line", [["--lessons", f'{FOLDER}"'], ["run", "a", "--lessons", f'{FOLDER}"']])
def test_a_folder_with_a_backslash_at_its_end_is_that_folder(line: list[str]) -> None:
    r"""Rule: ``--lessons "\\server\Vår mapp\"`` arrives with its last quotation mark, which no folder's name has."""
    found = for_the_library(line) or build_parser(load("sv")).parse_args(line)
    assert found.lessons == Path(FOLDER)


@pytest.mark.parametrize("name", ["Råd: hur.pdf", "hur?.pdf", 'C:\\"hej".pdf'])
def test_a_name_that_windows_would_hide_or_refuse_is_told(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Rule: what is written to ``Råd: hur.pdf`` there ends up inside a file called Råd, where nobody finds it."""
    monkeypatch.setattr(sys, "platform", "win32")
    with pytest.raises(SystemExit):
        build_parser(load("sv")).parse_args(["print", "--out", name])
    assert "får inte innehålla" in capsys.readouterr().err


def test_other_systems_take_any_name() -> None:
    """The control; and a drive's colon belongs to no name."""
    assert build_parser(load("sv")).parse_args(["print", "--out", "Råd: hur.pdf"]).out == Path("Råd: hur.pdf")


def test_a_drive_is_no_part_of_the_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rule: its colon is as it should be."""
    monkeypatch.setattr(sys, "platform", "win32")
    assert build_parser(load("sv")).parse_args(["print", "--out", r"C:\ut\hur.pdf"]).out == Path(r"C:\ut\hur.pdf")


def test_a_mark_before_the_first_line_is_no_part_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rule: PowerShell begins with one what it hands on; a later one is what somebody wrote."""
    handed_on = io.TextIOWrapper(io.BytesIO("\ufeffnästa\n\ufeffnästa\n".encode()), "cp1252")
    monkeypatch.setattr(sys, "stdin", handed_on)
    with pytest.raises(SystemExit):
        run(["--version"])
    assert handed_on.read() == "nästa\n\ufeffnästa\n"


def test_firewalls_are_told_of_the_program_that_listens(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rule: python.exe in an environment of its own only starts another one, and a block on that one stays."""
    monkeypatch.setattr(sys, "_base_executable", r"C:\Python\python.exe", raising=False)
    assert seen_by_firewalls() == r"C:\Python\python.exe"


def test_a_copied_path_is_a_list_of_names(tmp_path: Path) -> None:
    """Rule: Explorer copies a path with quotation marks around it."""
    (tmp_path / "namn.txt").write_text("Anna\nBo\nCia\n", "utf-8")
    assert roster_file.people(f'"{tmp_path / "namn.txt"}"') == ("Anna", "Bo", "Cia")
