"""What becomes of a session: the record, its way to the shared folder, and when it is safe to let go of the rest."""

from collections.abc import Callable
from datetime import timedelta

from sessionrunner.absent import no_press
from sessionrunner.collecting import Collecting
from sessionrunner.core.copies import Copy, CopyKind
from sessionrunner.core.record import Identity, Record, record, with_sorting
from sessionrunner.core.session import Session, Stage
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.ports import Archive, Delivery
from sessionrunner.runner import SessionRunner
from sessionrunner.sorter import Sorter
from sessionrunner.voting import Voting


class Keeping:
    """Saves a session's record at every change worth it, and destroys the answers once the record is complete."""

    def __init__(
        self,
        runner: SessionRunner,
        identity: Identity,
        answers: Collecting,
        sorting: Sorter,
        voting: Voting,
        archive: Archive,
    ) -> None:
        self.press: Callable[[Record, CopyKind], Copy] = no_press
        """Makes copies; replaced where the parts are joined."""
        self.when_safe: Callable[[], None] = lambda: None
        """Called once the session has ended and its record is complete on this laptop, before anything is removed."""
        self.trouble: SessionRunnerError | None = None
        """Why the record is not even complete on this laptop, when it is not."""
        self._runner = runner
        self._identity = identity
        self._answers = answers
        self._sorting = sorting
        self._voting = voting
        self._archive = archive
        self._told: Record | None = None
        """The record as it stood when the answers were destroyed."""
        self._destroyed = False
        self._saved_at: tuple[object, ...] = ()
        runner.subscribe(self._save_when_due)

    def record(self) -> Record:
        """The session as it would be saved now."""
        if self._told is not None:
            return self._told
        received = dict(self._answers.received())
        session, now = self._runner.session, self._runner.now()
        told = record(session, now, self._identity, received, self._answers.collected())
        return with_sorting(told, self._sorting.board(), self._voting.results())

    def save(self, patience: timedelta = timedelta(seconds=1.5)) -> Delivery:
        """Save the record as it stands now, and wait so long at most for it to reach the shared folder.

        SessionRunnerError when it cannot even be kept on this laptop.
        """
        self._archive.save(self.record())
        return self._archive.settle(patience)

    def copy(self, kind: CopyKind, patience: timedelta = timedelta(seconds=2)) -> tuple[str, Delivery]:
        """Make a copy of the record as it stands, and wait a moment for it to reach the session's folder.

        Its name, and how far it has come; SessionRunnerError when it cannot be made or kept on this laptop.
        """
        told = self.record()
        copy = self.press(told, kind)
        self._archive.attach(told, copy)
        return copy.name, self._archive.settle(patience)

    def delivery(self) -> Delivery:
        """How far the latest record has come on its way to the shared folder."""
        return self._archive.delivery()

    def finish(self, patience: timedelta) -> Delivery:
        """Wait for the record of a session that has ended, then destroy its answers.

        They are kept when the record could not be completed on this laptop: nothing is lost, and finishing again,
        now or after ``resume``, tries again.
        """
        self._save_when_due(self._runner.session)
        delivery = self._archive.settle(patience)
        if self.trouble is None and not self._destroyed:
            self._let_go()
        return delivery

    def _let_go(self) -> None:
        self._told = self.record()
        self._sorting.keep()
        self._voting.keep()
        self.when_safe()
        self._answers.destroy()
        self._destroyed = True

    def _save_when_due(self, session: Session) -> None:
        """Save at every change of step, summary or stage from the first lesson on, and at the end of what was begun."""
        summary = (session.lessons, session.approved, session.sorting.headings, session.sorting.left_out)
        followed = (session.updates, session.follow_up)
        moment = (session.stage, session.position, summary, session.openings, followed, session.votes)
        ended = session.stage is Stage.CLOSED and (session.reached or session.notes)
        worth_saving = session.lessons or session.updates or session.follow_up or ended or self._saved_at
        if moment == self._saved_at or not worth_saving:
            return
        try:
            self._archive.save(self.record())
        except SessionRunnerError as trouble:
            self.trouble = trouble
        else:
            self._saved_at, self.trouble = moment, None
