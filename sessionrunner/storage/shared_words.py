"""Keywords that lie in the shared folder, so that a colleague who leads the same exercise can have them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sessionrunner.core.exercise import Exercise
from sessionrunner.core.keywords import Merged, merged
from sessionrunner.core.paths import unquoted
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.locale import Catalogue
from sessionrunner.storage import keyword_file
from sessionrunner.storage.folder_name import file_name
from sessionrunner.storage.lessons_folder import LessonsFolder
from sessionrunner.storage.own_words import OwnWords, shelf


class NoneWritten(SessionRunnerError):
    """There are no keywords to give."""

    cause = "keywords.none-written"


class NoFolder(SessionRunnerError):
    """There is no shared folder to put them in."""

    cause = "keywords.no-folder"


class NotKept(SessionRunnerError):
    """The keywords could not be noted on this laptop."""

    cause = "keywords.not-kept"


@dataclass(frozen=True, slots=True)
class SharedWords:
    """Text files with keywords in a folder of their own among the lessons."""

    lessons: Path | None
    known: bool
    """Whether records have gone to the lessons folder before."""
    own: OwnWords

    def newest(self, words: Catalogue) -> str:
        """The file that was put there last; empty when there is none, or the folder cannot be read. Blocks."""
        if self.lessons is None:
            return ""
        try:
            files = [*(self.lessons / words("keywords.folder")).glob("*.txt")]
            return str(max(files, key=lambda file: file.stat().st_mtime, default=""))
        except OSError:
            return ""

    def give(self, words: Catalogue, exercise: Exercise, mine: Mapping[str, str]) -> str:
        """Put the keywords for this exercise in the shared folder, and tell where. Blocks; SessionRunnerError."""
        if not mine:
            raise NoneWritten()
        if self.lessons is None:
            raise NoFolder()
        steps = {step: text for step, text in mine.items() if step}
        keywords = {shelf(exercise): dict(mine.items() - steps.items()), exercise.id: steps}
        text = keyword_file.written(words("keywords.header"), keywords, [exercise])
        name = file_name(exercise.title, ".txt")
        folder = LessonsFolder(self.lessons)
        folder.prepare(self.known)
        folder.deliver(words("keywords.folder"), {name: text.replace("\n", "\r\n").encode()}, {})
        return str(self.lessons / words("keywords.folder") / name)

    def take(self, file: str, replace: bool = False) -> Merged:
        """Take over what is new in the file, and with ``replace`` what differs too. Blocks; SessionRunnerError."""
        theirs = keyword_file.read(Path(unquoted(file)).expanduser())
        found = merged(self.own.every(), theirs, replace)
        try:
            self.own.put(found.keywords)
        except OSError as error:
            raise NotKept(reason=error.strerror or str(error)) from error
        return found
