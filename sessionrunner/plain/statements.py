"""What was said at the tables, in lines, and what of it the room sees."""

from collections.abc import Iterable, Iterator

from sessionrunner.core.commands import Hide, ShowTables
from sessionrunner.core.session import NotPossible
from sessionrunner.core.showing import Shown, Turn, tables_turned
from sessionrunner.core.statements import Tables, latest_tables
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.desk import Desk
from sessionrunner.locale import Catalogue


class Unclear(SessionRunnerError):
    """A line that is neither a table's number nor a turn."""

    cause = "plain.incomplete"


def tables(desk: Desk, words: Catalogue, rest: str) -> Iterable[str]:
    """Without a word the list; ``2``, ``next``, ``previous``, ``all`` or ``none`` for the wall."""
    found = latest_tables(desk.session, desk.answers.collected())
    if found is None:
        raise NotPossible("no-tables-yet")
    if not rest:
        return list(_listed(found, words))
    desk.handle(_meant(desk, words, rest.casefold()))
    return [on_wall(words, desk.room.shown())]


def _meant(desk: Desk, words: Catalogue, word: str) -> ShowTables | Hide:
    turns = {words(f"answers.turn.{turn.value}"): turn for turn in Turn} | {turn.value: turn for turn in Turn}
    if word.isdecimal():
        return ShowTables(int(word) - 1)
    if word not in turns:
        raise Unclear(usage=words("statements.usage"))
    return tables_turned(desk.session, turns[word])


def on_wall(words: Catalogue, shown: Shown) -> str:
    """Which of the tables the room sees."""
    kind = "one" if shown.tables and shown.number else "all" if shown.tables else "none-line"
    return words(f"statements.on-wall-{kind}", number=shown.number, total=shown.total)


def _listed(found: Tables, words: Catalogue) -> Iterator[str]:
    for number, one in enumerate(found.statements, 1):
        yield f"{number}. {' '.join(words('statements.title', table=one.table, says=one.says).split())}"
        yield from (f"- {' '.join(text.split())}" for text in one.texts or (words("statements.nothing-line"),))
