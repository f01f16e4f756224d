"""What each mark on the page is, so that a PDF can be read aloud and read in order."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas


@dataclass(slots=True)
class Mark:
    """A piece of a page that belongs to an element."""

    page: int
    number: int
    """Of the mark on its page."""


@dataclass(slots=True)
class Element:
    """A heading, a paragraph, a list…, with what it holds; ``tag`` is PDF's own name for it."""

    tag: str
    alt: str = ""
    """What a picture shows, in words."""
    scope: str = ""
    """What a heading of a table is the heading of: ``Column`` or ``Row``."""
    kids: "list[Element | Mark]" = field(default_factory=list)

    def add(self, tag: str, alt: str = "", scope: str = "") -> "Element":
        """A new element inside this one."""
        kid = Element(tag, alt, scope)
        self.kids.append(kid)
        return kid


class TaggedCanvas(Canvas):
    """A canvas on which every mark belongs to an element or is known to be decoration."""

    root: Element
    """Set before the first page is drawn."""
    _doc: Any
    _code: list[str]
    """The library's own, which its stubs leave out."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._pages: list[Any] = []
        self._marks: list[list[Element]] = [[]]
        self._depth = 0
        self._bookmarks = 0
        self._level = -1

    def bookmark(self, title: str, level: int, height: float) -> None:
        """An entry in the reader's list of headings, leading here; a level may be skipped in the text but not there."""
        self._level = min(level, self._level + 1)
        self._bookmarks += 1
        self.bookmarkHorizontal(f"heading{self._bookmarks}", 0, height)
        self.addOutlineEntry(title, f"heading{self._bookmarks}", self._level)

    @contextmanager
    def marking(self, element: Element) -> Iterator[None]:
        """What is drawn meanwhile belongs to this element."""
        marks = self._marks[-1]
        element.kids.append(Mark(len(self._marks) - 1, len(marks)))
        self._write(f"/{element.tag} <</MCID {len(marks)}>> BDC")
        marks.append(element)
        self._depth += 1
        yield
        self._depth -= 1
        self._write("EMC")

    @contextmanager
    def decorating(self) -> Iterator[None]:
        """What is drawn meanwhile says nothing."""
        if self._depth:
            yield
            return
        self._write("/Artifact BMC")
        self._depth += 1
        yield
        self._depth -= 1
        self._write("EMC")

    def _write(self, operator: str) -> None:
        self._code.append(operator)

    def showPage(self) -> None:
        """End the page, and remember it for the tree."""
        self._pages.append(self._doc.thisPageRef())
        super().showPage()
        page = self._doc.Pages.pages[-1]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = len(self._pages) - 1, pdfdoc.PDFName("S")
        self._marks.append([])

    def save(self) -> None:
        """Write the tree of elements and the file."""
        if self._code:
            self.showPage()
        _Tree(self._doc, self._pages).write(self.root, self._marks)
        super().save()


class _Tree:
    """The elements as PDF wants them: dictionaries that refer to each other by name."""

    def __init__(self, document: Any, pages: list[Any]) -> None:
        self._document = document
        self._pages = pages
        self._names: dict[int, str] = {}

    def write(self, root: Element, marks: list[list[Element]]) -> None:
        top = pdfdoc.PDFObjectReference("structure")
        self._element(root, top)
        by_page: list[Any] = []
        for page, owners in enumerate(marks[: len(self._pages)]):
            by_page += [page, pdfdoc.PDFArray([self._reference(owner) for owner in owners])]
        numbers = {"Nums": pdfdoc.PDFArray(by_page)}
        tree = self._named("StructTreeRoot", K=self._reference(root), ParentTree=pdfdoc.PDFDictionary(numbers))
        self._document.Reference(tree, "structure")
        catalog = self._document.Catalog
        catalog.StructTreeRoot = top
        catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})

    def _element(self, element: Element, parent: Any) -> None:
        own = self._reference(element)
        for kid in element.kids:
            if isinstance(kid, Element):
                self._element(kid, own)
        kids = pdfdoc.PDFArray([self._kid(kid) for kid in element.kids])
        found = self._named("StructElem", S=pdfdoc.PDFName(element.tag), P=parent, K=kids)
        if element.alt:
            found["Alt"] = pdfdoc.PDFString(element.alt)
        if element.scope:
            found["A"] = pdfdoc.PDFDictionary({"O": pdfdoc.PDFName("Table"), "Scope": pdfdoc.PDFName(element.scope)})
        self._document.Reference(found, self._names[id(element)])

    def _kid(self, kid: Element | Mark) -> Any:
        if isinstance(kid, Element):
            return self._reference(kid)
        return self._named("MCR", Pg=self._pages[kid.page], MCID=kid.number)

    def _named(self, kind: str, **entries: Any) -> Any:
        return pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName(kind), **entries})

    def _reference(self, element: Element) -> Any:
        name = self._names.setdefault(id(element), f"element{len(self._names)}")
        return pdfdoc.PDFObjectReference(name)
