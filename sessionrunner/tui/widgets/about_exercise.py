"""What is read beside the checklist: which reading is led, its times, purpose, goals and secrecy."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from sessionrunner.core.exercise import Exercise, Variant
from sessionrunner.core.history import with_minutes
from sessionrunner.core.open_points import unset
from sessionrunner.locale import Catalogue
from sessionrunner.tui import phrases
from sessionrunner.tui.group_times import GroupTimes
from sessionrunner.tui.safe import joined, one_line, safe
from sessionrunner.tui.widgets import learned
from sessionrunner.tui.widgets.course import course, first_words
from sessionrunner.tui.widgets.hanging import Hanging, Line, plain_line


@dataclass(frozen=True, slots=True)
class About:
    """The exercise as it would be led, and what it can be instead."""

    words: Catalogue
    exercise: Exercise
    times: GroupTimes
    choices: Sequence[Variant] = ()
    """What the source says in its different places; none when nothing is left to choose."""

    def headline(self) -> Content:
        """Title and minutes, and how many points still lack theirs."""
        exercise = with_minutes(self.exercise, self.times.own)
        waiting = len(unset(exercise))
        length = phrases.minutes(self.words, exercise.minutes)
        whole = f"{length} {self.words('occasions.open.unset', n=waiting)}" if waiting else length
        return joined(one_line(self.exercise.title, "bold"), whole, between=" · ")

    def text(self) -> Hanging:
        """Everything, what is decided here first."""
        first = [*self._occasion(), *self._variants(), *self._times(), *self._purpose()]
        lines = [*map(plain_line, first), *self._goals(), *map(plain_line, self._secrecy())]
        return Hanging(lines)

    def course(self) -> Content:
        """How it goes, and how to begin: for a screen that has room left."""
        exercise = with_minutes(self.exercise, self.times.own)
        return joined(course(self.words, exercise), first_words(self.words, exercise), between="\n\n")

    def _title(self, key: str) -> Content:
        return Content.styled(self.words(key), "bold $accent")

    def _occasion(self) -> list[Content]:
        said, found = self.exercise.occasion, self.times.occasion
        if not (said or found):
            return []
        key = "occasions.said" if said else "occasions.told"
        return [Content(self.words(key, number=said or found, times=self.exercise.times)), Content("")]

    def _variants(self) -> list[Content]:
        """What the source says in its different places, the one that is led marked."""
        if not self.choices:
            return []
        lines = [safe(self._variant(one)) for one in self.choices]
        return [self._title("tui.variant.title"), *lines, Content(self.words("tui.variant.how")), Content("")]

    def _variant(self, one: Variant) -> str:
        return self.words(
            "tui.variant.line",
            sign="●" if one.id == self.exercise.variant else "○",
            title=one.title or self.words("tui.variant.own"),
            minutes=phrases.whole_minutes(one.minutes or self.times.filed.minutes),
            lines=one.source.lines,
        )

    def _times(self) -> list[Content]:
        """How long it has taken this group, or that it goes by that already."""
        if self.times.own:
            return learned.in_force(self.words, self.exercise, self.times.own)
        return learned.suggestion(self.words, self.exercise, self.times.usual)

    def _purpose(self) -> list[Content]:
        return [self._title("tui.library.purpose"), *(safe(text) for text in self.exercise.purpose)]

    def _goals(self) -> list[Line]:
        if not self.exercise.goals:
            return []
        heading = [plain_line(Content("")), plain_line(self._title("tui.prepare.goals"))]
        return [*heading, *((Content("· "), safe(goal)) for goal in self.exercise.goals)]

    def _secrecy(self) -> list[Content]:
        if not self.exercise.touches_cases:
            return []
        title = Content.styled(f"⚠ {self.words('tui.secrecy.title')}", "bold $soon")
        return [Content(""), title, Content(self.words(f"tui.secrecy.{self.exercise.confidential.value}"))]
