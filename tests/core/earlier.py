"""Earlier sessions as tests want them."""

from datetime import date

from sessionrunner.core.exercise import LessonKind
from sessionrunner.core.followup import Past, PastLesson, PastSession, PastStep, Status, Update, followed

ACTIVITY, RULE, IDEA = LessonKind.ACTIVITY, LessonKind.GROUND_RULE, LessonKind.IDEA
TODAY = date(2026, 11, 21)


def a_lesson(
    text: str = "Korta mallen", name: str = "l1", kind: LessonKind | None = ACTIVITY, **more: object
) -> PastLesson:
    """A lesson with these fields beside the usual ones."""
    return PastLesson(name, kind, text, **more)  # type: ignore[arg-type]


def a_session(name: str, *lessons: PastLesson, day: int = 1, **more: object) -> PastSession:
    """A session in November."""
    when = date(2026, 11, day)
    return PastSession(name, when, "x/liten", "Liten", f"{when} Liten {name}/lärdomar.md", lessons=lessons, **more)  # type: ignore[arg-type]


def said(lesson: str, status: Status, note: str = "") -> Update:
    """What a later session says."""
    return Update(lesson, status, note)


def past(*sessions: PastSession) -> Past:
    """The folder with these sessions."""
    return Past(followed(sessions))


def took(step: str, actual: float, planned: float = 10) -> PastStep:
    """A step's minutes."""
    return PastStep(step, planned, actual)
