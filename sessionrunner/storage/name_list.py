"""Names as people paste them: one a line, in a sentence, in a table, or as mail addresses."""

import re
from collections.abc import Sequence

from sessionrunner.core.cleaning import clean

_NAME_COLUMNS = frozenset(
    {"namn", "name", "deltagare", "deltagarens namn", "participant", "för- och efternamn", "fullständigt namn"}
)
_FIRST_COLUMNS = frozenset({"förnamn", "tilltalsnamn", "first name", "firstname"})
_LAST_COLUMNS = frozenset({"efternamn", "last name", "lastname", "surname"})
_MAIL_COLUMNS = frozenset({"e-post", "epost", "e-postadress", "mejl", "mail", "email", "e-mail"})
_KIND_COLUMNS = frozenset(
    {"enhet", "roll", "erfarenhet", "avdelning", "arbetsgrupp", "team", "grupp", "kontor", "område", "befattning",
     "yrke", "titel", "ort", "unit", "role", "experience", "department", "office", "position"}
)  # fmt: skip
"""What people may be mixed by, in the words of those who keep the lists."""
_BEST_FIRST = (_NAME_COLUMNS | _FIRST_COLUMNS, _LAST_COLUMNS, _MAIL_COLUMNS)
_SEPARATOR = re.compile(r'"?sep=([,;|\t])"?', re.IGNORECASE)
"""The first line Excel writes, or reads, to say what stands between the columns."""
_AND = re.compile(r"(?:^|\s)(?:och|samt|and|&)\s", re.IGNORECASE)
_BULLET = re.compile(r"^(?:[-–•*]|[0-9]{1,3}[.)])\s+")


def from_text(text: str) -> list[str]:
    """One name a line, or a list on a line; a table copied from a spreadsheet gives its column of names."""
    rows = table(text)
    return from_rows(rows) if rows else _listed([line for line in declared(text)[1].splitlines() if line.strip()])


def table(text: str) -> list[list[str]]:
    """The rows of a table copied from a spreadsheet; empty when the text is none."""
    separator, text = declared(text)
    lines = [line for line in text.splitlines() if line.strip()]
    for sign in separator or "\t;,":
        rows = [line.split(sign) for line in lines]
        if separator or _is_table(rows, sign):
            return rows
    return []


