"""Dividing the room: sizes, draws, reporters and hosts."""

from sessionrunner.core.groups.division import Division, Group, divide, divide_over_tables
from sessionrunner.core.groups.repair import fit
from sessionrunner.core.groups.sizes import split

__all__ = ["Division", "Group", "divide", "divide_over_tables", "fit", "split"]
