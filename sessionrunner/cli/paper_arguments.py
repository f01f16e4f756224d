"""What can be said about copies and prints on the command line."""

import argparse
from pathlib import Path

from sessionrunner.cli import argument_values as values
from sessionrunner.core.copies import CopyKind
from sessionrunner.locale import Catalogue
from sessionrunner.locale.copies import kind_called


def add_export(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    """Which session, into what, and where to."""
    parser.add_argument("query", nargs="*", metavar=words("export.source"), help=words("export.option.source"))
    kinds = [kind.value for kind in CopyKind]
    kind = values.read(lambda name: _kind(name, words), words("export.wrong", kinds=", ".join(kinds)))
    parser.add_argument("--to", type=kind, metavar="|".join(kinds), help=words("export.option.to"))
    file = words("cli.file")
    parser.add_argument("--template", type=Path, metavar=file, help=words("export.option.template"))
    parser.add_argument("--out", **values.fresh(words), help=words("export.option.out"))


def _kind(name: str, words: Catalogue) -> str:
    """The kind's own name; ValueError for a word that is no kind's."""
    kind = kind_called(name, words)
    if kind is None:
        raise ValueError(name)
    return kind.value


def add_handover(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    """Where to, when it is not to be read at once."""
    parser.add_argument("--out", **values.fresh(words), help=words("handover.out"))


_PARTS = (
    *("agenda", "script", "signs", "cards", "groups", "roles", "swaps", "writing"),
    *("poster", "slip", "ballots", "exercises", "preparations"),
)
"""As in the print pack; named here too, since help must not load what draws them."""


def add_print(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    """Which exercise, for whom, which parts, and where to."""
    parser.add_argument("exercise", nargs="?", metavar=words("cli.exercise"), help=words("print.option.exercise"))
    parser.add_argument("--people", metavar=words("cli.people"), help=words("cli.option.people"))
    parser.add_argument("--part", dest="parts", action="append", choices=_PARTS, help=words("print.option.part"))
    parser.add_argument("--out", **values.fresh(words), help=words("print.option.out"))
