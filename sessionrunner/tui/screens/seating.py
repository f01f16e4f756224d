"""What is done with the people on the board of groups: moved, swapped, locked where they are."""

from sessionrunner.core.commands import LockGroup, MovePerson, SwapPeople, UnlockGroup
from sessionrunner.core.exercise import Step
from sessionrunner.tui.safe import one_line
from sessionrunner.tui.screens.session import SessionScreen
from sessionrunner.tui.widgets import group_sheet
from sessionrunner.tui.widgets.group_board import GroupBoard


class Seating:
    """Gives the commands of the screen it belongs to, and says what they mean."""

    def __init__(self, screen: SessionScreen, board: GroupBoard) -> None:
        self._screen, self._board = screen, board

    def put(self, step: Step, label: str) -> None:
        """Put down who is held in the group with this label."""
        held = self._board.held
        self._board.hold(None)
        if held is None:
            return
        mine = self._screen.desk.session.groups[step.id].group_of(held)
        if mine is not None and mine.label != label and self._screen.give(MovePerson(step.id, held, label)):
            self._told(step, held)

    def swap(self, step: Step) -> None:
        """Let the held person and the one under the cursor change places."""
        held, other = self._board.held, self._board.person
        if held is None or other is None:
            self._screen.inform("board.swap-how")
            return
        self._board.hold(None)
        if self._screen.give(SwapPeople(step.id, held, other)):
            self._told(step, held)

    def lock(self, step: Step) -> None:
        """Lock the group under the cursor, or unlock it."""
        group = self._board.group
        if group is None:
            return
        locked = group.label in self._screen.desk.session.locked.get(step.id, frozenset())
        if self._screen.give((UnlockGroup if locked else LockGroup)(step.id, group.label)):
            self._screen.inform("board.unlocked" if locked else "board.is-locked", group=group.label)

    def _told(self, step: Step, person: str) -> None:
        """Say what the move means, if it breaks a wish; it is made all the same."""
        broken = group_sheet.broken_about(self._screen.words, self._screen.desk.session, step, person)
        if broken:
            self._screen.notify(one_line(" ".join(broken)).plain, severity="warning", markup=False)
        else:
            self._screen.inform("board.moved", name=person)
