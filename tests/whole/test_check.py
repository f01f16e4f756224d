"""``check`` before a leader meets the fault in front of the room."""

import json
from pathlib import Path

from tests.program import sessionrunner

BROKEN = """\
id: egna/trasig
title: Trasig övning
package: Egna övningar
minutes: 5:00
purpose: [Att visa fel]
colour: blå
steps:
  - id: start
    title: Syfte och tid
    minutes: 3
    mode: plenari
  - id: start
    title: Grupper
    minutes: 10
    mode: groups
    groups: {size: ett-två}
  - id: slut
    title: Avslutning
    minutes: fem
    mode: summary
"""


def test_a_file_with_six_faults_gives_six_lines(tmp_path: Path) -> None:
    """Every fault is named with its place and a remedy, all at once."""
    file = tmp_path / "trasig.yaml"
    file.write_text(BROKEN, "utf-8")

    done = sessionrunner("check", str(file), state=tmp_path / "state")

    lines = done.stdout.splitlines()
    assert (done.returncode, len(lines), done.stderr) == (1, 6, "")
    assert all(line.startswith(f"{file}:") and " · " in line for line in lines)
    assert [int(line.removeprefix(f"{file}:").split(":")[0]) for line in lines] == [4, 6, 11, 12, 16, 19]


def test_check_as_data_has_the_shape_others_script_against(tmp_path: Path) -> None:
    """file, line, column, message, remedy."""
    file = tmp_path / "trasig.yaml"
    file.write_text(BROKEN, "utf-8")

    done = sessionrunner("check", "--json", str(file), state=tmp_path / "state")

    found = json.loads(done.stdout)
    assert len(found) == 6
    assert all(set(one) >= {"file", "line", "column", "message", "remedy"} for one in found)


def test_the_shipped_library_has_no_faults(tmp_path: Path) -> None:
    """What we ship can be led."""
    done = sessionrunner("check", state=tmp_path / "state")

    assert (done.returncode, done.stderr) == (0, "")


def test_a_new_file_passes_its_own_check(tmp_path: Path) -> None:
    """What ``new`` writes is a place to begin, not a puzzle."""
    file = tmp_path / "vår övning.yaml"

    made = sessionrunner("new", str(file), state=tmp_path / "state")
    checked = sessionrunner("check", str(file), state=tmp_path / "state")
    again = sessionrunner("new", str(file), state=tmp_path / "state")

    assert (made.returncode, checked.returncode, again.returncode) == (0, 0, 1)
    assert "finns redan" in again.stderr
