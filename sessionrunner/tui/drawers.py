"""The lessons folder in drawers, and the search in it."""

from dataclasses import dataclass

from sessionrunner.core.finding import find
from sessionrunner.core.followup import Found, Past, Status, ground_rules, lessons, open_decisions, open_ideas, settled


@dataclass(frozen=True, slots=True)
class Drawer:
    """One kind of thing to look for; ``lessons.drawer.<name>`` is what it is called."""

    name: str
    found: tuple[Found, ...]


def drawers(past: Past) -> tuple[Drawer, ...]:
    """What waits first, what is over last; files that could not be read have a drawer of their own."""
    kept = {
        "open": open_decisions(past),
        "rules": ground_rules(past),
        "ideas": open_ideas(past),
        "done": settled(past, Status.DONE),
        "dropped": settled(past, Status.DROPPED),
        "all": list(lessons(past)),
    }
    troubles = (Drawer("troubles", ()),) if past.troubles else ()
    return (*(Drawer(name, tuple(found)) for name, found in kept.items()), *troubles)


def found(past: Past, drawer: Drawer, query: str) -> tuple[Found, ...]:
    """What the drawer holds; while something is searched for, everything in the folder that fits."""
    return tuple(find(past, query)) if query.strip() else drawer.found


def nothing(past: Past, query: str) -> str:
    """The key of the sentence for an empty list."""
    if query.strip():
        return "lessons.nothing-found"
    return "lessons.screen.empty-drawer" if past.sessions else "lessons.screen.empty-folder"
