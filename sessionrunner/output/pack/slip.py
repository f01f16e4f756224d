"""The reflection form on paper: the same questions, and the same honest words about what happens to the answers."""

from collections.abc import Iterator

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, PageBreak, Spacer

from sessionrunner.core.exercise import Question, QuestionKind, Step
from sessionrunner.core.privacy import DEFAULT_THRESHOLD
from sessionrunner.locale import Catalogue
from sessionrunner.output.pack.contents import Pack
from sessionrunner.output.pack.looks import Choice, Circles, Cut, Lines
from sessionrunner.output.paper.flow import MUTED, paragraph, style
from sessionrunner.output.paper.letters import marked_up
from sessionrunner.output.paper.sheet import HEIGHT, WIDTH
from sessionrunner.output.paper.tags import Element
from sessionrunner.output.pdf import heading

_HALF = HEIGHT / 2 - 8 * mm
_LONGEST = 21
"""Values of a scale that can be ringed in on one line; a longer one gets a line to write on."""


def pages(pack: Pack, words: Catalogue, element: Element) -> Iterator[Flowable]:
    """A page for each step that asks: two slips to cut apart when there is room, else one."""
    asking = [step for step in (pack.exercise.steps if pack.exercise else ()) if step.collect]
    for number, step in enumerate(asking):
        if number:
            yield PageBreak()
        title = pack.exercise.title if pack.exercise else ""
        first = list(_slip(title, step, words, element))
        tall = sum(one.wrap(WIDTH, HEIGHT)[1] + one.getSpaceBefore() + one.getSpaceAfter() for one in first)
        yield from first
        if tall <= _HALF:
            yield Spacer(1, _HALF - tall)
            yield Cut()
            yield Spacer(1, 14 * mm)
            yield from _slip(title, step, words, element)


def _slip(title: str, step: Step, words: Catalogue, element: Element) -> Iterator[Flowable]:
    language = words.language
    yield heading(2, f"{title}: {step.title}", element, language)
    for question in step.collect:
        look = style(12, bold=True, language=language, spaceBefore=4, spaceAfter=4, keepWithNext=1)
        yield paragraph(element, "P", marked_up(question.ask), look)
        yield from _answer(question, element)
    small = style(9, language=language, color=MUTED, spaceBefore=6)
    yield paragraph(element, "P", marked_up(words("print.slip.honest", n=DEFAULT_THRESHOLD)), small)


def _answer(question: Question, element: Element) -> Iterator[Flowable]:
    if question.kind is QuestionKind.CHOICE:
        yield from (Choice(option, element.add("P")) for option in question.options)
    elif question.kind is QuestionKind.SCALE and question.most - question.least < _LONGEST:
        values = range(question.least, question.most + 1)
        yield Circles(values, (question.low, question.high), element.add("P"))
    else:
        yield Lines(3 if question.kind is QuestionKind.TEXT else 1)
