"""Makes the copies somebody asks for, of a record or of a saved file; libraries are loaded when they are needed."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, time
from pathlib import Path
from threading import Lock
from typing import Final

from sessionrunner.core.copies import Copy, CopyKind
from sessionrunner.core.outcome import Outcome, outcome
from sessionrunner.core.record import Record
from sessionrunner.locale import Catalogue
from sessionrunner.output import story
from sessionrunner.output.document import Document


class Press:
    """Words in one language, a template for Word if there is one, and when what is copied was last changed."""

    def __init__(self, words: Catalogue, template: Path | None = None, changed: datetime | None = None) -> None:
        self._words = words
        self._template = template
        self._changed = changed

    def of_record(self, record: Record, kind: CopyKind) -> Copy:
        """A copy of a session as it stands; SessionRunnerError when there is nothing to copy or it cannot be made."""
        return self.made(kind, outcome(record), lambda: story.tell(record, self._words))

    def made(self, kind: CopyKind, result: Outcome, told: Callable[[], Document]) -> Copy:
        """A copy from what came out of the session and, for Word and PDF, what is told about it."""
        texts: Mapping[CopyKind, Callable[[Document], bytes]] = {CopyKind.WORD: self._word, CopyKind.PDF: _pdf}
        if kind in texts:
            return Copy(kind.file_name, texts[kind](told()))
        if kind is CopyKind.CALENDAR:
            return Copy(kind.file_name, self._calendar(result))
        return Copy(kind.file_name, _FIGURES[kind](result, self._words))

    def _word(self, document: Document) -> bytes:
        from sessionrunner.output import word

        return word.render(document, self._template)

    def _calendar(self, result: Outcome) -> bytes:
        from sessionrunner.output import calendar

        return calendar.render(result, self._words, self._changed or datetime.combine(result.date, time(12), UTC))


# reportlab has one parser and one set of fonts for the whole program: two papers at once would mix their texts.
_ONE_PDF_AT_A_TIME: Final = Lock()


def _pdf(document: Document) -> bytes:
    from sessionrunner.output import pdf

    with _ONE_PDF_AT_A_TIME:
        return pdf.render(document)


def _picture(result: Outcome, words: Catalogue) -> bytes:
    from sessionrunner.output import picture

    return picture.render(result, words)


def _table(result: Outcome, words: Catalogue) -> bytes:
    from sessionrunner.output import spreadsheet

    return spreadsheet.render(result, words)


def _text(result: Outcome, words: Catalogue) -> bytes:
    from sessionrunner.output import other_levels

    return other_levels.render(result, words)


_FIGURES: Mapping[CopyKind, Callable[[Outcome, Catalogue], bytes]] = {
    CopyKind.PICTURE: _picture,
    CopyKind.TABLE: _table,
    CopyKind.TEXT: _text,
}
