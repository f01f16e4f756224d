"""What is the leader's alone is in no message to a phone or to the wall, whatever happens."""

import json
from dataclasses import replace

from hypothesis import given

from sessionrunner.core.commands import TakeNote
from sessionrunner.core.exercise import Question, QuestionKind
from sessionrunner.core.opening import gathered
from sessionrunner.core.public import public_view
from sessionrunner.core.session import Session
from sessionrunner.core.showing import shown_on_wall
from sessionrunner.web.payload import Counts, phone_state, wall_state
from tests.core.rooms import SECRET, Hour
from tests.core.strategies import hours

ANSWERS = {"text": tuple(f"CANARY {number}" for number in range(9)), "scale": ("7",) * 9}


def payloads(hour: Hour, session: Session | None = None) -> tuple[str, str]:
    """What phones and wall receive now, with nine answers in the box for every form."""
    of = session or hour.session
    view = public_view(of, hour.now)
    collected = gathered(of, lambda step, waves: ANSWERS if 0 in waves else {})
    wall = wall_state(view, Counts(9, 9, 9), shown_on_wall(of, collected))
    return json.dumps(phone_state(view), default=dict), json.dumps(wall, default=dict)


@given(hours)
def test_notes_and_closed_answers_are_in_no_message(hour: Hour) -> None:
    """Rule: no notes anywhere; no answer on any phone, and on the wall only those that were put up."""
    hour.give_if_possible(TakeNote(f"{SECRET} note"))
    phone, wall = payloads(hour)
    assert SECRET not in phone + wall and "CANARY" not in phone
    assert "CANARY" not in wall or hour.session.on_wall is not None


def test_the_search_would_find_a_note_and_an_answer() -> None:
    """Rule: a search that never finds anything proves nothing; here both have been put where all can see them."""
    hour = Hour().go_to("write")
    ask = Question("leak", "CANARY in a question", QuestionKind.TEXT)
    steps = [replace(step, wall=step.notes.say, collect=(ask,)) for step in hour.session.exercise.steps]
    leaky = replace(hour.session, exercise=replace(hour.session.exercise, steps=tuple(steps)))
    phone, wall = payloads(hour, leaky)
    assert all(word in said for word in (SECRET, "CANARY") for said in (phone, wall))
