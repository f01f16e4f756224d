"""What the room does now, as HTML: which step it is, how long it lasts and who sits where."""

from html import escape
from math import ceil

from sessionrunner.core.public import PublicView
from sessionrunner.core.session import Stage
from sessionrunner.web.voice import Voice


class StepSheet:
    """Draws the step under way, for phones without a script and until a script takes over."""

    def __init__(self, voice: Voice) -> None:
        self._voice = voice

    def head(self, view: PublicView) -> str:
        """The top of the page: exercise, step, time and task."""
        where = self._voice.say("page.where", number=view.number, total=view.total) if view.number else ""
        foreign = self._voice.foreign
        return (
            f'<header><p id="exercise"{foreign}>{escape(view.exercise)}</p>'
            f'<h1 id="step"{foreign if view.step else ""}>{escape(view.step or self._stage(view))}</h1>'
            f'<p id="clock"><span id="where">{where}</span> <span id="time">{self._time(view)}</span></p></header>'
            f'<p id="task"{foreign}>{escape(view.task)}</p>{self._call(view)}<p id="away" hidden></p>'
        )

    def places(self, view: PublicView) -> str:
        """The list of groups for people without a script; with one it is drawn anew at every change."""
        rows = "".join(
            f"<li><strong>{escape(place.table or self._voice.words('web.page.group', label=place.label))}</strong> "
            f"{escape(', '.join(place.members))}</li>"
            for place in view.places
        )
        hidden = "" if rows else " hidden"
        title = self._voice.say("script.places")
        return f'<details id="places"{hidden}><summary>{title}</summary><ul>{rows}</ul></details>'

    def _call(self, view: PublicView) -> str:
        """What groups are told two minutes before they stop."""
        minutes = max(1, ceil(view.remaining.total_seconds() / 60))
        left = self._voice.say("script.minute-left" if minutes == 1 else "script.minutes-left", n=minutes)
        said = f"{left} – {self._voice.say(f'script.call-{view.last_call.value}')}" if view.last_call else ""
        return f'<p id="call" role="status">{said}</p>'

    def _time(self, view: PublicView) -> str:
        if view.stage is not Stage.RUNNING:
            return ""
        minutes = max(0, round(view.remaining.total_seconds() / 60))
        return self._voice.say("page.minutes-left", n=minutes)

    def _stage(self, view: PublicView) -> str:
        return self._voice.words(f"web.script.{view.stage.value}")
