"""What the group has to do with an exercise: when it was done, that it is next, what was passed over before it."""

from collections.abc import Sequence

from textual.content import Content

from sessionrunner.core.exercise import Exercise
from sessionrunner.core.progress import Progress, left_out
from sessionrunner.locale import Catalogue
from sessionrunner.locale.dates import long_date
from sessionrunner.tui.safe import safe


def lines(words: Catalogue, exercise: Exercise, so_far: Progress, library: Sequence[Exercise]) -> list[Content]:
    """Nothing while the group has done nothing; what was left out is told and never stops anybody."""
    told: list[Content] = []
    when = so_far.done.get(exercise.id)
    if when is not None:
        told.append(
            safe(words("library.done", n=so_far.times.get(exercise.id, 1), date=long_date(words, when)), "$accent")
        )
    elif exercise.id in so_far.upcoming:
        told.append(safe(words("library.next"), "bold $accent"))
    series = [one for one in library if (one.package, one.series) == (exercise.package, exercise.series)]
    missing = left_out(exercise, library, so_far.done)
    if missing and so_far.count(series) and when is None:
        titles = ", ".join(one.title for one in missing)
        told.append(safe(words("library.left-out", titles=titles), "$soon"))
    return [Content(""), *told] if told else []
