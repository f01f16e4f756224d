"""What can be asked of groups and tables on the command line."""

import argparse
from pathlib import Path

from sessionrunner.cli import argument_values as values
from sessionrunner.locale import Catalogue


def add_tables(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    """Groups or people, tables and rounds."""
    who = parser.add_mutually_exclusive_group(required=True)
    who.add_argument(
        "--groups",
        type=values.read(values.count, words("cli.wrong.count")),
        metavar="G",
        help=words("tables.option.groups"),
    )
    who.add_argument("--people", metavar=words("cli.people"), help=words("cli.option.people"))
    parser.add_argument(
        "--tables",
        type=values.read(values.count, words("cli.wrong.count")),
        required=True,
        metavar="T",
        help=words("tables.option.tables"),
    )
    parser.add_argument(
        "--rounds",
        type=values.read(values.count, words("cli.wrong.count")),
        metavar="R",
        help=words("tables.option.rounds"),
    )
    parser.add_argument("--host-stays", action="store_true", help=words("tables.option.host-stays"))
    parser.add_argument("--seed", type=int, default=1, metavar="K", help=words("tables.option.seed"))
    parser.add_argument("--names", nargs="+", metavar="N", help=words("tables.option.names"))
    parser.add_argument("--json", action="store_true", help=words("cli.option.json"))


def add_groups(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    """People and sizes, or problems from a file."""
    parser.add_argument("--people", metavar=words("cli.people"), help=words("cli.option.people"))
    parser.add_argument(
        "--size",
        type=values.read(values.size, words("cli.wrong.size")),
        default=(4, 6),
        metavar="4-6",
        help=words("cli.option.size"),
    )
    parser.add_argument(
        "--rounds",
        type=values.read(values.count, words("cli.wrong.count")),
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
        type=values.read(values.seconds, words("cli.wrong.seconds")),
        default=1.0,
        metavar="S",
        help=words("cli.option.seconds"),
    )
    parser.add_argument("--seed", type=int, default=1, metavar="K", help=words("cli.option.seed"))
    parser.add_argument("--json", action="store_true", help=words("cli.option.json"))
