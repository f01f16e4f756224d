"""``gather``: a joining code for several rooms, and what all of them have come to."""

import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sessionrunner.cli.arguments import Arguments
from sessionrunner.cli.places import places
from sessionrunner.cli.way_out import NoServer, keys_of, via_for
from sessionrunner.core.joint import Sheet
from sessionrunner.locale import Catalogue
from sessionrunner.storage.durable import take_the_place_of

if TYPE_CHECKING:
    from sessionrunner.via.gathering import Meeting


def gather(arguments: Arguments, words: Catalogue) -> int:
    """Make a code; with a code, tell what all rooms have come to, and with --lessons keep it for the day."""
    from sessionrunner.via.gathering import Code, Meeting

    kept = places(arguments)
    url = via_for(arguments, words, kept)
    if not url:
        raise NoServer()
    code = Code.read(arguments.code) if arguments.code else Code.fresh()
    meeting = Meeting(url, keys_of(kept)(url), code)
    if arguments.walls and arguments.code:
        return _direct(meeting, arguments.walls == "on", words)
    if not arguments.code:
        meeting.begin()
        print(words("gather.made", code=code, page=meeting.page))
        return 0
    text = "\n".join(summary(meeting.sheets(), words)) + "\n"
    print(text, end="")
    if arguments.lessons:
        print(words("gather.kept", file=_keep(arguments.lessons.expanduser(), text, words)), file=sys.stderr)
    return 0


def _direct(meeting: "Meeting", shown: bool, words: Catalogue) -> int:
    meeting.direct(shown)
    print(words("gather.on-all" if shown else "gather.off-all"))
    return 0


def summary(sheets: Sequence[Sheet], words: Catalogue) -> Iterator[str]:
    """Every room's headings and decisions as Markdown."""
    yield f"# {words('gather.title')}"
    if not sheets:
        yield from ("", words("gather.none"))
    for sheet in sheets:
        yield from ("", f"## {sheet.room}")
        headings = [f"{name} ({number})" for name, number in sheet.headings]
        yield from _part(words("gather.headings"), headings)
        yield from _part(words("gather.decisions"), sheet.decisions)


def _part(title: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield from ("", f"### {title}", "", *(f"- {line}" for line in lines))


def _keep(lessons: Path, text: str, words: Catalogue) -> Path:
    folder = lessons / f"{date.today().isoformat()} {words('gather.title')}"  # noqa: DTZ011 - the day where the room is
    folder.mkdir(parents=True, exist_ok=True)
    file, fresh = folder / words("gather.file"), folder / ".ny"
    fresh.write_text(text, "utf-8")
    take_the_place_of(file, fresh)
    return file
