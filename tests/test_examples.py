"""What properties are tried with is the same in every run."""

import os
import subprocess
import sys

_TRIED = """
import sys
from hypothesis import given, strategies
__import__(sys.argv[1])
import tests.conftest

tried = []

@given(strategies.text(), strategies.integers())
def remember(text, number):
    tried.append((text, number))

remember()
print(ascii(tried))
"""


def tried(loaded: str, surroundings: str) -> str:
    """The examples of one property, with these modules loaded and words hashed in this way."""
    command = [sys.executable, "-c", _TRIED, loaded]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONHASHSEED": surroundings}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout


def test_examples_do_not_change_with_what_else_is_loaded() -> None:
    """Rule: a change elsewhere in the program, or another order of the tests, fails no property."""
    assert tried("json", "1") == tried("sessionrunner.web.server", "2")
