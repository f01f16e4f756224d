"""A child program that holds many sessions, puts the same answers in the same order into each, and waits to be killed.

``python -m tests.storage.roomful FOLDER SESSIONS ANSWERS``: one line on stdout when every answer is stored.
"""

import resource
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from sessionrunner.storage.box import SealedBox
from tests.storage.reflection import submission


def main(folder: str, sessions: str, answers: str) -> None:
    # Two files a session: more than some systems let a program have open unless it asks.
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))

    def hold(session: int) -> SealedBox:
        box = SealedBox.create(Path(folder) / str(session), 64)
        for number in range(int(answers)):
            box.put(submission(number))
        return box

    with ThreadPoolExecutor(16) as rooms:
        boxes = list(rooms.map(hold, range(int(sessions))))
    print("stored", len(boxes), flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main(*sys.argv[1:])
