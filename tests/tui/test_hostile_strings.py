"""Thousands of hostile texts through the screens: what is painted is text and nothing else."""

from collections.abc import Sequence

import pytest
from textual.app import App, ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from sessionrunner.core.exercise import Question, QuestionKind
from sessionrunner.core.lesson import Collected
from sessionrunner.locale import load
from sessionrunner.tui.safe import one_line, safe
from sessionrunner.tui.widgets.answers import answer_text
from tests.hostile import COUNT, in_heaps, strings
from tests.tui.pictures import settled

HEAP = 1000
_LISTED = 50
SWEDISH = load("sv")
ASK = Question("q", "Vad?", QuestionKind.TEXT)


class Screenful(App[None]):
    """As many texts as a very tall terminal holds."""

    def __init__(self, paint: Sequence[Content]) -> None:
        super().__init__()
        self._paint = paint

    def compose(self) -> ComposeResult:
        """One long text, and some of it as a list: the two ways in which words from the room are shown."""
        yield OptionList(*[Option(one) for one in self._paint[:_LISTED]], markup=False)
        yield Static(Content("\n").join(self._paint))


async def painted(paint: Sequence[Content]) -> tuple[set[str], int]:
    """Every control character on the screen, and how many segments carry an action."""
    app = Screenful(paint)
    async with app.run_test(size=(120, 2 * HEAP)) as pilot:
        await settled(pilot)
        segments = [segment for strip in app.screen._compositor.render_strips() for segment in strip]
    chars = {char for segment in segments for char in segment.text}
    wrong = {char for char in chars if ord(char) < 32 or 0x7F <= ord(char) < 0xA0 or char in "\u202e\u2066\u2069\u200f"}
    return wrong, sum("@click" in (segment.style.meta if segment.style else {}) for segment in segments)


@pytest.mark.parametrize("shape", [safe, one_line])
async def test_no_text_is_more_than_text_on_the_screen(shape: object) -> None:
    """Rule: no control character reaches the terminal and no bracket is an action, whatever anybody writes."""
    assert callable(shape)
    for heap in in_heaps(strings(), HEAP):
        assert await painted([shape(text) for text in heap]) == (set(), 0)


async def test_no_answer_is_more_than_text_on_the_screen() -> None:
    """Rule: answers go the same way, a heap of them under each question."""
    for heap in in_heaps(strings(COUNT // 3, seed=5), HEAP):
        assert await painted([answer_text(SWEDISH, [Collected(ASK, tuple(heap))])]) == (set(), 0)


async def test_texts_that_nobody_made_safe_would_have_been_noticed() -> None:
    """The control: the same texts as they came."""
    wrong, _ = await painted([Content(text.replace("\n", " ")) for text in strings(HEAP)])
    assert "\x1b" in wrong or "\x9b" in wrong
