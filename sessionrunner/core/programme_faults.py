"""What makes a programme impossible to lead, however well its file is written."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from sessionrunner.core.faults import Fault, Path
from sessionrunner.core.programme import Exercises, Item, Part, Programme, parts

_USUAL = 14
"""The headcount that a programme is tried with before anybody has come."""
_ANY_DAY = date(2026, 1, 1)
_MINUTE = timedelta(minutes=1)


def faults(programme: Programme, exercises: Exercises | None = None) -> list[Fault]:
    """Everything that is wrong, in the order of the file; without the exercises only what the file itself tells."""
    if not programme.items:
        return [Fault(("items",), "no-items")]
    found = [fault for at, item in enumerate(programme.items) for fault in _item_faults(("items", at), item)]
    found += _order_faults(programme)
    if exercises is not None:
        told = parts(programme, exercises, _USUAL)
        found += [fault for at, one in enumerate(told) for fault in _library_faults(("items", at), one, exercises)]
        found += [] if found else _room_faults(programme, told)
    return found


def _item_faults(here: Path, item: Item) -> Iterator[Fault]:
    if bool(item.exercise) == bool(item.pause):
        yield Fault(here, "item-both" if item.exercise else "item-neither")
    if item.pause and item.minutes is None:
        yield Fault(here, "break-without-minutes", (("title", item.pause),))
    if item.pause and item.variant:
        yield Fault((*here, "variant"), "break-with-variant")
    if item.exercise and item.least is not None:
        yield Fault((*here, "min"), "min-of-exercise")
    if item.least is not None and item.minutes is not None and item.least > item.minutes:
        values = (("least", item.least // _MINUTE), ("minutes", item.minutes // _MINUTE))
        yield Fault((*here, "min"), "min-above-minutes", values)


def _order_faults(programme: Programme) -> Iterator[Fault]:
    """Clock times come one after the other."""
    before = programme.start
    for at, item in enumerate(programme.items):
        if item.at is not None:
            if before is not None and item.at < before:
                yield Fault(
                    ("items", at, "at"), "at-before", (("at", f"{item.at:%H:%M}"), ("before", f"{before:%H:%M}"))
                )
            before = item.at
    if programme.end is not None and before is not None and programme.end <= before:
        values = (("at", f"{programme.end:%H:%M}"), ("before", f"{before:%H:%M}"))
        yield Fault(("end",), "at-before", values)


def _library_faults(here: Path, part: Part, exercises: Exercises) -> Iterator[Fault]:
    item = part.item
    if not item.exercise:
        return
    if part.exercise is None:
        yield Fault((*here, "exercise"), "item-unknown-exercise", (("id", item.exercise),))
        return
    known = [one.id for one in exercises[item.exercise].variants]
    if item.variant and item.variant not in known:
        yield Fault(
            (*here, "variant"), "item-unknown-variant", (("id", item.variant), ("known", ", ".join(known) or "–"))
        )
    if item.minutes is not None and part.length != item.minutes:
        values = (("minutes", item.minutes // _MINUTE), ("nearest", part.length // _MINUTE))
        yield Fault((*here, "minutes"), "item-minutes-impossible", values)


def _room_faults(programme: Programme, told: tuple[Part, ...]) -> Iterator[Fault]:
    """What does not fit before a clock time, even when everything that can give has given."""
    cursor = _on_any_day(programme.start) if programme.start else None
    for at, one in enumerate(told):
        if one.item.at is not None:
            yield from _too_late(("items", at, "at"), cursor, one.item.at)
            cursor = _on_any_day(one.item.at)
        cursor = cursor + one.least if cursor else None
    if programme.end is not None:
        yield from _too_late(("end",), cursor, programme.end)


def _too_late(here: Path, cursor: datetime | None, wall: time) -> Iterator[Fault]:
    over = cursor - _on_any_day(wall) if cursor else timedelta()
    if over > timedelta():
        yield Fault(here, "at-too-early", (("at", f"{wall:%H:%M}"), ("n", -(-over // _MINUTE))))


def _on_any_day(clock: time) -> datetime:
    return datetime.combine(_ANY_DAY, clock)  # both sides of every comparison are on this day
