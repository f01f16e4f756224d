"""What became of a session that has ended: where it is kept, how much it holds, what is left to do."""

from textual.content import Content

from sessionrunner.core.session import Session
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.locale import Catalogue
from sessionrunner.ports import Delivery
from sessionrunner.tui.safe import one_line, safe
from sessionrunner.tui.widgets.hanging import Hanging, plain_line


def saved_text(
    words: Catalogue, session: Session, delivery: Delivery, trouble: SessionRunnerError | None, answers: int
) -> Hanging:
    """Trouble first; ``answers`` is how many had come, since nobody can count them any more."""
    after = session.exercise.after
    parts = [
        *([one_line(words.explain(trouble), "$soon"), Content("")] if trouble else []),
        *_place(words, "tui.saved.folder", str(delivery.place or "") if delivery.delivered else ""),
        *([Content(words("overview.waiting.busy")), Content("")] if delivery.overview_waits else []),
        *_place(words, "tui.saved.kept", str(delivery.kept or "") if not delivery.delivered else ""),
        Content(words("tui.saved.lessons", n=len(session.lessons))),
        *([Content(words("tui.saved.answers", n=answers))] if _asked(session) else []),
        *([Content(""), Content(words("tui.saved.after"))] if after else []),
    ]
    return Hanging([*map(plain_line, parts), *((Content("· "), safe(text)) for text in after)])


def _place(words: Catalogue, key: str, path: str) -> list[Content]:
    return [Content(words(key)), one_line(path, "bold"), Content("")] if path else []


def _asked(session: Session) -> bool:
    """Whether there was anything to answer."""
    return any(step.collect for step in session.exercise.steps)
