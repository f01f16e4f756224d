"""The summary as a picture for a wall or a chat: what was decided, who answers for it and by when."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from sessionrunner.core.exercise import LessonKind
from sessionrunner.core.lesson import Lesson
from sessionrunner.core.outcome import Outcome
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.locale import Catalogue
from sessionrunner.locale.phrases import day, weekday
from sessionrunner.output.document import one_line
from sessionrunner.output.paper.letters import BOLD, REGULAR, font, printable
from sessionrunner.output.story import FINDINGS

if TYPE_CHECKING:
    from PIL import ImageDraw, ImageFont

_WIDTH, _MARGIN = 1080, 72
_INK, _MUTED, _ACCENT, _PAPER = "#1b1f24", "#57606a", "#0b5c6b", "#ffffff"
_TALLEST = 6000
"""Pixels; programs for chat refuse taller pictures, and nobody reads them."""


class NothingAgreed(SessionRunnerError):
    """The summary is empty."""

    cause = "export.nothing-agreed"


class TooMuchForAPicture(SessionRunnerError):
    """The summary is longer than a picture can be."""

    cause = "export.picture-too-long"


@dataclass(frozen=True, slots=True)
class _Line:
    """Words in one look, with the room above them."""

    text: str
    size: int
    bold: bool = False
    color: str = _INK
    above: int = 0
    marked: bool = False
    """Has the coloured line beside it."""


def render(outcome: Outcome, words: Catalogue) -> bytes:
    """A PNG, as tall as the summary needs."""
    if not outcome.lessons:
        raise NothingAgreed()
    return _Sheet(words.language).drawn(list(_lines(outcome, words)), outcome.title)


def _lines(outcome: Outcome, words: Catalogue) -> Iterator[_Line]:
    yield _Line(one_line(outcome.title), 60, bold=True)
    told = [f"{day(outcome.date, words)}."]
    if outcome.participants:
        told.append(words("lesson.head.people", n=outcome.participants))
    told.append(words("lesson.approved" if outcome.approved else "lesson.not-approved"))
    yield _Line(" ".join(told), 28, color=_MUTED, above=14)
    decided = [lesson for lesson in outcome.lessons if lesson.kind not in FINDINGS]
    found = [lesson for lesson in outcome.lessons if lesson.kind in FINDINGS]
    for name, lessons in (("decided", decided), ("found", found)):
        if lessons:
            yield _Line(words(f"lesson.{name}.heading"), 38, bold=True, color=_ACCENT, above=56)
            for lesson in lessons:
                yield from _lesson(lesson, words)
    if outcome.follow_up:
        again = words("lesson.follow-up.day", date=weekday(outcome.follow_up, words)).replace("**", "")
        yield _Line(again, 34, bold=True, color=_ACCENT, above=56)


def _lesson(lesson: Lesson, words: Catalogue) -> Iterator[_Line]:
    most = [words("synthesis.important").rstrip(".")] if lesson.important else []
    named = " · ".join([_kind(lesson.kind, words), *most])
    yield _Line(named, 24, bold=True, color=_ACCENT if most else _MUTED, above=32, marked=True)
    yield _Line(one_line(lesson.text), 38, above=2, marked=True)
    who = [words("lesson.decided.owner", owner=one_line(lesson.owner))] if lesson.owner else []
    when = [words("lesson.decided.due", date=day(lesson.due, words))] if lesson.due else []
    if who or when:
        yield _Line(" ".join(who + when), 30, bold=True, above=6, marked=True)


def _kind(kind: LessonKind, words: Catalogue) -> str:
    return words(f"lesson.kind.{kind.value}")


class _Sheet:
    """Breaks lines to the width, then paints them."""

    def __init__(self, language: str) -> None:
        from pyphen import Pyphen

        self._words = Pyphen(lang="sv" if language == "sv" else "en_GB")
        self._fonts: dict[tuple[str, int], ImageFont.FreeTypeFont] = {}

    def drawn(self, lines: list[_Line], title: str) -> bytes:
        from PIL import Image, ImageDraw, PngImagePlugin

        broken = [(line, self._broken(line)) for line in lines]
        height = 2 * _MARGIN + sum(line.above + len(rows) * _pitch(line) for line, rows in broken)
        if height > _TALLEST:
            raise TooMuchForAPicture()
        picture = Image.new("RGB", (_WIDTH, height), _PAPER)
        self._paint(ImageDraw.Draw(picture), broken)
        about = PngImagePlugin.PngInfo()
        about.add_itxt("Title", title)
        target = BytesIO()
        picture.save(target, "PNG", optimize=True, pnginfo=about)
        return target.getvalue()

    def _paint(self, draw: "ImageDraw.ImageDraw", broken: list[tuple[_Line, list[str]]]) -> None:
        y = _MARGIN
        for line, rows in broken:
            y += line.above
            tall = len(rows) * _pitch(line)
            if line.marked:
                top = y if line.above > 20 else y - line.above
                draw.rectangle((_MARGIN, top, _MARGIN + 6, y + tall), fill=_ACCENT)
            for row in rows:
                draw.text((_left(line), y), row, fill=line.color, font=self._font(line))
                y += _pitch(line)

    def _font(self, line: _Line) -> "ImageFont.FreeTypeFont":
        from PIL import ImageFont

        key = (BOLD if line.bold else REGULAR, line.size)
        if key not in self._fonts:
            self._fonts[key] = ImageFont.truetype(font(key[0]), line.size, layout_engine=ImageFont.Layout.BASIC)
        return self._fonts[key]

    def _broken(self, line: _Line) -> list[str]:
        rows = [""]
        for word in printable(line.text).split():
            rows[-1:] = self._added(rows[-1], word, line)
        return rows

    def _added(self, row: str, word: str, line: _Line) -> list[str]:
        """The row with one more word, and the rows after it if the word does not fit."""
        longer = f"{row} {word}" if row else word
        if self._fits(longer, line):
            return [longer]
        if row:
            return [row, *self._added("", word, line)]
        head, tail = self._divided(word, line)
        return [head, *self._added("", tail, line)]

    def _divided(self, word: str, line: _Line) -> tuple[str, str]:
        """A word wider than the picture: where the language divides it, else where it must be cut."""
        for head, tail in self._words.iterate(word):
            if self._fits(f"{head}-", line):
                return f"{head}-", tail
        length = next(size for size in range(len(word) - 1, 0, -1) if size == 1 or self._fits(word[:size], line))
        return word[:length], word[length:]

    def _fits(self, text: str, line: _Line) -> bool:
        return self._font(line).getlength(text) <= _WIDTH - _MARGIN - _left(line)


def _left(line: _Line) -> int:
    return _MARGIN + 28 if line.marked else _MARGIN


def _pitch(line: _Line) -> int:
    """From one line to the next."""
    return round(line.size * 1.36)
