"""The table of what is shown where names tests that exist."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
NAMED = re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", (ROOT / "tests" / "README.md").read_text("utf-8"))


def test_every_test_that_is_named_exists() -> None:
    """A row without its test shows nothing."""
    missing = [(file, name) for file, name in NAMED if f"def {name}" not in (ROOT / file).read_text("utf-8")]

    assert missing == []
    assert len(NAMED) > 24
