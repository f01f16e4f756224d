"""Time in lines: what a screen's keys do, a line does."""

from dataclasses import replace
from datetime import timedelta

import pytest

from sessionrunner.core.commands import PauseReason
from sessionrunner.core.exercise import Confidentiality
from sessionrunner.desk import Desk
from sessionrunner.locale import load
from sessionrunner.plain.console import PlainConsole
from sessionrunner.plain.news import News
from tests.fakes import TwoClocks
from tests.tui.fakes import FakeHost, my_task, running, shipped_exercises


class Lines:
    """A session led by lines, two minutes into the tables."""

    def __init__(self) -> None:
        self.host = FakeHost()
        self.clock = self.host.clock = TwoClocks()
        self.desk: Desk = running(self.host, 2)
        self._said: list[str] = []
        self._console = PlainConsole(self.desk, load("sv"), self._said.append, lambda: 7)
        self._console.run([])

    def about_cases(self) -> None:
        """From here on the exercise touches on cases."""
        exercise = replace(my_task(), confidential=Confidentiality.OWN_CASES)
        self.desk = running(self.host, 1, exercise=exercise)
        self._console = PlainConsole(self.desk, load("sv"), self._said.append, lambda: 7)

    def say(self, line: str) -> str:
        """What is answered."""
        self._said.clear()
        self._console.take(line)
        return " ".join(self._said)


def test_add_says_where_the_minutes_come_from() -> None:
    """Where it hurts least, unless a step is named; the end can be named too."""
    lines = Lines()
    assert lines.say("add 2") == "Klart: tas från Bikupor 5→3. Slut 09:35."
    lines.say("undo")
    assert "slutet flyttas till 09:37" in lines.say("mer 2 från slutet")
    assert "ges till Bikupor" not in lines.say("add -1")
    assert "Så mycket tid finns inte där." in lines.say("add 2 from start")
    assert "inget antal minuter" in lines.say("add många")
    assert "tolv timmar" in lines.say("add 99999999999")


def test_minutes_are_given_back_by_name() -> None:
    """In either language."""
    lines = Lines()
    lines.say("add 2 from bikupa")
    assert "ges till Bikupor 3→5" in lines.say("mer -2 till bikupor")


def test_late_is_taken_in() -> None:
    """On time there is nothing to do."""
    lines = Lines()
    assert "Ni ligger i tid" in lines.say("on-time")
    lines.clock.advance(minutes=19)
    assert "tas från Bikupor 5→3" in lines.say("ta-in")


def test_starts_and_ends_are_told_as_times_of_day() -> None:
    """What is no time of day is told."""
    lines = Lines()
    assert lines.say("started 09:01") == "Starttiden är ändrad till 09:01."
    assert lines.desk.time.remaining_seconds() == 15 * 60
    assert lines.say("slut 09:40") == "Ni måste sluta 09:40. 7 min till 09:40."
    assert lines.say("end") == "Ingen sluttid gäller längre."
    assert "inget klockslag" in lines.say("started nio")
    assert "om 20 min" in lines.say("end tio")


def test_a_start_is_told_in_minutes_too() -> None:
    """What was understood is answered; what may be two things is asked about."""
    lines = Lines()
    lines.clock.advance(minutes=3)
    assert lines.say("började för 5 minuter sedan") == "Starttiden är ändrad till 09:03."
    assert lines.say("started 4") == "Starttiden är ändrad till 09:04."
    assert "Menar ni klockan 9 eller för 9 minuter sedan?" in lines.say("started 9")


@pytest.mark.parametrize("line", ["pause technology", "paus teknik"])
def test_a_pause_has_a_reason(line: str) -> None:
    """In either language."""
    lines = Lines()
    assert "teknik" in lines.say(line)
    assert lines.desk.session.pause_reason is PauseReason.TECHNOLOGY
    assert "står redan stilla" in lines.say("pause")


def test_turns_and_sound_have_their_lines() -> None:
    """What k and m do."""
    lines = Lines()
    assert lines.say("varv") == "Nästa."
    assert lines.say("sound") == "Ljudet är av."
    assert lines.say("sound") == "Ljudet är på."


def test_after_a_sleep_the_question_is_told_and_answered() -> None:
    """Every answer is written out; what is no answer changes nothing."""
    lines = Lines()
    news = News(lines.desk, load("sv"))
    assert "ingen sådan fråga" in lines.say("time stood")
    lines.clock.sleep(minutes=10)
    told = news.latest()
    assert told[0].startswith("Programmet var borta i 10 min")
    assert told[1] == "Skriv tiden fortsatte: Vi fortsatte. Räkna med tiden."
    assert "ingen sådan fråga" in lines.say("time what")
    assert lines.say("tiden fortsatte") == "Då räknas tiden så. Ångra går bra."
    assert lines.desk.time.remaining_seconds() == 7 * 60
    assert news.latest() == ["Varv 3 av 4."]


def test_warnings_and_costs_are_told_without_being_asked_for() -> None:
    """Two minutes before the groups stop, and when the time is out."""
    lines = Lines()
    news = News(lines.desk, load("sv"))
    lines.clock.advance(minutes=15.5)
    assert "Väggen säger: 2 min kvar: utse vem som rapporterar." in news.latest()
    lines.clock.advance(minutes=2)
    assert "Över tiden: tas från: Bikupor. Skriv on-time för att ta in det." in news.latest()


def test_after_an_outage_the_question_is_told_at_once() -> None:
    """Whoever takes the session up again hears it before anything else is done."""
    lines = Lines()
    lines.desk.runner.was_away(lines.clock.wall() - timedelta(minutes=7))
    assert News(lines.desk, load("sv")).latest()[0].startswith("Programmet var borta i 7 min")


def test_a_note_about_cases_is_told_to_stay_on_the_laptop() -> None:
    """As the screen says before it is written."""
    lines = Lines()
    assert "Andra kan läsa raden" in lines.say("note Fråga chefen")
    lines.about_cases()
    assert "kommer inte med i lärdomarna" in lines.say("note Fråga chefen")


def test_turns_are_called_and_passed_over_in_lines() -> None:
    """Who has the word is said, and somebody who is not here comes last."""
    lines = Lines()
    practice = next(one for one in shipped_exercises() if one.id == "modeller/introduktion-modul-8")
    lines.desk = running(lines.host, 2, exercise=practice)
    console = PlainConsole(lines.desk, load("sv"), lines._said.append, lambda: 7)
    before = lines.desk.room.public().speakers
    assert before is not None
    console.take("hoppa")
    assert lines._said[-1:] == [f"{before.now} kommer sist. Nu: {before.then}."]


def test_a_note_in_lines_can_be_about_a_table() -> None:
    """The number stands first, and the answer says it in words."""
    lines = Lines()
    assert lines.say("note 3: de vill läsa").endswith("Gäller: Bord 3")
    assert lines.desk.session.notes[0].table == "Bord 3"
