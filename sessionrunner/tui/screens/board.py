"""One step's groups with a cursor: pick somebody up, put them down, swap, lock."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from sessionrunner.core.exercise import Step
from sessionrunner.desk import Desk
from sessionrunner.locale import Catalogue
from sessionrunner.tui.keys import Key
from sessionrunner.tui.safe import one_line
from sessionrunner.tui.screens.base import HELP
from sessionrunner.tui.screens.seating import Seating
from sessionrunner.tui.screens.session import SessionScreen
from sessionrunner.tui.widgets import group_sheet
from sessionrunner.tui.widgets.group_board import GroupBoard
from sessionrunner.tui.widgets.key_bar import KeyBar
from sessionrunner.tui.widgets.top_line import TopLine

PICK = Key("pick", "enter", "pick", "enter")
SWAP = Key("swap", "s", "swap", "s")
LOCK = Key("lock", "l", "lock", "l")
OTHER_STEP = Key("other-step", "tab", "turn(1)", "tab")
HOLDING = (
    Key("put", "enter", "pick", "enter"),
    SWAP,
    Key("choose", "", "close", "arrows"),
    Key("let-go", "escape", "close", "escape"),
    HELP,
)
"""The keys while somebody is held."""
MOVES = (
    ("up", "cursor(-1, 0)"),
    ("down", "cursor(1, 0)"),
    ("left", "cursor(0, -1)"),
    ("right", "cursor(0, 1)"),
    ("shift+tab", "turn(-1)"),
    ("pageup", "scroll(-12)"),
    ("pagedown,space", "scroll(12)"),
    *((str(number), f"put_in({number})") for number in range(1, 10)),
)
"""Keys that need no word of their own."""


class BoardScreen(SessionScreen):
    """The board with the groups of one step, and those of the other steps below."""

    def __init__(self, words: Catalogue, desk: Desk) -> None:
        super().__init__(words, desk)
        self._chosen = ""
        """Id of the step on the board; the first one with groups that are not over until another is chosen."""
        self.board = GroupBoard(words)
        """The groups with their cursor."""
        self.seating = Seating(self, self.board)

    def compose(self) -> ComposeResult:
        """The clock on top, what the groups are worth, the board, the steps to come."""
        yield TopLine(self.words)
        yield Static(id="board-title")
        yield Static(id="board-worth")
        with VerticalScroll(id="sheet", can_focus=False):
            yield self.board
            yield Static(id="sheet-text")
        yield Static(id="board-hint")
        yield KeyBar(self.KEYS, self.words)

    def step(self) -> Step | None:
        """The step on the board; None when no step has groups."""
        steps = group_sheet.steps(self.desk.session)
        return next((step for step in steps if step.id == self._chosen), steps[0] if steps else None)

    def show_session(self) -> None:
        """Write the groups out."""
        session, step, now = self.desk.session, self.step(), self.desk.now()
        self.board.show(group_sheet.seats(session, now, step) if step else None)
        self.query_one("#sheet-text", Static).update(group_sheet.sheet(self.words, session, now, besides=step))
        self.say_hint()
        self.look_at_clock()

    def sized(self) -> None:
        """Names wrap where the screen ends."""
        self.board.redraw()

    def say_hint(self) -> None:
        """What Enter would do now."""
        self.query_one(KeyBar).show(HOLDING if self.board.held else self.KEYS)
        self.query_one("#board-hint", Static).update(one_line(_hint(self.words, self.board)))

    def action_cursor(self, rows: int, columns: int) -> None:
        """To another group or another name."""
        self.board.move(rows, columns)
        self.say_hint()

    def action_pick(self) -> None:
        """Pick up who is under the cursor; put down who is held."""
        step = self.step()
        if self.board.held is None:
            self.board.hold(self.board.person)
        elif self.board.group is not None and step is not None:
            self.seating.put(step, self.board.group.label)
        self.say_hint()

    def action_put_in(self, number: int) -> None:
        """Put who is held in the group with this number."""
        label, step = self.board.label(number), self.step()
        if self.board.held is not None and label is not None and step is not None:
            self.seating.put(step, label)
            self.say_hint()

    def action_swap(self) -> None:
        """Let the held person and the one under the cursor change places."""
        step = self.step()
        if step is None:
            self.inform("board.swap-how")
        else:
            self.seating.swap(step)
            self.say_hint()

    def action_lock(self) -> None:
        """Lock the group under the cursor, or unlock it."""
        step = self.step()
        if step is not None:
            self.seating.lock(step)

    def action_turn(self, by: int) -> None:
        """Put another step's groups on the board."""
        steps, step = group_sheet.steps(self.desk.session), self.step()
        if step is not None:
            self.board.hold(None)
            self._chosen = steps[(steps.index(step) + by) % len(steps)].id
            self.show_session()

    def action_scroll(self, rows: int) -> None:
        """Read on."""
        self.query_one("#sheet").scroll_relative(y=rows, animate=False)

    def action_close(self) -> None:
        """Let go of who is held; else back to where the leader was."""
        if self.board.held is None:
            self.app.pop_screen()
        else:
            self.board.hold(None)
            self.say_hint()


def _hint(words: Catalogue, board: GroupBoard) -> str:
    if board.held is None:
        return words("board.pick", name=board.person) if board.person else ""
    if board.person in (None, board.held) or board.group is None:
        return words("board.held", name=board.held)
    return words("board.over", name=board.held, group=board.group.label, other=board.person)
