"""A session is found by whatever the leader has at hand of it, and never guessed at."""

from datetime import date

import pytest

from sessionrunner.core.followup import Past, PastSession, Trouble
from sessionrunner.core.recall import NoSuchSession, NothingSaved, SessionUnreadable, SeveralSessions, meant, names_one
from sessionrunner.core.text import Text

FOLDERS = ("2026-12-01 Journal 3f00aa11", "2026-11-21 Min uppgift 3f9a1c2b", "2026-11-21 Journal 99ff00ff")


def session(folder: str) -> PastSession:
    place = f"{folder}/lärdomar.md"
    return PastSession(folder[-8:], date.fromisoformat(folder[:10]), "a/b", folder[11:-9], place)


PAST = Past(
    tuple(map(session, FOLDERS)),
    (Trouble("2026-10-10 Trasig 77aa77aa/lärdomar.md", Text("hur"), Text("gör så")),),
)


@pytest.mark.parametrize(
    "given",
    [
        "3f9a1c2b", " 3F9A1C2B ", "3f9a", FOLDERS[1], f"{FOLDERS[1]}/lärdomar.md", f"/mnt/L/{FOLDERS[1]}/",
        f"S:\\L\\{FOLDERS[1]}\\lärdomar.docx", "min uppgift",
    ],
)  # fmt: skip
def test_a_session_is_meant_by_whatever_is_at_hand(given: str) -> None:
    """Its id, the beginning of it, its folder or a file in it pasted from anywhere, its name."""
    assert meant(PAST, given, "L").session == "3f9a1c2b"


def test_nothing_given_means_the_latest() -> None:
    """The hour that has just ended."""
    assert meant(PAST, "  ", "L").session == "3f00aa11"
    with pytest.raises(NothingSaved):
        meant(Past(), "", "L")


@pytest.mark.parametrize("given", ["3f", "journal", "2026-11-21"])
def test_what_fits_several_is_not_guessed_at(given: str) -> None:
    """They are named, so that the right one can be written."""
    with pytest.raises(SeveralSessions, match=r"Journal 3f00aa11|Min uppgift 3f9a1c2b"):
        meant(PAST, given, "L")


def test_the_day_alone_is_enough_when_one_session_was_held_on_it() -> None:
    """As people remember it."""
    assert meant(PAST, "2026-12-01", "L").session == "3f00aa11"


def test_one_that_is_nowhere_is_said_not_to_be() -> None:
    """With the folder that was looked in."""
    with pytest.raises(NoSuchSession, match=r"ffffffff.*folder.*L"):
        meant(PAST, "ffffffff", "L")


@pytest.mark.parametrize("given", ["77aa77aa", "77aa", "/L/2026-10-10 Trasig 77aa77aa"])
def test_one_that_cannot_be_read_is_there_and_says_why(given: str) -> None:
    """Rule: a damaged file is not a missing session."""
    with pytest.raises(SessionUnreadable) as refused:
        meant(PAST, given, "L")
    assert (refused.value.message, refused.value.remedy) == (Text("hur"), Text("gör så"))


@pytest.mark.parametrize(("given", "names"), [("3f9a", True), ("3f", True), ("77aa", True), ("mallen", False)])
def test_words_that_name_no_session_are_words_to_search_for(given: str, names: bool) -> None:
    """Control: what fits several or cannot be read is still a session."""
    assert names_one(PAST, given) is names
