"""Who takes part: from a number, from names as people paste them, or from a file."""

import csv
import re
from collections.abc import Sequence
from pathlib import Path

from sessionrunner.core.privacy import PersonalData, personal_data
from sessionrunner.core.reflections import clean
from sessionrunner.core.text import SessionRunnerError

LEAST = 3
"""With fewer, nobody's answer is anonymous."""
MOST = 200
LONGEST_NAME = 60
LARGEST = 256 * 1024
"""Bytes of a file with names."""
_NAME_COLUMNS = {"namn", "name", "deltagare", "deltagarens namn", "participant", "för- och efternamn"}
_FIRST_COLUMNS = {"förnamn", "first name", "firstname"}
_LAST_COLUMNS = {"efternamn", "last name", "lastname", "surname"}
_SUFFIXES = {".txt", ".csv", ".tsv", ".xlsx", ".xls", ".ods", ".docx"}
"""What a file with names may end with; the last four are told apart only to say what to do instead."""
_ADDRESS = re.compile(r"<[^<>]*@[^<>]*>")
_BULLET = re.compile(r"^(?:[-–•*]|[0-9]{1,3}[.)])\s+")


class NoPeople(SessionRunnerError):
    """There is no name in what was given."""

    cause = "people.empty"


class TooFewPeople(SessionRunnerError):
    """So few that it can be worked out who answered what."""

    cause = "people.too-few"


class TooManyPeople(SessionRunnerError):
    """More than one room, one laptop and one summary can hold."""

    cause = "people.too-many"


class MissingRoster(SessionRunnerError):
    """There is no such file."""

    cause = "people.missing-file"


class UnreadableRoster(SessionRunnerError):
    """The file is there, but no names can be read from it."""

    cause = "people.unreadable-file"


class IdentityNumbers(SessionRunnerError):
    """What was given as names holds personal identity numbers, and names are shown to the room."""

    cause = "people.identity-number"


def people(given: str) -> tuple[str, ...]:
    """Names, or card numbers for a number: 3–200, cleaned and each once; SessionRunnerError when it cannot be."""
    asked = given.strip().strip("\"'").strip()
    if re.fullmatch(r"[0-9]{1,9}", asked):
        return tuple(str(card) for card in range(1, _reasonable(int(asked)) + 1))
    file = _file(asked)
    names = _from_file(file) if file else _pasted(given)
    found = [name for name in (_cleaned(name) for name in names) if name]
    if not found:
        raise NoPeople
    _reasonable(len(found))
    if any(PersonalData.IDENTITY_NUMBER in personal_data(name) for name in found):
        raise IdentityNumbers
    return _made_unique(found)


def _reasonable(count: int) -> int:
    if count < LEAST:
        raise TooFewPeople(n=count, least=LEAST)
    if count > MOST:
        raise TooManyPeople(n=count, most=MOST)
    return count


def _file(asked: str) -> Path | None:
    """The file that is meant, when what was given looks like one."""
    if "\n" in asked or len(asked) > 1000:
        return None
    path = Path(asked).expanduser() if asked.startswith("~/") else Path(asked)
    return path if path.suffix.lower() in _SUFFIXES else None


def _from_file(path: Path) -> list[str]:
    text = _text(path)
    if path.suffix.lower() == ".txt" and ";" not in text and "\t" not in text:
        return _pasted(text)
    return _column(_rows(text, path))


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise MissingRoster(file=str(path)) from error
    except OSError as error:
        raise UnreadableRoster(file=str(path)) from error
    text = _decoded(content)
    if text is None or len(content) > LARGEST or "\0" in text:
        raise UnreadableRoster(file=str(path))
    return text


def _decoded(content: bytes) -> str | None:
    """UTF-8, else what Windows and Excel write; None when it is no text at all."""
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if wide else ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _rows(text: str, path: Path) -> list[list[str]]:
    separator = next((sign for sign in ";\t" if sign in text), ",")
    try:
        return [row for row in csv.reader(text.splitlines(), delimiter=separator) if any(row)]
    except csv.Error as error:
        raise UnreadableRoster(file=str(path)) from error


def _column(rows: Sequence[Sequence[str]]) -> list[str]:
    """The names in a table: the column that says so, given name and surname together, else the first."""
    header = [cell.strip().casefold() for cell in rows[0]] if rows else []
    first, last = _at(header, _FIRST_COLUMNS), _at(header, _LAST_COLUMNS)
    if first is not None and last is not None:
        return [f"{_cell(row, first)} {_cell(row, last)}" for row in rows[1:]]
    column = _at(header, _NAME_COLUMNS | _FIRST_COLUMNS)
    if column is None:
        return [_cell(row, 0) for row in rows]
    return [_cell(row, column) for row in rows[1:]]


def _is_header(row: Sequence[str]) -> bool:
    return any(cell.strip().casefold() in _NAME_COLUMNS | _FIRST_COLUMNS for cell in row)


def _at(header: Sequence[str], names: set[str]) -> int | None:
    return next((at for at, cell in enumerate(header) if cell in names), None)


def _cell(row: Sequence[str], at: int) -> str:
    return row[at] if at < len(row) else ""


def _pasted(text: str) -> list[str]:
    """One name a line, or a list on a line; a table copied from a spreadsheet gives its column of names."""
    lines = [line for line in text.splitlines() if line.strip()]
    for sign in "\t;":
        rows = [line.split(sign) for line in lines]
        if (sign == "\t" and sign in text) or (len(rows) > 1 and len(rows[0]) > 1 and _is_header(rows[0])):
            return _column(rows)
    pieces = [piece for line in lines for piece in line.split(";")]
    if len(pieces) == 1 or any(piece.count(",") > 1 for piece in pieces):
        pieces = [name for piece in pieces for name in piece.split(",")]
    return _column([[piece] for piece in pieces])


def _cleaned(name: str) -> str:
    """On one line, without mail address, bullet or number in front, and no longer than a name."""
    line = " ".join(clean(_ADDRESS.sub("", name)).split())
    return _shortened(_BULLET.sub("", line).strip(" ,\"'"), LONGEST_NAME)


def _shortened(name: str, longest: int) -> str:
    return name if len(name) <= longest else f"{name[: longest - 1].rstrip()}…"


def _made_unique(names: Sequence[str]) -> tuple[str, ...]:
    """The second Anna becomes ``Anna (2)``."""
    taken = {name.casefold() for name in names}
    seen: set[str] = set()
    unique = []
    for name in names:
        free = name if name.casefold() not in seen else _numbered(name, taken | seen)
        seen.add(free.casefold())
        unique.append(free)
    return tuple(unique)


def _numbered(name: str, taken: set[str]) -> str:
    number = 2
    while True:
        ending = f" ({number})"
        candidate = _shortened(name, LONGEST_NAME - len(ending)) + ending
        if candidate.casefold() not in taken:
            return candidate
        number += 1
