"""The whole day on one screen: what is over, what is next, how much time there is, and a break's large clock."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from sessionrunner.core.commands import Next
from sessionrunner.core.day_offers import DayOffer
from sessionrunner.core.programme_day import Row, State
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.daydesk import DayDesk
from sessionrunner.desk import Desk
from sessionrunner.locale import Catalogue, day_lines
from sessionrunner.tui.keys import Key, bindings
from sessionrunner.tui.safe import one_line, safe
from sessionrunner.tui.screens.ask import Ask, AskLine
from sessionrunner.tui.screens.base import HELP, LeaderScreen, Overlay
from sessionrunner.tui.widgets.countdown import Countdown, face
from sessionrunner.tui.widgets.key_bar import KeyBar

_TICK = 0.5
_ROOMY = 56
"""Columns that have room for a title and a length."""
_SIGNS = {State.DONE: "✓", State.SKIPPED: "–", State.NOW: "▸", State.LATER: " "}
_STYLES = {State.DONE: "$muted", State.SKIPPED: "$muted", State.NOW: "bold $accent", State.LATER: ""}


@dataclass
class LeadPart(Message):
    """An exercise of the day has been opened: lead it."""

    desk: Desk


class DayScreen(LeaderScreen):
    """One line an item with its times; Enter begins the next."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("day-begin", "enter,space,pagedown", "begin", "enter"),
        Key("day-ways", "f", "ways", "f"),
        Key("day-skip", "h", "skip", "h"),
        Key("day-swap", "b", "swap", "b"),
        Key("day-people", "n", "people", "n"),
        Key("day-undo", "z,ctrl+z", "undo", "z"),
        Key("day-wall", "w", "wall", "w"),
        Key("day-end", "e", "end", "e"),
        Key("quit", "", "app.quit", "Ctrl+Q"),
        HELP,
    )
    BINDINGS = bindings(KEYS)

    def __init__(self, words: Catalogue, day: DayDesk, people: Callable[[str], tuple[str, ...]]) -> None:
        super().__init__(words)
        self._day = day
        self._read_people = people
        self._busy = False
        self._ended: Content | None = None

    def compose(self) -> ComposeResult:
        """The plan to the left, what is next and the clock to the right."""
        yield Static(id="day-title", classes="headline")
        with Horizontal(id="day"):
            with VerticalScroll(id="plan", can_focus=False):
                yield Static(id="plan-text")
            with Vertical(id="next-part"):
                yield Static(id="next-text")
                yield Countdown()
        yield KeyBar(self.KEYS, self.words)

    def on_mount(self) -> None:
        """The times move by themselves; who is here is asked once, when nobody knows."""
        self.set_interval(_TICK, self.draw)
        self.draw()
        if not self._day.day.people:
            self.action_people()

    def on_screen_resume(self) -> None:
        """An exercise may just have ended."""
        self.draw()

    def sized(self) -> None:
        """Lines are as long as the screen is wide."""
        self.draw()

    def draw(self) -> None:
        """Everything anew from the day as it stands."""
        table = self._day.table()
        pace = "" if self._day.offers() else day_lines.pace(table, self.words)
        title = Content.assemble((self._day.day.programme.title, "bold"), "  ", (pace, "$muted"))
        self.query_one("#day-title", Static).update(title)
        width = max(self.query_one("#plan").content_size.width, 30)
        self.query_one("#plan-text", Static).update(
            Content("\n").join([_line(row, self.words, width) for row in table])
        )
        self.query_one("#next-text", Static).update(self._ended or self._next())
        pause = self._pause
        self.query_one("#next-part").set_class(pause is not None, "-pause")
        self.query_one(Countdown).display = pause is not None
        if pause is not None:
            self.query_one(Countdown).show(face(self.words, pause.room.public()))

    @property
    def _pause(self) -> Desk | None:
        """The break under way."""
        return self._day.desk if self._day.desk is not None and not self._day.day.session else None

    def _next(self) -> Content:
        words, coming, pause = self.words, self._day.coming(), self._pause
        if pause is not None:
            until = words("programme.screen.until", at=f"{pause.time.ends_at():%H:%M}")
            lines = [Content.styled(pause.session.exercise.title, "bold"), Content(until), Content("")]
        else:
            lines = []
        if coming is None:
            return Content("\n").join([*lines, Content(words("programme.screen.all-done"))])
        lines += [Content.styled(words("programme.screen.next"), "$muted"), one_line(coming.part.title, "bold $accent")]
        length = words("cli.minutes", n=day_lines.minutes(coming.part.length))
        lines += [Content(f"{coming.starts:%H:%M}–{coming.ends:%H:%M} · {length}"), Content("")]
        if pause is not None:
            return Content("\n").join(lines[:-1])
        lines += self._time()
        when, missing = self._day.done_before(coming), self._day.left_out()
        if when:
            told = words("programme.done-before", title=coming.part.title, date=when.isoformat())
            lines += [safe(told).stylize("$muted"), Content("")]
        if missing:
            told = words("programme.left-out", titles=", ".join(missing))
            lines += [safe(told).stylize("$muted"), Content("")]
        lines += [Content(words("programme.screen.people", n=len(self._day.day.people))), Content("")]
        return Content("\n").join([*lines, Content.styled(words("programme.screen.enter"), "bold")])

    def _time(self) -> list[Content]:
        """The next clock time, and that something must give if it cannot be made."""
        lines = [safe(day_lines.wall_line(wall, self.words)) for wall in self._day.walls()[:1]]
        if self._day.offers():
            lines.append(Content.styled(f"⚠ {self.words('programme.screen.late')}", "bold $soon"))
        return [*lines, Content("")] if lines else []

    @work(thread=True, exclusive=True, group="day")
    def action_begin(self) -> None:
        """Begin the next item; a break under way is over then. Opening may wait for the disk."""
        if self._busy or self._ended or not self._day.day.people:
            return
        self._busy = True
        try:
            self._go_on()
        except SessionRunnerError as error:
            self.app.call_from_thread(self.tell, error)
        finally:
            self._busy = False

    def _go_on(self) -> None:
        if self._pause is not None:
            self._pause.close()
        if self._day.coming() is None:
            self.app.call_from_thread(self.action_end)
            return
        desk = self._day.begin()
        if self._day.day.session:
            self.post_message(LeadPart(desk))
            return
        self._day.invite(desk)
        desk.handle(Next())
        self.app.call_from_thread(self.draw)

    def action_ways(self) -> None:
        """What can give."""
        offers = self._day.offers()
        if not offers:
            self.inform("programme.nothing-missing")
            return
        self.app.push_screen(OfferScreen(self.words, offers), self._accept)

    def _accept(self, offer: DayOffer | None) -> None:
        if offer is not None:
            self._try(lambda: self._day.accept(offer))

    def action_skip(self) -> None:
        """Leave the next item for another day, after a question."""
        coming = self._day.coming()
        if coming is not None:
            question = Ask(self.words, self.words("programme.screen.skip", title=coming.part.title))
            self.app.push_screen(question, lambda yes: self._try(self._day.skip) if yes else None)

    def action_swap(self) -> None:
        """The next item's other variant or exercise."""
        coming = self._day.coming()
        if coming is None or not self._day.swap(coming.number):
            self.inform("programme.screen.no-other")
        self.draw()

    def action_undo(self) -> None:
        """Take the latest change of the plan back."""
        self.inform("programme.screen.undone" if self._day.undo() else "programme.screen.nothing-to-undo")
        self.draw()

    def action_people(self) -> None:
        """Who is here from now on."""
        if self._day.desk is None:
            known = ", ".join(self._day.day.people)
            self.app.push_screen(AskLine(self.words, self.words("programme.screen.who"), known), self._set_people)

    def _set_people(self, given: str | None) -> None:
        if given is not None:
            self._try(lambda: self._day.set_people(self._read_people(given)))
        elif not self._day.day.people:
            self.inform("programme.screen.people-first")

    def _try(self, change: Callable[[], None]) -> None:
        try:
            change()
        except SessionRunnerError as error:
            self.tell(error)
        self.draw()

    def action_wall(self) -> None:
        """Open the page for the projector, while a break has one."""
        url = self._pause.audience.wall_url if self._pause is not None else ""
        if url:
            self.app.open_url(url)
        self.inform("tui.wall.opened" if url else "programme.screen.no-wall", address=url)

    def action_end(self) -> None:
        """End the day here, after a question."""
        if self._ended is not None:
            self.app.exit()
            return
        words = self.words
        question = Ask(words, words("programme.screen.end"), words("programme.screen.end-why"))
        self.app.push_screen(question, self._close_if)

    def _close_if(self, yes: bool | None) -> None:
        if yes:
            self._close()

    @work(thread=True)
    def _close(self) -> None:
        if self._day.desk is not None:
            self._day.desk.close()
        delivery = self._day.close()
        place = delivery.place if delivery.delivered else delivery.kept
        key = "saved" if delivery.delivered else "kept" if delivery.kept else "nothing"
        told = self.words(f"programme.{key}", **({"place": str(place)} if place else {}))
        self._ended = Content("\n").join([safe(told), Content(""), Content(self.words("programme.screen.bye"))])
        self.app.call_from_thread(self.draw)


