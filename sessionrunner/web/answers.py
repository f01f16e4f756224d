"""Taking answers in: from bytes on the wire to a durable acknowledgement."""

import asyncio
import re
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.parse import parse_qsl

from sessionrunner.core.reflections import Rejection
from sessionrunner.ports import Room

PREFIX = "answer."
"""Before a question's id in the name of its field."""
_MOST_FIELDS = 100
_WRITERS = 64
"""Answers that may wait for the disk together; the box writes all of them in one go."""
_ID = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A form as it arrived, nothing checked but its shape."""

    step: str
    submission: str
    raw: Mapping[str, str]
    """What was written, by question id."""


def read_sheet(body: bytes) -> Sheet:
    """The form in an urlencoded body; ValueError for bytes that are not text, or not a form of ours."""
    pairs = parse_qsl(
        body.decode("ascii"), keep_blank_values=True, encoding="utf-8", errors="strict", max_num_fields=_MOST_FIELDS
    )
    fields = dict(pairs)
    if not _ID.fullmatch(fields.get("submission", "")):
        raise ValueError("no usable submission id")
    raw = {name.removeprefix(PREFIX): text for name, text in pairs if name.startswith(PREFIX)}
    return Sheet(fields.get("step", ""), fields["submission"], raw)


class Intake:
    """Hands answers to the room in threads of its own, and remembers which it has acknowledged."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._threads = ThreadPoolExecutor(_WRITERS, thread_name_prefix="answers")
        self._kept: set[str] = set()

    async def take(self, sheet: Sheet) -> Sequence[Rejection]:
        """Empty when the answer is on disk; SessionRunnerError when it could not be written.

        An answer that was kept but whose receipt was lost on the way is acknowledged again, also when the form
        has closed since: the random ids that tell are held in memory only, without order.
        """
        if sheet.submission in self._kept:
            return ()
        loop = asyncio.get_running_loop()
        rejections = await loop.run_in_executor(self._threads, self._submit, sheet)
        return rejections

    def close(self) -> None:
        """Let what is being written finish; take nothing more."""
        self._threads.shutdown(wait=False)

    def _submit(self, sheet: Sheet) -> Sequence[Rejection]:
        rejections = self._room.submit(sheet.step, sheet.submission, sheet.raw)
        if not rejections:
            self._kept.add(sheet.submission)
        return rejections


def is_closed(rejections: Sequence[Rejection]) -> bool:
    """True when the form takes no answers any more, whatever they say."""
    return any(rejection.reason.key == "form.closed" for rejection in rejections)
