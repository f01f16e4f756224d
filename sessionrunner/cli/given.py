"""What the leader's screens are given: the library at once, everything else when it is first needed."""

from functools import cache
from typing import TYPE_CHECKING

from sessionrunner.locale import Catalogue

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sessionrunner.cli.hosting import LaptopHost
    from sessionrunner.core.exercise import Exercise
    from sessionrunner.tui.start import Laptop, Practice, Unfinished


def laptop_of(
    exercises: "Callable[[], Sequence[Exercise]]",
    host: "Callable[[], LaptopHost]",
    words: Catalogue,
    practise: "Callable[[], Practice] | None" = None,
) -> "Laptop":
    """What the screens are given; without ``practise`` nothing can be rehearsed from there."""
    from sessionrunner.tui.start import Days, Laptop

    @cache
    def days() -> "Days":
        # What a day needs is not loaded before the first screen has been painted.
        from sessionrunner.cli.day_hosting import LaptopDays

        return LaptopDays(host(), words)

    @cache
    def unfinished() -> "Unfinished":
        from sessionrunner.cli.unfinished import LaptopUnfinished

        return LaptopUnfinished(host(), words)

    return Laptop(exercises, host, days, unfinished, practise)
