"""Breaks bytes as disks, editors, colleagues and ill-wishers do; the same dice break them in the same way."""

import json
from collections.abc import Callable, Sequence
from random import Random
from typing import Any

from tests.hostile import PIECES

LARGEST = 300 * 1024
"""Bytes of a case; a little more than any reader takes."""
_WORDS: Sequence[bytes] = (
    b"", b"~", b"null", b"no", b"true", b"5:00", b"12:30", b"-1", b"0", b"1e999", b".nan", b"0x" + b"f" * 400,
    b"9" * 5000, b"&a ", b"*a", b"!!python/object:os.system ", b"!!set ", b"<<: ", b"? ", b"- ", b": ", b"|", b">-",
    b"{", b"}", b"[", b"]", b"[" * 20_000, b"{\"a\":" * 20_000, b"---\n", b"...\n", b"%YAML 1.1\n", b"\xef\xbb\xbf",
    b"\x00", b"\xed\xa0\x80", b"\xc3", b"\"\\ud800\"", b"\"\\e]0;x\\a\"", b"\"\\x9b2J\"", b"\r", b"\t", b"\n\n",
    b"\xff\xfe", b" " * 400,
    b"NaN", b"Infinity", b"-Infinity", b"2026-11-21", b"0000-00-00", b"2026-02-30T25:61:00+99:00", b"../../etc/passwd",
    b"CON", b"extends: ", b"id: a\n", b"=1+1", b";", b"\"", b"'", b"#", b"%", b"x" * 5000,
    b"20260101-01", b"19121212-1212",
)  # fmt: skip
"""What readers have stumbled over, here or elsewhere."""
_ODD: Sequence[Any] = (
    None, True, False, 0, -1, 1e308, float("nan"), float("inf"), 10**30, "", "å", "\ud800", "\x1b[2J", [], {}, [[]],
    [None], {"": None}, "2026-02-30", "x" * 5000, [1, "a", None], {"a": {"b": []}},
)  # fmt: skip
"""What a field may hold that should hold something else."""


class Breaker:
    """Makes broken cases of whole ones."""

    def __init__(self, seeds: Sequence[bytes], seed: int) -> None:
        self._seeds = seeds
        self._dice = Random(seed)

    def case(self) -> bytes:
        """The next case: one of the seeds with one to six breaks, once in a while only noise."""
        dice = self._dice
        if dice.random() < 0.02:
            return dice.randbytes(dice.randint(0, 400))
        data = dice.choice(self._seeds)
        ways = (*_WAYS, self._splice)
        for _ in range(dice.choice((1, 1, 1, 2, 3, 6))):
            data = dice.choice(ways)(data, dice)
        return data[:LARGEST]

    def _splice(self, data: bytes, dice: Random) -> bytes:
        """The beginning of one and the end of another."""
        other = dice.choice(self._seeds)
        return data[: _place(data, dice)] + other[_place(other, dice) :]


def _place(data: bytes, dice: Random) -> int:
    return dice.randint(0, len(data))


def _flip(data: bytes, dice: Random) -> bytes:
    if not data:
        return data
    at = dice.randrange(len(data))
    return data[:at] + bytes([data[at] ^ (1 << dice.randrange(8))]) + data[at + 1 :]


def _cut(data: bytes, dice: Random) -> bytes:
    return data[: _place(data, dice)]


def _drop(data: bytes, dice: Random) -> bytes:
    at = _place(data, dice)
    return data[:at] + data[at + dice.choice((1, 4, 40, 400)) :]


def _put_in(data: bytes, dice: Random) -> bytes:
    at, word = _place(data, dice), _word(dice)
    return data[:at] + word + data[at + dice.choice((0, 0, len(word))) :]


def _word(dice: Random) -> bytes:
    return dice.choice(_WORDS) if dice.random() < 0.6 else dice.choice(PIECES).encode("utf-8", "surrogatepass")


def _of_lines(change: Callable[[list[bytes], int, Random], None]) -> Callable[[bytes, Random], bytes]:
    """A way to break that works on one line among the others."""

    def way(data: bytes, dice: Random) -> bytes:
        lines = data.split(b"\n")
        change(lines, dice.randrange(len(lines)), dice)
        return b"\n".join(lines)

    return way


def _lose_line(lines: list[bytes], at: int, dice: Random) -> None:
    del lines[at : at + dice.choice((1, 1, 3, 20))]


def _repeat_line(lines: list[bytes], at: int, dice: Random) -> None:
    lines[at:at] = [lines[at]] * dice.choice((1, 1, 2, 300))


def _move_line(lines: list[bytes], at: int, dice: Random) -> None:
    lines.insert(dice.randrange(len(lines)), lines.pop(at))


def _shift_line(lines: list[bytes], at: int, dice: Random) -> None:
    lines[at] = dice.choice((b"  " + lines[at], lines[at].lstrip(), b"\t" + lines[at]))


def _other_value(lines: list[bytes], at: int, dice: Random) -> None:
    key, colon, _ = lines[at].partition(b": ")
    lines[at] = key + colon + _word(dice)


_WAYS: Sequence[Callable[[bytes, Random], bytes]] = (
    _flip, _cut, _drop, _put_in, _put_in,
    *map(_of_lines, (_lose_line, _repeat_line, _move_line, _shift_line, _other_value, _other_value, _other_value)),
)  # fmt: skip


def odd_json(value: Any, dice: Random) -> Any:
    """The same JSON with one value somewhere in it lost, repeated, or of another kind."""
    if isinstance(value, dict) and value and dice.random() < 0.85:
        return _odd_field(value, dice)
    if isinstance(value, list) and value and dice.random() < 0.85:
        at = dice.randrange(len(value))
        return [*value[:at], odd_json(value[at], dice), *value[at + dice.choice((0, 1, 1)) :]]
    return dice.choice(_ODD)


def _odd_field(value: dict[str, Any], dice: Random) -> Any:
    key = dice.choice(list(value))
    rest = {name: one for name, one in value.items() if name != key}
    kept = {**value, key: odd_json(value[key], dice)}
    return dice.choices((kept, rest, {**value, "unheard-of": 1}), (8, 1, 1))[0]


def broken_json(text: bytes, dice: Random) -> bytes:
    """JSON that is whole but says something odd; what is no JSON stays as it is."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return text
    return json.dumps(odd_json(value, dice)).encode()
