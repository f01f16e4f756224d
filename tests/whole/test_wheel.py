"""What is built and installed is what was written."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_wheel_finds_its_exercises_and_themes(tmp_path: Path) -> None:
    """Installed from a wheel, outside any checkout, the library is the same as in one."""
    build = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "-q",
        "--no-deps",
        "--no-build-isolation",
        "-w",
        str(tmp_path),
        str(ROOT),
    ]
    subprocess.run(build, check=True, capture_output=True, cwd=tmp_path)
    (wheel,) = tmp_path.glob("*.whl")
    place = tmp_path / "installed"
    install = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--target", str(place), str(wheel)]
    subprocess.run(install, check=True, capture_output=True, cwd=tmp_path)
    environment = {**os.environ, "PYTHONPATH": str(place), "SESSIONRUNNER_STATE": str(tmp_path / "state")}
    script = (
        "import sessionrunner, json\n"
        "from sessionrunner.storage.library import Library, shipped_folder\n"
        "found = [exercise.id for exercise in Library([shipped_folder('exercises')]).exercises()]\n"
        "themes = sorted(path.stem for path in shipped_folder('themes').glob('*.yaml'))\n"
        "print(json.dumps([sessionrunner.__file__, found, themes]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment, cwd=tmp_path, check=True, capture_output=True, text=True
    )

    where, exercises, themes = json.loads(done.stdout)

    assert Path(where).is_relative_to(place)
    assert sorted(exercises) == sorted(
        path.relative_to(ROOT / "exercises").with_suffix("").as_posix()
        for path in (ROOT / "exercises").rglob("*.yaml")
        if path.parent.name != "programmes"
    )
    assert themes == sorted(path.stem for path in (ROOT / "themes").glob("*.yaml"))
