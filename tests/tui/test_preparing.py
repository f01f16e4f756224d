"""Days before the hour: a list with dates, a letter to copy, keywords of one's own."""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from threading import Event

from sessionrunner.core.history import StepMinutes
from sessionrunner.core.prepared import Prepared
from sessionrunner.locale import Catalogue, load
from sessionrunner.storage.own_words import OwnWords
from sessionrunner.storage.shared_words import SharedWords
from sessionrunner.tui.screens.ask import AskLine
from sessionrunner.tui.start import Start
from tests.tui.fakes import MY_TASK, FakeHost, an_app, my_task, shipped_exercises
from tests.tui.looking import opened

SENT_AHEAD = next(one for one in shipped_exercises() if one.preparation.send_ahead)


async def test_the_list_gets_dates_from_the_day() -> None:
    """One key, one date, and the week before is on the list."""
    host = FakeHost()
    async with opened(an_app(host, Start(exercise=SENT_AHEAD))) as look:
        assert "Tryck k" in look.words()
        await look.press("k")
        await look.write("5/12 2026")
        await look.press("enter")
        assert "Dag: lördag 5 december" in look.words()
        assert "Senast" in look.words()
    assert host.checklists.kept[SENT_AHEAD.id].held == date(2026, 12, 5)


async def test_a_day_that_comes_too_soon_for_what_is_sent_ahead_is_told() -> None:
    """The homework should have gone out; ticked off it is no trouble any more."""
    host = FakeHost()
    host.checklists.keep(SENT_AHEAD, Prepared(host.today() + timedelta(days=1)))
    async with opened(an_app(host, Start(exercise=SENT_AHEAD))) as look:
        assert "1 sak skulle redan ha skickats" in look.words(54)
        await look.press("space")
        assert "skulle redan" not in look.words(54)


async def test_what_is_no_date_is_said() -> None:
    """And stays on the line to be mended; then the day is understood before it counts, and the time with it."""
    host = FakeHost()
    async with opened(an_app(host, Start(exercise=my_task()))) as look:
        await look.press("k", "x", "enter")
        assert "”x” är ingen dag. Skriv till exempel 5/12, nästa tisdag" in look.words()
        await look.press("backspace")
        await look.write("5/12 2026 kl 13")
        assert "→ lördag 5 december 2026 klockan 13:00" in look.words()
        await look.press("enter")
        assert "Dag: lördag 5 december · 13:00" in look.words()
    assert host.checklists.kept[MY_TASK].time == "13:00"


async def test_ticks_are_there_the_next_time() -> None:
    """Ticked on Monday, seen on Thursday."""
    host = FakeHost()
    async with opened(an_app(host, Start(exercise=my_task()))) as look:
        await look.press("space")
    (key,) = host.checklists.kept[MY_TASK].done
    assert key.startswith("room:")
    async with opened(an_app(host, Start(exercise=my_task()))) as look:
        assert look.text().count("[x]") == 1


async def test_the_letter_is_shown_and_copied() -> None:
    """Day, time and place are asked for first, because a letter without them is no invitation."""
    async with opened(an_app(FakeHost(), Start(exercise=my_task()))) as look:
        await look.press("i")
        await look.write("5/12 2026")
        await look.press("enter")
        await look.write("13:00 Ängen")
        await look.press("enter")
        assert "Ämne: Min uppgift som socialsekreterare, lördag 5 december" in look.app.clipboard
        assert "klockan 13:00" in look.app.clipboard
        assert "Var: Ängen" in look.app.clipboard
        assert "Texten är kopierad" in look.words()


async def test_what_was_said_of_the_meeting_is_not_asked_twice() -> None:
    """The line stands there already; Enter takes it as it is."""
    host = FakeHost()
    host.checklists.keep(my_task(), Prepared(date(2026, 12, 5), time="13:00", place="Ängen"))
    async with opened(an_app(host, Start(exercise=my_task()))) as look:
        assert "Dag: lördag 5 december · 13:00 Ängen" in look.words()
        await look.press("i", "enter")
        assert "Var: Ängen" in look.app.clipboard


