"""What a leader can do wherever the clock is running: note, open answers, end."""

from collections.abc import Iterator

from textual.content import Content

from sessionrunner.core.commands import TakeNote
from sessionrunner.core.exercise import Step
from sessionrunner.core.noting import ROOM, Spot, spots
from sessionrunner.core.opening import latest_form
from sessionrunner.core.privacy import FLOOR
from sessionrunner.core.rules.summary import OwnerIsAName
from sessionrunner.core.session import NotPossible
from sessionrunner.core.statements import latest_tables
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.desk import Desk
from sessionrunner.locale import Catalogue
from sessionrunner.locale.noting import spot_name
from sessionrunner.locale.phrases import weekday
from sessionrunner.tui.draft import Draft
from sessionrunner.tui.messages import EndSession
from sessionrunner.tui.screens.answers import AnswersScreen
from sessionrunner.tui.screens.arriving import ArrivingScreen
from sessionrunner.tui.screens.ask import Ask, Leaflet
from sessionrunner.tui.screens.noting import NoteLine
from sessionrunner.tui.screens.rooms import RoomsScreen
from sessionrunner.tui.screens.sorting import SortingScreen
from sessionrunner.tui.screens.tables import TablesScreen


class LeadingScreen(ArrivingScreen):
    """A screen under the running clock."""

    def __init__(self, words: Catalogue, desk: Desk, draft: Draft) -> None:
        super().__init__(words, desk)
        self.draft = draft
        """The line of the summary that has been begun and not entered; one for all screens of the hour."""

    def written_up(self) -> bool:
        """Make a row of the line that was not entered; says why, and gives False, when it cannot be one yet."""
        wrong = self.draft.wrong_field(self.desk.time.wall().date())
        if wrong:
            self.inform("tui.lesson.bad-date" if wrong == "due" else "tui.lesson.no-text", said=self.draft.due.strip())
            return False
        if been := self.draft.doubtful(self.desk):
            self.inform("appointment.due-been", date=weekday(been, self.words))
            return False
        try:
            self.draft.write(self.desk)
        except SessionRunnerError as error:
            self.draft.named = isinstance(error, OwnerIsAName)
            self.tell(error)
            return False
        return True

    def action_note(self) -> None:
        """Jot a line down, tagged with the step, and with a table or a group if wanted."""
        kept = not self.desk.session.exercise.touches_cases
        prompt = "tui.note.prompt" if kept else "lessons.note-not-saved"
        self.app.push_screen(NoteLine(self.words, self.words(prompt), spots(self.desk.session)), self._take_note)

    def _take_note(self, note: TakeNote | None) -> None:
        if note and self.give(note):
            spot = Spot(note.table, note.group)
            told = "tui.note.taken" if spot == ROOM else "noting.taken"
            self.inform(told, spot=spot_name(self.words, spot))

    def action_reveal(self) -> None:
        """Open the answers of the latest form, if enough people have answered; show them again if they are open."""
        step = latest_form(self.desk.session)
        if step is None:
            self.inform("tui.reveal.nothing")
        elif step.id in self.desk.session.revealed and not self.desk.answers.ready(step):
            self._show_answers(step)
        else:
            self._ask_to_reveal(step)

    def _ask_to_reveal(self, step: Step) -> None:
        count = self.desk.answers.received().get(step.id, 0)
        least = max(self.desk.session.threshold, FLOOR)
        values = {"n": count, "people": len(self.desk.session.people), "least": least}
        if count < least:
            self.inform("tui.reveal.too-few", **values)
            return
        question = Ask(
            self.words, self.words("tui.reveal.ask", step=step.title), self.words("tui.reveal.why", **values)
        )
        self.app.push_screen(question, lambda yes: self._reveal(step) if yes else None)

    def _reveal(self, step: Step) -> None:
        try:
            self.desk.reveal(step.id, on_wall=False)
        except SessionRunnerError as error:
            self.tell(error)
        else:
            self._show_answers(step)

    def _show_answers(self, step: Step) -> None:
        if any(one.step == step.id for one in self.desk.answers.collected()):
            answers = AnswersScreen(self.words, self.desk, step)
            self.app.push_screen(answers, lambda sort: self.action_sort() if sort else None)
            return
        body = Content(self.words("tui.reveal.hidden"))
        self.app.push_screen(Leaflet(self.words, self.words("tui.reveal.title", step=step.title), body))

    def action_tables(self) -> None:
        """What was said at the tables, to read and to show the room."""
        tables = latest_tables(self.desk.session, self.desk.answers.collected())
        if tables is None:
            self.tell(NotPossible("no-tables-yet"))
        else:
            self.app.push_screen(TablesScreen(self.words, self.desk, tables))

    def action_rooms(self) -> None:
        """What all rooms of the day have come to, to read and to show the room."""
        if self.desk.room.rooms.joined:
            self.app.push_screen(RoomsScreen(self.words, self.desk.room.rooms))
        else:
            self.tell(NotPossible("no-rooms"))

    def action_sort(self) -> None:
        """Sort the opened texts, unseen by the room."""
        if self.desk.session.revealed:
            self.app.push_screen(SortingScreen(self.words, self.desk))
        else:
            self.inform("tui.summary.nothing-to-sort")

    def action_end(self) -> None:
        """Ask before ending: what is saved, and that it cannot be undone."""
        if not self.written_up():
            return
        self.app.push_screen(Ask(self.words, self.words("tui.end.ask"), "\n".join(self._consequences())), self._end)

    def _consequences(self) -> Iterator[str]:
        session = self.desk.session
        later = len(session.exercise.steps) - session.position - 1
        if later:
            yield self.words("tui.end.early", n=later)
        if session.lessons and not session.approved:
            yield self.words("tui.end.not-approved")
        yield self.words("tui.end.why", n=len(session.lessons))

    def _end(self, yes: bool | None) -> None:
        if yes:
            self.post_message(EndSession())
