"""Leading: every key does what its word says, and the session shows it."""

from datetime import timedelta

import pytest

from sessionrunner.core.commands import PauseReason
from sessionrunner.desk import Desk
from sessionrunner.tui.start import Start
from tests.tui.fakes import FakeHost, FolderAway, an_app, answer, running
from tests.tui.looking import opened
from tests.tui.pictures import LARGE, MIDDLE, TEXTS


@pytest.fixture
def host() -> FakeHost:
    return FakeHost()


@pytest.fixture
def desk(host: FakeHost) -> Desk:
    """The tables, two minutes in."""
    return running(host, 2)


@pytest.mark.parametrize("key", ["space", "pagedown", "right"])
async def test_next_goes_on_and_starts(host: FakeHost, desk: Desk, key: str) -> None:
    """One key is next and start: nobody forgets the clock."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press(key)
        assert desk.session.position == 2
        assert "Bikupor" in look.text()


@pytest.mark.parametrize("key", ["pageup", "left"])
async def test_back_returns_with_the_time_left(host: FakeHost, desk: Desk, key: str) -> None:
    """A step too far is no harm done."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("space", key)
        assert desk.session.position == 1
        assert desk.time.remaining_seconds() == 17 * 60


async def test_p_stops_the_clock_and_lets_it_go_on(host: FakeHost, desk: Desk) -> None:
    """The screen says that the clock stands still."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("p")
        assert desk.session.pause_reason is PauseReason.QUESTION
        assert "PAUS: FRÅGA, KLOCKAN STÅR" in look.text()
        await look.press("p")
        assert desk.session.paused is None


async def test_plus_keeps_the_end_and_says_so(host: FakeHost, desk: Desk) -> None:
    """What this step gets another gives, so the end time stays."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("plus", "plus", "minus", "enter")
        assert desk.session.added["borden"] == timedelta(minutes=2)
        assert "slut 09:35 · i tid" in look.text()


@pytest.mark.parametrize("key", ["z", "ctrl+z"])
async def test_undo_says_what_it_took_back(host: FakeHost, desk: Desk, key: str) -> None:
    """Undone is undone, in words."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("plus", "enter", key)
        assert desk.session.added == {}
        assert look.told() == "Ångrat: tiden är som förut."


async def test_what_is_not_possible_is_told_with_its_remedy(host: FakeHost) -> None:
    """The last step has no next; the session stays as it was."""
    desk = running(host, 5)
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("escape", "space")
        assert desk.session.position == 4
        assert look.told() == "Det här är sista steget. Avsluta och spara när ni är klara."


async def test_a_note_is_one_line_under_the_clock(host: FakeHost, desk: Desk) -> None:
    """Enter saves it with the step; Esc leaves nothing behind."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("a")
        await look.write("bord 3 skrattar")
        await look.press("enter", "a", "x", "escape")
    assert [(note.step, note.text) for note in desk.session.notes] == [
        ("Fyra bord, fyra påståenden", "bord 3 skrattar")
    ]


async def test_follow_up_questions_are_one_key_away(host: FakeHost, desk: Desk) -> None:
    """And one key back."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("f")
        assert "Vem märker det, och på vilket sätt?" in look.words()
        await look.press("f")
        assert "steg 2 av 5" in look.text()


async def test_groups_can_be_drawn_anew_and_the_draw_undone(host: FakeHost, desk: Desk) -> None:
    """n draws, z brings the old ones back."""
    before = desk.session.groups
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("g", "n")
        assert desk.session.groups["bikupa"] != before["bikupa"]
        await look.press("z")
        assert desk.session.groups == before


async def test_a_late_arrival_is_added_from_the_groups(host: FakeHost, desk: Desk) -> None:
    """The names already there are in the field; one more is typed after them."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("g", "d")
        await look.write(", Nina")
        await look.press("enter")
    assert len(desk.session.people) == 14
    assert "Nina" in desk.session.people


async def test_the_public_view_says_that_everybody_sees_it(host: FakeHost, desk: Desk) -> None:
    """The task is there; none of the notes are."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("v")
        assert look.text().count("DETTA SYNS FÖR ALLA") == 2
        assert "Läs lappen." in look.text()
        assert "På varje bord ligger" not in look.words()
        await look.press("v")
        assert "På varje bord ligger" in look.words()


async def test_the_public_view_stays_public_into_the_summary(host: FakeHost) -> None:
    """The next step must not put the leader's notes before everybody; they come when she asks for them."""
    desk = running(host, 4)
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("v", "space")
        assert "DETTA SYNS FÖR ALLA" in look.text()
        assert "Nu sammanfattar vi" not in look.words()
        await look.press("v")
        assert "Sammanfattning, 0 rader" in look.text()


