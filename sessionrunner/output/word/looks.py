"""Which of a file's styles stands for what, and what to do when a template lacks one."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Mm, Pt, RGBColor

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_NAMES = {
    "h1": ("Title", "Rubrik", "Heading 1"),
    "h2": ("Heading 1", "Rubrik 1"),
    "h3": ("Heading 2", "Rubrik 2", "Heading 1"),
    "h4": ("Heading 3", "Rubrik 3", "Heading 2"),
    "list": ("List Bullet", "Punktlista", "List Paragraph"),
    "quote": ("Quote", "Citat"),
    "table": ("Table Grid", "Tabellrutnät"),
}
"""By what it is for: the names to look for, best first. Word keeps its own styles under English names."""
_SIZES = {"h1": 24, "h2": 15, "h3": 12, "h4": 11}
_COUNTRIES = {"sv": "sv-SE", "en": "en-GB"}


@dataclass(frozen=True, slots=True)
class Looks:
    """The style for each purpose; an empty name where there is none, and the text has to look right by itself."""

    names: dict[str, str]

    def __getitem__(self, purpose: str) -> str:
        return self.names[purpose]

    @classmethod
    def of_template(cls, word: "WordDocument") -> "Looks":
        """What the template offers; headings it lacks are added, since screen readers jump between them."""
        kinds = {"table": WD_STYLE_TYPE.TABLE}
        have = {style.name or "" for style in word.styles if style.type is WD_STYLE_TYPE.PARAGRAPH}
        tables = {style.name for style in word.styles if style.type is kinds["table"]}
        names = {
            purpose: next((name for name in wanted if name in (tables if purpose in kinds else have)), "")
            for purpose, wanted in _NAMES.items()
        }
        for level in (1, 2, 3, 4):
            names[f"h{level}"] = names[f"h{level}"] or _added_heading(word, level, have)
        return cls(names)

    @classmethod
    def our_own(cls, word: "WordDocument") -> "Looks":
        """Calm headings, text of eleven points, room between the lines."""
        looks = cls.of_template(word)
        page: Any = word.sections[0]
        page.page_width, page.page_height = Mm(210), Mm(297)
        page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(25)
        normal: Any = word.styles["Normal"]
        normal.font.name, normal.font.size = "Calibri", Pt(11)
        normal.paragraph_format.space_after = Pt(6)
        for purpose, size in _SIZES.items():
            _calm(word.styles[looks[purpose]], size)
        quote: Any = word.styles[looks["quote"]]
        quote.font.italic, quote.font.color.rgb = False, RGBColor(0x1B, 0x1F, 0x24)
        quote.paragraph_format.left_indent = Pt(14)
        return looks


def _calm(style: Any, size: int) -> None:
    style.font.name, style.font.size, style.font.bold = "Calibri", Pt(size), True
    style.font.color.rgb = RGBColor(0x1B, 0x1F, 0x24) if size > 20 else RGBColor(0x0B, 0x5C, 0x6B)
    # The letters of a theme would win over the name above.
    fonts = style.element.rPr.rFonts
    for attribute in [name for name in fonts.attrib if name.endswith("Theme")]:
        del fonts.attrib[attribute]
    borders = style.element.pPr.find(qn("w:pBdr")) if style.element.pPr is not None else None
    if borders is not None:
        style.element.pPr.remove(borders)


def _added_heading(word: "WordDocument", level: int, have: set[str]) -> str:
    name = f"Heading {level}"
    if name in have:
        return name
    added: Any = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    added.font.bold, added.font.size = True, Pt(_SIZES[f"h{level}"])
    outline = OxmlElement("w:outlineLvl")
    outline.set(qn("w:val"), str(level - 1))
    added.element.get_or_add_pPr().append(outline)
    return name


def speak(word: "WordDocument", language: str) -> None:
    """Say the language of every text, for spelling and for being read aloud."""
    tag = _COUNTRIES[language]
    styles = word.styles.element
    for found in styles.iter(qn("w:lang")):
        found.set(qn("w:val"), tag)
    defaults = styles.find(qn("w:docDefaults"))
    if defaults is None or next(defaults.iter(qn("w:lang")), None) is not None:
        return
    for properties in defaults.iter(qn("w:rPr")):
        spoken = OxmlElement("w:lang")
        spoken.set(qn("w:val"), tag)
        properties.append(spoken)
