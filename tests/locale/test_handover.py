"""The page for whoever takes over in the middle."""

from datetime import UTC, datetime

from sessionrunner.core.commands import Pause, TakeNote
from sessionrunner.locale import load
from sessionrunner.locale.handover import handover
from tests.core.rooms import HOUR, Hour

WALL = datetime(2026, 11, 21, 9, 20, tzinfo=UTC)
SECOND = HOUR.steps[1]


def page(hour: Hour, own: dict[str, str] | None = None) -> str:
    return handover(load("sv"), hour.session, hour.now, WALL, own or {})


def test_it_says_where_the_hour_is_and_only_what_is_left() -> None:
    """Steps that are over are over."""
    told = page(Hour().go_to(SECOND.id))

    assert "Klockan 09:20. Steg 2 av" in told
    assert HOUR.steps[0].title not in told
    assert all(step.title in told for step in HOUR.steps[1:])


def test_it_is_for_the_leader_alone_and_holds_her_own_keywords_and_notes() -> None:
    """It says so before anything else."""
    told = page(Hour().go_to(SECOND.id).give(TakeNote("fönstret drar"), Pause()), {SECOND.id: "börja med Ann"})

    assert told.index("bara för den som leder") < told.index("Klockan 09:20")
    assert "fönstret drar" in told
    assert "**Egna stödord:** börja med Ann" in told
    assert "Klockan står." in told


def test_before_the_start_it_is_the_whole_script() -> None:
    """Somebody else may lead from the beginning."""
    told = page(Hour())

    assert "inte startad" in told
    assert all(step.title in told for step in HOUR.steps)
