"""What must be in place has dates, and those who come get an honest letter."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from sessionrunner.core.exercise import Bring, Confidentiality, Handout, Keep, Mode, Preparation, Question, QuestionKind
from sessionrunner.locale import load
from sessionrunner.locale.checklist import day_listing, late, tasks, tasks_of_day
from sessionrunner.locale.invitation import Meeting, invitation
from tests.core.rooms import a_step, an_exercise

SWEDISH = load("sv")
THE_DAY = date(2026, 11, 21)
ASKED = a_step("a", collect=(Question("q", "Vad?", QuestionKind.TEXT),))
EXERCISE = replace(
    an_exercise(ASKED, a_step("b", mode=Mode.FILM)),
    title="Vår övning",
    purpose=("Vi vill prata.",),
    confidential=Confidentiality.OWN_CASES,
    preparation=Preparation(
        send_ahead=(Handout("Frågor", 1), Handout("Inbjudan", 7, "Läs igenom")),
        room=("Fyra bord",),
        bring=(Bring("leader", "Papper"), Bring("participants", "Ett ärende")),
    ),
)


def test_a_week_before_is_a_date_once_the_day_is_known() -> None:
    """What is due first stands first."""
    told = tasks(SWEDISH, EXERCISE, THE_DAY)
    assert [task.text for task in told[:2]] == ["Senast 14 nov: Inbjudan", "Senast 20 nov: Frågor"]
    assert told[0].due == date(2026, 11, 14)


def test_without_a_day_it_is_told_in_days() -> None:
    """Nothing is guessed."""
    assert "7 dagar innan: Inbjudan" in [task.text for task in tasks(SWEDISH, EXERCISE)]


def test_what_should_have_been_sent_is_late_until_it_is_ticked_off() -> None:
    """On its day it is not late yet; what belongs to the day itself never is."""
    listed = tasks(SWEDISH, EXERCISE, THE_DAY)
    due = [task.due for task in listed if task.due]
    keys = {task.key for task in listed}
    assert [late(listed, (), day) for day in (min(due), max(due) + timedelta(days=1))] == [0, len(due)]
    assert late(listed, keys, THE_DAY + timedelta(days=9)) == 0


def test_a_tick_outlives_another_day() -> None:
    """The same task is remembered by the same key."""
    assert {one.key for one in tasks(SWEDISH, EXERCISE)} == {one.key for one in tasks(SWEDISH, EXERCISE, THE_DAY)}


def test_room_people_film_and_network_are_on_the_list() -> None:
    """Who brings what is told by who."""
    told = " | ".join(task.text for task in tasks(SWEDISH, EXERCISE))
    for part in ("Fyra bord", "Du tar med: Papper", "Deltagarna tar med: Ett ärende", "Prova filmen", "nätet"):
        assert part in told


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_letter_has_everything_that_is_known(language: str) -> None:
    """Title, why, when, homework, what to bring."""
    letter = invitation(load(language), EXERCISE, Meeting(THE_DAY, "13:00", "Stora rummet"))
    for part in ("Vår övning", "Vi vill prata.", "21 ", "13:00", "Stora rummet", "Läs igenom", "Ett ärende"):
        assert part in letter
    assert "Papper" not in letter.replace("Papper/", "")


def test_the_letter_says_when_it_ends() -> None:
    """From and until, so that nobody has to reckon; a time in words stands as it was written."""
    hour = replace(EXERCISE, minutes=timedelta(minutes=35))
    assert "klockan 12:40–13:15." in invitation(SWEDISH, hour, Meeting(THE_DAY, "12:40"))
    assert "klockan efter lunch." in invitation(SWEDISH, hour, Meeting(THE_DAY, "efter lunch"))


def test_the_letter_promises_no_more_than_is_true() -> None:
    """Voluntary, without names, shown from k on, and a style can be recognised."""
    letter = invitation(SWEDISH, EXERCISE, Meeting())
    for part in ("frivilligt", "utan namn", "minst 5", "gissa", "[dag]", "[tid]", "[plats]", "egna ärenden"):
        assert part in letter
    assert "helt anonym" not in letter.lower()


def test_the_letter_tells_the_fewest_answers_that_are_asked_for() -> None:
    """A room that is led with another least is promised that one."""
    assert "minst 8 har svarat" in invitation(SWEDISH, EXERCISE, Meeting(threshold=8))


def test_what_is_written_about_cases_is_not_said_to_be_saved() -> None:
    """There only figures are; in any other hour texts are saved too, and the letter says so."""
    open_hour = replace(EXERCISE, confidential=Confidentiality.NONE)
    assert "bara siffror sparas" in invitation(SWEDISH, EXERCISE, Meeting())
    assert "Svaren sparas utan namn" in invitation(SWEDISH, open_hour, Meeting())


def test_an_hour_without_questions_says_nothing_of_answers() -> None:
    """And one that keeps nothing says so."""
    silent = replace(EXERCISE, steps=(a_step("b"),))
    assert "frivilligt" not in invitation(SWEDISH, silent, Meeting())
    assert "Inget av det vi säger sparas" in invitation(SWEDISH, replace(silent, keep=Keep.NOTHING), Meeting())


def test_whoever_lends_the_case_gets_a_mail_of_her_own() -> None:
    """What is asked of one is not asked of everybody, and the letter to all comes first."""
    asked = Preparation((Handout("Be om ett ärende", 6, "Tack för hjälpen", "case-owner"),), (), ())
    letter, _, mail = invitation(SWEDISH, replace(EXERCISE, preparation=asked), Meeting(THE_DAY)).partition("―――")
    assert "Tack för hjälpen" not in letter
    assert "Den som äger ärendet" in mail
    assert "söndag 15 november" in mail
    assert "Tack för hjälpen" in mail


def test_what_is_sent_later_is_not_in_the_first_letter() -> None:
    """A reminder says "today", and that is another day."""
    letter, _, mail = invitation(SWEDISH, EXERCISE, Meeting()).partition("―――")
    assert "Läs igenom" in letter
    assert "skicka dagen innan" in mail


def test_a_day_asks_once_for_what_several_exercises_ask_for() -> None:
    """Four tables are put out once, and the network is tried once; the list says for how many."""
    another = replace(EXERCISE, id="p/annan", title="Den andra")
    told = [task.text for task in tasks_of_day(SWEDISH, (EXERCISE, another))]
    assert told.count("Fyra bord · 2 övningar") == 1
    assert sum("nätet" in text for text in told) == 1


def test_what_a_day_sends_ahead_is_told_for_each_exercise_the_first_first() -> None:
    """Two exercises may each send "the task": they are two mails, with a tick each."""
    another = replace(EXERCISE, id="p/annan", title="Den andra")
    sent = [task for task in tasks_of_day(SWEDISH, (EXERCISE, another), THE_DAY) if task.due]
    assert [task.text for task in sent[:2]] == [
        "Senast 14 nov: Inbjudan · Vår övning",
        "Senast 14 nov: Inbjudan · Den andra",
    ]
    assert len({task.key for task in sent}) == 4
    assert [task.due for task in sent] == sorted(task.due for task in sent if task.due)


def test_a_tick_of_a_day_outlives_another_date() -> None:
    """The same task is remembered by the same key."""
    dated, undated = (day_listing(SWEDISH, (EXERCISE,))(held) for held in (THE_DAY, None))
    assert [task.key for task in dated] == [task.key for task in undated]