def kinds(rows: Sequence[Sequence[str]]) -> tuple[str, list[str]]:
    """Title and values of the column to mix by, a value for each name; nothing when no column will do.

    A column whose title says so is taken first, then any other in which several people have the same value.
    """
    header = _header(rows[0]) if rows else []
    taken = frozenset().union(*_BEST_FIRST)
    if not (rows and (is_header(rows[0]) or _at(header, _KIND_COLUMNS) is not None)):
        return "", []
    free = [at for at, cell in enumerate(header) if cell and cell not in taken and at != _first_with_words(rows)]
    for at in sorted(free, key=lambda at: header[at] not in _KIND_COLUMNS):
        values = [" ".join(clean(_cell(row, at)).split()) for row in rows[1:]]
        different = {value.casefold() for value in values if value}
        if 2 <= len(different) <= max(2, len(values) // 2):
            return " ".join(clean(rows[0][at]).split()), values
    return "", []


def _first_with_words(rows: Sequence[Sequence[str]]) -> int:
    """The column that holds the names where no title says which does; -1 where one does."""
    return -1 if is_header(rows[0]) else _columns_of_numbers(rows)


def from_rows(rows: Sequence[Sequence[str]]) -> list[str]:
    """The names in a table: the column that says so, given name and surname together, else the first with words."""
    header = _header(rows[0]) if rows else []
    first, last = _at(header, _FIRST_COLUMNS), _at(header, _LAST_COLUMNS)
    if first is not None and last is not None:
        return [f"{_cell(row, first)} {_cell(row, last)}" for row in rows[1:]]
    column = next((at for names in _BEST_FIRST if (at := _at(header, names)) is not None), None)
    if column is not None:
        return [_cell(row, column) for row in rows[1:]]
    numbered = _columns_of_numbers(rows)
    titled = (numbered and not _are_numbers(rows[:1], 0)) or _at(header, _KIND_COLUMNS) is not None
    return [_cell(row, numbered) for row in (rows[1:] if titled else rows)]


def declared(text: str) -> tuple[str, str]:
    """The separator that the first line names, or nothing, and the text without that line."""
    first = next(iter(text.splitlines()), "")
    named = _SEPARATOR.fullmatch(first.strip(" "))
    return (named[1], text[len(first) :]) if named else ("", text)


def is_header(row: Sequence[str]) -> bool:
    """Whether the row says what stands in the columns, in words that are known."""
    return any(_at(_header(row), names) is not None for names in _BEST_FIRST)


def cleaned(name: str) -> str:
    """On one line, without bullet or number in front; a mail address gives the name when it is all there is."""
    words = _BULLET.sub("", " ".join(clean(name).replace("<", " <").split())).split(" ")
    left = " ".join(word for word in words if not _is_address(word)).strip(" ,\"'")
    if any(char.isalnum() for char in left):
        return left
    return next((_name_in(word) for word in words if _is_address(word)), left)


def _is_table(rows: Sequence[Sequence[str]], sign: str) -> bool:
    if sign == "\t":
        return any(len(row) > 1 for row in rows)
    return len(rows) > 1 and len(rows[0]) > 1 and _is_titled(rows)


def _is_titled(rows: Sequence[Sequence[str]]) -> bool:
    known = is_header(rows[0]) or _at(_header(rows[0]), _KIND_COLUMNS) is not None
    return known or _columns_of_numbers(rows) > 0


def _header(row: Sequence[str]) -> list[str]:
    return [cell.strip(" \t\"'\ufeff").casefold() for cell in row]


def _at(header: Sequence[str], names: frozenset[str]) -> int | None:
    return next((at for at, cell in enumerate(header) if cell in names), None)


def _cell(row: Sequence[str], at: int) -> str:
    return row[at] if at < len(row) else ""


def _columns_of_numbers(rows: Sequence[Sequence[str]]) -> int:
    """How many columns of numbers stand before the first with words; none when there are no words."""
    body = rows[1:] or rows
    widest = max((len(row) for row in body), default=0)
    return next((at for at in range(widest) if not _are_numbers(body, at)), 0)


def _are_numbers(rows: Sequence[Sequence[str]], at: int) -> bool:
    cells = [cell for row in rows if (cell := _cell(row, at).strip(" .)\"'"))]
    return bool(cells) and all(cell.isdecimal() for cell in cells)


def _listed(lines: Sequence[str]) -> list[str]:
    pieces = [piece for line in lines for piece in line.split(";")]
    if pieces and is_header(pieces[:1]):
        pieces = pieces[1:]
    # One comma in a name of its own is a surname first; more than one, or an "and", makes it a sentence.
    if len(pieces) == 1 or any(piece.count(",") + bool(_AND.search(piece)) > 1 for piece in pieces):
        pieces = [name for piece in pieces for name in piece.split(",")]
    return [name for piece in pieces for part in _AND.split(piece.strip()) for name in _addresses_apart(part)]


def _addresses_apart(part: str) -> list[str]:
    words = part.split()
    return words if words and all(_is_address(word) for word in words) else [part]


def _is_address(word: str) -> bool:
    before, at, after = _bare(word).partition("@")
    return bool(before and at and after)


def _name_in(address: str) -> str:
    """``anna-karin.ek@kommun.se`` as Anna-Karin Ek."""
    local = _bare(address).removeprefix("mailto:").partition("@")[0]
    return " ".join(re.split(r"[._\s]+", local)).strip().title()


def _bare(word: str) -> str:
    return word.strip("<>()[]\"',;:")
