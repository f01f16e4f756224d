"""Sorting the opened texts: on the leader's screen only, with the keyboard, everything with undo."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from sessionrunner.core import commands
from sessionrunner.core.similar import alike
from sessionrunner.core.synthesis import Board, Card
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.desk import Desk
from sessionrunner.locale import Catalogue
from sessionrunner.locale.reasons import reason
from sessionrunner.tui.keys import Key, bindings
from sessionrunner.tui.screens.alike import AskAlike, Likeness
from sessionrunner.tui.screens.answers import on_wall
from sessionrunner.tui.screens.base import HELP
from sessionrunner.tui.screens.headings import HeadingsScreen
from sessionrunner.tui.widgets.choices import Choices
from sessionrunner.tui.widgets.key_bar import KeyBar
from sessionrunner.tui.widgets.piles import piles, text_line
from sessionrunner.tui.widgets.top_line import TopLine


class SortingScreen(HeadingsScreen):
    """Texts to the left, those without a heading first; headings with their numbers to the right."""

    PURPOSE = "sorting"
    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("sort-put", "1,2,3,4,5,6,7,8,9,0", "none", "1–9"),
        Key("sort-new", "n", "new", "n"),
        Key("sort-hide", "d", "hide", "d"),
        Key("sort-similar", "l", "similar", "l"),
        Key("sort-undo", "z,ctrl+z", "undo", "z"),
        Key("sort-back", "escape", "back", "escape"),
        Key("sort-loose", "0", "put(0)", "0"),
        Key("sort-same", "s", "same", "s"),
        Key("sort-part", "p", "part", "p"),
        Key("sort-rename", "b", "rename", "b"),
        Key("sort-join", "i", "join", "i"),
        Key("sort-drop", "t", "drop", "t"),
        Key("sort-hands", "h", "hands", "h"),
        Key("vote", "v", "vote", "v"),
        Key("sort-line", "", "none", "↑↓"),
        HELP,
    )
    BINDINGS = bindings(
        tuple(key for key in KEYS if key.name != "sort-put"), *((str(at), f"put({at})") for at in range(1, 10))
    )

    def __init__(self, words: Catalogue, desk: Desk) -> None:
        super().__init__(words, desk)
        self._board = Board()
        self._rows: list[Card] = []
        self._marked = ""
        """Mark of the text that the next one is to be counted with."""
        self._asked: set[frozenset[str]] = set()
        """Pairs that the leader has been asked about."""

    def compose(self) -> ComposeResult:
        """What this is, the texts and the headings, the keys."""
        yield TopLine(self.words)
        yield Static(_who_sees(self.words, self.desk), id="private")
        with Horizontal(id="sorting"):
            yield Choices(id="texts", markup=False)
            with Vertical(id="piles"):
                yield Static(id="pile-list")
        yield KeyBar(self.KEYS, self.words)

    def on_mount(self) -> None:
        """The cursor on the first text."""
        self.query_one("#texts").focus()

    def show_session(self) -> None:
        """Draw texts and headings anew; leave when the hour is over."""
        if self.desk.session.step is None:
            return
        self.look_at_clock()
        try:
            self._board = self.desk.sorting.board()
        except SessionRunnerError as error:
            self.tell(error)
            return
        places = ["", *(heading.id for heading in self._board.headings)]
        seen = [card for place in places for card in self._board.under(place)]
        self._rows = [*seen, *self._board.left_out]
        self._draw_texts()
        self.query_one("#private", Static).update(_who_sees(self.words, self.desk))
        self.query_one("#pile-list", Static).update(piles(self.words, self._board, self.desk.voting.dots_of))

    def look_at_clock(self) -> None:
        """The clock stays in sight."""
        self.query_one(TopLine).show(self.desk)

    def _draw_texts(self) -> None:
        listing = self.query_one("#texts", OptionList)
        at = listing.highlighted or 0
        listing.clear_options()
        listing.add_options(
            Option(text_line(self.words, self._board, card, card.mark == self._marked)) for card in self._rows
        )
        listing.highlighted = min(at, len(self._rows) - 1) if self._rows else None

    def chosen(self) -> Card | None:
        """The text under the cursor."""
        at = self.query_one("#texts", OptionList).highlighted
        return self._rows[at] if at is not None and at < len(self._rows) else None

    def action_put(self, number: int) -> None:
        """Put the chosen text under a heading, 0 under none; the cursor is on the next one then."""
        card, heading = self.chosen(), self.numbered(number) if number else None
        if card is not None and (heading or not number):
            self.give(commands.PutUnder(card.mark, heading.id if heading else ""))

    def action_hide(self) -> None:
        """Hide the chosen text for a reason, or show it again."""
        card = self.chosen()
        if card is None:
            return
        if card.reason:
            self.give(commands.TakeIn(card.mark))
        else:
            self.ask("reason", lambda given: self.do(commands.LeaveOut(card.mark, reason(self.words, given))))

    def action_same(self) -> None:
        """Mark a text; with another chosen after that, the two are counted together."""
        card, marked = self.chosen(), self._marked
        if card is None:
            return
        self._marked = "" if marked else card.mark
        if marked and marked != card.mark:
            self.give(commands.SameAs(card.mark, marked))
        else:
            self.inform("sorting.marked" if self._marked else "sorting.unmarked")
        self.show_session()

    def action_part(self) -> None:
        """Texts that are counted together stand by themselves again."""
        card = self.chosen()
        if card is not None:
            self.give(commands.Part(card.mark))

    def action_similar(self) -> None:
        """Ask about the two texts that are most alike and not under one heading; the answer is the leader's."""
        cards = [card for card in self._rows if not card.reason]
        pairs = alike([card.text for card in cards], most=len(cards) ** 2)
        found = ((cards[pair.one], cards[pair.other]) for pair in pairs)
        fresh = next((two for two in found if self._is_new(*two)), None)
        if fresh is None:
            self.inform("synthesis.nothing-similar")
            return
        one, other = fresh
        self._asked.add(frozenset((one.mark, other.mark)))
        self.app.push_screen(AskAlike(self.words, one, other), lambda said: self._bring_together(one, other, said))

    def _is_new(self, one: Card, other: Card) -> bool:
        """Whether the two are not under one heading and have not been asked about."""
        apart = not one.heading or one.heading != other.heading
        return apart and frozenset((one.mark, other.mark)) not in self._asked

    def _bring_together(self, one: Card, other: Card, said: Likeness | None) -> None:
        if said is Likeness.SAME:
            self.give(commands.SameAs(other.mark, one.mark))
        elif said is Likeness.HEADING and one.heading:
            self.give(commands.PutUnder(other.mark, one.heading))
        elif said is Likeness.HEADING and other.heading:
            self.give(commands.PutUnder(one.mark, other.heading))
        elif said is Likeness.HEADING:
            self.ask("new", lambda name: self._put_under_new(name, one, other))

    def _put_under_new(self, name: str, *cards: Card) -> None:
        heading = self.desk.sorting.add_heading(name)
        for card in cards:
            self.give(commands.PutUnder(card.mark, heading.id))


def _who_sees(words: Catalogue, desk: Desk) -> str:
    """That this screen is private, and what of the texts the room does see."""
    shown = desk.room.shown()
    if not shown.answers:
        return words("sorting.private")
    return words("sorting.private-shown", wall=on_wall(words, shown))
