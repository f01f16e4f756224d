"""The shipped exercises: a nervous leader can run each one from its notes alone."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import timedelta
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from sessionrunner.core.exercise import Exercise, Keep, Mode, Step
from sessionrunner.core.wording import filled
from sessionrunner.core.wording import texts as texts_with_minutes
from sessionrunner.storage import exercise_file

FOLDER = Path(__file__).parent.parent / "exercises"
FILES = sorted(path for path in FOLDER.rglob("*.yaml") if path.parent.name != "programmes")
WORKING = {Mode.TABLES, Mode.GROUPS, Mode.TURNS}
MODELS = [path for path in FILES if path.parent.name == "modeller"]
EXERCISES = [path for path in FILES if path not in MODELS]
every_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
every_exercise = pytest.mark.parametrize("path", EXERCISES, ids=lambda path: path.stem)
every_model = pytest.mark.parametrize("path", MODELS, ids=lambda path: path.stem)


@cache
def exercise_in(path: Path) -> Exercise:
    """The exercise in this file; every rule looks at the same one."""
    return exercise_file.read(path)


def steps(path: Path) -> tuple[Step, ...]:
    """The steps of an exercise file."""
    return exercise_in(path).steps


def texts(part: object) -> Iterator[str]:
    """Every text somewhere in an exercise."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for one in part:
            yield from texts(one)
    elif is_dataclass(part):
        for field in fields(part):
            yield from texts(getattr(part, field.name))


MODULES = [path for path in MODELS if path.stem.startswith("introduktion-modul-")]


@pytest.mark.parametrize(("before", "after"), list(pairwise(MODULES)), ids=lambda path: path.stem)
def test_a_module_begins_with_what_the_one_before_gave_as_homework(before: Path, after: Path) -> None:
    """What was given as homework is sent as a reminder, and is the first thing on the wall next time."""
    number = after.stem[-1]
    assert any(f"modul {number}" in step.wall for step in steps(before)[1:])
    assert exercise_in(after).preparation.send_ahead
    assert "Hemuppgiften" in steps(after)[0].wall.splitlines()[0]


def long_sentences(exercise: Exercise) -> set[str]:
    """Sentences of eight words or more, in small letters and without punctuation."""
    sentences = (re.findall(r"\w+", piece.lower()) for text in texts(exercise) for piece in re.split(r"[.!?:\n]", text))
    return {" ".join(words) for words in sentences if len(words) >= 8}


def too_long(path: Path, part: str, most: int) -> list[str]:
    """Ids of steps whose note of this sort has more characters than fit beside the clock."""
    return [step.id for step in steps(path) if len(getattr(step.notes, part)) > most]


def test_there_are_exercises_to_look_at() -> None:
    """A folder that has moved must not make every other rule here true."""
    assert len(FILES) >= 3


@every_file
def test_the_file_reads_without_problems(path: Path) -> None:
    """What is shipped opens, and its steps add up to its minutes."""
    assert exercise_file.problems(path) == []


@every_file
def test_the_fixed_steps_add_up_to_the_minutes(path: Path) -> None:
    """Thirty-five minutes are thirty-five; with turns, the rest is a whole number of turns."""
    exercise = exercise_in(path)
    rest = exercise.minutes - sum((step.minutes or timedelta() for step in exercise.steps), timedelta())
    turns = [step.turn for step in exercise.steps if step.turn]
    assert rest == timedelta() if not turns else (rest > timedelta() and rest % turns[0] == timedelta())


@every_file
def test_the_id_says_where_the_file_lies(path: Path) -> None:
    """The name a leader types is the file's place."""
    assert exercise_in(path).id == path.relative_to(FOLDER).with_suffix("").as_posix()


@every_file
def test_it_opens_with_everybody_hearing_the_purpose_and_the_time(path: Path) -> None:
    """Say what it is for and how long it takes before anything starts; a meeting may begin with earlier decisions."""
    first = steps(path)[0]
    assert first.mode in ({Mode.PLENARY, Mode.FOLLOW_UP} if path in MODELS else {Mode.PLENARY})
    assert exercise_in(path).purpose
    assert re.search(r"minut|kvart|timm", first.notes.say, re.IGNORECASE)


@every_exercise
def test_it_ends_with_a_reflection_and_five_protected_minutes_together(path: Path) -> None:
    """First each on their own, then together; those five minutes are never taken."""
    reflection, closing = steps(path)[-2:]
    assert reflection.mode is Mode.ALONE and reflection.collect
    assert closing.mode is Mode.SUMMARY and closing.protect and closing.outputs
    assert closing.minutes == timedelta(minutes=5)


@every_model
def test_a_model_ends_together_in_protected_minutes(path: Path) -> None:
    """A meeting or a review has its own last words, but they are never squeezed away either."""
    closing = steps(path)[-1]
    nothing = exercise_in(path).keep is Keep.NOTHING
    assert closing.protect
    assert nothing or (closing.mode is Mode.SUMMARY and closing.outputs)


@every_file
def test_what_is_said_fits_beside_the_clock(path: Path) -> None:
    """Words to read aloud keep within five lines of a small screen."""
    assert too_long(path, "say", 220) == []


@every_file
def test_what_is_done_fits_beside_the_clock(path: Path) -> None:
    """What to do with hands, room and clock keeps within four lines."""
    assert too_long(path, "do", 180) == []


@every_file
def test_what_helps_a_silent_room_fits_beside_the_clock(path: Path) -> None:
    """One or two questions, no more."""
    assert too_long(path, "if_quiet", 120) == []


