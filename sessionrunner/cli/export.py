"""``export``: a saved session as Word, PDF, picture, calendar, table or text."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from sessionrunner.cli.arguments import Arguments
from sessionrunner.cli.places import places
from sessionrunner.core.copies import Copy, CopyKind
from sessionrunner.core.outcome import Outcome
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.locale import Catalogue, load
from sessionrunner.output.document import Document
from sessionrunner.output.press import Press
from sessionrunner.storage import saved_outcome, settings
from sessionrunner.storage.saved_places import find, put_beside


class TargetExists(SessionRunnerError):
    """The file to write is already there, with something else in it."""

    cause = "cli.file-exists"


def export(arguments: Arguments, words: Catalogue) -> int:
    """Make one file of a saved session, beside its lessons or where --out says."""
    source = find(arguments.session or "", _folders(arguments))
    result = saved_outcome.read(source)
    kept = places(arguments)
    template = arguments.template or settings.read(kept.settings).template_path
    changed = datetime.fromtimestamp(source.stat().st_mtime, UTC)
    press = Press(load(result.language), template, changed)
    copy = press.made(CopyKind(arguments.to), result, lambda: _told(source, result))
    if arguments.template is not None:
        # It could be opened: from now on it is the one.
        remember_template(kept.settings, arguments.template)
    folder, name = _target(source, copy, arguments.out)
    print(words("export.made", file=put_beside(folder, name, copy.content)))
    return 0


def remember_template(path: Path, template: Path) -> None:
    """Keep the municipality's template for Word files to come, made here or with the key in the program."""
    settings.write(path, replace(settings.read(path), template=str(template.expanduser().absolute())))


def _folders(arguments: Arguments) -> list[Path]:
    """Where sessions lie: the shared folder, and what still waits on this laptop."""
    kept = places(arguments)
    shared = arguments.lessons or settings.read(kept.settings).lessons_path
    return [*([shared.expanduser()] if shared else []), kept.outbox]


def _told(source: Path, result: Outcome) -> Document:
    # The reader of Markdown is loaded for Word and PDF only.
    from sessionrunner.output import markdown_reader

    return markdown_reader.read(source.read_text("utf-8-sig", "replace"), result.language, result.date)


def _target(source: Path, copy: Copy, out: Path | None) -> tuple[Path, str]:
    """Folder and name. A file named by the user is never written over, nor given another name."""
    if out is None:
        return source.parent, copy.name
    if out.is_dir():
        return out, copy.name
    if out.exists() and out.read_bytes() != copy.content:
        raise TargetExists(file=out)
    return out.parent, out.name
