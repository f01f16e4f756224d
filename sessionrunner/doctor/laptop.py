"""The laptop itself: room on the disk, a clock that is right, a browser for the wall, a sound."""

import shutil
import webbrowser
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from sessionrunner.core.inspection import Finding, Level, of_trouble
from sessionrunner.core.text import SessionRunnerError, Text

_LEAST_MB, _GOOD_MB = 50, 500
"""A session needs a few megabytes; Windows itself fares ill with less than some hundred."""
_BORN = 2026
"""A clock that shows an earlier year is wrong."""
_HERE = (timedelta(hours=1), timedelta(hours=2))
"""Swedish time in winter and in summer."""


def disk(folder: Path) -> Finding:
    """Whether the session can be kept."""
    try:
        free = shutil.disk_usage(folder).free // 2**20
    except OSError:
        return Finding("laptop.disk", Level.WRONG, Text("doctor.disk.unknown"), Text("doctor.disk.remedy"))
    level = Level.WRONG if free < _LEAST_MB else Level.DOUBTFUL if free < _GOOD_MB else Level.GOOD
    said = Text("doctor.disk.free", {"free": free})
    return Finding("laptop.disk", level, said, None if level is Level.GOOD else Text("doctor.disk.remedy"))


def lessons(folder: Path | None, trouble: SessionRunnerError | None) -> Finding:
    """Whether records get to the shared folder."""
    if folder is None:
        said, remedy = Text("doctor.lessons.none"), Text("doctor.lessons.remedy")
        return Finding("lessons.folder", Level.DOUBTFUL, said, remedy)
    if trouble is not None:
        return of_trouble("lessons.folder", trouble)
    return Finding("lessons.folder", Level.GOOD, Text("doctor.lessons.good", {"folder": folder}))


def clock(now: datetime) -> Finding:
    """Whether dates and times in the record will be right; ``now`` with its zone."""
    shown = {"time": f"{now:%Y-%m-%d %H:%M}", "zone": f"{now:%z}"}
    if now.year < _BORN:
        return Finding("laptop.clock", Level.WRONG, Text("doctor.clock.old", shown), Text("doctor.clock.remedy"))
    if now.utcoffset() not in _HERE:
        said = Text("doctor.clock.elsewhere", shown)
        return Finding("laptop.clock", Level.DOUBTFUL, said, Text("doctor.clock.remedy"))
    return Finding("laptop.clock", Level.GOOD, Text("doctor.clock.good", shown))


def wall() -> Iterator[Finding]:
    """Whether there is a browser for the projector, and what only eyes and ears can tell."""
    try:
        webbrowser.get()
    except webbrowser.Error:
        yield Finding("wall.browser", Level.DOUBTFUL, Text("doctor.browser.none"), Text("doctor.browser.remedy"))
    else:
        yield Finding("wall.browser", Level.GOOD, Text("doctor.browser.good"))
    yield Finding("wall.projector", Level.TRY, Text("doctor.projector.said"), Text("doctor.projector.remedy"))
    yield Finding("laptop.sound", Level.TRY, Text("doctor.sound.said"), Text("doctor.sound.remedy"))


def exercises(count: int, wrong: int) -> Finding:
    """Whether every exercise can be led; ``wrong`` counts what ``check`` would complain about."""
    if wrong:
        said = Text("doctor.exercises.wrong", {"n": wrong})
        return Finding("exercises", Level.DOUBTFUL, said, Text("doctor.exercises.remedy"))
    return Finding("exercises", Level.GOOD, Text("doctor.exercises.good", {"n": count}))
