"""``themes``, and which colours are in force: the command line first, then the settings."""

import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
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


class ThemeNameTaken(SessionRunnerError):
    """Two themes have the same id."""

    cause = "theme.name-taken"


def all_themes(kept: Places | None = None) -> Mapping[str, Theme]:
    """Every theme by id, the leader's own last; remembered among the program's own things when those have a place.

    Own files that cannot be used are left out, and so are those that take the name of a theme of the program's.
    """
    known = Remembered(kept.remembered / "themes.json" if kept else None, Theme, _read)
    found = remembered_all(known, sorted(shipped_folder("themes").glob("*.yaml")))
    files = own_files(kept) if kept else []
    own = {theme.id: theme for file in files for theme in _usable(file)}
    shipped = {theme.id: theme for theme in found}
    return {**shipped, **{name: theme for name, theme in own.items() if name not in shipped}}


def _usable(file: Path) -> Iterator[Theme]:
    """The theme in a file of the leader's own, if it can be used."""
    with suppress(SessionRunnerError):
        yield _read(file)


def own_files(kept: Places) -> list[Path]:
    """The files of the leader's own themes."""
    return sorted(kept.own_themes.glob("*.yaml"))


def _read(file: Path) -> Theme:
    # The reader is not loaded for themes that are remembered.
    from sessionrunner.storage import theme_file

    return theme_file.read(file)


def theme_for(arguments: Arguments, kept: Places, known: Mapping[str, Theme]) -> str:
    """The id of the theme in force; UnknownTheme when one is asked for that is not among the known ones."""
    if arguments.theme and arguments.theme not in known:
        raise UnknownTheme(theme=arguments.theme, known=", ".join(sorted(known)))
    chosen = arguments.theme or settings.read(kept.settings).theme
    # A theme of her own that the leader used last may have been removed since; that must not stop the hour.
    return chosen if chosen in known else settings.Settings().theme


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
    return _complain(kept, known, words)


def _complain(kept: Places, known: Mapping[str, Theme], words: Catalogue) -> int:
    """What is wrong with the leader's own themes, on stderr; 1 only when one of them cannot be used."""
    files = own_files(kept)
    if not files:
        return 0
    # Most have none of their own.
    from sessionrunner.storage import theme_file

    for file in files:
        for one in theme_file.problems(file):
            where = f"{one.file}:{one.line}:{one.column}"
            print(f"{where}: {words.render(one.message)} · {words.render(one.remedy)}", file=sys.stderr)
    read = [(file, theme) for file in files for theme in _usable(file)]
    taken = [ThemeNameTaken(file=str(file), id=theme.id) for file, theme in read if known[theme.id] != theme]
    for error in taken:
        print(words.explain(error), file=sys.stderr)
    return 1 if taken or len(read) < len(files) else 0
