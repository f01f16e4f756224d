"""The leader's work with the opened texts: headings, what says the same, what the room does not see."""

from secrets import token_hex

from sessionrunner.collecting import Collecting
from sessionrunner.core.commands import AddHeading
from sessionrunner.core.sorting import Heading
from sessionrunner.core.synthesis import Board, Pile, board, piles
from sessionrunner.runner import SessionRunner


class Sorter:
    """Joins the places that the events tell to the texts that only the box can open."""

    def __init__(self, runner: SessionRunner, answers: Collecting) -> None:
        self._runner = runner
        self._answers = answers
        self._kept: Board | None = None

    def board(self) -> Board:
        """All opened texts with their places, those that are left out among them: for the leader's eyes."""
        if self._kept is not None:
            return self._kept
        return board(self._runner.session.sorting, self._answers.opened(), self._answers.mark)

    def piles(self) -> tuple[Pile, ...]:
        """The headings as the room sees them."""
        return piles(self.board()) if self._runner.session.sorting.headings else ()

    def add_heading(self, name: str) -> Heading:
        """Begin a heading; NotPossible when there is one of that name."""
        return self._runner.handle(AddHeading(f"h{token_hex(8)}", name)).sorting.headings[-1]

    def keep(self) -> None:
        """Remember the board: the box is about to be destroyed."""
        self._kept = self.board()
