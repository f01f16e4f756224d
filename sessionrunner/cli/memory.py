"""What the group has done before, as far as the lessons folder can be read."""

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from sessionrunner.cli import page_file
from sessionrunner.core.again import before
from sessionrunner.core.appointment import with_days
from sessionrunner.core.exercise import Exercise
from sessionrunner.core.followup import Decision, Past, brought_up
from sessionrunner.core.history import StepMinutes
from sessionrunner.core.lesson import Before
from sessionrunner.core.occasions import occasion
from sessionrunner.core.patience import looks
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.host import Page
from sessionrunner.locale import Catalogue
from sessionrunner.output import one_page
from sessionrunner.storage.lesson_index import LessonIndex, earlier
from sessionrunner.storage.outbox import NoFolderChosen
from sessionrunner.storage.own_times import OwnTimes
from sessionrunner.storage.own_words import OwnWords, shelf
from sessionrunner.storage.shared_words import SharedWords

MOST_DECISIONS = 30
"""Decisions a session brings up; a group with more needs a tidying, not a longer list."""
_PATIENCE = timedelta(seconds=3)
"""How long the start of an hour may wait for a slow share."""


class NotKept(SessionRunnerError):
    """The lengths could not be noted on this laptop."""

    cause = "lessons.times-not-kept"


@dataclass(frozen=True, slots=True)
class GroupMemory:
    """``ports.Memory`` over one lessons folder; without a folder there is nothing to remember."""

    lessons: Path | None
    known: bool
    """Whether records have gone there before."""
    index: LessonIndex
    times: OwnTimes
    words: OwnWords

    @property
    def shared_words(self) -> SharedWords:
        """Keywords that go to and come from colleagues."""
        return SharedWords(self.lessons, self.known, self.words)

    def past(self) -> Past:
        """Every earlier session; SessionRunnerError when the folder cannot be read. Blocks."""
        return earlier(self.lessons, self.known, self.index) if self.lessons else Past()

    def put_page(self, page: Page, words: Catalogue, today: date) -> Path:
        """Put a page to print in the lessons folder; SessionRunnerError when it cannot be. Blocks."""
        if self.lessons is None:
            raise NoFolderChosen()
        title, past = words(f"lessons.{page.value}.heading"), self.past()
        text = one_page.bring(past, words, today)
        if page is Page.HANDOVER:
            text = one_page.handover(past, words, today, str(self.lessons))
        return page_file.put(self.lessons / f"{title} {today}.pdf", title, text, words, today)

    def own_times(self, exercise: Exercise) -> tuple[StepMinutes, ...]:
        """The group's own lengths for this exercise; none when it goes by the exercise's."""
        return self.times.of(self.lessons, exercise.id) if self.lessons else ()

    def own_words(self, exercise: Exercise) -> Mapping[str, str]:
        """The leader's own keywords by step, those for the whole package under an empty name.

        A version of one's own begins with what was written for the exercise it builds on.
        """
        before = self.words.of(exercise.extends) if exercise.extends else {}
        return {**before, **self.words.of(exercise.id), **self.words.of(shelf(exercise))}

    def keep_words(self, exercise: Exercise, step: str, text: str) -> None:
        """Keep these keywords for the step; an empty text forgets them. SessionRunnerError when not kept."""
        try:
            self.words.keep(exercise.id if step else shelf(exercise), step, text)
        except OSError as error:
            raise NotKept(folder=str(self.words.file.parent), reason=error.strerror or str(error)) from error

    def keep_times(self, exercise: Exercise, lengths: tuple[StepMinutes, ...]) -> None:
        """Go by these lengths from now on; none turns back to the exercise's own. SessionRunnerError when not kept."""
        if self.lessons is None:
            return
        try:
            self.times.keep(self.lessons, exercise.id, lengths)
        except OSError as error:
            raise NotKept(folder=str(self.times.file.parent), reason=error.strerror or str(error)) from error

    def decisions(self) -> tuple[Decision, ...]:
        """What a new session brings up; nothing when the folder does not answer in time: the hour must begin."""
        past = self._at_once()
        return with_days(brought_up(past, MOST_DECISIONS), past)

    def before(self, exercise: Exercise) -> tuple[Before, ...]:
        """What the group answered last to questions that are asked again, as the folder tells it in time."""
        asks = any(question.again for step in exercise.steps for question in step.collect)
        return before(self._at_once(), exercise) if asks else ()

    def occasion(self, exercise: Exercise) -> int:
        """Which time of how many it is, as the folder tells it in time; 0 for an exercise that is not counted."""
        return occasion(self._at_once(), exercise) if exercise.times else 0

    def _at_once(self) -> Past:
        found: list[Past] = []
        asking = threading.Thread(target=lambda: found.extend(self._past_or_none()), name="earlier", daemon=True)
        asking.start()
        for look in looks(_PATIENCE):
            asking.join(look)
            if not asking.is_alive():
                break
        return found[0] if found else Past()

    def _past_or_none(self) -> list[Past]:
        try:
            return [self.past()]
        except SessionRunnerError:
            return []
