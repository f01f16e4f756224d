"""``handover``: the page for a second leader who takes over in the middle."""

from datetime import datetime

from sessionrunner.cli import page_file
from sessionrunner.cli.arguments import Arguments
from sessionrunner.cli.clock import LaptopClock
from sessionrunner.cli.joining import reached_at
from sessionrunner.cli.places import places
from sessionrunner.cli.status import NothingRuns
from sessionrunner.core.session import replay
from sessionrunner.locale import Catalogue
from sessionrunner.locale.handover import Beside
from sessionrunner.locale.handover import handover as page
from sessionrunner.storage import exercise_file, journal
from sessionrunner.storage.own_words import OwnWords
from sessionrunner.storage.session_folder import SessionFolder


def handover(arguments: Arguments, words: Catalogue) -> int:
    """A page about the session that runs, else about the latest that was interrupted; reads and changes nothing."""
    kept = places(arguments)
    folders = sorted(SessionFolder.find_all(kept.sessions), key=lambda folder: not folder.claim.is_taken())
    if not folders:
        raise NothingRuns()
    found = journal.read(folders[0].journal)
    status = folders[0].read_status() or {}
    exercise = exercise_file.parse(found.header.exercise_text, found.header.exercise_file)
    session = replay(exercise, found.events)
    own = OwnWords(kept.own_words).of(exercise.id)
    beside = Beside(own, str(status.get("phone_url") or ""), str(status.get("wall_url") or ""))
    text = page(words, session, reached_at(found.events, status), _wall(), beside)
    if arguments.out is None:
        print(text, end="")
        return 0
    made = page_file.put(arguments.out, words("handover.title", title=exercise.title), text, words, _wall().date())
    print(words("handover.made", file=made))
    return 0


def _wall() -> datetime:
    return LaptopClock().wall()
