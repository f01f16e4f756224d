"""One room as a worker sees it: what its leader shows, and envelopes on their way to the database."""

import base64
import binascii
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from threading import Lock
from time import monotonic

from sessionrunner.core.exercise import Mode, Step
from sessionrunner.core.public import Form, PublicView
from sessionrunner.core.reflections import Rejection, Submission, accept, most_answers, only_personal
from sessionrunner.core.session import Stage
from sessionrunner.core.text import Text
from sessionrunner.hall.rooms import NoSuchRoom, RoomRow
from sessionrunner.hall.store import Store
from sessionrunner.storage.plain_values import typed
from sessionrunner.storage.sealing import SLOT, seal_to

_CLOSED = Rejection("", Text("form.closed"))


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the room shows, from when on: one thing, since the loop and the threads both look."""

    row: RoomRow
    view: PublicView
    since: float


class HallRoom:
    """``ports.PhoneRoom`` over the database: a copy of the newest view, and nothing that would be missed."""

    def __init__(self, store: Store, row: RoomRow) -> None:
        self._store = store
        self._warned: set[str] = set()
        """Numbers of forms that were sent back for personal data."""
        self._shown = _shown(row)
        self._turn = Lock()
        """Both the loop and its threads bring news."""

    @property
    def token(self) -> str:
        """The secret in the room's address."""
        return self._shown.row.token

    @property
    def key(self) -> str:
        """The public key that phones seal to, as text."""
        return base64.b64encode(self._shown.row.public_key).decode()

    @property
    def language(self) -> str:
        """What the room speaks."""
        return self._shown.row.language

    @property
    def following(self) -> str:
        """Token of the room that comes after this one; empty for none."""
        return self._shown.row.following

    def update(self, row: RoomRow) -> None:
        """Show this from now on; news that others have overtaken on the way from the database is passed over."""
        with self._turn:
            if row.shown_at >= self._shown.row.shown_at:
                self._shown = _shown(row)

    def public(self) -> PublicView:
        """The view with its clocks where they are now; they go on also while the leader cannot be reached."""
        shown = self._shown
        view = shown.view
        if view.stage is not Stage.RUNNING or view.paused is not None:
            return view
        gone = timedelta(seconds=monotonic() - shown.since)
        lap = view.lap and replace(view.lap, remaining=max(timedelta(), view.lap.remaining - gone))
        return replace(view, remaining=view.remaining - gone, lap=lap, form=_later(view.form, gone))

    def mark_ready(self, what: str, mark: str, done: bool = True) -> None:
        """A phone says that somebody is done, or not after all; what is over by now is passed over."""
        if what and what != self._shown.view.ready_for:
            self._hear()
        if what and what == self._shown.view.ready_for:
            self._store.presence.mark(self.token, what, mark, done)

    def full(self, step: str) -> bool:
        """Whether a step has more answers than the room can have given."""
        most = most_answers(self._shown.view.people)
        return step.isprintable() and self._store.envelopes.count(self.token, step) >= most

    def submit(self, step: str, submission: str, raw: Mapping[str, str]) -> Sequence[Rejection]:
        """Seal an answer that its phone could not seal, and keep the envelope only."""
        form = self._open(step)
        if form is None:
            return self._late(step, submission)
        answers, rejections = accept(Step(form.step, "", Mode.ALONE, collect=form.questions), raw)
        held = only_personal(rejections) and submission in self._warned
        if rejections and not held:
            self._warned.add(submission)
            return rejections
        envelope = seal_to(self._shown.row.public_key, Submission(step, submission, answers, held=held))
        return self._keep(step, submission, envelope)

    def submit_sealed(self, step: str, submission: str, sealed: str) -> Sequence[Rejection]:
        """Keep an envelope that the phone has sealed; what is in it nobody here can see."""
        if self._open(step) is None:
            return self._late(step, submission)
        try:
            envelope = base64.b64decode(sealed, validate=True)
        except binascii.Error:
            envelope = b""
        if len(envelope) != SLOT:
            return [Rejection("", Text("form.too-large"))]
        return self._keep(step, submission, envelope)

    def _open(self, step: str) -> Form | None:
        form = _open_form(self.public(), step)
        if form is None:
            self._hear()
        return form or _open_form(self.public(), step)

    def _hear(self) -> None:
        """The phone may have seen more at another worker, and news of it may still be on the way here."""
        row = self._store.rooms.find(self.token)
        if row is not None:
            self.update(row)

    def _late(self, step: str, submission: str) -> Sequence[Rejection]:
        """A form that has closed acknowledges what it has."""
        known = step.isprintable() and self._store.envelopes.has(self.token, step, submission)
        return () if known else (_CLOSED,)

    def _keep(self, step: str, submission: str, envelope: bytes) -> Sequence[Rejection]:
        kept = self._store.envelopes.put(self.token, step, submission, envelope)
        if not kept and not self._store.envelopes.has(self.token, step, submission):
            raise NoSuchRoom()
        return ()


def _shown(row: RoomRow) -> _Shown:
    return _Shown(row, typed(PublicView, row.view), monotonic() - row.age)


def _open_form(view: PublicView, step: str) -> Form | None:
    form = view.form
    if form is None or form.step != step:
        return None
    return form if form.closes_in is None or form.closes_in >= timedelta() else None


def _later(form: Form | None, gone: timedelta) -> Form | None:
    if form is None or form.closes_in is None:
        return form
    return replace(form, closes_in=form.closes_in - gone)
