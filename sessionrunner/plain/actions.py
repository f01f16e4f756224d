"""One function a command: each does it and gives the lines to say."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sessionrunner.core import commands
from sessionrunner.core.copies import CopyKind
from sessionrunner.core.lesson import Collected
from sessionrunner.core.noting import ROOM, about, spots
from sessionrunner.core.secrecy import secrecy_waits
from sessionrunner.core.session import NotPossible, Stage
from sessionrunner.core.showing import Shown, Turn
from sessionrunner.core.tally import tally
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.desk import Desk
from sessionrunner.locale import Catalogue
from sessionrunner.locale.again import last_time
from sessionrunner.locale.bands import bands_note
from sessionrunner.locale.copies import kind_called
from sessionrunner.locale.noting import spot_name
from sessionrunner.plain import helping, statements, synthesis, timing, voting
from sessionrunner.plain.arranging import ARRANGING, Saying, told
from sessionrunner.plain.decisions import SAYINGS, Deciding
from sessionrunner.plain.incomplete import Incomplete
from sessionrunner.plain.lines import group_lines, saved_lines, status_line
from sessionrunner.plain.network import choose, offer_wifi
from sessionrunner.plain.paper import settle, take_slip
from sessionrunner.plain.rooms import rooms
from sessionrunner.plain.summing_up import SummingUp
from sessionrunner.plain.themes import theme


class UnknownCommand(SessionRunnerError):
    """A line that is no command."""

    cause = "plain.unknown-command"


@dataclass(slots=True)
class Context:
    """What the commands work on."""

    desk: Desk
    words: Catalogue
    seed: Callable[[], int]
    reminded: bool = False
    """The leader has been told what the room is to agree on."""
    over: bool = False
    """True once the leader has left."""
    summing_up: SummingUp = field(init=False)

    def __post_init__(self) -> None:
        self.summing_up = SummingUp(self.desk, self.words)


Action = Callable[[Context, str], Iterable[str]]


def action(name: str, words: Catalogue) -> Action | None:
    """The action behind a word, English or of the language in use; None for a word that is no command."""
    names = {words(f"plain.command.{english}").casefold(): english for english in ACTIONS}
    return ACTIONS.get(names.get(name.casefold(), name.casefold()))


def _next(context: Context, rest: str) -> Iterable[str]:
    """The next step; where cases are told of, the first time only what the room is to agree on."""
    session = context.desk.session
    if secrecy_waits(session):
        if not context.reminded:
            context.reminded = True
            reminder = context.words(f"tui.secrecy.{session.exercise.confidential.value}")
            return [context.words("secrecy.told", text=reminder), context.words("secrecy.how")]
        context.desk.handle(commands.AgreeOnSecrecy())
    context.desk.handle(commands.Next())
    return ()


def _agreed(context: Context, rest: str) -> Iterable[str]:
    context.desk.handle(commands.AgreeOnSecrecy())
    return [context.words("secrecy.done")]


def _back(context: Context, rest: str) -> Iterable[str]:
    context.desk.handle(commands.Back())
    return ()


def _pause(context: Context, rest: str) -> Iterable[str]:
    """The reason may be question, technology or break."""
    return timing.pause(context.desk, context.words, rest)


def _resume(context: Context, rest: str) -> Iterable[str]:
    context.desk.handle(commands.Resume())
    return [context.words("plain.done.resume")]


def _add(context: Context, rest: str) -> Iterable[str]:
    """``2 from STEP``; without a step where it hurts least, and without a number one minute."""
    return timing.add(context.desk, context.words, rest)


def _undo(context: Context, rest: str) -> Iterable[str]:
    undone = context.desk.undo()
    return [context.words("plain.done.undo", what=context.words(f"plain.undone.{type(undone).__name__}"))]


def _groups(context: Context, rest: str) -> Iterable[str]:
    """``groups new`` draws again."""
    if rest in ("new", context.words("plain.new")):
        context.desk.handle(commands.DrawGroups(context.seed()))
    lines = group_lines(context.desk.session, context.desk, context.words)
    if lines or context.desk.session.step is not None or not context.desk.session.groups:
        return lines or [context.words("plain.no-groups")]
    return told(context.desk, context.words)


def _reveal(context: Context, rest: str) -> Iterable[str]:
    """The latest step that collected, when none is named."""
    session = context.desk.session
    asked = [step.id for step in session.exercise.steps[: session.position + 1] if step.collect]
    if not rest and not asked:
        raise NotPossible("collects-nothing")
    step = rest or asked[-1]
    return _answers(context, step, context.desk.reveal(step))


def _answers(context: Context, step: str, collected: tuple[Collected, ...]) -> Iterator[str]:
    if not collected:
        received = context.desk.answers.received().get(step, 0)
        yield context.words("plain.too-few", n=received, threshold=context.desk.session.threshold)
    for one in collected:
        yield context.words("plain.question", text=one.question.ask, n=len(one.answers))
        counts = [f"{count.label}: {count.number}" for count in tally(one) if count.number]
        yield from (f"- {' '.join(line.split())}" for line in counts or one.answers)
        yield from filter(None, [bands_note(one, context.words), last_time(one, context.words)])


def _show(context: Context, rest: str) -> Iterable[str]:
    """The next answer, the one before, all of them or none, on the wall."""
    turns = {context.words(f"answers.turn.{turn.value}"): turn for turn in Turn} | {turn.value: turn for turn in Turn}
    if rest.casefold() not in turns:
        raise Incomplete(usage=context.words("answers.usage"))
    return [_on_wall(context.words, context.desk.show(turns[rest.casefold()]))]


def _on_wall(words: Catalogue, shown: Shown) -> str:
    if not shown.answers:
        return words("answers.wall-none")
    if not shown.number:
        return words("answers.wall-all")
    there = words("answers.wall-one", number=shown.number, total=shown.total)
    return f"{there} {' '.join(shown.answers[0].answers[0].split())}" if len(shown.answers[0].answers) == 1 else there


def _paper(context: Context, rest: str) -> Iterable[str]:
    """An answer to each question, with ``|`` between."""
    if not rest:
        raise Incomplete(usage=context.words("plain.usage.paper"))
    return [take_slip(context.desk, context.words, rest)]


def _waiting(context: Context, rest: str) -> Iterable[str]:
    """``take``, ``drop`` or ``more``; without a word, what waits."""
    return [settle(context.desk, context.words, rest)]


def _note(context: Context, rest: str) -> Iterable[str]:
    """``3: …`` is about the third table or group."""
    if not rest:
        raise Incomplete(usage=context.words("plain.usage.note"))
    spot, text = about(rest, spots(context.desk.session))
    context.desk.handle(commands.TakeNote(text, spot.table, spot.group))
    kept = not context.desk.session.exercise.touches_cases
    said = [context.words("noting.about", spot=spot_name(context.words, spot))] if spot != ROOM else []
    return [context.words("plain.done.note" if kept else "plain.done.note-here"), *said]


def _approve(context: Context, rest: str) -> Iterable[str]:
    context.desk.handle(commands.Approve())
    return [context.words("plain.done.approve")]


def _save(context: Context, rest: str) -> Iterator[str]:
    """In the last step the session ends as well."""
    session = context.desk.session
    if session.stage is Stage.CLOSED:
        yield from saved_lines(context.desk, context.desk.keeping.delivery(), context.words)
        return
    yield context.words("plain.saving")
    ending = session.stage is Stage.RUNNING and session.next_step is None
    if ending and session.lessons and not session.approved:
        yield context.words("lesson.not-approved")
    delivery = context.desk.close() if ending else context.desk.keeping.save()
    yield from saved_lines(context.desk, delivery, context.words)


def _wifi(context: Context, rest: str) -> Iterable[str]:
    return [offer_wifi(context.desk, context.words, rest)]


def _export(context: Context, rest: str) -> Iterator[str]:
    """A copy of the record as it stands, in the session's folder."""
    words = context.words
    kind = kind_called(rest, words)
    if kind is None:
        named = (words(f"export.name.{kind.value}") for kind in CopyKind)
        raise Incomplete(usage=words("export.usage", kinds=", ".join(named)))
    name, delivery = context.desk.keeping.copy(kind)
    place = delivery.place if delivery.delivered else delivery.kept
    yield words("export.delivered" if delivery.delivered else "export.waiting", file=str((place or Path()) / name))


