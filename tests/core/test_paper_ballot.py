"""What somebody without a phone wrote on a slip counts as a phone's dots do."""

import pytest

from sessionrunner.core.ballot import About, Option, Vote
from sessionrunner.core.paper_ballot import dots
from sessionrunner.core.state import NotPossible
from sessionrunner.locale import load

VOTE = Vote("v1", About.HEADINGS, (Option("a", "Tid"), Option("b", "Mallar"), Option("c", "Möten")), 3, 2, "Slut")


@pytest.mark.parametrize(
    ("line", "placed"),
    [
        ("1 3 3", {"a": "1", "c": "2"}),
        ("3,1, 3.", {"a": "1", "c": "2"}),
        (" 2 ", {"b": "1"}),
        ("2 och 1", {"a": "1", "b": "1"}),
    ],
)
def test_each_number_is_a_dot(line: str, placed: dict[str, str]) -> None:
    """Whatever stands between them; nobody has to use every dot."""
    assert dots(VOTE, line) == placed


@pytest.mark.parametrize(
    ("line", "cause"),
    [
        ("4", "no-such-number"),
        ("0 1", "no-such-number"),
        ("", "no-such-number"),
        ("999999999999999999999", "no-such-number"),
        ("1 2 3 1", "too-many-on-ballot"),
        ("2 2 2", "too-many-on-one"),
    ],
)
def test_what_is_no_ballot_is_said_to_be_none(line: str, cause: str) -> None:
    """With a remedy, and nothing is guessed."""
    with pytest.raises(NotPossible) as refused:
        dots(VOTE, line)
    assert refused.value.cause == f"not-possible.{cause}"
    assert load("sv").explain(refused.value) and load("en").explain(refused.value)
