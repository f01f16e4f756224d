"""What the screens are given, and what a rehearsal changes."""

from dataclasses import dataclass, replace

from sessionrunner.output.qr import matrix
from sessionrunner.tui.start import Laptop
from sessionrunner.tui.surroundings import Surroundings
from tests.tui.fakes import FakeHost, a_laptop


@dataclass
class Rehearsed:
    """A rehearsal over a laptop of its own."""

    laptop: Laptop

    def stop(self) -> None:
        """Nothing to end."""


def test_nothing_outside_is_made_before_it_is_asked_for() -> None:
    """The library is painted without it."""
    host, made = FakeHost(), []

    def make() -> FakeHost:
        made.append(host)
        return host

    around = Surroundings(replace(a_laptop(host), host=make), matrix)
    assert not made
    around.load()
    assert made


def test_a_rehearsal_changes_everything_and_leaves_nothing_changed() -> None:
    """Nothing that is rehearsed may reach what is real."""
    real, rehearsed = a_laptop(FakeHost()), Rehearsed(a_laptop(FakeHost()))
    around = Surroundings(real, matrix)
    around.go_into(rehearsed)
    assert (around.practice, around.laptop) == (rehearsed, rehearsed.laptop)
    around.come_out()
    assert (around.practice, around.laptop) == (None, real)
