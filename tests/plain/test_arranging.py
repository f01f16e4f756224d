"""Groups arranged with lines, as a screen reader hears them."""

import pytest

from sessionrunner.core.acquaintance import judged
from sessionrunner.core.commands import Next, SetWishes
from sessionrunner.core.wishes import Wishes
from sessionrunner.desk import Desk
from sessionrunner.locale import load
from sessionrunner.plain.console import PlainConsole
from tests.tui.fakes import NAMES, FakeHost, my_task


@pytest.fixture
def desk() -> Desk:
    """Thirteen people before the first step."""
    return FakeHost().open(my_task(), tuple(NAMES))


def say(desk: Desk, *lines: str, language: str = "sv") -> str:
    """What is answered to these lines."""
    said: list[str] = []
    console = PlainConsole(desk, load(language), said.append, lambda: 7)
    for line in lines:
        console.take(line)
    return "\n".join(said)


def test_the_groups_to_come_are_read_before_the_first_step(desk: Desk) -> None:
    """With sizes and how good they are."""
    said = say(desk, "grupper")
    assert "Fyra bord, fyra påståenden: 4+3+3+3" in said
    assert "Alla möter nya varje gång" in said


@pytest.mark.parametrize(("language", "move"), [("sv", "flytta"), ("en", "move")])
def test_somebody_is_moved_by_name_and_letter(desk: Desk, language: str, move: str) -> None:
    """The beginning of the name will do."""
    there = "C" if "Ann" not in desk.session.groups["borden"].groups[2].members else "B"
    say(desk, f"{move} an {there.lower()}", language=language)
    group = desk.session.groups["borden"].group_of("Ann")
    assert group is not None and group.label == there


def test_two_are_swapped_and_a_group_is_locked_and_let_go(desk: Desk) -> None:
    """Each says what has happened."""
    first, second = desk.session.groups["borden"].groups[:2]
    say(desk, f"byt {first.members[0]}, {second.members[0]}")
    assert first.members[0] in desk.session.groups["borden"].groups[1].members
    assert "Grupp A, låst:" in say(desk, "lås a", "grupper")
    assert "inte låst längre" in say(desk, "lås-upp a")


def test_wishes_are_met_and_answered_with_the_groups(desk: Desk) -> None:
    """And what is told to be mixed is mixed."""
    say(desk, "isär Ann, Bo", "ihop Cia, Dan")
    assert judged(desk.session).broken == ()
    assert desk.session.wishes.apart == (("Ann", "Bo"),)
    assert "ingen kolumn" in say(desk, "blanda")
    traits = tuple((name, "AB"[at % 2]) for at, name in enumerate(NAMES))
    desk.handle(SetWishes(Wishes(column="Enhet", traits=traits)))
    assert "Enhet är jämnt fördelat." in say(desk, "blanda")


def test_a_move_that_breaks_a_wish_says_so(desk: Desk) -> None:
    """It is made all the same."""
    one, other = desk.session.groups["borden"].groups[0].members[0], desk.session.groups["borden"].groups[1].members[0]
    say(desk, f"isär {one}, {other}")
    there = desk.session.groups["borden"].group_of(other)
    assert there is not None
    assert "skulle inte vara i samma grupp" in say(desk, f"flytta {one} {there.label}")


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("flytta Ann", "flytta Ann B"),
        ("byt Ann", "byt Ann, Bo"),
        ("lås", "lås B"),
        ("lås-upp", "lås B"),
        ("isär Ann", "minst två personer"),
        ("flytta Xerxes B", "Ingen här heter Xerxes"),
        ("glöm", "Alla möter nya"),
    ],
)
def test_what_is_missing_is_told(desk: Desk, line: str, answer: str) -> None:
    """With an example to copy."""
    assert answer in say(desk, line)


def test_after_the_last_groups_there_is_nothing_to_arrange(desk: Desk) -> None:
    """Said, not ignored."""
    for _ in range(4):
        desk.handle(Next())
    assert "inga grupper att ändra" in say(desk, "lås a")
