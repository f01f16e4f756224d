"""The anonymous answers as told: quotations, small distributions, and honest words where nothing is shown."""

import re
from collections.abc import Iterator
from statistics import median

from sessionrunner.core.cleaning import clean
from sessionrunner.core.exercise import Question, QuestionKind, Step
from sessionrunner.core.lesson import Collected
from sessionrunner.core.privacy import FLOOR
from sessionrunner.core.record import Record
from sessionrunner.core.synthesis import Card
from sessionrunner.core.tally import tally
from sessionrunner.locale import Catalogue
from sessionrunner.locale.again import last_time
from sessionrunner.locale.phrases import number
from sessionrunner.output.document import Bars, Block, Heading, Items, Quote, Span, one_line, said

_GAP = re.compile(r"\n{3,}")


def sections(record: Record, words: Catalogue) -> Iterator[Block]:
    """Every step that collects, in order; nothing at all when none does."""
    asking = [step for step in record.exercise.steps if step.collect]
    if not asking:
        return
    yield Heading(2, words("lesson.answers.heading"))
    for step in asking:
        yield Heading(3, one_line(step.title))
        yield from _step(record, step, words)
    yield said(words("lesson.answers.about", threshold=_threshold(record)))


def _threshold(record: Record) -> int:
    return max(record.threshold, FLOOR)


def _step(record: Record, step: Step, words: Catalogue) -> Iterator[Block]:
    received = record.received.get(step.id, 0)
    answers = {one.question.id: one for one in record.collected if one.step == step.id}
    if not received and not answers:
        yield said(words("lesson.answers.nobody" if record.finished else "lesson.answers.nobody-yet"))
        return
    told = words("lesson.answers.received", n=received)
    if not answers:
        yield said(f"{told} {_withheld(record, received, words)}")
        yield Items(tuple((Span(one_line(question.ask)),) for question in step.collect))
        return
    yield said(told)
    for question in step.collect:
        if question.table:
            continue  # told beside its statement
        yield Heading(4, one_line(question.ask))
        yield from _question(record, answers.get(question.id), words)


def _withheld(record: Record, received: int, words: Catalogue) -> str:
    """Why a step with answers shows none of them."""
    enough = received >= _threshold(record)
    if not record.finished:
        return words(
            "lesson.answers.unopened" if enough else "lesson.answers.too-few-yet", threshold=_threshold(record)
        )
    return words("lesson.answers.too-few-each" if enough else "lesson.answers.too-few", threshold=_threshold(record))


def _question(record: Record, collected: Collected | None, words: Catalogue) -> Iterator[Block]:
    if collected is None:
        key = "question-too-few" if record.finished else "question-too-few-yet"
        yield said(words(f"lesson.answers.{key}", threshold=_threshold(record)))
    elif collected.question.kind is QuestionKind.TEXT:
        yield from _texts(record, collected, words)
    elif collected.question.kind is QuestionKind.SCALE:
        yield from _scale(collected, words)
    else:
        yield said(words("lesson.answers.values", n=len(collected.answers)))
        yield Items(tuple((Span(f"{one_line(one.label)}: {one.number}"),) for one in tally(collected)))
        yield from _merged(collected, words)


def _texts(record: Record, collected: Collected, words: Catalogue) -> Iterator[Block]:
    """Every text, or those that stand under no heading above; and how many were left out, or stayed in the room."""
    if collected.unsaved:
        yield said(words("lesson.answers.unsaved", n=collected.unsaved))
        return
    yield said(words("lesson.answers.texts", n=len(collected.answers)))
    if collected.left_out:
        yield said(words("synthesis.left-out", n=collected.left_out))
    if not any(card.heading for card in record.board.cards):
        yield from (Quote(tidy(answer)) for answer in collected.answers)
        return
    here = (collected.step, collected.question.id)
    loose = [card for card in record.board.under("") if (card.step, card.question) == here]
    yield said(words("synthesis.also" if loose else "synthesis.all-sorted"))
    yield from (block for card in loose for block in told(card, words))


def told(card: Card, words: Catalogue) -> Iterator[Block]:
    """A text, how many have said it when it is more than one, and their other words for it."""
    yield Quote(tidy(card.text))
    if card.wordings:
        yield said(words("synthesis.same", n=card.number))
        yield from (Quote(tidy(wording)) for wording in card.wordings)
    elif card.number > 1:
        yield said(words("synthesis.same-words", n=card.number))


def tidy(answer: str) -> str:
    """The lines as they were written, without spaces at their ends and with one empty line between paragraphs."""
    lines = "\n".join(line.strip() for line in clean(answer).split("\n"))
    return _GAP.sub("\n\n", lines)


def _scale(collected: Collected, words: Catalogue) -> Iterator[Block]:
    values = [int(answer) for answer in collected.answers]
    told = words("lesson.answers.values", n=len(values))
    middle = words("lesson.answers.median", median=number(median(values), words))
    yield said(f"{told} {middle} {_ends(collected.question, words)}")
    yield Bars(tuple((one.label, one.number) for one in tally(collected)))
    yield from _merged(collected, words)
    if collected.before:
        yield said(last_time(collected, words))


def _merged(collected: Collected, words: Catalogue) -> Iterator[Block]:
    """Why some values share a number."""
    if any(len(one.values) > 1 for one in tally(collected)):
        yield said(words("lesson.answers.together", threshold=collected.least))


def _ends(question: Question, words: Catalogue) -> str:
    key = "scale-words" if question.low and question.high else "scale"
    low, high = one_line(question.low), one_line(question.high)
    return words(f"lesson.answers.{key}", least=question.least, most=question.most, low=low, high=high)
