"""The window the leader sits at: large enough, with colours, with letters that are letters."""

import os
import sys
from collections.abc import Iterator, Mapping

from sessionrunner.core.inspection import Finding, Level
from sessionrunner.core.text import Text

_COLUMNS, _ROWS = 80, 24


def terminal(size: os.terminal_size | None, encoding: str, environment: Mapping[str, str]) -> Iterator[Finding]:
    """Size, letters and colours; ``size`` is None where there is no window."""
    yield _size(size)
    if encoding.casefold().replace("-", "") == "utf8":
        yield Finding("terminal.letters", Level.GOOD, Text("doctor.letters.good"))
    else:
        yield Finding("terminal.letters", Level.DOUBTFUL, Text("doctor.letters.few"), Text("doctor.terminal.remedy"))
    yield _colours(environment)


def window() -> os.terminal_size | None:
    """The window's size; None where output goes elsewhere."""
    for stream in (sys.__stdout__, sys.__stderr__, sys.__stdin__):
        try:
            if stream is not None:
                return os.get_terminal_size(stream.fileno())
        except (OSError, ValueError):
            continue
    return None


def letters() -> str:
    """The encoding of what is really written to; screens put a stand-in without one in ``sys.stdout``'s place."""
    return getattr(sys.__stdout__, "encoding", None) or ""


def _size(size: os.terminal_size | None) -> Finding:
    if size is None:
        return Finding("terminal.size", Level.DOUBTFUL, Text("doctor.size.none"), Text("doctor.size.plain"))
    values = {"columns": size.columns, "rows": size.lines, "least": f"{_COLUMNS}×{_ROWS}"}
    if size.columns < _COLUMNS or size.lines < _ROWS:
        return Finding("terminal.size", Level.WRONG, Text("doctor.size.small", values), Text("doctor.size.remedy"))
    return Finding("terminal.size", Level.GOOD, Text("doctor.size.good", values))


def _colours(environment: Mapping[str, str]) -> Finding:
    if environment.get("NO_COLOR"):
        return Finding("terminal.colours", Level.GOOD, Text("doctor.colours.off"))
    many = environment.get("COLORTERM", "") in ("truecolor", "24bit") or "WT_SESSION" in environment
    if many or "256color" in environment.get("TERM", ""):
        return Finding("terminal.colours", Level.GOOD, Text("doctor.colours.good"))
    return Finding("terminal.colours", Level.DOUBTFUL, Text("doctor.colours.few"), Text("doctor.terminal.remedy"))
