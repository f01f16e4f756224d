"""Taking answers in: from bytes on the wire to a durable acknowledgement."""

import asyncio
import hmac
import json
import re
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from secrets import token_bytes
from urllib.parse import parse_qsl
from weakref import WeakValueDictionary

from sessionrunner.core.cleaning import clean
from sessionrunner.core.reflections import Rejection
from sessionrunner.core.text import Text
from sessionrunner.ports import PhoneRoom
from sessionrunner.web.flow import Flow

PREFIX = "answer."
"""Before a question's id in the name of its field."""
_MOST_FIELDS = 100
_WRITERS = 64
"""Answers that may wait for the disk together; the box writes all of them in one go."""
_FIRST_COUNTS = "form.first-counts"
_ID = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A form as it arrived, nothing checked but its shape."""

    step: str
    submission: str
    raw: Mapping[str, str]
    """What was written, by question id."""
    sealed: str = ""
    """The whole answer in an envelope that only the leader's laptop opens; ``raw`` is empty then."""


def read_sheet(body: bytes) -> Sheet:
    """The form in an urlencoded body; ValueError for bytes that are not text, or not a form of ours."""
    pairs = parse_qsl(
        body.decode("ascii"), keep_blank_values=True, encoding="utf-8", errors="strict", max_num_fields=_MOST_FIELDS
    )
    fields = dict(pairs)
    if not _ID.fullmatch(fields.get("submission", "")):
        raise ValueError("no usable submission id")
    raw = {name.removeprefix(PREFIX): text for name, text in pairs if name.startswith(PREFIX)}
    return Sheet(fields.get("step", ""), fields["submission"], raw, fields.get("sealed", ""))


@dataclass(frozen=True, slots=True)
class Mark:
    """Somebody's word that they are done with something, or not after all."""

    what: str
    mark: str
    """A random number made for this one press; tells a repeated sending from another phone."""
    done: bool


def read_mark(body: bytes) -> Mark:
    """The mark in an urlencoded body; ValueError for what is not a mark of ours."""
    fields = dict(parse_qsl(body.decode("ascii"), encoding="utf-8", errors="strict", max_num_fields=_MOST_FIELDS))
    if not _ID.fullmatch(fields.get("mark", "")):
        raise ValueError("no usable mark")
    return Mark(fields.get("what", ""), fields["mark"], fields.get("done") == "1")


class Intake:
    """Hands answers to the room in threads of its own, and remembers which it has acknowledged."""

    def __init__(self, room: PhoneRoom, flow: Flow, threads: ThreadPoolExecutor | None = None) -> None:
        """``threads`` to write in, when several rooms share them."""
        self._room = room
        self._flow = flow
        self._threads = threads or ThreadPoolExecutor(_WRITERS, thread_name_prefix="answers")
        self._key = token_bytes(32)
        self._kept: set[bytes] = set()
        """Digests of what was acknowledged: of each number alone, and of each number with its answers."""
        self._turns: WeakValueDictionary[bytes, asyncio.Lock] = WeakValueDictionary()

    async def take(self, sheet: Sheet, address: str) -> Sequence[Rejection]:
        """Empty when the answer is on disk; SessionRunnerError when it could not be written, or not now.

        An answer that was kept but whose receipt was lost on the way is acknowledged again, also when the form
        has closed since; other answers under its number are not, for they are not kept. The digests that tell are
        held in memory only, without order.
        """
        self._flow.pass_one(address)
        number, whole = self._digest(sheet.step, sheet.submission), self._digest(*_content(sheet))
        async with self._turns.setdefault(number, asyncio.Lock()):
            if number in self._kept:
                return () if whole in self._kept else (Rejection("", Text(_FIRST_COUNTS)),)
            if await self.full(sheet.step):
                self._flow.pass_full(sheet.step, address)
            rejections = await asyncio.get_running_loop().run_in_executor(self._threads, self.submit, sheet)
            if not rejections:
                self._kept |= {number, whole}
                self._flow.note(sheet.step, address)
            return rejections

    def close(self) -> None:
        """Let what is being written finish; take nothing more."""
        self._threads.shutdown(wait=False)

    async def full(self, step: str) -> bool:
        """Whether a form has more answers than the room can have given."""
        return self._room.full(step)

    async def mark(self, mark: Mark) -> None:
        """Tell the room that somebody is done, or not after all."""
        self._room.mark_ready(mark.what, mark.mark, mark.done)

    def submit(self, sheet: Sheet) -> Sequence[Rejection]:
        """Hand one form to the room. Blocks."""
        return self._room.submit(sheet.step, sheet.submission, sheet.raw)

    def _digest(self, *parts: str) -> bytes:
        return hmac.digest(self._key, json.dumps(parts).encode(), "sha256")


def _content(sheet: Sheet) -> tuple[str, ...]:
    """Everything in a form that is kept, in one order: fields left empty are not.

    An envelope is left out: the same answer is sealed anew for every sending, and never looks the same.
    """
    answers = sorted((question, clean(text)) for question, text in sheet.raw.items())
    return (sheet.step, sheet.submission, *(part for pair in answers if pair[1] for part in pair))


def is_closed(rejections: Sequence[Rejection]) -> bool:
    """True when the form takes no answers any more, whatever they say."""
    return any(rejection.reason.key in ("form.closed", "vote.closed") for rejection in rejections)


def is_taken(rejections: Sequence[Rejection]) -> bool:
    """True when other answers were kept under the same number."""
    return any(rejection.reason.key == _FIRST_COUNTS for rejection in rejections)
