"""A colleague who was not there opens the file and understands what was decided."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from sessionrunner.core.commands import PauseReason
from sessionrunner.core.lesson import Note
from sessionrunner.core.record import Record
from sessionrunner.locale import load
from sessionrunner.output.markdown import render
from tests.output.records import EXERCISE, TEXTS, full, with_answers, with_lesson

GOLDEN = Path(__file__).parent / "golden" / "lärdomar.md"
ANY_TEXT = st.text(st.characters(codec="utf-8")) | st.sampled_from(
    [
        "---",
        "\n---\n",
        "a: b",
        "'",
        '"',
        "no",
        "1234e567",
        "12:30",
        "😀",
        "- x",
        "{a}",
        "# x",
        "\u2028",
        "\ufeffx",
        "~",
        " x ",
    ]
)


def written(record: Record, language: str = "sv") -> str:
    """The file's text."""
    return render(record, load(language))


def head(text: str) -> dict[str, Any]:
    """The front matter as any program reads it."""
    fields = yaml.safe_load(text.split("\n---\n")[0].removeprefix("---\n"))
    assert isinstance(fields, dict)
    return fields


def body(record: Record, language: str = "sv") -> str:
    """The text for people."""
    return written(record, language).split("\n---\n", 1)[1]


def test_the_file_of_a_full_hour_is_the_one_agreed_on() -> None:
    """The file people have learnt to read does not change by accident."""
    assert written(full()) == GOLDEN.read_text("utf-8")


def test_the_same_hour_reads_in_english() -> None:
    """A unit that works in English gets a file in English, all of it."""
    text = body(full(), "en")
    assert "21 November 2026. 8 participants. 37 minutes, 35 were planned." in text
    assert "**Activity:** Korta mallen för förhandsbedömning. Responsible: arbetsledare. By 15 December 2026." in text
    assert not any(word in text for word in ("svar", "Ansvarig", "planerade", "Spelregel"))


def test_decisions_come_before_reflections() -> None:
    """What was decided is on the first screen."""
    text = body(full())
    places = [text.index(heading) for heading in ("bestämde vi", "Att följa upp", "## Reflektioner", "## Tider")]
    assert places == sorted(places)
    assert text[: places[2]].count("\n") <= 36


def test_the_record_holds_every_agreed_key() -> None:
    """Other programs, and the next session, can rely on the record."""
    fields = head(written(full()))
    expected = "sessionrunner session date exercise title package participants planned_minutes actual_minutes steps"
    assert list(fields)[:15] == [*expected.split(), "approved", "lessons", "updates", "follow_up", "reflections"]
    assert fields["steps"] == [
        {
            "id": step.id,
            "planned": step.planned / timedelta(minutes=1),
            "actual": step.actual / timedelta(minutes=1),
            "title": step.title,
        }
        for step in full().steps
    ]


@given(ANY_TEXT, ANY_TEXT)
def test_every_text_comes_back_from_the_record_as_it_was(text: str, owner: str) -> None:
    """No sign somebody types can damage the record."""
    (lesson,) = head(written(with_lesson(text, owner)))["lessons"]
    assert (lesson["text"], lesson["owner"]) == (text, owner)


@given(st.text(st.sampled_from("0123456789abcdef"), min_size=8, max_size=8))
def test_a_session_id_is_never_taken_for_a_number(session: str) -> None:
    """12345678 and 1234e567 are names, to old and new readers of YAML alike."""
    record = full()
    text = written(replace(record, identity=replace(record.identity, session=session)))
    assert head(text)["session"] == session
    assert session[0].isalpha() or f"session: '{session}'\n" in text


def test_a_broken_character_does_not_stop_the_saving() -> None:
    """Half an emoji, as some paste functions leave it, becomes a replacement sign."""
    assert head(written(with_lesson("x\ud83d")).encode().decode())["lessons"][0]["text"] == "x\ufffd"


@given(st.lists(ANY_TEXT, max_size=4))
def test_every_answer_is_one_quotation_in_the_file(answers: list[str]) -> None:
    """No answer changes the file around it."""
    tokens = MarkdownIt("commonmark").parse(body(with_answers(*answers)))
    plain = MarkdownIt("commonmark").parse(body(with_answers(*("svar" for _ in answers))))
    outside = [token.type for token in tokens if token.type.startswith(("heading", "hr", "html", "fence", "bullet"))]
    assert [token.type for token in tokens].count("blockquote_open") == len(answers)
    assert outside == [
        token.type for token in plain if token.type.startswith(("heading", "hr", "html", "fence", "bullet"))
    ]


def test_all_answers_of_a_step_count_as_shown_once() -> None:
    """Two questions on one form are one person's answer, not two."""
    assert head(written(full()))["reflections"] == {"answers": 13, "shown": 13}


def test_too_few_answers_are_counted_but_not_shown() -> None:
    """Four people can trust that their words are gone."""
    record = replace(full(), received={"reflektion": 4}, collected=())
    text = body(record)
    assert "4 svar kom in. De visas inte, eftersom färre än 5 har svarat. De är raderade." in text
    assert head(written(record))["reflections"] == {"answers": 4, "shown": 0}
    assert ">" not in text


