"""How an exercise is led this time: which reading of it, which time of how many, and how long."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from sessionrunner.core.exercise import Exercise
from sessionrunner.core.history import with_minutes
from sessionrunner.core.open_points import own_lengths, unset
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.core.variants import alternatives, varied
from sessionrunner.tui.group_times import GroupTimes
from sessionrunner.tui.keys import Key
from sessionrunner.tui.screens.ask import AskLine
from sessionrunner.tui.screens.base import LeaderScreen
from sessionrunner.tui.screens.lengths import ask_lengths
from sessionrunner.tui.widgets.about_exercise import About


class ThisTime:
    """Asks over the screen it belongs to, and says when something has been decided."""

    def __init__(
        self, screen: LeaderScreen, exercise: Exercise, times: GroupTimes, decided: Callable[[], None]
    ) -> None:
        self._screen, self._words, self._decided = screen, screen.words, decided
        self.exercise, self.times = exercise, times
        # A variant that was asked for on the command line has been chosen already.
        self._choices = alternatives(exercise) if exercise.variants and not exercise.variant else ()

    @property
    def about(self) -> About:
        """What has been decided, to be read."""
        return About(self._words, self.exercise, self.times, self._choices)

    @property
    def timed(self) -> Exercise:
        """The exercise with the group's own times."""
        return with_minutes(self.exercise, self.times.own)

    def useful(self, keys: Sequence[Key]) -> list[Key]:
        """Those of these keys that have something to do."""
        known = {"variant": self._choices, "times": self.times.known, "occasion": self.exercise.times}
        known["arrange"] = divides(self.exercise)
        return [key for key in keys if known.get(key.name, True)]

    def swap_times(self) -> None:
        """Go by the times that were learned, or turn back to the exercise's own."""
        if not self.times.known:
            return
        try:
            self.times.swap()
        except SessionRunnerError as error:
            self._screen.tell(error)
        else:
            self._decided()
            self._screen.inform("lessons.learned.used" if self.times.own else "lessons.learned.turned-back")

    def next_variant(self) -> bool:
        """What the source says in its next place; False where it says nothing else."""
        if not self._choices:
            return False
        known = [one.id for one in self._choices]
        following = known[(known.index(self.exercise.variant) + 1) % len(known)]
        self.exercise = replace(varied(self.times.filed, following), occasion=self.exercise.occasion)
        self._decided()
        return True

    def ask_occasion(self) -> None:
        """Which time of how many it will be, where the lessons folder does not know."""
        if self.exercise.times:
            prompt = self._words("occasions.ask", times=self.exercise.times)
            ask = AskLine(self._words, prompt, take=self._say_occasion)
            self._screen.app.push_screen(ask, lambda answer: self._decided() if answer else None)

    def _say_occasion(self, answer: str) -> str | None:
        if answer not in map(str, range(1, self.exercise.times + 1)):
            return self._words("occasions.not-a-time", times=self.exercise.times)
        self.exercise = replace(self.exercise, occasion=int(answer))
        return None

    def when_timed(self, then: Callable[[Exercise], object]) -> None:
        """Go on with the exercise; but where only the leader can say how long it takes, ask that instead."""
        exercise = self.timed
        waiting = len(unset(exercise))
        if waiting:
            ask_lengths(self._screen, waiting, self._share_out)
        else:
            then(exercise if own_lengths(exercise) else self.exercise)

    def _share_out(self, minutes: int) -> None:
        """Remember the lengths for the group, and show what the whole comes to before going on."""
        try:
            self.times.share_out(self.exercise, minutes)
        except SessionRunnerError as error:
            self._screen.tell(error)
        self._decided()


def divides(exercise: Exercise) -> bool:
    """Whether people work in groups or at tables in any step."""
    return any(step.tables or step.groups for step in exercise.steps)
