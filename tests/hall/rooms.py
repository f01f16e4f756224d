"""Rooms as leaders open them."""

from datetime import timedelta

from sessionrunner.core.public import PublicView
from sessionrunner.core.reflections import Submission
from sessionrunner.hall.rooms import Opening
from sessionrunner.storage.plain_values import plain
from sessionrunner.storage.sealing import SessionKey, seal_to
from tests.web.fakes import Room

FORM = "reflektion"


def a_view(step: str = FORM) -> PublicView:
    """What a room sees at this step of the shipped exercise."""
    room = Room()
    room.go_to(step)
    return room.desk.room.public()


TOKEN = "k7Qm-_x9Zz"


def an_opening(key: SessionKey, step: str = FORM, hours: float = 8) -> Opening:
    """What a leader tells to open a room at this step."""
    return Opening(TOKEN, key.public, "sv", "", plain(a_view(step)), timedelta(hours=hours))


def sealed(key: SessionKey, number: int, text: str = "Att lyssna mer.") -> bytes:
    """An envelope as a phone makes it."""
    return seal_to(key.public, Submission(FORM, f"{number:032x}", {"tar-med": text}))
