"""The projector's page as the back row sees it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect
from zxingcpp import read_barcode

from sessionrunner.core.commands import Next, Pause, PauseReason, SetFollowUp
from sessionrunner.core.exercise import Exercise, LessonKind
from sessionrunner.core.lesson import Sketch
from sessionrunner.core.showing import Turn
from sessionrunner.web.payload import Counts, phone_state, wall_state
from sessionrunner.web.server import AudienceServer
from tests.web.browser import open_wall
from tests.web.fakes import CAFE, EXERCISE, NAMES, Room
from tests.web.pictures import THOUGHTS, WALL, fill_box, wall_room

HOSTILE = '<img src=x onerror="document.title=1"><script>document.title=2</script>'
FAR = 30
"""Smallest letters in pixels of 1080: what the back row can read at 12 metres, and we mean to stay above."""


@contextmanager
def wall_of(browser: Browser, room: Room, **changes: object) -> Iterator[Page]:
    """The wall of this room."""
    server = room.server(**changes)
    server.start()
    try:
        yield open_wall(browser, server)
    finally:
        server.stop()


def read_code(page: Page) -> str:
    """What a camera reads off the wall."""
    from io import BytesIO

    found = read_barcode(Image.open(BytesIO(page.screenshot())))
    return found.text if found else ""


@pytest.mark.parametrize("step", [None, "reflektion"])
@pytest.mark.parametrize("theme", ["projektor", "morkt", "kontrast"])
def test_the_code_on_the_wall_leads_to_the_page(browser: Browser, step: str | None, theme: str) -> None:
    """Rule: scan from your chair, in the lobby and when there is something to answer, whatever the colours."""
    from tests.web.fakes import THEMES

    room = Room()
    if step:
        room.go_to(step)
    server = room.server(theme=THEMES[theme])
    server.start()
    page = open_wall(browser, server)
    read = read_code(page)
    server.stop()
    assert read == server.phone_url


def test_the_address_stands_under_the_code(server: AudienceServer, browser: Browser) -> None:
    """Rule: who cannot scan can type."""
    page = open_wall(browser, server)
    assert "".join(page.locator(".address").all_inner_texts()) == server.phone_url.removeprefix("http://")


def test_the_code_is_there_only_while_it_is_needed(room: Room, server: AudienceServer, browser: Browser) -> None:
    """Rule: the wall shows the task, not the technology."""
    page = open_wall(browser, server)
    expect(page.locator("#qr")).to_be_visible()
    room.go_to("borden")
    expect(page.locator("#qr")).not_to_be_visible()
    room.go_to("reflektion")
    expect(page.locator("#qr")).to_be_visible()


def test_without_phones_the_wall_says_paper(browser: Browser) -> None:
    """Rule: no network is no embarrassment."""
    with wall_of(browser, Room(), address="") as page:
        expect(page.get_by_text("Svara på papper i dag.")).to_be_visible()


def test_purpose_comes_first(room: Room, server: AudienceServer, browser: Browser) -> None:
    """Rule: in the lobby and in the first step everybody sees why we are here."""
    page = open_wall(browser, server)
    expect(page.get_by_text(room.exercise.purpose[0])).to_be_visible()
    expect(page.get_by_text(room.exercise.title)).to_have_count(1)
    room.go_to("start")
    expect(page.get_by_text("Välkomna!")).to_be_visible()
    expect(page.get_by_text(room.exercise.purpose[0])).to_be_visible()


def test_everybody_finds_their_table_and_where_to_go(browser: Browser) -> None:
    """Rule: names, table, statement and arrow are together."""
    room = Room()
    WALL["move"](room)
    with wall_of(browser, room) as page:
        expect(page.get_by_text("Byt bord nu")).to_be_visible()
        card = page.locator(".card").first
        expect(card).to_contain_text("Bord 1")
        expect(card).to_contain_text("→ Bord 2")
        expect(card).to_contain_text("Jag vet vad som är min uppgift.")
        seen = page.locator("#list").inner_text()
    assert all(name in seen for name in NAMES)


def test_in_a_world_cafe_everybody_finds_where_to_go_at_the_table_where_they_sit(browser: Browser) -> None:
    """Rule: at the change, each table tells who stays and who goes where."""
    room = Room(exercise=CAFE)
    WALL["move"](room)
    sits, goes = room.desk.room.public().places[0], room.desk.room.public().places[0].moves
    with wall_of(browser, room) as page:
        card = page.locator(".card").first
        expect(card).to_contain_text(f"{sits.host} stannar")
        for move in goes:
            expect(card).to_contain_text(f"→ {move.table} {', '.join(move.members)}")
    assert {sits.host}.union(*(move.members for move in goes)) == set(sits.members)


@pytest.mark.parametrize("state", ["move", "cafe"])
def test_a_change_is_a_map(browser: Browser, state: str) -> None:
    """Rule: an arrow for every way somebody goes, with the group's letter or how many they are; hosts are named."""
    room = wall_room(state)
    view = room.desk.room.public()
    with wall_of(browser, room) as page:
        told = page.locator(".way text").all_text_contents()
        hosts = page.locator(".stand .host").all_text_contents()
    ways = [
        [place.label] if place.next_table else [str(len(move.members)) for move in place.moves] for place in view.places
    ]
    assert sorted(told) == sorted(one for way in ways for one in way)
    assert sorted(hosts) == sorted(place.host for place in view.places if place.host)


