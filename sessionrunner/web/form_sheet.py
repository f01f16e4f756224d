"""The reflection form as HTML, for phones without a script and until a script takes over."""

import secrets
from collections.abc import Mapping, Sequence
from html import escape

from sessionrunner.core.exercise import Per, Question, QuestionKind
from sessionrunner.core.public import Form
from sessionrunner.core.reflections import LONGEST, Rejection, scale
from sessionrunner.locale import Catalogue
from sessionrunner.web.answers import PREFIX
from sessionrunner.web.ballot_sheet import BallotSheet
from sessionrunner.web.border import paragraphs

CAREFUL_BELOW = 5
"""With fewer answers than this shown, people are warned before they write."""


class FormSheet:
    """Draws a form with its questions, what is wrong, and what happens to the answer."""

    def __init__(self, words: Catalogue, query: str = "", home: str = "", way: str = "promise") -> None:
        """``query`` follows every address; ``home`` is the language of the questions when it is another one.

        ``way`` is where the words are about what happens to the answer on its way.
        """
        self._way = way
        self._words = words
        self._query = query
        self._foreign = f' lang="{home}"' if home else ""
        self._ballot = BallotSheet(words, query, self._foreign)

    def render(self, form: Form, threshold: int, rejections: Sequence[Rejection], cases: bool = False) -> str:
        """The whole form; what was typed is never in it. ``cases``: texts stay in the room."""
        if form.dots:
            return self._ballot.render(form, threshold, rejections)
        reasons = {one.question: one for one in rejections}
        fields = "".join(
            self._above(form.questions, number, threshold) + self._field(number, question, reasons.get(question.id))
            for number, question in enumerate(form.questions)
        )
        whole = self.reason(reasons[""]) if "" in reasons else ""
        back = f'<p class="wrong">{self._say("page.go-back")}</p>' if rejections else ""
        return (
            f'<form method="post" action="answers{self._query}" accept-charset="utf-8" novalidate>{back}{whole}'
            f'<input type="hidden" name="step" value="{escape(form.step)}">'
            f'<input type="hidden" name="submission" value="{secrets.token_hex(16)}">'
            f"{self._careful(threshold)}{fields}{self._promise(form.questions, self.promise(threshold, cases))}"
            f'<button type="submit">{self._say("script.send")}</button></form>'
        )

    def _above(self, questions: Sequence[Question], number: int, threshold: int) -> str:
        """Before the first of the group's questions: who answers them, and what happens to what is written."""
        before = questions[number - 1].per if number else Per.PERSON
        if questions[number].per is not Per.GROUP or before is Per.GROUP:
            return ""
        about = paragraphs(self._words("web.promise.group", n=threshold))
        return f'<h2 class="group">{self._say("promise.group-title")}</h2><div class="group">{about}</div>'

    def _field(self, number: int, question: Question, rejection: Rejection | None) -> str:
        wrong = self.reason(rejection, f"w{number}") if rejection else ""
        draw = {QuestionKind.TEXT: self._text, QuestionKind.SCALE: self._scale, QuestionKind.CHOICE: self._choice}
        return draw[question.kind](number, question, wrong)

    def _text(self, number: int, question: Question, wrong: str) -> str:
        about = f' aria-invalid="true" aria-describedby="w{number}"' if wrong else ""
        return (
            f'<div class="ask"><label for="f{number}"{self._foreign}>{escape(question.ask)}</label>'
            f'<textarea id="f{number}" name="{PREFIX}{escape(question.id)}" rows="5" maxlength="{LONGEST}"{about}>'
            f"</textarea>{wrong}</div>"
        )

    def _scale(self, number: int, question: Question, wrong: str) -> str:
        ends = self._ends(question)
        values = "".join(_radio(question, value) for value in scale(question))
        return self._fieldset(number, question, f'{ends}<div class="scale">{values}</div>{wrong}')

    def _choice(self, number: int, question: Question, wrong: str) -> str:
        options = "".join(_radio(question, option) for option in question.options)
        return self._fieldset(number, question, f'<div class="choice">{options}</div>{wrong}')

    def _fieldset(self, number: int, question: Question, inside: str) -> str:
        legend = f"<legend{self._foreign}>{escape(question.ask)}</legend>"
        return f'<fieldset class="ask" id="f{number}">{legend}{inside}</fieldset>'

    def _ends(self, question: Question) -> str:
        pairs = ((question.least, question.low), (question.most, question.high))
        said = "".join(f'<p class="end">{value} = {escape(word)}</p>' for value, word in pairs if word)
        return f'<div class="ends">{said}</div>'

    def _careful(self, threshold: int) -> str:
        if threshold >= CAREFUL_BELOW:
            return ""
        return f'<p class="careful">{self._say("promise.careful", n=threshold)}</p>'

    def _promise(self, questions: Sequence[Question], said: Mapping[str, str]) -> str:
        common = all(question.per is Per.GROUP for question in questions)
        short, more = paragraphs(said["common" if common else "short"]), paragraphs(said["more"])
        return (
            f'<div id="promise">{short}'
            f"<details><summary>{self._say('promise.read-more')}</summary>{more}</details></div>"
        )

    def _more(self, kind: str) -> str:
        """What is promised everywhere, and what holds where the answer passes somebody else's server."""
        about = [] if self._way == "promise" else [self._words(f"web.{self._way}.more")]
        return "\n".join([*about, self._words(f"web.promise.more{kind}")])

    def mark(self, what: str, done: str) -> str:
        """The button of those who are done; with a script it is there all the time and shown when it is needed."""
        already = bool(what) and done == what
        hidden = "" if what and not already else " hidden"
        said = f'<p class="calm">{self._say("script.not-ready")}</p>' if already else ""
        return said + (
            f'<form method="post" action="klar{self._query}" id="mark"{hidden}>'
            f'<input type="hidden" name="what" value="{escape(what)}">'
            f'<input type="hidden" name="mark" value="{secrets.token_hex(16)}">'
            f'<button type="submit" name="done" value="1" class="second">'
            f"{self._say('script.ready')}</button></form>"
        )

    def promise(self, threshold: int, cases: bool = False) -> Mapping[str, str]:
        """What happens to the answer, as the script needs it."""
        kind = "-cases" if cases else ""
        return {
            "careful": self._words("web.promise.careful", n=threshold) if threshold < CAREFUL_BELOW else "",
            "common": self._words("web.promise.common"),
            "short": self._words(f"web.promise.short{kind}", n=threshold),
            "more": self._more(kind),
            "group-title": self._words("web.promise.group-title"),
            "group": self._words("web.promise.group", n=threshold),
            "read-more": self._words("web.promise.read-more"),
        }

    def vote(self, threshold: int) -> Mapping[str, object]:
        """The ballot's words, as the script needs them."""
        return self._ballot.said(threshold)

    def reason(self, rejection: Rejection, anchor: str = "") -> str:
        """Why an answer could not be taken, with an id that its field can point at."""
        mark = f' id="{anchor}"' if anchor else ""
        return f'<p class="wrong"{mark}>{escape(self._words.render(rejection.reason))}</p>'

    def _say(self, key: str, **values: object) -> str:
        return escape(self._words(f"web.{key}", **values))


def _radio(question: Question, value: str) -> str:
    name = f"{PREFIX}{escape(question.id)}"
    return f'<label><input type="radio" name="{name}" value="{escape(value)}"><span>{escape(value)}</span></label>'
