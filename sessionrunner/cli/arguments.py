"""The command line as a grammar; it knows no other part of the program."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from ipaddress import IPv4Address
from itertools import pairwise
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from sessionrunner import __version__
from sessionrunner.cli import lesson_arguments, network_arguments, paper_arguments
from sessionrunner.core.privacy import DEFAULT_THRESHOLD, FLOOR
from sessionrunner.locale import LANGUAGES, Catalogue


class Arguments(argparse.Namespace):
    """What was asked for, with the defaults of every command."""

    command: str | None = None
    exercise: str = ""
    files: list[Path]
    people: str | None = None
    lessons: Path | None = None
    state: Path | None = None
    address: str | None = None
    port: int | None = None
    theme: str | None = None
    lang: str | None = None
    plain: bool = False
    json: bool = False
    it: bool = False
    tls_cert: Path | None = None
    tls_key: Path | None = None
    name: str = ""
    headless: bool = False
    speed: float = 1.0
    threshold: int = DEFAULT_THRESHOLD
    session: str | None = None
    groups: int | None = None
    tables: int = 0
    rounds: int | None = None
    host_stays: bool = False
    seed: int = 1
    names: list[str] | None = None
    instance: Path | None = None
    id: str | None = None
    size: tuple[int, int] = (4, 6)
    apart: Sequence[str] = ()
    together: Sequence[str] = ()
    seconds: float = 1.0
    variant: str = ""
    action: str = ""
    query: Sequence[str] = ()
    to: str = ""
    parts: Sequence[str] | None = None
    template: Path | None = None
    out: Path | None = None


def early_language(argv: Sequence[str]) -> str:
    """The language asked for on the command line, needed before the help texts can be written."""
    asked = [after for option, after in pairwise(argv) if option == "--lang"]
    asked += [option.removeprefix("--lang=") for option in argv if option.startswith("--lang=")]
    return asked[0] if asked and asked[0] in LANGUAGES else LANGUAGES[0]


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
        self.exit(2, f"{self._words('cli.wrong.command-line')} ({message})\nsessionrunner --help\n")


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
    general.add_argument("--state", type=Path, metavar="DIR", help=words("cli.option.state"))
    general.add_argument("--lessons", type=Path, metavar="DIR", help=words("cli.option.lessons"))
    general.add_argument("--theme", metavar="T", help=words("cli.option.theme"))
    return general


def _exercise(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    parser.add_argument("exercise", metavar=words("cli.exercise"), help=words("cli.option.exercise"))


def _variant(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    parser.add_argument("--variant", default="", metavar="ID", help=words("cli.option.variant"))


def _network(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    address = _read(_ipv4, words("cli.wrong.address"))
    parser.add_argument("--address", type=address, metavar="IP", help=words("cli.option.address"))
    port = _read(_port, words("cli.wrong.port"))
    parser.add_argument("--port", type=port, metavar="N", help=words("cli.option.port"))


def _run(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    _exercise(parser, words)
    _variant(parser, words)
    parser.add_argument("--people", metavar=words("cli.people"), help=words("cli.option.people"))
    _network(parser, words)
    network_arguments.add_certificate(parser, words)
    _speed(parser, words)
    parser.add_argument("--plain", action="store_true", help=words("cli.option.plain"))


def _resume(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    parser.add_argument("session", nargs="?", metavar=words("cli.session"), help=words("cli.option.session"))
    _network(parser, words)
    network_arguments.add_certificate(parser, words)
    parser.add_argument("--plain", action="store_true", help=words("cli.option.plain"))


def _rehearse(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    _exercise(parser, words)
    _variant(parser, words)
    parser.add_argument("--people", default="14", metavar="N", help=words("cli.option.people"))
    _network(parser, words)
    _speed(parser, words)
    parser.add_argument("--headless", action="store_true", help=words("cli.option.headless"))
    _json(parser, words)


def _speed(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    speed = _read(_speed_of, words("cli.wrong.speed"))
    parser.add_argument("--speed", type=speed, default=1.0, metavar="X", help=words("cli.option.speed"))
    threshold = _read(_threshold_of, words("cli.wrong.threshold"))
    parser.add_argument(
        "--threshold", type=threshold, default=DEFAULT_THRESHOLD, metavar="K", help=words("cli.option.threshold")
    )


def _json(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    parser.add_argument("--json", action="store_true", help=words("cli.option.json"))


def _doctor(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    _network(parser, words)
    network_arguments.add_certificate(parser, words)
    network_arguments.add_it_page(parser, words)
    _json(parser, words)


def _check(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    parser.add_argument("files", nargs="*", type=Path, metavar=words("cli.file"), help=words("cli.option.files"))
    _json(parser, words)


def _show(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    _exercise(parser, words)
    _json(parser, words)


def _new(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    parser.add_argument("files", nargs=1, type=Path, metavar=words("cli.file"), help=words("cli.option.new"))


def _tables(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    who = parser.add_mutually_exclusive_group(required=True)
    who.add_argument(
        "--groups", type=_read(_count, words("cli.wrong.count")), metavar="G", help=words("tables.option.groups")
    )
    who.add_argument("--people", metavar=words("cli.people"), help=words("cli.option.people"))
    parser.add_argument(
        "--tables",
        type=_read(_count, words("cli.wrong.count")),
        required=True,
        metavar="T",
        help=words("tables.option.tables"),
    )
    parser.add_argument(
        "--rounds", type=_read(_count, words("cli.wrong.count")), metavar="R", help=words("tables.option.rounds")
    )
    parser.add_argument("--host-stays", action="store_true", help=words("tables.option.host-stays"))
    parser.add_argument("--seed", type=int, default=1, metavar="K", help=words("tables.option.seed"))
    parser.add_argument("--names", nargs="+", metavar="N", help=words("tables.option.names"))
    _json(parser, words)


def _groups(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    parser.add_argument("--people", metavar=words("cli.people"), help=words("cli.option.people"))
    parser.add_argument(
        "--size",
        type=_read(_size, words("cli.wrong.size")),
        default=(4, 6),
        metavar="4-6",
        help=words("cli.option.size"),
    )
    parser.add_argument(
        "--rounds",
        type=_read(_count, words("cli.wrong.count")),
        default=1,
        metavar="N",
        help=words("cli.option.rounds"),
    )
    for wish in ("apart", "together"):
        help_text = words(f"cli.option.{wish}")
        parser.add_argument(f"--{wish}", action="append", default=[], metavar=words("cli.names"), help=help_text)
    parser.add_argument("--forget", action="store_true", help=words("arrange.forget"))
    parser.add_argument("--instance", type=Path, metavar=words("cli.file"), help=words("cli.option.instance"))
    parser.add_argument("--id", metavar="ID", help=words("cli.option.id"))
    parser.add_argument(
        "--seconds",
        type=_read(_seconds, words("cli.wrong.seconds")),
        default=1.0,
        metavar="S",
        help=words("cli.option.seconds"),
    )
    parser.add_argument("--seed", type=int, default=1, metavar="K", help=words("cli.option.seed"))
    _json(parser, words)


_ARGUMENTS = {
    "run": _run,
    "resume": _resume,
    "rehearse": _rehearse,
    "status": _json,
    "list": _json,
    "show": _show,
    "check": _check,
    "schema": _json,
    "new": _new,
    "tables": _tables,
    "groups": _groups,
    "lessons": lesson_arguments.add,
    "doctor": _doctor,
    "export": paper_arguments.add_export,
    "print": paper_arguments.add_print,
}


_Value = TypeVar("_Value")


def _read(convert: Callable[[str], _Value], wanted: str) -> Callable[[str], _Value]:
    """The conversion, with words of ours for what it does not take."""

    def read(text: str) -> _Value:
        try:
            return convert(text)
        except ValueError as error:
            raise argparse.ArgumentTypeError(wanted) from error

    return read


def _ipv4(text: str) -> str:
    return str(IPv4Address(text))


def _port(text: str) -> int:
    return _within(int(text), 0, 65535)


def _count(text: str) -> int:
    return _within(int(text), 1, 200)


def _speed_of(text: str) -> float:
    return _within(float(text), 0.01, 10_000)


def _threshold_of(text: str) -> int:
    return _within(int(text), FLOOR, 200)


_Number = TypeVar("_Number", int, float)


def _within(number: _Number, least: _Number, most: _Number) -> _Number:
    if not least <= number <= most:
        raise ValueError(number)
    return number


def _size(text: str) -> tuple[int, int]:
    low, _, high = text.partition("-")
    least = _within(int(low), 2, 200)
    return least, _within(int(high or low), least, 200)


def _seconds(text: str) -> float:
    return _within(float(text), 0, 3600)


def state_from_environment() -> Path | None:
    """Where SESSIONRUNNER_STATE says that state belongs."""
    given = os.environ.get("SESSIONRUNNER_STATE")
    return Path(given) if given else None
