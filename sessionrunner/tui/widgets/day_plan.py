"""A day in words and lines: the plan to look at, and what is next in it."""

from textual.content import Content

from sessionrunner.core.programme import total
from sessionrunner.core.programme_day import Row, State
from sessionrunner.daydesk import DayDesk
from sessionrunner.dayplan import DayPlan
from sessionrunner.desk import Desk
from sessionrunner.locale import Catalogue, day_lines
from sessionrunner.locale.phrases import day
from sessionrunner.ports import Delivery
from sessionrunner.tui.safe import one_line, safe

_ROOMY = 56
"""Columns that have room for a title and a length."""
_SIGNS = {State.DONE: "✓", State.SKIPPED: "–", State.NOW: "▸", State.LATER: " "}
_STYLES = {State.DONE: "$muted", State.SKIPPED: "$muted", State.NOW: "bold $accent", State.LATER: ""}


def plan_text(words: Catalogue, plan: DayPlan, width: int, at: int | None = None) -> Content:
    """An item a line with its times, the one ``at`` the cursor marked, and what it all comes to."""
    lines = [_line(words, plan, row, width, row.number == at) for row in plan.table()]
    return Content("\n").join([*lines, Content(""), _sum(words, plan)])


def _line(words: Catalogue, plan: DayPlan, row: Row, width: int, here: bool) -> Content:
    """``✓ 08:30–09:05  Title``, the length to the right, where time is fixed and where something can be changed."""
    times = "     –     " if row.state is State.SKIPPED else f"{row.starts:%H:%M}–{row.ends:%H:%M}"
    length = words("cli.minutes", n=day_lines.minutes(row.part.length))
    fixed = " ◆" if row.wall or row.part.item.at else ""
    other = " ⇄" if row.state is State.LATER and plan.swaps.others(row.number) else ""
    # Where there is no room for the length, the times tell it.
    after = f"{fixed}{other}  {length}" if width >= _ROOMY else f"{fixed}{other}"
    title = one_line(row.part.title).truncate(max(width - 15 - len(after), 10), ellipsis=True)
    sign = "›" if here else _SIGNS[row.state]
    return Content.assemble(f"{sign} {times}  ", title, after).stylize("bold" if here else _STYLES[row.state])


def _sum(words: Catalogue, plan: DayPlan) -> Content:
    """All that has not been left for another day, for those who are here, and when it is over."""
    table = plan.table()
    length = total(tuple(row.part for row in table if row.state is not State.SKIPPED))
    told = words("library.day-sum", minutes=day_lines.minutes(length), end=f"{table[-1].ends:%H:%M}")
    return safe(f"  {told}", "bold")


def next_text(words: Catalogue, day: DayDesk, at: int | None = None) -> Content:
    """The break under way, what is next, what is good to know about it, and the key that begins it."""
    if day.begun and day.plan.old is not None:
        # It is being asked about: the clock times of another date say nothing about today.
        return Content("")
    lines: list[Content] = []
    coming, pause = day.plan.coming(), day.pause
    if pause is not None:
        lines += _pause(words, pause)
    if coming is None:
        return Content("\n").join([*lines, Content(words("programme.screen.all-done"))])
    lines += _coming(words, coming)
    if pause is None:
        lines += [*_time(words, day.plan), *_known(words, day.plan, coming), *_change(words, day.plan, coming, at)]
        lines += [Content(words("programme.screen.people", n=len(day.day.people))), Content("")]
        lines.append(Content.styled(words("programme.screen.enter"), "bold"))
    return Content("\n").join(lines)


def closed_text(words: Catalogue, delivery: Delivery) -> Content:
    """Where what the day came to is kept, or that it came to nothing, and how to go on."""
    place = delivery.place if delivery.delivered else delivery.kept
    key = "saved" if delivery.delivered else "kept" if delivery.kept else "nothing"
    told = words(f"programme.{key}", **({"place": str(place)} if place else {}))
    waits = [Content(words("overview.waiting.busy"))] if delivery.overview_waits else []
    return Content("\n").join([safe(told), *waits, Content(""), Content(words("programme.screen.bye"))])


def _pause(words: Catalogue, pause: Desk) -> list[Content]:
    until = words("programme.screen.until", at=f"{pause.time.ends_at():%H:%M}")
    return [one_line(pause.session.exercise.title, "bold"), Content(until), Content("")]


def _coming(words: Catalogue, row: Row) -> list[Content]:
    length = words("cli.minutes", n=day_lines.minutes(row.part.length))
    title = one_line(row.part.title, "bold $accent")
    times = Content(f"{row.starts:%H:%M}–{row.ends:%H:%M} · {length}")
    return [Content.styled(words("programme.screen.next"), "$muted"), title, times, Content("")]


def _time(words: Catalogue, plan: DayPlan) -> list[Content]:
    """The next clock time, and that something must give if it cannot be made."""
    lines = [safe(day_lines.wall_line(wall, words)) for wall in plan.walls()[:1]]
    if plan.offers():
        lines.append(Content.styled(f"⚠ {words('programme.screen.late')}", "bold $soon"))
    return [*lines, Content("")] if lines else []


def _known(words: Catalogue, plan: DayPlan, coming: Row) -> list[Content]:
    """When it was done before, and what has been left out before it."""
    lines: list[Content] = []
    when, missing = plan.earlier.done_before(coming), plan.earlier.left_out()
    if when:
        told = words("programme.done-before", title=coming.part.title, date=day(when, words))
        lines += [safe(told).stylize("$muted"), Content("")]
    if missing:
        told = words("programme.left-out", titles=", ".join(missing))
        lines += [safe(told).stylize("$muted"), Content("")]
    return lines


def _change(words: Catalogue, plan: DayPlan, coming: Row, at: int | None) -> list[Content]:
    """What ``b`` changes to, in the place under the cursor or the next one."""
    number = coming.number if at is None else at
    names = [
        f"{name} ({day_lines.minutes(length)} min)" for name, length in map(plan.swaps.name, plan.swaps.others(number))
    ]
    titles = words("library.or").join(names)
    return [safe(words("library.change", number=number + 1, titles=titles)), Content("")] if names else []
