"""What the library is opened with, read without loading the help of every command."""

import pytest

from sessionrunner.cli.arguments import build_parser
from sessionrunner.cli.general import Arguments, for_the_library
from sessionrunner.locale import load


@pytest.mark.parametrize(
    "asked", [[], ["--state", "här"], ["--lang", "en", "--theme", "ljust"], ["--lessons", "x", "--state", "å ä ö"]]
)
def test_the_short_way_understands_as_the_grammar_does(asked: list[str]) -> None:
    """Two readings of one command line would be two programs."""
    judged, short = build_parser(load("sv")).parse_args(asked, namespace=Arguments()), for_the_library(asked)

    assert short is not None
    assert vars(short) == vars(judged)


@pytest.mark.parametrize(
    "asked", [["run", "x"], ["--help"], ["--state"], ["--lang", "fi"], ["--state", "--help"], ["--stat", "x"], ["", ""]]
)
def test_everything_else_is_for_the_grammar(asked: list[str]) -> None:
    """A command, a slip of the finger or a question for help needs the whole of it."""
    assert for_the_library(asked) is None