async def test_answers_are_shown_only_when_k_have_answered(host: FakeHost) -> None:
    """Four of five is told as a number; nothing is closed."""
    desk = running(host, 4)
    answer(host, desk, TEXTS[:4])
    async with opened(an_app(host, Start(desk=desk))) as look:
        assert "4 av 13 klara visas när minst 5 svarat" in look.words()
        await look.press("r")
        assert look.told() == "4 har svarat. Svaren visas först när minst 5 har svarat."
    assert desk.session.revealed == frozenset()


async def test_opening_answers_asks_first(host: FakeHost) -> None:
    """Esc leaves the form open; Enter opens the answers, mixed."""
    desk = running(host, 4)
    answer(host, desk, TEXTS)
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("r", "escape")
        assert desk.session.revealed == frozenset()
        await look.press("r", "enter")
        leaflet = " ".join(look.words(columns=42).replace("┃", " ").split())
        assert all(text in leaflet for text in TEXTS)


async def test_a_large_screen_has_opened_answers_beside_the_groups(host: FakeHost) -> None:
    """At 160×45 nothing has to be looked up."""
    desk = running(host, 4)
    answer(host, desk, TEXTS)
    desk.reveal("reflektion")
    async with opened(an_app(host, Start(desk=desk)), LARGE) as look:
        assert all(text in look.words() for text in TEXTS)


async def test_a_middle_screen_has_the_whole_agenda_and_the_questions(host: FakeHost, desk: Desk) -> None:
    """Planned and actual minutes stand in columns."""
    async with opened(an_app(host, Start(desk=desk)), MIDDLE) as look:
        assert "▸ Fyra bord, fyra påståenden 19 2" in look.words()
        assert "Vem märker det, och på vilket sätt?" in look.text()


async def test_the_code_can_be_shown_again(host: FakeHost, desk: Desk) -> None:
    """For somebody who came late; the clock is still beside it."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("q")
        assert "http://192.168.1.20:8123/s/k7Qm2xVb/" in look.text()


async def test_the_wall_opens_in_the_browser(host: FakeHost, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """w, and the address is told too."""
    app = an_app(host, Start(desk=desk))
    addresses: list[str] = []
    monkeypatch.setattr(app, "open_url", addresses.append)
    async with opened(app) as look:
        await look.press("w")
        assert addresses == [desk.audience.wall_url]
        assert desk.audience.wall_url in look.told()


async def test_a_full_disk_is_a_calm_line(host: FakeHost, desk: Desk) -> None:
    """The hour goes on; the line says what is wrong, and goes away when it is right again."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        desk.runner.trouble = FolderAway()
        await look.press("p", "p")
        desk.audience.trouble = FolderAway()  # type: ignore[misc]
        await look.press("p")
        assert "Att veta: Det här är sista steget." in look.words()


async def test_ending_early_says_how_many_steps_remain(host: FakeHost, desk: Desk) -> None:
    """Esc stays."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("e")
        assert "Det är 3 steg kvar." in look.text()
        await look.press("escape")
        assert "steg 2 av 5" in look.text()


async def test_a_click_on_the_bottom_line_is_the_key(host: FakeHost, desk: Desk) -> None:
    """The mouse is never needed, but it works."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.pilot.click("#keys", offset=(3, 1))
        await look.press()
        assert desk.session.position == 2


async def test_the_clock_is_only_looked_at(host: FakeHost, desk: Desk) -> None:
    """Time passing changes the picture, never the session."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        before = desk.session
        host.clock.advance(minutes=15)
        look.app.screen.look_at_clock()  # type: ignore[attr-defined]
        await look.press()
        assert "SNART" in look.text()
        assert desk.session is before


async def test_news_goes_with_the_next_command(host: FakeHost, desk: Desk) -> None:
    """What was undone is not as it was once the time has changed again."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("plus", "enter", "z")
        assert look.told() == "Ångrat: tiden är som förut."
        await look.press("plus", "enter")
        assert look.told() == ""


async def test_news_does_not_follow_into_the_next_step(host: FakeHost, desk: Desk) -> None:
    """A note taken at the tables is no news in the next step."""
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("a")
        assert "andra kan läsa den" in look.words()
        await look.press("x", "enter")
        assert look.told() == "Antecknat."
        await look.press("space")
        assert look.told() == ""


async def test_a_step_without_groups_says_so_and_shows_the_next_ones(host: FakeHost) -> None:
    """The groups to come stand under the title of their step."""
    async with opened(an_app(host, Start(desk=running(host, 1)))) as look:
        await look.press("g")
        assert "Steget har inga grupper." in look.text()
        assert "Fyra bord, fyra påståenden · 13 personer vid 4 bord: 4+3+3+3" in look.words()


async def test_after_the_last_groups_there_are_no_more(host: FakeHost) -> None:
    """Other steps have had groups: the exercise is not without."""
    async with opened(an_app(host, Start(desk=running(host, 4)))) as look:
        await look.press("g")
        assert "Steget har inga grupper. Inga fler steg delar in er i grupper." in look.words()
