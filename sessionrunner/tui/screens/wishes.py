"""Who is kept apart, who stays together, what is spread: a short list with a key for each."""

from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from sessionrunner.core.commands import ForgetMeetings, SetWishes
from sessionrunner.core.meant import persons
from sessionrunner.core.session import NotPossible
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.core.wishes import Wishes
from sessionrunner.desk import Desk
from sessionrunner.locale import Catalogue
from sessionrunner.tui import phrases
from sessionrunner.tui.keys import Key, bindings
from sessionrunner.tui.safe import one_line
from sessionrunner.tui.screens.ask import AskLine
from sessionrunner.tui.screens.base import Overlay
from sessionrunner.tui.widgets.choices import Choices
from sessionrunner.tui.widgets.key_bar import KeyBar


class WishesScreen(Overlay[None]):
    """Wishes about company; they stay on this laptop."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("apart", "i", "add('apart')", "i"),
        Key("together", "t", "add('together')", "t"),
        Key("spread", "b", "spread", "b"),
        Key("drop-wish", "delete,backspace", "drop", "delete"),
        Key("close", "escape,o,q", "answer", "escape"),
    )
    BINDINGS = bindings(KEYS)

    def __init__(self, words: Catalogue, desk: Desk) -> None:
        super().__init__(words)
        self._desk = desk

    def compose(self) -> ComposeResult:
        """What this is, the wishes, the keys."""
        with Vertical(classes="card", id="wishes"):
            yield Static(self.words("board.wishes.title"), classes="card-title")
            yield Static(self.words("board.wishes.how"), classes="muted")
            yield Choices(id="wish-list", markup=False)
            yield KeyBar(self.KEYS, self.words)

    def on_mount(self) -> None:
        """The first wish is under the cursor."""
        self._show()
        self.query_one(OptionList).focus()

    def _show(self) -> None:
        listed = self.query_one(OptionList)
        at = listed.highlighted or 0
        listed.clear_options()
        listed.add_options(Option(one_line(line)) for line in self._lines())
        if not listed.option_count:
            listed.add_option(Option(self.words("board.wishes.none"), disabled=True))
        listed.highlighted = min(at, listed.option_count - 1)

    def _lines(self) -> list[str]:
        wishes = self._desk.session.wishes
        lines = [self.words("board.wishes.apart", names=phrases.names(names)) for names in wishes.apart]
        lines += [self.words("board.wishes.together", names=phrases.names(names)) for names in wishes.together]
        if wishes.column:
            key = "board.wishes.spread" if wishes.spread else "board.wishes.not-spread"
            kinds = replace(wishes, spread=True).kinds(self._desk.session.people)
            sizes = ", ".join(f"{kind or '–'} {len(people)}" for kind, people in kinds.items())
            lines.append(self.words(key, what=wishes.column, sizes=sizes))
        if self._desk.session.met:
            lines.append(self.words("board.wishes.met", n=len(self._desk.session.met)))
        return lines

    def action_add(self, kind: str) -> None:
        """Ask for the names."""
        prompt = self.words(f"board.wishes.ask-{kind}")
        self.app.push_screen(AskLine(self.words, prompt, take=partial(self._add, kind)), lambda _: self._show())

    def _add(self, kind: str, given: str) -> None:
        names = persons(self._desk.session.people, given)
        if len(set(names)) < 2:
            raise NotPossible("wish-needs-two")
        self._desk.handle(SetWishes(with_one(self._desk.session.wishes, kind, names)))

    def action_spread(self) -> None:
        """Spread what the list of people tells, or leave it to chance again."""
        wishes = self._desk.session.wishes
        if not wishes.column:
            self.notify(self.words("board.wishes.no-column"), markup=False)
        else:
            self._give(SetWishes(replace(wishes, spread=not wishes.spread)))

    def action_drop(self) -> None:
        """Take the wish under the cursor away."""
        at = self.query_one(OptionList).highlighted
        wishes = self._desk.session.wishes
        if at is None or at >= len(self._lines()):
            return
        later = at - len(wishes.apart) - len(wishes.together)
        if later < 0:
            self._give(SetWishes(without(wishes, at)))
        elif later == 0 and wishes.column:
            self._give(SetWishes(replace(wishes, spread=False)))
        else:
            self._give(ForgetMeetings())

    def _give(self, command: SetWishes | ForgetMeetings) -> None:
        try:
            self._desk.handle(command)
        except SessionRunnerError as error:
            self._refuse(error)
        self._show()

    def _refuse(self, error: SessionRunnerError) -> None:
        self.notify(one_line(self.words.explain(error)).plain, severity="warning", markup=False, timeout=10)

    def action_answer(self) -> None:
        """Back to the groups."""
        self.dismiss(None)


def with_one(wishes: Wishes, kind: str, names: tuple[str, ...]) -> Wishes:
    """The wishes and one more, of those ``apart`` or ``together``."""
    if kind == "apart":
        return replace(wishes, apart=(*wishes.apart, names))
    return replace(wishes, together=(*wishes.together, names))


def without(wishes: Wishes, at: int) -> Wishes:
    """The wishes but for one, counted first through those apart and then through those together."""
    apart, together = list(wishes.apart), list(wishes.together)
    if at < len(apart):
        del apart[at]
    else:
        del together[at - len(apart)]
    return replace(wishes, apart=tuple(apart), together=tuple(together))
