"""The shared folder is lost, full, read-only or in use, or two laptops save in it at once."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.faults import disk
from tests.faults.hour import Hour, answers
from tests.faults.oracle import Evidence, Harm, harms

HERE = "Sparat på den här datorn"


class ShareHour(Hour):
    """An hour whose shared folder lies on a disk that can be made to fail."""

    def __init__(self, folder: Path, mistake: str = "") -> None:
        super().__init__(folder, disk.wrapper(folder / "share", folder / "recorder"), mistake)
        self.lessons = folder / "share"

    def share_is(self, word: str) -> None:
        """From now on the share has this fault; no word, no fault."""
        (self.folder / "recorder" / "trouble").write_text(word, "utf-8")

    def seen_from_behind(self) -> None:
        """Look at what the share holds without going through it."""
        self.lessons = self.folder / "recorder" / "content"


WHY = {"gone": "svarar inte", "full": "är full", "read-only": "Du får inte spara", "held": "öppen i ett annat program"}


@pytest.mark.parametrize("word", WHY)
def test_a_share_that_fails_in_mid_session_gets_everything_later(tmp_path: Path, word: str) -> None:
    """The leader hears that the lessons wait on the laptop, and why; when the share is well again they are in it."""
    hour = ShareHour(tmp_path)
    with hour.run() as program:
        hour.send_all(range(8))
        hour.write_down(program, 900_001)
        program.save()
        hour.share_is(word)
        hour.write_down(program, 900_002)
        program.say("save")
        hour.told(program, HERE, f"share {word}")
        program.insist("save", WHY[word])
        usable = answers(program)
        hour.share_is("")
        hour.end(program)
    hour.seen_from_behind()
    assert harms(hour.evidence(hour.in_lessons(), usable)) == set()


def test_a_session_that_ends_without_its_share_is_delivered_by_the_next_start(tmp_path: Path) -> None:
    """Nothing is deleted before it has arrived; nobody has to remember anything."""
    hour = ShareHour(tmp_path)
    with hour.run() as program:
        hour.send_all(range(8))
        hour.share_is("gone")
        hour.end(program, HERE)
    hour.share_is("")
    with hour.start() as program:
        program.hear("Telefoner: ")
        hour.delivered()
        program.end()
    hour.seen_from_behind()
    assert harms(hour.evidence(hour.in_lessons())) == set()


def test_a_program_that_saves_straight_to_the_share_is_found_out(tmp_path: Path) -> None:
    """The control: without a copy on the laptop, what the share did not take is gone."""
    hour = ShareHour(tmp_path, "direct")
    with hour.run() as program:
        hour.send_all(range(8))
        hour.share_is("gone")
        hour.end(program)
    hour.share_is("")
    hour.seen_from_behind()
    assert Harm.LOST in harms(hour.evidence(hour.in_lessons()))


@pytest.mark.parametrize(("mistake", "expected"), [("", set()), ("namesake", {Harm.LOST})])
def test_two_laptops_that_save_at_once_both_find_everything(tmp_path: Path, mistake: str, expected: set[Harm]) -> None:
    """The same exercise on the same day, ended in the same moment: two records; one name for both would lose one."""
    hours = [Hour(tmp_path / str(number), mistake=mistake) for number in range(2)]
    for hour in hours:
        hour.lessons = tmp_path / "lessons"
        hour.make_lessons_folder()
    with ThreadPoolExecutor(2) as leaders:
        list(leaders.map(lead, hours, (0, 20)))
    acknowledged = [one for hour in hours for one in hour.acknowledged if one != 999_999]
    found = [one for one in hours[0].in_lessons() if one != 999_999]
    assert harms(Evidence(acknowledged, [], found, [hour.state for hour in hours])) == expected


def lead(hour: Hour, first: int) -> None:
    """One of the two hours, with answers of its own."""
    with hour.run() as program:
        hour.send_all(range(first, first + 10))
        hour.end(program)
