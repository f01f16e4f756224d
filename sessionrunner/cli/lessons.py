"""``lessons``: what has been decided in earlier sessions, and what has become of it."""

import json
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sessionrunner.cli import lesson_data, page_file
from sessionrunner.cli.arguments import Arguments
from sessionrunner.cli.clock import LaptopClock
from sessionrunner.cli.places import Places, places
from sessionrunner.core.appointment import appointments
from sessionrunner.core.figures import figures
from sessionrunner.core.finding import find
from sessionrunner.core.followup import Found, Past, PastSession, ground_rules, open_decisions
from sessionrunner.core.followup import lessons as every_lesson
from sessionrunner.core.history import learned
from sessionrunner.core.recall import meant, names_one
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.locale import Catalogue
from sessionrunner.locale.lesson_lines import appointment_line, headline, lesson_line, line
from sessionrunner.locale.phrases import weekday
from sessionrunner.output import one_page
from sessionrunner.storage import saved_places, settings
from sessionrunner.storage.lesson_index import earlier
from sessionrunner.storage.library import Library, shipped_folder
from sessionrunner.storage.outbox import index_beside


class NoLessonsFolder(SessionRunnerError):
    """Nobody has said where the lessons are."""

    cause = "lessons.no-folder"


class NoWordsHere(SessionRunnerError):
    """Words were given to a question that takes none."""

    cause = "lessons.no-words-here"


class WordsMissing(SessionRunnerError):
    """A search for nothing."""

    cause = "lessons.words-missing"