def test_the_map_stands_still_for_those_who_ask_for_it(browser: Browser) -> None:
    """Rule: who gets sick from movement sees the same arrows; the control moves."""
    room = wall_room("move")
    with wall_of(browser, room) as page:
        moving = page.locator("animateMotion").count()
        page.emulate_media(reduced_motion="reduce")
        page.reload()
        page.wait_for_selector(".way")
        still = page.locator("animateMotion").count()
    assert (moving, still) == (4, 0)


def test_two_minutes_before_the_groups_stop_the_wall_says_so(browser: Browser) -> None:
    """Rule: nobody is asked to report without having been warned."""
    with wall_of(browser, wall_room("last-call")) as page:
        expect(page.locator("#lap")).to_have_text("2 minuter kvar – utse vem som rapporterar")


def test_time_is_told_by_colour_word_and_shape(browser: Browser) -> None:
    """Rule: who does not see colours sees the same."""
    room = Room()
    WALL["collecting"](room)
    with wall_of(browser, room) as page:
        expect(page.locator("#pace")).to_contain_text("AVSLUTA")
        expect(page.locator("#pace")).to_contain_text("■")
        expect(page.locator("#bottom")).to_have_class("ending")


def test_over_time_counts_up(browser: Browser) -> None:
    """Rule: the wall says that time is over and by how much."""
    room = Room()
    WALL["summary"](room)
    with wall_of(browser, room) as page:
        expect(page.locator("#time")).to_contain_text("+1:2")
        expect(page.locator("#pace")).to_contain_text("ÖVER TIDEN")


def test_a_pause_says_why(room: Room, server: AudienceServer, browser: Browser) -> None:
    """Rule: nobody wonders if the clock has stopped by mistake."""
    room.go_to("borden")
    page = open_wall(browser, server)
    room.desk.handle(Pause(PauseReason.TECHNOLOGY))
    expect(page.locator("#pace")).to_contain_text("PAUS – vi ordnar tekniken")


def test_the_counter_moves_while_people_answer(room: Room, server: AudienceServer, browser: Browser) -> None:
    """Rule: everybody sees how many are done."""
    room.go_to("reflektion")
    page = open_wall(browser, server)
    expect(page.locator("#note")).to_have_text("0 av 13 klara")
    fill_box(room, 9)
    expect(page.locator("#note")).to_have_text("9 av 13 klara")


