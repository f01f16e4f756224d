"""JSON out of files that a disk, an editor or another version may have spoilt."""

import json
from pathlib import Path
from typing import Any

from sessionrunner.storage.durable import patiently


def read_json(text: str | bytes) -> Any:
    """What the text says; ValueError when it is no JSON, is nested without end, or holds halves of characters."""
    try:
        found = json.loads(text)
        half = b"\\ud" if isinstance(text, bytes) else "\\ud"
        if half in text.lower():  # type: ignore[operator]  # both of one kind
            json.dumps(found, ensure_ascii=False).encode()
    except RecursionError as error:
        raise ValueError("nested too deep") from error
    return found


def read_table(file: Path) -> dict[str, Any]:
    """The table in a file of ours; an empty one when it is not there, cannot be read or holds something else."""
    try:
        found = read_json(patiently(lambda: file.read_text("utf-8")))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
