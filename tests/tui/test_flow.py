"""The whole hour by keys, from the library to the saved lesson, on the smallest screen."""

from dataclasses import replace
from datetime import timedelta

import pytest

from sessionrunner.core.exercise import Preparation, StepLength, Variant
from sessionrunner.core.session import Stage
from sessionrunner.core.wishes import Crowd, Wishes
from sessionrunner.storage.folder_trouble import FolderMissing
from sessionrunner.tui.screens.lobby import LobbyScreen
from sessionrunner.tui.start import Start
from tests.tui.fakes import MY_TASK, NAMES, FakeHost, FolderAway, an_app, answer, my_task, running
from tests.tui.looking import opened
from tests.tui.pictures import SMALL, TEXTS


async def test_the_whole_hour_goes_by_keys_alone() -> None:
    """Enter prepares, goes on, opens and starts; Space leads; the summary is typed; Enter ends and saves."""
    host = FakeHost()
    async with opened(an_app(host)) as look:
        await look.press("enter", "enter")
        await look.write("14")
        await look.press("enter", "enter", "space", "space", "space", "space")
        await look.write("Vi frågar innan vi gissar")
        await look.press("enter", "ctrl+g", "ctrl+s", "enter")
        assert "sparat i lärdomsmappen" in look.text()
    record = host.archive.records[-1]
    assert (record.finished, record.approved, record.participants, record.exercise.id) == (True, True, 14, MY_TASK)
    assert [lesson.text for lesson in record.lessons] == ["Vi frågar innan vi gissar"]


async def test_my_task_is_chosen_the_first_time() -> None:
    """Nobody has to choose among 67 with the room watching."""
    async with opened(an_app(FakeHost())) as look:
        await look.press("enter")
        assert "Min uppgift som socialsekreterare" in look.text()
        assert "Det här ska vara på plats" in look.text()


async def test_b_changes_to_what_another_place_in_the_source_says() -> None:
    """Two lengths are two lengths: the leader sees both and leads the one that is marked."""
    longer = Variant(
        "plan", "planeringen", minutes=timedelta(minutes=36), steps=(StepLength("start", timedelta(minutes=4)),)
    )
    host = FakeHost([replace(my_task(), variants=(longer,))])
    async with opened(an_app(host)) as look:
        await look.press("enter")
        assert "○ planeringen, 36 min" in look.text()
        await look.press("b")
        assert "● planeringen, 36 min" in look.text()
        await look.press("b")
        assert "○ planeringen, 36 min" in look.text()


async def test_enter_goes_on_where_nothing_has_to_be_prepared() -> None:
    """An empty list is no dead end."""
    bare = replace(my_task(), preparation=Preparation(), needs=())
    async with opened(an_app(FakeHost([bare]))) as look:
        await look.press("enter")
        assert "Inget särskilt behöver förberedas" in look.text()
        await look.press("enter")
        assert "Vilka är med?" in look.text()


async def test_g_at_the_preparation_asks_who_is_here_before_it_can_show_groups() -> None:
    """The leader is told what to write and which key comes next."""
    async with opened(an_app(FakeHost())) as look:
        await look.press("enter", "g")
        assert "Vilka är med?" in look.text()
        assert look.told() == "Skriv vilka som är med. Sedan visar F2 grupperna."


async def test_g_at_the_preparation_shows_groups_that_have_been_prepared() -> None:
    """Days before, the leader comes back to them with one key."""
    host = FakeHost()
    host.beforehand.prepare(my_task(), Crowd(tuple(NAMES)), spread=False)
    async with opened(an_app(host)) as look:
        await look.press("enter", "g")
        assert look.app.screen.query("#board")


async def test_people_from_the_command_line_keep_what_their_list_tells() -> None:
    """Mixing by it is one key away in the lobby, as it is with lines."""
    host, wishes = FakeHost(), Wishes(column="Enhet", traits=(("Ann", "Norr"), ("Bo", "Syd")))
    async with opened(an_app(host, Start(my_task(), tuple(NAMES), wishes))):
        assert host.wishes == wishes


