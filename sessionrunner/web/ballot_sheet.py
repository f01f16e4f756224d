"""The ballot as HTML, for phones without a script and until a script takes over."""

import secrets
from collections.abc import Mapping, Sequence
from html import escape

from sessionrunner.core.exercise import Question
from sessionrunner.core.public import Form
from sessionrunner.core.reflections import Rejection, scale
from sessionrunner.web.answers import PREFIX
from sessionrunner.web.border import paragraphs
from sessionrunner.web.voice import Voice


class BallotSheet:
    """Draws what can be voted on, how many dots there are, and what happens to the ballot."""

    def __init__(self, voice: Voice) -> None:
        self._voice = voice

    def render(self, form: Form, threshold: int, rejections: Sequence[Rejection]) -> str:
        """The whole ballot; what was marked is never in it."""
        wrong = "".join(map(self._voice.reason, rejections))
        back = f'<p class="wrong">{self._voice.say("page.vote-go-back")}</p>' if rejections else ""
        return (
            f'<form method="post" action="answers{self._voice.query}" accept-charset="utf-8" novalidate>{back}{wrong}'
            f'<input type="hidden" name="step" value="{escape(form.step)}">'
            f'<input type="hidden" name="submission" value="{secrets.token_hex(16)}">'
            f"{self._fields(form, threshold)}"
            f'<div id="promise">{paragraphs(self._voice.words("web.vote.promise"))}</div>'
            f'<button type="submit">{self._voice.say("vote.send")}</button></form>'
        )

    def said(self, threshold: int) -> Mapping[str, object]:
        """The ballot's words as the script needs them."""
        return {**self._voice.words.section("web.vote"), "least": self._voice.words("web.vote.least", n=threshold)}

    def _fields(self, form: Form, threshold: int) -> str:
        title = self._voice.say("vote.title-one" if form.dots == 1 else "vote.title", n=form.dots)
        most = form.questions[0].most
        rule = "" if form.dots == 1 else self._voice.say("vote.one-each" if most == 1 else "vote.several", n=most)
        about = (f"<p>{rule}</p>" if rule else "") + f"<p>{self._voice.say('vote.least', n=threshold)}</p>"
        if most > 1:
            return f'<h2 class="group">{title}</h2>{about}{"".join(map(self._scale, form.questions))}'
        boxes = "".join(map(self._box, form.questions))
        return (
            f'<fieldset class="ask"><legend><h2 class="group">{title}</h2></legend>{about}'
            f'<div class="choice">{boxes}</div></fieldset>'
        )

    def _box(self, question: Question) -> str:
        field = f'<input type="checkbox" name="{PREFIX}{escape(question.id)}" value="1">'
        return f"<label>{field}<span{self._voice.foreign}>{escape(question.ask)}</span></label>"

    def _scale(self, question: Question) -> str:
        name = f"{PREFIX}{escape(question.id)}"
        dots = "".join(
            f'<label><input type="radio" name="{name}" value="{value}"><span>{value}</span></label>'
            for value in scale(question)
        )
        legend = f"<legend{self._voice.foreign}>{escape(question.ask)}</legend>"
        return f'<fieldset class="ask">{legend}<div class="scale">{dots}</div></fieldset>'
