"""A page for the IT department: the exact rule that lets phones in."""

from sessionrunner.locale import Catalogue

LAST_ABOVE = 10
"""Ports above the first that may be used when it is taken; the rule covers them."""


def it_page(words: Catalogue, port: int, program: str) -> str:
    """The whole page as plain text, for the screen, a mail or a printer; ``program`` is the interpreter's path."""
    return words("doctor.it", first=port, last=port + LAST_ABOVE, program=program)
