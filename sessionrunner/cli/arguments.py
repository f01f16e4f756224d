"""The command line as a grammar; it knows no other part of the program."""

import argparse
import os
from collections.abc import Callable, Sequence
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
    instance: Path | None = None
    id: str | None = None
    size: tuple[int, int] = (4, 6)
    rounds: int = 1
    apart: Sequence[str] = ()
    together: Sequence[str] = ()
    seconds: float = 1.0
    seed: int = 1


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
    for name in ("run", "resume", "rehearse", "status", "list", "show", "check", "schema", "new", "groups"):
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


def _groups(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    parser.add_argument("--people", metavar=words("cli.people"), help=words("cli.option.people"))
    parser.add_argument("--size", type=_size, default=(4, 6), metavar="4-6", help=words("cli.option.size"))
    parser.add_argument("--rounds", type=_whole(1, 100), default=1, metavar="N", help=words("cli.option.rounds"))
    for wish in ("apart", "together"):
        help_text = words(f"cli.option.{wish}")
        parser.add_argument(f"--{wish}", action="append", default=[], metavar=words("cli.names"), help=help_text)
    parser.add_argument("--instance", type=Path, metavar=words("cli.file"), help=words("cli.option.instance"))
    parser.add_argument("--id", metavar="ID", help=words("cli.option.id"))
    parser.add_argument("--seconds", type=_seconds, default=1.0, metavar="S", help=words("cli.option.seconds"))
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
    "groups": _groups,
}


def _port(text: str) -> int:
    port = int(text)
    if not 0 <= port <= 65535:
        raise argparse.ArgumentTypeError(text)
    return port


def _speed_of(text: str) -> float:
    speed = float(text)
    if not 0 < speed <= 10_000:
        raise argparse.ArgumentTypeError(text)
    return speed


def _size(text: str) -> tuple[int, int]:
    low, _, high = text.partition("-")
    size = int(low), int(high or low)
    if not 2 <= size[0] <= size[1]:
        raise argparse.ArgumentTypeError(text)
    return size


def _whole(least: int, most: int) -> Callable[[str], int]:
    def number(text: str) -> int:
        if not least <= int(text) <= most:
            raise argparse.ArgumentTypeError(text)
        return int(text)

    return number


def _seconds(text: str) -> float:
    seconds = float(text)
    if not 0 <= seconds <= 3600:
        raise argparse.ArgumentTypeError(text)
    return seconds


def state_from_environment() -> Path | None:
    """Where SESSIONRUNNER_STATE says that state belongs."""
    given = os.environ.get("SESSIONRUNNER_STATE")
    return Path(given) if given else None
