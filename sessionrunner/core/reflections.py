"""Anonymous answers: which are accepted, when, and how they are mixed."""

import hashlib
import hmac
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from sessionrunner.core.ballot import sheet
from sessionrunner.core.cleaning import clean
from sessionrunner.core.exercise import Question, QuestionKind, Step
from sessionrunner.core.personal import PersonalData, personal_data, redacted
from sessionrunner.core.state import Instant, Session, Stage, open_vote
from sessionrunner.core.text import Text

GRACE = timedelta(seconds=60)
"""How long a form takes answers after its step was left: a time limit never eats typed text."""
LONGEST = 1200
"""Characters in one text answer."""
REDACTED = "[…]"
"""Stands where something was taken out; the same in every language."""
LARGEST = 3600
"""Bytes of one submission's answers, so that every submission fits its slot."""


@dataclass(frozen=True, slots=True)
class Submission:
    """What one phone sent for one step: answers by question id, and nothing about who or when."""

    step: str
    id: str
    """Random number made on the phone; lets a repeated sending be told from a second answer."""
    answers: Mapping[str, str]
    wave: int = 0
    """How often the step's answers had been opened before this one came: late ones are shown k at a time."""
    held: bool = False
    """It seems to carry personal data, and waits for the leader to leave that out."""


@dataclass(frozen=True, slots=True)
class Rejection:
    """Why an answer cannot be taken, beside the question it concerns."""

    question: str
    """Question id; empty when it concerns the whole form."""
    reason: Text


def open_forms(session: Session, now: Instant) -> tuple[Step, ...]:
    """A vote, the current step, and steps left or opened less than the grace ago, if they take answers now."""
    if session.stage is not Stage.RUNNING:
        return ()
    vote = open_vote(session)
    steps = (step for step in session.exercise.steps if step.collect and _is_open(session, step, now))
    return (*((sheet(vote),) if vote else ()), *steps)


def form_of(session: Session, step: str) -> Step | None:
    """The form that this id is known for, open or not; None for a vote whose opening was taken back."""
    forms = (*map(sheet, session.votes), *session.exercise.steps)
    return next((one for one in forms if one.id == step), None)


def _is_open(session: Session, step: Step, now: Instant) -> bool:
    if not _is_current(session, step) and step.id not in session.left:
        return False
    left = closes_in(session, step, now)
    return left is None or left >= timedelta()


def closes_in(session: Session, step: Step, now: Instant) -> timedelta | None:
    """What is left of the grace of a form whose step was left or whose answers were opened; None before that."""
    ended = [session.openings[step.id][0]] if step.id in session.openings else []
    if not _is_current(session, step):
        ended.append(session.left[step.id])
    return GRACE - (now - min(ended)) if ended else None


def _is_current(session: Session, step: Step) -> bool:
    return session.step is not None and session.step.id == step.id


def most_answers(people: int) -> int:
    """Answers to one form that nobody wonders at: some press twice, some come late."""
    return people * 3 // 2 + 10


def accept(step: Step, raw: Mapping[str, str]) -> tuple[dict[str, str], list[Rejection]]:
    """The cleaned answers of a form, and what stands in the way of taking them."""
    if step.dots:
        return _ballot(step, raw)
    answers: dict[str, str] = {}
    rejections: list[Rejection] = []
    for question in step.collect:
        answer = clean(raw.get(question.id, ""))
        rejections += _objections(question, answer)
        if answer:
            answers[question.id] = answer
    if not answers:
        rejections.append(Rejection("", Text("form.empty")))
    elif sum(len(f"{key}{answer}".encode()) + 8 for key, answer in answers.items()) > LARGEST:
        rejections.append(Rejection("", Text("form.too-large")))
    return answers, rejections


def _ballot(step: Step, raw: Mapping[str, str]) -> tuple[dict[str, str], list[Rejection]]:
    """The dots placed on each option, none left out; whether they are too many is for the whole ballot."""
    dots = {question.id: clean(raw.get(question.id, "")) for question in step.collect}
    rejections = [one for question in step.collect for one in _objections(question, dots[question.id])]
    placed = {option: number for option, number in dots.items() if number not in ("", "0")}
    if rejections:
        return placed, [Rejection("", rejections[0].reason)]
    total = sum(map(int, placed.values()))
    if total > step.dots:
        return placed, [Rejection("", Text("vote.too-many-dots", {"n": step.dots, "placed": total}))]
    return placed, [] if placed else [Rejection("", Text("vote.no-dots"))]


def submission_id(raw: str) -> str:
    """The random number that a phone made, in a fixed short form: whatever it sent, it fits and can be compared."""
    return hashlib.sha256(raw.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _objections(question: Question, answer: str) -> list[Rejection]:
    if not answer:
        return []
    if question.kind is QuestionKind.SCALE and answer not in scale(question):
        return [Rejection(question.id, Text("form.not-on-scale", {"low": question.least, "high": question.most}))]
    if question.kind is QuestionKind.CHOICE and answer not in question.options:
        return [Rejection(question.id, Text("form.not-a-choice"))]
    if question.kind is not QuestionKind.TEXT:
        return []
    return _text_objections(question, answer)


def _text_objections(question: Question, answer: str) -> list[Rejection]:
    if len(answer) > LONGEST:
        return [Rejection(question.id, Text("form.too-long", {"n": LONGEST}))]
    return [Rejection(question.id, _personal(kind)) for kind in personal_data(answer)]


def _personal(kind: PersonalData) -> Text:
    return Text(f"form.{kind.value}")


def only_personal(rejections: Sequence[Rejection]) -> bool:
    """Whether nothing but personal data stands in the way."""
    kinds = {f"form.{kind.value}" for kind in PersonalData}
    return bool(rejections) and all(one.reason.key in kinds for one in rejections)


def without_personal(submission: Submission, wave: int) -> Submission:
    """The submission as it may be kept: a mark in the place of all that seems to be personal data."""
    marks = dict.fromkeys(PersonalData, REDACTED)
    answers = {question: redacted(text, marks) for question, text in submission.answers.items()}
    return replace(submission, answers=answers, wave=wave, held=False)


def scale(question: Question) -> tuple[str, ...]:
    """The values of a scale, lowest first."""
    return tuple(str(value) for value in range(question.least, question.most + 1))


def mix(submissions: Iterable[Submission], step: Step, key: bytes) -> dict[str, tuple[str, ...]]:
    """Answers by question id, doubles and ids dropped, each question in an order of its own that says nothing."""
    here = (submission for submission in submissions if submission.step == step.id)
    # Which of two sendings with one id counts must not depend on which came first.
    single = {submission.id: submission for submission in sorted(here, key=lambda one: sorted(one.answers.items()))}
    return {question.id: _mixed(single.values(), step, question, key) for question in step.collect}


def _mixed(submissions: Iterable[Submission], step: Step, question: Question, key: bytes) -> tuple[str, ...]:
    answers = [submission.answers[question.id] for submission in submissions if question.id in submission.answers]
    own = hmac.digest(key, f"{step.id}\0{question.id}".encode(), hashlib.sha256)
    return tuple(sorted(answers, key=lambda answer: hmac.digest(own, answer.encode(), hashlib.sha256)))
