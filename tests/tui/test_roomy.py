"""What a larger screen is used for, and what is told whole or not at all."""

import pytest

from sessionrunner.tui.start import Start
from sessionrunner.tui.widgets.next_up import whole_sentences
from sessionrunner.tui.widgets.qr_code import QrCode
from tests.tui.fakes import NAMES, FakeHost, an_app, my_task, running
from tests.tui.looking import Look, opened
from tests.tui.pictures import LARGE, MIDDLE, SMALL, Size
from tests.tui.scenes import SCENES

COURSE = "Så går övningen till"


@pytest.mark.parametrize("scene", ["preparation", "people", "lobby"])
async def test_where_there_is_room_the_hours_course_is_told_before_it_begins(scene: str) -> None:
    """A small screen has no room for it; nothing there is squeezed out by it."""
    for size, told in ((SMALL, False), (MIDDLE, True), (LARGE, True)):
        async with opened(SCENES[scene].app(), size) as look:
            await look.press(*SCENES[scene].keys)
            assert (COURSE in look.text()) is told


async def test_what_to_say_first_is_read_already_while_preparing() -> None:
    """With the hour's minutes in it, as it will be said."""
    async with opened(an_app(FakeHost(), Start(exercise=my_task())), MIDDLE) as look:
        assert "Välkomna! Vi har 35 minuter." in look.words()


@pytest.mark.parametrize(("size", "columns", "rows"), [(SMALL, 37, 19), (MIDDLE, 37, 19), (LARGE, 74, 38)])
async def test_the_code_is_twice_as_large_where_half_of_the_screen_is_left(size: Size, columns: int, rows: int) -> None:
    """From the back row a mirrored screen can be scanned too, and the words keep their half."""
    async with opened(an_app(FakeHost(), Start(exercise=my_task(), people=tuple(NAMES))), size) as look:
        code = look.app.screen.query_one(QrCode)
        assert (code.size.width, code.size.height) == (columns, rows)
        assert "Enter startar första steget." in look.text()


async def test_a_course_that_does_not_fit_whole_is_left_out_of_the_lobby() -> None:
    """What begins is told to its end."""
    async with opened(an_app(FakeHost(), Start(exercise=my_task(), people=tuple(NAMES))), (120, 25)) as look:
        assert COURSE not in look.text()
        assert "Enter startar första steget." in look.text()


async def what_now(size: Size) -> str:
    """The rows of the running screen from the word NU on."""
    host = FakeHost()
    async with opened(an_app(host, Start(desk=running(host, 2))), size) as look:
        return _from(look, "NU ")


def _from(look: Look, word: str) -> str:
    text = look.text()
    return text[text.index(word) :] if word in text else ""


async def test_on_a_large_screen_what_to_do_now_needs_no_key() -> None:
    """Beside the notes, not instead of any of them."""
    assert "Visa vem som går till vilket bord." in await what_now(LARGE)
    assert await what_now(MIDDLE) == await what_now(SMALL) == ""


def test_what_comes_next_is_told_in_whole_sentences() -> None:
    """As many as there are rows for; the first is cut, and shows it, only when even that is too long."""
    text = "Läs lappen. Tänk er att den stämmer helt. Skriv hur det märks i arbetet."

    assert whole_sentences(text, 34, 2) == "Läs lappen. Tänk er att den stämmer helt."
    assert whole_sentences(text, 80, 1) == text
    assert whole_sentences(text, 10, 1) == "Läs …"
    assert whole_sentences("2 min: berätta · 4 min: vi ger idéer", 20, 1) == "2 min: berätta"
    assert whole_sentences("", 10, 2) == ""


async def test_everything_that_a_new_exercise_can_have_is_told_on_the_smallest_screen() -> None:
    """No line runs out of the picture, and no number is parted from what it stands for."""
    async with opened(an_app(FakeHost())) as look:
        await look.press("n")
        lines = look.text().splitlines()
        assert "till exempel 1\N{NO-BREAK SPACE}5." in look.text()
        assert all(any(f"{n}\N{NO-BREAK SPACE}" in line for line in lines) for n in range(1, 8))


async def test_the_day_to_follow_up_is_asked_for_below_the_clock() -> None:
    """As every other line that is written under the hour."""
    host = FakeHost()
    async with opened(an_app(host, Start(desk=running(host, 5)))) as look:
        await look.press("f8")
        assert "KVAR" in look.text()
        assert "När följer ni upp det ni har bestämt?" in look.words()
