"""Pictures of the screens that matter most; few, because every release of Textual may change them a little."""

from typing import Protocol

import pytest
from textual.pilot import Pilot

from sessionrunner.core.commands import PutUnder
from sessionrunner.tui.app import SessionApp
from sessionrunner.tui.start import Start
from tests.tui.fakes import NAMES, FakeHost, an_app, answer, my_task, running
from tests.tui.pictures import LARGE, MIDDLE, SMALL, TEXTS, settled, typed


class Compare(Protocol):
    def __call__(self, app: SessionApp, *, terminal_size: tuple[int, int], run_before: object) -> bool: ...


def leading(step: int, theme: str = "morkt") -> SessionApp:
    host = FakeHost()
    desk = running(host, step)
    if desk.room.public().form:
        answer(host, desk, TEXTS)
    return an_app(host, Start(desk=desk), theme=theme)


async def quiet(pilot: Pilot[None]) -> None:
    await settled(pilot)


async def public(pilot: Pilot[None]) -> None:
    await settled(pilot)
    await pilot.press("v")
    await settled(pilot)


@pytest.mark.parametrize("size", [SMALL, MIDDLE])
def test_the_library_looks_as_it_did(snap_compare: Compare, size: tuple[int, int]) -> None:
    """Search, packages, exercises, the chosen one."""
    assert snap_compare(an_app(FakeHost([my_task()])), terminal_size=size, run_before=quiet)


def test_the_lobby_looks_as_it_did(snap_compare: Compare) -> None:
    """The code is whole, the words beside it."""
    app = an_app(FakeHost(), Start(exercise=my_task(), people=tuple(NAMES)))
    assert snap_compare(app, terminal_size=SMALL, run_before=quiet)


@pytest.mark.parametrize("theme", ["morkt", "ljust", "projektor", "kontrast"])
def test_the_tables_look_as_they_did_in_every_theme(snap_compare: Compare, theme: str) -> None:
    """Time first, notes second, the room last."""
    assert snap_compare(leading(2, theme), terminal_size=SMALL, run_before=quiet)


def test_the_reflection_looks_as_it_did_on_a_large_screen(snap_compare: Compare) -> None:
    """Agenda and answers have room."""
    assert snap_compare(leading(4), terminal_size=LARGE, run_before=quiet)


def test_the_public_view_looks_as_it_did(snap_compare: Compare) -> None:
    """The whole frame says so."""
    assert snap_compare(leading(2), terminal_size=SMALL, run_before=public)


def test_the_summary_looks_as_it_did(snap_compare: Compare) -> None:
    """Notes or answers to the left, decisions to the right."""
    assert snap_compare(leading(5), terminal_size=SMALL, run_before=quiet)


async def editing(pilot: Pilot[None]) -> None:
    await settled(pilot)
    await pilot.press("e", "down", "plus")
    await settled(pilot)


def test_the_editor_looks_as_it_did(snap_compare: Compare) -> None:
    """Steps with minutes to the left, what is said to the right, and what does not add up."""
    app = an_app(FakeHost(), Start(exercise=my_task()))
    assert snap_compare(app, terminal_size=SMALL, run_before=editing)


async def dated(pilot: Pilot[None]) -> None:
    await settled(pilot)
    await pilot.press("k", *typed("5/12 2026"), "enter", "space")
    await settled(pilot)


def test_the_preparation_looks_as_it_did(snap_compare: Compare) -> None:
    """A list with dates and ticks to the left, why to the right."""
    app = an_app(FakeHost(), Start(exercise=my_task()))
    assert snap_compare(app, terminal_size=SMALL, run_before=dated)


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_the_sorting_looks_as_it_did(snap_compare: Compare, size: tuple[int, int]) -> None:
    """Texts to the left, headings with their numbers to the right; who sees it is said first."""
    host = FakeHost()
    desk = running(host, 4)
    answer(host, desk, TEXTS)
    desk.reveal("reflektion", on_wall=False)
    heading = desk.sorting.add_heading("Skriva begripligt")
    desk.handle(PutUnder(desk.sorting.board().cards[0].mark, heading.id))

    async def sorting(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await pilot.press("x")
        await settled(pilot)

    assert snap_compare(an_app(host, Start(desk=desk)), terminal_size=size, run_before=sorting)
