"""Keeps the overview of a lessons folder up: one that somebody has open is written as soon as it can be."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sessionrunner.core.text import SessionRunnerError
from sessionrunner.locale import Catalogue
from sessionrunner.storage import overview
from sessionrunner.storage.durable import create_private, make_private_folder, remove
from sessionrunner.storage.lesson_index import LessonIndex
from sessionrunner.storage.lessons_folder import MARKER


@dataclass(frozen=True, slots=True)
class OverviewKeeper:
    """Which overviews are behind is remembered on this laptop, a file a lessons folder, until they are not."""

    behind: Path
    """The folder of those files."""
    catalogue: Catalogue
    index: LessonIndex

    def renew(self, lessons: Path) -> bool:
        """Whether the overview there tells what lies in the folder now; when not, it is remembered as behind."""
        renewed = self._renewed(lessons)
        note = self._note(lessons)
        # Where this cannot be remembered, the next delivery writes the overview.
        with suppress(OSError):
            if renewed:
                remove(note)
            elif not note.exists():
                make_private_folder(self.behind)
                create_private(note, os.fsencode(lessons))
        return renewed

    def catch_up(self) -> None:
        """Try once with every overview that is behind."""
        for lessons in self._waiting():
            self.renew(lessons)

    def _renewed(self, lessons: Path) -> bool:
        with suppress(OSError, SessionRunnerError):
            # An empty place where the share should be has no overview.
            if (lessons / MARKER).is_file():
                overview.rebuild(lessons, self.catalogue, look=self.index.scan)
                return True
        return False

    def _note(self, lessons: Path) -> Path:
        return self.behind / hashlib.sha256(os.fsencode(lessons)).hexdigest()[:16]

    def _waiting(self) -> Iterator[Path]:
        with suppress(OSError):
            for note in sorted(self.behind.iterdir()):
                with suppress(OSError, ValueError):
                    yield Path(os.fsdecode(note.read_bytes()))
