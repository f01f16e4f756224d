"""What was said at a table, or came of a whole room: for the leader and for everybody."""

from textual.content import Content

from sessionrunner.core.joint import Sheet
from sessionrunner.core.statements import Statement
from sessionrunner.locale import Catalogue
from sessionrunner.tui.safe import safe


def statement_text(words: Catalogue, one: Statement) -> Content:
    """Table and statement, then a line for each text."""
    head = words("statements.title", table=one.table, says=one.says) if one.says else one.table
    texts = [safe(f"– {text}") for text in one.texts] or [safe(words("statements.nothing-line"), "$muted")]
    return Content("\n").join([safe(head, "bold $accent"), *texts])


def sheet_text(sheet: Sheet) -> Content:
    """A room with its decisions, then its headings."""
    decisions = [safe(f"– {text}") for text in sheet.decisions]
    headings = [safe(f"{name} ({number})", "$muted") for name, number in sheet.headings]
    return Content("\n").join([safe(sheet.room, "bold $accent"), *decisions, *headings])
