"""The joints: how one session's parts are put together, begun, taken up again and shut down."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from sessionrunner.cli.clock import LaptopClock
from sessionrunner.cli.places import Places
from sessionrunner.cli.pulse import Door, Pulse, taken_up
from sessionrunner.cli.recovered import NEW, Found, box_left_in
from sessionrunner.core.commands import Close
from sessionrunner.core.exercise import Exercise
from sessionrunner.core.record import Identity
from sessionrunner.core.session import START, Event, Instant, Session
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.core.theme import Theme
from sessionrunner.desk import Desk
from sessionrunner.locale import Catalogue
from sessionrunner.output import markdown
from sessionrunner.output.press import Press
from sessionrunner.runner import SessionRunner
from sessionrunner.storage import exercise_file, journal, settings
from sessionrunner.storage.outbox import Outbox
from sessionrunner.storage.session_folder import SessionFolder
from sessionrunner.web.options import PORT, ServerOptions, new_token

if TYPE_CHECKING:
    from sessionrunner.storage.box import SealedBox
    from sessionrunner.via.box import FarBox
    from sessionrunner.via.together import Together
    from sessionrunner.web.options import Elsewhere
    from sessionrunner.web.tls import Tls

_SLOTS_LEAST = 256
_SLOTS_A_PERSON = 4
"""Room for answers, second thoughts and latecomers; a slot is 4 KiB and reserved from the start."""
_VOTES = 2
"""Votes with dots that there is room for beside the forms; more of them share the room that is left."""


class NoSession(SessionRunnerError):
    """Nothing to resume."""

    cause = "cli.no-session"


@dataclass(frozen=True, slots=True)
class Parts:
    """What every session on this laptop is made of."""

    clock: LaptopClock
    places: Places
    words: Catalogue
    lessons: Path | None
    lessons_known: bool
    ended: Callable[[Session], None] = lambda session: None
    """Told when a session's record is complete, before everything else about it is gone."""
    mark: str = ""
    """Stands before the title of every exercise; empty for what is real."""
    via: str = ""
    """URL of the server that phones are to come through; empty for none."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """How phones reach the laptop, and what the audience's pages look like."""

    words: Catalogue
    address: str | None
    """None: the best address the laptop has."""
    port: int | None
    """None: the default, or the one the phones had before a resume."""
    wall: Theme
    light: Theme
    dark: Theme
    """The phones' two themes; each phone follows its own setting for light or dark."""
    tls: "Tls | None" = None
    """The municipality's own certificate; None for plain HTTP."""
    patience: timedelta = timedelta(seconds=30)
    """How long the code is shown before nobody's coming is worth a word."""
    via: str = ""
    """URL of a server that phones come through; empty when they come to this laptop."""
    via_keys: Callable[[str], str] = lambda url: ""
    """The leader's access key to a server that phones come through; empty when there is none."""
    gather: str = ""
    """The joining code of several rooms; empty for none."""
    room: str = ""
    """What the others see this room as; empty for the exercise's title."""


@dataclass(slots=True)
class Hosted:
    """One session under way and what must be shut down after it."""

    desk: Desk
    folder: SessionFolder
    box: "SealedBox"
    far: "FarBox | None"
    """The same box when phones come through another server."""
    archive: Outbox
    pulse: Pulse
    door: Door
    found: Found = NEW
    """What was found when it was taken up again."""
    following: str = ""
    """The secret of the session that follows this one in a day."""

    def shut_down(self) -> None:
        """Stop the threads and close the files."""
        self.pulse.stop()
        self.desk.audience.stop()
        self.box.close()
        self.archive.stop()
        self.folder.claim.release()


def begin(folder: SessionFolder, text: str, path: Path, parts: Parts, people: int, door: Door | None = None) -> Hosted:
    """A new session of the exercise in this text, read from this file; it is copied into the journal.

    Without a ``door`` the phones get one of their own.
    """
    # Seven megabytes of encryption are not loaded before somebody has something to seal.
    from sessionrunner.storage.box import SealedBox

    exercise = exercise_file.parse(text, str(path))
    exercise = replace(exercise, title=f"{parts.mark} {exercise.title}".strip())
    identity = Identity(folder.session, parts.clock.wall().date(), parts.words.language)
    lessons = str(parts.lessons) if parts.lessons else None
    header = journal.Header(folder.session, text, str(path), identity.date, identity.language, lessons)
    written = journal.JournalFile.create(folder.journal, header)
    box = SealedBox.create(folder.box, _slots(exercise, people))
    runner = SessionRunner(exercise, parts.clock, written, silence=parts.clock.silence)
    return _hosted(folder, identity, runner, box, parts, door or Door(new_token(), via=parts.via))


def _slots(exercise: Exercise, people: int) -> int:
    forms = sum(bool(step.collect) for step in exercise.steps) + _VOTES
    return max(_SLOTS_LEAST, people * forms * _SLOTS_A_PERSON)


