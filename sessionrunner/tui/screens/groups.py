"""The groups of the session: drawn anew, improved, arranged, wished for; for other people, on a key."""

from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual import work
from textual.content import Content
from textual.widgets import Static

from sessionrunner.core import arrivals
from sessionrunner.core.commands import DrawGroups, SetPeople
from sessionrunner.core.numbers import only_numbers
from sessionrunner.core.session import Session
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.desk import Desk
from sessionrunner.host import Host
from sessionrunner.locale import Catalogue, heard
from sessionrunner.tui.improving import Search
from sessionrunner.tui.keys import Key, bindings
from sessionrunner.tui.safe import one_line
from sessionrunner.tui.screens.ask import AskLine
from sessionrunner.tui.screens.base import HELP
from sessionrunner.tui.screens.board import LOCK, MOVES, OTHER_STEP, PICK, SWAP, BoardScreen
from sessionrunner.tui.screens.meeting_map import MeetingMap
from sessionrunner.tui.screens.wishes import WishesScreen
from sessionrunner.tui.widgets import group_sheet
from sessionrunner.tui.widgets.top_line import TopLine

_NEXT_DRAW = 1009
"""Added to the seed for a new draw: far enough from the numbers that the steps add themselves."""


class GroupsScreen(BoardScreen):
    """The board of groups, with the clock still in sight and a search for better ones behind it."""

    PURPOSE = "groups"
    KEYS: ClassVar[tuple[Key, ...]] = (
        PICK,
        Key("redraw", "n", "redraw", "n"),
        LOCK,
        Key("undo", "z,ctrl+z", "undo", "z"),
        Key("wishes", "o", "wishes", "o"),
        Key("close", "escape,g,q", "close", "escape"),
        Key("meetings", "m", "meetings", "m"),
        Key("people", "d", "people", "d"),
        OTHER_STEP,
        Key("better", "b", "better", "b"),
        SWAP,
        Key("stop-search", "x", "stop_search", "x"),
        HELP,
    )
    BINDINGS = bindings(KEYS, *MOVES)

    def __init__(self, words: Catalogue, desk: Desk, host: Host) -> None:
        super().__init__(words, desk)
        self._host = host
        self.search: Search | None = None
        """What looks for better groups than those that are shown."""
        self._lines: list[Content] = []
        """What the groups are worth."""
        self._offered: tuple[object, str] = (None, "")
        """A better plan, and what that is worth."""

    def on_unmount(self) -> None:
        """Nobody is reading any more: look no further."""
        self.action_stop_search()

    def show_session(self) -> None:
        """Write the groups out, and look for better ones unless these are those that are being looked at."""
        session = self.desk.session
        before = self.search.session if self.search is not None else None
        if before is None or _asked(before) != _asked(session):
            self.action_stop_search()
            self.search = Search(session)
        step, steps = self.step(), group_sheet.steps(session)
        self._lines, title = [], Content("")
        if step is not None:
            self._lines = [group_sheet.worth(self.words, session), *group_sheet.troubles(self.words, session, step)]
            title = group_sheet.title(self.words, session, step, (steps.index(step) + 1, len(steps)))
        self.query_one("#board-title", Static).update(title)
        super().show_session()

    def look_at_clock(self) -> None:
        """Keep the time in the top line, and what the search has found below it."""
        self.query_one(TopLine).show(self.desk, clock=True)
        lines = [*self._lines, *self._offer(self.desk.session)]
        self.query_one("#board-worth", Static).update(Content("\n").join(lines))

    def _offer(self, session: Session) -> list[Content]:
        """That a better division is being looked for, or is there to be taken."""
        search = self.search
        if search is None or (search.found is None and not search.searching):
            return []
        if search.found is None:
            return [Content.styled(self.words("board.searching"), "$muted")]
        if self._offered[0] is not search.found:
            plan = {one.step: one.division for one in search.found.plan}
            better = replace(session, groups={**session.groups, **plan})
            self._offered = search.found, group_sheet.worth(self.words, better).plain
        return [one_line(self.words("board.better", worth=self._offered[1]), "bold $accent")]

    def action_better(self) -> None:
        """Take the better division that has been found."""
        found = self.search.found if self.search is not None else None
        if found is None:
            self.inform("board.none-better")
        elif self.give(found):
            self.inform("board.taken")

    def action_stop_search(self) -> None:
        """Look no further."""
        if self.search is not None:
            self.search.stop()

    def action_meetings(self) -> None:
        """Who meets whom over the day, as a picture."""
        self.app.push_screen(MeetingMap(self.words, self.desk.session))

    def action_wishes(self) -> None:
        """Who is kept apart or together."""
        self.app.push_screen(WishesScreen(self.words, self.desk))

    def action_redraw(self) -> None:
        """Draw new groups for this step and those to come; what is locked stays."""
        if self.give(DrawGroups(self.desk.session.seed + _NEXT_DRAW)):
            self.inform("tui.groups.redrawn")

    def action_people(self) -> None:
        """Somebody came late or had to leave."""
        people = self.desk.session.people
        numbered = only_numbers(people)
        already = str(len(people)) if numbered else ", ".join(people)
        prompt = self.words("tui.groups.people" if numbered else "line.people")
        hear = partial(heard.people, self.words, people)
        self.app.push_screen(AskLine(self.words, prompt, already, take=self._missed, hear=hear), self._change)

    def _missed(self, given: str) -> None:
        """Whoever is to go and is not here stays on the line."""
        arrivals.read(self.desk.session.people, given)

    def _change(self, given: str | None) -> None:
        if given:
            change = arrivals.read(self.desk.session.people, given)
            self._interpret(", ".join(change.people) if change else given)

    @work(thread=True, exclusive=True)
    def _interpret(self, given: str) -> None:
        try:
            people = self._host.beforehand.people(given)
        except SessionRunnerError as error:
            self.call_later(self.tell, error)
        else:
            self.call_later(self._changed, people)

    def _changed(self, people: tuple[str, ...]) -> None:
        if self.give(SetPeople(people)):
            self.inform("tui.groups.changed", n=len(people))


def _asked(session: Session) -> tuple[object, ...]:
    """What a search for something better depends on."""
    return session.groups, session.wishes, session.met, session.locked, session.arranged, session.position
