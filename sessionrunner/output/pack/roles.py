"""A card for each role: what whoever has it does, step by step."""

from collections.abc import Iterator

from reportlab.platypus import Flowable

from sessionrunner.core.exercise import Exercise, Step
from sessionrunner.core.role import Role
from sessionrunner.locale import Catalogue
from sessionrunner.output.pack.contents import Pack
from sessionrunner.output.pack.cutting import cut_apart
from sessionrunner.output.paper.flow import ACCENT, paragraph, style
from sessionrunner.output.paper.letters import marked_up
from sessionrunner.output.paper.tags import Element


def pages(pack: Pack, words: Catalogue, element: Element) -> Iterator[Flowable]:
    """As many cards of each role as there are people who have it."""
    held = _held(pack.exercise) if pack.exercise else {}
    copies = [name for name, parts in held.items() for _ in range(max(role.count for _, role in parts))]
    yield from cut_apart([list(_card(name, held[name], words, element)) for name in copies], 2, 3)


def _held(exercise: Exercise) -> dict[str, list[tuple[Step, Role]]]:
    """By role: the steps where somebody has it."""
    found: dict[str, list[tuple[Step, Role]]] = {}
    for step in exercise.steps:
        for role in step.roles:
            found.setdefault(role.name, []).append((step, role))
    return found


def _card(name: str, parts: list[tuple[Step, Role]], words: Catalogue, element: Element) -> Iterator[Flowable]:
    language = words.language
    title = style(18, bold=True, language=language, color=ACCENT, leading=21, spaceAfter=6)
    yield paragraph(element, "H2", marked_up(name), title)
    for (card, speaks), titles in _together(parts).items():
        heard = words("print.roles.speaks" if speaks else "print.roles.listens")
        where = words("print.roles.step", title=", ".join(titles), heard=heard)
        yield paragraph(element, "P", marked_up(where), style(9.5, bold=True, language=language, spaceAfter=0))
        if card:
            yield paragraph(element, "P", marked_up(card), style(10.5, language=language, spaceAfter=5))


def _together(parts: list[tuple[Step, Role]]) -> dict[tuple[str, bool], list[str]]:
    """What is done in several steps is said once: by task and whether one speaks, the steps' titles."""
    found: dict[tuple[str, bool], list[str]] = {}
    for step, role in parts:
        found.setdefault((role.card, role.speaks), []).append(step.title)
    return found
