"""The page on security says what is so: every row has its test, and every test is there."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "tests" / "SECURITY.md"
_NAMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


def missing(page: str) -> list[str]:
    """Tests that are named and do not exist."""
    return [f"{file}::{test}" for file, test in _NAMED.findall(page) if test not in named_in(ROOT / file)]


def named_in(file: Path) -> set[str]:
    """The tests in a file."""
    if not file.is_file():
        return set()
    tree = ast.parse(file.read_text("utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}


def rows(page: str) -> list[list[str]]:
    """The cells of every row of every table, headings left out."""
    lines = [line for line in page.splitlines() if line.startswith("| ")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [row for row in cells if "Shown by" not in row]


def test_every_test_that_is_named_exists() -> None:
    """Rule: a promise whose test has been renamed or removed is found out."""
    assert missing(PAGE.read_text("utf-8")) == []


def test_a_test_that_is_not_there_would_be_found_out() -> None:
    """The control."""
    assert missing("`tests/test_security_page.py::test_nothing`, `tests/no.py::test_a`") == [
        "tests/test_security_page.py::test_nothing",
        "tests/no.py::test_a",
    ]


def test_every_row_is_shown_by_a_test_or_says_what_is_not_promised() -> None:
    """Rule: thirty-six threats, none left out, and no row without an answer."""
    page = PAGE.read_text("utf-8")
    numbers = [int(row[0]) for row in rows(page) if row[0].isdecimal()]
    assert numbers == list(range(1, 37))
    assert [row for row in rows(page) if not _NAMED.search(" ".join(row)) and row[-1] == "–"] == []
