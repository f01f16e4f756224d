"""Who has met whom on earlier occasions, as keyed codes: the file holds no name, and says nothing without its key."""

import hashlib
import hmac
import json
import secrets
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from itertools import combinations
from pathlib import Path

from sessionrunner.storage import durable
from sessionrunner.storage.plain_json import read_table

Pair = tuple[str, str]
_LONGEST_MEMORY = 20_000
"""Codes that are kept: a hundred occasions of thirty people; the oldest go first."""
_OFTEN = 3
"""More meetings than this count as no more."""


class Acquaintances:
    """Meetings by pair, in a folder of this laptop; a disk that refuses costs only the memory."""

    def __init__(self, folder: Path) -> None:
        """``folder`` has the codes and the key they are made with; both only for this user."""
        self._codes = folder / "met.json"
        self._key = folder / "met.key"

    def remember(self, met: Mapping[Pair, int]) -> None:
        """Add these meetings; people who only have card numbers are nobody in particular."""
        named = {pair: times for pair, times in met.items() if not any(name.isdecimal() for name in pair)}
        if not named:
            return
        with suppress(OSError):
            key, known = self._make_key(), self._read()
            for pair, times in named.items():
                code = _code(key, pair)
                known[code] = min(known.pop(code, 0) + times, _OFTEN)
            latest = dict(list(known.items())[-_LONGEST_MEMORY:])
            durable.replace_private(self._codes, json.dumps(latest).encode("ascii"))

    def met(self, people: Sequence[str]) -> tuple[Pair, ...]:
        """Pairs of these people who have met, once for every meeting."""
        key, known = self._read_key(), self._read()
        if key is None or not known:
            return ()
        pairs = ((one, other) for one, other in combinations(sorted(people), 2))
        return tuple(_repeated((pair, known.get(_code(key, pair), 0)) for pair in pairs))

    def forget(self) -> bool:
        """Make every code unreadable for ever, key first; False when there was nothing to forget."""
        there = self._codes.exists() or self._key.exists()
        durable.erase(self._key)
        durable.erase(self._codes)
        return there

    def _read(self) -> dict[str, int]:
        return {code: times for code, times in read_table(self._codes).items() if isinstance(times, int)}

    def _read_key(self) -> bytes | None:
        try:
            return self._key.read_bytes()
        except OSError:
            return None

    def _make_key(self) -> bytes:
        key = self._read_key()
        if key is None:
            key = secrets.token_bytes(32)
            self._codes.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            durable.create_private(self._key, key)
        return key


def _repeated(known: Iterable[tuple[Pair, int]]) -> Iterable[Pair]:
    for pair, times in known:
        yield from [pair] * times


def _code(key: bytes, pair: Pair) -> str:
    """The same for the same two people, however their names are written and in whichever order."""
    one, other = sorted(" ".join(name.casefold().split()) for name in pair)
    return hmac.new(key, f"{one}\0{other}".encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()[:32]