async def test_s_skips_the_preparation() -> None:
    """Start now asks only who is here."""
    async with opened(an_app(FakeHost())) as look:
        await look.press("s")
        assert "Vilka är med?" in look.text()


async def test_the_search_takes_words_and_minutes() -> None:
    """A number means: what fits in so many minutes."""
    async with opened(an_app(FakeHost())) as look:
        await look.press("slash")
        await look.write("20")
        await look.press("down")
        assert "Varför dokumenterar vi?" in look.text()
        assert "Delaktighet" not in look.text()
        await look.press("escape")
        assert "Delaktighet" in look.text()


async def test_a_search_without_hits_says_so() -> None:
    """An empty list is explained, and Enter does nothing."""
    async with opened(an_app(FakeHost())) as look:
        await look.press("slash")
        await look.write("xyz")
        await look.press("enter")
        assert "Ingen övning passar." in look.words()


async def test_packages_are_leafed_through_with_the_arrows() -> None:
    """Left and right change the package."""
    async with opened(an_app(FakeHost())) as look:
        await look.press("right", "right")
        assert "Dokumentera relevant information" in look.text()
        assert "Varför dokumenterar vi?" not in look.text()


async def test_the_preparation_is_ticked_with_space() -> None:
    """Ticking steps on to what is left."""
    async with opened(an_app(FakeHost(), Start(exercise=my_task()))) as look:
        await look.press("space", "space", "up", "space")
        assert look.text().count("[x]") == 1


async def test_a_headcount_is_explained_at_once() -> None:
    """Fourteen people: tables of four and three, bikupor of three and two."""
    async with opened(an_app(FakeHost(), Start(exercise=my_task()))) as look:
        await look.press("enter")
        await look.write("14")
        assert "14 personer. Ge var och en ett nummer, 1 till 14. Bord 4+4+3+3" in look.words()
        assert "Grupper 3+3+2+2+2+2" in look.text()


async def test_two_people_are_told_why_it_is_too_few() -> None:
    """The remedy stands where the mistake was made, and Enter does not go on."""
    host = FakeHost()
    async with opened(an_app(host, Start(exercise=my_task()))) as look:
        await look.press("enter")
        await look.write("2")
        await look.press("enter")
        assert "Vilka är med?" in look.text()
        assert host.journal.events == []


async def test_an_empty_lessons_folder_is_a_choice_in_plain_words() -> None:
    """Left empty, everything stays on this laptop."""
    host = FakeHost()
    host.lessons.folder = None
    async with opened(an_app(host, Start(exercise=my_task()))) as look:
        await look.press("enter")
        assert "bara på den här datorn" in look.words()
        await look.press("tab")
        await look.write("/srv/delat")
        await look.press("shift+tab", "9", "enter")
    assert str(host.lessons.folder) == "/srv/delat"


async def test_the_lobby_shows_code_address_and_phones() -> None:
    """What a late colleague needs stands beside the code."""
    async with opened(an_app(FakeHost(), Start(exercise=my_task(), people=tuple(NAMES)))) as look:
        assert "http://192.168.1.20:8123/s/k7Qm2xVb/" in look.text()
        assert "11 telefoner följer med" in look.text()
        assert look.text().count("▄") > 500


async def test_the_hour_begins_without_phones_too() -> None:
    """Trouble is told calmly with its remedy, and Enter starts all the same."""
    host = FakeHost()
    host.unreachable = FolderAway()
    async with opened(an_app(host, Start(exercise=my_task(), people=tuple(NAMES)))) as look:
        assert "Det går bra utan telefoner" in look.text()
        await look.press("enter")
        assert look.app.hour.desk is not None
        assert look.app.hour.desk.session.stage is Stage.RUNNING


async def test_a_session_taken_up_again_opens_where_it_was() -> None:
    """Three steps in means three steps in."""
    host = FakeHost()
    async with opened(an_app(host, Start(desk=running(host, 3)))) as look:
        assert "steg 3 av 5" in look.text()
        assert "Bikupor" in look.text()