class OnlyPages(SessionRunnerError):
    """A file was asked for of something that is no page."""

    cause = "lessons.only-pages"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the answers are made from."""

    folder: Path
    past: Past
    words: Catalogue
    today: date
    query: str
    kept: Places


def lessons(arguments: Arguments, words: Catalogue) -> int:
    """Answer one question about the lessons folder; files that cannot be read are told on stderr, with exit code 1."""
    kept = places(arguments)
    remembered = settings.read(kept.settings)
    folder = arguments.lessons or remembered.lessons_path
    if folder is None:
        raise NoLessonsFolder()
    folder = folder.expanduser().absolute()
    past = earlier(folder, remembered.knows(folder), index_beside(kept.outbox))
    action, query = question(arguments.action, " ".join(arguments.query), past)
    asked = Asked(folder, past, words, LaptopClock().wall().date(), query, kept)
    _answer(action, asked, arguments)
    return _complain(asked)


def question(action: str, query: str, past: Past) -> tuple[str, str]:
    """What is asked and about what: a word that is no action names a session, or else is searched for."""
    if action not in _ACTIONS:
        query = f"{action} {query}".strip()
        return ("show" if names_one(past, query) else "search"), query
    if query and action not in _WITH_WORDS:
        raise NoWordsHere(action=action, words=query)
    if not query and action == "search":
        raise WordsMissing()
    return action, query


def _answer(action: str, asked: Asked, arguments: Arguments) -> None:
    as_data, as_lines = _ACTIONS[action]
    if arguments.json:
        json.dump(as_data(asked), sys.stdout, ensure_ascii=False, indent=2)
        print()
        return
    told = "\n".join(as_lines(asked)) + "\n"
    if arguments.out is None:
        print(told, end="")
        return
    if action not in _PAGES:
        raise OnlyPages()
    title = asked.words(f"lessons.{action}.heading")
    print(asked.words("export.made", file=page_file.put(arguments.out, title, told, asked.words, asked.today)))


def _complain(asked: Asked) -> int:
    """Every file that could not be read, with what to do about it."""
    for trouble in asked.past.troubles:
        print(f"{asked.words.render(trouble.message)} {asked.words.render(trouble.remedy)}", file=sys.stderr)
    return 1 if asked.past.troubles else 0


def _all(asked: Asked) -> list[tuple[PastSession, list[Found]]]:
    return [(session, [Found(session, lesson) for lesson in session.lessons]) for session in asked.past.sessions]


def _due(asked: Asked) -> list[tuple[PastSession, list[Found]]]:
    """Late ones first: the session with the most urgent decision comes first.

    Sessions that are to be followed up and have no open decision come last.
    """
    waiting = _by_session(open_decisions(asked.past))
    told = {session.session for session, _ in waiting}
    others = (one.session for one in appointments(asked.past) if one.session.session not in told)
    return [*waiting, *((session, []) for session in others)]


def _due_lines(asked: Asked) -> Iterable[str]:
    """When groups are to meet again, and then what is open."""
    meetings = [appointment_line(one, asked.today, asked.words) for one in appointments(asked.past)]
    yield from _section(asked.words("appointment.heading"), meetings)
    yield from _flat_lines(_due, "overview.open.nothing")(asked)


def _found(asked: Asked) -> list[tuple[PastSession, list[Found]]]:
    return _by_session(find(asked.past, asked.query))


def _by_session(found: Iterable[Found]) -> list[tuple[PastSession, list[Found]]]:
    """Each session once, where its first lesson stood."""
    gathered: dict[str, list[Found]] = {}
    for one in found:
        gathered.setdefault(one.session.session, []).append(one)
    return [(group[0].session, group) for group in gathered.values()]


_Choice = Callable[[Asked], list[tuple[PastSession, list[Found]]]]


def _data(choice: _Choice) -> Callable[[Asked], object]:
    return lambda asked: [
        lesson_data.session(session, found, asked.folder, asked.today) for session, found in choice(asked)
    ]


def _list_lines(asked: Asked) -> Iterable[str]:
    for session, found in _all(asked):
        yield headline(session, asked.words)
        yield from (f"  {lesson_line(one, asked.today, asked.words)}" for one in found)
    if not asked.past.sessions:
        yield asked.words("overview.sessions.nothing")


def _flat_lines(choice: _Choice, nothing: str) -> Callable[[Asked], Iterable[str]]:
    """Lessons on their own, each with the session it came out of."""

    def tell(asked: Asked) -> Iterable[str]:
        found = [one for _, group in choice(asked) for one in group]
        for one in found:
            yield lesson_line(one, asked.today, asked.words)
            yield f"  {headline(one.session, asked.words)}"
        if not found:
            yield asked.words(nothing)

    return tell


def _named(asked: Asked) -> PastSession:
    """The session that was asked for; the latest when none was, as ``export`` takes it."""
    if asked.query or not asked.past.sessions:
        return meant(asked.past, asked.query, str(asked.folder))
    file = saved_places.find("", lambda: [(asked.folder, asked.past)])
    return next(one for one in asked.past.sessions if asked.folder / one.place == file)


def _show_data(asked: Asked) -> object:
    one = _named(asked)
    found = [Found(one, lesson) for lesson in one.lessons]
    return lesson_data.session(one, found, asked.folder, asked.today) | lesson_data.details(one)


def _show_lines(asked: Asked) -> Iterable[str]:
    one, words = _named(asked), asked.words
    yield headline(one, words)
    yield str(asked.folder / one.place)
    if one.follow_up_on:
        yield words("appointment.title", date=weekday(one.follow_up_on, words))
    yield from (f"  {lesson_line(Found(one, lesson), asked.today, words)}" for lesson in one.lessons)
    texts = {found.key: found.lesson.text for found in every_lesson(asked.past)}
    for update in one.updates:
        status = words(f"lessons.status.{update.status.value}")
        yield "  " + words("lessons.updated", text=line(texts.get(update.lesson, update.lesson)), status=status)
        yield from ([f"    {line(update.note)}"] if update.note else [])


def _times(asked: Asked) -> list[dict[str, object]]:
    """Of exercises in the library that have been led."""
    led = {session.exercise for session in asked.past.sessions}
    library = Library([shipped_folder("exercises"), asked.kept.own_exercises]).exercises()
    known = ((one, learned(asked.past, one)) for one in library if one.id in led)
    return [lesson_data.times(exercise, steps) for exercise, steps in known if steps]


def _stats_data(asked: Asked) -> object:
    told = lesson_data.figures(figures(asked.past), asked.today)
    rules = [lesson_data.lesson(one, asked.today) for one in ground_rules(asked.past)]
    return told | {"ground_rules": rules, "times": _times(asked)}


def _stats_lines(asked: Asked) -> Iterable[str]:
    words, told = asked.words, figures(asked.past)
    if not told.sessions:
        yield words("overview.sessions.nothing")
        return
    yield words("lessons.stats.sessions", n=told.sessions)
    yield words("lessons.stats.lessons", n=told.lessons)
    for kind, count in told.by_kind.items():
        yield f"  {words(f'lesson.kind.{kind.value}')}: {count}"
    yield words("lessons.stats.decisions")
    for status, count in told.decisions.items():
        yield f"  {words(f'lessons.status.{status.value}')}: {count}"
    if told.days_to_done is not None:
        yield words("lessons.stats.days", n=round(told.days_to_done))
    yield from _section(words("overview.dropped"), [lesson_line(one, asked.today, words) for one in told.dropped])
    yield from _section(words("overview.rules"), [line(one.lesson.text) for one in ground_rules(asked.past)])
    yield from _section(words("lessons.stats.times"), [_time_line(one, words) for one in _times(asked)])


def _section(heading: str, lines: Sequence[str]) -> Iterable[str]:
    if lines:
        yield heading
        yield from (f"  {one}" for one in lines)


def _time_line(one: Mapping[str, object], words: Catalogue) -> str:
    steps = one["steps"]
    assert isinstance(steps, list)
    told = (words("lessons.stats.step", n=step["times"], **step) for step in steps)
    return f"{one['title']}: {'; '.join(told)}"


def _bring_lines(asked: Asked) -> Iterable[str]:
    yield one_page.bring(asked.past, asked.words, asked.today).rstrip("\n")


def _handover_lines(asked: Asked) -> Iterable[str]:
    yield one_page.handover(asked.past, asked.words, asked.today, str(asked.folder)).rstrip("\n")


def _as_text(lines: Callable[[Asked], Iterable[str]]) -> Callable[[Asked], object]:
    return lambda asked: {"markdown": "\n".join(lines(asked)) + "\n"}


_ACTIONS: Mapping[str, tuple[Callable[[Asked], object], Callable[[Asked], Iterable[str]]]] = {
    "list": (_data(_all), _list_lines),
    "show": (_show_data, _show_lines),
    "due": (_data(_due), _due_lines),
    "search": (_data(_found), _flat_lines(_found, "lessons.nothing-found")),
    "stats": (_stats_data, _stats_lines),
    "bring": (_as_text(_bring_lines), _bring_lines),
    "handover": (_as_text(_handover_lines), _handover_lines),
}
"""For each action, its answer as data and as lines."""
_WITH_WORDS = frozenset({"show", "search"})
_PAGES = frozenset({"bring", "handover"})
