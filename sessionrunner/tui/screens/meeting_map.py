"""Who meets whom over the day, as a picture: a cell for every pair, with a sign and a colour."""

from collections import Counter

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from sessionrunner.core.acquaintance import Pair, meetings, quality
from sessionrunner.core.session import Session
from sessionrunner.locale import Catalogue
from sessionrunner.tui.keys import Key, bindings
from sessionrunner.tui.safe import one_line
from sessionrunner.tui.screens.base import Overlay
from sessionrunner.tui.widgets.key_bar import KeyBar

MOST = 40
"""People whose pairs can be told apart in a picture on a screen."""
_NAME = 14
_SIGNS = ("·", "■", "2", "3")
"""Never, once, twice, three times or more."""
_STYLES = ("$muted", "$accent", "bold $on-accent on $soon", "bold $on-accent on $ending")


class MeetingMap(Overlay[None]):
    """A square of all pairs; for a large room, how many meet how often."""

    KEYS = (Key("close", "escape,m,q,g,enter", "answer", "escape"), Key("scroll", "", "answer", "↑↓"))
    BINDINGS = bindings(
        KEYS, ("up", "scroll(-1)"), ("down", "scroll(1)"), ("pageup", "scroll(-10)"), ("pagedown,space", "scroll(10)")
    )

    def __init__(self, words: Catalogue, session: Session) -> None:
        super().__init__(words)
        self._session = session

    def compose(self) -> ComposeResult:
        """What it says in words, the picture, what the signs mean."""
        met = meetings(self._session)
        said = " ".join(self.words.render(text) for text in quality(self._session))
        with Vertical(id="meeting-map"):
            yield Static(one_line(self.words("board.map.title"), "bold"), classes="card-title")
            yield Static(one_line(said))
            with VerticalScroll(can_focus=False):
                yield Static(self._picture(met), id="meeting-picture")
            yield Static(self._legend())
            yield KeyBar(self.KEYS, self.words)

    def _picture(self, met: Counter[Pair]) -> Content:
        people = self._session.people
        if len(people) > MOST:
            return summary(self.words, people, met)
        return picture(people, met, 2 if len(people) <= 24 else 1)

    def _legend(self) -> Content:
        parts = [Content.styled(sign, style) + f" {self.words(f'board.map.sign-{number}')}"
                 for number, (sign, style) in enumerate(zip(_SIGNS, _STYLES, strict=True))]  # fmt: skip
        return Content("   ").join(parts)

    def action_answer(self) -> None:
        """Take the picture away."""
        self.dismiss(None)

    def action_scroll(self, rows: int) -> None:
        """Read on."""
        self.query_one(VerticalScroll).scroll_relative(y=rows, animate=False)


def times(met: Counter[Pair], one: str, other: str) -> int:
    """How often two people meet."""
    return met[min(one, other), max(one, other)]


def picture(people: tuple[str, ...], met: Counter[Pair], width: int) -> Content:
    """A row and a column for everybody, both in the same order; cells so many columns wide."""
    rows = [_heading(len(people), width)]
    for number, name in enumerate(people, 1):
        shown = one_line(name).truncate(_NAME, ellipsis=True, pad=True)
        cells = [_cell(met, name, other, width) for other in people]
        rows.append(Content.styled(f"{number:>3} ", "$muted") + shown + " " + Content("").join(cells))
    return Content("\n").join(rows)


def _heading(people: int, width: int) -> Content:
    """The number of each column, tens over ones."""
    start = " " * (_NAME + 5)
    numbers = range(1, people + 1)
    tens = "".join((str(number // 10) if number % 10 == 0 else "").ljust(width) for number in numbers)
    ones = "".join(str(number % 10).ljust(width) for number in numbers)
    return Content.styled(f"{start}{tens}\n{start}{ones}", "$muted")


def _cell(met: Counter[Pair], one: str, other: str, width: int) -> Content:
    if one == other:
        return Content.styled("╲".ljust(width), "$muted")
    number = min(times(met, one, other), len(_SIGNS) - 1)
    return Content.styled(_SIGNS[number].ljust(width), _STYLES[number])


def summary(words: Catalogue, people: tuple[str, ...], met: Counter[Pair]) -> Content:
    """For a room too large for a picture: how many pairs meet how often, and how many the least met person meets."""
    often = Counter(met.values())
    pairs = len(people) * (len(people) - 1) // 2
    partners = Counter(name for pair in met for name in pair)
    counts = [partners[name] for name in people]
    lines = [words("board.map.large", n=len(people), most=MOST), ""]
    lines += [words("board.map.met", n=sum(often.values()), pairs=pairs)]
    lines += [words("board.map.often", n=often[number], times=number) for number in sorted(often) if number > 1]
    lines += [words("board.map.each", least=min(counts), most=max(counts))]
    return Content("\n".join(lines))
