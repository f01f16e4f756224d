"""Puts flowables on numbered A4 pages and gives the file."""

from collections.abc import Callable, Sequence
from datetime import date
from io import BytesIO
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from sessionrunner.output.paper.flow import MUTED
from sessionrunner.output.paper.letters import REGULAR, register
from sessionrunner.output.paper.tags import Element, TaggedCanvas

MARGIN = 22 * mm
WIDTH, HEIGHT = A4[0] - 2 * MARGIN, A4[1] - 2 * MARGIN
"""Room for text, in points."""
_LANGUAGES = {"sv": "sv-SE", "en": "en-GB"}


def printed(title: str, language: str, day: date, fill: Callable[[Element], Sequence[Flowable]]) -> bytes:
    """The PDF: ``fill`` makes what goes on the pages, inside the document's element."""
    register()
    root = Element("Document")
    flowables = list(fill(root))

    def canvas(*given: Any, **named: Any) -> TaggedCanvas:
        # The same record gives the same file, so that making it again changes nothing in the shared folder.
        made = TaggedCanvas(*given, **named | {"invariant": 1, "lang": _LANGUAGES[language], "pdfVersion": (1, 7)})
        made.root = root
        made.setViewerPreference("DisplayDocTitle", "true")
        return made

    target = BytesIO()
    sheet = BaseDocTemplate(
        target, pagesize=A4, title=title, author="", subject=day.isoformat(), creator="sessionrunner", producer=""
    )
    frame = Frame(MARGIN, MARGIN, WIDTH, HEIGHT, 0, 0, 0, 0)
    sheet.addPageTemplates([PageTemplate("page", [frame], onPage=lambda drawn, _: _foot(drawn, title))])
    sheet.build(flowables, canvasmaker=canvas)
    return target.getvalue()


def _foot(canvas: Any, title: str) -> None:
    with canvas.decorating():
        canvas.setFont(REGULAR, 8.5)
        canvas.setFillColor(MUTED)
        canvas.drawString(MARGIN, 12 * mm, title[:90])
        canvas.drawRightString(A4[0] - MARGIN, 12 * mm, str(canvas.getPageNumber()))