async def test_after_saving_enter_goes_to_the_library() -> None:
    """The next exercise is one key away."""
    host = FakeHost()
    async with opened(an_app(host, Start(desk=running(host, 2)))) as look:
        await look.press("e", "enter", "enter")
        assert "Alla paket" in look.text()
        assert look.app.hour.desk is None


async def test_the_end_tells_how_many_answers_and_lines_there_were() -> None:
    """Counted before the box is made unreadable."""
    host = FakeHost()
    desk = running(host, 4)
    answer(host, desk, TEXTS)
    async with opened(an_app(host, Start(desk=desk))) as look:
        await look.press("e", "enter")
        assert host.box.destroyed
        assert "7 inlämnade svar." in look.text()
        assert "0 rader i sammanfattningen." in look.text()


async def test_a_folder_out_of_reach_is_told_with_where_the_copy_is() -> None:
    """Waiting is not losing."""
    host = FakeHost()
    host.archive.away = True
    async with opened(an_app(host, Start(desk=running(host, 2)))) as look:
        await look.press("e", "enter")
        assert "Allt är sparat på den här datorn." in look.text()
        assert "outbox/3f9a1c2b" in look.text()


async def test_quitting_asks_while_a_session_is_under_way() -> None:
    """Esc stays, Enter leaves; the session can be taken up again."""
    host = FakeHost()
    async with opened(an_app(host, Start(desk=running(host, 2)))) as look:
        await look.press("ctrl+q")
        assert "tryck u för att fortsätta" in look.words()
        await look.press("escape")
        assert "steg 2 av 5" in look.text()
        await look.press("ctrl+q", "enter")
        assert look.app.return_code == 0


async def test_a_lessons_folder_that_is_away_is_told_before_the_hour() -> None:
    """While there is time to do something about it; when it is back the line goes away."""
    host = FakeHost()
    host.lessons.away = FolderMissing(folder="/srv/gemensamt")
    async with opened(an_app(host, Start(exercise=my_task(), people=tuple(NAMES)))) as look:
        assert "Mappen /srv/gemensamt finns inte." in look.words(SMALL[0])
        host.lessons.away = None
        assert isinstance(look.app.screen, LobbyScreen)
        look.app.screen.folder.look()
        await look.press()
        assert "/srv/gemensamt" not in look.text()


async def test_no_lessons_folder_is_told_before_the_hour() -> None:
    """One calm line: everything stays on this laptop."""
    host = FakeHost()
    host.lessons.folder = None
    async with opened(an_app(host, Start(exercise=my_task(), people=tuple(NAMES)))) as look:
        assert "Lärdomarna sparas bara" in look.text()


async def test_esc_from_the_people_leads_back_to_where_the_leader_was() -> None:
    """The preparation, and from there the library."""
    async with opened(an_app(FakeHost())) as look:
        await look.press("enter", "enter", "escape")
        assert "Det här ska vara på plats" in look.text()
        await look.press("escape")
        assert "Alla paket" in look.text()
        await look.press("s", "escape")
        assert "Alla paket" in look.text()


@pytest.mark.parametrize(("people", "told"), [(4, True), (5, False)])
async def test_too_few_people_for_any_answer_is_told_before_the_hour(people: int, told: bool) -> None:
    """Nobody should write for a count that can never be reached."""
    async with opened(an_app(FakeHost(), Start(exercise=my_task(), people=tuple(NAMES[:people])))) as look:
        assert ("visas inga svar" in look.text()) is told


async def test_a_share_or_a_server_that_answers_after_the_lobby_disturbs_nothing() -> None:
    """The leader did not wait."""
    async with opened(an_app(FakeHost(), Start(exercise=my_task(), people=tuple(NAMES)))) as look:
        lobby = look.app.screen
        assert isinstance(lobby, LobbyScreen)
        await look.press("enter")
        lobby.call_later(lobby.folder.answered, FolderMissing(folder="/srv/gemensamt"))
        lobby.call_later(lobby._invited)
        await look.press()
        assert "steg 1 av 5" in look.text()
