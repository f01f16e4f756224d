"""A page of text as a file to print or send: text, PDF or Word, as the ending says."""

from datetime import date
from pathlib import Path

from sessionrunner.locale import Catalogue
from sessionrunner.storage.folder_name import allowed
from sessionrunner.storage.saved_places import put_beside


def put(out: Path, title: str, markdown: str, words: Catalogue, today: date) -> Path:
    """Where the page was put; in a folder as a PDF called by its title. CopyNotWritten when it cannot be."""
    target = (out / f"{allowed(title)}.pdf" if out.is_dir() else out).absolute()
    return put_beside(target.parent, target.name, _content(target.suffix.casefold(), markdown, words, today))


def _content(ending: str, markdown: str, words: Catalogue, today: date) -> bytes:
    """What draws it is loaded when it is asked for."""
    if ending not in (".pdf", ".docx"):
        return markdown.encode()
    from sessionrunner.output.markdown_reader import read

    document = read(markdown, words.language, today)
    if ending == ".docx":
        from sessionrunner.output import word

        return word.render(document)
    from sessionrunner.output import pdf

    return pdf.render(document)
