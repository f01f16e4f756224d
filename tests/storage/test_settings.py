"""What the program remembers between sessions."""

import subprocess
import sys
from pathlib import Path

from sessionrunner.storage import settings
from sessionrunner.storage.settings import Settings

_ON_A_FULL_DISK = """
import resource, sys
from pathlib import Path
from sessionrunner.storage import settings
resource.setrlimit(resource.RLIMIT_FSIZE, (8, 8))
settings.write(Path(sys.argv[1]), settings.Settings(theme="ljust"))
"""


def test_settings_come_back_as_they_were(tmp_path: Path) -> None:
    """Rule: folder, folders that are known, theme and template."""
    chosen = Settings("/delat/lärdomar", ("/delat/lärdomar", "G:\\Enhet"), "projektor", "mall.dotx")
    settings.write(tmp_path / "own" / "settings.yaml", chosen)
    assert settings.read(tmp_path / "own" / "settings.yaml") == chosen


def test_a_full_disk_costs_only_what_is_new(tmp_path: Path) -> None:
    """Rule: which folders carry our marker is not forgotten because a colour could not be written."""
    file, before = tmp_path / "settings.yaml", Settings("/delat", ("/delat",))
    settings.write(file, before)
    subprocess.run([sys.executable, "-c", _ON_A_FULL_DISK, str(file)], check=True)
    assert settings.read(file) == before
    assert [one.name for one in tmp_path.iterdir()] == ["settings.yaml"]
