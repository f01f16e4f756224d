"""Who takes part: from a number, from names as people paste them, or from a file."""

import csv
import re
from collections.abc import Sequence
from pathlib import Path

from sessionrunner.core.paths import unquoted
from sessionrunner.core.personal import PersonalData, personal_data
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.core.wishes import Crowd
from sessionrunner.storage import name_list

LEAST = 3
"""With fewer, nobody's answer is anonymous."""
MOST = 200
LONGEST_NAME = 60
_LONGEST_VALUE = 30
"""Of what people are mixed by."""
LARGEST = 256 * 1024
"""Bytes of a file with names."""
_SUFFIXES = {".txt", ".csv", ".tsv", ".xlsx", ".xls", ".ods", ".docx"}
"""What a file with names may end with; the last four are told apart only to say what to do instead."""
_COUNT = re.compile(
    r"(?:(?:ca\.?|cirka|ungefär|about) )?([0-9]{1,9})"
    r"(?: ?(?:st|stycken|pers|person|personer|deltagare|kollegor|medarbetare|people|participants)\.?)?",
    re.IGNORECASE,
)
"""How many, as it is written in a hurry."""
_PATH_BEGINS = re.compile(r"[A-Za-z]:[\\/]|~?[\\/]|\.{1,2}[\\/]")


class NoPeople(SessionRunnerError):
    """There is no name in what was given."""

    cause = "people.empty"


class TooFewPeople(SessionRunnerError):
    """So few that it can be worked out who answered what."""

    cause = "people.too-few"


class OneName(SessionRunnerError):
    """What was given can only be read as one name, and hardly was meant as one."""

    cause = "people.one-name"


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
    return crowd(given).people


def crowd(given: str) -> Crowd:
    """People, and what a table tells about them that they can be mixed by; SessionRunnerError when it cannot be."""
    asked = given.strip().strip("\"'").strip()
    if count := _COUNT.fullmatch(asked):
        return Crowd(tuple(str(card) for card in range(1, _reasonable(int(count[1])) + 1)))
    file = _file(asked)
    rows, names = _read(file) if file else _pasted(given)
    column, values = name_list.kinds(rows)
    cleaned = [_shortened(name_list.cleaned(name), LONGEST_NAME) for name in names]
    found = [name for name in cleaned if name]
    _check(found, file)
    unique = _made_unique(found)
    told = (
        [_shortened(value, _LONGEST_VALUE) for value, name in zip(values, cleaned, strict=True) if name]
        if column
        else []
    )
    if any(PersonalData.IDENTITY_NUMBER in personal_data(value) for value in told):
        raise IdentityNumbers
    return Crowd(unique, _shortened(column, _LONGEST_VALUE), tuple(zip(unique, told, strict=False)))


def _check(found: Sequence[str], file: Path | None) -> None:
    """That there are enough people and not too many, and nothing but names."""
    if not found:
        raise NoPeople
    if len(found) == 1 and file is None:
        raise OneName(name=found[0])
    _reasonable(len(found))
    if any(PersonalData.IDENTITY_NUMBER in personal_data(name) for name in found):
        raise IdentityNumbers


def _pasted(given: str) -> tuple[list[list[str]], list[str]]:
    return name_list.table(given), name_list.from_text(given)


def _reasonable(count: int) -> int:
    if count < LEAST:
        raise TooFewPeople(n=count, least=LEAST)
    if count > MOST:
        raise TooManyPeople(n=count, most=MOST)
    return count


def _file(asked: str) -> Path | None:
    """The file that is meant, when what was given looks like one or is one."""
    if not asked or "\n" in asked or len(asked) > 1000:
        return None
    asked = unquoted(asked)
    path = Path(asked).expanduser() if asked.startswith("~/") else Path(asked)
    return path if path.suffix.lower() in _SUFFIXES or _looks_like_a_path(asked) or _is_file(path) else None


def _looks_like_a_path(asked: str) -> bool:
    """Whether it has a slash of either kind; in a list of names, such as ``Bo (HR/IT), Cia``, only in the beginning."""
    if _PATH_BEGINS.match(asked):
        return True
    return any(slash in asked for slash in "/\\") and not any(sign in asked for sign in ",;\t")


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a text that no file can be called
        return False


def _read(path: Path) -> tuple[list[list[str]], list[str]]:
    """The table in a file, if it is one, and the names."""
    text = _text(path)
    if path.suffix.lower() == ".txt" and ";" not in text and "\t" not in text:
        return _pasted(text)
    rows = _rows(text, path)
    if len(rows) == 1 and not name_list.is_header(rows[0]):
        return _pasted(text)
    return rows, name_list.from_rows(rows)


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
    said, text = name_list.declared(text)
    separator = said or next((sign for sign in ";\t" if sign in text), ",")
    try:
        return [row for row in csv.reader(text.splitlines(), delimiter=separator) if any(row)]
    except csv.Error as error:
        raise UnreadableRoster(file=str(path)) from error


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