def take_up(folder: SessionFolder, found: journal.Recovered, parts: Parts) -> Hosted:
    """A session as its journal left it, at the second its last sign of life tells."""
    from sessionrunner.storage.box import KEY_FILE

    if found.events and isinstance(found.events[-1].command, Close) and not (folder.box / KEY_FILE).exists():
        # The record was safe and the answers gone when the laptop died: only the folder was left to remove.
        folder.remove()
        raise NoSession()
    header = found.header
    status = folder.read_status() or {}
    identity = Identity(header.session, header.date, header.language)
    exercise = exercise_file.parse(header.exercise_text, header.exercise_file)
    written = journal.JournalFile(folder.journal)
    reached = reached_at(found.events, status)
    runner = SessionRunner(exercise, parts.clock, written, found.events, reached, parts.clock.silence)
    runner.was_away(_last_seen(found.events, status))
    via = str(status.get("via") or parts.via)
    door = Door(str(status.get("token") or new_token()), _port(status.get("port")), via)
    box = box_left_in(folder, _slots(exercise, len(runner.session.people)))
    hosted = _hosted(folder, identity, runner, box, parts, door)
    hosted.desk.room.sketch = taken_up(folder.read_sketch())
    hosted.found = Found.of(found, status, box.counts(), parts.places.outbox)
    return hosted


def reached_at(events: tuple[Event, ...], status: dict[str, object]) -> Instant:
    """The session's clock stands still while the program is down; status is at most a second old."""
    elapsed = status.get("elapsed")
    last = events[-1].at if events else START
    return max(last, Instant(timedelta(seconds=float(elapsed)))) if isinstance(elapsed, int | float) else last


def _last_seen(events: tuple[Event, ...], status: dict[str, object]) -> datetime | None:
    """What the clock on the wall showed when the session was last alive; None when nothing tells."""
    told = status.get("wall") or (events[-1].wall if events else "")
    try:
        return datetime.fromisoformat(str(told))
    except ValueError:
        return None


def _port(value: object) -> int | None:
    return value if isinstance(value, int) and 0 < value < 65536 else None


def invite(hosted: Hosted, how: Invitation) -> None:
    """Start the audience's server; what stands in the way is told by ``desk.audience.trouble``."""
    serve(hosted.desk, how, hosted.door, hosted.following, hosted.far)
    hosted.pulse.beat()


def serve(desk: Desk, how: Invitation, door: Door, following: str = "", far: "FarBox | None" = None) -> None:
    """Start the audience's server for any desk, at this door; ``far`` is its box when phones come another way."""
    # aiohttp takes a sixth of a second to load: only once there is somebody to invite.
    from sessionrunner.output import qr
    from sessionrunner.web.network.adapters import Surroundings
    from sessionrunner.web.network.lookout import Senses
    from sessionrunner.web.server import AudienceServer

    senses = Senses(Surroundings().addresses, patience=how.patience)
    port = how.port if how.port is not None else (door.port or PORT)
    options = ServerOptions(
        how.address or "", door.token, how.wall, how.light, how.dark, qr.svg, port, senses, how.tls, following
    )
    if door.via:
        options = replace(options, elsewhere=_elsewhere(desk, how, door, following, far))
    server = AudienceServer(desk.room, how.words, options)
    server.start()
    desk.audience = server
    door.port = server.port or door.port


def _elsewhere(desk: Desk, how: Invitation, door: Door, following: str, far: "FarBox | None") -> "Elsewhere":
    from sessionrunner.via.elsewhere import Far
    from sessionrunner.via.hall import Hall

    together = _together(desk, how, door) if how.gather else None
    return Far(Hall(door.via, how.via_keys(door.via), door.token), desk, far, following, together)


def _together(desk: Desk, how: Invitation, door: Door) -> "Together":
    from sessionrunner.via.gathering import Code, Meeting
    from sessionrunner.via.together import Together

    meeting = Meeting(door.via, how.via_keys(door.via), Code.read(how.gather))
    return Together(meeting, desk, how.room or desk.session.exercise.title)


def _hosted(
    folder: SessionFolder, identity: Identity, runner: SessionRunner, box: "SealedBox", parts: Parts, door: Door
) -> Hosted:
    words = parts.words
    archive = Outbox(
        parts.places.outbox,
        parts.lessons,
        lambda record: markdown.render(record, words),
        known=parts.lessons_known,
        catalogue=words,
    )
    far = _far(box) if door.via else None
    desk = Desk(runner, identity, far or box, archive, farewell=lambda: _gone(hosted, parts))
    desk.keeping.press = lambda told, kind: _press(parts).of_record(told, kind)
    hosted = Hosted(desk, folder, box, far, archive, Pulse(desk, folder, door), door)
    return hosted


def _far(box: "SealedBox") -> "FarBox":
    from sessionrunner.via.box import FarBox

    return FarBox(box)


def _press(parts: Parts) -> Press:
    """Asked for at each copy: the template may have been given while the session is under way."""
    return Press(parts.words, settings.read(parts.places.settings).template_path, parts.clock.wall())


def _gone(hosted: Hosted, parts: Parts) -> None:
    """The record is complete on this laptop or further: nothing of the session needs to stay."""
    parts.ended(hosted.desk.session)
    hosted.pulse.stop()
    hosted.box.close()
    hosted.folder.remove()