def test_opened_answers_are_shown_as_text(browser: Browser) -> None:
    """Rule: whatever somebody wrote, it is letters on the wall and nothing else."""
    room = Room()
    room.go_to("reflektion")
    fill_box(room, 5)
    room.desk.room.submit("reflektion", "f" * 32, {"tar-med": HOSTILE})
    room.desk.reveal("reflektion")
    with wall_of(browser, room) as page:
        texts = page.locator(".answers li").all_text_contents()
        assert sorted(texts) == sorted([*THOUGHTS[:5], HOSTILE])
        assert page.locator("main img, main script").count() == 0
        assert page.title() == room.exercise.title


def test_answers_are_shown_one_at_a_time(room: Room, server: AudienceServer, browser: Browser) -> None:
    """Rule: the room reads one answer in large letters, sees how many there are, and receives no other."""
    WALL["one"](room)
    page = open_wall(browser, server)
    expect(page.locator(".of")).to_have_text("4 av 13")
    shown = page.locator(".answers li").all_text_contents()
    assert [text for text in THOUGHTS if text in page.content()] == shown
    room.desk.show(Turn.NONE)
    expect(page.get_by_role("heading", name="Det här har vi kommit fram till")).to_be_visible()


def test_a_scale_is_bars_with_numbers(browser: Browser) -> None:
    """Rule: how many chose what, and how many answered."""
    room = Room()
    WALL["reveal"](room)
    with wall_of(browser, room) as page:
        expect(page.get_by_text("Hur användbart var det? – 11 svar")).to_be_visible()
        counts = page.locator(".bars").first.locator("span").all_inner_texts()
    assert sum(int(count) for count in counts) == 11


def test_lessons_grow_under_their_headings(room: Room, server: AudienceServer, browser: Browser) -> None:
    """Rule: what is typed is on the wall at once, and the room sees that it has said yes."""
    room.go_to("avslut")
    page = open_wall(browser, server)
    room.desk.add_lesson(LessonKind.AGREEMENT, HOSTILE)
    expect(page.get_by_role("heading", name="Överenskommelser")).to_be_visible()
    expect(page.get_by_text(HOSTILE)).to_be_visible()
    expect(page.get_by_text("Inte godkänt än")).to_be_visible()
    assert page.locator("main img").count() == 0


def test_the_wall_ends_with_what_was_decided(room: Room, server: AudienceServer, browser: Browser) -> None:
    """Rule: the last picture of the day is what the room came to."""
    room.go_to("avslut")
    room.desk.audience = server
    page = open_wall(browser, server)
    room.desk.add_lesson(LessonKind.ACTIVITY, "Bikupor varje vecka")
    expect(page.get_by_text("Bikupor varje vecka")).to_be_visible()
    room.desk.close()
    expect(page.get_by_role("heading", name="Tack för i dag!")).to_be_visible()
    expect(page.get_by_text("Bikupor varje vecka")).to_be_visible()


def test_the_leaders_notes_are_never_on_the_wall(room: Room, server: AudienceServer, browser: Browser) -> None:
    """Rule: the room sees the task and not the script."""
    page = open_wall(browser, server)
    for _ in room.exercise.steps:
        room.desk.handle(Next())
        expect(page.get_by_role("heading", name=room.desk.room.public().step)).to_be_visible()
        assert "HEMLIG" not in page.content()
        if room.desk.room.public().step == "Egen reflektion":
            return


@pytest.mark.parametrize("state", WALL)
def test_nothing_is_cut_off_and_everything_can_be_read_from_the_back(browser: Browser, state: str) -> None:
    """Rule: the whole picture is on the screen, in letters large enough."""
    with wall_of(browser, wall_room(state)) as page:
        cut = page.evaluate(CUT_OFF)
        small = page.evaluate(SMALLEST)
    assert cut == []
    assert small >= FAR or (state in {"tables", "move", "cafe", "reveal"} and small >= 24)


