"""Arguments in, parts joined here and nowhere else."""

import contextlib
import sys
from collections.abc import Sequence
from importlib import import_module

from sessionrunner.cli.general import Arguments, early_language, for_the_library
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.locale import Catalogue, load

OK, PROBLEMS, USAGE = 0, 1, 2
"""Exit codes: all well; problems were found and told; the command was not understood."""

_MODULES = {
    "library": "opening", "run": "lead", "resume": "lead", "rehearse": "rehearse", "status": "status",
    "list": "exercises", "show": "exercises", "check": "exercises", "schema": "exercises",
    "new": "authoring", "adapt": "authoring",
    "invite": "inviting",
    "keywords": "keywords",
    "tables": "tables",
    "groups": "groups",
    "lessons": "lessons",
    "doctor": "doctor",
    "handover": "handing",
    "themes": "theming",
    "programme": "programme",
    "export": "export",
    "print": "printing",
    "serve": "serving",
    "keys": "serving",
    "gather": "gather",
}  # fmt: skip
"""Which module carries out which command; imported only when asked for, so that --help is quick."""


def run(argv: Sequence[str]) -> int:
    """Carry out one command line and give its exit code; errors go to stderr in plain words."""
    _speak_utf8()
    words = load(early_language(argv))
    arguments = for_the_library(argv) or _judged(argv, words)
    command = arguments.command or "library"
    module = import_module(f"{__name__}.{_MODULES[command]}")
    try:
        return int(getattr(module, command)(arguments, words))
    except SessionRunnerError as error:
        return complain(error, words)
    except KeyboardInterrupt:
        return PROBLEMS
    except BrokenPipeError:
        return PROBLEMS


def _judged(argv: Sequence[str], words: Catalogue) -> Arguments:
    # The grammar is not loaded for the library, which most people start with nothing.
    from sessionrunner.cli.arguments import build_parser

    return build_parser(words).parse_args(list(argv), namespace=Arguments())


def complain(error: SessionRunnerError, words: Catalogue) -> int:
    """Tell an error and its remedy on stderr."""
    print(words.render(error.message), file=sys.stderr)
    remedy = words.render(error.remedy)
    if remedy:
        print(remedy, file=sys.stderr)
    return PROBLEMS


def _speak_utf8() -> None:
    """A Windows console or a C locale must not stop å, ä and ö."""
    # PowerShell begins what it hands on with a mark that would be part of the first command.
    for stream, letters in ((sys.stdout, "utf-8"), (sys.stderr, "utf-8"), (sys.stdin, "utf-8-sig")):
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(encoding=letters, errors="replace")  # type: ignore[union-attr]
