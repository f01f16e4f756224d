"""Which earlier session somebody means by what they have at hand of it."""

from collections.abc import Callable, Iterator

from sessionrunner.core.followup import Past, PastSession, Trouble
from sessionrunner.core.text import SessionRunnerError, Text

_ID = 8
"""Characters of a session's id, last in the name of its folder."""
_TOLD = 5
"""Sessions named when several fit."""


class NoSuchSession(SessionRunnerError):
    """No session is called so."""

    cause = "lessons.no-session"


class SeveralSessions(SessionRunnerError):
    """What was given fits more than one session."""

    cause = "lessons.several"


class NothingSaved(SessionRunnerError):
    """There is no session in the folder yet."""

    cause = "lessons.nothing-saved"


class SessionUnreadable(SessionRunnerError):
    """The session is there, but its file cannot be read; says the same as the file's trouble."""

    cause = "lessons.file-broken"

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(file=trouble.place)
        self._trouble = trouble

    @property
    def message(self) -> Text:
        """What is wrong with the file."""
        return self._trouble.message

    @property
    def remedy(self) -> Text:
        """What to do about it."""
        return self._trouble.remedy


def meant(past: Past, given: str, folder: str) -> PastSession:
    """The session with this id, folder, file, beginning of its id, day or title; the latest when nothing is given.

    NothingSaved, NoSuchSession, SeveralSessions or SessionUnreadable when there is no single one.
    """
    asked = given.strip().rstrip("/\\").casefold()
    if not asked:
        if not past.sessions:
            raise NothingSaved()
        return past.sessions[0]
    fits = next((found for found in _tiers(past, asked) if found), None)
    if fits is None:
        raise _absent(past, asked, given.strip(), folder)
    if len(fits) > 1:
        told = "; ".join(f"{one.date} {one.title} {one.session}" for one in fits[:_TOLD])
        raise SeveralSessions(session=given.strip(), sessions=told)
    return fits[0]


def names_one(past: Past, given: str) -> bool:
    """Whether this names a session, or several, or one that cannot be read, rather than words to search for."""
    try:
        meant(past, given, "")
    except NoSuchSession:
        return False
    except (SeveralSessions, SessionUnreadable):
        pass
    return True


def _tiers(past: Past, asked: str) -> Iterator[list[PastSession]]:
    """What fits, the surest way of fitting first."""
    ways: tuple[Callable[[PastSession], bool], ...] = (
        lambda one: asked in (one.session.casefold(), one.place.casefold(), _folder(one.place)),
        lambda one: _names(asked) & {_folder(one.place)} != set(),
        lambda one: one.session.casefold().startswith(asked),
        lambda one: asked in (one.date.isoformat(), one.title.casefold()),
    )
    return ([one for one in past.sessions if way(one)] for way in ways)


def _names(asked: str) -> set[str]:
    """The last two names of a path that was pasted, from whichever system."""
    return set(asked.replace("\\", "/").split("/")[-2:])


def _folder(place: str) -> str:
    return place.rpartition("/")[0].rpartition("/")[2].casefold()


def _absent(past: Past, asked: str, given: str, folder: str) -> SessionRunnerError:
    for trouble in past.troubles:
        own = _folder(trouble.place)
        if own[-_ID:].startswith(asked) or own in _names(asked):
            return SessionUnreadable(trouble)
    return NoSuchSession(session=given, folder=folder)