def turn_over(page: Page) -> Iterator[str]:
    """What each page of the wall's list says, in the order they turn."""
    leaf = page.locator("#leaf")
    total = int(leaf.inner_text().split()[-1]) if leaf.count() and leaf.inner_text() else 1
    for _ in range(total):
        assert page.evaluate(CUT_OFF) == [] and page.evaluate(CLIPPED) == []
        yield page.locator("#list").inner_text().replace("\n", " ")
        page.clock.fast_forward(12_000)


def full_names(count: int) -> tuple[str, ...]:
    return tuple(f"Person Efternamn{number}" for number in range(count))


def board(browser: Browser, state: str, people: tuple[str, ...], exercise: Exercise = EXERCISE) -> list[str]:
    """The pages of the wall while these people sit so."""
    room = Room(people=people, exercise=exercise)
    WALL[state](room)
    return pages_of(browser, room)


def pages_of(browser: Browser, room: Room) -> list[str]:
    """The pages of the wall, each checked for clipping."""
    server = room.server()
    server.start()
    try:
        return list(turn_over(open_wall(browser, server, own_clock=True)))
    finally:
        server.stop()


@pytest.mark.parametrize("people", [13, 30, 200])
@pytest.mark.parametrize("state", ["tables", "move", "groups"])
def test_everybody_s_whole_name_is_on_some_page(browser: Browser, state: str, people: int) -> None:
    """Rule: also in a large room nobody's name is cut off."""
    shown = " ".join(board(browser, state, full_names(people)))
    assert [name for name in full_names(people) if not re.search(rf"{name}\b", shown)] == []


@pytest.mark.parametrize("state", ["tables", "move"])
def test_four_tables_of_thirty_people_are_seen_at_once(browser: Browser, state: str) -> None:
    """Rule: who looks up finds their table without waiting for it."""
    assert len(board(browser, state, full_names(30), wordy())) == 1


def test_a_table_too_large_for_a_page_goes_on_over_the_next(browser: Browser) -> None:
    """Rule: the longest names are split over pages and never cut off."""
    people = tuple(f"Person {'Efternamn' * 12}{number}" for number in range(200))
    pages = board(browser, "tables", people)
    assert len(pages) > 4
    assert [name for name in people if not re.search(rf"{name}\b", " ".join(pages))] == []


def wordy() -> Exercise:
    """The exercise with as much text at its tables as one may expect."""
    task = "\n".join(("Läs lappen på bordet högt.", "Skriv på arket vad ni tänker.", "Lämna arket.", "Gå vidare."))
    more = " Jag frågar min chef eller en kollega om jag är osäker."
    steps = [
        replace(step, wall=task, tables=tuple(replace(one, statement=one.statement + more) for one in step.tables))
        if step.tables
        else step
        for step in EXERCISE.steps
    ]
    return replace(EXERCISE, steps=tuple(steps))


@pytest.mark.parametrize("length", [40, 1200])
def test_a_long_answer_is_never_cut_off(browser: Browser, length: int) -> None:
    """Rule: whoever wrote much is read to the end."""
    room = Room()
    room.go_to("reflektion")
    for number in range(6):
        room.desk.room.submit(
            "reflektion", f"{number:032x}", {"tar-med": ("ord " * length)[: length - 6] + f" slut{number}"}
        )
    room.desk.reveal("reflektion")
    shown = " ".join(pages_of(browser, room))
    assert all(f"slut{number}" in shown for number in range(6))


def test_decisions_take_over_from_opened_answers(room: Room, server: AudienceServer, browser: Browser) -> None:
    """Rule: the answers give way while the first decision is typed; then the wall shows what the room decides."""
    WALL["reveal"](room)
    page = open_wall(browser, server)
    expect(page.get_by_role("heading", name="Svaren")).to_be_visible()
    room.desk.room.sketch = Sketch(LessonKind.AGREEMENT, "Bikupor var")
    expect(page.get_by_text("Bikupor var")).to_be_visible()
    room.desk.room.sketch = Sketch()
    expect(page.get_by_role("heading", name="Svaren")).to_be_visible()
    room.desk.add_lesson(LessonKind.AGREEMENT, "Bikupor varje vecka")
    expect(page.get_by_role("heading", name="Överenskommelser")).to_be_visible()
    expect(page.get_by_text("Bikupor varje vecka")).to_be_visible()
    assert page.get_by_role("heading", name="Svaren").count() == 0


