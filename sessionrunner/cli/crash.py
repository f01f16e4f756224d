"""What is kept of a fault of our own: where it happened, and nothing of what the program held."""

import contextlib
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path


def note(folder: Path, failure: BaseException) -> None:
    """Write the stack to ``crash.log``; not the error's own words, which may quote an answer."""
    noted = "".join(_place(one) for one in _behind(failure))
    with contextlib.suppress(OSError):
        (folder / "crash.log").write_text(noted, "utf-8")


def _place(failure: BaseException) -> str:
    return "".join(traceback.format_tb(failure.__traceback__)) + f"{type(failure).__qualname__}\n"


def _behind(failure: BaseException) -> Iterator[BaseException]:
    """The failure after what caused it; a fault in another thread arrives as the ``error`` of a bare one."""
    cause = failure.__cause__ or getattr(failure, "error", None)
    if isinstance(cause, BaseException):
        yield from _behind(cause)
    yield failure


def keep_no_cores() -> None:
    """A core dump would hold keys and answers."""
    # Windows makes no core files, and has nothing to forbid them with.
    if sys.platform != "win32":
        import resource

        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def keep_memory_private() -> None:
    """Linux hands dumps to a collector whatever the limit says, unless the program asks it not to."""
    if sys.platform == "linux":
        with contextlib.suppress(ImportError, OSError, AttributeError):
            import ctypes  # 8 ms that only those who lead need to pay

            ctypes.CDLL(None).prctl(_SET_DUMPABLE, 0, 0, 0, 0)


_SET_DUMPABLE = 4
"""From Linux' own header for prctl; after it, no other program of the same user can read the memory either."""
