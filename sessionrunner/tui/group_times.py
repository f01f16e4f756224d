"""How long an exercise takes this group: what was learned, what it goes by, what the leader sets."""

from sessionrunner.core.exercise import Exercise
from sessionrunner.core.followup import Past
from sessionrunner.core.history import Learned, StepMinutes, suggested
from sessionrunner.core.occasions import occasion
from sessionrunner.core.open_points import shared_out
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.host import Memory


class GroupTimes:
    """Read once from earlier sessions; changes are kept for the group."""

    def __init__(self, memory: Memory, filed: Exercise) -> None:
        self._memory, self.filed = memory, filed
        self.usual: tuple[Learned, ...] = ()
        self.own: tuple[StepMinutes, ...] = ()
        self.occasion = 0
        """Which time of how many it will be; 0 for an exercise that is not counted."""

    def look(self) -> None:
        """Read what earlier sessions say; slow where the folder is far away."""
        try:
            past = self._memory.past()
        except SessionRunnerError:
            # A folder out of reach is told in the lobby; here nothing has to be learned.
            past = Past()
        self.usual, self.occasion = suggested(past, self.filed), occasion(past, self.filed)
        self.own = self._memory.own_times(self.filed)

    @property
    def known(self) -> bool:
        """Whether there is anything to go by, or to turn back from."""
        return bool(self.usual or self.own)

    def swap(self) -> None:
        """Go by what was learned, or back to the exercise's own; SessionRunnerError when it cannot be kept."""
        self._use(() if self.own else tuple(StepMinutes(one.step.id, one.usual) for one in self.usual))

    def share_out(self, exercise: Exercise, minutes: int) -> None:
        """Give the open points these minutes together; SessionRunnerError when it is only for now."""
        self.own = (*self.own, *shared_out(exercise, minutes))
        self._use(self.own)

    def _use(self, own: tuple[StepMinutes, ...]) -> None:
        self._memory.keep_times(self.filed, own)
        self.own = own
