"""The folder in figures, for whoever asks what came of it all."""

from sessionrunner.core.exercise import LessonKind
from sessionrunner.core.figures import figures
from sessionrunner.core.followup import Past, Status
from tests.core.earlier import IDEA, a_lesson, a_session, past, said


def test_decisions_are_counted_by_what_became_of_them() -> None:
    """Done with the days it took, dropped with why."""
    updates = (said("a/l1", Status.DONE), said("a/l2", Status.DROPPED, "Ingen tid"))
    folder = past(
        a_session("a", a_lesson(), a_lesson("B", "l2"), a_lesson("C", "l3"), a_lesson("Idé", "l4", IDEA), day=1),
        a_session("b", day=11, updates=updates),
    )
    told = figures(folder)
    assert told.decisions == {Status.OPEN: 1, Status.DONE: 1, Status.DROPPED: 1}
    assert told.by_kind == {LessonKind.IDEA: 1, LessonKind.ACTIVITY: 3}
    assert (told.sessions, told.lessons, told.days_to_done, dict(told.times_led)) == (2, 4, 10, {"Liten": 2})
    assert [one.lesson.note for one in told.dropped] == ["Ingen tid"]


def test_an_empty_folder_has_no_average() -> None:
    """Nothing is divided by nothing."""
    told = figures(Past())
    assert (told.sessions, told.days_to_done) == (0, None)
