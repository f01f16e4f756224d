"""The phone's page as it leaves the laptop."""

import gzip
import re
from typing import Any

import pytest

from sessionrunner.core.commands import Next
from sessionrunner.core.exercise import Per, Question, QuestionKind
from sessionrunner.core.public import PublicView
from sessionrunner.core.reflections import Rejection
from sessionrunner.core.showing import Shown
from sessionrunner.core.text import Text
from sessionrunner.core.timeline import Pace
from sessionrunner.locale import LANGUAGES, load
from sessionrunner.web.page import PhonePage
from sessionrunner.web.payload import Counts, lasting, phone_state, wall_state
from sessionrunner.web.server import AudienceServer
from sessionrunner.web.styles import phone_style, variables
from sessionrunner.web.voice import Voice
from tests.web.fakes import STATEMENTS, THEMES, Room
from tests.web.wire import ask

LIMIT = 14_000
"""Bytes that fit the first round trip of a new connection."""
FORBIDDEN = ("helt anonym", "100 %", "100%", "garanter", "completely anonymous")


def page(language: str = "sv") -> PhonePage:
    return PhonePage(Voice(load(language)), phone_style(THEMES["ljust"], THEMES["morkt"]))


@pytest.mark.parametrize("step", ["start", "borden", "bikupa", "reflektion", "avslut"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_comes_in_one_round_trip(step: str, language: str) -> None:
    """Rule: on a crowded guest network the page is there at once, styles included."""
    room = Room()
    room.go_to(step)
    assert len(gzip.compress(page(language).render(room.desk.room.public()).encode())) <= LIMIT


def test_the_page_is_sent_compressed(server: AudienceServer) -> None:
    """Rule: the small size is what goes over the air."""
    reply = ask(server.phone_url, "", headers={"Accept-Encoding": "gzip, deflate"})
    assert reply.headers["content-encoding"] in {"gzip", "deflate"}
    assert len(reply.body) <= LIMIT


def test_two_hundred_people_fit_as_well() -> None:
    """Rule: also in the largest room."""
    room = Room(people=tuple(f"Person {number}" for number in range(200)))
    room.go_to("bikupa")
    assert len(gzip.compress(page().render(room.desk.room.public()).encode())) <= LIMIT


@pytest.mark.parametrize("threshold", [3, 4, 5, 6])
def test_the_number_on_the_phone_is_the_number_in_force(threshold: int) -> None:
    """Rule: the promise says the k that holds."""
    room = Room(threshold=threshold)
    room.go_to("reflektion")
    text = page().render(room.desk.room.public())
    assert f"minst {threshold} har svarat" in text
    assert ('class="careful"' in text) == (threshold < 5)


def test_who_reads_the_answer_is_told_before_it_is_sent() -> None:
    """Rule: the leader reads it, the room may see it, and nobody is told who wrote it."""
    room = Room()
    room.go_to("reflektion")
    text = page().render(room.desk.room.public())
    assert "Den som leder läser svaren och kan visa dem för alla i rummet" in text


def test_nothing_promises_too_much() -> None:
    """Rule: we say what we can keep, in both languages and in every state."""
    rooms = [Room(), Room(threshold=3)]
    for room in rooms:
        room.go_to("reflektion")
    texts = [page(language).render(room.desk.room.public()) for language in LANGUAGES for room in rooms]
    texts += [page(language).statement() for language in LANGUAGES]
    said = [text.split("</style>")[1].lower() for text in texts]
    assert not [word for word in FORBIDDEN for text in said if word in text]


def test_the_page_refreshes_by_itself_only_while_nothing_is_being_written() -> None:
    """Rule: no text is lost to a reload."""
    room = Room()
    room.go_to("bikupa")
    waiting = page().render(room.desk.room.public())
    room.desk.handle(Next())
    assert 'http-equiv="refresh"' in waiting
    assert 'http-equiv="refresh"' not in page().render(room.desk.room.public())


def test_every_drawing_of_a_form_has_its_own_number() -> None:
    """Rule: two phones never send the same number."""
    room = Room()
    room.go_to("reflektion")
    numbers = {
        re.findall(r'name="submission" value="([0-9a-f]{32})"', page().render(room.desk.room.public()))[0]
        for _ in range(20)
    }
    assert len(numbers) == 20


def test_reasons_stand_beside_their_question() -> None:
    """Rule: without a script, too, one sees what to change."""
    room = Room()
    room.go_to("reflektion")
    rejections = [Rejection("tar-med", Text("form.email")), Rejection("", Text("form.empty"))]
    text = page().render(room.desk.room.public(), rejections=rejections)
    assert 'aria-describedby="w0"' in text and 'id="w0">Det ser ut som en e-postadress' in text


@pytest.mark.parametrize(
    ("table", "told"), [("Bord 1", "bredvid bordets namn"), ("", "utan att det står vilken grupp")]
)
def test_who_writes_for_a_table_is_told_that_the_table_is_named(table: str, told: str) -> None:
    """Rule: the words about a group's answer are not said where they would not be true."""
    question = Question("ark", "Arkets starkaste mening", QuestionKind.TEXT, per=Per.GROUP, table=table)
    plain = Room().exercise
    room = Room(exercise=_replace(plain, steps=tuple(_with(step, "Nu", question) for step in plain.steps)))
    room.go_to("reflektion")
    shown = page().render(room.desk.room.public()).split("<form")[1]
    assert told in shown
    assert ("utan att det står vilken grupp" in shown) is (not table)


@pytest.mark.parametrize("hostile", ["</script><b>x", '"><img src=x>', "<!--", "'&amp;\\u2028"])
def test_words_of_an_exercise_are_text(hostile: str) -> None:
    """Rule: nothing in an exercise file becomes markup."""
    question = Question(hostile, hostile, QuestionKind.CHOICE, options=(hostile,), low=hostile)
    plain = Room().exercise
    steps = tuple(_with(step, hostile, question) for step in plain.steps)
    room = Room(exercise=_replace(plain, title=hostile, steps=steps))
    room.go_to("reflektion")
    text = page().render(room.desk.room.public())
    assert "<b>x" not in text and "<img" not in text and "<!--" not in text


def _with(step: object, text: str, question: Question) -> object:
    collects = bool(getattr(step, "collect", ()))
    return _replace(step, title=text, wall=text, collect=(question,) if collects else ())


def _replace(thing: object, **changes: object) -> Any:
    from dataclasses import replace

    return replace(thing, **changes)  # type: ignore[type-var]


def test_the_state_of_phones_is_made_from_the_public_view_only() -> None:
    """Rule: no counts of answers, no lessons, no answers, no notes."""
    room = Room()
    room.go_to("borden")
    state = phone_state(room.desk.room.public())
    assert not {"answered", "lessons", "revealed", "notes"} & set(state)
    assert {place["statement"] for place in state["places"]} == set(STATEMENTS)  # type: ignore[attr-defined]


def test_states_that_differ_in_time_only_look_alike() -> None:
    """Rule: phones are not woken every second."""
    room = Room()
    room.go_to("borden")
    before = phone_state(room.desk.room.public())
    room.clock.advance(seconds=5)
    after = phone_state(room.desk.room.public())
    assert before != after
    assert lasting(before) == lasting(after)


def test_a_change_of_pace_does_not_look_alike() -> None:
    """Rule: when time is nearly up everybody is told."""
    room = Room()
    room.go_to("bikupa")
    before = phone_state(room.desk.room.public())
    room.clock.advance(minutes=4, seconds=30)
    after = phone_state(room.desk.room.public())
    assert lasting(before) != lasting(after)
    assert after["pace"] == Pace.SOON.value


def test_a_left_form_says_how_long_it_still_takes_answers() -> None:
    """Rule: who is writing hears that there is a minute."""
    room = Room()
    room.go_to("reflektion")
    assert phone_state(room.desk.room.public())["form"]["closes_in"] is None  # type: ignore[index]
    room.desk.handle(Next())
    room.clock.advance(seconds=20)
    assert phone_state(room.desk.room.public())["form"]["closes_in"] == 40.0  # type: ignore[index]


def test_the_wall_knows_more_than_the_phones() -> None:
    """Rule: what belongs to the whole room is on the wall only."""
    view = Room().desk.room.public()
    assert set(wall_state(view, Counts(), Shown())) - set(phone_state(view)) == {
        "answered",
        "connected",
        "ready",
        "lessons",
        "approved",
        "revealed",
        "card",
        "sketch",
        "piles",
        "left_out",
        "vote",
        "tables",
        "rule",
        "owner",
        "follow_up",
        "speaking",
        "listening",
        "rooms",
        "one_of_several",
    }


@pytest.mark.parametrize("area", ["web.", "form."])
def test_both_languages_say_everything(area: str) -> None:
    """Rule: no phone shows half a language."""
    swedish, english = ({key for key in load(one).keys() if key.startswith(area)} for one in LANGUAGES)  # noqa: SIM118
    assert swedish == english and swedish


def test_the_view_names_nothing_the_page_does_not_need() -> None:
    """Rule: a new field of the public view is looked at before phones receive it."""
    from dataclasses import fields

    assert {field.name for field in fields(PublicView)} - set(phone_state(Room().desk.room.public())) == {
        "lessons",
        "approved",
        "sketch",
        "rule",
        "owner",
        "follow_up",
        "speaking",
        "listening",
    }


@pytest.mark.parametrize("theme", sorted(THEMES))
def test_the_style_sheet_holds_colours_and_nothing_else_of_a_theme(theme: str) -> None:
    """Rule: what is sent before the page can be read is only what it needs."""
    declared = re.findall(r"--([a-z-]+):([^;]*);", variables(THEMES[theme]))
    assert declared and all(re.fullmatch("#[0-9a-f]{6}", value) for _, value in declared)
