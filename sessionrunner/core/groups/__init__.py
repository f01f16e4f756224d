"""Dividing the room: sizes, plans for many rounds, reporters and hosts."""

from sessionrunner.core.groups.bound import bound
from sessionrunner.core.groups.conflicts import Conflict, conflicts
from sessionrunner.core.groups.division import Division, Group, deals, divide, divide_over_tables, over_tables
from sessionrunner.core.groups.improve import improve, planned
from sessionrunner.core.groups.problem import Plan, Problem, Score, score
from sessionrunner.core.groups.repair import fit
from sessionrunner.core.groups.roles import share
from sessionrunner.core.groups.sizes import split

__all__ = [
    "Conflict",
    "Division",
    "Group",
    "Plan",
    "Problem",
    "Score",
    "bound",
    "conflicts",
    "deals",
    "divide",
    "divide_over_tables",
    "fit",
    "improve",
    "over_tables",
    "planned",
    "score",
    "share",
    "split",
]
