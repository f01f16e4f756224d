"""What can be asked of the audience's server for many rooms."""

import argparse
import os

from sessionrunner.cli import argument_values as values
from sessionrunner.locale import Catalogue

STORE = "SESSIONRUNNER_STORE"
"""Where the database's URL is read from, so that its password need not stand on a command line."""


def add_serve(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    """Where to serve, from which database, with how many workers."""
    _store(parser, words)
    parser.add_argument("--migrate", action="store_true", help=words("hall.option.migrate"))
    parser.add_argument("--public", default="", metavar="HOST", help=words("hall.option.public"))
    parser.add_argument("--bind", default="127.0.0.1:8080", metavar="IP:PORT", help=words("hall.option.bind"))
    parser.add_argument("--proxy", action="append", default=[], metavar="IP", help=words("hall.option.proxy"))
    number = values.read(values.count, words("occasions.wrong"))
    parser.add_argument("--workers", type=number, default=2, metavar="N", help=words("hall.option.workers"))
    port = values.read(values.port, words("cli.wrong.port"))
    parser.add_argument("--metrics", type=port, default=None, metavar="PORT", help=words("hall.option.metrics"))


def add_keys(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    """Leaders' keys: all of them, a new one, or one fewer."""
    _store(parser, words)
    parser.add_argument("--make", default="", metavar="NAME", help=words("hall.option.make-key"))
    parser.add_argument("--revoke", default="", metavar="NAME", help=words("hall.option.revoke-key"))
    parser.add_argument("--json", action="store_true", help=words("cli.option.json"))


def _store(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    given = os.environ.get(STORE, "")
    parser.add_argument("--store", default=given, metavar="URL", help=words("hall.option.store"))