class OfferScreen(Overlay[DayOffer | None]):
    """What can give, a digit each; Esc changes nothing."""

    KEYS = (Key("day-keep", "escape", "choose(0)", "escape"),)
    BINDINGS = bindings(KEYS, *((str(digit), f"choose({digit})") for digit in range(1, 8)))

    def __init__(self, words: Catalogue, offers: Sequence[DayOffer]) -> None:
        super().__init__(words)
        self._offers = offers

    def compose(self) -> ComposeResult:
        """The question, then every way in a sentence."""
        with Vertical(classes="card"):
            yield Static(self.words("programme.screen.what-gives"), classes="card-title")
            for number, offer in enumerate(self._offers, 1):
                yield Static(safe(f"  {number}  {day_lines.offer_line(offer, self.words)}"))
            yield KeyBar(self.KEYS, self.words)

    def action_choose(self, number: int) -> None:
        """Give the one with this number, if there is one."""
        if number <= len(self._offers):
            self.dismiss(self._offers[number - 1] if number else None)


def _line(row: Row, words: Catalogue, width: int) -> Content:
    """``✓ 08:30–09:05  Title``, the length to the right, and what was planned where it has moved."""
    times = "     –     " if row.state is State.SKIPPED else f"{row.starts:%H:%M}–{row.ends:%H:%M}"
    length = words("cli.minutes", n=day_lines.minutes(row.part.length))
    fixed = " ◆" if row.wall or row.part.item.at else ""
    # Where there is no room for the length, the times tell it.
    after = f"{fixed}  {length}" if width >= _ROOMY else fixed
    title = one_line(row.part.title).truncate(max(width - 15 - len(after), 10), ellipsis=True)
    return Content.assemble(f"{_SIGNS[row.state]} {times}  ", title, after).stylize(_STYLES[row.state])
