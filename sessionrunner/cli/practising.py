"""A rehearsal that the leader leads: the real program, phones that answer by themselves, and nothing that is kept."""

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sessionrunner.cli.arguments import Arguments
from sessionrunner.cli.choosing import choices_for
from sessionrunner.cli.given import laptop_of
from sessionrunner.cli.hosting import Choices, LaptopHost
from sessionrunner.cli.places import Places, places
from sessionrunner.desk import Desk
from sessionrunner.locale import Catalogue
from sessionrunner.rehearsal import Phones

if TYPE_CHECKING:
    from sessionrunner.tui.start import Laptop

_LOOPBACK = "127.0.0.1"
_QUICK = 3.0
"""Simulated people think so much faster than real ones, so that a leader who practises need not wait for them."""


class PractisingHost(LaptopHost):
    """A host whose phones are simulated: they come as soon as an exercise invites them, over real HTTP."""

    def __init__(self, choices: Choices, kept: Places, speed: float) -> None:
        super().__init__(choices, kept)
        self._texts = [str(text) for text in choices.words.section("cli.rehearsal.answers").values()]
        self._speed = max(speed, _QUICK)
        self.phones: Phones | None = None
        """Those of the exercise that invited last."""

    def invite(self, desk: Desk) -> None:
        """Start the server, and let everybody's phone open the page."""
        super().invite(desk)
        self._switch_off()
        if desk.audience.trouble is None:
            self.phones = Phones(desk.audience.phone_url, len(desk.session.people), self._texts, self._speed)
            self.phones.start()

    def _switch_off(self) -> None:
        if self.phones is not None and self.phones.running:
            self.phones.stop()

    def shutdown(self) -> None:
        """The phones first: they would go on asking."""
        self._switch_off()
        super().shutdown()


class Practice:
    """Everything a rehearsal needs, in a place of its own; only its lessons stay, in a folder for rehearsals."""

    def __init__(self, arguments: Arguments, words: Catalogue) -> None:
        kept = places(arguments)
        self._words = words
        self._scratch = tempfile.TemporaryDirectory(prefix="sessionrunner-", ignore_cleanup_errors=True)
        choices = choices_for(in_a_rehearsal(arguments, kept), words, kept, make_lessons=True)
        choices = replace(choices, mark=words("cli.rehearsal.mark"))
        self.host = PractisingHost(choices, scratch(kept, Path(self._scratch.name)), arguments.speed)

    @property
    def laptop(self) -> "Laptop":
        """What the screens are given."""
        return laptop_of(self.host.exercises, lambda: self.host, self._words)

    def stop(self) -> None:
        """End the servers and phones; nothing can be taken up again. Blocks."""
        self.host.shutdown()
        self._scratch.cleanup()


def instead_of(arguments: Arguments) -> Arguments:
    """A rehearsal begun in the middle of real work: where the real lessons go and phones come in is not for it."""
    return _changed(arguments, lessons=None, address=None, port=None, tls_cert=None, tls_key=None)


def in_a_rehearsal(arguments: Arguments, kept: Places) -> Arguments:
    """The same wishes, but lessons in a folder of their own and phones on this laptop, unless something was asked."""
    return _changed(
        arguments,
        lessons=arguments.lessons or kept.rehearsals,
        address=arguments.address or _LOOPBACK,
        port=0 if arguments.port is None else arguments.port,
    )


def _changed(arguments: Arguments, **values: object) -> Arguments:
    return Arguments(**{**vars(arguments), **values})


def scratch(kept: Places, folder: Path) -> Places:
    """A rehearsal leaves nothing among the real sessions, but knows the user's own exercises."""
    return replace(kept, state=folder, settings=folder / "settings.yaml")
