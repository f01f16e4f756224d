"""A day from an earlier date, in lines: gone on with, ended, or left to wait."""

from collections.abc import Callable, Iterator

from sessionrunner.daydesk import DayDesk
from sessionrunner.locale import Catalogue
from sessionrunner.locale.dates import long_date

_CONTINUE, _END, _QUIT = "continue", "end", "quit"


def settled(day: DayDesk, words: Catalogue, say: Callable[[str], None], lines: Iterator[str]) -> str:
    """``continue`` when the day is today's or goes on today, else what was asked for: ``end`` or ``quit``."""
    old = day.plan.old
    if old is None or not day.begun:
        return _CONTINUE
    named = {words("library.old-day.go-on"): _CONTINUE, _CONTINUE: _CONTINUE}
    named |= {words(f"programme.command.{one}"): one for one in (_END, _QUIT)} | {_END: _END, _QUIT: _QUIT}
    told = words("library.old-day.plain", title=day.day.programme.title, date=long_date(words, old))
    say(told)
    for line in lines:
        answer = named.get(line.strip().casefold(), "")
        if answer == _CONTINUE:
            day.plan.renew()
        if answer:
            return answer
        say(told)
    return _QUIT
