"""The anonymous answers as Markdown: quotations, small distributions, and honest words where nothing is shown."""

from collections.abc import Iterator
from statistics import median

from sessionrunner.core.exercise import Question, QuestionKind, Step
from sessionrunner.core.lesson import Collected
from sessionrunner.core.markdown import blockquote, inline
from sessionrunner.core.privacy import FLOOR
from sessionrunner.core.record import Record
from sessionrunner.locale import Catalogue
from sessionrunner.locale.phrases import number

_WIDEST = 30
"""Characters in the longest bar."""
_LONGEST_SCALE = 21
"""Values; of a longer scale only those somebody chose get a line."""


def sections(record: Record, words: Catalogue) -> Iterator[str]:
    """Every step that collects, in order; nothing at all when none does."""
    asking = [step for step in record.exercise.steps if step.collect]
    if not asking:
        return
    yield f"## {words('lesson.answers.heading')}"
    for step in asking:
        yield f"### {inline(step.title)}"
        yield from _step(record, step, words)
    yield words("lesson.answers.about", threshold=_threshold(record))


def _threshold(record: Record) -> int:
    return max(record.threshold, FLOOR)


def _step(record: Record, step: Step, words: Catalogue) -> Iterator[str]:
    received = record.received.get(step.id, 0)
    answers = {one.question.id: one for one in record.collected if one.step == step.id}
    if not received and not answers:
        yield words("lesson.answers.nobody" if record.finished else "lesson.answers.nobody-yet")
        return
    told = words("lesson.answers.received", n=received)
    if not answers:
        yield f"{told} {_withheld(record, received, words)}"
        yield "\n".join(f"- {inline(question.ask)}" for question in step.collect)
        return
    yield told
    for question in step.collect:
        yield f"#### {inline(question.ask)}"
        yield from _question(record, answers.get(question.id), words)


def _withheld(record: Record, received: int, words: Catalogue) -> str:
    """Why a step with answers shows none of them."""
    enough = received >= _threshold(record)
    if not record.finished:
        return words(
            "lesson.answers.unopened" if enough else "lesson.answers.too-few-yet", threshold=_threshold(record)
        )
    return words("lesson.answers.too-few-each" if enough else "lesson.answers.too-few", threshold=_threshold(record))


def _question(record: Record, collected: Collected | None, words: Catalogue) -> Iterator[str]:
    if collected is None:
        key = "question-too-few" if record.finished else "question-too-few-yet"
        yield words(f"lesson.answers.{key}", threshold=_threshold(record))
    elif collected.question.kind is QuestionKind.TEXT:
        yield words("lesson.answers.texts", n=len(collected.answers))
        yield from (blockquote(answer) for answer in collected.answers)
    elif collected.question.kind is QuestionKind.SCALE:
        yield from _scale(collected, words)
    else:
        yield words("lesson.answers.values", n=len(collected.answers))
        counts = ((option, collected.answers.count(option)) for option in collected.question.options)
        yield "\n".join(f"- {inline(option)}: {count}" for option, count in counts)


def _scale(collected: Collected, words: Catalogue) -> Iterator[str]:
    values = [int(answer) for answer in collected.answers]
    told = words("lesson.answers.values", n=len(values))
    middle = words("lesson.answers.median", median=number(median(values), words))
    yield f"{told} {middle} {_ends(collected.question, words)}"
    bars = "\n".join(_bars(collected.question, values))
    yield f"```text\n{bars}\n```"


def _ends(question: Question, words: Catalogue) -> str:
    key = "scale-words" if question.low and question.high else "scale"
    low, high = inline(question.low), inline(question.high)
    return words(f"lesson.answers.{key}", least=question.least, most=question.most, low=low, high=high)


def _bars(question: Question, values: list[int]) -> Iterator[str]:
    every = range(question.least, question.most + 1)
    rows = every if len(every) <= _LONGEST_SCALE else sorted(set(values))
    width = max(len(str(row)) for row in rows)
    share = min(1, _WIDEST / max(values.count(row) for row in rows))
    for row in rows:
        count = values.count(row)
        bar = "█" * max(1, round(count * share))
        yield f"{row:>{width}}  {bar} {count}" if count else f"{row:>{width}}"
