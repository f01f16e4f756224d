"""The page for whoever takes over in the middle."""

from datetime import UTC, datetime

from sessionrunner.core.commands import Pause, TakeNote
from sessionrunner.core.speaking import order
from sessionrunner.locale import load
from sessionrunner.locale.handover import Beside, handover
from tests.core.rooms import HOUR, Hour

WALL = datetime(2026, 11, 21, 9, 20, tzinfo=UTC)
SECOND = HOUR.steps[1]


def page(hour: Hour, own: dict[str, str] | None = None) -> str:
    beside = Beside(own or {}, "http://192.168.1.20:8123/s/k7/", "http://127.0.0.1:8124/v/")
    return handover(load("sv"), hour.session, hour.now, WALL, beside)


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


def test_whoever_takes_over_knows_who_sits_where_and_how_the_others_get_in() -> None:
    """A headache in the middle of the tables must not cost the room anything."""
    told = page(Hour().go_to("tables").give(TakeNote("fönstret drar", table="Table 2")))
    seats = Hour().go_to("tables").session.groups["tables"].groups[0]
    assert ", ".join(seats.members) in told
    assert "Telefoner: http://192.168.1.20:8123/s/k7/" in told
    assert "Table 2: fönstret drar" in told
    assert "Mellanslag: nästa steg" in told


def test_it_says_who_has_the_word() -> None:
    """Turns go on with the next name."""
    hour = Hour().go_to("turns")
    assert f"Nu: {order(hour.session, HOUR.step('turns'))[0]} · sedan:" in page(hour)


def test_without_phones_it_says_paper() -> None:
    """No address that leads nowhere."""
    hour = Hour().go_to(SECOND.id)
    assert "papperslappar" in handover(load("sv"), hour.session, hour.now, WALL, Beside({}))
