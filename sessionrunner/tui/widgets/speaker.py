"""Whose turn it is and who comes then, in a step where one after the other has the word."""

from textual.content import Content
from textual.widgets import Static

from sessionrunner.core.speaking import Speakers
from sessionrunner.locale import Catalogue, speaking
from sessionrunner.tui.safe import one_line


class SpeakerLine(Static):
    """The name that is called out, larger than what comes after it; takes no room where nobody is named."""

    def __init__(self, words: Catalogue) -> None:
        super().__init__(id="speaker")
        self._words = words
        self._shown: Speakers | None = None
        self.display = False

    def show(self, speakers: Speakers | None) -> None:
        """Name these."""
        if speakers == self._shown:
            return
        self._shown = speakers
        self.display = speakers is not None
        if speakers is not None:
            self.update(self._told(speakers))

    def _told(self, speakers: Speakers) -> Content:
        who = speaking.speaker(self._words, speakers.now, speakers.groups)
        now = one_line(self._words("speaking.now", who=who)).pad(1, 1).stylize("bold reverse")
        return Content("\n").join([now, one_line(speaking.then(self._words, speakers)).pad_left(1)])
