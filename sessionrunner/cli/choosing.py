"""What is in force: the command line first, then the settings, then the defaults."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from sessionrunner.cli import crash, started
from sessionrunner.cli.arguments import Arguments
from sessionrunner.cli.clock import LaptopClock
from sessionrunner.cli.hosting import Choices, LaptopHost
from sessionrunner.cli.joining import Invitation
from sessionrunner.cli.places import Places
from sessionrunner.cli.theming import all_themes, theme_for
from sessionrunner.cli.way_out import gathering_for, keys_of, via_for
from sessionrunner.core.exercise import Exercise
from sessionrunner.core.history import with_minutes
from sessionrunner.core.open_points import shared_out
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.core.theme import Theme
from sessionrunner.core.variants import varied
from sessionrunner.locale import Catalogue

if TYPE_CHECKING:
    from sessionrunner.web.tls import Tls

LIGHT, DARK, PROJECTOR = "ljust", "morkt", "projektor"
"""Themes with a fixed use: phones by day and by night, and the wall."""

_PATIENCE = timedelta(seconds=30)
"""How long the code is shown before nobody's coming is worth a word."""


class UnknownVariant(SessionRunnerError):
    """A variant that the exercise does not have."""

    cause = "cli.unknown-variant"


class HalfACertificate(SessionRunnerError):
    """A certificate without its key, or the other way round."""

    cause = "cli.half-a-certificate"


def chosen(exercise: Exercise, variant: str, points: int = 0) -> Exercise:
    """The exercise in the variant asked for; UnknownVariant when it has no such variant.

    ``points`` minutes are shared out over its open points; 0 leaves them to be set later.
    """
    known = [one.id for one in exercise.variants]
    if variant and variant not in known:
        raise UnknownVariant(variant=variant, title=exercise.title, known=", ".join(known) or "–")
    found = varied(exercise, variant)
    return with_minutes(found, shared_out(found, points)) if points else found


def tls_for(arguments: Arguments) -> "Tls | None":
    """The certificate asked for, checked; HalfACertificate and the like before anybody is invited."""
    if arguments.tls_cert is None and arguments.tls_key is None:
        return None
    if arguments.tls_cert is None or arguments.tls_key is None:
        raise HalfACertificate()
    # Certificates are for the few who have one.
    from sessionrunner.web.network.adapters import Surroundings
    from sessionrunner.web.tls import load

    own = [arguments.address] if arguments.address else [one.ip for one in Surroundings().addresses()]
    return load(arguments.tls_cert, arguments.tls_key, arguments.name, own, LaptopClock().wall())


def phone_themes(arguments: Arguments, known: Mapping[str, Theme]) -> tuple[Theme, Theme]:
    """For light and for dark phones: the theme asked for takes the place of the one it is most like."""
    asked = known.get(arguments.theme or "")
    light = asked if asked and not asked.dark else known[LIGHT]
    return light, asked if asked and asked.dark else known[DARK]


def host_for(arguments: Arguments, words: Catalogue, kept: Places, make_lessons: bool = False) -> LaptopHost:
    """A host set up as the leader asked; ``make_lessons`` lets it make the lessons folder if it is missing."""
    crash.keep_memory_private()

    def again(before: started.Given) -> Choices:
        """In the middle of other screens: nobody can be asked for a key there."""
        return choices_for(started.filled(arguments, before), words, kept, make_lessons, ask=False)

    return LaptopHost(choices_for(arguments, words, kept, make_lessons), kept, again)


def choices_for(
    arguments: Arguments, words: Catalogue, kept: Places, make_lessons: bool = False, ask: bool = True
) -> Choices:
    """How to host, as the leader asked; ``ask`` when a key that is not at hand may be asked for."""
    found = all_themes(kept)
    theme_for(arguments, kept, found)
    wall = found[arguments.theme or PROJECTOR]
    patience = _PATIENCE / max(1.0, arguments.speed)
    invitation = Invitation(
        words, arguments.address, arguments.port, wall, *phone_themes(arguments, found), tls_for(arguments), patience,
        via_for(arguments, words, kept, ask), keys_of(kept), *gathering_for(arguments),
    )  # fmt: skip
    lessons = arguments.lessons.expanduser().absolute() if arguments.lessons else None
    choices = Choices(words, invitation, arguments.speed, arguments.threshold, lessons, make_lessons)
    return replace(choices, given=started.given(arguments), occasion=arguments.occasion)
