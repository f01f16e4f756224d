"""What a print pack is made of, and in which order."""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum

from reportlab.platypus import Flowable, PageBreak

from sessionrunner.locale import Catalogue
from sessionrunner.output.pack import (
    agenda,
    ballots,
    cards,
    group_slips,
    overviews,
    poster,
    roles,
    script,
    signs,
    slip,
    writing,
)
from sessionrunner.output.pack.contents import Pack, Pages
from sessionrunner.output.paper.sheet import printed
from sessionrunner.output.paper.tags import Element

__all__ = ["Pack", "Part", "render"]


class Part(Enum):
    """A part that can be printed by itself."""

    AGENDA = "agenda"
    SCRIPT = "script"
    SIGNS = "signs"
    CARDS = "cards"
    GROUPS = "groups"
    ROLES = "roles"
    SWAPS = "swaps"
    WRITING = "writing"
    POSTER = "poster"
    SLIP = "slip"
    BALLOTS = "ballots"
    EXERCISES = "exercises"
    PREPARATIONS = "preparations"


_PAGES: Mapping[Part, Pages] = {
    Part.AGENDA: agenda.pages,
    Part.SCRIPT: script.pages,
    Part.SIGNS: signs.pages,
    Part.CARDS: cards.pages,
    Part.GROUPS: group_slips.slips,
    Part.ROLES: roles.pages,
    Part.SWAPS: group_slips.swaps,
    Part.WRITING: writing.pages,
    Part.POSTER: poster.pages,
    Part.SLIP: slip.pages,
    Part.BALLOTS: ballots.pages,
    Part.EXERCISES: overviews.exercises,
    Part.PREPARATIONS: overviews.preparations,
}


def render(pack: Pack, parts: frozenset[Part], words: Catalogue, day: date) -> bytes:
    """The parts as one PDF, each from a page of its own; a part the exercise has no use for is left out."""
    title = pack.exercise.title if pack.exercise else words("print.exercises.title")
    return printed(title, words.language, day, lambda root: list(_filled(pack, parts, words, root)))


def _filled(pack: Pack, parts: frozenset[Part], words: Catalogue, root: Element) -> Iterator[Flowable]:
    begun = False
    for part, pages in _PAGES.items():
        found = list(pages(pack, words, root.add("Sect"))) if part in parts else []
        if found and begun:
            yield PageBreak()
        yield from found
        begun = begun or bool(found)
