"""Nothing is cut off on the smallest screen: 80 columns, 24 rows."""

import pytest

from sessionrunner.core.exercise import Exercise
from sessionrunner.core.wording import as_led
from sessionrunner.locale import load
from sessionrunner.tui.start import Start
from tests.tui.fakes import NAMES, FakeHost, an_app, my_task, running, shipped_exercises
from tests.tui.looking import Look, opened

STEPS = [(exercise, number) for exercise in shipped_exercises() for number in range(1, len(exercise.steps) + 1)]
WORDIEST = 12
"""Steps looked at: those with the most to say in the whole library."""
NEEDED = {
    "sv": ("Mellanslag nästa", "p paus", "h hjälp", "z ångra", "? fler"),
    "en": ("Space next", "z undo", "? more"),
}


def squeezed(text: str) -> str:
    return " ".join(text.split())


def notes_column(look: Look) -> str:
    """The words beside the clock."""
    return look.words(columns=44)


def wordiness(one: tuple[Exercise, int]) -> int:
    exercise, number = one
    notes = exercise.steps[number - 1].notes
    return len(notes.say) + len(notes.do) + len(notes.if_quiet) + 40 * bool(exercise.steps[number - 1].tables)


@pytest.mark.parametrize(
    ("exercise", "number"), sorted(STEPS, key=wordiness)[-WORDIEST:], ids=lambda value: getattr(value, "id", str(value))
)
async def test_every_note_is_seen_whole(exercise: Exercise, number: int) -> None:
    """A leader never scrolls for what she should say now."""
    host = FakeHost()
    desk = running(host, number, NAMES, exercise)
    async with opened(an_app(host, Start(desk=desk))) as look:
        if number == len(exercise.steps):
            await look.press("escape")
        notes = as_led(desk.session, exercise.steps[number - 1]).notes
        seen = notes_column(look)
        for word, text in (("SÄG", notes.say), ("GÖR", notes.do), ("TYST?", notes.if_quiet)):
            assert f"{word} {squeezed(text)}" in seen


def opening(exercise: Exercise) -> int:
    return wordiness((exercise, 1)) + sum(map(len, exercise.purpose))


@pytest.mark.parametrize("exercise", sorted(shipped_exercises(), key=opening)[-4:], ids=lambda one: one.id)
async def test_the_purpose_can_be_read_aloud_in_the_first_step(exercise: Exercise) -> None:
    """It stands between what to say and what to do, and pushes neither of them out."""
    desk = running(FakeHost(), 1, NAMES, exercise)
    async with opened(an_app(FakeHost(), Start(desk=desk))) as look:
        notes = as_led(desk.session, exercise.steps[0]).notes
        told = f"SÄG {squeezed(notes.say)} SYFTE {' '.join(exercise.purpose)} GÖR {squeezed(notes.do)}"
        assert told in notes_column(look)


async def test_the_purpose_is_read_once() -> None:
    """From the second step on the place belongs to the step."""
    async with opened(an_app(FakeHost(), Start(desk=running(FakeHost(), 2)))) as look:
        assert "SYFTE" not in look.text()


@pytest.mark.parametrize("people", [3, 13, 30, 200])
async def test_clock_keys_and_top_line_are_there_for_any_headcount(people: int) -> None:
    """From three people to two hundred."""
    host = FakeHost()
    desk = running(host, 2, [f"Förnamn Efternamn {number}" for number in range(people)])
    async with opened(an_app(host, Start(desk=desk))) as look:
        assert look.text().count("█") > 60
        assert all(key in look.text() for key in ("p paus", "z ångra", "? fler"))
        assert "slut 09:35 · i tid" in look.text()


async def test_groups_say_who_reports_and_where_they_go_next() -> None:
    """With the notes whole there is still room for four tables."""
    host = FakeHost()
    desk = running(host, 2)
    async with opened(an_app(host, Start(desk=desk))) as look:
        for place in desk.room.public().places:
            row = (
                f"{place.table} {place.label} {', '.join(place.members)} rapport: {place.reporter} → {place.next_table}"
            )
            assert row in look.words()


@pytest.mark.parametrize("language", ["sv", "en"])
async def test_the_most_needed_keys_stand_on_the_bottom_line(language: str) -> None:
    """The rest is behind the question mark."""
    host = FakeHost()
    async with opened(an_app(host, Start(desk=running(host, 2)), language)) as look:
        bottom = look.text().splitlines()[-1]
        assert all(key in bottom for key in NEEDED[language])
        await look.press("question_mark")
        for key in ("reveal", "lesson", "end", "phones"):
            assert load(language)(f"tui.key.{key}.help") in look.words()


async def test_the_preparation_and_the_people_fit() -> None:
    """Every thing to do before the hour is in sight, and so is what the headcount means."""
    async with opened(an_app(FakeHost(), Start(exercise=my_task()))) as look:
        for needed in my_task().preparation.room:
            assert needed in look.words(columns=48)
        await look.press("enter")
        await look.write("14")
        assert "Grupper 3+3+2+2+2+2" in look.text()
        assert "Var ska lärdomarna sparas?" in look.text()


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (100, 30), (120, 24), (240, 70)])
async def test_no_size_makes_it_fall_over(size: tuple[int, int]) -> None:
    """Somebody always turns the projector on in the middle."""
    host = FakeHost()
    async with opened(an_app(host, Start(desk=running(host, 2))), size) as look:
        for key in ("g", "escape", "v", "v", "f", "escape", "l", "escape", "q", "escape", "question_mark", "escape"):
            await look.press(key)
        assert "steg 2 av 5" in look.text()
