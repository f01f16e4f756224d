"""Two programs of two hundred saves each at the same time, locally and on a Samba share; prints, and fails on a loss.

``python -m tests.bench.shares``: how many seconds it takes, and that every save is there.
"""

import tempfile
import time
from pathlib import Path

from tests.storage.samba import samba
from tests.storage.test_simultaneous import SAVES, assert_all_there, laptops


def main() -> None:
    """A local folder, then a share with and without second names for files."""
    with tempfile.TemporaryDirectory() as temporary:
        where = Path(temporary)
        (where / "local").mkdir()
        _timed("local folder", where / "local", str(where / "local"))
        with samba(where / "samba") as server:
            for name, more in (("links", ()), ("nolinks", ("nolinks",))):
                (server.folder / name).mkdir()
                _timed(f"Samba share, {name}", server.folder / name, name, str(server.port), *more)


def _timed(what: str, folder: Path, given: str, *more: str) -> None:
    began = time.monotonic()
    laptops(given, SAVES, *more)
    assert_all_there(folder, SAVES)
    print(f"{what:24} 2 x {SAVES} sessions and shared files: {time.monotonic() - began:5.1f} s, all there")


if __name__ == "__main__":
    main()
