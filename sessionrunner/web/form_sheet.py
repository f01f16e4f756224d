"""The reflection form as HTML, for phones without a script and until a script takes over."""

import secrets
from collections.abc import Sequence
from html import escape

from sessionrunner.core.exercise import Per, Question, QuestionKind
from sessionrunner.core.public import Form
from sessionrunner.core.reflections import LONGEST, Rejection, scale
from sessionrunner.web.answers import PREFIX
from sessionrunner.web.ballot_sheet import BallotSheet
from sessionrunner.web.promise import Promise
from sessionrunner.web.voice import Voice


class FormSheet:
    """Draws a form with its questions, what is wrong, and what happens to the answer."""

    def __init__(self, voice: Voice, promise: Promise) -> None:
        self._voice = voice
        self._promise = promise
        self._ballot = BallotSheet(voice)

    def render(self, form: Form, threshold: int, rejections: Sequence[Rejection], cases: bool = False) -> str:
        """The whole form; what was typed is never in it. ``cases``: texts stay in the room."""
        if form.dots:
            return self._ballot.render(form, threshold, rejections)
        reasons = {one.question: one for one in rejections}
        fields = "".join(
            self._above(form.questions, number, threshold) + self._field(number, question, reasons.get(question.id))
            for number, question in enumerate(form.questions)
        )
        whole = self._voice.reason(reasons[""]) if "" in reasons else ""
        back = f'<p class="wrong">{self._voice.say("page.go-back")}</p>' if rejections else ""
        return (
            f'<form method="post" action="answers{self._voice.query}" accept-charset="utf-8" novalidate>{back}{whole}'
            f'<input type="hidden" name="step" value="{escape(form.step)}">'
            f'<input type="hidden" name="submission" value="{secrets.token_hex(16)}">'
            f"{self._promise.careful(threshold)}{fields}{self._promise.render(form.questions, threshold, cases)}"
            f'<button type="submit">{self._voice.say("script.send")}</button></form>'
        )

    def _above(self, questions: Sequence[Question], number: int, threshold: int) -> str:
        """Before the first of the group's questions: who answers them, and what happens to what is written."""
        before = questions[number - 1].per if number else Per.PERSON
        if questions[number].per is not Per.GROUP or before is Per.GROUP:
            return ""
        return self._promise.for_group(threshold, bool(questions[number].table))

    def _field(self, number: int, question: Question, rejection: Rejection | None) -> str:
        wrong = self._voice.reason(rejection, f"w{number}") if rejection else ""
        draw = {QuestionKind.TEXT: self._text, QuestionKind.SCALE: self._scale, QuestionKind.CHOICE: self._choice}
        return draw[question.kind](number, question, wrong)

    def _text(self, number: int, question: Question, wrong: str) -> str:
        about = f' aria-invalid="true" aria-describedby="w{number}"' if wrong else ""
        return (
            f'<div class="ask"><label for="f{number}"{self._voice.foreign}>{escape(question.ask)}</label>'
            f'<textarea id="f{number}" name="{PREFIX}{escape(question.id)}" rows="5" maxlength="{LONGEST}"{about}>'
            f"</textarea>{wrong}</div>"
        )

    def _scale(self, number: int, question: Question, wrong: str) -> str:
        values = "".join(_radio(question, value) for value in scale(question))
        return self._fieldset(number, question, f'{_ends(question)}<div class="scale">{values}</div>{wrong}')

    def _choice(self, number: int, question: Question, wrong: str) -> str:
        options = "".join(_radio(question, option) for option in question.options)
        return self._fieldset(number, question, f'<div class="choice">{options}</div>{wrong}')

    def _fieldset(self, number: int, question: Question, inside: str) -> str:
        legend = f"<legend{self._voice.foreign}>{escape(question.ask)}</legend>"
        return f'<fieldset class="ask" id="f{number}">{legend}{inside}</fieldset>'

    def mark(self, what: str, done: str) -> str:
        """The button of those who are done; with a script it is there all the time and shown when it is needed."""
        already = bool(what) and done == what
        hidden = "" if what and not already else " hidden"
        said = f'<p class="calm">{self._voice.say("script.not-ready")}</p>' if already else ""
        return said + (
            f'<form method="post" action="klar{self._voice.query}" id="mark"{hidden}>'
            f'<input type="hidden" name="what" value="{escape(what)}">'
            f'<input type="hidden" name="mark" value="{secrets.token_hex(16)}">'
            f'<button type="submit" name="done" value="1" class="second">'
            f"{self._voice.say('script.ready')}</button></form>"
        )


def _ends(question: Question) -> str:
    pairs = ((question.least, question.low), (question.most, question.high))
    said = "".join(f'<p class="end">{value} = {escape(word)}</p>' for value, word in pairs if word)
    return f'<div class="ends">{said}</div>'


def _radio(question: Question, value: str) -> str:
    name = f"{PREFIX}{escape(question.id)}"
    return f'<label><input type="radio" name="{name}" value="{escape(value)}"><span>{escape(value)}</span></label>'
