"""The command line as a grammar; it knows no other part of the program."""

import argparse
import os
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from sessionrunner import __version__
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
    headless: bool = False
    speed: float = 1.0
    session: str | None = None
    groups: int | None = None
    tables: int = 0
    rounds: int | None = None
    host_stays: bool = False
    seed: int = 1
    names: list[str] | None = None


def early_language(argv: Sequence[str]) -> str:
    """The language asked for on the command line, needed before the help texts can be written."""
    asked = [after for option, after in pairwise(argv) if option == "--lang"]
    asked += [option.removeprefix("--lang=") for option in argv if option.startswith("--lang=")]
    return asked[0] if asked and asked[0] in LANGUAGES else LANGUAGES[0]


def build_parser(words: Catalogue) -> argparse.ArgumentParser:
    """The grammar of all commands, with help in the user's language."""
    general = _general(words)
    parser = argparse.ArgumentParser(
        prog="sessionrunner", description=words("cli.about"), epilog=words("cli.epilog"), parents=[general]
    )
    parser.add_argument("--version", action="version", version=f"sessionrunner {__version__}")
    commands = parser.add_subparsers(dest="command", metavar=words("cli.command"))
    for name in ("run", "resume", "rehearse", "status", "list", "show", "check", "schema", "new", "tables"):
        help_text = words(f"cli.{name}")
        own = commands.add_parser(name, help=help_text, description=help_text, parents=[general])
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


def _network(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    parser.add_argument("--address", metavar="IP", help=words("cli.option.address"))
    parser.add_argument("--port", type=_port, metavar="N", help=words("cli.option.port"))


def _run(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    _exercise(parser, words)
    parser.add_argument("--people", metavar=words("cli.people"), help=words("cli.option.people"))
    _network(parser, words)
    _speed(parser, words)
    parser.add_argument("--plain", action="store_true", help=words("cli.option.plain"))


def _resume(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    parser.add_argument("session", nargs="?", metavar=words("cli.session"), help=words("cli.option.session"))
    _network(parser, words)
    parser.add_argument("--plain", action="store_true", help=words("cli.option.plain"))


def _rehearse(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    _exercise(parser, words)
    parser.add_argument("--people", default="14", metavar="N", help=words("cli.option.people"))
    _network(parser, words)
    _speed(parser, words)
    parser.add_argument("--headless", action="store_true", help=words("cli.option.headless"))
    _json(parser, words)


def _speed(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    parser.add_argument("--speed", type=_speed_of, default=1.0, metavar="X", help=words("cli.option.speed"))


def _json(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    parser.add_argument("--json", action="store_true", help=words("cli.option.json"))


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
    who.add_argument("--groups", type=_count, metavar="G", help=words("tables.option.groups"))
    who.add_argument("--people", metavar=words("cli.people"), help=words("cli.option.people"))
    parser.add_argument("--tables", type=_count, required=True, metavar="T", help=words("tables.option.tables"))
    parser.add_argument("--rounds", type=_count, metavar="R", help=words("tables.option.rounds"))
    parser.add_argument("--host-stays", action="store_true", help=words("tables.option.host-stays"))
    parser.add_argument("--seed", type=int, default=1, metavar="K", help=words("tables.option.seed"))
    parser.add_argument("--names", nargs="+", metavar="N", help=words("tables.option.names"))
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
}


def _port(text: str) -> int:
    port = int(text)
    if not 0 <= port <= 65535:
        raise argparse.ArgumentTypeError(text)
    return port


def _count(text: str) -> int:
    count = int(text)
    if not 0 < count <= 200:
        raise argparse.ArgumentTypeError(text)
    return count


def _speed_of(text: str) -> float:
    speed = float(text)
    if not 0 < speed <= 10_000:
        raise argparse.ArgumentTypeError(text)
    return speed


def state_from_environment() -> Path | None:
    """Where SESSIONRUNNER_STATE says that state belongs."""
    given = os.environ.get("SESSIONRUNNER_STATE")
    return Path(given) if given else None
