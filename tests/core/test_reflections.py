"""Anonymous answers: when they are taken, what is taken, and how they are mixed."""

import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessionrunner.core.cleaning import clean
from sessionrunner.core.commands import Back, Close, Next, Pause, Reveal
from sessionrunner.core.exercise import Question, QuestionKind
from sessionrunner.core.reflections import (
    GRACE,
    LARGEST,
    LONGEST,
    Submission,
    accept,
    closes_in,
    mix,
    most_answers,
    only_personal,
    open_forms,
    scale,
    submission_id,
    without_personal,
)
from tests.core.rooms import CHOICE, HOUR, SCALE, TEXT, Hour, a_step, minutes
from tests.core.strategies import hours

FORM = a_step("form", collect=(TEXT, SCALE, CHOICE))
KEY = b"k" * 16
answers = st.fixed_dictionaries({}, optional={"text": st.sampled_from("abcdef"), "scale": st.sampled_from("0123")})
submissions = st.lists(st.builds(Submission, st.sampled_from(["form", "other"]), st.sampled_from("123456789"), answers))


def open_now(hour: Hour) -> list[str]:
    return [step.id for step in open_forms(hour.session, hour.now)]


def why_not(raw: Mapping[str, str]) -> list[tuple[str, str]]:
    """Question and reason of every objection."""
    return [(rejection.question, rejection.reason.key) for rejection in accept(FORM, raw)[1]]


def sent(*texts: str, step: str = "form") -> list[Submission]:
    return [Submission(step, f"phone {number}", {"text": text}) for number, text in enumerate(texts)]


def test_a_form_is_closed_before_its_step_open_during_it_and_for_a_grace_after() -> None:
    """A time limit never eats typed text."""
    hour = Hour().go_to("pairs")
    assert open_now(hour) == []
    assert open_now(hour.give(Next()).wait(minutes=30)) == ["write"]
    assert open_now(hour.give(Next()).wait(seconds=60)) == ["write"]
    assert open_now(hour.wait(seconds=1)) == []


def test_the_grace_is_told() -> None:
    """None while the step goes on, then what is left of the minute."""
    hour = Hour().go_to("write")
    assert closes_in(hour.session, HOUR.step("write"), hour.now) is None
    hour.give(Next()).wait(seconds=15)
    assert closes_in(hour.session, HOUR.step("write"), hour.now) == minutes(0.75)


def test_a_pause_keeps_the_form_open() -> None:
    """Whoever writes may go on writing."""
    assert open_now(Hour().go_to("write").give(Pause()).wait(minutes=30)) == ["write"]


def test_a_form_opens_again_when_the_room_goes_back() -> None:
    """As long as nobody has seen its answers."""
    hour = Hour().go_to("turns").wait(minutes=5)
    assert open_now(hour) == []
    assert open_now(hour.give(Back(), Back())) == ["write"]


def test_no_form_is_open_in_the_lobby_or_after_the_end() -> None:
    """Not even that of the first step, or one in its grace."""
    assert open_now(Hour()) == []
    assert open_now(Hour().go_to("again").give(Close())) == []


def test_who_is_writing_when_the_answers_are_opened_may_finish() -> None:
    """A minute from the opening, however long the step goes on; the text waits for others to keep it company."""
    hour = Hour().go_to("write").wait(seconds=30).give(Reveal("write"))
    assert open_now(hour.wait(seconds=59)) == ["write"]
    assert open_now(hour.wait(seconds=2)) == []


def test_the_grace_runs_once() -> None:
    """Opening the answers of a step that was left gives nobody another minute."""
    hour = Hour().go_to("again").wait(seconds=30).give(Reveal("write"))
    assert open_now(hour.wait(seconds=31)) == []


@given(hours)
def test_a_form_whose_answers_were_opened_a_minute_ago_is_never_open(hour: Hour) -> None:
    """Whatever was undone, gone back to or begun again."""
    opened = {step for step, times in hour.session.openings.items() if hour.now - times[0] > GRACE}
    assert not set(open_now(hour)) & opened


def test_more_answers_than_people_are_taken_up_to_a_point() -> None:
    """Half as many again and ten: second thoughts are nobody's fault, a hundred are."""
    assert [most_answers(people) for people in (0, 4, 30, 200)] == [10, 16, 55, 310]


