"""Several small papers on a sheet, with lines to cut along."""

from collections.abc import Iterable, Iterator, Sequence

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepInFrame, PageBreak, Spacer

from sessionrunner.output.paper.flow import MUTED, Grid
from sessionrunner.output.paper.sheet import HEIGHT, WIDTH

_AIR = 5 * mm
_WHOLE = HEIGHT - 4 * mm


def cut_apart(papers: Iterable[Sequence[Flowable]], columns: int, rows: int) -> Iterator[Flowable]:
    """The papers in order, so many a sheet; one that is too full is made smaller rather than cut off."""
    room = (WIDTH / columns - 2 * _AIR, _WHOLE / rows - 2 * _AIR)
    cells = [KeepInFrame(*room, list(paper), mode="shrink") for paper in papers]
    for first in range(0, len(cells), columns * rows):
        if first:
            yield PageBreak()
        yield _sheet(cells[first : first + columns * rows], columns, rows)


def _sheet(cells: Sequence[Flowable], columns: int, rows: int) -> Grid:
    whole = [*cells, *(Spacer(0, 0) for _ in range(-len(cells) % columns))]
    lines = [whole[at : at + columns] for at in range(0, len(whole), columns)]
    air = [(f"{side}PADDING", (0, 0), (-1, -1), _AIR) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]
    cut = ("GRID", (0, 0), (-1, -1), 0.5, MUTED, None, (3, 3))
    widths, heights = [WIDTH / columns] * columns, [_WHOLE / rows] * len(lines)
    return Grid(lines, colWidths=widths, rowHeights=heights, style=[*air, cut, ("VALIGN", (0, 0), (-1, -1), "TOP")])
