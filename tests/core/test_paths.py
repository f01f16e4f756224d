"""Paths as Windows' Explorer and command lines hand them over."""

import pytest

from sessionrunner.core.paths import unquoted


@pytest.mark.parametrize(
    "given", [r'"\\server\Vår mapp"', r'\\server\Vår mapp"', r"\\server\Vår mapp", r'  "\\server\Vår mapp" ']
)
def test_a_copied_path_is_the_path(given: str) -> None:
    """Rule: "Kopiera som sökväg" puts quotation marks around it, and nobody has to take them away."""
    assert unquoted(given) == r"\\server\Vår mapp"


@pytest.mark.parametrize("given", ['"Anna", "Bo"', '"Anna"\n"Bo"', " Anna"])
def test_a_list_of_names_stays_a_list_of_names(given: str) -> None:
    """The control: more quotation marks than a path has, or none."""
    assert unquoted(given).strip() == given.strip()
