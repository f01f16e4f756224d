"""Who works with whom, on paper: a slip for each group, and the list of who swaps with whom."""

from collections.abc import Iterator

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, PageBreak

from sessionrunner.core.exercise import Need, Step
from sessionrunner.core.groups import Division, Group
from sessionrunner.locale import Catalogue
from sessionrunner.output.pack.contents import Pack
from sessionrunner.output.pack.cutting import cut_apart
from sessionrunner.output.paper.flow import ACCENT, paragraph, style, table
from sessionrunner.output.paper.letters import marked_up
from sessionrunner.output.paper.sheet import WIDTH
from sessionrunner.output.paper.tags import Element
from sessionrunner.output.pdf import heading

_EMPTY_ROWS = 12


def slips(pack: Pack, words: Catalogue, element: Element) -> Iterator[Flowable]:
    """A slip a group and step, as they were divided beforehand; none when nobody has divided the room."""
    steps = pack.exercise.steps if pack.exercise else ()
    divided = [(step, pack.groups[step.id]) for step in steps if step.id in pack.groups and not _same(step)]
    for number, (step, division) in enumerate(divided):
        if number:
            yield PageBreak()
        yield from cut_apart(
            [list(_slip(step, at, group, words, element)) for at, group in enumerate(division.groups)], 2, 4
        )


def _same(step: Step) -> bool:
    """Whether the groups have their slips already."""
    return step.groups is not None and step.groups.same_as is not None


def _slip(step: Step, at: int, group: Group, words: Catalogue, element: Element) -> Iterator[Flowable]:
    language = words.language
    table_name = step.tables[at % len(step.tables)].name if step.tables else ""
    title = " · ".join(part for part in (words("print.groups.group", label=group.label), table_name) if part)
    look = style(17, bold=True, language=language, color=ACCENT, leading=20, spaceAfter=3)
    yield paragraph(element, "H2", marked_up(title), look)
    yield paragraph(element, "P", marked_up(step.title), style(9, language=language, spaceAfter=4))
    for member in group.members:
        said = words("print.groups.reports", name=member) if member == group.reporter else member
        yield paragraph(element, "P", marked_up(said), style(12, language=language, leading=15, spaceAfter=0))


def swaps(pack: Pack, words: Catalogue, element: Element) -> Iterator[Flowable]:
    """Who reads whose papers, in the pairs of the hour itself; lines to fill in when nobody has divided the room."""
    if pack.exercise is None or Need.SWAP_LIST not in pack.exercise.needs:
        return
    language = words.language
    yield heading(1, words("print.swaps.title"), element, language)
    yield paragraph(element, "P", marked_up(words("print.swaps.how")), style(11, language=language))
    heads = [words("print.swaps.reader"), words("print.swaps.owner"), words("print.swaps.day")]
    rows = _readers(pack) or [("\u00a0", "")] * _EMPTY_ROWS
    third = WIDTH / 3
    yield table(element, [heads, *([*row, ""] for row in rows)], [third, third, third], language)
    yield paragraph(
        element, "P", marked_up(words("print.swaps.after")), style(11, language=language, spaceBefore=4 * mm)
    )


def _readers(pack: Pack) -> list[tuple[str, str]]:
    """Everybody reads the next one's papers in their own small group, so that three go round."""
    first = next((step for step in pack.exercise.steps if step.groups), None) if pack.exercise else None
    division = pack.groups.get(first.id, Division()) if first else Division()
    rings = [group.members for group in division.groups]
    return [(one, ring[(at + 1) % len(ring)]) for ring in rings for at, one in enumerate(ring)]
