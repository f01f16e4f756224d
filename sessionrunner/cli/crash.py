"""What is kept of a fault of our own: where it happened, and nothing of what the program held."""

import contextlib
import traceback
from pathlib import Path


def note(folder: Path, failure: BaseException) -> None:
    """Write the stack to ``crash.log``; not the error's own words, which may quote an answer."""
    stack = "".join(traceback.format_tb(failure.__traceback__))
    with contextlib.suppress(OSError):
        (folder / "crash.log").write_text(f"{stack}{type(failure).__qualname__}\n", "utf-8")


def keep_no_cores() -> None:
    """A core dump would hold keys and answers."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource  # absent on Windows, which makes no core files

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
