"""Time in lines: bargains, starts, ends, turns and sleeps."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from sessionrunner.core import timeline
from sessionrunner.core.bargain import Offer
from sessionrunner.core.commands import AddTime, NextLap, Passed, PassOver, Pause, PauseReason, SetSound
from sessionrunner.core.gap import Gap
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.desk import Desk
from sessionrunner.locale import Catalogue, speaking, timing
from sessionrunner.locale.phrases import minutes

_MINUTE = timedelta(minutes=1)
_DAY = timedelta(days=1)


class NoOffer(SessionRunnerError):
    """Minutes were asked for that cannot be found there."""

    cause = "time.no-offer"


class NotMinutes(SessionRunnerError):
    """What was typed is no number of minutes."""

    cause = "time.not-minutes"


class NoGap(SessionRunnerError):
    """An answer to a question that nobody has asked."""

    cause = "time.no-gap"


def add(desk: Desk, words: Catalogue, rest: str) -> Iterator[str]:
    """``2``, ``-2`` or ``2 from STEP``; one minute when no number is given."""
    number, _, source = rest.partition(" ")
    length = _minutes(number or "1")
    if desk.session.step is None or length > _DAY:
        # Nothing can be offered; the session itself knows why.
        desk.handle(AddTime(length))
    can = desk.time.bargains
    offers = can.more(length) if length > timedelta() else can.less(-length)
    yield from _take(desk, words, _chosen(desk, words, offers, source))


def on_time(desk: Desk, words: Catalogue, rest: str) -> Iterator[str]:
    """Take in what is late, or spend what is early; ``from STEP`` says where."""
    off = timeline.behind(desk.session, desk.now())
    whole = round(abs(off) / _MINUTE) * _MINUTE
    if not whole:
        yield words("time.on-time")
        return
    can = desk.time.bargains
    offers = can.catch_up(whole) if off > timedelta() else can.spend(whole)
    yield from _take(desk, words, _chosen(desk, words, offers, rest))


def _take(desk: Desk, words: Catalogue, offer: Offer) -> Iterator[str]:
    told = timing.offer_line(words, desk.session, offer, desk.time.ends_at() + offer.end) or words("time.here")
    desk.handle(offer.command)
    yield words("timing.agreed", told=told, end=f"{desk.time.ends_at():%H:%M}")


def _minutes(told: str) -> timedelta:
    try:
        return timedelta(minutes=int(told))
    except (ValueError, OverflowError) as error:
        raise NotMinutes(told=told) from error


def _chosen(desk: Desk, words: Catalogue, offers: Iterable[Offer], source: str) -> Offer:
    """The first offer that does not pass the fixed end, or the one with this step; the end can be named too."""
    wanted = _without_from(words, source).casefold()
    for offer in offers:
        titles = [desk.session.exercise.step(one.step).title.casefold() for one in offer.taken]
        named = [one.step for one in offer.taken] + titles
        ends = wanted in ("end", words("timing.the-end")) and not offer.taken
        if (not wanted and not offer.past) or ends or (wanted and any(name.startswith(wanted) for name in named)):
            return offer
    raise NoOffer()


def _without_from(words: Catalogue, source: str) -> str:
    first, _, rest = source.strip().partition(" ")
    return rest if first.casefold() in ("from", words("timing.from"), words("timing.to"), "to") else source.strip()


def began(desk: Desk, words: Catalogue, rest: str) -> list[str]:
    """``09:12``: when the step, or the hour, really began."""
    at = desk.time.moment(rest)
    desk.handle(desk.time.began(rest))
    return [words("line.began-at", at=f"{at:%H:%M}")]


def must_end(desk: Desk, words: Catalogue, rest: str) -> list[str]:
    """``11:00``, or nothing when no time presses any more."""
    command = desk.time.must_end(rest)
    desk.handle(command)
    if command.at is None:
        return [words("time.end-none")]
    slack = timing.slack_line(words, command.at, desk.time.slack())
    return [f"{words('time.end-done', ends=f'{command.at:%H:%M}')} {slack}."]


def next_lap(desk: Desk, words: Catalogue, rest: str) -> list[str]:
    """This turn or round is done; the watch tells the next one."""
    desk.handle(NextLap())
    return [words("time.turn-done")]


def pass_over(desk: Desk, words: Catalogue, rest: str) -> list[str]:
    """Whoever has the word comes last; who speaks now is told."""
    before = desk.room.public().speakers
    desk.handle(PassOver())
    if before is None:
        return []
    who, now = (speaking.speaker(words, one, before.groups) for one in (before.now, before.then))
    return [words("speaking.passed", who=who, now=now)]


def sound(desk: Desk, words: Catalogue, rest: str) -> list[str]:
    """On or off, whichever it is not."""
    on = not desk.session.sound
    desk.handle(SetSound(on))
    return [words("timing.sound-on" if on else "time.sound-off")]


def pause(desk: Desk, words: Catalogue, rest: str) -> list[str]:
    """``question``, ``technology`` or ``break``, in either language."""
    known = {words(f"time.reason.{reason.value}"): reason for reason in PauseReason}
    known |= {reason.value: reason for reason in PauseReason}
    already = desk.session.pause_reason or PauseReason.QUESTION
    reason = known.get(rest.casefold(), already)
    desk.handle(Pause(reason))
    return [words("timing.paused", reason=words(f"time.reason.{reason.value}"))]


def gap_lines(gap: Gap, words: Catalogue) -> Iterator[str]:
    """What was noticed, and the answers that can be typed."""
    yield words("time.gap.slept" if gap.settable else "time.gap.stopped", minutes=minutes(gap.length, words))
    for passed in Passed:
        if gap.settable or passed is not Passed.CLOCK:
            means = words(f"time.gap.{passed.value}")
            yield words("timing.answer", word=words(f"timing.passed.{passed.value}"), means=means)


def settle(desk: Desk, words: Catalogue, rest: str) -> list[str]:
    """The answer to what became of the time."""
    known = {words(f"timing.passed.{passed.value}").partition(" ")[2]: passed for passed in Passed}
    known |= {passed.value: passed for passed in Passed}
    gap = desk.time.look()
    passed = known.get(rest.casefold())
    if gap is None or passed is None or (passed is Passed.CLOCK and not gap.settable):
        raise NoGap()
    desk.time.settle(passed)
    return [words("time.gap.done")]
