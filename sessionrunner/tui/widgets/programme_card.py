"""A programme in words: as a line in the list, and in full beside it."""

from collections.abc import Sequence
from datetime import date, datetime, time

from textual.content import Content

from sessionrunner.core import programme_day as days
from sessionrunner.core.exercise import Exercise
from sessionrunner.core.programme import Exercises, Part, Programme, parts, total
from sessionrunner.core.programme_day import Day, Row
from sessionrunner.core.progress import Progress
from sessionrunner.locale import Catalogue, day_lines
from sessionrunner.tui.safe import one_line, safe
from sessionrunner.tui.widgets.hanging import Hanging, Line, plain_line

_USUAL = 14
"""The headcount a programme is told for before anybody has come."""
_MORNING = time(9)
"""When a programme that does not say begins."""


def lines(words: Catalogue, programmes: Sequence[Programme], known: Exercises) -> list[Content]:
    """How long each is, and what it is called."""
    lengths = [_length(words, parts(one, known, _USUAL)) for one in programmes]
    widest = max((len(length) for length in lengths), default=0)
    return [
        Content.assemble(length.rjust(widest), "  ", one_line(one.title))
        for length, one in zip(lengths, programmes, strict=True)
    ]


def _length(words: Catalogue, found: tuple[Part, ...]) -> str:
    """``3 tim 25 min``."""
    hours, minutes = divmod(day_lines.minutes(total(found)), 60)
    whole = [words("library.hours", hours=hours)] if hours else []
    return " ".join([*whole, *([words("cli.minutes", n=minutes)] if minutes or not hours else [])])


def shelf_line(words: Catalogue, count: int) -> Content:
    """The programmes among the packages."""
    name, under = words("library.programmes"), words("library.programme-count", n=count)
    return Content.assemble((name, "bold"), f"\n{under}")


def shelf_name(words: Catalogue, shown: int) -> Content:
    """That programmes are shown, and how many."""
    return Content.assemble(
        "‹ ", (words("library.programmes"), "bold"), f"  {words('library.programme-count', n=shown)} ›"
    )


def description(words: Catalogue, one: Programme, known: Exercises, so_far: Progress, today: date) -> Hanging:
    """Its items with clock times, its length, its alternatives and how far the group has come."""
    day, exercises = _usual_day(one, today), exercises_of(one, known)
    table = days.rows(day, parts(one, known, _USUAL), datetime.combine(today, one.start or _MORNING))
    head = [
        safe(one.title, "bold $accent"),
        *_when(words, table),
        Content.styled(words("library.usual", n=_USUAL), "$muted"),
        *_first_sent(words, exercises),
        Content(""),
    ]
    under = [
        Content(""),
        *(safe(day_lines.wall_line(wall, words)) for wall in days.walls(day, table)),
        *_done(words, exercises, so_far),
        Content(""),
        Content.styled(words("library.programme-enter"), "bold"),
        *_ahead(words, exercises),
    ]
    items = (line for row in table for line in _row(words, row, known))
    return Hanging([*map(plain_line, head), *items, *map(plain_line, under)])


def timetable(words: Catalogue, one: Programme, known: Exercises, held: date) -> Hanging:
    """Its items with clock times only."""
    table = days.rows(_usual_day(one, held), parts(one, known, _USUAL), datetime.combine(held, one.start or _MORNING))
    items = (line for row in table for line in _row(words, row, known))
    return Hanging([*map(plain_line, (*_when(words, table), Content(""))), *items])


def exercises_of(one: Programme, known: Exercises) -> list[Exercise]:
    """Its exercises, in the variants that it takes them in."""
    return [part.exercise for part in parts(one, known, _USUAL) if part.exercise]


def _usual_day(one: Programme, held: date) -> Day:
    return Day("", held, one, tuple(str(number) for number in range(_USUAL)))


def _when(words: Catalogue, table: Sequence[Row]) -> list[Content]:
    length = _length(words, tuple(row.part for row in table))
    return [Content.styled(f"{length} · {table[0].starts:%H:%M}–{table[-1].ends:%H:%M}", "$muted")]


def _first_sent(words: Catalogue, exercises: Sequence[Exercise]) -> list[Content]:
    """That something has to be done before the day, where the smallest screen shows it too."""
    sent = [one.days_before for exercise in exercises for one in exercise.preparation.send_ahead]
    if not sent:
        return []
    told = words("before.ahead", n=len(sent), when=words("before.days", n=max(sent)))
    return [safe(told, "bold $accent")]


def _ahead(words: Catalogue, exercises: Sequence[Exercise]) -> list[Content]:
    """What has to be sent before the day, what is due first first: nobody does a whole day's homework on the spot."""
    sent = [(one.days_before, exercise.title) for exercise in exercises for one in exercise.preparation.send_ahead]
    if not sent:
        return []
    lines = [words("library.programme-send", n=days, title=title) for days, title in sorted({*sent}, reverse=True)]
    return [Content(""), Content.styled(words("library.programme-ahead"), "bold $accent"), *map(safe, lines)]


def _done(words: Catalogue, exercises: Sequence[Exercise], so_far: Progress) -> list[Content]:
    done = so_far.count(exercises)
    return [safe(words("library.programme-done", done=done, total=len(exercises)), "$accent")] if done else []


def _row(words: Catalogue, row: Row, known: Exercises) -> list[Line]:
    """``09:40  Fika ◆``, and under it what can be taken instead."""
    item, exercise = row.part.item, row.part.exercise
    fixed = " ◆" if item.at else ""
    line = Content(f"{row.starts:%H:%M}  "), one_line(row.part.title + fixed, "$muted" if item.pause else "")
    others = [known[name].title for name in (exercise.alternative_to if exercise else ()) if name in known]
    return [line, *(plain_line(Content.styled(words("library.instead", title=title), "$muted")) for title in others)]
