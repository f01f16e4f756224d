"""What the kinds of copies are called."""

from sessionrunner.core.copies import CopyKind
from sessionrunner.locale import Catalogue


def kind_called(name: str, words: Catalogue) -> CopyKind | None:
    """The kind with this name or this ending, ``bild``, ``png`` or ``.png``; None when there is none."""
    asked = name.strip().casefold()
    return next((kind for kind in CopyKind if asked in _names(kind, words)), None)


def _names(kind: CopyKind, words: Catalogue) -> tuple[str, str, str]:
    ending = kind.file_name.rpartition(".")[2]
    return words(f"export.name.{kind.value}").casefold(), kind.value, f".{ending}"
