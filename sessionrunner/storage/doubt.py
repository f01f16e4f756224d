"""Which faults to keep quiet about: those concluded from a value that is bad itself, and already reported."""

from collections.abc import Iterable

from sessionrunner.core.faults import Fault, Path

_FILE, _STEP, _QUESTION = 0, 2, 4
"""How many parts of a fault's path say where the values it is concluded from stand."""
_BUILT_ON: dict[str, tuple[int, frozenset[str]]] = {
    "no-steps": (_FILE, frozenset()),
    "minutes-do-not-add-up": (_FILE, frozenset({"minutes", "turn_minutes", "mode"})),
    "turns-do-not-add-up": (_FILE, frozenset({"minutes", "turn_minutes", "mode"})),
    "same-as-unknown-step": (_FILE, frozenset({"id", "groups", "tables"})),
    "variant-id-repeated": (_FILE, frozenset({"id", "variants"})),
    "variant-unknown-step": (_FILE, frozenset({"id", "step"})),
    "step-id-repeated": (_FILE, frozenset({"id"})),
    "step-without-minutes": (_STEP, frozenset({"minutes", "mode"})),
    "turns-without-turn-minutes": (_STEP, frozenset({"turn_minutes", "mode"})),
    "turn-minutes-outside-turns": (_STEP, frozenset({"mode"})),
    "tables-mode-without-tables": (_STEP, frozenset({"tables", "mode"})),
    "groups-mode-without-groups": (_STEP, frozenset({"groups", "mode"})),
    "min-above-minutes": (_STEP, frozenset({"min", "minutes"})),
    "no-such-length": (_STEP, frozenset({"minutes", "rounds", "turn_minutes"})),
    "wall-too-long": (_STEP, frozenset({"wall"})),
    "wall-line-too-long": (_STEP, frozenset({"wall"})),
    "turns-per-group-without-groups": (_STEP, frozenset({"turns_per", "groups", "tables", "mode"})),
    "open-but-in-source": (_FILE, frozenset({"minutes", "minutes_in_source"})),
    "theme-without-questions": (_QUESTION, frozenset({"ask"})),
    "owner-without-role": (_STEP, frozenset({"owner", "roles", "name"})),
    "keeps-nothing": (_STEP, frozenset({"collect", "outputs", "mode"})),
    "form-too-long": (_STEP, frozenset({"collect"})),
    "table-name-repeated": (_STEP, frozenset({"tables", "name"})),
    "rounds-without-tables": (_STEP, frozenset({"rounds", "tables"})),
    "rounds-longer-than-step": (_STEP, frozenset({"rounds", "tables", "minutes", "move"})),
    "same-as-and-new": (_STEP, frozenset({"groups", "same_as", "new"})),
    "question-unknown-table": (_FILE, frozenset({"collect", "table", "tables", "name"})),
    "question-id-repeated": (_STEP, frozenset({"collect", "id"})),
    "scale-upside-down": (_QUESTION, frozenset({"min", "max", "kind"})),
    "scale-too-long": (_QUESTION, frozenset({"min", "max", "kind"})),
    "choice-without-options": (_QUESTION, frozenset({"options", "kind"})),
}
"""By fault: where, and under which keys, the values stand that it is concluded from."""


def is_doubtful(fault: Fault, broken: Iterable[Path]) -> bool:
    """Whether the fault may only be there because a value could not be read: one slip is one problem, not two."""
    depth, keys = _BUILT_ON[fault.code]
    scope = fault.path[:depth]
    return any(_overlap(path, scope) and _last_key(path) in keys | {"steps"} for path in broken)


def _overlap(one: Path, other: Path) -> bool:
    shared = min(len(one), len(other))
    return one[:shared] == other[:shared]


def _last_key(path: Path) -> str:
    return next((part for part in reversed(path) if isinstance(part, str)), "")
