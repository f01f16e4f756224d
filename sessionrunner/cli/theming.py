"""``themes``, and which colours are in force: the command line first, then the settings."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path

from sessionrunner.cli.general import Arguments
from sessionrunner.cli.places import Places, places
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.core.theme import Theme
from sessionrunner.locale import Catalogue
from sessionrunner.storage import settings
from sessionrunner.storage.library import shipped_folder
from sessionrunner.storage.remembered import Remembered, remembered_all


class UnknownTheme(SessionRunnerError):
    """A theme that is not there."""

    cause = "cli.unknown-theme"


def all_themes(kept: Places | None = None) -> Mapping[str, Theme]:
    """Every theme by id; remembered among the program's own things when it is known where they are."""
    known = Remembered(kept.remembered / "themes.json" if kept else None, Theme, _read)
    found = remembered_all(known, sorted(shipped_folder("themes").glob("*.yaml")))
    return {theme.id: theme for theme in found}


def _read(file: Path) -> Theme:
    # The reader is not loaded for themes that are remembered.
    from sessionrunner.storage import theme_file

    return theme_file.read(file)


def theme_for(arguments: Arguments, kept: Places, known: Mapping[str, Theme]) -> str:
    """The id of the theme in force; UnknownTheme when it is not among the known ones."""
    asked = arguments.theme or settings.read(kept.settings).theme
    if asked not in known:
        raise UnknownTheme(theme=asked, known=", ".join(sorted(known)))
    return asked


def themes(arguments: Arguments, words: Catalogue) -> int:
    """Every theme by id and name, with a mark at the one in force."""
    kept = places(arguments)
    known = all_themes(kept)
    chosen = theme_for(arguments, kept, known)
    listed = [
        {"id": one.id, "title": one.title.get(words.language, one.id), "dark": one.dark, "chosen": one.id == chosen}
        for one in known.values()
    ]
    if arguments.json:
        json.dump(listed, sys.stdout, ensure_ascii=False)
        print()
    else:
        for theme in listed:
            print(f"{'*' if theme['chosen'] else ' '} {theme['id']:<10} {theme['title']}")
    return 0