def test_nothing_is_said_to_be_deleted_before_it_is() -> None:
    """While the hour goes on, the answers are still in the box."""
    text = body(replace(full(), finished=False, received={"bikupa": 7, "reflektion": 4}, collected=()))
    assert "raderade" not in text
    assert "7 svar kom in. Svaren är inte öppnade än." in text
    assert "4 svar kom in. De visas inte, eftersom färre än 5 har svarat." in text


def test_a_question_few_answered_says_so() -> None:
    """A question most people skipped does not give them away."""
    record = full()
    text = body(replace(record, collected=tuple(one for one in record.collected if one.question.id != "nytta")))
    assert "Svaren visas inte, eftersom färre än 5 svarade på frågan. De är raderade." in text


def test_enough_people_but_too_few_on_every_question() -> None:
    """Six people who answered one question each are not shown."""
    text = body(replace(full(), received={"bikupa": 6}, collected=()))
    assert "6 svar kom in. De visas inte, eftersom färre än 5 svarade på varje fråga. De är raderade." in text
    assert "Inga svar kom in." in text


@pytest.mark.parametrize(("finished", "expected"), [(True, False), (False, True)])
def test_a_file_saved_on_the_way_says_that_it_is_not_finished(finished: bool, expected: bool) -> None:
    """Nobody takes half a record for a whole one."""
    assert ("**Pågår.**" in body(replace(full(), finished=finished))) is expected


def test_an_unapproved_summary_says_so() -> None:
    """What the room has not said yes to is not told as if it had."""
    assert "Gruppen har inte godkänt sammanfattningen." in body(replace(full(), approved=False))


def test_an_hour_without_decisions_says_so() -> None:
    """An empty heading would leave people wondering."""
    text = body(replace(full(), lessons=()))
    assert "Inget är nedskrivet." in text and "Inget har ett datum att följa upp." in text


def test_an_exercise_without_questions_says_nothing_about_answers() -> None:
    """No form, no words about forms."""
    steps = tuple(replace(step, collect=()) for step in EXERCISE.steps)
    record = replace(full(), exercise=replace(EXERCISE, steps=steps), received={}, collected=())
    assert "Reflektioner" not in body(record) and "Om svaren" not in body(record)


def test_a_long_scale_is_told_in_bands() -> None:
    """A scale to 100 does not fill the page, and nobody is alone in a line."""
    record = full()
    wide = replace(record.collected[0].question, most=100)
    step = replace(EXERCISE.step("bikupa"), collect=(wide,))
    exercise = replace(EXERCISE, steps=(step,))
    text = body(replace(record, exercise=exercise, collected=(replace(record.collected[0], question=wide),)))
    assert "\n  0–7  ███ 3\n8–100  ████ 4\n" in text


def test_the_file_never_promises_more_than_is_true() -> None:
    """Nobody can promise complete anonymity."""
    for language in ("sv", "en"):
        text = written(full(), language).casefold()
        assert "helt anonym" not in text and "100 %" not in text and "completely anonymous" not in text
        assert ("kan ändå gissa" in text) or ("may still guess" in text)


def test_answers_are_told_once_each() -> None:
    """Every answer that was opened is in the file."""
    assert body(full()).count("\n> ") >= len(TEXTS)


def test_a_pause_too_short_to_count_is_not_told() -> None:
    """A key pressed twice by mistake."""
    told = written(replace(full(), pauses={PauseReason.QUESTION: timedelta(seconds=1)}))
    assert "Klockan stod stilla" not in told


def test_changed_times_and_pauses_are_told_under_the_times() -> None:
    """Why it took as long as it did; an hour without either says nothing of them."""
    first, second, *rest = full().steps
    steps = (first, replace(second, agreed=timedelta(minutes=21)), *rest)
    told = written(replace(full(), steps=steps, pauses={PauseReason.BREAK: timedelta(minutes=10)}))
    assert "Tiden ändrades under övningen: Fyra bord, fyra påståenden 19 → 21 min." in told
    assert "Klockan stod stilla: rast 10 min." in told
    assert "pauses: {break: 10.0}" in told
    assert "agreed: 21.0" in told


def test_notes_stand_under_their_step_and_table() -> None:
    """What was said at table 2 is read together, whenever it was said."""
    notes = (
        Note("Borden", "två", "Bord 2"),
        Note("Slut", "sist"),
        Note("Borden", "ett", "Bord 1"),
        Note("Borden", "x"),
    )
    told = render(replace(full(), notes=notes), load("sv"))
    lines = told.partition("Ledarens anteckningar")[2].split("\n\n")[1].splitlines()
    assert lines == ["- **Borden:** x", "- **Borden, Bord 1:** ett", "- **Borden, Bord 2:** två", "- **Slut:** sist"]


def test_the_day_to_follow_up_is_in_the_record_and_in_words() -> None:
    """Its own field; ``follow_up`` still names a session, as in files that are there already."""
    text = written(replace(full(), follow_up=date(2027, 1, 8), lessons=()))
    assert head(text)["follow_up_on"] == date(2027, 1, 8) and head(text)["follow_up"] is None
    assert "Vi följer upp **fredag 8 januari 2027**." in text
    assert "Inget har ett datum" not in text and "follow_up_on" not in written(full())
