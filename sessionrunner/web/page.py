"""The phone's page as HTML: complete without a script, taken over by one where there is one."""

from collections.abc import Sequence
from html import escape

from sessionrunner.core.public import PublicView
from sessionrunner.core.reflections import Rejection
from sessionrunner.core.session import Stage
from sessionrunner.locale import LANGUAGES, load
from sessionrunner.web.border import document, paragraphs
from sessionrunner.web.form_sheet import FormSheet
from sessionrunner.web.luggage import Luggage
from sessionrunner.web.promise import Promise
from sessionrunner.web.step_sheet import StepSheet
from sessionrunner.web.voice import Voice

_REFRESH = 30
"""Seconds between reloads of a page without script, only while there is nothing to fill in."""


class PhonePage:
    """Draws the page for one view of the session."""

    def __init__(self, voice: Voice, style: str, key: str = "") -> None:
        """``key`` is what the phone seals its answer to, where the server on the way must not read it."""
        self._voice = voice
        self._style = style
        self._key = key
        promise = Promise(voice, "unsealed" if key else "promise")
        self._step = StepSheet(voice)
        self._form = FormSheet(voice, promise)
        self._luggage = Luggage(voice, promise, key)

    def in_language(self, language: str) -> "PhonePage":
        """The same page for somebody who would rather read this language."""
        return PhonePage(self._voice.in_language(language), self._style, self._key)

    @property
    def language(self) -> str:
        """The language it is in."""
        return self._voice.language

    def way_back(self, **values: str) -> str:
        """Where to go after a form was sent, in the same language."""
        return self._voice.way_back(**values)

    def explain(self, rejection: Rejection) -> str:
        """Why an answer cannot be taken."""
        return self._voice.words.render(rejection.reason)

    def render(self, view: PublicView, sent: str = "", rejections: Sequence[Rejection] = (), done: str = "") -> str:
        """The whole page.

        ``sent`` is the step whose receipt is due, ``rejections`` why a form came back, ``done`` what this phone has
        said that it is done with.
        """
        waiting = view.form is None or view.form.step == sent
        head = f'<noscript><meta http-equiv="refresh" content="{_REFRESH}"></noscript>' if waiting else ""
        head += '<script src="static/phone.js" defer></script>'
        title = f"{view.step or view.exercise} – {view.exercise}" if view.step else view.exercise
        return document(self.language, title, self._style, self._body(view, sent, rejections, done), head)

    def statement(self) -> str:
        """The accessibility statement."""
        words = self._voice.words.section("web.statement")
        title = str(words["title"])
        body = f"<h1>{escape(title)}</h1>{paragraphs(str(words['text']))}"
        body += f'<p><a href="./{self._voice.query}">{escape(str(words["back"]))}</a></p>'
        return document(self.language, title, self._style, body)

    def first_counts(self, step: str) -> str:
        """What to say when another answer was kept under the same number; the browser still has the new text."""
        title = self._voice.words("web.page.first-counts")
        body = f"<h1>{escape(title)}</h1>{paragraphs(self._voice.words('form.first-counts'))}"
        body += f"<p>{self._voice.say('page.text-kept')}</p>"
        body += f'<p><a href="{escape(self.way_back(sent=step))}">{self._voice.say("statement.back")}</a></p>'
        return document(self.language, title, self._style, body)

    def _body(self, view: PublicView, sent: str, rejections: Sequence[Rejection], done: str) -> str:
        return (
            f"{self._step.head(view)}"
            f'<div id="form">{self._middle(view, sent, rejections)}</div>'
            f"{self._status(view, sent)}{self._after(view, sent)}"
            f"{self._form.mark(view.ready_for, done)}"
            f"{self._step.places(view)}"
            f'<p class="foot"><a href="tillganglighet{self._voice.query}">{self._voice.say("statement.link")}</a>'
            f"{self._switch()}</p>"
            f'<p id="spoken" class="unseen" aria-live="polite"></p>'
            f"{self._luggage.pack(view)}"
        )

    def _switch(self) -> str:
        """The other languages, each named by itself."""
        links = [(self._voice.home, "./")] if self._voice.home else []
        links += [(one, f"./?lang={one}") for one in LANGUAGES if one not in (self._voice.home, self.language)]
        return "".join(
            f' <a href="{where}" lang="{one}" hreflang="{one}">{escape(load(one)("web.page.in-this-language"))}</a>'
            for one, where in links
        )

    def _middle(self, view: PublicView, sent: str, rejections: Sequence[Rejection]) -> str:
        if view.form is None:
            closed = [self._voice.reason(one) for one in rejections]
            waiting = "" if view.stage is not Stage.RUNNING else self._voice.say("page.waiting")
            return f'{"".join(closed)}<p class="calm">{waiting}</p><noscript>{self._reload()}</noscript>'
        if view.form.step == sent:
            return f"<noscript>{self._reload()}</noscript>"
        return self._form.render(view.form, view.threshold, rejections, view.touches_cases)

    def _status(self, view: PublicView, sent: str) -> str:
        """The receipt lives where scripts put theirs: in the one place that is read aloud when it changes."""
        said = self._voice.say("script.saved") if _is_receipt(view, sent) else ""
        kind = ' class="good"' if said else ""
        return f'<div id="status" role="status" tabindex="-1"{kind}>{said}</div>'

    def _after(self, view: PublicView, sent: str) -> str:
        """Before the hour what the page is for, and under a receipt whether it may be closed."""
        said = ""
        if view.stage is Stage.LOBBY:
            said = self._voice.say("script.before" if view.asks_later else "script.before-calm")
        elif _is_receipt(view, sent):
            said = self._voice.say("script.more" if view.asks_later else "script.no-more")
        return f'<p id="after" role="status">{said}</p>'

    def _reload(self) -> str:
        link = f'<a href="./{self._voice.query}">{self._voice.say("page.reload-link")}</a>'
        return f"<p>{self._voice.say('page.reload')} {link}</p>"


def _is_receipt(view: PublicView, sent: str) -> bool:
    return bool(sent) and (view.form is None or view.form.step == sent)
