"""The keys of the hour itself, and which of them are likeliest to be needed now."""

from sessionrunner.core.opening import latest_form
from sessionrunner.core.session import Session
from sessionrunner.tui.keys import Key
from sessionrunner.tui.screens.base import HELP

HOUR_KEYS = (
    Key("next", "space,pagedown,right", "give('next')", "space"),
    Key("now", "h", "now", "h"),
    Key("pause", "p", "pause", "p"),
    Key("more", "plus", "bargain('more')", "+"),
    Key("public", "v", "show('public')", "v"),
    Key("undo", "z,ctrl+z", "undo", "z"),
    Key("note", "a", "note", "a"),
    Key("questions", "f", "show('questions')", "f"),
    Key("groups", "g", "show('groups')", "g"),
    Key("reveal", "r", "reveal", "r"),
    Key("lesson", "l", "show('summary')", "l"),
    Key("sort-open", "x", "sort", "x"),
    Key("decisions", "u", "decisions", "u"),
    Key("end", "e", "end", "e"),
    Key("less", "minus", "bargain('less')", "−"),
    Key("back", "pageup,left", "give('back')", "←"),
    Key("wall", "w", "wall", "w"),
    Key("phones", "q", "show('phones')", "q"),
    Key("on-time", "t", "on_time", "t"),
    Key("next-lap", "k", "next_lap", "k"),
    Key("pass-over", "j", "pass_over", "j"),
    Key("began", "b", "began", "b"),
    Key("must-end", "s", "must_end", "s"),
    Key("pause-question", "1", "pause_for('question')", "1"),
    Key("pause-technology", "2", "pause_for('technology')", "2"),
    Key("pause-break", "3", "pause_for('break')", "3"),
    Key("sound", "m", "sound", "m"),
    Key("own-words", "d", "own_words", "d"),
    Key("handover", "y", "show('handover')", "y"),
    Key("network", "n", "show('network')", "n"),
    Key("paper", "i", "paper", "i"),
    Key("waiting", "o", "waiting", "o"),
    Key("tables", "c", "tables", "c"),
    Key("rooms", "f12", "rooms", "F12"),
    Key("scroll", "", "undo", "↑↓"),
    Key("quit", "", "app.quit", "Ctrl+Q"),
    HELP,
)
_RESUME = Key("resume", "", "pause", "p")
"""What the pause key does while the clock stands."""
_TURN = Key("next-turn", "", "next_lap", "k")
"""What the key for rounds is called where one after the other has the word."""
_BEFORE_GROUPS = ("pause", "more", "public")
"""What a leader of groups needs even more; the narrowest screen has no room for it beside the keys of turns."""


def likeliest(session: Session, *, taking_turns: bool, in_groups: bool) -> list[Key]:
    """All of them, what is most likely to come next first."""
    form = latest_form(session)
    first = ["next"] if session.next_step else ["end", "lesson"]
    if form is not None and form.id not in session.revealed:
        first.append("reveal")
    if in_groups:
        first += ["now", *([] if taking_turns else _BEFORE_GROUPS), "groups"]
    if taking_turns:
        first = ["next-turn", "pass-over", *first]
    if session.paused is not None:
        first = ["resume", "pause-question", "pause-technology", "pause-break", *first]
    instead = {"pause": _RESUME} if session.paused is not None else {}
    instead |= {"next-lap": _TURN} if taking_turns else {}
    keys = [instead.get(key.name, key) for key in HOUR_KEYS]
    return sorted(keys, key=lambda key: first.index(key.name) if key.name in first else len(first))
