"""What is wrong with a file, and where, so that the person who wrote it can put it right."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sessionrunner.core.faults import Path
from sessionrunner.core.text import SessionRunnerError, Text


class Mark(NamedTuple):
    """A place in a file, both counted from 1."""

    line: int
    column: int


TOP = Mark(1, 1)
MOST = 500
"""Problems gathered of one file; who has so many has the wrong file."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to put right in a file."""

    file: str
    line: int
    column: int
    message: Text
    remedy: Text


class BadFile(SessionRunnerError):
    """A file with problems in it; all of them, in the order of the file."""

    def __init__(self, file: str, problems: Sequence[Problem]) -> None:
        first = problems[0]
        super().__init__(file=file, n=len(problems), line=first.line, first=first.message, advice=first.remedy)
        self.problems = tuple(problems)


class Findings:
    """Gathers what is wrong with one file, and which of its values cannot be trusted."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._problems: list[tuple[Mark, Problem]] = []
        self.broken: set[Path] = set()
        """Where a value is missing or bad, so that nothing is concluded from what stands in for it."""

    @property
    def full(self) -> bool:
        """Whether enough is wrong to stop looking."""
        return len(self._problems) >= MOST

    def add(self, mark: Mark, message: Text, remedy: Text) -> None:
        """Note a problem at a place, as long as anybody would read it."""
        if not self.full:
            self._problems.append((mark, Problem(self._file, mark.line, mark.column, message, remedy)))

    def note(self, mark: Mark, code: str, /, **values: object) -> None:
        """Note a problem by the name of its catalogue entry, ``check.<code>``."""
        self.add(mark, Text(f"check.{code}.message", values), Text(f"check.{code}.remedy", values))

    def problems(self) -> tuple[Problem, ...]:
        """All of them, in the order of the file."""
        return tuple(problem for _, problem in sorted(self._problems, key=lambda found: found[0]))
