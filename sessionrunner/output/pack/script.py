"""The leader's script: what to say and do in each step, and what to ask when it goes quiet."""

from collections.abc import Iterator

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether

from sessionrunner.core.exercise import Step
from sessionrunner.core.wording import as_written
from sessionrunner.locale import Catalogue
from sessionrunner.output.pack.contents import Pack, told_length
from sessionrunner.output.paper.flow import ACCENT, Said, listed, style
from sessionrunner.output.paper.letters import BOLD, marked_up, printable
from sessionrunner.output.paper.tags import Element
from sessionrunner.output.pdf import heading


def pages(pack: Pack, words: Catalogue, element: Element) -> Iterator[Flowable]:
    """Step by step, in letters that can be read standing up."""
    if pack.exercise is None:
        return
    yield heading(1, words("print.script.title"), element, words.language)
    for number, step in enumerate(pack.exercise.steps, 1):
        told = told_length(step, len(pack.people), words)
        name = heading(2, words("print.script.step", n=number, title=step.title, length=told), element, words.language)
        # Nobody turns a page in the middle of a step if it can be helped.
        yield KeepTogether([name, *_step(as_written(pack.exercise, step), words, element)])
    if pack.exercise.after:
        yield heading(2, words("print.script.after"), element, words.language)
        look = style(11, language=words.language, leftIndent=6 * mm, bulletIndent=1 * mm, spaceAfter=3)
        yield from listed(element, [marked_up(text) for text in pack.exercise.after], look)


def _step(step: Step, words: Catalogue, element: Element) -> Iterator[Flowable]:
    parts = [
        ("owner", step.owner),
        ("say", step.notes.say),
        ("do", step.notes.do),
        ("quiet", step.notes.if_quiet),
        ("ask", "\n".join(step.questions)),
        *(("theme", "\n".join((f"{theme.name}:", *theme.ask))) for theme in step.prompts),
        ("wall", step.wall),
        *(("table", f"{table.name}: {table.statement}") for table in step.tables if table.statement),
    ]
    for name, text in parts:
        if text.strip():
            yield _labelled(words(f"print.script.{name}"), text.strip(), words.language, element)


def _labelled(label: str, text: str, language: str, element: Element) -> Flowable:
    look = style(
        11,
        language=language,
        leftIndent=24 * mm,
        bulletIndent=0,
        bulletFontName=BOLD,
        bulletFontSize=9.5,
        bulletColor=ACCENT,
        spaceAfter=4,
        allowWidows=0,
        allowOrphans=0,
    )
    found = Said(marked_up(text), look, bulletText=printable(label))
    found.element = element.add("P")
    return found
