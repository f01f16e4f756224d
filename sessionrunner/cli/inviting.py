"""``invite``: a letter to those who are to take part."""

from datetime import date

from sessionrunner.cli.arguments import Arguments
from sessionrunner.cli.choosing import chosen
from sessionrunner.cli.clock import LaptopClock
from sessionrunner.cli.places import places
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.locale import Catalogue, due_dates
from sessionrunner.locale.invitation import Meeting, invitation
from sessionrunner.storage.library import Library, shipped_folder
from sessionrunner.storage.workshop import NotKept, Taken


class BadDay(SessionRunnerError):
    """A day that cannot be understood."""

    cause = "author.bad-day"


def invite(arguments: Arguments, words: Catalogue) -> int:
    """Print the letter, or write it to a file that is not there yet."""
    library = Library([shipped_folder("exercises"), places(arguments).own_exercises])
    exercise = chosen(library.find(arguments.exercise)[0], arguments.variant)
    meeting = Meeting(_day(arguments.date), arguments.time, arguments.place, arguments.threshold)
    letter = invitation(words, exercise, meeting)
    if arguments.out is None:
        print(letter, end="")
        return 0
    try:
        with arguments.out.open("x", encoding="utf-8") as file:
            file.write(letter)
    except FileExistsError as error:
        raise Taken(file=str(arguments.out)) from error
    except OSError as error:
        raise NotKept(file=str(arguments.out), reason=error.strerror or str(error)) from error
    print(words("prepare.written", file=arguments.out))
    return 0


def _day(given: str) -> date | None:
    try:
        return due_dates.read(given, LaptopClock().wall().date())
    except ValueError as error:
        raise BadDay(given=given) from error
