"""What a YAML parser's complaint means to somebody who has never heard of YAML."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

import yaml

from sessionrunner.storage.problem import TOP, Mark

_CANNOT_START = "cannot start any token"
_CODES = (
    ("mapping values are not allowed", "syntax-colon"),
    ("could not find expected ':'", "syntax-no-colon"),
    ("sequence entries are not allowed", "syntax-dash"),
    ("escape", "bad-escape"),
    ("flow", "syntax-bracket"),
    ("block scalar", "syntax-block"),
    ("quoted scalar", "syntax-quote"),
    ("expected", "syntax-indent"),
)
"""Part of the parser's complaint, and the catalogue entry that says it in plain words; the first that fits."""
_OWN_PLACE = {"syntax-quote", "syntax-bracket", "syntax-no-colon", "bad-escape"}
"""Complaints that are about where something began, not about where the parser stopped."""
_TEXT_AFTER_QUOTE = re.compile(r"""^[^"']*[:\-]\s+(["']).*\1\s*[^\s#,\]}]""")


_NO_SPACE = re.compile(r"^\s*(?:- +)?([^\W\d]\w*):[^\s:/]")
_HARD_SPACE = re.compile("^[ -]*\u00a0|^[ -]*\\w+:\u00a0")
_STAR = re.compile(r"[:-]\s+(?=[*&]\S)")
_CURLY = re.compile("[:-]\\s+[“”„‘’«»]")


class Explained(NamedTuple):
    """Where the trouble most likely began, the catalogue entry that explains it, and what that entry tells of."""

    mark: Mark
    code: str
    values: Mapping[str, object] = MappingProxyType({})


def explain(error: yaml.YAMLError, text: str) -> Explained:
    """What the parser's complaint means here."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return Explained(TOP, "syntax")
    complaint = f"{error.context or ''} {error.problem or ''}"
    code = next((code for part, code in _CODES if part in complaint), "syntax")
    began = error.context_mark if code in _OWN_PLACE and error.context_mark else error.problem_mark
    return _sharpen(Mark(began.line + 1, began.column + 1), code, complaint, text.splitlines())


def _sharpen(mark: Mark, code: str, complaint: str, lines: list[str]) -> Explained:
    """Look at the line itself: a tab, a quote or a lost colon says more than the parser does."""
    line = lines[mark.line - 1] if mark.line <= len(lines) else ""
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return Explained(Mark(mark.line, line.index("\t") + 1), "syntax-tab")
    pasted = _hard_space(mark, lines)
    if pasted is not None:
        return Explained(pasted, "syntax-hard-space")
    if _CANNOT_START in complaint:
        return Explained(mark, "syntax-sign")
    if code == "syntax-indent":
        return _astray(mark, line, lines)
    if code in {"syntax-colon", "syntax-no-colon"}:
        return _close_colon(mark, lines) or _lost_colon(mark, code, lines)
    return Explained(mark, code)


def _hard_space(mark: Mark, lines: list[str]) -> Mark | None:
    """Where a space that only looks like one stands, on the line or the one before; text programs make them."""
    for number in range(mark.line, max(mark.line - 2, 0), -1):
        found = _HARD_SPACE.match(lines[number - 1]) if number <= len(lines) else None
        if found:
            return Mark(number, found.end())
    return None


def _astray(mark: Mark, line: str, lines: list[str]) -> Explained:
    """A line that does not fit with those before: for a sign of its own meaning, or for where it begins."""
    if _TEXT_AFTER_QUOTE.search(line):
        return Explained(mark, "syntax-after-quote")
    star = _STAR.search(line)
    if star:
        return Explained(Mark(mark.line, star.end() + 1), "syntax-sign")
    earlier = next((one for one in reversed(lines[: mark.line - 1]) if one.strip()), "")
    here, before = _indent(line), _indent(earlier)
    if here == before:
        return Explained(mark, "syntax-indent")
    return Explained(mark, "syntax-other-indent", {"here": here, "before": before})


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _close_colon(mark: Mark, lines: list[str]) -> Explained | None:
    """A key whose text begins right at its colon, on the line or the one before."""
    for number in (mark.line, _before(mark.line, lines)):
        found = _NO_SPACE.match(lines[number - 1]) if 0 < number <= len(lines) else None
        if found:
            return Explained(Mark(number, found.end()), "syntax-no-space", {"key": found[1]})
    return None


def _before(line: int, lines: list[str]) -> int:
    """The number of the nearest line before that says something; 0 when there is none."""
    return next((number for number in range(line - 1, 0, -1) if lines[number - 1].strip()), 0)


def _lost_colon(mark: Mark, code: str, lines: list[str]) -> Explained:
    """A colon the parser did not expect: inside a text, or on the line after one that has none."""
    line = lines[mark.line - 1] if mark.line <= len(lines) else ""
    if code == "syntax-no-colon":
        return Explained(mark, code)
    if ": " in line[: mark.column - 1]:
        return Explained(mark, "syntax-curly-quotes" if _CURLY.search(line) else code)
    number = _before(mark.line, lines)
    earlier = lines[number - 1] if number else ":"
    if ":" not in earlier and not earlier.lstrip().startswith("-"):
        return Explained(Mark(number, _indent(earlier) + 1), "syntax-no-colon")
    return _astray(mark, line, lines)
