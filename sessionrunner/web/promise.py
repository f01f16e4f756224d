"""What happens to an answer, told beside the form that asks for it."""

from collections.abc import Mapping, Sequence

from sessionrunner.core.exercise import Per, Question
from sessionrunner.web.border import paragraphs
from sessionrunner.web.voice import Voice

CAREFUL_BELOW = 5
"""With fewer answers than this shown, people are warned before they write."""


class Promise:
    """The words about an answer's way from the phone to the wall."""

    def __init__(self, voice: Voice, way: str = "promise") -> None:
        """``way`` is where the words are about the answer on its way: ``promise``, ``sealed`` or ``unsealed``."""
        self._voice = voice
        self._way = way

    def render(self, questions: Sequence[Question], threshold: int, cases: bool = False) -> str:
        """As HTML, below these questions. ``cases``: texts stay in the room."""
        said = self.said(threshold, cases)
        common = all(question.per is Per.GROUP for question in questions)
        short, more = paragraphs(said["common" if common else "short"]), paragraphs(said["more"])
        return (
            f'<div id="promise">{short}'
            f"<details><summary>{self._voice.say('promise.read-more')}</summary>{more}</details></div>"
        )

    def careful(self, threshold: int) -> str:
        """As HTML, what to know before writing when few answers are enough; empty otherwise."""
        if threshold >= CAREFUL_BELOW:
            return ""
        return f'<p class="careful">{self._voice.say("promise.careful", n=threshold)}</p>'

    def for_group(self, threshold: int, table: bool = False) -> str:
        """As HTML, above the questions that a group answers together; ``table``: its table is told with the answer."""
        who = "table" if table else "group"
        title = self._voice.say(f"promise.{who}-title")
        about = paragraphs(self._voice.words(f"web.promise.{who}", n=threshold))
        return f'<h2 class="group">{title}</h2><div class="group">{about}</div>'

    def said(self, threshold: int, cases: bool = False) -> Mapping[str, str]:
        """The same words as the script needs them."""
        words, kind = self._voice.words, "-cases" if cases else ""
        return {
            "careful": words("web.promise.careful", n=threshold) if threshold < CAREFUL_BELOW else "",
            "common": words("web.promise.common"),
            "short": words(f"web.promise.short{kind}", n=threshold),
            "more": self._more(kind),
            "group-title": words("web.promise.group-title"),
            "group": words("web.promise.group", n=threshold),
            "table-title": words("web.promise.table-title"),
            "table": words("web.promise.table"),
            "read-more": words("web.promise.read-more"),
        }

    def _more(self, kind: str) -> str:
        """What is promised everywhere, and what holds where the answer passes somebody else's server."""
        words = self._voice.words
        about = [] if self._way == "promise" else [words(f"web.{self._way}.more")]
        return "\n".join([*about, words(f"web.promise.more{kind}")])
