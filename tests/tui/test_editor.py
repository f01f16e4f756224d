"""A leader changes an exercise with the keyboard alone, and the one that came with the program stays as it was."""

import re
from datetime import timedelta
from pathlib import Path

from textual.widgets import OptionList

from sessionrunner.core.exercise import Exercise
from sessionrunner.core.manuscript import put
from sessionrunner.storage.library import Library, shipped_folder
from sessionrunner.storage.workshop import Workshop
from sessionrunner.tui.app import SessionApp
from sessionrunner.tui.screens.editor import EditorScreen
from sessionrunner.tui.screens.library import LibraryScreen
from sessionrunner.tui.screens.preparation import PreparationScreen
from sessionrunner.tui.start import Start
from tests.tui.fakes import FakeHost, an_app, my_task
from tests.tui.looking import Look, opened


def preparing(own: Path) -> SessionApp:
    """The preparation of a shipped exercise, with a folder for the leader's own."""
    return an_app(FakeHost(own=own), Start(exercise=my_task()))


def kept(own: Path, name: str = "egna/min-uppgift") -> Exercise:
    return Library([shipped_folder("exercises"), own]).find(name)[0]


def names(look: Look) -> list[str]:
    """The steps in the order they stand, without their minutes."""
    listing = look.app.screen.query_one("#step-list", OptionList)
    return [str(option.prompt).split(maxsplit=1)[-1].strip() for option in listing.options][1:]


async def test_a_minute_more_is_saved_as_a_version_of_ones_own(tmp_path: Path) -> None:
    """Two steps down, plus, the sum taken over, saved: the file says that and no more."""
    async with opened(preparing(tmp_path)) as look:
        await look.press("e", "down", "down", "plus", "m", "s")
    own, shipped = kept(tmp_path), kept(tmp_path, "introduktion/min-uppgift")
    assert (own.minutes, shipped.minutes) == (timedelta(minutes=36), timedelta(minutes=35))
    text = (tmp_path / "egna" / "min-uppgift.yaml").read_text("utf-8")
    own_steps = text.split("steps:\n")[1].split("built_on:")[0]
    assert own_steps.split() == ["-", "id:", "bikupa", "minutes:", "6"]


async def test_the_total_is_told_beside_what_it_should_be(tmp_path: Path) -> None:
    """A minute too many is seen at once, and the remedy with it."""
    async with opened(preparing(tmp_path)) as look:
        await look.press("e", "plus")
        assert "stegen tar 36 min, övningen ska ta 35" in look.words()
        assert "tryck m" in look.words()
        await look.press("z")
        assert "Allt stämmer" in look.words()


async def test_a_faulty_exercise_is_not_saved(tmp_path: Path) -> None:
    """The same reader as for files says what is wrong."""
    async with opened(preparing(tmp_path)) as look:
        await look.press("e", "plus", "s")
        assert "36" in look.told()
    assert not (tmp_path / "egna").exists()


async def test_a_note_is_rewritten(tmp_path: Path) -> None:
    """Enter, enter, the text, done."""
    async with opened(preparing(tmp_path)) as look:
        await look.press("e", "enter", "down", "down", "enter")
        await look.write(" Hej hopp")
        await look.press("ctrl+s", "s")
    assert kept(tmp_path).steps[0].notes.say.endswith("olika. Hej hopp")


async def test_steps_are_moved_added_and_removed_and_it_can_all_be_taken_back(tmp_path: Path) -> None:
    """As many times as anything was done."""
    async with opened(preparing(tmp_path)) as look:
        await look.press("e")
        before = names(look)
        await look.press("n", "l", "down", "enter", "u", "x", "x")
        assert names(look) != before
        await look.press(*"zzzzz")
        assert names(look) == before
        await look.press("y")
        assert names(look)[1] == before[0]


async def test_leaving_asks_about_what_is_not_saved(tmp_path: Path) -> None:
    """No slip of the finger costs an evening."""
    async with opened(preparing(tmp_path)) as look:
        await look.press("e", "plus", "escape")
        assert "Lämna utan att spara?" in look.text()
        await look.press("escape")
        assert isinstance(look.app.screen, EditorScreen)


async def test_the_preparation_goes_on_with_what_was_saved(tmp_path: Path) -> None:
    """Back from the editor it is the own version that is prepared."""
    async with opened(preparing(tmp_path)) as look:
        await look.press("e", "plus", "m", "s", "escape")
        assert isinstance(look.app.screen, PreparationScreen)
        assert look.app.screen.this_time.exercise.id == "egna/min-uppgift"


async def test_a_new_exercise_from_five_answers(tmp_path: Path) -> None:
    """From the library, with a mistake on the way, to the editor and a file."""
    async with opened(an_app(FakeHost(own=tmp_path))) as look:
        await look.press("n")
        for answer in ("Fikastund", "Vi pratar", "Vad är gott?", "1 9"):
            await look.write(answer)
            await look.press("enter")
        assert "siffrorna 1–7" in look.words()
        await look.press("backspace", "5", "enter", "enter", "s")
        await look.press("escape")
        assert isinstance(look.app.screen, LibraryScreen)
    made = kept(tmp_path, "egna/fikastund")
    assert (len(made.steps), made.steps[1].wall.splitlines()[0]) == (5, "Vad är gott?")


def adapted(own: Path, says: str) -> None:
    """A version of one's own with a greeting that was written over this one."""
    workshop = Workshop(own, Library([shipped_folder("exercises") / "introduktion", own]))
    version = workshop.version("introduktion/min-uppgift", str, "Egna övningar")
    keys = put(version.keys, ("steps", 0, "notes", "say"), "Hallå")
    text = workshop.text(version.become(keys))
    sign = re.search(r"steps.start.notes.say: (\w+)", text)
    assert sign is not None
    (own / "egna").mkdir()
    (own / "egna" / "min-uppgift.yaml").write_text(text.replace(sign[1], says or sign[1]), "utf-8")


async def test_the_editor_tells_what_has_changed_beneath_ones_own_text(tmp_path: Path) -> None:
    """What the other exercise says now can be read; saving counts as having read it."""
    adapted(tmp_path, "00000000")
    own = kept(tmp_path)
    async with opened(an_app(FakeHost((own,), own=tmp_path), Start(exercise=own))) as look:
        await look.press("e")
        assert "! 3 Syfte och tid" in look.words()
        assert "har ändrats under er text. Där står nu: Välkomna! Vi har" in look.words()
        await look.press("s")
        assert "har ändrats" not in look.words()
    assert "00000000" not in (tmp_path / "egna" / "min-uppgift.yaml").read_text("utf-8")


async def test_what_still_stands_beneath_is_not_spoken_of(tmp_path: Path) -> None:
    """The control: the same version over an exercise that has not changed."""
    adapted(tmp_path, "")
    own = kept(tmp_path)
    async with opened(an_app(FakeHost((own,), own=tmp_path), Start(exercise=own))) as look:
        await look.press("e")
        assert "Allt stämmer" in look.words()
        assert "!  3" not in look.words()
