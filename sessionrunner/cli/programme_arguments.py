"""What the programme's commands take on the command line."""

import argparse

from sessionrunner.locale import Catalogue


def add_programme(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    """The programme, or a list of all."""
    parser.add_argument(
        "exercise", nargs="?", default="", metavar=words("programme.file"), help=words("programme.which")
    )
    parser.add_argument("--people", metavar=words("cli.people"), help=words("programme.people"))
    parser.add_argument("--plain", action="store_true", help=words("cli.option.plain"))
    parser.add_argument("--list", action="store_true", dest="listed", help=words("programme.list"))
    parser.add_argument("--json", action="store_true", help=words("cli.option.json"))


def add_schema(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    """Which kind of file."""
    parser.add_argument(
        "action", nargs="?", choices=("exercise", "programme"), default="exercise", help=words("programme.schema")
    )
    parser.add_argument("--json", action="store_true", help=words("cli.option.json"))
