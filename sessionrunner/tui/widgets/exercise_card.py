"""An exercise in words: as a line in the list, and in full beside it."""

from collections.abc import Sequence

from textual.content import Content

from sessionrunner.core.exercise import Exercise, Step
from sessionrunner.core.progress import Progress
from sessionrunner.locale import Catalogue
from sessionrunner.tui import phrases, shelf
from sessionrunner.tui.safe import joined, one_line, safe
from sessionrunner.tui.widgets.legend import FILM, HOMEWORK, SECRECY

_DONE, _NEXT = "✓", "→"
_NOTHING = Progress()


def marks(exercise: Exercise) -> str:
    """What the exercise asks for beyond the hour itself, a sign each."""
    wanted = {
        HOMEWORK: exercise.homework,
        FILM: shelf.has_film(exercise),
        SECRECY: exercise.touches_cases,
    }
    return "".join(sign if needed else " " for sign, needed in wanted.items())


def lines(words: Catalogue, exercises: Sequence[Exercise], so_far: Progress = _NOTHING) -> list[Content]:
    """Minutes, signs and title, a line each: what can be compared stands in columns."""
    lengths = [phrases.length_in_source(words, exercise) for exercise in exercises]
    widest = max((len(length) for length in lengths), default=0)
    return [
        Content.assemble(
            length.rjust(widest),
            " ",
            (_came(exercise, so_far) + marks(exercise), "bold"),
            " ",
            one_line(exercise.title),
        )
        for length, exercise in zip(lengths, exercises, strict=True)
    ]


def _came(exercise: Exercise, so_far: Progress) -> str:
    """A sign for what has been done, and for what comes next in a series that has been begun."""
    if not so_far.done:
        return ""
    return _DONE if exercise.id in so_far.done else _NEXT if exercise.id in so_far.upcoming else " "


def package_line(words: Catalogue, one: shelf.Shelf, so_far: Progress = _NOTHING) -> Content:
    """A package's name over its number of exercises and minutes, or how far the group has come in it."""
    done = so_far.count(one.exercises)
    if done:
        under = words("library.package-done", done=done, total=len(one.exercises))
    else:
        under = words("tui.library.package", n=len(one.exercises), minutes=phrases.whole_minutes(one.length))
    return joined(one_line(one.name, "bold"), Content.styled(under, ""), between="\n")


def shelf_name(words: Catalogue, one: shelf.Shelf, shown: int) -> Content:
    """Which package is shown, and how much of it."""
    return joined("‹ ", one_line(one.name, "bold"), f"  {words('tui.library.count', n=shown)} ›")


def description(words: Catalogue, exercise: Exercise, before: Sequence[Content] = ()) -> Content:
    """Purpose, preparation and steps, after what is to be said ``before`` them."""
    parts = [
        safe(exercise.title, "bold $accent"),
        one_line(f"{exercise.package} · {phrases.length_in_source(words, exercise)}", "$muted"),
        *before,
        *_section(words("tui.library.purpose"), exercise.purpose),
        *_section(words("tui.library.preparation"), [f"· {need}" for need in needs(words, exercise)]),
        *_section(words("tui.library.steps"), [_step(words, step) for step in exercise.steps]),
    ]
    return Content("\n").join(parts)


def needs(words: Catalogue, exercise: Exercise) -> list[str]:
    """Everything that must be in place before the hour, in the order it has to be done."""
    before = exercise.preparation
    ahead = [words("tui.prepare.send", n=one.days_before, what=one.what) for one in before.send_ahead]
    bring = [words("tui.prepare.bring", who=_who(words, one.who), what=one.what) for one in before.bring]
    return [*ahead, *before.room, *bring]


def _who(words: Catalogue, who: str) -> str:
    known = {"leader", "participants", "case-owner"}
    return words(f"tui.who.{who}") if who in known else who[:1].upper() + who[1:]


def _item(text: str | Content) -> Content:
    return text if isinstance(text, Content) else safe(text)


def _section(title: str, lines: Sequence[str | Content]) -> list[Content]:
    if not lines:
        return []
    return [Content(""), Content.styled(title, "bold"), *(_item(text) for text in lines)]


def _step(words: Catalogue, step: Step) -> Content:
    if step.turn:
        per = words(f"tui.turns.{step.turns_per.value}", minutes=phrases.whole_minutes(step.turn))
        return Content(f"{per}  ") + one_line(step.title)
    length = phrases.minutes(words, step.minutes) if step.minutes is not None else "–"
    return Content(f"{length:>6}  ") + one_line(step.title)
