"""Times and counts as CSV for a Swedish Excel: never a text that somebody wrote alone, never a formula."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from io import StringIO

from sessionrunner.core.outcome import Outcome
from sessionrunner.locale import Catalogue
from sessionrunner.locale.phrases import number
from sessionrunner.output.document import one_line

_COLUMNS = ("session", "date", "exercise", "what", "step", "question", "value", "number")
_NUMBER = re.compile(r"-?\d+(,\d+)?")
_FORMULA = re.compile(r"(^|[;\t])(?=[\s\"']*[=+\-@＝＋－＠])")
"""Where a cell could begin, for a program that splits at ``;``, and begin with a formula."""


def render(outcome: Outcome, words: Catalogue) -> bytes:
    """The file: a line a figure, with a mark that says it is UTF-8."""
    target = StringIO()
    writer = csv.writer(target, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(harmless(words(f"export.table.{column}")) for column in _COLUMNS)
    for row in _rows(outcome, words):
        writer.writerow(harmless(cell) for cell in row)
    return target.getvalue().encode("utf-8-sig")


def harmless(text: str) -> str:
    """The text as a cell that no program takes for a formula."""
    line = one_line(text)
    return line if _NUMBER.fullmatch(line) else _FORMULA.sub(r"\1'", line)


def _rows(outcome: Outcome, words: Catalogue) -> Iterator[tuple[str, ...]]:
    same = (outcome.session, outcome.date.isoformat(), outcome.title)
    yield (*same, words("export.table.participants"), "", "", "", str(outcome.participants))
    for step in outcome.steps:
        for what, length in (("planned", step.planned), ("actual", step.actual)):
            yield (*same, words(f"export.table.{what}"), step.title, "", "", _minutes(length, words))
    for kind, count in Counter(lesson.kind for lesson in outcome.lessons).items():
        yield (*same, words("export.table.lessons"), "", "", words(f"lesson.kind.{kind.value}"), str(count))
    titles = {step.id: step.title for step in outcome.steps}
    for tally in outcome.tallies:
        asked = (titles.get(tally.step, tally.step), tally.ask)
        for value, count in tally.counts:
            yield (*same, words("export.table.answers"), *asked, value, str(count))
        if tally.middle is not None:
            yield (*same, words("export.table.median"), *asked, "", number(tally.middle, words))


def _minutes(length: timedelta, words: Catalogue) -> str:
    return number(length / timedelta(minutes=1), words)
