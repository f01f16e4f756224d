"""The room's half of a session: what phones and the wall see of it, and what they hand in."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from sessionrunner.absent import NoRooms
from sessionrunner.collecting import Collecting
from sessionrunner.core.exercise import Mode
from sessionrunner.core.lesson import EMPTY_SKETCH
from sessionrunner.core.public import PublicView, public_view
from sessionrunner.core.reflections import Rejection
from sessionrunner.core.session import Session
from sessionrunner.core.showing import Shown, shown_on_wall, tables_on_wall, vote_on_wall
from sessionrunner.core.synthesis import Pile, piles
from sessionrunner.ports import Rooms
from sessionrunner.ready import Ready
from sessionrunner.runner import SessionRunner
from sessionrunner.sorter import Sorter
from sessionrunner.voting import Voting


class LiveRoom:
    """``ports.Room`` for a session under way: all that the audience's server is given, and so all it can do."""

    def __init__(self, runner: SessionRunner, answers: Collecting, sorting: Sorter, voting: Voting) -> None:
        self.sketch = EMPTY_SKETCH
        """The line of the summary that is being typed; the room sees it while it sums up."""
        self._runner = runner
        self._answers = answers
        self._sorting = sorting
        self._voting = voting
        self._ready = Ready()
        self.ready_elsewhere: Callable[[str], int] = lambda what: 0
        """How many phones have said so to another server."""
        self.rooms: Rooms = NoRooms()
        """The day's other rooms, where several sum up together."""

    def public(self) -> PublicView:
        """What the room sees now."""
        view = public_view(self._runner.session, self._runner.now())
        return replace(view, sketch=self.sketch) if view.mode is Mode.SUMMARY else view

    def answered(self) -> int:
        """How many answers the form that is open, or the latest one that was, has received."""
        if self._voting.now:
            return self._voting.ballots()
        session, form = self._runner.session, self.public().form
        asked = [step.id for step in session.exercise.steps[: session.position + 1] if step.collect]
        latest = form.step if form else (asked[-1] if asked else "")
        return self._answers.received().get(latest, 0)

    def shown(self) -> Shown:
        """What of the opened answers the room sees on the wall now."""
        collected = self._answers.collected()
        left_out = sum(one.left_out for one in collected)
        session = self._runner.session
        vote = self._voting.result(vote_on_wall(session))
        shown = tables_on_wall(session, collected)
        shown = shown if shown.tables else shown_on_wall(session, collected)
        rooms = self.rooms.sheets() if self.rooms.on_wall() else None
        shown = replace(shown, rooms=rooms, one_of_several=self.rooms.joined)
        return replace(shown, piles=self._piles(), left_out=left_out, vote=vote)

    def _piles(self) -> tuple[Pile, ...]:
        if not self._runner.session.sorting.headings:
            return ()
        board = self._sorting.board()  # headings and numbers of one moment: the leader goes on meanwhile
        told = zip(board.headings, piles(board), strict=True)
        return tuple(replace(pile, dots=self._voting.dots_of(heading.id)) for heading, pile in told)

    def ready(self) -> int:
        """How many have said that they are done with what the room does now."""
        what = self.public().ready_for
        return self._ready.count(what) + self.ready_elsewhere(what)

    def mark_ready(self, what: str, mark: str, done: bool = True) -> None:
        """A phone says that somebody is done, or not after all; what is over by now is passed over."""
        if what and what == self.public().ready_for:
            self._ready.mark(what, mark, done)
            self._answers.receiving.arrived()

    def full(self, step: str) -> bool:
        """Whether a step has more answers than the room can have given."""
        return self._answers.receiving.full(step)

    def submit(self, step: str, submission: str, raw: Mapping[str, str]) -> Sequence[Rejection]:
        """Take a form from a phone: empty when it is on disk, else why it was not taken."""
        return self._answers.receiving.submit(step, submission, raw)

    def subscribe(self, listener: Callable[[Session], None]) -> None:
        """Tell this listener about every change of the session."""
        self._runner.subscribe(listener)
