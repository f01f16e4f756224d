"""What comes after this step."""

import re
from textwrap import wrap

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from sessionrunner.core import timeline
from sessionrunner.core.session import Session
from sessionrunner.core.wording import as_led, on_one_line
from sessionrunner.locale import Catalogue
from sessionrunner.tui import phrases
from sessionrunner.tui.safe import one_line

_ROWS, _ROWS_WHEN_TALL = 2, 4
"""Of what the room will be asked to do."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\s+(?=· )")


class NextUp(Widget):
    """The next step with its minutes, its way of working and what the room will be asked to do."""

    def __init__(self, words: Catalogue) -> None:
        super().__init__(id="next-up")
        self._words = words
        self._first = Content("")
        self._asked = ""

    def show(self, session: Session) -> None:
        """Look at what is left of the exercise."""
        step = session.next_step
        word = Content.styled(self._words("tui.next.word"), "bold $accent")
        if step is None:
            head, task = word + "  " + one_line(self._words("tui.next.last")), ""
        else:
            length = phrases.minutes(self._words, timeline.planned(session, step))
            under = self._words("tui.next.how", length=length, mode=self._words(f"tui.mode.{step.mode.value}"))
            head = Content("\n").join([word + "  " + one_line(step.title, "bold"), one_line(under, "$muted")])
            task = one_line(on_one_line(as_led(session, step).wall)).plain
        if (head, task) != (self._first, self._asked):
            self._first, self._asked = head, task
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Everything that ``render`` shows."""
        return self._shown(width).get_height({}, max(width, 1))

    def render(self) -> Content:
        """The head, and as many whole sentences of the task as there is room for."""
        return self._shown(self.size.width)

    def _shown(self, width: int) -> Content:
        rows = _ROWS_WHEN_TALL if self.screen.has_class("-tall") else _ROWS
        told = whole_sentences(self._asked, max(width, 1), rows)
        return Content("\n").join([self._first, Content(told)]) if told else self._first


def whole_sentences(text: str, width: int, rows: int) -> str:
    """As many of the text's sentences as these rows hold; the first one is cut when even that is too long."""
    kept = ""
    for sentence in _SENTENCE.split(text):
        longer = f"{kept} {sentence}".strip()
        if len(wrap(longer, width)) > rows:
            break
        kept = longer
    return kept if kept or not text else " ".join(wrap(text, width, max_lines=rows, placeholder=" …"))
