"""The keys of the joint summary, and which of them stand on the bottom line while answers wait to be opened."""

from sessionrunner.tui.keys import Key

SUMMARY_KEYS = (
    Key("add", "", "edit", "enter"),
    Key("kind", "ctrl+t", "leaf('kind')", "Ctrl+T"),
    Key("approve", "ctrl+g", "approve", "Ctrl+G"),
    Key("save", "ctrl+s", "end", "Ctrl+S"),
    Key("notes", "escape", "leaf('close')", "escape"),
    Key("field", "", "app.focus_next", "tab"),
    Key("line", "", "edit", "↑↓"),
    Key("drop", "delete", "drop", "delete"),
    Key("sort-open", "f3", "sort", "F3"),
    Key("important", "f2", "important", "F2"),
    Key("vote", "f4", "vote", "F4"),
    Key("tables", "f5", "tables", "F5"),
    Key("follow-up-day", "f8", "meet_again", "F8"),
    Key("undo", "ctrl+z", "undo", "Ctrl+Z"),
    Key("reveal", "ctrl+r", "reveal", "Ctrl+R"),
    Key("paper", "f6", "paper", "F6"),
    Key("waiting", "f7", "waiting", "F7"),
    Key("rooms", "f12", "rooms", "F12"),
    Key("read", "pageup", "leaf('up')", "PgUp/PgDn"),
    Key("quit", "", "app.quit", "Ctrl+Q"),
    Key("what-now", "f1", "app.explain_keys", "F1"),
)
_WHILE_ANSWERS_WAIT = ("add", "reveal", "approve", "save")


def likeliest(waiting: int) -> list[Key]:
    """All of them; as long as answers wait, the key that opens them among the first."""
    first = _WHILE_ANSWERS_WAIT if waiting else ()
    return sorted(SUMMARY_KEYS, key=lambda key: first.index(key.name) if key.name in first else len(first))
