"""What can be asked of the lessons folder on the command line."""

import argparse

from sessionrunner.cli import argument_values as values
from sessionrunner.locale import Catalogue

ACTIONS = ("list", "show", "due", "search", "stats", "bring", "handover")


def add(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    """One action, and the words that some of them need."""
    told = "; ".join(f"{action}: {words(f'lessons.action.{action}')}" for action in ACTIONS)
    parser.add_argument("action", nargs="?", default="list", metavar="|".join(ACTIONS), help=told)
    parser.add_argument("query", nargs="*", metavar=words("lessons.words"), help=words("lessons.option.words"))
    parser.add_argument("--out", **values.fresh(words), help=words("lessons.option.out"))
    parser.add_argument("--json", action="store_true", help=words("cli.option.json"))
