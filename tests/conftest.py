"""What holds for every test."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.internal.conjecture import providers
from hypothesis.internal.constants_ast import Constants

# A shared or slow machine must not fail a property: time is measured in benchmarks, never asserted. Nor must the
# luck of the draw: an hour that cannot take the command in question is passed over, however many come in a row.
_PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
# The same examples every time: what fails has been changed. Who looks for what nobody has thought of draws new ones,
# and more of them: ``pytest tests/core --hypothesis-profile=wide``.
settings.register_profile("house", _PATIENT, max_examples=60, derandomize=True)
settings.register_profile("wide", _PATIENT, max_examples=2000)
settings.load_profile("house")


def _drawn_from(constants: Callable[[], Constants]) -> Callable[[], Constants]:
    """Where constants of the program's come from: nowhere, unless new examples are drawn.

    They would be those of the modules that happen to be loaded, and other ones after a change that has nothing to do
    with the property.
    """
    return lambda: Constants() if settings().derandomize else constants()


pytest.MonkeyPatch().setattr(providers, "_get_local_constants", _drawn_from(providers._get_local_constants))


@pytest.fixture(scope="session", autouse=True)
def _the_screen_is_the_tests_own() -> Iterator[None]:
    """Whoever runs the tests may want no colours or narrow lines; the program under test is not to hear of it."""
    with pytest.MonkeyPatch.context() as surroundings:
        for name in ("NO_COLOR", "COLUMNS", "LINES"):
            surroundings.delenv(name, raising=False)
        yield


_LONGEST = ("tui/test_snapshots.py", "via/", "faults/", "hall/", "whole/", "web/", "tui/")
"""Files and folders that take longest, the longest first."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest, so that nothing long is left alone in the end; files stay as they are."""
    items.sort(key=_turn)


def _turn(item: pytest.Item) -> int:
    path = item.path.relative_to(Path(__file__).parent).as_posix()
    return next((at for at, one in enumerate(_LONGEST) if path.startswith(one)), len(_LONGEST))
