"""What a number of people means for an exercise: which groups, and how long it takes."""

from collections.abc import Mapping

from textual.content import Content

from sessionrunner.core.exercise import Exercise, Step
from sessionrunner.core.groups import Division
from sessionrunner.core.numbers import called_by_number
from sessionrunner.core.plan import divisions
from sessionrunner.core.session import Session
from sessionrunner.core.timeline import whole
from sessionrunner.core.wishes import Crowd
from sessionrunner.locale import Catalogue
from sessionrunner.tui import phrases
from sessionrunner.tui.safe import one_line, safe


def meaning(
    words: Catalogue, exercise: Exercise, people: tuple[str, ...], drawn: Mapping[str, Division] | None = None
) -> Content:
    """Headcount, sizes of the groups in each step, and the length when it follows the headcount.

    The sizes are those of the groups that have been ``drawn``, or what such a number becomes when none have.
    """
    plan = drawn if drawn is not None else divisions(exercise, people, 0)
    count = "numbers" if called_by_number(exercise, people) else "count"
    lines = [one_line(words(f"tui.people.{count}", n=len(people)), "bold")]
    lines += [_groups(words, step, plan[step.id].explanation) for step in exercise.steps if step.id in plan]
    session = Session(exercise, people, groups=plan)
    if whole(session) != exercise.minutes:
        lines.append(one_line(words("tui.people.takes", minutes=phrases.whole_minutes(whole(session)), n=len(people))))
    return Content("\n").join(lines)


def told(words: Catalogue, crowd: Crowd, spread: bool, before: Session | None) -> list[Content]:
    """That groups have been prepared for these people, and what they are mixed by."""
    lines = []
    if before is not None and before.groups and {*before.people} == {*crowd.people}:
        lines.append(Content.styled(words("board.prepared"), "bold $accent"))
    elif crowd.column:
        kinds = crowd.wishes(spread=True).kinds(crowd.people)
        sizes = ", ".join(f"{kind or '–'} {len(people)}" for kind, people in list(kinds.items())[:6])
        key = "board.mixed" if spread else "board.not-mixed"
        lines.append(one_line(words(key, what=crowd.column, sizes=sizes), "$accent"))
    return lines


def _groups(words: Catalogue, step: Step, sizes: str) -> Content:
    kind = "tables" if step.tables else "groups"
    return safe(words(f"tui.people.{kind}", step=step.title, sizes=_short(sizes)))


def _short(sizes: str) -> str:
    """``3+3+3+3+2+2`` as ``4×3 + 2×2`` once the list grows long."""
    parts = sizes.split("+")
    if len(parts) <= 8:
        return sizes
    return " + ".join(f"{parts.count(size)}×{size}" for size in dict.fromkeys(parts))
