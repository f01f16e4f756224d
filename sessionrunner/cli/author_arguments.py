"""What can be asked for when an exercise of one's own is made."""

import argparse

from sessionrunner.cli import argument_values as values
from sessionrunner.core.blueprint import Part
from sessionrunner.core.privacy import DEFAULT_THRESHOLD
from sessionrunner.locale import Catalogue


def add_new(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    """A file to write, or answers; what is missing is asked for."""
    parser.add_argument("file", nargs="?", **values.fresh(words), help=words("cli.option.new"))
    parser.add_argument("--extends", default="", metavar="ID", help=words("author.option.extends"))
    parser.add_argument("--title", default="", metavar="T", help=words("author.option.title"))
    parser.add_argument("--package", default="", metavar="P", help=words("author.option.package"))
    parser.add_argument("--purpose", default="", metavar="S", help=words("author.option.purpose"))
    parser.add_argument("--question", default="", metavar="Q", help=words("author.option.question"))
    parser.add_argument("--minutes", default="", metavar="N", help=words("author.option.minutes"))
    known = ",".join(part.value for part in Part)
    parser.add_argument(
        "--parts", dest="ways", default="", metavar="A,B", help=words("author.option.parts", known=known)
    )


def add_adapt(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    """Which exercise, and what the version is to be called."""
    parser.add_argument("exercise", metavar=words("cli.exercise"), help=words("cli.option.exercise"))
    parser.add_argument("--title", default="", metavar="T", help=words("author.option.title"))
    parser.add_argument("--package", default="", metavar="P", help=words("author.option.package"))


def add_threshold(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    """k: fewest answers that may be shown."""
    threshold = values.read(values.threshold_of, words("cli.wrong.threshold"))
    parser.add_argument(
        "--threshold", type=threshold, default=DEFAULT_THRESHOLD, metavar="K", help=words("cli.option.threshold")
    )


def add_keywords(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    """Out or in, and which file."""
    parser.add_argument("action", choices=("export", "import"), help=words("keywords.option.what"))
    parser.add_argument("file", nargs="?", **values.fresh(words), help=words("keywords.option.file"))
    parser.add_argument("--replace", action="store_true", help=words("keywords.option.replace"))
    parser.add_argument("--json", action="store_true", help=words("cli.option.json"))


def add_invite(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    """Which exercise, when and where."""
    parser.add_argument("exercise", metavar=words("cli.exercise"), help=words("cli.option.exercise"))
    parser.add_argument("--variant", default="", metavar="ID", help=words("cli.option.variant"))
    parser.add_argument("--date", default="", metavar="D", help=words("prepare.option.date"))
    parser.add_argument("--time", default="", metavar="T", help=words("prepare.option.time"))
    parser.add_argument("--place", default="", metavar="P", help=words("prepare.option.place"))
    add_threshold(parser, words)
    parser.add_argument("--out", **values.fresh(words), help=words("prepare.option.out"))
