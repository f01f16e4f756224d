"""Pictures of the phone's page and the wall in each of their states."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, Page

from sessionrunner.core.ballot import About, Vote
from sessionrunner.core.commands import (
    Approve,
    CountHands,
    LeaveOut,
    MarkImportant,
    Next,
    PutUnder,
    ShowTables,
    TakeNote,
)
from sessionrunner.core.exercise import LessonKind
from sessionrunner.core.lesson import Sketch
from sessionrunner.core.showing import Turn
from sessionrunner.web.server import AudienceServer
from tests.web.browser import chromium, context, open_wall, phone_address
from tests.web.fakes import CAFE, EXERCISE, REPORTED, THEMES, Room

THOUGHTS = (
    "Att fråga en gång till innan jag bestämmer mig.",
    "Jag vill läsa tidigare utredningar först.",
    "Vi borde ha bikupor på varje teammöte.",
    "Att säga högt när uppdraget är oklart. Det gör jag för sällan, och då blir det lätt att jag gör mer än jag ska.",
    "Mer tid mellan besöken.",
    "Skriva ner vad vi lovade.",
    "Att andra tänker som jag.",
)
HEADINGS = (
    "Handledning och tid att tänka",
    "Journaler som går att läsa",
    "Möten",
    "Att säga till när ett uppdrag är oklart, både till varandra och till den som har gett uppdraget",
    "Överlämning",
)
SHEETS = (
    (1, "Att någon annan har sagt det högt."),
    (1, "Inte alltid när uppdraget har gått genom flera händer."),
    (2, "Vi säger nej för sent."),
    (3, "Det är svårt att fråga en gång till när alla andra verkar ha förstått."),
    (3, "Den som är ny frågar. Vi andra låter bli, fast vi också undrar."),
    (3, "Skriv frågan i ärendet, så finns den kvar."),
)
"""What was written on the sheets, by table; nobody wrote on the fourth."""
BALLOTS = ((0, 1, 3), (0, 3), (0, 1, 3), (0, 3, 4), (0, 1), (0, 1, 3), (0, 3, 2), (3, 1), (0, 3, 1), (3, 4), (0, 3))
"""Eleven people: two headings stand out, one is just told, two are not."""


def fill_box(room: Room, count: int) -> None:
    """So many phones have answered."""
    for number in range(count):
        text = THOUGHTS[number % len(THOUGHTS)]
        answers = {"tar-med": text, "nytta": str(5 + number % 6), "igen": ("Ja", "Vet inte", "Ja")[number % 3]}
        room.desk.room.submit("reflektion", f"{number:032x}", answers)


def phone_picture(path: Path, state: str, size: tuple[int, int] = (390, 844), dark: bool = False) -> None:
    """Write the phone in this state as PNG: lobby, waiting, form, error, receipt, closed, careful, away or over."""
    with chromium() as browser, phone_showing(browser, state, size, dark) as page:
        page.wait_for_timeout(200)
        page.screenshot(path=path, full_page=True)


@contextmanager
def phone_showing(browser: Browser, state: str, size: tuple[int, int], dark: bool = False) -> Iterator[Page]:
    """A phone in this state (one of ``PHONE``), with its server until it has been looked at."""
    room = phone_room(state)
    server = room.server()
    server.start()
    try:
        page = context(browser, size, dark=dark).new_page()
        PHONE[state](room, server, page)
        yield page
    finally:
        server.stop()


def wall_picture(path: Path, state: str, theme: str = "projektor") -> None:
    """Write the wall in this state (one of ``WALL``) as PNG."""
    room = wall_room(state)
    photograph_wall(room.server(theme=THEMES[theme], address="127.0.0.1"), path)


def photograph_wall(server: AudienceServer, path: Path) -> None:
    """Start the server, write its wall as PNG once everything has stopped moving, and stop it."""
    server.start()
    try:
        with chromium() as browser:
            page = open_wall(browser, server)
            page.wait_for_timeout(700)
            page.screenshot(path=path)
    finally:
        server.stop()


def _lobby(room: Room, server: AudienceServer, page: Page) -> None:
    page.goto(phone_address(server))


def _waiting(room: Room, server: AudienceServer, page: Page) -> None:
    room.go_to("borden")
    room.clock.advance(minutes=1, seconds=18)
    page.goto(phone_address(server))


def _ready(room: Room, server: AudienceServer, page: Page) -> None:
    room.go_to("bikupa")
    page.goto(phone_address(server))
    page.get_by_role("button", name="Jag är klar").click()
    page.get_by_text("Du är räknad som klar").wait_for()


def _last_call(room: Room, server: AudienceServer, page: Page) -> None:
    room.go_to("bikupa")
    room.clock.advance(minutes=3, seconds=10)
    page.goto(phone_address(server))
    page.get_by_text("2 minuter kvar – utse vem som rapporterar").wait_for()


def _form(room: Room, server: AudienceServer, page: Page) -> None:
    room.go_to("reflektion")
    page.goto(phone_address(server))
    page.get_by_label("Vad tar du med dig").fill("Att fråga en gång till innan jag bestämmer mig.")
    page.get_by_label("7", exact=True).check()


def _empty(room: Room, server: AudienceServer, page: Page) -> None:
    room.go_to("reflektion")
    page.goto(phone_address(server))


def _reporting(room: Room, server: AudienceServer, page: Page) -> None:
    room.go_to("bikupa")
    page.goto(phone_address(server))
    page.get_by_label("Vad vill ni säga").wait_for()


def _english(room: Room, server: AudienceServer, page: Page) -> None:
    _form(room, server, page)
    page.get_by_role("link", name="In English").click()
    page.get_by_role("button", name="Send").wait_for()


def _error(room: Room, server: AudienceServer, page: Page) -> None:
    _empty(room, server, page)
    page.get_by_label("Vad tar du med dig").fill("Ring Eva på 070-123 45 67 om det.")
    page.get_by_role("button", name="Skicka").click()


def _receipt(room: Room, server: AudienceServer, page: Page) -> None:
    _form(room, server, page)
    page.get_by_role("button", name="Skicka").click()
    page.get_by_text("Tack, sparat.").wait_for()


def _closed(room: Room, server: AudienceServer, page: Page) -> None:
    _form(room, server, page)
    room.desk.handle(Next())
    room.clock.advance(minutes=2)
    page.get_by_role("button", name="Kopiera texten").wait_for()


def _away(room: Room, server: AudienceServer, page: Page) -> None:
    _form(room, server, page)
    page.route("**/answers", lambda route: route.abort())
    page.get_by_role("button", name="Skicka").click()
    page.get_by_text("Försöker igen").wait_for()


def _over(room: Room, server: AudienceServer, page: Page) -> None:
    room.go_to("avslut")
    page.goto(phone_address(server))
    room.desk.close()
    page.get_by_text("Tack för i dag").wait_for()


def open_vote(room: Room, dots: int = 3, most: int = 1) -> Vote:
    """Everybody may place dots on five headings."""
    room.go_to("avslut")
    for name in HEADINGS:
        room.desk.sorting.add_heading(name)
    return room.desk.voting.open(About.HEADINGS, dots, most)


def cast(room: Room, *ballots: Sequence[int]) -> None:
    """A phone for each ballot, with the places of the headings its dots lie on."""
    vote = room.desk.voting.now
    assert vote is not None
    for number, ballot in enumerate(ballots):
        chosen = [vote.options[at].id for at in ballot]
        dots = {one: str(chosen.count(one)) for one in chosen}
        assert room.desk.room.submit(vote.id, f"{number:032x}", dots) == []


def _vote(room: Room, server: AudienceServer, page: Page) -> None:
    open_vote(room)
    page.goto(phone_address(server))
    page.get_by_label(HEADINGS[1]).check()


def _vote_over(room: Room, server: AudienceServer, page: Page) -> None:
    _vote(room, server, page)
    for name in (HEADINGS[0], *HEADINGS[2:4]):
        page.get_by_label(name).check()
    page.get_by_role("button", name="Skicka").click()


def _vote_several(room: Room, server: AudienceServer, page: Page) -> None:
    open_vote(room, 4, 2)
    page.goto(phone_address(server))
    page.get_by_role("group", name=HEADINGS[1]).get_by_label("2").check()


def phone_room(state: str) -> Room:
    """A room for a phone in this state."""
    return Room(threshold=3 if state == "careful" else 5, exercise=REPORTED if state == "reporting" else EXERCISE)


PHONE: Final[Mapping[str, Callable[[Room, AudienceServer, Page], None]]] = {
    "lobby": _lobby,
    "waiting": _waiting,
    "ready": _ready,
    "last-call": _last_call,
    "form": _form,
    "careful": _empty,
    "reporting": _reporting,
    "english": _english,
    "error": _error,
    "receipt": _receipt,
    "closed": _closed,
    "away": _away,
    "over": _over,
    "vote": _vote,
    "vote-over": _vote_over,
    "vote-several": _vote_several,
}


def _wall_lobby(room: Room) -> None:
    pass


def _wall_start(room: Room) -> None:
    room.go_to("start")
    room.clock.advance(minutes=1)


def _wall_tables(room: Room) -> None:
    room.go_to("borden")
    room.clock.advance(minutes=6, seconds=18)


def _wall_move(room: Room) -> None:
    room.go_to("borden")
    room.clock.advance(minutes=4, seconds=20)


def _wall_cafe(room: Room) -> None:
    """The change of a world café; the room must have been made with ``CAFE``."""
    _wall_move(room)


def _wall_last_call(room: Room) -> None:
    room.go_to("bikupa")
    room.clock.advance(minutes=3, seconds=20)


def _wall_groups(room: Room) -> None:
    room.go_to("bikupa")
    room.clock.advance(minutes=4, seconds=20)


def _wall_collecting(room: Room) -> None:
    room.go_to("reflektion")
    room.clock.advance(minutes=2, seconds=52)
    fill_box(room, 9)


def _wall_reveal(room: Room) -> None:
    room.go_to("reflektion")
    fill_box(room, 11)
    room.desk.handle(Next())
    room.desk.reveal("reflektion")


def _wall_one(room: Room) -> None:
    _wall_reveal(room)
    for _ in range(4):
        room.desk.show(Turn.NEXT)


def _wall_summary(room: Room) -> None:
    room.go_to("avslut")
    room.clock.advance(minutes=5, seconds=80)
    room.desk.add_lesson(LessonKind.ACTIVITY, "Vi provar bikupor på två teammöten", "arbetsledare", date(2026, 12, 11))
    room.desk.add_lesson(LessonKind.AGREEMENT, "Vi säger till samma dag när ett uppdrag är oklart")
    room.desk.add_lesson(LessonKind.ACTIVITY, "Mall för överlämning läggs i mappen", "metodstöd", date(2026, 12, 4))
    room.desk.handle(Approve())


def _wall_typing(room: Room) -> None:
    room.go_to("reflektion")
    fill_box(room, 11)
    room.desk.reveal("reflektion", on_wall=False)
    _sort(room)
    room.go_to("avslut")
    room.clock.advance(minutes=2)
    line = room.desk.add_lesson(
        LessonKind.ACTIVITY, "Vi provar bikupor på två teammöten", "arbetsledare", date(2026, 12, 11)
    )
    room.desk.add_lesson(LessonKind.AGREEMENT, "Vi säger till samma dag när ett uppdrag är oklart")
    room.desk.handle(MarkImportant(line.id))
    room.desk.room.sketch = Sketch(LessonKind.ACTIVITY, "Mall för överlämning lägg", "metodstöd", "nästa fredag")


def _sort(room: Room) -> None:
    first, second = (room.desk.sorting.add_heading(name) for name in ("Handledning och tid att tänka", "Journaler"))
    cards = room.desk.sorting.board().cards
    for number, card in enumerate(cards[:7]):
        room.desk.handle(PutUnder(card.mark, (first if number % 2 else second).id))
    room.desk.handle(CountHands(first.id, 9))
    room.desk.handle(LeaveOut(cards[-1].mark, "om en person"))


def _wall_vote(room: Room) -> None:
    open_vote(room)
    cast(room, *BALLOTS)


def _wall_outcome(room: Room) -> None:
    _wall_vote(room)
    room.desk.voting.close()


def _wall_statements(room: Room) -> None:
    room.go_to("borden")
    for at, text in SHEETS:
        room.desk.handle(TakeNote(text, f"Bord {at}"))
    room.go_to("bikupa")
    room.desk.handle(ShowTables())


def _wall_statement(room: Room) -> None:
    _wall_statements(room)
    room.desk.handle(ShowTables(2))


def wall_room(state: str) -> Room:
    """A room whose wall is in this state."""
    room = Room(exercise=CAFE if state == "cafe" else EXERCISE)
    WALL[state](room)
    return room


WALL: Final[Mapping[str, Callable[[Room], None]]] = {
    "lobby": _wall_lobby,
    "start": _wall_start,
    "tables": _wall_tables,
    "move": _wall_move,
    "cafe": _wall_cafe,
    "last-call": _wall_last_call,
    "groups": _wall_groups,
    "collecting": _wall_collecting,
    "reveal": _wall_reveal,
    "one": _wall_one,
    "summary": _wall_summary,
    "typing": _wall_typing,
    "vote": _wall_vote,
    "outcome": _wall_outcome,
    "statements": _wall_statements,
    "statement": _wall_statement,
}
