"""People of whom only the number is known: whether they must know which number is theirs."""

from collections.abc import Sequence

from sessionrunner.core.exercise import Exercise, Mode


def only_numbers(people: Sequence[str]) -> bool:
    """Whether nobody has a name; so it is too where nobody is."""
    return all(name.isdecimal() for name in people)


def called_by_number(exercise: Exercise, people: Sequence[str]) -> bool:
    """Whether somebody is going to be sent to a group, or given the word, by number."""
    called = any(step.groups or step.tables or step.mode is Mode.TURNS for step in exercise.steps)
    return called and bool(people) and only_numbers(people)
