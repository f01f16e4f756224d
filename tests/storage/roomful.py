"""A child program that holds many sessions, puts the same answers in the same order into each, and waits to be killed.

``python -m tests.storage.roomful FOLDER SESSIONS ANSWERS``: one line on stdout when every answer is stored.
"""

import sys
from pathlib import Path

from sessionrunner.storage.box import SealedBox
from tests.storage.reflection import submission


def main(folder: str, sessions: str, answers: str) -> None:
    boxes = [SealedBox.create(Path(folder) / str(session), 64) for session in range(int(sessions))]
    for box in boxes:
        for number in range(int(answers)):
            box.put(submission(number))
    print("stored", flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main(*sys.argv[1:])
