"""The sessions that this program leads, begun now or taken up again."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from sessionrunner.cli import joining
from sessionrunner.cli.joining import Hosted, NoSession, Parts
from sessionrunner.cli.lessons_place import ChosenFolder
from sessionrunner.cli.pulse import Door
from sessionrunner.cli.started import of_session
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.desk import Desk
from sessionrunner.storage import journal
from sessionrunner.storage.session_folder import SessionFolder


class AlreadyRunning(SessionRunnerError):
    """The session to resume is under way in another window."""

    cause = "cli.already-running"


class Start(Protocol):
    """What holds for every session, and is to hold when it is taken up again."""

    def note(self, place: Path) -> None:
        """Note it down in this file."""
        ...

    def go_on(self, place: Path) -> None:
        """Let what is noted down in this file hold; SessionRunnerError when it cannot."""
        ...


class Sessions:
    """Every session has a folder that no other program has while it is led here."""

    def __init__(self, root: Path, lessons: ChosenFolder, parts: Callable[[], Parts], start: Start) -> None:
        """``root`` has the sessions' folders; ``parts`` is asked at every session: the lessons folder may change."""
        self._root = root
        self._lessons = lessons
        self._parts = parts
        self._start = start
        self._hosted: list[Hosted] = []

    def begin(self, text: str, path: Path, people: int, door: Door | None = None) -> Hosted:
        """A new session of the exercise in this text, read from this file; it has not yet been opened. Blocks."""
        folder = SessionFolder.create(self._root)
        folder.claim.take()
        self._start.note(of_session(folder))
        hosted = joining.begin(folder, text, path, self._parts(), people, door)
        self._hosted.append(hosted)
        return hosted

    def of(self, desk: Desk) -> Hosted:
        """What belongs to this desk, which is of one of these sessions."""
        return next(one for one in self._hosted if one.desk is desk)

    def resume(self, session: str | None) -> Hosted:
        """Take up an interrupted session, the latest that can be unless one is named; NoSession when there is none.

        A session that cannot be read, or is led in another window, does not stand in the way of the others.
        """
        troubles: list[SessionRunnerError] = []
        for folder in SessionFolder.find_all(self._root):
            if session in (None, folder.session):
                try:
                    return self._take_up(folder)
                except SessionRunnerError as trouble:
                    troubles.append(trouble)
        raise troubles[0] if troubles else NoSession()

    def _take_up(self, folder: SessionFolder) -> Hosted:
        if not folder.claim.take():
            raise AlreadyRunning(session=folder.session)
        try:
            self._start.go_on(of_session(folder))
            recovered = journal.read(folder.journal)
            self._lessons.go_on_in(Path(recovered.header.lessons) if recovered.header.lessons else None)
            hosted = joining.take_up(folder, recovered, self._parts())
        except SessionRunnerError:
            folder.claim.release()
            raise
        self._hosted.append(hosted)
        hosted.pulse.start()
        return hosted

    def interrupted(self) -> list[SessionFolder]:
        """Sessions that were never closed and that nobody leads now, the latest first."""
        return [folder for folder in SessionFolder.find_all(self._root) if not folder.claim.is_taken()]

    def send_to(self, lessons: Path) -> None:
        """Send every session's record to this folder from now on."""
        for hosted in self._hosted:
            hosted.archive.change_target(lessons)

    def shut_down(self) -> None:
        """Stop every thread and close every file; sessions that have not ended can be resumed."""
        for hosted in self._hosted:
            hosted.shut_down()
