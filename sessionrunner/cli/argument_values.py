"""Words on the command line as values; each says with ValueError what it does not take."""

import argparse
import sys
from collections.abc import Callable
from ipaddress import IPv4Address
from pathlib import Path, PureWindowsPath
from typing import Any, TypeVar

from sessionrunner.core.privacy import FLOOR
from sessionrunner.locale import Catalogue
from sessionrunner.web.browser_ports import HIGHEST, REFUSED

Value = TypeVar("Value")


def read(convert: Callable[[str], Value], wanted: str) -> Callable[[str], Value]:
    """The conversion, with words of ours for what it does not take."""

    def read(text: str) -> Value:
        try:
            return convert(text)
        except ValueError as error:
            raise argparse.ArgumentTypeError(wanted) from error

    return read


def ipv4(text: str) -> str:
    """Four numbers with dots between."""
    return str(IPv4Address(text))


def port(text: str) -> int:
    """A port, 0 for any."""
    return within(int(text), 0, HIGHEST)


def browser_port(text: str) -> int:
    """A port that browsers open, 0 for any."""
    number = port(text)
    if number in REFUSED:
        raise ValueError(number)
    return number


_NOT_IN_NAMES = frozenset('<>:"|?*')


def new_file(text: str) -> Path:
    """A file to be made; Windows would put what comes after a colon where nobody finds it, and refuses the rest."""
    if sys.platform == "win32" and _NOT_IN_NAMES & set(PureWindowsPath(text).name):
        raise ValueError(text)
    return Path(text)


def fresh(words: Catalogue) -> dict[str, Any]:
    """How a file to be made is read from the command line, and called in its help."""
    return {"type": read(new_file, words("cli.wrong.file")), "metavar": words("cli.file")}


def count(text: str) -> int:
    """Between one and two hundred."""
    return within(int(text), 1, 200)


def speed_of(text: str) -> float:
    """How many times faster than life."""
    return within(float(text), 0.01, 10_000)


def threshold_of(text: str) -> int:
    """k, never below its floor."""
    return within(int(text), FLOOR, 200)


Number = TypeVar("Number", int, float)


def within(number: Number, least: Number, most: Number) -> Number:
    """The number; ValueError when it is outside."""
    if not least <= number <= most:
        raise ValueError(number)
    return number


def size(text: str) -> tuple[int, int]:
    """``4`` or ``4-6``, as least and most."""
    low, _, high = text.partition("-")
    least = within(int(low), 2, 200)
    return least, within(int(high or low), least, 200)


def seconds(text: str) -> float:
    """At most an hour."""
    return within(float(text), 0, 3600)
