"""Designs that a search of ours found once (stub)."""
from sessionrunner.core.groups.problem import Plan, Problem
def stored(problem: Problem) -> Plan | None:
    return None
