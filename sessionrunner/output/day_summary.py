"""A whole day on one page: when everything was, and every decision; no names of participants."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

import yaml

from sessionrunner.core.lesson import Lesson
from sessionrunner.core.programme_day import Day, Held, Row, State
from sessionrunner.locale import Catalogue
from sessionrunner.locale.phrases import day as day_name
from sessionrunner.output.document import Block, Heading, Items, Span, Spans, Table, one_line, said
from sessionrunner.output.markdown import written

FILE = "Dagen.md"
_MINUTE = timedelta(minutes=1)


def render(day: Day, rows: Sequence[Row], words: Catalogue, over: bool) -> str:
    """The whole file, ending in a newline."""
    record = yaml.safe_dump(_record(day, rows, over), allow_unicode=True, sort_keys=False, width=1_000_000)
    blocks = "\n\n".join(written(block) for block in _blocks(day, rows, words, over))
    return f"---\n{record}---\n\n{blocks}\n"


def _record(day: Day, rows: Sequence[Row], over: bool) -> dict[str, object]:
    return {
        "sessionrunner-day": 1,
        "day": day.id,
        "date": day.date,
        "programme": day.programme.id,
        "title": one_line(day.programme.title),
        "participants": len(day.people),
        "finished": over,
        "items": [_item(row, day.held.get(row.number)) for row in rows],
    }


def _item(row: Row, held: Held | None) -> dict[str, object]:
    actual = {"began": f"{held.began:%H:%M}", "ended": f"{held.ended:%H:%M}"} if held else {}
    return {
        "title": one_line(row.part.title),
        "exercise": row.part.item.exercise or None,
        "planned": f"{row.planned:%H:%M}",
        "minutes": round(row.part.length / _MINUTE),
        "state": row.state.value,
        **actual,
        "session": held.session if held and held.session else None,
        "folder": held.place if held and held.place else None,
    }


def _blocks(day: Day, rows: Sequence[Row], words: Catalogue, over: bool) -> Iterator[Block]:
    yield Heading(1, one_line(day.programme.title))
    yield said(words("programme.summary.about", date=day_name(day.date, words), n=len(day.people)))
    if not over:
        yield said(words("programme.summary.unfinished"))
    yield Heading(2, words("programme.summary.decisions"))
    told = [(row, held) for row in rows if (held := day.held.get(row.number)) and held.lessons]
    if not told:
        yield said(words("programme.summary.none"))
    for _, held in told:
        yield Heading(3, one_line(held.title))
        yield Items(tuple(_line(lesson, words) for lesson in held.lessons))
    yield Heading(2, words("programme.summary.times"))
    heading = ("item", "planned", "began", "ended")
    yield Table(
        tuple(words(f"programme.summary.{name}") for name in heading),
        tuple(_times(row, day.held.get(row.number), words) for row in rows),
    )
    folders = [held.place for held in day.held.values() if held.place]
    if folders:
        yield Heading(2, words("programme.summary.folders"))
        yield Items(tuple((Span(folder),) for folder in folders))


def _line(lesson: Lesson, words: Catalogue) -> Spans:
    kind = Span(f"{words(f'lesson.kind.{lesson.kind.value}')}:", strong=True)
    due = day_name(lesson.due, words) if lesson.due else ""
    who = [one_line(part) for part in (lesson.owner, due, lesson.level) if part]
    return (kind, Span(f" {one_line(lesson.text)}"), *([Span(f" ({', '.join(who)})")] if who else []))


def _times(row: Row, held: Held | None, words: Catalogue) -> tuple[str, ...]:
    skipped = words("programme.summary.skipped") if row.state is State.SKIPPED else "–"
    began, ended = (f"{held.began:%H:%M}", f"{held.ended:%H:%M}") if held else (skipped, "–")
    return (one_line(row.part.title), f"{row.planned:%H:%M}", began, ended)