def test_a_text_without_its_number_keeps_everything_else() -> None:
    """What the leader lets in is the same answer with a mark in it."""
    held = Submission("write", "1", {"text": "Hon är 850709-1234.", "scale": "7"}, 0, held=True)
    assert without_personal(held, 2) == Submission("write", "1", {"text": "Hon är […].", "scale": "7"}, 2)


@pytest.mark.parametrize(
    ("raw", "only"),
    [
        ({"text": "070-123 45 67"}, True),
        ({"text": "070-123 45 67", "scale": "99"}, False),
        ({"text": "x"}, False),
    ],
)
def test_personal_data_is_told_from_other_objections(raw: dict[str, str], only: bool) -> None:
    """Only what could be kept without it can be held back."""
    assert only_personal(accept(FORM, raw)[1]) is only


def test_a_whole_form_is_taken() -> None:
    """One answer to each question."""
    raw = {"text": "Att fråga mer", "scale": "10", "choice": "ja"}
    assert accept(FORM, raw) == (raw, [])


def test_one_answer_of_several_is_enough() -> None:
    """Nobody has to answer everything."""
    assert accept(FORM, {"text": "", "scale": "0", "unknown": "x"}) == ({"scale": "0"}, [])


@pytest.mark.parametrize(
    ("raw", "question", "why"),
    [
        ({}, "", "form.empty"),
        ({"text": " \n\u200b\u200d"}, "", "form.empty"),
        ({"scale": "11"}, "scale", "form.not-on-scale"),
        ({"scale": "-1"}, "scale", "form.not-on-scale"),
        ({"scale": "07"}, "scale", "form.not-on-scale"),
        ({"choice": "kanske"}, "choice", "form.not-a-choice"),
        ({"text": "x" * (LONGEST + 1)}, "text", "form.too-long"),
        ({"text": "😀" * 1000}, "", "form.too-large"),
        ({"text": "Ring 070-123 45 67"}, "text", "form.phone-number"),
        ({"text": "850709-1234"}, "text", "form.identity-number"),
        ({"text": "anna@kommun.se"}, "text", "form.email"),
    ],
)
def test_what_cannot_be_taken_is_refused_beside_its_question(raw: dict[str, str], question: str, why: str) -> None:
    """The phone says what to change, and where."""
    assert why_not(raw) == [(question, why)]


def test_every_objection_is_told_at_once() -> None:
    """Nobody has to press send four times."""
    raw = {"text": "anna@kommun.se 070-1234567", "scale": "x", "choice": "x"}
    assert [question for question, _ in why_not(raw)] == ["text", "text", "scale", "choice"]


def test_the_longest_text_is_taken() -> None:
    """Twelve hundred characters, å and ä among them."""
    text = "åäö " * (LONGEST // 4 - 1) + "slut"
    assert accept(FORM, {"text": text}) == ({"text": text}, [])


@given(st.dictionaries(st.sampled_from(["text", "scale", "choice"]), st.text(max_size=1500)))
def test_what_is_taken_fits_its_slot_and_can_be_stored(raw: dict[str, str]) -> None:
    """Whatever a phone sends, an accepted form is small, clean and encodable."""
    taken, rejections = accept(FORM, raw)
    if not rejections:
        assert sum(len(answer.encode()) for answer in taken.values()) <= LARGEST
        assert all(answer and answer == clean(answer) for answer in taken.values())


def test_a_scale_has_every_whole_step() -> None:
    """Lowest first."""
    assert scale(replace(SCALE, least=-1, most=2)) == ("-1", "0", "1", "2")


@pytest.mark.parametrize(
    "text",
    [
        "Åsa och Örjan är på väg",
        "rad ett\nrad två",
        "👩‍👩‍👧 familjen",
        "❤️‍🔥",
        "👩🏽‍💻",
        "🏳️‍🌈",
        "🙂‍↔️",
        "”citat” – och … §",
        "مرحبا",
        "שלום",
        "naïve café",
    ],
)
def test_what_people_write_stays_as_they_wrote_it(text: str) -> None:
    """Letters with rings and dots, emoji of several parts, other alphabets."""
    assert clean(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("a\x1b[2Jb", "a[2Jb"),
        ("a\x07\x00b", "ab"),
        ("\u202egnirts\u202c", "gnirts"),
        ("\u2066x\u2069", "x"),
        ("a\u200bb\ufeff", "ab"),
        ("a\u00adb", "ab"),
        ("0\u200d7\u200d0", "070"),
        ("\u200d", ""),
        ("👩\u200dx", "👩x"),
        ("\ud800x", "x"),
        ("\ue000\uffff\ufdd0x", "x"),
        ("a\tb", "a b"),
        ("a\r\nb\rc\u2028d\u2029e\x85f\x0bg", "a\nb\nc\nd\ne\nf\ng"),
        ("e\u0301", "é"),
        ("  x \n", "x"),
    ],
)
def test_what_could_draw_hide_or_break_is_taken_away(text: str, cleaned: str) -> None:
    """Control and direction characters, invisible ones, halves of characters, and ones that no file may hold."""
    assert clean(text) == cleaned


