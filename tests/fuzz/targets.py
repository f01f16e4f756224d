"""What is fuzzed: whole cases to begin with, and a judge that raises when the program does what it never may."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.fuzz.breaking import Breaker, broken_json

FOUND = Path(__file__).with_name("found")
"""Every case that has ever broken the rule, by target."""


@dataclass(frozen=True, slots=True)
class Target:
    """One way into the program."""

    name: str
    seeds: Sequence[bytes]
    """Cases that are whole."""
    judge: Callable[[bytes, Path], None]
    """Hands one case to the program; the folder is empty and its own. Whatever it raises is a find."""
    count: int = 150
    """Cases in the short run; some programs take longer over one than others."""
    is_json: bool = False
    """Half of the cases are then whole JSON that says something odd."""
    tell: Callable[[], str] = str
    """What more there is to say when all cases have been tried."""

    def cases(self, count: int, seed: int) -> Iterator[bytes]:
        """So many broken cases."""
        breaker, dice = Breaker(self.seeds, seed), Random(seed)
        for _ in range(count):
            odd = self.is_json and dice.random() < 0.5
            yield broken_json(dice.choice(self.seeds), dice) if odd else breaker.case()

    def kept(self) -> list[Path]:
        """The cases that once broke the rule."""
        return sorted((FOUND / self.name).glob("*"))

    def keep(self, case: bytes) -> Path:
        """Put a case that breaks the rule where the tests find it."""
        file = FOUND / self.name / hashlib.sha256(case).hexdigest()[:12]
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(case)
        return file


def broken(target: Target, cases: Iterator[bytes], folder: Path) -> Iterator[tuple[bytes, Exception]]:
    """The cases that break the rule, and how."""
    for number, case in enumerate(cases):
        own = folder / str(number)
        own.mkdir()
        try:
            target.judge(case, own)
        except Exception as fault:  # noqa: BLE001 (whatever it is, it is what is looked for)
            yield case, fault
