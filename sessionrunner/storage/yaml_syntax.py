"""What a YAML parser's complaint means to somebody who has never heard of YAML."""

import re

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


def explain(error: yaml.YAMLError, text: str) -> tuple[Mark, str]:
    """Where the trouble most likely began, and the name of the catalogue entry that explains it."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return TOP, "syntax"
    complaint = f"{error.context or ''} {error.problem or ''}"
    code = next((code for part, code in _CODES if part in complaint), "syntax")
    began = error.context_mark if code in _OWN_PLACE and error.context_mark else error.problem_mark
    return _sharpen(Mark(began.line + 1, began.column + 1), code, complaint, text)


def _sharpen(mark: Mark, code: str, complaint: str, text: str) -> tuple[Mark, str]:
    """Look at the line itself: a tab, a quote or a lost colon says more than the parser does."""
    lines = text.splitlines()
    line = lines[mark.line - 1] if mark.line <= len(lines) else ""
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return Mark(mark.line, line.index("\t") + 1), "syntax-tab"
    if _CANNOT_START in complaint:
        return mark, "syntax-sign"
    if code == "syntax-indent" and _TEXT_AFTER_QUOTE.search(line):
        return mark, "syntax-after-quote"
    if code == "syntax-colon":
        return _lost_colon(mark, lines)
    return mark, code


def _lost_colon(mark: Mark, lines: list[str]) -> tuple[Mark, str]:
    """A colon the parser did not expect: inside a text, or on the line after one that has none."""
    before = lines[mark.line - 1][: mark.column - 1]
    if ": " in before:
        return mark, "syntax-colon"
    earlier = mark.line - 2
    while earlier > 0 and not lines[earlier].strip():
        earlier -= 1
    if earlier >= 0 and ":" not in lines[earlier] and not lines[earlier].lstrip().startswith("-"):
        return Mark(earlier + 1, len(lines[earlier]) - len(lines[earlier].lstrip()) + 1), "syntax-no-colon"
    return mark, "syntax-indent"
