"""``export``: a saved session as Word, PDF, picture, calendar, table or text."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from sessionrunner.cli.arguments import Arguments
from sessionrunner.cli.lessons import NoLessonsFolder
from sessionrunner.cli.places import Places, places
from sessionrunner.core.copies import Copy, CopyKind
from sessionrunner.core.followup import Past
from sessionrunner.core.outcome import Outcome
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.locale import Catalogue, load
from sessionrunner.locale.copies import kind_called
from sessionrunner.output.document import Document
from sessionrunner.output.press import Press
from sessionrunner.storage import lesson_scan, saved_outcome, settings
from sessionrunner.storage.lesson_index import earlier
from sessionrunner.storage.outbox import index_beside
from sessionrunner.storage.saved_places import Known, find, put_beside


class TargetExists(SessionRunnerError):
    """The file to write is already there, with something else in it."""

    cause = "cli.file-exists"


class OtherEnding(SessionRunnerError):
    """The name given to the file says that it is of another kind than was asked for."""

    cause = "export.other-ending"


class SeveralInOne(SessionRunnerError):
    """Several kinds of copies were asked for, and one file to put them in."""

    cause = "export.several-in-one"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command line asks for."""

    session: str
    """Empty for the latest."""
    kinds: tuple[CopyKind, ...]


def export(arguments: Arguments, words: Catalogue) -> int:
    """Make files of a saved session, beside its lessons or where --out says."""
    kept = places(arguments)
    wanted = asked(arguments, words)
    source = find(wanted.session, lambda: _known(arguments, kept))
    result = saved_outcome.read(source)
    template = arguments.template or settings.read(kept.settings).template_path
    changed = datetime.fromtimestamp(source.stat().st_mtime, UTC)
    press = Press(load(result.language), template, changed)
    for kind in wanted.kinds:
        copy = press.made(kind, result, lambda: _told(source, result))
        folder, name = _target(source.parent, copy, arguments.out)
        print(words("export.made", file=put_beside(folder, name, copy.content)))
    if arguments.template is not None and CopyKind.WORD in wanted.kinds:
        # It could be opened: from now on it is the one.
        remember_template(kept.settings, arguments.template)
    return 0


def asked(arguments: Arguments, words: Catalogue) -> Wanted:
    """Session and kinds, in whichever order they were written; the file's ending tells when nothing else does."""
    called = [(word, kind_called(word, words)) for word in arguments.query]
    session = " ".join(word for word, kind in called if kind is None)
    given = [*([CopyKind(arguments.to)] if arguments.to else []), *(kind for _, kind in called if kind)]
    file = arguments.out if arguments.out and not arguments.out.is_dir() else None
    ending = kind_called(file.suffix, words) if file and file.suffix else None
    kinds = tuple(dict.fromkeys(given)) or (ending or CopyKind.WORD,)
    if file and len(kinds) > 1:
        raise SeveralInOne(file=file)
    if ending not in (None, kinds[0]):
        name = words(f"export.name.{kinds[0].value}")
        raise OtherEnding(file=file, kind=name, ending=Path(kinds[0].file_name).suffix)
    return Wanted(session, kinds)


def remember_template(path: Path, template: Path) -> None:
    """Keep the municipality's template for Word files to come, made here or with the key in the program."""
    settings.write(path, replace(settings.read(path), template=str(template.expanduser().absolute())))


def _known(arguments: Arguments, kept: Places) -> Known:
    """Where sessions lie: the shared folder, and what still waits on this laptop.

    A shared folder that is away is said to be so only when nothing waits here.
    """
    remembered = settings.read(kept.settings)
    waiting = lesson_scan.scan(kept.outbox) if kept.outbox.is_dir() else Past()
    here = [(kept.outbox, waiting)] if waiting.sessions else []
    shared = arguments.lessons or remembered.lessons_path
    if shared is None:
        if not here:
            raise NoLessonsFolder()
        return here
    folder = shared.expanduser().absolute()
    try:
        return [(folder, earlier(folder, remembered.knows(folder), index_beside(kept.outbox))), *here]
    except SessionRunnerError:
        if not here:
            raise
        return here


def _told(source: Path, result: Outcome) -> Document:
    # The reader of Markdown is loaded for Word and PDF only.
    from sessionrunner.output import markdown_reader

    return markdown_reader.read(source.read_text("utf-8-sig", "replace"), result.language, result.date)


def _target(beside: Path, copy: Copy, out: Path | None) -> tuple[Path, str]:
    """Folder and name. A file named by the user is never written over, nor given another name."""
    if out is None:
        return beside, copy.name
    if out.is_dir():
        return out, copy.name
    named = out if out.suffix else out.with_name(f"{out.name}{Path(copy.name).suffix}")
    if named.exists() and not _says(named, copy.content):
        raise TargetExists(file=named)
    return named.parent, named.name


def _says(file: Path, content: bytes) -> bool:
    try:
        return file.read_bytes() == content
    except OSError:
        return False
