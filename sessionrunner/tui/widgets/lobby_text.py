"""What the lobby says in words: the way in for phones, who works with whom, and what waits from earlier."""

from dataclasses import dataclass
from datetime import date, timedelta

from textual.content import Content

from sessionrunner.core.discussion import follows_first, offered_minutes
from sessionrunner.core.privacy import FLOOR
from sessionrunner.core.session import Session
from sessionrunner.desk import Desk
from sessionrunner.locale import Catalogue
from sessionrunner.locale.lesson_lines import agreed_line
from sessionrunner.tui import headcount, phrases
from sessionrunner.tui.safe import joined, one_line
from sessionrunner.tui.widgets.course import course
from sessionrunner.tui.widgets.group_sheet import sheet
from sessionrunner.tui.widgets.reach import reach_lines, short_reach


@dataclass(frozen=True, slots=True)
class Lobby:
    """What the leader is told besides the session itself."""

    inviting: bool
    """Whether the phones' page is still being opened."""
    folder: bool
    """Whether a lessons folder has been chosen."""
    wide: bool
    """Whether there is room to say what to do about phones that do not get through."""
    rows: int = 0
    """How many rows there are; what does not fit whole is not begun."""


def lobby_text(words: Catalogue, desk: Desk, lobby: Lobby) -> Content:
    """Everything beside the code, then the key that begins, then what there is room for of the hour itself."""
    lines = _lines(words, desk, lobby)
    session = desk.session
    for more in (course(words, session.exercise, session), _groups(words, desk)):
        rows = sum(line.plain.count("\n") + 1 for line in lines)
        if more and rows + more.plain.count("\n") + 2 <= lobby.rows:
            lines += [Content(""), more]
    return Content("\n").join(lines)


def _groups(words: Catalogue, desk: Desk) -> Content:
    return sheet(words, desk.session, desk.now()) if desk.session.groups else Content("")


def _lines(words: Catalogue, desk: Desk, lobby: Lobby) -> list[Content]:
    session = desk.session
    return [
        Content(""),
        *_phones(words, desk, lobby),
        Content(""),
        *_wall(words, desk.audience.wall_url),
        headcount.meaning(words, session.exercise, session.people, session.groups),
        *_too_few(words, session),
        # That no folder has been chosen is a choice, and is told as one.
        *([] if lobby.folder else [Content.styled(words("tui.lobby.only-here"), "$muted")]),
        *_decisions(words, session, desk.time.wall().date()),
        Content(""),
        Content.styled(f" {words('tui.lobby.begin')} ", "bold $on-accent on $accent"),
    ]


def _phones(words: Catalogue, desk: Desk, lobby: Lobby) -> list[Content]:
    audience = desk.audience
    if lobby.inviting:
        return [Content.styled(words("tui.lobby.inviting"), "$muted")]
    if audience.trouble is not None or not audience.phone_url:
        reason = one_line(words.explain(audience.trouble), "$soon") if audience.trouble else Content("")
        return [reason, Content(words("tui.lobby.without"))]
    reach, wifi = audience.network.reach, audience.network.wifi
    return [
        *([one_line(words("network.screen.wifi", name=wifi.name), "bold")] if wifi else []),
        Content(words("tui.lobby.scan")),
        one_line(audience.phone_url, "bold"),
        Content.styled(words("tui.lobby.connected", n=audience.connected), "bold"),
        *(reach_lines(words, reach, remedy=True) if lobby.wide else short_reach(words, reach)),
    ]


def _wall(words: Catalogue, address: str) -> list[Content]:
    if not address:
        return []
    return [joined(words("tui.lobby.wall"), one_line(address, "$muted"), between="\n"), Content("")]


def _too_few(words: Catalogue, session: Session) -> list[Content]:
    """Said before anybody has answered for nothing."""
    least, asks = max(session.threshold, FLOOR), any(step.collect for step in session.exercise.steps)
    if not asks or len(session.people) >= least:
        return []
    return [Content(words("tui.lobby.too-few", n=len(session.people), least=least))]


def _decisions(words: Catalogue, session: Session, today: date) -> list[Content]:
    """That earlier decisions wait, or that the hour begins with them."""
    if not session.decisions:
        return []
    if follows_first(session):
        length = phrases.whole_minutes(session.exercise.steps[0].minutes or timedelta())
        return [Content.styled(words("lessons.follow-up.lobby-first", minutes=length), "bold")]
    agreed, count = agreed_line(session.decisions, today, words), len(session.decisions)
    # Both would not fit the smallest screen: that the day has come says it all.
    late = 0 if agreed else sum(one.due is not None and one.due < today for one in session.decisions)
    waiting = words("lessons.follow-up.waiting", n=count) + (f" {words('lessons.late-of', n=late)}" if late else "")
    day = [one_line(agreed, "bold $soon")] if agreed else []
    offer = words("lessons.follow-up.lobby-offer", minutes=offered_minutes(count))
    return [Content.styled(waiting, "$soon" if late else ""), *day, Content(offer)]
