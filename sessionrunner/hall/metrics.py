"""Numbers for IT, as Prometheus reads them: how much and how fast, never what, where or whose."""

from collections import Counter
from dataclasses import dataclass, field
from math import inf

_BOUNDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, inf)
"""Upper bounds, in seconds, that acknowledged answers are counted below."""


@dataclass(slots=True)
class Metrics:
    """What one worker has done since it began."""

    answers: Counter[float] = field(default_factory=Counter)
    """Acknowledged answers, by the smallest bound they came below."""
    seconds: float = 0.0
    """What they took together."""
    refused: int = 0
    """Answers that were sent back."""
    away: int = 0
    """Times the database did not answer."""

    def acknowledge(self, seconds: float) -> None:
        """An answer is on disk after so long."""
        self.answers[next(bound for bound in _BOUNDS if seconds <= bound)] += 1
        self.seconds += seconds

    def text(self, rooms: int, readers: int) -> str:
        """Everything in the exposition format."""
        lines = [
            "# TYPE sessionrunner_rooms gauge",
            f"sessionrunner_rooms {rooms}",
            "# TYPE sessionrunner_phones gauge",
            f"sessionrunner_phones {readers}",
            "# TYPE sessionrunner_answers_refused counter",
            f"sessionrunner_answers_refused_total {self.refused}",
            "# TYPE sessionrunner_database_away counter",
            f"sessionrunner_database_away_total {self.away}",
            *self._histogram(),
        ]
        return "\n".join(lines) + "\n"

    def _histogram(self) -> list[str]:
        name, below = "sessionrunner_answer_seconds", 0
        lines = [f"# TYPE {name} histogram"]
        for bound in _BOUNDS:
            below += self.answers[bound]
            lines.append(f'{name}_bucket{{le="{"+Inf" if bound == inf else bound}"}} {below}')
        return [*lines, f"{name}_sum {self.seconds:.6f}", f"{name}_count {below}"]