@every_file
def test_every_step_has_all_three_sorts_of_notes(path: Path) -> None:
    """A leader who is lost finds something to say, to do and to ask."""
    assert [step.id for step in steps(path) if not all(texts(step.notes)) or step.notes.say == ""] == []


@every_file
def test_every_working_step_has_two_to_four_follow_up_questions(path: Path) -> None:
    """Enough to go on with, few enough to choose among."""
    assert [step.id for step in steps(path) if step.mode in WORKING and not 2 <= len(step.questions) <= 4] == []


@every_file
def test_the_wall_has_at_most_four_short_lines(path: Path) -> None:
    """The back row reads the task in one look."""
    for step in filled(exercise_in(path)).steps:
        lines = step.wall.splitlines()
        assert 1 <= len(lines) <= 4
        assert [line for line in lines if len(line) > 45] == []


@every_file
def test_a_rotation_is_never_squeezed_below_its_rounds(path: Path) -> None:
    """Every group gets to every table, however short of time the room is."""
    for step in steps(path):
        if step.rounds:
            needed = step.rounds.minutes * len(step.tables) + step.rounds.move * (len(step.tables) - 1)
            assert step.minutes and step.minutes >= needed
            assert step.protect or (step.least is not None and step.least >= needed)


@every_file
def test_the_room_is_not_promised_what_cannot_be_kept(path: Path) -> None:
    """Nobody is told that answers are entirely anonymous or secret."""
    promises = re.compile(r"anonym|100 %|hemlig", re.IGNORECASE)
    assert promises.search("Svaren är helt anonyma")
    assert [text for text in texts(exercise_in(path)) if promises.search(text)] == []


def test_no_long_sentence_is_used_in_two_exercises() -> None:
    """Each exercise is written for its own hour."""
    found = [long_sentences(exercise_in(path)) for path in FILES]
    assert all(found)
    assert [one & other for one, other in combinations(found, 2) if one & other] == []


def test_a_repeated_long_sentence_would_be_found() -> None:
    """The look for repetition sees a sentence wherever in an exercise it stands."""
    first = exercise_in(FILES[0])
    said = max(re.split(r"[.!?:\n]", first.steps[1].notes.say), key=len)
    assert " ".join(re.findall(r"\w+", said.lower())) in long_sentences(first)


def reading_ease(text: str) -> float:
    """LIX: words to a sentence plus the share of long words; under 30 is as easy as a children's book."""
    sentences = [part for part in re.split(r"[.!?:\n]", text) if re.search(r"\w", part)]
    words = re.findall(r"\w+", text)
    return len(words) / len(sentences) + 100 * sum(len(word) > 6 for word in words) / len(words)


@every_file
def test_the_wall_and_what_is_said_are_easy_to_read(path: Path) -> None:
    """Plain Swedish, for a room that listens and looks at the same time."""
    assert reading_ease("\n".join(step.wall for step in steps(path))) < 30
    assert reading_ease("\n".join(step.notes.say for step in steps(path))) < 30


def test_officialese_would_be_found() -> None:
    """The measure tells plain Swedish from the other kind."""
    heavy = (
        "Verksamhetsutvecklingen förutsätter kontinuerlig dokumentationsuppföljning avseende handläggningsprocessen."
    )
    assert reading_ease(heavy) > 60


def phrases(exercise: Exercise) -> frozenset[tuple[str, ...]]:
    """Every three words in a row of its steps, the closing one aside."""
    told = [" ".join(texts((step.notes, step.questions, step.wall))) for step in exercise.steps[:-1]]
    words = [re.findall(r"\w+", text.lower()) for text in told]
    return frozenset(three for one in words for three in zip(one, one[1:], one[2:], strict=False))


def shared(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> float:
    """How much of the shorter text stands in the longer too."""
    return len(one & other) / min(len(one), len(other))


def test_no_two_exercises_share_their_steps() -> None:
    """Nobody is led through the same hour under another title."""
    found = [phrases(exercise_in(path)) for path in FILES]
    assert max(shared(one, other) for one, other in combinations(found, 2)) < 0.4


def test_an_hour_under_another_title_would_be_found() -> None:
    """An exercise with one step written anew is still the same exercise."""
    first, second = exercise_in(FILES[0]), exercise_in(FILES[1])
    copied = replace(first, steps=(second.steps[0], *first.steps[1:]))
    assert shared(phrases(first), phrases(copied)) > 0.4


NUMBERS = ("noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")
NOT_ITS_OWN = {("utforma-uppdrag-placering/vard-utforska-mal-i-eget-arende", "avslut")}
"""Minutes that happen to be as many as the step's, and mean something else."""


def own_lengths(step: Step) -> set[int]:
    lengths = (step.minutes, step.turn, step.rounds.minutes if step.rounds else None)
    return {length // timedelta(minutes=1) for length in lengths if length is not None}


@every_file
def test_no_text_names_minutes_that_a_bargain_would_change(path: Path) -> None:
    """”Ni har fem minuter” is wrong as soon as two of them have been given away: ”<minuter>” follows the clock."""
    for step in steps(path):
        for _, text in texts_with_minutes(step):
            found = re.findall(r"\b(\w+)\s+minuter\b", text.casefold())
            told = {
                int(one) if one.isdecimal() else NUMBERS.index(one)
                for one in found
                if one.isdecimal() or one in NUMBERS
            }
            assert not told & own_lengths(step) or (exercise_in(path).id, step.id) in NOT_ITS_OWN
