"""The program's words in Swedish and English: one folder a language, one file an area."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

from sessionrunner.core.text import SessionRunnerError, Text

LANGUAGES = ("sv", "en")
"""Languages with complete catalogues, the default first."""


class Catalogue:
    """Turns keys and values into sentences in one language."""

    def __init__(self, language: str, entries: Mapping[str, object]) -> None:
        self.language = language
        self._entries = entries

    def __call__(self, key: str, /, **values: object) -> str:
        """The sentence for this key, placeholders filled; ``n`` chooses between ``one`` and ``other``."""
        found = self._find(key)
        if isinstance(found, Mapping):
            found = found["one" if values.get("n") == 1 else "other"]
        return str(found).format_map(values)

    def render(self, text: Text) -> str:
        """A message of the core in this language; values that are messages themselves are rendered too."""
        values = {name: self.render(value) if isinstance(value, Text) else value for name, value in text.values.items()}
        return self(text.key, **values)

    def explain(self, error: SessionRunnerError) -> str:
        """What happened and what to do about it, on one line."""
        return f"{self.render(error.message)} {self.render(error.remedy)}".strip()

    def keys(self) -> frozenset[str]:
        """Every key of the catalogue; plural forms count as one key."""
        return frozenset(_flatten(self._entries))

    def section(self, key: str) -> Mapping[str, object]:
        """All entries under a key, such as everything the phone page's script needs."""
        found = self._find(key)
        if not isinstance(found, Mapping):
            raise KeyError(key)
        return found

    def _find(self, key: str) -> object:
        found: object = self._entries
        for part in key.split("."):
            if not isinstance(found, Mapping) or part not in found:
                raise KeyError(key)
            found = found[part]
        return found


@cache
def load(language: str) -> Catalogue:
    """The catalogue of a language; KeyError for one that does not exist."""
    if language not in LANGUAGES:
        raise KeyError(language)
    folder = resources.files(__package__) / language
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".toml")), key=lambda file: file.name)
    return Catalogue(
        language, {file.name.removesuffix(".toml"): tomllib.loads(file.read_text("utf-8")) for file in files}
    )


def _flatten(entries: Mapping[str, object], prefix: str = "") -> list[str]:
    keys: list[str] = []
    for name, value in entries.items():
        if isinstance(value, Mapping) and set(value) != {"one", "other"}:
            keys += _flatten(value, f"{prefix}{name}.")
        else:
            keys.append(f"{prefix}{name}")
    return keys
