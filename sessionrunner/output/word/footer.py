"""The foot of every page of a Word file that has no template: what it is, and which page of how many."""

from typing import TYPE_CHECKING, Any

from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Pt, RGBColor

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_MUTED = RGBColor(0x57, 0x60, 0x6A)


def number_pages(word: "WordDocument", title: str) -> None:
    """``Title        1 (6)``: a paper that has come loose says where it belongs."""
    section: Any = word.sections[-1]
    foot: Any = section.footer.paragraphs[0]
    for stop in list(foot.style.paragraph_format.tab_stops):
        foot.paragraph_format.tab_stops.add_tab_stop(stop.position, WD_TAB_ALIGNMENT.CLEAR)
    foot.style.font.size, foot.style.font.color.rgb = Pt(9), _MUTED
    edge = section.page_width - section.left_margin - section.right_margin
    foot.paragraph_format.tab_stops.add_tab_stop(edge, WD_TAB_ALIGNMENT.RIGHT)
    for text, field in ((f"{title}\t", ""), ("", "PAGE"), (" (", ""), ("", "NUMPAGES"), (")", "")):
        run = foot.add_run(text)
        if field:
            _fill_in(run, field)


def _fill_in(run: Any, field: str) -> None:
    """Let Word count."""
    counted = OxmlElement("w:fldSimple")
    counted.set(qn("w:instr"), field)
    run._r.addprevious(counted)
    counted.append(run._r)
    # Seen until Word does.
    run.add_text("1")
