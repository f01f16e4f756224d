"""Reads colour themes from their files."""

from pathlib import Path

from sessionrunner.core.contrast import weak_pairs
from sessionrunner.core.text import SessionRunnerError, Text
from sessionrunner.core.theme import Theme
from sessionrunner.storage.fields import Fields
from sessionrunner.storage.problem import TOP, BadFile, Findings, Mark, Problem
from sessionrunner.storage.scalars import colour, flag, line, slug
from sessionrunner.storage.yaml_nodes import LARGEST, Record, compose

BLACK = "#000000"
"""Stands in for a colour that is missing or bad."""


class BadTheme(BadFile):
    """The file is there, but it is no theme that can be used."""

    cause = "theme.bad"


class UnreadableTheme(SessionRunnerError):
    """The file is missing or cannot be read."""

    cause = "theme.unreadable"


def read(path: Path) -> Theme:
    """The theme in this file; BadTheme with every problem, UnreadableTheme when there is no file to read."""
    findings = Findings(str(path))
    node = compose(_content(path), findings)
    theme = None
    if isinstance(node, Record):
        fields = Fields(node, findings)
        theme = _theme(fields)
        fields.done()
    elif node is not None:
        findings.note(node.mark, "not-a-theme")
    found = findings.problems()
    if theme is None or found:
        raise BadTheme(str(path), found)
    return theme


def is_theme(path: Path) -> bool:
    """Whether the file has a theme's colours; a file that cannot be read is taken for something else."""
    try:
        found = compose(_content(path), Findings(str(path)))
    except SessionRunnerError:
        return False
    return isinstance(found, Record) and any(entry.key.text == "colours" for entry in found.entries)


def problems(path: Path) -> tuple[Problem, ...]:
    """Everything that is wrong with this file; a theme with colours that are hard to read can still be used."""
    try:
        theme = read(path)
    except BadTheme as bad:
        return bad.problems
    except UnreadableTheme as error:
        return (Problem(str(path), TOP.line, TOP.column, error.message, error.remedy),)
    findings, places = Findings(str(path)), _places(path)
    for weak in weak_pairs(theme):
        whole, tenth = divmod(int(weak.contrast * 10), 10)
        told = Text("check.weak-colours.ratio", {"whole": whole, "tenth": tenth})
        findings.note(
            places[weak.front], "weak-colours", front=weak.front, back=weak.back, ratio=told, better=weak.better
        )
    return findings.problems()


def _places(path: Path) -> dict[str, Mark]:
    """Where each colour stands in a file that has been read."""
    node = compose(_content(path), Findings(str(path)))
    assert isinstance(node, Record)
    colours = next(entry.value for entry in node.entries if entry.key.text == "colours")
    assert isinstance(colours, Record)
    return {entry.key.text: entry.key.mark for entry in colours.entries}


def themes(folder: Path) -> dict[str, Theme]:
    """Every theme in the folder, by id."""
    found = (read(file) for file in sorted(folder.glob("*.yaml")))
    return {theme.id: theme for theme in found}


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise UnreadableTheme(file=str(path)) from error


def _theme(fields: Fields) -> Theme | None:
    name = fields.required("id", slug, "")
    untitled: dict[str, str] = {}
    title = fields.child("title", _title, untitled, required=True)
    dark = fields.required("dark", flag, False)
    return fields.child("colours", lambda colours: _coloured(name, title, dark, colours), None, required=True)


def _title(fields: Fields) -> dict[str, str]:
    return {language: fields.required(language, line, "") for language in ("sv", "en")}


def _coloured(name: str, title: dict[str, str], dark: bool, colours: Fields) -> Theme | None:
    return Theme(
        id=name,
        title=title,
        dark=dark,
        background=colours.required("background", colour, BLACK),
        surface=colours.required("surface", colour, BLACK),
        line=colours.required("line", colour, BLACK),
        text=colours.required("text", colour, BLACK),
        muted=colours.required("muted", colour, BLACK),
        accent=colours.required("accent", colour, BLACK),
        on_accent=colours.required("on_accent", colour, BLACK),
        calm=colours.required("calm", colour, BLACK),
        soon=colours.required("soon", colour, BLACK),
        ending=colours.required("ending", colour, BLACK),
        over=colours.required("over", colour, BLACK),
    )
