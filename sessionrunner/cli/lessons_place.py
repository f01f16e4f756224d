"""Where the group's records go: the shared folder that was asked for, chosen before, or chosen now."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from sessionrunner.core.text import SessionRunnerError
from sessionrunner.storage import settings
from sessionrunner.storage.lessons_folder import LessonsFolder


class ChosenFolder:
    """``host.LessonsPlace`` that is remembered in the settings between starts."""

    def __init__(self, file: Path, asked_for: Path | None) -> None:
        """``asked_for`` on the command line goes before what was chosen last."""
        self._file = file
        self._settings = settings.read(file)
        self._asked_for = asked_for
        self.folder = asked_for or self._settings.lessons_path
        """None until the leader has chosen."""
        self.changed: Callable[[Path], None] = lambda folder: None
        """Called with another folder once it has been chosen."""

    @property
    def known(self) -> bool:
        """Whether the folder has carried our marker: one that has lost it is not mounted."""
        return self.folder is not None and self._settings.knows(self.folder)

    def choose(self, folder: Path) -> None:
        """Send records to this folder from now on, and remember it; SessionRunnerError when it cannot be used."""
        chosen = folder.expanduser().absolute()
        LessonsFolder(chosen).prepare(known=self._settings.knows(chosen))
        self.folder = chosen
        self._remember(chosen)
        self.changed(chosen)

    def go_on_in(self, folder: Path | None) -> None:
        """Send records where they went before, unless another folder was asked for now."""
        if self._asked_for is None and folder is not None:
            self.folder = folder

    def trouble(self) -> SessionRunnerError | None:
        """Why records cannot go to the chosen folder right now; None when they can, or none is chosen. Blocks."""
        if self.folder is None:
            return None
        try:
            LessonsFolder(self.folder).prepare(known=self.known)
        except SessionRunnerError as trouble:
            return trouble
        self._remember(self.folder)
        return None

    def _remember(self, folder: Path) -> None:
        remembered = settings.with_folder(self._settings, folder)
        if remembered != self._settings:
            self._settings = remembered
            # Another window may have remembered something of its own since this one began.
            settings.write(self._file, settings.with_folder(settings.read(self._file), folder))


def remember_theme(file: Path, theme: str) -> None:
    """Begin with these colours the next time."""
    settings.write(file, replace(settings.read(file), theme=theme))
