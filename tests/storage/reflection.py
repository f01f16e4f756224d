"""A step that asks one thing, and answers to it that can be recognised wherever they turn up."""

import sys
from datetime import timedelta
from pathlib import Path

from sessionrunner.core.exercise import Mode, Question, QuestionKind, Step
from sessionrunner.core.reflections import Submission
from sessionrunner.storage.box import KEY_FILE, SLOTS_FILE
from sessionrunner.storage.sealing import SLOT, SessionKey
from sessionrunner.storage.slots import PAGE

ASKED = Question("tar-med", "Vad tar du med dig?", QuestionKind.TEXT)
STEP = Step("reflektion", "Egen reflektion", Mode.ALONE, timedelta(minutes=3), collect=(ASKED,))
OTHER_STEP = Step("avslut", "Avslutning", Mode.ALONE, timedelta(minutes=3), collect=(ASKED,))


def text(number: int) -> str:
    """An answer that no other text looks like."""
    return f"kanariefågel {number:06d} säger pip"


def number(answer: str) -> int:
    """Which answer this is."""
    return int(answer.split()[1])


def submission(which: int, step: Step = STEP) -> Submission:
    """The answer with this number, as a phone sends it."""
    return Submission(step.id, f"telefonen-{which:06d}", {ASKED.id: text(which)})


def places(folder: Path) -> dict[int, int]:
    """Where in the box's file each answer lies, in bytes, by its number: what somebody with the key could find."""
    key = SessionKey.from_file((folder / KEY_FILE).read_bytes())
    content = (folder / SLOTS_FILE).read_bytes()
    ends = range(PAGE, len(content) + 1, PAGE)
    opened = {end: key.open(content[end - SLOT : end]) for end in ends}
    return {number(found.answers[ASKED.id]): end for end, found in opened.items() if found}


def program(module: str, *arguments: object) -> list[str]:
    """The command that runs one of these tests' child programs."""
    return [sys.executable, "-m", f"tests.storage.{module}", *map(str, arguments)]