@given(st.text(st.characters()))
def test_a_cleaned_text_is_clean(text: str) -> None:
    """Cleaning twice changes nothing more, and nothing a terminal obeys is left."""
    once = clean(text)
    assert clean(once) == once
    assert all(char == "\n" or unicodedata.category(char) not in {"Cc", "Cs", "Co"} for char in once)
    assert not set(once) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u200e\u200f\u200b\ufeff")


@given(st.text(st.characters()), st.text(st.characters()))
def test_a_submission_id_always_fits_and_tells_phones_apart(one: str, other: str) -> None:
    """Whatever is sent as a random number, thirty-two characters are kept; the same gives the same."""
    assert len(submission_id(one)) == 32
    assert (submission_id(one) == submission_id(other)) == (one == other)


@given(submissions, st.randoms(use_true_random=False))
def test_the_order_of_arrival_makes_no_difference(arrived: list[Submission], dice: Random) -> None:
    """However the same answers came in, they come out alike."""
    otherwise = list(arrived)
    dice.shuffle(otherwise)
    assert mix(arrived, FORM, KEY) == mix(otherwise, FORM, KEY)


@given(submissions)
def test_each_phone_counts_once_and_only_for_its_step(arrived: list[Submission]) -> None:
    """A repeated sending is not a second answer, and other steps' answers are not among these."""
    mixed = mix(arrived, FORM, KEY)
    phones = {one.id for one in arrived if one.step == "form"}
    assert all(len(found) <= len(phones) for found in mixed.values())
    assert mix([*arrived, *arrived], FORM, KEY) == mixed
    assert mix([one for one in arrived if one.step == "form"], FORM, KEY) == mixed


def test_every_answer_comes_out() -> None:
    """Mixed, not lost, and equal answers as often as they were given."""
    assert sorted(mix(sent("a", "b", "b", "c"), FORM, KEY)["text"]) == ["a", "b", "b", "c"]


def test_the_order_is_that_of_the_key_not_of_the_alphabet() -> None:
    """Another session mixes otherwise; the same one always alike."""
    texts = [f"svar {number}" for number in range(24)]
    one, other = (mix(sent(*texts), FORM, key)["text"] for key in (KEY, b"other"))
    assert one != other
    assert sorted(texts) != list(one)
    assert mix(sent(*texts), FORM, KEY)["text"] == one


def test_the_order_tells_nothing_of_the_order_of_arrival() -> None:
    """Over a hundred sessions, an earlier answer comes first half of the time."""
    texts = [f"svar {number}" for number in range(24)]
    first = 0
    for session in range(100):
        order = {text: at for at, text in enumerate(mix(sent(*texts), FORM, bytes([session]) * 16)["text"])}
        first += sum(order[one] < order[other] for at, one in enumerate(texts) for other in texts[at + 1 :])
    assert abs(first / (100 * 24 * 23 / 2) - 0.5) < 0.025


def two_questions(form: str = "form") -> dict[str, tuple[str, ...]]:
    """Twenty-four people who answer the same to two questions."""
    both = (TEXT, Question("more", "And?", QuestionKind.TEXT))
    step = a_step(form, collect=both)
    arrived = [Submission(form, str(n), {"text": f"svar {n}", "more": f"svar {n}"}) for n in range(24)]
    return mix(arrived, step, KEY)


def test_answers_to_two_questions_cannot_be_laid_side_by_side() -> None:
    """Each question has an order of its own, and so has the same question in another step."""
    here, there = two_questions(), two_questions("later")
    assert sorted(here["text"]) == sorted(here["more"])
    assert here["text"] != here["more"]
    assert here["text"] != there["text"]
