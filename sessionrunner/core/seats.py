"""A division changed by hand, or by somebody who comes or leaves: nobody else moves."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import count, islice

from sessionrunner.core.exercise import Step
from sessionrunner.core.groups import Division, Group, fit
from sessionrunner.core.groups.division import label
from sessionrunner.core.groups.latecomers import beside
from sessionrunner.core.groups.reseating import can_keep, reseated
from sessionrunner.core.groups.resizing import keeps
from sessionrunner.core.plan import role_wish, smallest, staffed
from sessionrunner.core.rotation import on_route
from sessionrunner.core.wishes import Wishes

Groups = Mapping[str, Division]
"""Divisions by step id."""


def fitted(groups: Groups, step: Step, people: tuple[str, ...], locked: frozenset[str], wishes: Wishes) -> Division:
    """The step's division with those who came and without those who left; locked groups take nobody in."""
    before = groups[step.id]
    here = [_without(group, [name for name in group.members if name not in people]) for group in before.groups]
    closed = {group.label: group for group in here if group.label in locked and len(group.members) > 1}
    if len(closed) == len(here):
        closed = {}
    free = replace(before, groups=tuple(group for group in before.groups if group.label not in closed))
    seated = {name for group in closed.values() for name in group.members}
    others = tuple(name for name in people if name not in seated)
    open_ = _opened(free, others, step, wishes, frozenset(group.label for group in before.groups))
    after = fit(open_, others, smallest(step), role_wish(step, groups))
    kept = {**{group.label: group for group in after.groups}, **closed}
    order = dict.fromkeys([*(group.label for group in before.groups), *kept])
    fresh = Division(tuple(kept[label] for label in order if label in kept))
    seats = staffed(step, {**groups, step.id: fresh})[step.id] if closed else fresh
    return on_route(before, seats) if step.tables else seats


def _opened(division: Division, people: tuple[str, ...], step: Step, wishes: Wishes, taken: frozenset[str]) -> Division:
    """The division with a seat for everybody: within the step's range where that can be, else nobody moves for it."""
    joined = _welcomed(_with_new_groups(division, people, step, wishes, taken), people, wishes)
    if step.groups is None or step.tables or not can_keep(division, len(people), step.groups.size):
        return joined
    here = [sum(name in people for name in group.members) for group in joined.groups]
    if keeps([size for size in here if size], step.groups.size):
        return joined
    size = step.groups.size
    return reseated(division, people, size, taken, apart=wishes.apart, together=wishes.together)


def _with_new_groups(
    division: Division, people: Sequence[str], step: Step, wishes: Wishes, taken: frozenset[str]
) -> Division:
    """The division with groups of latecomers, where those that sit would become too large; tables are as many as ever.

    Whoever is to be with or without somebody joins a group that sits, where that is looked at.
    """
    here = [sum(name in people for name in group.members) for group in division.groups]
    seated = {name for group in division.groups for name in group.members}
    came = [name for name in people if name not in seated]
    wanted = {name for names in (*wishes.apart, *wishes.together) for name in names}
    free = iter([name for name in came if name not in wanted])
    sizes = (
        beside([size for size in here if size], len(came), step.groups.size)
        if step.groups and not step.tables and any(here)
        else ()
    )
    if sum(sizes) > sum(name not in wanted for name in came):
        return division
    letters = (letter for letter in map(label, count()) if letter not in taken)
    new = (Group(next(letters), tuple(islice(free, size))) for size in sizes)
    return replace(division, groups=(*division.groups, *new))


def _welcomed(division: Division, people: Sequence[str], wishes: Wishes) -> Division:
    """Newcomers in the smallest group where they break no wish, or with those they are to stay together with."""
    groups = list(division.groups)
    seated = {name for group in groups for name in group.members}
    for name in people if groups else ():
        if name not in seated:
            at = min(range(len(groups)), key=lambda at: _unwelcome(groups[at], name, people, wishes))
            groups[at] = replace(groups[at], members=(*groups[at].members, name))
    return replace(division, groups=tuple(groups))


def _unwelcome(group: Group, name: str, people: Sequence[str], wishes: Wishes) -> tuple[int, int, int]:
    here = [member for member in group.members if member in people]
    apart = sum(name in names and member in names for names in wishes.apart for member in here)
    together = sum(name in names and member in names for names in wishes.together for member in here)
    return apart, -together, len(here)


def moved(groups: Groups, step: Step, person: str, letter: str) -> Division:
    """The step's division with this person in another group; a group that is left empty is gone."""
    before = groups[step.id]
    changed = [_without(group, [person]) for group in before.groups]
    changed = [
        replace(group, members=(*group.members, person)) if group.label == letter else group for group in changed
    ]
    return _settled(groups, step, [group for group in changed if group.members])


def swapped(groups: Groups, step: Step, one: str, other: str) -> Division:
    """The step's division with these two in each other's places."""
    place = {one: other, other: one}
    changed = [
        replace(_vacated(group, (one, other)), members=tuple(place.get(name, name) for name in group.members))
        for group in groups[step.id].groups
    ]
    return _settled(groups, step, changed)


def _settled(groups: Groups, step: Step, changed: Sequence[Group]) -> Division:
    """Vacant roles are filled; those who travel between tables stay on their routes."""
    before = groups[step.id]
    seats = staffed(step, {**groups, step.id: replace(before, groups=tuple(changed))})[step.id]
    return on_route(before, seats) if step.tables else seats


def _without(group: Group, leaving: Sequence[str]) -> Group:
    members = tuple(name for name in group.members if name not in leaving)
    return replace(_vacated(group, leaving), members=members)


def _vacated(group: Group, leaving: Sequence[str]) -> Group:
    """The group without roles for these people."""
    reporter = None if group.reporter in leaving else group.reporter
    host = None if group.host in leaving else group.host
    return replace(group, reporter=reporter, host=host)
