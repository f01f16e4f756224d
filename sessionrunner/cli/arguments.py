"""The command line as a grammar; it knows no other part of the program."""

import argparse
import sys
from pathlib import Path
from typing import Any, NoReturn

from sessionrunner import __version__
from sessionrunner.cli import argument_values as values
from sessionrunner.cli import (
    author_arguments,
    hall_arguments,
    lesson_arguments,
    network_arguments,
    paper_arguments,
    plan_arguments,
    programme_arguments,
)
from sessionrunner.cli.general import Arguments, folder
from sessionrunner.cli.misunderstood import plainly
from sessionrunner.locale import LANGUAGES, Catalogue

__all__ = ["Arguments", "build_parser"]


class _Parser(argparse.ArgumentParser):
    """A grammar that says in the user's language that it did not understand."""

    def __init__(self, *, words: Catalogue, **given: Any) -> None:
        super().__init__(add_help=False, **given)
        self._words = words
        # argparse offers no other way to name its two lists.
        self._positionals.title, self._optionals.title = words("cli.arguments"), words("cli.options")
        self.add_argument("-h", "--help", action="help", help=words("cli.option.help"))

    def error(self, message: str) -> NoReturn:
        """Say what was not understood and how to find out more; leaves with 2."""
        self.print_usage(sys.stderr)
        more = self._words("cli.misunderstood.more", command=f"{self.prog} --help")
        self.exit(2, f"{plainly(self._words, message)}\n{more}\n")


def build_parser(words: Catalogue) -> argparse.ArgumentParser:
    """The grammar of all commands, with help in the user's language."""
    general = _general(words)
    about, epilog = words("cli.about"), words("cli.epilog")
    parser: argparse.ArgumentParser = _Parser(
        words=words, prog="sessionrunner", description=about, epilog=epilog, parents=[general]
    )
    version, help_text = f"sessionrunner {__version__}", words("cli.option.version")
    parser.add_argument("--version", action="version", version=version, help=help_text)
    commands = parser.add_subparsers(dest="command", metavar=words("cli.command"))
    for name in _ARGUMENTS:
        help_text = words(f"cli.{name}")
        own = commands.add_parser(name, words=words, help=help_text, description=help_text, parents=[general])
        _ARGUMENTS[name](own, words)
    return parser


def _general(words: Catalogue) -> argparse.ArgumentParser:
    """Options that every command takes, before or after its name."""
    quiet = argparse.SUPPRESS
    general = argparse.ArgumentParser(add_help=False, argument_default=quiet)
    general.add_argument("--lang", choices=LANGUAGES, help=words("cli.option.lang"))
    general.add_argument("--state", type=folder, metavar="DIR", help=words("cli.option.state"))
    general.add_argument("--lessons", type=folder, metavar="DIR", help=words("cli.option.lessons"))
    general.add_argument("--theme", metavar="T", help=words("cli.option.theme"))
    return general


def _exercise(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    parser.add_argument("exercise", metavar=words("cli.exercise"), help=words("cli.option.exercise"))


def _variant(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    parser.add_argument("--variant", default="", metavar="ID", help=words("cli.option.variant"))
    number = values.read(values.count, words("occasions.wrong"))
    parser.add_argument("--points", type=number, default=0, metavar="N", help=words("occasions.option.points"))
    parser.add_argument("--occasion", type=number, default=0, metavar="N", help=words("occasions.option.occasion"))


def _network(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    address = values.read(values.ipv4, words("cli.wrong.address"))
    parser.add_argument("--address", type=address, metavar="IP", help=words("cli.option.address"))
    port = values.read(values.browser_port, words("cli.wrong.browser-port"))
    parser.add_argument("--port", type=port, metavar="N", help=words("cli.option.port"))


def _run(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    _exercise(parser, words)
    _variant(parser, words)
    parser.add_argument("--people", metavar=words("cli.people"), help=words("cli.option.people"))
    _network(parser, words)
    network_arguments.add_via(parser, words)
    network_arguments.add_gathering(parser, words)
    network_arguments.add_certificate(parser, words)
    _speed(parser, words)
    parser.add_argument("--plain", action="store_true", help=words("cli.option.plain"))


def _programme(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    programme_arguments.add_programme(parser, words)
    _network(parser, words)
    network_arguments.add_via(parser, words)
    network_arguments.add_gathering(parser, words)
    network_arguments.add_certificate(parser, words)
    _speed(parser, words)


def _resume(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    parser.add_argument("session", nargs="?", metavar=words("cli.session"), help=words("cli.option.session"))
    _network(parser, words)
    network_arguments.add_via(parser, words)
    network_arguments.add_gathering(parser, words)
    network_arguments.add_certificate(parser, words)
    parser.add_argument("--plain", action="store_true", help=words("cli.option.plain"))


def _rehearse(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    _exercise(parser, words)
    _variant(parser, words)
    parser.add_argument("--people", default="14", metavar="N", help=words("cli.option.people"))
    _network(parser, words)
    network_arguments.add_via(parser, words)
    network_arguments.add_gathering(parser, words)
    _speed(parser, words)
    parser.add_argument("--headless", action="store_true", help=words("cli.option.headless"))
    _json(parser, words)


def _speed(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    speed = values.read(values.speed_of, words("cli.wrong.speed"))
    parser.add_argument("--speed", type=speed, default=1.0, metavar="X", help=words("cli.option.speed"))
    author_arguments.add_threshold(parser, words)


def _json(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    parser.add_argument("--json", action="store_true", help=words("cli.option.json"))


def _doctor(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    _network(parser, words)
    network_arguments.add_via(parser, words)
    network_arguments.add_certificate(parser, words)
    network_arguments.add_it_page(parser, words)
    _json(parser, words)


def _check(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    parser.add_argument("files", nargs="*", type=Path, metavar=words("cli.file"), help=words("cli.option.files"))
    _json(parser, words)


def _show(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    _exercise(parser, words)
    _json(parser, words)


_ARGUMENTS = {
    "run": _run,
    "resume": _resume,
    "rehearse": _rehearse,
    "status": _json,
    "handover": paper_arguments.add_handover,
    "themes": _json,
    "list": _json,
    "show": _show,
    "check": _check,
    "schema": programme_arguments.add_schema,
    "new": author_arguments.add_new,
    "adapt": author_arguments.add_adapt,
    "invite": author_arguments.add_invite,
    "keywords": author_arguments.add_keywords,
    "tables": plan_arguments.add_tables,
    "groups": plan_arguments.add_groups,
    "lessons": lesson_arguments.add,
    "doctor": _doctor,
    "programme": _programme,
    "export": paper_arguments.add_export,
    "print": paper_arguments.add_print,
    "serve": hall_arguments.add_serve,
    "keys": hall_arguments.add_keys,
    "gather": network_arguments.add_gather,
}
