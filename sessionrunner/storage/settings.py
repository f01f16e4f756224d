"""What the program remembers between sessions: folder, theme and template; never anything about people."""

import contextlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TypeVar

from sessionrunner.storage.durable import replace_private
from sessionrunner.storage.plain_json import read_json


@dataclass(frozen=True, slots=True)
class Settings:
    """The leader's choices."""

    lessons: str | None = None
    """The shared folder chosen last."""
    known_folders: tuple[str, ...] = ()
    """Folders that carry our marker; one that has lost it is not mounted."""
    theme: str = "morkt"
    template: str | None = None
    """The Word template given last."""

    @property
    def lessons_path(self) -> Path | None:
        """The shared folder as a path."""
        return Path(self.lessons) if self.lessons else None

    @property
    def template_path(self) -> Path | None:
        """The template as a path, while it is there: a share that is away must not keep a Word file from being made."""
        return Path(self.template) if self.template and Path(self.template).is_file() else None

    def knows(self, folder: Path) -> bool:
        """Whether this folder has been used before."""
        return str(folder) in self.known_folders


def read(path: Path) -> Settings:
    """The settings in this file; the defaults for what is missing or cannot be understood."""
    try:
        found = _understood(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError):
        return Settings()
    return _from(found) if isinstance(found, Mapping) else Settings()


def _understood(told: str) -> object:
    """What we have written is JSON, which is YAML too; only what somebody else has written needs the slower reader."""
    with contextlib.suppress(ValueError):
        return read_json(told)
    import yaml

    # Besides what is no YAML: dates that never were, and lists within lists without end.
    with contextlib.suppress(yaml.YAMLError, ValueError, RecursionError):
        return yaml.safe_load(told)
    return None


def _from(found: Mapping[object, object]) -> Settings:
    default = Settings()
    known = found.get("known_folders")
    return Settings(
        lessons=_text(found.get("lessons"), default.lessons),
        known_folders=tuple(filter(_is_text, map(str, known))) if isinstance(known, list) else (),
        theme=_text(found.get("theme"), default.theme),
        template=_text(found.get("template"), default.template),
    )


_Given = TypeVar("_Given", str, str | None)


def _text(value: object, default: _Given) -> str | _Given:
    return value if isinstance(value, str) and _is_text(value) else default


def _is_text(value: str) -> bool:
    """Whether it can be written in a file: YAML knows how to write halves of characters."""
    return value.encode("utf-8", "ignore").decode() == value


def write(path: Path, settings: Settings) -> None:
    """Remember these settings, as a whole; a disk that refuses costs only what is new."""
    fields = {**asdict(settings), "known_folders": list(settings.known_folders)}
    with contextlib.suppress(OSError, UnicodeEncodeError):
        content = (json.dumps(fields, ensure_ascii=False, indent=2) + "\n").encode()
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_private(path, content)


def with_folder(settings: Settings, folder: Path) -> Settings:
    """The settings once this folder has been chosen and carries the marker."""
    known = settings.known_folders if settings.knows(folder) else (*settings.known_folders, str(folder))
    return replace(settings, lessons=str(folder), known_folders=known)
