"""Both parsers, the fast and the pure one, read and refuse the same files."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from sessionrunner.storage.problem import Findings
from sessionrunner.storage.yaml_nodes import LOADER, Node, compose
from tests.storage.test_exercise_file import BOMBS, SLIPS_OF_FORM
from tests.storage.written import SMALL, WHOLE

SIGNS = ":-?|>'\"[]{},&*!#%@~ \n\t\\uxU0"
PARSERS = (LOADER, yaml.SafeLoader)


def read(text: str | bytes, parser: type) -> tuple[Node | None, list[tuple[int, str]]]:
    findings = Findings("f")
    node = compose(text, findings, parser)
    return node, [(one.line, one.message.key) for one in findings.problems()]


def test_the_fast_parser_is_used_where_there_is_one() -> None:
    """Sixty-seven exercises are read at every start."""
    assert getattr(yaml, "CSafeLoader", yaml.SafeLoader) is LOADER


@pytest.mark.parametrize("text", [SMALL, WHOLE.replace("?", "")], ids=["small", "whole"])
def test_both_parsers_give_the_same_nodes(text: str) -> None:
    """The same file means the same on every laptop."""
    assert read(text, PARSERS[0]) == read(text, PARSERS[1])


@pytest.mark.parametrize("written", SLIPS_OF_FORM)
def test_both_parsers_refuse_the_same_slips(written: str) -> None:
    """The line is the same, and there is one problem."""
    text = SMALL.replace("title: Liten övning", written)
    fast, pure = (read(text, parser)[1] for parser in PARSERS)
    assert len(fast) == len(pure) == 1


@pytest.mark.parametrize("text", BOMBS.values(), ids=BOMBS.keys())
def test_both_parsers_survive_files_made_to_do_harm(text: str) -> None:
    """Neither grows nor falls."""
    assert all(len(read(text, parser)[1]) <= 500 for parser in PARSERS)


@pytest.mark.parametrize("parser", PARSERS)
@settings(max_examples=200, deadline=None)
@given(
    content=st.one_of(
        st.binary(max_size=200), st.text(max_size=200), st.text(":-?|>'\"[]{},&*!#%@~ \n\t\\uxU0", max_size=60)
    )
)
def test_whatever_is_written_gives_nodes_or_a_problem(content: str | bytes, parser: type) -> None:
    """Nothing comes out but what was promised."""
    node, problems = read(content, parser)
    assert node is not None or problems


def test_an_escape_beyond_all_characters_is_a_problem_in_both() -> None:
    r"""``\UFFFFFFFF`` makes the pure parser overflow; the leader sees a sentence."""
    assert [read('a: "\\UFFFFFFFF"', parser)[1][0][1] for parser in PARSERS] == ["check.bad-escape.message"] * 2