CUT_OFF = """() => Array.from(document.querySelectorAll('#page *'))
  .filter((one) => one.checkVisibility() && !one.closest('svg'))
  .map((one) => [one, one.getBoundingClientRect()])
  .filter(([one, box]) => box.width && (box.right > innerWidth + 1 || box.bottom > innerHeight + 1
    || (one.closest('#main') && box.bottom > document.querySelector('#main').getBoundingClientRect().bottom + 2)
    || (one.closest('#side') && box.bottom > document.querySelector('#side').getBoundingClientRect().bottom + 2)))
  .map(([one]) => one.outerHTML.slice(0, 80))"""
CLIPPED = """() => Array.from(document.querySelectorAll('#main, #side, #list, #list .card, #task'))
  .filter((one) => one.checkVisibility())
  .filter((one) => one.scrollHeight > one.clientHeight || one.scrollWidth > one.clientWidth)
  .map((one) => [one.id || one.textContent, one.scrollHeight, one.clientHeight, one.scrollWidth, one.clientWidth])"""
SMALLEST = """() => Math.min(...Array.from(document.querySelectorAll('#page :is(p, li, span, h1, h2)'))
  .filter((one) => one.checkVisibility() && one.textContent.trim())
  .map((one) => parseFloat(getComputedStyle(one).fontSize)))"""


def test_the_unfinished_line_is_on_the_wall_while_it_is_typed(
    room: Room, server: AudienceServer, browser: Browser
) -> None:
    """Rule: the room reads along and can say no before Enter; on no other step is it shown."""
    room.go_to("reflektion")
    room.desk.room.sketch = Sketch(LessonKind.ACTIVITY, "Vi provar biku", "arbetsledare", "nästa fredag")
    page = open_wall(browser, server)
    assert "Vi provar biku" not in page.content()
    room.go_to("avslut")
    expect(page.get_by_text("Vi provar biku")).to_be_visible()
    room.desk.room.sketch = replace(room.desk.room.sketch, text=HOSTILE)
    expect(page.get_by_text(HOSTILE)).to_be_visible()
    assert page.locator("main img").count() == 0


def test_phones_never_have_the_unfinished_line_or_the_headings() -> None:
    """Rule: what is typed on the wall is for the eyes in the room; the phones' state does not carry it."""
    room = wall_room("typing")
    view = room.desk.room.public()
    told = repr(phone_state(view))
    assert "Mall för över" not in told and "Journaler" not in told
    assert "Mall för över" in repr(wall_state(view, Counts(), room.desk.room.shown()))


def test_the_wall_shows_headings_with_numbers_and_how_many_were_hidden(browser: Browser) -> None:
    """Rule: the room sees what its texts became, and that one is missing, never which."""
    with wall_of(browser, wall_room("typing")) as page:
        expect(page.get_by_text("Handledning och tid att tänka")).to_be_visible()
        expect(page.get_by_text("5 texter · 9 händer")).to_be_visible()
        expect(page.get_by_text("2 svar visas inte")).to_be_visible()
        expect(page.get_by_text("Viktigast:")).to_be_visible()


def test_the_day_to_follow_up_stands_under_the_decisions(browser: Browser) -> None:
    """Rule: what the room agrees on, the room sees."""
    room = Room()
    room.go_to("avslut")
    room.desk.handle(SetFollowUp(date(2100, 1, 8)))
    with wall_of(browser, room) as page:
        expect(page.locator("#follow-up")).to_have_text("Vi följer upp fredag 8 januari")
