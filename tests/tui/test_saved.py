"""The last screen: where everything is, and a Word file with one key."""

import pytest

from sessionrunner.core.exercise import LessonKind
from sessionrunner.tui.start import Start
from tests.tui.fakes import FakeHost, an_app, running
from tests.tui.looking import opened


@pytest.mark.parametrize(("key", "name"), [("w", "lärdomar.docx"), ("p", "lärdomar.pdf"), ("b", "lärdomar.png")])
async def test_a_copy_is_one_key_away(key: str, name: str) -> None:
    """And the screen says where it lies."""
    host = FakeHost()
    desk = running(host, 5)
    desk.add_lesson(LessonKind.ACTIVITY, "Korta mallen")
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("escape", "e", "enter", key)
        assert look.told() == f"{name} ligger i lärdomsmappen."
    assert [copy.name for copy in host.archive.copies] == [name]


async def test_a_copy_of_nothing_is_refused_in_words() -> None:
    """No decision has a date: what to do is said, and nothing is made."""
    host = FakeHost()
    async with opened(an_app(host, Start(desk=running(host, 5)))) as look:
        await look.press("escape", "e", "enter", "k")
        assert "har ett datum" in look.told()
    assert host.archive.copies == []
