"""``doctor``: what is well, what is doubtful and what is wrong, before people come."""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from sessionrunner.cli.arguments import Arguments
from sessionrunner.cli.choosing import host_for
from sessionrunner.cli.places import places
from sessionrunner.cli.way_out import keys_of, via_for
from sessionrunner.core.inspection import Finding, Level
from sessionrunner.locale import Catalogue


def doctor(arguments: Arguments, words: Catalogue) -> int:
    """Look at the laptop; with --it the page for the IT department. 1 when something is wrong."""
    care = host_for(arguments, words, places(arguments)).care
    if arguments.it:
        print(care.it_page())
        return 0
    found = _told(chain(care.examine(), _server(arguments, words)), words, arguments.json)
    wrong = sum(one.level is Level.WRONG for one in found)
    if arguments.json:
        json.dump([as_data(one, words) for one in found], sys.stdout, ensure_ascii=False, indent=2)
        print()
    else:
        print(summary(found, words))
    return 1 if wrong else 0


def _server(arguments: Arguments, words: Catalogue) -> Iterator[Finding]:
    """The municipality's server, when phones are to come through it."""
    kept = places(arguments)
    if url := via_for(arguments, words, kept):
        from sessionrunner.via.examining import examine

        yield examine(url, keys_of(kept)(url))


def summary(found: Iterable[Finding], words: Catalogue) -> str:
    """All of it in a sentence."""
    levels = Counter(one.level for one in found)
    if levels[Level.WRONG]:
        return words("doctor.something", n=levels[Level.WRONG])
    return words("doctor.doubtful", n=levels[Level.DOUBTFUL]) if levels[Level.DOUBTFUL] else words("doctor.all-well")


def _told(findings: Iterable[Finding], words: Catalogue, silent: bool) -> list[Finding]:
    """Every finding, told as soon as it is there."""
    found = []
    for one in findings:
        found.append(one)
        if not silent:
            for line in lines(one, words):
                print(line, flush=True)
            if one.check == "laptop.sound" and sys.stdout.isatty():
                print(end="\a", flush=True)
    return found


def lines(finding: Finding, words: Catalogue) -> Iterator[str]:
    """A finding in words, with its remedy below."""
    level = words.render(finding.level.word)
    yield words("doctor.line", sign=finding.level.sign, level=level, message=words.render(finding.message))
    if finding.remedy is not None:
        yield words("doctor.remedy", remedy=words.render(finding.remedy))


def as_data(finding: Finding, words: Catalogue) -> Mapping[str, object]:
    """A finding to script against."""
    return {
        "check": finding.check,
        "level": finding.level.value,
        "message": words.render(finding.message),
        "remedy": words.render(finding.remedy) if finding.remedy else None,
    }
