"""Where the program keeps its own things on this laptop."""

from dataclasses import dataclass
from pathlib import Path

from sessionrunner.cli.general import Arguments, state_from_environment
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.storage.durable import make_private_folder


class NoStateFolder(SessionRunnerError):
    """The folder for the program's own state cannot be made or written to."""

    cause = "cli.no-state-folder"


@dataclass(frozen=True, slots=True)
class Places:
    """Folders and files of the program itself."""

    state: Path
    settings: Path
    own_exercises: Path
    """Exercises the user has written."""

    @property
    def own_themes(self) -> Path:
        """Colours the user has made."""
        return self.own_exercises.with_name("themes")

    @property
    def sessions(self) -> Path:
        """Sessions that have not been closed."""
        return self.state / "sessions"

    @property
    def days(self) -> Path:
        """Programme days that are not over."""
        return self.state / "days"

    @property
    def outbox(self) -> Path:
        """Records on their way to the shared folder."""
        return self.state / "outbox"

    @property
    def own_times(self) -> Path:
        """The groups' own lengths for steps."""
        return self.state / "own-times.json"

    @property
    def own_words(self) -> Path:
        """The leader's own keywords for steps."""
        return self.state / "own-words.json"

    @property
    def preparations(self) -> Path:
        """Which day each exercise is prepared for, and what is ticked off."""
        return self.state / "preparations.json"

    @property
    def wifi(self) -> Path:
        """The room's Wi-Fi, if the leader wanted it kept."""
        return self.state / "wifi.json"

    @property
    def via_keys(self) -> Path:
        """Keys to servers that phones come through."""
        return self.state / "via-keys.json"

    @property
    def prepared(self) -> Path:
        """Groups that were made beforehand."""
        return self.state / "prepared"

    @property
    def remembered(self) -> Path:
        """What files held when they were last read; may be thrown away at any time."""
        return self.state / "remembered"

    @property
    def rehearsals(self) -> Path:
        """Where a rehearsal's lessons go when no folder is named."""
        return self.state / "rehearsals"


def places(arguments: Arguments) -> Places:
    """The places in force: --state, else SESSIONRUNNER_STATE, else what the system uses; made if missing."""
    given = arguments.state or state_from_environment()
    if given is not None:
        folder = given.absolute()
        found = Places(folder, folder / "settings.yaml", folder / "exercises")
    else:
        # platformdirs costs 16 ms that --help and check need not pay.
        from platformdirs import user_config_path, user_state_path

        folder = user_state_path("sessionrunner", appauthor=False)
        settings = user_config_path("sessionrunner", appauthor=False, roaming=False) / "settings.yaml"
        found = Places(folder, settings, folder / "exercises")
    try:
        make_private_folder(found.state)
    except OSError as error:
        raise NoStateFolder(folder=found.state, reason=error.strerror or "") from error
    return found
