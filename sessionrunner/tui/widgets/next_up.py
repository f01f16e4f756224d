"""What comes after this step."""

from textual.content import Content
from textual.widgets import Static

from sessionrunner.core import timeline
from sessionrunner.core.session import Session
from sessionrunner.core.wording import as_led
from sessionrunner.locale import Catalogue
from sessionrunner.tui import phrases
from sessionrunner.tui.safe import one_line


class NextUp(Static):
    """The next step with its minutes, its way of working and what the room will be asked to do."""

    def __init__(self, words: Catalogue) -> None:
        super().__init__(id="next-up")
        self._words = words

    def show(self, session: Session) -> None:
        """Look at what is left of the exercise."""
        step = session.next_step
        word = Content.styled(self._words("tui.next.word"), "bold $accent")
        if step is None:
            self.update(word + "  " + one_line(self._words("tui.next.last")))
            return
        length = phrases.minutes(self._words, timeline.planned(session, step))
        under = self._words("tui.next.how", length=length, mode=self._words(f"tui.mode.{step.mode.value}"))
        task = [one_line(as_led(session, step).wall)] if step.wall else []
        self.update(Content("\n").join([word + "  " + one_line(step.title, "bold"), one_line(under, "$muted"), *task]))
