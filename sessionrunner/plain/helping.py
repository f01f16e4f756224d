"""What somebody who leads for the first time does now, with commands where the screens have keys."""

from collections.abc import Iterable

from sessionrunner.core.text import Text
from sessionrunner.desk import Desk
from sessionrunner.locale import Catalogue


def now(desk: Desk, words: Catalogue, rest: str) -> Iterable[str]:
    """A sentence a line."""
    return [words.render(_typed(one, words)) for one in desk.advice()]


def _typed(one: Text, words: Catalogue) -> Text:
    """Advice that names a key has a twin that names the command."""
    name = one.key.removeprefix("now.").replace(".", "-")
    return Text(f"now.typed.{name}", one.values) if name in words.section("now.typed") else one
