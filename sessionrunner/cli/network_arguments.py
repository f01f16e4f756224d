"""What can be asked of the network on the command line, beside address and port."""

import argparse
from pathlib import Path

from sessionrunner.locale import Catalogue


def add_certificate(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    """TLS with the municipality's own certificate."""
    parser.add_argument("--tls-cert", type=Path, metavar="PEM", help=words("cli.option.tls-cert"))
    parser.add_argument("--tls-key", type=Path, metavar="PEM", help=words("cli.option.tls-key"))
    parser.add_argument("--name", default="", metavar="HOST", help=words("cli.option.name"))


def add_via(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    """The municipality's server between phones and laptop."""
    parser.add_argument("--via", default="", metavar="URL", help=words("via.option"))


def add_gathering(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    """The joint summary of several rooms."""
    parser.add_argument("--gather", default="", metavar="CODE", help=words("gather.option.gather"))
    parser.add_argument("--room", default="", metavar="NAME", help=words("gather.option.room"))


def add_gather(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    """A new code, or what the rooms of one have come to."""
    parser.add_argument("code", nargs="?", default="", metavar="CODE", help=words("gather.option.code"))
    parser.add_argument("--walls", choices=("on", "off"), default="", help=words("gather.option.walls"))
    add_via(parser, words)


def add_it_page(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    """The page for the IT department instead of the check."""
    parser.add_argument("--it", action="store_true", help=words("cli.option.it"))