def _status(context: Context, rest: str) -> Iterable[str]:
    return [status_line(context.desk, context.words)]


def _help(context: Context, rest: str) -> Iterable[str]:
    words = context.words
    return [f"{words(f'plain.command.{name}')}: {words(f'plain.help.{name}')}" for name in ACTIONS]


def _quit(context: Context, rest: str) -> Iterable[str]:
    """A session that has not ended can be resumed."""
    context.over = True
    ended = context.desk.session.stage is Stage.CLOSED
    return [context.words("plain.bye" if ended else "plain.bye-unfinished")]


def _about_decisions(say: Callable[[Deciding, str], Iterable[str]]) -> Action:
    return lambda context, rest: say(Deciding(context.desk, context.words), rest)


def _about_texts(say: synthesis.Saying) -> Action:
    return lambda context, rest: say(synthesis.Sheet(context.desk, context.words), rest)


def _timed(act: Callable[[Desk, Catalogue, str], Iterable[str]]) -> Action:
    """A command that needs nothing but desk and words."""
    return lambda context, rest: act(context.desk, context.words, rest)


def _about_groups(say: Saying) -> Action:
    return lambda context, rest: say(context.desk, context.words, rest)


ACTIONS: Mapping[str, Action] = {
    "next": _next,
    "now": _timed(helping.now),
    "agreed": _agreed,
    "back": _back,
    "pause": _pause,
    "resume": _resume,
    "add": _add,
    "on-time": _timed(timing.on_time),
    "started": _timed(timing.began),
    "end": _timed(timing.must_end),
    "turn": _timed(timing.next_lap),
    "skip": _timed(timing.pass_over),
    "sound": _timed(timing.sound),
    "time": _timed(timing.settle),
    "undo": _undo,
    "groups": _groups,
    **{name: _about_groups(say) for name, say in ARRANGING.items()},
    "reveal": _reveal,
    "show": _show,
    "paper": _paper,
    "waiting": _waiting,
    "note": _note,
    "theme": _timed(theme),
    "lesson": lambda context, rest: context.summing_up.lesson(rest),
    "due": lambda context, rest: context.summing_up.due(rest),
    "revisit": lambda context, rest: context.summing_up.revisit(rest),
    "approve": _approve,
    "save": _save,
    "export": _export,
    "network": _timed(choose),
    "wifi": _wifi,
    **{name: _about_texts(say) for name, say in synthesis.SAYINGS.items()},
    "vote": _timed(voting.vote),
    "tables": _timed(statements.tables),
    "rooms": _timed(rooms),
    **{name: _about_decisions(say) for name, say in SAYINGS.items()},
    "status": _status,
    "help": _help,
    "quit": _quit,
}
"""What each English command word does; every language adds a word of its own for each."""
