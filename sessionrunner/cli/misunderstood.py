"""What the command line's grammar did not understand, in the user's language."""

import re

from sessionrunner.locale import Catalogue

_PATTERNS = (
    ("unknown", re.compile(r"unrecognized arguments: (?P<what>.*)", re.DOTALL)),
    ("missing", re.compile(r"the following arguments are required: (?P<what>.*)", re.DOTALL)),
    ("choice", re.compile(r"argument .*?: invalid choice: (?P<what>.*?) \(choose from (?P<among>.*)\)", re.DOTALL)),
    ("value", re.compile(r"argument (?P<what>.*?): expected .* arguments?", re.DOTALL)),
    ("wanted", re.compile(r"argument (?P<what>.*?): (?P<among>.*)", re.DOTALL)),
)
"""What argparse says, the narrowest first; its own sentences are English only."""


def plainly(words: Catalogue, message: str) -> str:
    """A sentence about the message; words it does not know are told as they are."""
    for key, pattern in _PATTERNS:
        if found := pattern.fullmatch(message):
            values = {name: told.replace("'", "") for name, told in found.groupdict().items()}
            return words(f"cli.misunderstood.{key}", **values)
    return f"{words('cli.wrong.command-line')} ({message})"
