"""A Word file that the municipality can work on, in its own template."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings

from sessionrunner.locale import load
from sessionrunner.output import story, word
from tests.output.records import full, with_lesson
from tests.output.test_markdown import ANY_TEXT


def opened(template: Path | None = None) -> Any:
    """The file as Word sees it."""
    return docx.Document(BytesIO(word.render(story.tell(full(), load("sv")), template)))


@pytest.fixture
def template(tmp_path: Path) -> Callable[[Callable[[Any], None]], Path]:
    """Make a template out of Word's own and say where it lies."""

    def make(change: Callable[[Any], None]) -> Path:
        made = docx.Document()
        change(made)
        made.save(str(tmp_path / "mall.docx"))
        return tmp_path / "mall.docx"

    return make


def styles(document: Any) -> list[str]:
    """The style of every paragraph."""
    return [paragraph.style.name for paragraph in document.paragraphs]


def drop(document: Any, *names: str) -> None:
    """Take these styles out of a template."""
    for name in names:
        document.styles[name].delete()


def test_headings_lists_and_tables_are_words_own() -> None:
    """So that the municipality's look, the list of contents and a screen reader find them."""
    found = styles(opened())
    assert found[0] == "Title"
    assert {"Heading 1", "Heading 2", "Heading 3", "List Bullet", "Quote"} <= set(found)
    table = opened().tables[-1]
    assert table.style.name == "Table Grid"
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


def test_the_file_says_its_title_and_language_and_nobodys_name() -> None:
    """Spelling is checked in Swedish; who made it is nobody's business."""
    document = opened()
    properties = document.core_properties
    assert (properties.title, properties.language) == ("Min uppgift som socialsekreterare", "sv-SE")
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    assert {found.get(qn("w:val")) for found in document.styles.element.iter(qn("w:lang"))} == {"sv-SE"}


def test_bars_stand_on_the_page_of_their_question() -> None:
    """A distribution at the top of a page says nothing without what was asked."""
    (told,) = [one for one in opened().paragraphs if "Mitten av svaren" in one.text]
    assert told.paragraph_format.keep_with_next


def test_the_paper_is_a4() -> None:
    """As every printer in the house."""
    page = opened().sections[0]
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (210, 297)


def test_every_page_says_what_it_is_and_which_of_how_many() -> None:
    """A paper that has come loose finds its way back."""
    (foot,) = opened().sections[0].footer.paragraphs
    assert foot.text.startswith("Min uppgift som socialsekreterare\t")
    assert [one.get(qn("w:instr")) for one in foot._p.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]


def test_a_short_table_is_not_divided_and_a_line_stays_with_what_it_introduces() -> None:
    """No heading row alone at the foot of a page, no question without its answers."""
    document = opened()
    *rows, last = document.tables[-1].rows
    assert all(row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in rows)
    assert not last.cells[0].paragraphs[0].paragraph_format.keep_with_next
    (told,) = [one for one in document.paragraphs if "i blandad ordning" in one.text and "6 svar" in one.text]
    assert told.paragraph_format.keep_with_next


def test_a_template_gives_its_styles_header_and_margins(template: Callable[..., Path]) -> None:
    """Its own text goes, its head stays."""

    def change(made: Any) -> None:
        made.sections[0].header.paragraphs[0].text = "Kommunen"
        made.add_paragraph("Skriv här")
        made.styles["Heading 1"].font.name = "Kommunsans"

    document = opened(template(change))
    assert document.sections[0].header.paragraphs[0].text == "Kommunen"
    assert document.styles["Heading 1"].font.name == "Kommunsans"
    assert "Skriv här" not in [paragraph.text for paragraph in document.paragraphs]
    assert "Det här bestämde vi" in [paragraph.text for paragraph in document.paragraphs]


def test_a_template_in_several_parts_keeps_its_head(template: Callable[..., Path]) -> None:
    """A page to begin with has the logo, and the pages after it go on with it."""

    def change(made: Any) -> None:
        made.sections[0].header.paragraphs[0].text = "Kommunen"
        made.sections[0].footer.paragraphs[0].text = "Sida"
        made.add_section().footer.paragraphs[0].text = "Sida i andra delen"

    (only,) = opened(template(change)).sections
    assert only.header.paragraphs[0].text == "Kommunen"
    assert only.footer.paragraphs[0].text == "Sida i andra delen"


def test_a_template_without_our_styles_still_gives_headings_and_lists(template: Callable[..., Path]) -> None:
    """What is missing is added or drawn."""
    gone = ("Title", "Heading 1", "Heading 2", "Heading 3", "List Bullet", "List Paragraph", "Quote")
    document = opened(template(lambda made: drop(made, *gone)))
    assert {"Heading 1", "Heading 2", "Heading 3", "Heading 4"} <= set(styles(document))
    assert any(paragraph.text.startswith("•  Aktivitet:") for paragraph in document.paragraphs)


def test_words_own_kind_of_template_can_be_used(template: Callable[..., Path], tmp_path: Path) -> None:
    """Most municipalities have .dotx."""
    made = template(lambda made: None)
    target = tmp_path / "mall.dotx"
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(target, "w") as copy:
        for name in source.namelist():
            copy.writestr(name, source.read(name).replace(b"document.main+xml", b"template.main+xml"))
    assert styles(opened(target))[0] == "Title"


@pytest.mark.parametrize("content", [b"", b"inte en Word-fil", b"PK\x03\x04"])
def test_a_template_that_is_none_is_said_to_be_so(tmp_path: Path, content: bytes) -> None:
    """In words, with what to do."""
    (tmp_path / "mall.docx").write_bytes(content)
    with pytest.raises(word.TemplateUnreadable):
        opened(tmp_path / "mall.docx")
    with pytest.raises(word.TemplateUnreadable):
        opened(tmp_path / "finns-inte.docx")


def test_the_same_record_gives_the_same_file() -> None:
    """Making it again changes nothing in the folder, and no file tells when it was made."""
    assert word.render(story.tell(full(), load("sv"))) == word.render(story.tell(full(), load("sv")))


@settings(max_examples=20, deadline=None)
@given(ANY_TEXT)
def test_no_text_stops_the_file(text: str) -> None:
    """Whatever somebody typed, Word opens it."""
    content = word.render(story.tell(with_lesson(text, text), load("sv")))
    assert docx.Document(BytesIO(content)).paragraphs
