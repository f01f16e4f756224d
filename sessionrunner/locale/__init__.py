"""The program's words in Swedish and English: one folder a language, one file an area."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from sessionrunner.core.text import SessionRunnerError, Text
from sessionrunner.locale.area_file import read_area

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


class _Areas(Mapping[str, object]):
    """The files of one language by area, each read when its first word is asked for: most starts need two of them."""

    def __init__(self, files: Iterable[Path]) -> None:
        self._files = {file.stem: file for file in files}
        self._read: dict[str, object] = {}

    def __getitem__(self, area: str) -> object:
        if area not in self._read:
            self._read[area] = read_area(self._files[area])
        return self._read[area]

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


@cache
def load(language: str) -> Catalogue:
    """The catalogue of a language; KeyError for one that does not exist."""
    if language not in LANGUAGES:
        raise KeyError(language)
    return Catalogue(language, _Areas(files_of(language)))


def files_of(language: str) -> list[Path]:
    """Every file with words in this language."""
    return sorted((Path(__file__).parent / language).glob("*.toml"))


def _flatten(entries: Mapping[str, object], prefix: str = "") -> list[str]:
    keys: list[str] = []
    for name, value in entries.items():
        if isinstance(value, Mapping) and set(value) != {"one", "other"}:
            keys += _flatten(value, f"{prefix}{name}.")
        else:
            keys.append(f"{prefix}{name}")
    return keys
