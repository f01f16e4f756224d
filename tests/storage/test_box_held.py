"""Answers that are held back for personal data, and late ones that wait: on the disk as everything else."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sessionrunner.core.reflections import Submission, without_personal
from sessionrunner.storage.box import SealedBox
from sessionrunner.storage.box_trouble import BoxClosed
from tests.storage.reflection import ASKED, OTHER_STEP, STEP, submission, text

HELD = Submission(STEP.id, "ab" * 16, {ASKED.id: "Hon är 850709-1234"}, 0, held=True)


@pytest.fixture
def box(tmp_path: Path) -> Iterator[SealedBox]:
    box = SealedBox.create(tmp_path / "box", 16)
    yield box
    box.close()


def test_what_is_held_back_is_counted_and_not_shown(box: SealedBox) -> None:
    """Somebody has answered; what, nobody is told."""
    box.put(submission(1))
    box.put(HELD)
    assert (box.counts(), box.held()) == ({STEP.id: 2}, {STEP.id: 1})
    assert box.mixed(STEP) == {ASKED.id: (text(1),)}


def test_what_is_held_back_is_held_back_after_a_restart(box: SealedBox, tmp_path: Path) -> None:
    """A crash lets nothing through."""
    box.put(HELD)
    box.close()
    again = SealedBox.open(tmp_path / "box")
    found = again.find(STEP.id, HELD.id)
    again.close()
    assert (again.held(), found) == ({STEP.id: 1}, HELD)


def test_letting_in_writes_over_the_original(box: SealedBox, tmp_path: Path) -> None:
    """No slot opens to the number any more, and no slot more is taken."""
    box.put(HELD)
    box.settle(STEP.id, lambda held: without_personal(held, 0))
    box.close()
    again = SealedBox.open(tmp_path / "box")
    found, counted = again.mixed(STEP), again.counts()
    again.close()
    assert (found, counted, again.held()) == ({ASKED.id: ("Hon är […]",)}, {STEP.id: 1}, {})


def test_leaving_out_frees_the_slot(box: SealedBox, tmp_path: Path) -> None:
    """Nothing tells that something lay there."""
    box.put(HELD)
    box.settle(STEP.id, lambda _: None)
    box.close()
    again = SealedBox.open(tmp_path / "box")
    found = again.find(STEP.id, HELD.id)
    again.close()
    assert (again.counts(), found) == ({}, None)


def test_another_step_s_answers_are_left_alone(box: SealedBox) -> None:
    """The leader decides step by step."""
    box.put(HELD)
    box.settle(OTHER_STEP.id, lambda _: None)
    assert box.held() == {STEP.id: 1}


def test_waves_are_shown_apart_or_mixed_together(box: SealedBox) -> None:
    """Late answers wait; when they join, nothing tells them from the others."""
    box.put(submission(1))
    box.put(Submission(STEP.id, "cd" * 16, {ASKED.id: text(2)}, 1))
    assert box.mixed(STEP) == {ASKED.id: (text(1),)}
    assert box.mixed(STEP, (1,)) == {ASKED.id: (text(2),)}
    assert sorted(box.mixed(STEP, (0, 1))[ASKED.id]) == [text(1), text(2)]


def test_what_is_stored_is_found_by_its_number(box: SealedBox) -> None:
    """A phone that asks again can be told whether it was the same answer."""
    box.put(submission(1))
    assert box.find(STEP.id, submission(1).id) == submission(1)
    assert box.find(STEP.id, submission(2).id) is None
    assert box.find(OTHER_STEP.id, submission(1).id) is None


def test_a_destroyed_box_settles_nothing(box: SealedBox) -> None:
    """The key is gone."""
    box.put(HELD)
    box.destroy()
    with pytest.raises(BoxClosed):
        box.settle(STEP.id, lambda _: None)
