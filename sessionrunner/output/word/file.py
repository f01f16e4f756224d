"""Opens a template, fills it, and gives the file with its properties in order."""

import copy
import zipfile
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sessionrunner.core.text import SessionRunnerError
from sessionrunner.output.document import Document
from sessionrunner.output.word.footer import number_pages
from sessionrunner.output.word.looks import Looks, speak
from sessionrunner.output.word.writing import write

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_MAIN, _TEMPLATE = b"wordprocessingml.document.main+xml", b"wordprocessingml.template.main+xml"
_WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_LARGEST = 64 * 1024 * 1024
"""Bytes of a template, unpacked."""


class TemplateUnreadable(SessionRunnerError):
    """The file named as a template is not a Word file that can be filled."""

    cause = "export.template-unreadable"


class TemplateMissing(TemplateUnreadable):
    """There is no file where the template should be."""

    cause = "export.template-missing"


class NotATemplate(TemplateUnreadable):
    """The file is there and is no Word file of today's kind."""

    cause = "export.template-not-word"


def render(document: Document, template: Path | None = None) -> bytes:
    """The file; with a template, in its styles, margins, header and footer, and without its own text."""
    word, looks = _opened(template)
    speak(word, document.language)
    write(word, document.blocks, looks)
    if template is None:
        number_pages(word, document.title)
    _describe(word, document)
    target = BytesIO()
    word.save(target)
    return _without_times(target.getvalue())


def _opened(template: Path | None) -> "tuple[WordDocument, Looks]":
    # python-docx takes a sixteenth of a second to load: only when a Word file is wanted.
    from docx import Document as open_word

    if template is None:
        word = open_word()
        return word, Looks.our_own(word)
    try:
        word = open_word(BytesIO(_as_document(template)))
    except OSError as error:
        cause = TemplateMissing if isinstance(error, FileNotFoundError) else TemplateUnreadable
        raise cause(file=str(template), reason=error.strerror or str(error)) from error
    except (KeyError, ValueError, zipfile.BadZipFile, SyntaxError) as error:
        raise NotATemplate(file=str(template), reason=str(error)) from error
    body = word.element.body
    _inherit_heads(body)
    for element in [kid for kid in body if not kid.tag.endswith("}sectPr")]:
        body.remove(element)
    return word, Looks.of_template(word)


def _inherit_heads(body: Any) -> None:
    """A later part of a template goes on with the logo and the footer of the part before, which is emptied here."""
    *earlier, last = body.iter(f"{{{_WORDS}}}sectPr")
    have = {_kind_of(head) for head in last if _kind_of(head)}
    for head in [head for part in reversed(earlier) for head in part if _kind_of(head)]:
        if _kind_of(head) not in have:
            have.add(_kind_of(head))
            last.insert(0, copy.deepcopy(head))


def _kind_of(element: Any) -> str:
    """Header or footer, and for which pages; empty for anything else in a part's settings."""
    name = element.tag.rpartition("}")[2]
    which = element.get(f"{{{_WORDS}}}type", "default")
    return f"{name} {which}" if name in {"headerReference", "footerReference"} else ""


def _as_document(template: Path) -> bytes:
    """The file's content; Word's own kind of template (``.dotx``) is a document under another name."""
    content = template.read_bytes()
    with zipfile.ZipFile(BytesIO(content)) as source:
        if sum(entry.file_size for entry in source.infolist()) > _LARGEST:
            raise ValueError(template.name)
        if _TEMPLATE not in source.read("[Content_Types].xml"):
            return content
        return _packed({name: source.read(name).replace(_TEMPLATE, _MAIN) for name in source.namelist()})


def _describe(word: "WordDocument", document: Document) -> None:
    """What the file says about itself: the title and the language, and nobody's name."""
    properties = word.core_properties
    properties.title, properties.language = document.title, f"{document.language}-{_COUNTRIES[document.language]}"
    properties.author = properties.last_modified_by = properties.comments = properties.keywords = ""
    properties.subject, properties.revision = document.date.isoformat(), 1
    properties.created = properties.modified = datetime(
        document.date.year, document.date.month, document.date.day, tzinfo=UTC
    ).replace(tzinfo=None)


_COUNTRIES = {"sv": "SE", "en": "GB"}


def _without_times(content: bytes) -> bytes:
    """The same record gives the same file, so that making it again changes nothing in the shared folder."""
    with zipfile.ZipFile(BytesIO(content)) as source:
        return _packed({name: source.read(name) for name in source.namelist()})


def _packed(files: dict[str, bytes]) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, content)
    return target.getvalue()
