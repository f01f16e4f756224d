"""An overview that a colleague has open is written as soon as she closes it, now or at the next start."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sessionrunner.locale import load
from sessionrunner.storage import overview
from sessionrunner.storage.outbox import Outbox, deliver_pending, overviews_beside
from tests.storage.records import record
from tests.storage.test_outbox import LONG, outbox, share

__all__ = ["share"]

WORDS = load("sv")


@contextmanager
def held_open(share: Path) -> Iterator[None]:
    """Nothing can be put in the file's place, as when somebody has it open in Windows."""
    (share / overview.FILE / "kept").mkdir(parents=True)
    yield
    (share / overview.FILE / "kept").rmdir()
    (share / overview.FILE).rmdir()


def behind(tmp_path: Path) -> list[Path]:
    """Overviews that are remembered as behind."""
    return [*(tmp_path / "overviews").glob("*")]


def wait_for_overview(running: Outbox, waits: bool) -> None:
    """Return when a delivered record's overview waits, or does not any more."""
    courier = running._courier
    with courier.changed:
        done = courier.changed.wait_for(
            lambda: courier.delivery.delivered and courier.delivery.overview_waits == waits,
            LONG.total_seconds(),
        )
    assert done


def test_an_overview_that_is_held_open_is_tried_again_until_it_is_closed(tmp_path: Path, share: Path) -> None:
    """The record has arrived all the same, and nobody has to do anything."""
    with outbox(tmp_path, share) as running:
        with held_open(share):
            running.save(record(finished=True))
            wait_for_overview(running, waits=True)
            assert running.delivery().delivered
        wait_for_overview(running, waits=False)
    assert "Korta mallen" in (share / overview.FILE).read_text("utf-8")
    assert behind(tmp_path) == []


def test_one_that_was_open_when_the_program_ended_is_written_at_the_next_start(tmp_path: Path, share: Path) -> None:
    """The session is over and delivered; only the overview is left to do."""
    with held_open(share):
        with outbox(tmp_path, share) as running:
            running.save(record(finished=True))
            wait_for_overview(running, waits=True)
        assert deliver_pending(tmp_path / "outbox", WORDS) == []
        assert len(behind(tmp_path)) == 1
    assert not (share / overview.FILE).exists()
    assert deliver_pending(tmp_path / "outbox", WORDS) == []
    assert "Korta mallen" in (share / overview.FILE).read_text("utf-8")
    assert behind(tmp_path) == []


def test_an_overview_that_could_be_written_is_not_waited_for(tmp_path: Path, share: Path) -> None:
    """The control: nothing is remembered, and nothing is said."""
    with outbox(tmp_path, share) as running:
        running.save(record(finished=True))
        assert running.settle(LONG).overview_waits is False
    assert behind(tmp_path) == []


def test_a_new_record_is_delivered_while_the_overview_waits(tmp_path: Path, share: Path) -> None:
    """The lessons themselves never wait for it."""
    with outbox(tmp_path, share) as running:
        with held_open(share):
            running.save(record("ett"))
            wait_for_overview(running, waits=True)
            running.save(record("tva"))
            wait_for_overview(running, waits=True)
            assert "tva" in next(share.glob("2026*/*.md")).read_text("utf-8")
        wait_for_overview(running, waits=False)


def test_an_empty_place_where_the_share_should_be_gets_no_overview(tmp_path: Path, share: Path) -> None:
    """It is remembered until the share is back."""
    keeper = overviews_beside(tmp_path / "outbox", WORDS)
    assert keeper.renew(share) is False
    assert [*share.iterdir()] == []
    assert len(behind(tmp_path)) == 1


def test_a_note_that_cannot_be_kept_stops_nothing(tmp_path: Path, share: Path) -> None:
    """Then the next delivery writes the overview."""
    (tmp_path / "overviews").write_text("i vägen", "utf-8")
    keeper = overviews_beside(tmp_path / "outbox", WORDS)
    assert keeper.renew(share) is False
    keeper.catch_up()
