"""What an interrupted session left behind, and how it is told to the leader."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from sessionrunner.core.session import Stage
from sessionrunner.desk import Desk
from sessionrunner.locale import Catalogue
from sessionrunner.locale.phrases import day
from sessionrunner.plain.lines import clock
from sessionrunner.storage import journal
from sessionrunner.storage.box_trouble import BoxClosed, BoxFailed
from sessionrunner.storage.outbox_entry import Entry
from sessionrunner.storage.session_folder import SessionFolder

if TYPE_CHECKING:
    from sessionrunner.storage.box import SealedBox


@dataclass(frozen=True, slots=True)
class Found:
    """A session as it was found; its events and its answers are with the desk."""

    began: str = ""
    """When it was opened, as the journal tells."""
    damaged: int = 0
    """Lines of the journal that could not be read; everything else is there."""
    missing: int = 0
    """Answers that were stored and cannot be read any more."""
    kept: str = "nowhere"
    """How far the lessons have come: nowhere, here (on this laptop) or there (in the shared folder)."""

    @classmethod
    def of(
        cls, found: journal.Recovered, status: Mapping[str, object], counts: Mapping[str, int], outbox: Path
    ) -> "Found":
        """What the journal, the last sign of life, the box and the outbox tell together."""
        stored = status.get("stored")
        missing = max(stored - sum(counts.values()), 0) if isinstance(stored, int) else 0
        began = found.events[0].wall if found.events else ""
        return cls(began, found.damaged + found.torn, missing, _kept(outbox, found.header.session))


NEW = Found()
"""A session that was never interrupted."""


def _kept(outbox: Path, session: str) -> str:
    entries = [Entry(folder) for folder in outbox.glob(f"*{session}")]
    return "nowhere" if not entries else "here" if any(entry.waiting for entry in entries) else "there"


def box_left_in(folder: SessionFolder, slots: int) -> "SealedBox":
    """The session's box; a new one when the old one's key is gone, which is set aside and not deleted."""
    from sessionrunner.storage.box import SealedBox

    try:
        return SealedBox.open(folder.box)
    except BoxClosed:
        try:
            folder.set_box_aside()
        except OSError as error:
            raise BoxFailed() from error
        return SealedBox.create(folder.box, slots)


def found_lines(desk: Desk, found: Found, words: Catalogue) -> list[str]:
    """What was found, in words a leader understands."""
    session, when = desk.session, _when(found.began, words)
    if session.stage is Stage.CLOSED:
        return [words("recovered.ended", title=session.exercise.title, when=when)]
    step = session.step.title if session.step else words("cli.state.no-step")
    left = clock(timedelta(seconds=desk.time.remaining_seconds()))
    lines = [words("recovered.session", title=session.exercise.title, when=when)]
    lines += [words("recovered.step", step=step, remaining=left)] if session.step else [words("recovered.lobby")]
    if answers := sum(desk.answers.received().values()):
        lines.append(words("recovered.answers", n=answers))
    if session.lessons:
        lines.append(words(f"recovered.lessons-{found.kept}", n=len(session.lessons)))
    return [*lines, *_losses(found, words)]


def _losses(found: Found, words: Catalogue) -> Iterator[str]:
    if found.damaged:
        yield words("recovered.damaged", n=found.damaged)
    if found.missing:
        yield words("recovered.missing", n=found.missing)


def other_lines(folders: Iterable[SessionFolder], words: Catalogue) -> Iterator[str]:
    """The interrupted sessions that were not taken up, and how to."""
    for folder in folders:
        status = folder.read_status() or {}
        title = status.get("exercise") or words("cli.resumed.unknown")
        when = _when(str(status.get("wall", "")), words)
        yield words("recovered.other", title=title, when=when, session=folder.session)


def _when(told: str, words: Catalogue) -> str:
    try:
        moment = datetime.fromisoformat(told)
    except ValueError:
        return words("recovered.some-time")
    return words("recovered.when", date=day(moment.date(), words), time=moment.strftime("%H:%M"))
