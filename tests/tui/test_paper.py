"""Paper slips typed in a burst, and answers that wait for the leader."""

from dataclasses import replace

import pytest

from sessionrunner.core.exercise import Exercise
from sessionrunner.desk import Desk
from sessionrunner.tui.start import Start
from tests.tui.fakes import FakeHost, an_app, my_task, running
from tests.tui.looking import Look, opened
from tests.tui.pictures import TEXTS

NUMBER = "Hon är 850709-1234"


def one_question() -> Exercise:
    """The exercise with only its first question."""
    plain = my_task()
    return replace(plain, steps=tuple(replace(step, collect=step.collect[:1]) for step in plain.steps))


@pytest.fixture
def host() -> FakeHost:
    return FakeHost()


@pytest.fixture
def desk(host: FakeHost) -> Desk:
    """The reflection, with one question."""
    return running(host, 4, exercise=one_question())


async def type_slip(look: Look, text: str) -> None:
    await look.write(text)
    await look.press("enter")


async def test_slips_are_typed_one_after_the_other(host: FakeHost, desk: Desk) -> None:
    """Enter is the next slip, Esc is done."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("i")
        for text in ("En lapp", "En till"):
            await type_slip(look, text)
        assert "2 lappar är sparade" in look.words()
        assert "En till" not in look.text()
        await look.press("escape")
    assert sorted(str(*one.answers.values()) for one in host.box.submissions.values()) == ["En lapp", "En till"]


async def test_a_form_of_several_questions_is_asked_one_by_one(host: FakeHost) -> None:
    """An empty line skips a question; nothing is handed in before the last."""
    desk = running(host, 4)
    many = len(desk.session.exercise.step("reflektion").collect)
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("i")
        await type_slip(look, "En lapp")
        assert f"Fråga 2 av {many}" in look.words()
        assert not host.box.submissions
        await look.press(*["enter"] * (many - 1))
    assert [list(one.answers.values()) for one in host.box.submissions.values()] == [["En lapp"]]


async def test_a_slip_with_a_number_is_mended_or_waits(host: FakeHost, desk: Desk) -> None:
    """The field keeps the text; Enter again lets it wait, and one key takes it without the number."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("i")
        await type_slip(look, NUMBER)
        assert "ser ut som ett personnummer" in look.words() and not host.box.submissions
        await look.press("enter", "escape")
        assert desk.answers.held_back.counts() == {"reflektion": 1}
        assert "1 svar väntar" in look.words()
        await look.press("o", "t")
    assert [list(one.answers.values()) for one in host.box.submissions.values()] == [["Hon är […]"]]


@pytest.mark.parametrize(("key", "left"), [("u", 0), ("escape", 1)])
async def test_what_waits_can_be_left_out_or_left_for_later(host: FakeHost, desk: Desk, key: str, left: int) -> None:
    """Nothing happens by itself."""
    for _ in range(2):
        desk.room.submit("reflektion", "x", {desk.session.exercise.step("reflektion").collect[0].id: NUMBER})
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("o")
        assert "850709" not in look.text()
        await look.press(key)
    assert len(host.box.submissions) == left


async def test_an_unfinished_slip_is_told(host: FakeHost, desk: Desk) -> None:
    """Esc in the middle of a line loses it, and says so."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("i")
        await look.write("Halv")
        await look.press("escape")
        assert look.told() == "Den sista lappen sparades inte."
    assert not host.box.submissions


async def test_a_full_form_can_take_more(host: FakeHost, desk: Desk) -> None:
    """The line tells it, the key asks."""
    question = desk.session.exercise.step("reflektion").collect[0].id
    for number in range(29):
        desk.room.submit("reflektion", f"{number}", {question: TEXTS[0]})
    async with opened(an_app(host, Start(desk=desk))) as look:
        assert "fast ni är 13" in look.words()
        await look.press("o", "enter")
    assert not desk.room.full("reflektion")


async def test_without_anything_waiting_the_key_says_so(host: FakeHost, desk: Desk) -> None:
    """No empty dialogue."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("o")
        assert look.told() == "Inga svar väntar."


async def test_late_slips_are_opened_five_at_a_time(host: FakeHost, desk: Desk) -> None:
    """The key for answers asks again when there are enough."""
    question = desk.session.exercise.step("reflektion").collect[0].id
    for text in TEXTS[:5]:
        desk.room.submit("reflektion", text, {question: text})
    desk.reveal("reflektion")
    for number in range(5):
        desk.answers.receiving.slip("reflektion", "", {question: f"sen {number}"})
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("r", "enter")
    assert len(desk.answers.collected()[0].answers) == 10


async def test_without_a_form_there_is_nothing_to_type(host: FakeHost) -> None:
    """Before anybody has been asked."""
    desk = running(host, 1)
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("i")
        assert look.told()
