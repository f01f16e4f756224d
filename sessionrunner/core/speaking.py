"""Who has the word in a step of turns, and who comes after: an order that nobody has to remember."""

from dataclasses import dataclass
from hashlib import sha256

from sessionrunner.core.exercise import Step, TurnsPer
from sessionrunner.core.state import Session


@dataclass(frozen=True, slots=True)
class Speakers:
    """Whose turn it is now, and whose it is then."""

    now: str
    """Name or card number of a person, or label of a group."""
    then: str
    """Empty in the last turn."""
    groups: bool = False
    """Whether it is groups that take turns."""


def order(session: Session, step: Step) -> tuple[str, ...]:
    """Everybody's turns after each other; as it was agreed once the step has begun, empty where nobody is known."""
    agreed = session.queues.get(step.id)
    return drawn(session, step) if agreed is None else agreed


def drawn(session: Session, step: Step) -> tuple[str, ...]:
    """Those who are here: group by group where the step has groups, else in an order drawn with the session's seed."""
    division = session.groups.get(step.id)
    groups = division.groups if division else ()
    if step.turns_per is TurnsPer.GROUP:
        return tuple(group.label for group in groups if group.members)
    if groups:
        return tuple(name for group in groups for name in group.members)
    return tuple(sorted(session.people, key=lambda name: sha256(f"{session.seed} {step.id} {name}".encode()).digest()))


def speakers(session: Session, number: int) -> Speakers | None:
    """Whose turn the current step's turn with this number is, counted from 1; None where nobody is named."""
    step = session.step
    if step is None or step.turn is None:
        return None
    queue = order(session, step)
    if number > len(queue):
        return None
    then = queue[number] if number < len(queue) else ""
    return Speakers(queue[number - 1], then, step.turns_per is TurnsPer.GROUP)
