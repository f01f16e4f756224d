"""The library on paper: every exercise with its minutes, and everything that must be prepared for each."""

from collections.abc import Iterator

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from sessionrunner.core.exercise import Exercise
from sessionrunner.locale import Catalogue
from sessionrunner.locale.phrases import minutes
from sessionrunner.output.pack.contents import Pack, and_more, needs
from sessionrunner.output.paper.flow import listed, paragraph, style, table
from sessionrunner.output.paper.letters import marked_up
from sessionrunner.output.paper.sheet import WIDTH
from sessionrunner.output.paper.tags import Element
from sessionrunner.output.pdf import heading


def exercises(pack: Pack, words: Catalogue, element: Element) -> Iterator[Flowable]:
    """A table a package: the exercises in their order, their minutes, and which have homework."""
    if not pack.library:
        return
    yield heading(1, words("print.exercises.title"), element, words.language)
    heads = [words(f"print.exercises.{column}") for column in ("exercise", "minutes", "homework")]
    for package, found in _packages(pack).items():
        yield heading(2, package, element, words.language)
        rows = [heads, *([one.title, _minutes(one, words), _homework(one, words)] for one in found)]
        yield table(element, rows, [WIDTH - 65 * mm, 30 * mm, 35 * mm], words.language)


def preparations(pack: Pack, words: Catalogue, element: Element) -> Iterator[Flowable]:
    """A list an exercise: what to send, what to have in the room, who brings what."""
    if not pack.library:
        return
    language = words.language
    yield heading(1, words("print.preparations.title"), element, language)
    look = style(10, language=language, leftIndent=6 * mm, bulletIndent=1 * mm, spaceAfter=2)
    for package, found in _packages(pack).items():
        yield heading(2, package, element, language)
        for exercise in found:
            yield heading(4, exercise.title, element, language)
            wanted = needs(exercise, words)
            yield from (
                listed(element, [marked_up(need) for need in wanted], look)
                if wanted
                else [paragraph(element, "P", marked_up(words("print.prepare.nothing")), style(10, language=language))]
            )


def _packages(pack: Pack) -> dict[str, list[Exercise]]:
    """The library's own order."""
    found: dict[str, list[Exercise]] = {}
    for exercise in pack.library:
        found.setdefault(exercise.package, []).append(exercise)
    return found


def _minutes(exercise: Exercise, words: Catalogue) -> str:
    """Every length that the document gives, where it disagrees with itself."""
    lengths = dict.fromkeys(str(one) for one in exercise.minutes_in_source)
    return words("print.exercises.or").join(lengths) or minutes(exercise.minutes, words) + and_more(exercise)


def _homework(exercise: Exercise, words: Catalogue) -> str:
    return words("print.exercises.yes") if exercise.homework else ""
