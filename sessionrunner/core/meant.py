"""Which of the people here is meant by a name written in a hurry."""

from collections.abc import Sequence

from sessionrunner.core.state import NotPossible


def person(people: Sequence[str], given: str) -> str:
    """The one who is called so, or begins so when nobody else does; NotPossible when that is nobody or several."""
    asked = " ".join(given.split()).casefold()
    exact = [name for name in people if name.casefold() == asked]
    found = exact or [name for name in people if asked and name.casefold().startswith(asked)]
    if not found:
        raise NotPossible("nobody-called", name=given.strip())
    if len(found) > 1:
        raise NotPossible("several-called", name=given.strip(), people=", ".join(found[:4]))
    return found[0]


def persons(people: Sequence[str], given: str) -> tuple[str, ...]:
    """Everybody in a list with commas between."""
    return tuple(person(people, part) for part in given.split(",") if part.strip())
