"""The one question that every fault ends with: was anything lost, doubled or leaked, and was the leader left alone?"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

_TEXT = re.compile(r"(?:kanariefågel|talgoxe) (\d{6}) säger pip")
_SECRET = "kanariefågel"
_ENCODINGS = ("utf-8", "cp1252", "utf-16-le")
_TELLING = 12
"""So many answers come in just the order they were given once in 200 million times by chance."""


class Harm(Enum):
    """What must never happen, whatever breaks."""

    LOST = "an answer with a receipt is not there"
    DOUBLED = "an answer is there twice"
    FOREIGN = "an answer is there that nobody gave"
    LEAKED = "a text, a phone's id or a name stands where it must not"
    ORDERED = "the answers lie in the order they came"
    UNUSABLE = "the program no longer does what it is told"
    UNTOLD = "the leader has not been told, or not in plain words"


@dataclass
class Evidence:
    """What a test has seen of one session."""

    acknowledged: Sequence[int] = ()
    """Answers that got a receipt, in the order they got it."""
    sent: Iterable[int] = ()
    """Every answer that some phone tried to send."""
    found: Sequence[int] = ()
    """Answers that are there in the end, as they lie."""
    private: Sequence[Path] = ()
    """Files and folders that no answer may stand in."""
    shared: Sequence[Path] = ()
    """Files and folders that no name may stand in."""
    ids: Iterable[str] = ()
    """What the phones' answers are known by; may stand nowhere."""
    names: Iterable[str] = ()
    said: Sequence[str] = field(default_factory=list)
    """Everything the program has said to the leader or to a phone before anything was to be shown."""
    usable: bool = True
    told: bool = True


def text(number: int) -> str:
    """An answer that no other text looks like."""
    return f"{_SECRET} {number:06d} säger pip"


def line(number: int) -> str:
    """Something that the leader writes down, which is no secret."""
    return f"talgoxe {number:06d} säger pip"


def numbers(content: str) -> list[int]:
    """Which answers stand in a text, in their order."""
    return [int(found) for found in _TEXT.findall(content)]


def harms(seen: Evidence) -> set[Harm]:
    """Everything that has gone wrong; empty when all is well."""
    found = set(seen.found)
    judged = {
        Harm.LOST: bool(set(seen.acknowledged) - found),
        Harm.DOUBLED: len(found) != len(seen.found),
        Harm.FOREIGN: bool(found - set(seen.sent) - set(seen.acknowledged)),
        Harm.LEAKED: _leaks(seen),
        Harm.ORDERED: len(seen.found) >= _TELLING and list(seen.found) in _tellings(seen.acknowledged),
        Harm.UNUSABLE: not seen.usable,
        Harm.UNTOLD: not seen.told or any("Traceback" in line for line in seen.said),
    }
    return {harm for harm, true in judged.items() if true}


def _tellings(acknowledged: Sequence[int]) -> list[list[int]]:
    return [list(acknowledged), list(reversed(acknowledged))]


def _leaks(seen: Evidence) -> bool:
    ids = set(seen.ids)
    said = "\n".join(seen.said).encode()
    return (
        any(_stands(place, {_SECRET, *ids}) for place in seen.private)
        or any(_stands(place, {*seen.names, *ids}) for place in seen.shared)
        or any(one.encode() in said for one in (_SECRET, *ids))
    )


def _stands(place: Path, them: Iterable[str]) -> bool:
    marks = [encoded for one in them for encoded in _written(one)]
    return any(mark in content for content in (file.read_bytes() for file in _files(place)) for mark in marks)


def _files(place: Path) -> list[Path]:
    return [place] if place.is_file() else sorted(path for path in place.rglob("*") if path.is_file())


def _written(one: str) -> set[bytes]:
    return {one.encode(encoding) for encoding in _ENCODINGS}
