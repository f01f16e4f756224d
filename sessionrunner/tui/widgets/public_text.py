"""What the room may read in the terminal: the task or what has been put up, and the line below the clock."""

from math import ceil

from textual.content import Content

from sessionrunner.core.public import PublicView
from sessionrunner.core.showing import Shown
from sessionrunner.locale import Catalogue
from sessionrunner.locale.votes import vote_head
from sessionrunner.tui.safe import one_line, safe
from sessionrunner.tui.widgets.answers import answer_text
from sessionrunner.tui.widgets.dots import numbered, ranking
from sessionrunner.tui.widgets.hanging import Hanging, plain_line
from sessionrunner.tui.widgets.statements import sheet_text, statement_text


def task_text(words: Catalogue, view: PublicView, shown: Shown) -> Content | Hanging:
    """The answers that have been put up; else the task, with what has been decided."""
    if shown.rooms is not None:
        return Content("\n\n").join([sheet_text(one) for one in shown.rooms] or [safe(words("gather.none"))])
    if shown.answers:
        return _answers(words, shown)
    if shown.tables:
        return Content("\n\n").join([statement_text(words, one) for one in shown.tables])
    if shown.vote is not None:
        return Content("\n").join([safe(vote_head(shown.vote, words), "bold"), *ranking(shown.vote)])
    if view.form is not None and view.form.dots:
        return numbered([one.ask for one in view.form.questions])
    decided = [(Content("· "), safe(lesson.text)) for lesson in view.lessons]
    return Hanging([plain_line(safe(view.task)), *([plain_line(Content(""))] if decided else []), *decided])


def note_text(words: Catalogue, view: PublicView, done: int) -> Content:
    """The rule and who may speak, then how many are ``done`` and the warning before the groups stop; may be empty."""
    key = "vote.voted" if view.form and view.form.dots else "tui.answers.count"
    counted = words(key, n=done, people=view.people) if view.form or done else ""
    said = "   ".join(part for part in (_last_call(words, view), counted) if part)
    return Content("\n").join(one_line(line, "bold") for line in (*_order(words, view), said) if line)


def _order(words: Catalogue, view: PublicView) -> list[str]:
    """The rule, who leads the point, who may speak and who listens."""
    owner = words("web.wall.owner", role=view.owner) if view.owner else ""
    roles = (("speaking", view.speaking), ("listening", view.listening))
    spoken = [words(f"web.wall.{what}", roles=", ".join(names)) for what, names in roles if names]
    return [view.rule, owner, *spoken]


def _last_call(words: Catalogue, view: PublicView) -> str:
    if view.last_call is None:
        return ""
    minutes = max(1, ceil(view.remaining.total_seconds() / 60))
    left = words("web.wall.minute-left" if minutes == 1 else "web.wall.minutes-left", n=minutes)
    return f"{left} – {words(f'web.wall.call-{view.last_call.value}')}"


def _answers(words: Catalogue, shown: Shown) -> Content:
    """One answer with its number, or all of them."""
    number = [one_line(f"{shown.number} / {shown.total}", "$accent"), Content("")] if shown.number else []
    return Content("\n").join([*number, answer_text(words, shown.answers)])
