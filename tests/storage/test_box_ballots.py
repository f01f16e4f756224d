"""Ballots lie in the box as reflections do: durable, counted once, and in no order that says who voted when."""

from pathlib import Path
from statistics import mean

from sessionrunner.core.ballot import About, Option, Vote, counted, sheet
from sessionrunner.core.reflections import Submission
from sessionrunner.storage.box import KEY_FILE, SLOTS_FILE, SealedBox
from sessionrunner.storage.sealing import SLOT, SessionKey
from sessionrunner.storage.slots import PAGE
from tests.storage.test_box_order import concordance

VOTE = Vote(
    "v1", About.HEADINGS, (Option("h1", "Stöd"), Option("h2", "Tid"), Option("h3", "Möten")), 2, 1, "Avslutning"
)
SESSIONS, BALLOTS = 40, 12
TOLERANCE = 0.1
"""Nearly six standard deviations (0.0175) of the mean over the sessions, when the places say nothing."""


def ballot(which: int) -> Submission:
    return Submission(VOTE.id, f"telefonen-{which:04d}", {"h1": "1"} if which % 2 else {"h1": "1", "h2": "1"})


def places(folder: Path) -> list[float]:
    """Where each ballot lies, in the order they were cast: what somebody with the key could find."""
    key = SessionKey.from_file((folder / KEY_FILE).read_bytes())
    content = (folder / SLOTS_FILE).read_bytes()
    ends = range(PAGE, len(content) + 1, PAGE)
    found = {one.id: end for end in ends if (one := key.open(content[end - SLOT : end]))}
    return [found[ballot(which).id] for which in range(BALLOTS)]


def test_a_ballot_that_was_acknowledged_survives_and_counts_once(tmp_path: Path) -> None:
    """Rule: the receipt is true, also when it was lost on the way and the laptop died."""
    box = SealedBox.create(tmp_path / "box", 64)
    for which in (*range(BALLOTS), 0, 1):
        box.put(ballot(which))
    box.close()
    again = SealedBox.open(tmp_path / "box")
    result = counted(VOTE, again.counts()[VOTE.id], again.mixed(sheet(VOTE)), 5)
    again.close()
    assert (result.ballots, [(row.text, row.dots) for row in result.rows]) == (12, [("Stöd", 12), ("Tid", 6)])


def test_where_a_ballot_lies_does_not_tell_when_it_was_cast(tmp_path: Path) -> None:
    """Rule: as for reflections; written one after the other, as most programs do, the same measure tells it all."""
    measured = []
    for session in range(SESSIONS):
        box = SealedBox.create(tmp_path / str(session), 32)
        for which in range(BALLOTS):
            box.put(ballot(which))
        box.close()
        measured.append(concordance(places(tmp_path / str(session))))
    assert abs(mean(measured) - 0.5) < TOLERANCE
    assert concordance(list(range(BALLOTS))) == 1.0
