"""The hour on one page: why, when, and what must be in place."""

from collections.abc import Iterator
from datetime import timedelta

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from sessionrunner.core.exercise import Exercise
from sessionrunner.locale import Catalogue
from sessionrunner.locale.phrases import minutes
from sessionrunner.output.pack.contents import Pack, and_more, length, needs, told_length
from sessionrunner.output.paper.flow import listed, paragraph, style, table
from sessionrunner.output.paper.letters import marked_up
from sessionrunner.output.paper.sheet import WIDTH
from sessionrunner.output.paper.tags import Element
from sessionrunner.output.pdf import heading


def pages(pack: Pack, words: Catalogue, element: Element) -> Iterator[Flowable]:
    """Title, purpose, preparation and the steps with their times."""
    if pack.exercise is None:
        return
    exercise, language = pack.exercise, words.language
    yield heading(1, exercise.title, element, language)
    about = words("print.agenda.about", package=exercise.package, minutes=_whole(exercise, len(pack.people), words))
    yield paragraph(element, "P", marked_up(about), style(11, language=language))
    yield from _list(words("print.agenda.purpose"), exercise.purpose, element, language)
    wanted = needs(exercise, words) or [words("print.prepare.nothing")]
    yield from _list(words("print.agenda.prepare"), wanted, element, language)
    yield heading(2, words("print.agenda.steps"), element, language)
    heads = [words(f"print.agenda.{column}") for column in ("step", "from", "length")]
    rows = [heads, *_steps(exercise, len(pack.people), words)]
    yield table(element, rows, [WIDTH - 70 * mm, 30 * mm, 40 * mm], language)


def _whole(exercise: Exercise, people: int, words: Catalogue) -> str:
    """What it comes to with so many turns; the document's own length when nobody knows."""
    lengths = [length(step, people) for step in exercise.steps]
    known = [one for one in lengths if one is not None]
    whole = sum(known, timedelta()) if len(known) == len(lengths) else exercise.minutes
    return minutes(whole, words) + and_more(exercise)


def _list(title: str, lines: "tuple[str, ...] | list[str]", element: Element, language: str) -> Iterator[Flowable]:
    if lines:
        yield heading(2, title, element, language)
        look = style(11, language=language, leftIndent=6 * mm, bulletIndent=1 * mm, spaceAfter=3)
        yield from listed(element, [marked_up(line) for line in lines], look)


def _steps(exercise: Exercise, people: int, words: Catalogue) -> Iterator[list[str]]:
    """What each step is called, how many minutes in it begins, and how long it takes."""
    begins: timedelta | None = timedelta()
    for step in exercise.steps:
        start = minutes(begins, words) if begins is not None else "–"
        yield [" – ".join(part for part in (step.title, step.owner) if part), start, told_length(step, people, words)]
        taken = length(step, people)
        begins = begins + taken if begins is not None and taken is not None else None
