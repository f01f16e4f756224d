"""``status``: where the running session is."""

import json
import sys
from collections.abc import Mapping
from datetime import timedelta

from sessionrunner.cli.arguments import Arguments
from sessionrunner.cli.places import places
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.locale import Catalogue
from sessionrunner.plain.lines import clock
from sessionrunner.storage.day_status import read_status
from sessionrunner.storage.session_folder import SessionFolder


class NothingRuns(SessionRunnerError):
    """No session is under way on this laptop."""

    cause = "cli.nothing-runs"


def status(arguments: Arguments, words: Catalogue) -> int:
    """The running session: step, time left, addresses, answers."""
    running = [folder for folder in SessionFolder.find_all(places(arguments).sessions) if folder.claim.is_taken()]
    found = running[0].read_status() if running else read_status(places(arguments).days)
    if found is None:
        raise NothingRuns()
    if arguments.json:
        json.dump(found, sys.stdout, ensure_ascii=False)
        print()
    else:
        _tell(found, words)
    return 0


def _tell(found: Mapping[str, object], words: Catalogue) -> None:
    left = clock(timedelta(seconds=float(str(found["remaining_seconds"]))))
    step = found["step"] or words("cli.state.no-step")
    counts = {name: found[name] for name in ("exercise", "answers", "people", "connected")}
    counts["exercise"] = counts["exercise"] or found.get("item")
    print(words("cli.state.line", step=step, remaining=left, **counts))
    for name in ("phones", "wall"):
        url = found["phone_url" if name == "phones" else "wall_url"]
        if url:
            print(words(f"cli.state.{name}", url=url))
