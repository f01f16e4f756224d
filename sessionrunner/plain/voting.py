"""Voting with dots in lines: open, count, tell."""

from collections.abc import Iterable, Iterator

from sessionrunner.core.ballot import About, Result, usual_dots
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.desk import Desk
from sessionrunner.locale import Catalogue
from sessionrunner.locale.votes import vote_lines


class Unclear(SessionRunnerError):
    """A line that says neither what to vote on nor that the vote is over."""

    cause = "plain.incomplete"


def vote(desk: Desk, words: Catalogue, rest: str) -> Iterable[str]:
    """``headings 3`` or ``lines 3`` opens, ``close`` counts; without a word, how it goes."""
    word, *numbers = rest.casefold().split() or [""]
    about = {words(f"vote.word-{one.value}"): one for one in About} | {one.value: one for one in About}
    if word in ("paper", words("vote.word-paper")):
        desk.voting.paper(rest.partition(" ")[2])
        return [words("vote.ballot-kept", n=desk.voting.ballots())]
    if word in ("close", words("vote.word-close")):
        return _told(desk.voting.close(), words)
    if not word:
        return list(_state(desk, words))
    if word not in about or not all(number.isdecimal() for number in numbers):
        raise Unclear(usage=words("vote.usage"))
    return [_open(desk, words, about[word], [int(number) for number in numbers])]


def _open(desk: Desk, words: Catalogue, about: About, numbers: list[int]) -> str:
    dots, most = (*numbers, *(usual_dots(len(desk.voting.options(about))), 1)[len(numbers) :])[:2]
    opened = desk.voting.open(about, dots, most)
    return words("vote.opened", dots=opened.dots, least=desk.voting.least)


def _state(desk: Desk, words: Catalogue) -> Iterator[str]:
    """The vote that is open, else the latest result."""
    if desk.voting.now is not None:
        yield words("vote.open-line", n=desk.voting.ballots())
        listed = enumerate(desk.voting.now.options, 1)
        yield from (f"{number}. {' '.join(option.text.split())}" for number, option in listed)
        return
    yield from _told(desk.voting.results()[-1], words) if desk.voting.results() else [words("vote.none")]


def _told(result: Result, words: Catalogue) -> Iterable[str]:
    return vote_lines(result, words)
