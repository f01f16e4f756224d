"""``--via``: phones that cannot reach the laptop come through the municipality's server instead."""

import os
import sys
from collections.abc import Callable

from sessionrunner.cli.arguments import Arguments
from sessionrunner.cli.places import Places
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.locale import Catalogue
from sessionrunner.storage import via_keys

KEY = "SESSIONRUNNER_VIA_KEY"
"""Where the access key is read from before anybody is asked for it."""


class NoKey(SessionRunnerError):
    """There is no access key to the server, and nobody to ask for it."""

    cause = "via.no-key"


class NoServer(SessionRunnerError):
    """Nobody has said at which server the rooms meet."""

    cause = "via.no-server"


def via_for(arguments: Arguments, words: Catalogue, kept: Places, ask: bool = True) -> str:
    """The server that phones are to come through, its key at hand; empty for none. NoKey without one.

    Unless somebody may be asked, a key that is missing is a trouble that the line to the server tells.
    """
    url = arguments.via.rstrip("/")
    if url and ask and not keys_of(kept)(url):
        key = _asked(words, url)
        via_keys.keep(kept.via_keys, url, key)
    return url


def gathering_for(arguments: Arguments) -> tuple[str, str]:
    """The joining code of several rooms and this room's name among them; NoServer, NotACode. Empty for none."""
    if arguments.gather:
        from sessionrunner.via.gathering import Code

        if not arguments.via:
            raise NoServer()
        Code.read(arguments.gather)
    return arguments.gather, arguments.room


def keys_of(kept: Places) -> Callable[[str], str]:
    """The access key to a server: from the surroundings, else as it was given the first time; empty for none."""
    return lambda url: os.environ.get(KEY) or via_keys.read(kept.via_keys).get(url, "")


def _asked(words: Catalogue, url: str) -> str:
    """Asked for once, before any screen is drawn; what is typed is not shown."""
    if not sys.stdin.isatty():
        raise NoKey(url=url)
    from getpass import getpass

    key = getpass(words("via.ask-key", url=url)).strip()
    if not key:
        raise NoKey(url=url)
    return key