async def test_the_letter_goes_by_the_groups_own_times() -> None:
    """What is promised is what is led."""
    host = FakeHost()
    host.memory.keep_times(my_task(), (StepMinutes("bikupa", 15),))
    async with opened(an_app(host, Start(exercise=my_task()))) as look:
        await look.press("k")
        await look.write("5/12 2026")
        await look.press("enter", "i", "enter")
        assert "Den tar 45 minuter" in look.app.clipboard


async def test_the_letter_promises_the_fewest_answers_of_the_hour() -> None:
    """Whoever leads with seven as the least does not promise five."""
    host = FakeHost()
    host.threshold = 7
    host.checklists.keep(SENT_AHEAD, Prepared(date(2026, 12, 5), time="13:00", place="Ängen"))
    async with opened(an_app(host, Start(exercise=SENT_AHEAD))) as look:
        await look.press("i", "enter")
        assert "minst 7 har svarat" in look.app.clipboard


async def test_own_keywords_are_written_beforehand_and_seen_in_the_hour() -> None:
    """For the whole package, and for one step."""
    host = FakeHost()
    async with opened(an_app(host, Start(exercise=my_task()))) as look:
        await look.press("o", "enter")
        await look.write("kaffe")
        await look.press("enter", "up", "enter")
        await look.write("lugnt tempo")
        await look.press("enter", "escape")
    assert host.memory.words == {"start": "kaffe", "": "lugnt tempo"}


async def test_keywords_go_to_a_colleague_and_come_from_one(tmp_path: Path) -> None:
    """One key each way; what differs is asked about, and Esc keeps one's own."""
    host, colleague = FakeHost(), SharedWords(tmp_path, False, OwnWords(tmp_path / "hers.json"))
    host.memory.shared_words = SharedWords(tmp_path, False, OwnWords(tmp_path / "mine.json"))
    host.memory.words = {"start": "kaffe"}
    async with opened(an_app(host, Start(exercise=my_task()))) as look:
        await look.press("o", "g")
        await look.until(lambda: "gemensamma mappen" in look.told())
        colleague.own.keep(MY_TASK, "start", "te")
        assert colleague.take(colleague.newest(load("sv"))).differing == 1
        await look.press("h")
        await look.until(lambda: "Vilken fil?" in look.words())
        await look.press("enter")
        await look.until(lambda: "1 stödord är nytt" in look.told())
    assert host.memory.shared_words.own.of(MY_TASK) == {"start": "kaffe"}


async def test_a_file_is_asked_for_once_however_often_the_key_was_pressed(tmp_path: Path) -> None:
    """h twice while the share is slow."""
    host, slow = FakeHost(), Event()
    host.memory.shared_words = SlowWords(tmp_path, False, OwnWords(tmp_path / "mine.json"), slow)
    async with opened(an_app(host, Start(exercise=my_task()))) as look:
        await look.press("o")
        await look.pilot.press("h", "h")
        slow.set()
        await look.press()
        assert sum(isinstance(one, AskLine) for one in look.app.screen_stack) == 1


@dataclass(frozen=True)
class SlowWords(SharedWords):
    """A folder that answers when the test says so."""

    slow: Event

    def newest(self, words: Catalogue) -> str:
        """As always, but late."""
        self.slow.wait(60)
        return SharedWords.newest(self, words)


async def test_a_colleagues_keywords_replace_ones_own_only_after_a_yes(tmp_path: Path) -> None:
    """The question comes after what is new has been taken over."""
    host = FakeHost()
    mine = host.memory.shared_words = SharedWords(tmp_path, False, OwnWords(tmp_path / "mine.json"))
    mine.give(load("sv"), my_task(), {"start": "kaffe", "avslut": "tacka"})
    mine.own.keep(MY_TASK, "start", "te")
    async with opened(an_app(host, Start(exercise=my_task()))) as look:
        await look.press("o", "h")
        await look.until(lambda: "Vilken fil?" in look.words())
        await look.press("enter")
        await look.until(lambda: "olika hos dig" in look.words())
        assert mine.own.of(MY_TASK) == {"start": "te", "avslut": "tacka"}
        await look.press("enter")
        await look.until(lambda: mine.own.of(MY_TASK)["start"] == "kaffe")
