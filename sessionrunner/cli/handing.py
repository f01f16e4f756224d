"""``handover``: the page for a second leader who takes over in the middle."""

from datetime import datetime

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
from sessionrunner.storage.saved_places import put_beside
from sessionrunner.storage.session_folder import SessionFolder


def handover(arguments: Arguments, words: Catalogue) -> int:
    """A page about the session that runs, else about the latest that was interrupted; reads and changes nothing."""
    kept = places(arguments)
    folders = sorted(SessionFolder.find_all(kept.sessions), key=lambda folder: not folder.is_running())
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
    content = _pdf(text, words) if arguments.out.suffix.casefold() == ".pdf" else text.encode()
    made = put_beside(arguments.out.absolute().parent, arguments.out.name, content)
    print(words("handover.made", file=made))
    return 0


def _pdf(text: str, words: Catalogue) -> bytes:
    """What draws it is loaded when it is asked for."""
    from sessionrunner.output.markdown_reader import read
    from sessionrunner.output.pdf import render

    return render(read(text, words.language, _wall().date()))


def _wall() -> datetime:
    return LaptopClock().wall()
