"""Groups made beforehand: people, wishes and divisions of an exercise, private to this user, until it has been led."""

import hashlib
from datetime import date
from pathlib import Path

from sessionrunner.core.session import Event
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.storage import durable, journal
from sessionrunner.storage.journal import JournalFile


class PreparedGroups:
    """One journal an exercise, so that what was prepared can be undone and survives a power cut as the hour does."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, exercise: str) -> tuple[Event, ...]:
        """What has been prepared for the exercise with this id; nothing when nothing that can be read has."""
        try:
            return journal.read(self._file(exercise)).events
        except SessionRunnerError:
            return ()

    def begin(self, exercise: str, today: date, language: str) -> JournalFile:
        """Prepare anew; what was prepared before is gone. JournalFailed when it cannot be written."""
        self.forget(exercise)
        header = journal.Header(exercise, "", "", today, language, None)
        return JournalFile.create(self._file(exercise), header)

    def go_on(self, exercise: str) -> JournalFile:
        """Go on with what has been prepared; JournalFailed when it cannot be read."""
        return JournalFile(self._file(exercise))

    def forget(self, exercise: str) -> None:
        """Overwrite and remove what has been prepared, if anything has."""
        durable.erase(self._file(exercise))

    def _file(self, exercise: str) -> Path:
        """A name that every file system takes, whatever the exercise is called."""
        return self._folder / f"{hashlib.sha256(exercise.encode('utf-8')).hexdigest()[:16]}.journal"
