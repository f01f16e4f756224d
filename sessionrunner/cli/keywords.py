"""``keywords``: one's own keywords as a text file for a colleague, and hers taken over."""

import json

from sessionrunner.cli.general import Arguments
from sessionrunner.cli.places import places
from sessionrunner.core.keywords import Keywords
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.locale import Catalogue
from sessionrunner.storage import keyword_file
from sessionrunner.storage.library import Library, shipped_folder
from sessionrunner.storage.own_words import OwnWords
from sessionrunner.storage.shared_words import SharedWords


class Taken(SessionRunnerError):
    """There is such a file already."""

    cause = "keywords.taken"


class NoName(SessionRunnerError):
    """It was not said which file."""

    cause = "keywords.no-name"


class NotWritten(SessionRunnerError):
    """The file could not be written."""

    cause = "keywords.not-written"


def keywords(arguments: Arguments, words: Catalogue) -> int:
    """Export or import, as asked for."""
    kept = places(arguments)
    own = OwnWords(kept.own_words)
    if arguments.action == "import":
        return _take(arguments, own, words)
    library = Library([shipped_folder("exercises"), kept.own_exercises])
    known = own.every()
    text = keyword_file.written(words("keywords.header"), known, library.exercises())
    return _give(arguments, _as_json(known) if arguments.json else text, words)


def _as_json(known: Keywords) -> str:
    return json.dumps(known, ensure_ascii=False) + "\n"


def _give(arguments: Arguments, text: str, words: Catalogue) -> int:
    if arguments.file is None:
        print(text, end="")
        return 0
    try:
        with arguments.file.open("x", encoding="utf-8-sig" if not arguments.json else "utf-8") as file:
            file.write(text)
    except FileExistsError as error:
        raise Taken(file=str(arguments.file)) from error
    except OSError as error:
        raise NotWritten(file=str(arguments.file), reason=error.strerror or str(error)) from error
    print(words("keywords.written", file=arguments.file))
    return 0


def _take(arguments: Arguments, own: OwnWords, words: Catalogue) -> int:
    if arguments.file is None:
        raise NoName()
    found = SharedWords(None, False, own).take(str(arguments.file), arguments.replace)
    if found.new or not found.differing:
        print(words("keywords.taken" if found.new else "keywords.same", n=found.new))
    if found.differing:
        print(words("keywords.replaced" if arguments.replace else "keywords.kept", n=found.differing))
    return 0
