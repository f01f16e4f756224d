"""Every screen in every state, at three sizes, in every theme: it looks as it did, and can be read.

Made anew by ``pytest tests/tui/test_snapshots.py --snapshot-update``. The theme that is chosen by default is kept
as pictures. A picture in another theme would say the same words once more and only differ in its colours, so those are
kept as a ledger: the colours with the number of cells in each, and a fingerprint of every cell, which another colour,
another word or another place changes.
"""

from dataclasses import replace
from pathlib import Path
from typing import Protocol

import pytest
from textual.pilot import Pilot

from sessionrunner.tui.app import SessionApp
from sessionrunner.tui.colours import textual_theme
from tests.tui.colour_ledger import ledger, unreadable
from tests.tui.fakes import themes
from tests.tui.looking import Look, opened
from tests.tui.pictures import LARGE, MIDDLE, SMALL, Size, settled
from tests.tui.scenes import SCENES

LEDGERS = Path(__file__).with_name("__snapshots__") / "colours"
USUAL = "morkt"


class Compare(Protocol):
    def __call__(self, app: SessionApp, *, terminal_size: Size, run_before: object) -> bool: ...


def agrees(name: str, found: str, update: bool) -> None:
    """The ledger is as it was kept; with ``update`` it is kept as it is."""
    kept = LEDGERS / f"{name}.txt"
    if update:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(found, "utf-8", newline="\n")
    assert found == kept.read_text("utf-8")


async def still(pilot: Pilot[None]) -> None:
    """Wait until nothing has been drawn for a while: some parts come behind the first paint, or with the next tick."""
    look, seen = Look(pilot.app, pilot), [""]  # type: ignore[arg-type]
    while len(seen) < 4 or len({*seen[-4:]}) > 1:
        await pilot.pause(0.15)
        await settled(pilot)
        seen.append(look.text())


async def in_every_theme(pilot: Pilot[None]) -> str:
    """The screen's ledger in one theme after the other, after looking that each can be read."""
    found = []
    look = Look(pilot.app, pilot)  # type: ignore[arg-type]
    for field in pilot.app.screen.query("Input, TextArea"):
        field.cursor_blink = False  # type: ignore[attr-defined]
    for theme in sorted(themes(), key=lambda one: one == USUAL):
        pilot.app.theme = theme
        await settled(pilot)
        rows = list(look.segments())
        assert unreadable(rows) == set(), theme
        found.append(f"{theme}\n{ledger(rows)}\n")
    return "\n".join(found)


@pytest.mark.parametrize("size", [SMALL, MIDDLE, LARGE], ids=["80x24", "120x36", "160x45"])
@pytest.mark.parametrize("scene", SCENES)
def test_the_screen_looks_as_it_did(
    snap_compare: Compare, request: pytest.FixtureRequest, scene: str, size: Size
) -> None:
    """Rule: no colour, word or place changes unseen, and words stand out 4.5 to 1 on every screen in every theme."""
    found: list[str] = []

    async def led(pilot: Pilot[None]) -> None:
        await settled(pilot)
        for key in SCENES[scene].keys:
            await pilot.press(key)
            await settled(pilot)
        await still(pilot)
        found.append(await in_every_theme(pilot))

    assert snap_compare(SCENES[scene].app(), terminal_size=size, run_before=led)
    agrees(f"{scene}-{size[0]}x{size[1]}", found[0], request.config.option.update_snapshots)


def skewed(**colours: str) -> SessionApp:
    """The tables in the usual theme with some of its colours changed."""
    app = SCENES["running-tables"].app()
    app.register_theme(textual_theme(replace(themes()[USUAL], **colours)))  # type: ignore[arg-type]
    return app


async def test_another_colour_or_another_place_would_have_been_noticed() -> None:
    """The control: one colour of the theme changed by a shade, and the notes moved by a row."""
    async with opened(SCENES["running-tables"].app()) as look:
        as_it_is = ledger(look.segments())
        look.app.screen.query_one("#script").styles.padding = 2
        await look.press()
        assert ledger(look.segments()) != as_it_is
    async with opened(skewed(muted="#aab7c3")) as look:
        assert ledger(look.segments()) != as_it_is


async def test_words_too_much_like_their_ground_would_have_been_noticed() -> None:
    """The control: a theme whose second-rank text is nearly the ground."""
    async with opened(skewed(muted="#4a5763")) as look:
        assert ("#4a5763", "#101418") in unreadable(look.segments())
