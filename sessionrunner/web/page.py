"""The phone's page as HTML: complete without a script, taken over by one where there is one."""

import json
from collections.abc import Mapping, Sequence
from html import escape
from math import ceil
from urllib.parse import urlencode

from sessionrunner.core.privacy import FLOOR
from sessionrunner.core.public import PublicView
from sessionrunner.core.reflections import Rejection
from sessionrunner.core.session import Stage
from sessionrunner.locale import LANGUAGES, Catalogue, load
from sessionrunner.web.border import document, paragraphs
from sessionrunner.web.form_sheet import FormSheet
from sessionrunner.web.payload import phone_state

_REFRESH = 30
"""Seconds between reloads of a page without script, only while there is nothing to fill in."""


class PhonePage:
    """Draws the page for one view of the session."""

    def __init__(self, words: Catalogue, style: str, home: str = "", key: str = "") -> None:
        """``home`` is the language of the room when the page is in another one: what is read there keeps it.

        ``key`` is what the phone seals its answer to, where the server on the way must not read it.
        """
        self._words = words
        self._key = key
        self._style = style
        self._home = home
        self._query = f"?lang={words.language}" if home else ""
        self._sheet = FormSheet(words, self._query, home, "unsealed" if key else "promise")

    def in_language(self, language: str) -> "PhonePage":
        """The same page for somebody who would rather read this language."""
        home = self._home or self._words.language
        return self if language == self._words.language else PhonePage(load(language), self._style, home, self._key)

    @property
    def language(self) -> str:
        """The language it is in."""
        return self._words.language

    def way_back(self, **values: str) -> str:
        """Where to go after a form was sent, in the same language."""
        return f"./?{urlencode({**values, **({'lang': self.language} if self._home else {})})}"

    def explain(self, rejection: Rejection) -> str:
        """Why an answer cannot be taken."""
        return self._words.render(rejection.reason)

    def render(self, view: PublicView, sent: str = "", rejections: Sequence[Rejection] = (), done: str = "") -> str:
        """The whole page.

        ``sent`` is the step whose receipt is due, ``rejections`` why a form came back, ``done`` what this phone has
        said that it is done with.
        """
        waiting = view.form is None or view.form.step == sent
        head = f'<noscript><meta http-equiv="refresh" content="{_REFRESH}"></noscript>' if waiting else ""
        head += '<script src="static/phone.js" defer></script>'
        title = f"{view.step or view.exercise} – {view.exercise}" if view.step else view.exercise
        return document(self._words.language, title, self._style, self._body(view, sent, rejections, done), head)

    def statement(self) -> str:
        """The accessibility statement."""
        words = self._words.section("web.statement")
        title = str(words["title"])
        body = f"<h1>{escape(title)}</h1>{paragraphs(str(words['text']))}"
        body += f'<p><a href="./{self._query}">{escape(str(words["back"]))}</a></p>'
        return document(self._words.language, title, self._style, body)

    def first_counts(self, step: str) -> str:
        """What to say when another answer was kept under the same number; the browser still has the new text."""
        title = self._words("web.page.first-counts")
        body = f"<h1>{escape(title)}</h1>{paragraphs(self._words('form.first-counts'))}"
        body += f"<p>{self._say('page.text-kept')}</p>"
        body += f'<p><a href="{escape(self.way_back(sent=step))}">{self._say("statement.back")}</a></p>'
        return document(self._words.language, title, self._style, body)

    def _body(self, view: PublicView, sent: str, rejections: Sequence[Rejection], done: str) -> str:
        return (
            f"{self._head(view)}"
            f'<div id="form">{self._middle(view, sent, rejections)}</div>'
            f"{self._status(view, sent)}"
            f"{self._sheet.mark(view.ready_for, done)}"
            f"{self._places(view)}"
            f'<p class="foot"><a href="tillganglighet{self._query}">{self._say("statement.link")}</a>'
            f"{self._switch()}</p>"
            f'<p id="spoken" class="unseen" aria-live="polite"></p>'
            f"{self._luggage(view)}"
        )

    def _switch(self) -> str:
        """The other languages, each named by itself."""
        links = [(self._home, "./")] if self._home else []
        links += [(one, f"./?lang={one}") for one in LANGUAGES if one not in (self._home, self.language)]
        return "".join(
            f' <a href="{where}" lang="{one}" hreflang="{one}">{escape(load(one)("web.page.in-this-language"))}</a>'
            for one, where in links
        )

    def _head(self, view: PublicView) -> str:
        where = self._say("page.where", number=view.number, total=view.total) if view.number else ""
        foreign = f' lang="{self._home}"' if self._home else ""
        return (
            f'<header><p id="exercise"{foreign}>{escape(view.exercise)}</p>'
            f'<h1 id="step"{foreign if view.step else ""}>{escape(view.step or self._stage(view))}</h1>'
            f'<p id="clock"><span id="where">{where}</span> <span id="time">{self._time(view)}</span></p></header>'
            f'<p id="task"{foreign}>{escape(view.task)}</p>{self._call(view)}<p id="away" hidden></p>'
        )

    def _call(self, view: PublicView) -> str:
        """What groups are told two minutes before they stop."""
        minutes = max(1, ceil(view.remaining.total_seconds() / 60))
        left = self._say("script.minute-left" if minutes == 1 else "script.minutes-left", n=minutes)
        said = f"{left} – {self._say(f'script.call-{view.last_call.value}')}" if view.last_call else ""
        return f'<p id="call" role="status">{said}</p>'

    def _middle(self, view: PublicView, sent: str, rejections: Sequence[Rejection]) -> str:
        if view.form is None:
            closed = [self._sheet.reason(one) for one in rejections]
            waiting = "" if view.stage is Stage.CLOSED else self._say("page.waiting")
            return f'{"".join(closed)}<p class="calm">{waiting}</p><noscript>{self._reload()}</noscript>'
        if view.form.step == sent:
            return f"<noscript>{self._reload()}</noscript>"
        return self._sheet.render(view.form, view.threshold, rejections, view.touches_cases)

    def _status(self, view: PublicView, sent: str) -> str:
        """The receipt lives where scripts put theirs: in the one place that is read aloud when it changes."""
        said = self._say("script.saved") if sent and (view.form is None or view.form.step == sent) else ""
        kind = ' class="good"' if said else ""
        return f'<div id="status" role="status" tabindex="-1"{kind}>{said}</div>'

    def _places(self, view: PublicView) -> str:
        """The list of groups for people without a script; with one it is drawn anew at every change."""
        rows = "".join(
            f"<li><strong>{escape(place.table or self._words('web.page.group', label=place.label))}</strong> "
            f"{escape(', '.join(place.members))}</li>"
            for place in view.places
        )
        hidden = "" if rows else " hidden"
        return f'<details id="places"{hidden}><summary>{self._say("script.places")}</summary><ul>{rows}</ul></details>'

    def _luggage(self, view: PublicView) -> str:
        """State and words for the script; data attributes, since the policy allows no inline script."""
        words = {
            **self._words.section("web.script"),
            "promise": self._sheet.promise(view.threshold, view.touches_cases),
            "vote": self._sheet.vote(max(view.threshold, FLOOR)),
            "home": self._home,
            **self._sealing(view.threshold),
        }
        state, said = _attribute(phone_state(view)), _attribute(words)
        key = f' data-key="{escape(self._key)}"' if self._key else ""
        return f'<div id="luggage" hidden data-state="{state}" data-words="{said}"{key}></div>'

    def _sealing(self, threshold: int) -> Mapping[str, object]:
        """What a phone that can seal says instead."""
        if not self._key:
            return {}
        return {"sealed": FormSheet(self._words, self._query, self._home, "sealed").promise(threshold)}

    def _time(self, view: PublicView) -> str:
        if view.stage is not Stage.RUNNING:
            return ""
        minutes = max(0, round(view.remaining.total_seconds() / 60))
        return self._say("page.minutes-left", n=minutes)

    def _stage(self, view: PublicView) -> str:
        return self._words(f"web.script.{view.stage.value}")

    def _reload(self) -> str:
        return f'<p>{self._say("page.reload")} <a href="./{self._query}">{self._say("page.reload-link")}</a></p>'

    def _say(self, key: str, **values: object) -> str:
        return escape(self._words(f"web.{key}", **values))


def _attribute(data: object) -> str:
    return escape(json.dumps(data, ensure_ascii=False, default=dict))
