"""Paper slips and answers that wait, as lines."""

from collections.abc import Callable, Mapping

from sessionrunner.collecting import Collecting
from sessionrunner.core.reflections import Rejection
from sessionrunner.core.session import NotPossible
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.desk import Desk
from sessionrunner.locale import Catalogue


class SlipRefused(SessionRunnerError):
    """A slip that cannot be taken as it stands."""

    cause = "plain.slip-refused"


def take_slip(desk: Desk, words: Catalogue, text: str) -> str:
    """Take a slip for the form asked last, an answer to each question with ``|`` between; the line to say."""
    asked = [step for step in desk.session.reached if step.collect]
    if not asked:
        raise NotPossible("collects-nothing")
    parts = [part.strip() for part in text.split("|")]
    written = dict(zip((question.id for question in asked[-1].collect), parts, strict=False))
    rejections = desk.answers.receiving.slip(asked[-1].id, "", written)
    if rejections:
        raise SlipRefused(why=_why(words, rejections[0]))
    return words("paper.kept")


def _why(words: Catalogue, rejection: Rejection) -> str:
    return words.render(rejection.reason)


def settle(desk: Desk, words: Catalogue, what: str) -> str:
    """Decide about the answers that wait: ``take``, ``drop`` or ``more``; without a word, tell how many there are."""
    answers, held = desk.answers, desk.answers.held_back
    if what == "more":
        for step in desk.session.reached:
            answers.receiving.let_in(step.id)
        return words("paper.more")
    decide: Mapping[str, Callable[[str], None]] = {"take": held.redact, "drop": held.leave_out}
    if what not in decide:
        return _told(answers, words)
    for waiting in held.counts():
        decide[what](waiting)
    return words("paper.let-in" if what == "take" else "paper.left-out")


def _told(answers: Collecting, words: Catalogue) -> str:
    alarm = answers.alarm()
    return f"{words.explain(alarm)} {words('plain.usage.waiting')}" if alarm else words("paper.nothing-waits")
