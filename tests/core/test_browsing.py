"""Whoever looks for an exercise finds it by any word in it, and by what an hour allows."""

from dataclasses import replace

import pytest

from sessionrunner.core.browsing import ALL, Filter, Filters, Search
from sessionrunner.core.exercise import Bring, GroupRule, Mode, Preparation, SizeRange, Table
from tests.core.rooms import TEXT, a_step, an_exercise, minutes

TABLES = (Table("Table 1", "A statement about trust"),)
TALK = replace(an_exercise(a_step("talk", 20, collect=(TEXT,))), id="t/talk", title="Talk", purpose=("To listen",))
PAIRS = a_step("pairs", 40, Mode.GROUPS, groups=GroupRule(SizeRange(2, 3)), tables=TABLES)
GROUPS = replace(an_exercise(PAIRS), id="t/groups", title="Together", homework=True)
PAPER = Preparation(bring=(Bring("leader", "Paper"),))
PAPERS = replace(an_exercise(a_step("write", 60)), id="t/paper", title="Listen and write", preparation=PAPER)
ALL_THREE = (TALK, GROUPS, PAPERS)


def found(query: str = "", filters: Filters = ALL, done: tuple[str, ...] = ()) -> list[str]:
    return [one.id for one in Search(ALL_THREE).found(ALL_THREE, query, filters, done)]


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ("", ["t/talk", "t/groups", "t/paper"]),
        ("trust", ["t/groups"]),
        ("PAPER", ["t/paper"]),
        ("take with", ["t/talk"]),
        ("45", ["t/talk", "t/groups"]),
        ("45 statement", ["t/groups"]),
        ("nowhere", []),
        ("talk nowhere", []),
    ],
)
def test_a_word_is_found_wherever_it_stands(query: str, hits: list[str]) -> None:
    """Title, purpose, task, table, question; a number is what time there is."""
    assert found(query) == hits


def test_what_is_called_so_comes_before_what_only_mentions_it() -> None:
    """A word of the title is what people remember."""
    mentions = replace(TALK, id="t/mentions", title="Other", purpose=(), goals=("Together",))
    library = (mentions, GROUPS)
    assert Search(library).found(library, "together") == (GROUPS, mentions)


@pytest.mark.parametrize(
    ("filters", "hits"),
    [
        (Filters(minutes=30), ["t/talk"]),
        (Filters(homework=False), ["t/talk", "t/paper"]),
        (Filters(homework=True), ["t/groups"]),
        (Filters(groups=True), ["t/groups"]),
        (Filters(ready=True), ["t/talk"]),
        (Filters(done=False), ["t/talk", "t/groups"]),
        (Filters(done=True, minutes=45), []),
    ],
)
def test_filters_hold_together(filters: Filters, hits: list[str]) -> None:
    """Each takes away what does not have it."""
    assert found("", filters, ("t/paper",)) == hits


def test_each_filter_comes_round_to_nothing() -> None:
    """One key goes through what can be asked for."""
    for which in Filter:
        seen = [turned := ALL.turned(which)]
        while turned != ALL:
            seen.append(turned := turned.turned(which))
        assert len(seen) == {Filter.MINUTES: 5, Filter.READY: 2}.get(which, 3)


def test_words_and_filters_are_asked_together() -> None:
    """Less than an hour, and the word."""
    assert found("listen", Filters(minutes=30)) == ["t/talk"]
    assert found("listen") == ["t/paper", "t/talk"]
    assert TALK.minutes == minutes(20)


@pytest.mark.parametrize(
    ("query", "first"),
    [("listen and", "t/paper"), ("write listen", "t/paper"), ("listen", "t/paper"), ("45", "t/talk")],
)
def test_whoever_writes_a_title_gets_that_one_first(query: str, first: str) -> None:
    """The words of a title, in their order or not, weigh more than a purpose that has them too."""
    assert found(query)[0] == first
