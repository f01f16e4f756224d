"""Where cases are told of, the first ``next`` says what the room is to agree on, and an empty line is yes."""

from dataclasses import replace

import pytest

from sessionrunner.core.exercise import Confidentiality
from sessionrunner.core.session import Stage
from sessionrunner.locale import load
from sessionrunner.plain.console import PlainConsole
from tests.tui.fakes import NAMES, FakeHost, my_task

CASES = replace(my_task(), confidential=Confidentiality.OWN_CASES)


@pytest.mark.parametrize("lines", [["next", ""], ["nästa", "nästa"], ["överens", "next"]])
def test_the_room_agrees_before_the_first_step(lines: list[str]) -> None:
    """However the leader says it, it is in the journal."""
    desk = FakeHost().open(CASES, tuple(NAMES))
    said: list[str] = []
    PlainConsole(desk, load("sv"), said.append, lambda: 7).run(lines)
    assert desk.session.secrecy_agreed
    assert desk.session.stage is Stage.RUNNING
    assert "ekretess" in " ".join(said)


def test_an_empty_line_alone_agrees_to_nothing() -> None:
    """Nobody has been told yet."""
    desk = FakeHost().open(CASES, tuple(NAMES))
    PlainConsole(desk, load("sv"), lambda line: None, lambda: 7).run(["", ""])
    assert not desk.session.secrecy_agreed
