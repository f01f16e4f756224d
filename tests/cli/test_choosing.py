"""What is in force when the leader asks for something of their own."""

import pytest

from sessionrunner.cli.arguments import Arguments
from sessionrunner.cli.choosing import phone_themes
from tests.web.fakes import THEMES


@pytest.mark.parametrize(
    ("asked", "phones"),
    [(None, ("ljust", "morkt")), ("kontrast", ("ljust", "kontrast")), ("projektor", ("projektor", "morkt"))],
)
def test_phones_follow_the_theme_and_their_own_wish(asked: str | None, phones: tuple[str, str]) -> None:
    """Rule: the theme takes the place of the light or the dark one; which of them is the phone's own choice."""
    arguments = Arguments()
    arguments.theme = asked
    light, dark = phone_themes(arguments, THEMES)
    assert (light.id, dark.id) == phones
