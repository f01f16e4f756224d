"""What the plain lines tell unasked: time, rounds, answers, trouble."""

from sessionrunner.core.network.reach import Reach
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.desk import Desk
from sessionrunner.locale import Catalogue
from sessionrunner.locale.speaking import speakers_line
from sessionrunner.locale.timing import cost_line
from sessionrunner.plain.lines import lap_line
from sessionrunner.plain.network import reach_line
from sessionrunner.plain.timing import gap_lines


class News:
    """Compares what there is to tell with what has been told."""

    def __init__(self, desk: Desk, words: Catalogue) -> None:
        self._desk = desk
        self._words = words
        # Whatever is wrong from the start has been said in the greeting, but for the disk's own troubles.
        # A gap left by an outage has not been asked about, nor why nobody comes, when to begin took long.
        before = {"trouble": desk.audience.trouble and desk.audience.trouble.cause, "gap": None, "reach": None}
        self._told = self._seen() | before

    def latest(self) -> list[str]:
        """What has changed since the last look, as lines."""
        before, self._told = self._told, self._seen()
        changed = {name for name, value in self._told.items() if before[name] != value}
        tell = {
            "pace": self._pace,
            "lap": self._lap,
            "speakers": self._speakers,
            "answers": self._answers,
            "trouble": self._trouble,
        }
        tell |= {"call": self._call, "cost": self._cost, "gap": self._gap}
        tell |= {"phones": self._phones, "reach": self._reach, "rooms": self._rooms}
        return [line for name, lines in tell.items() if name in changed for line in lines()]

    def _seen(self) -> dict[str, object]:
        view, trouble = self._desk.room.public(), self._find_trouble()
        arrived = (view.form.step, self._desk.room.answered()) if view.form else None
        lap = view.lap and (view.lap.number, view.lap.part)
        return {
            "pace": (view.number, view.pace),
            "lap": (view.number, lap),
            "speakers": view.speakers,
            "answers": arrived,
            "trouble": trouble and trouble.cause,
            "call": (view.number, view.last_call),
            "cost": self._desk.time.cost() is not None,
            "gap": self._desk.time.look(),
            "phones": self._desk.audience.phone_url,
            "reach": self._desk.audience.network.reach,
            "rooms": self._desk.room.rooms.on_wall(),
        }

    def _pace(self) -> list[str]:
        view = self._desk.room.public()
        return [self._words(f"plain.pace.{view.pace.value}")] if view.step else []

    def _lap(self) -> list[str]:
        lap = self._desk.room.public().lap
        return [lap_line(lap, self._words)] if lap else []

    def _speakers(self) -> list[str]:
        now = self._desk.room.public().speakers
        return [speakers_line(self._words, now)] if now else []

    def _call(self) -> list[str]:
        call = self._desk.room.public().last_call
        return [self._words("timing.last-call", told=self._words(f"time.last-call.{call.value}"))] if call else []

    def _cost(self) -> list[str]:
        cost = self._desk.time.cost()
        return [self._words("timing.cost", told=cost_line(self._words, self._desk.session, cost))] if cost else []

    def _gap(self) -> list[str]:
        gap = self._desk.time.look()
        return list(gap_lines(gap, self._words)) if gap else []

    def _answers(self) -> list[str]:
        """Only while a form is open, and not before anybody has answered."""
        if self._desk.room.public().form is None or not self._desk.room.answered():
            return []
        return [self._words("plain.answers", n=self._desk.room.answered(), people=self._desk.room.public().people)]

    def _phones(self) -> list[str]:
        url = self._desk.audience.phone_url
        return [self._words("plain.phones-now", url=url)] if url else []

    def _reach(self) -> list[str]:
        """A network or a server that has gone is a trouble, told already."""
        reach = self._desk.audience.network.reach
        calm = reach in (Reach.WAITING, Reach.LOCAL, Reach.NO_NETWORK, Reach.VIA, Reach.VIA_AWAY)
        return [] if calm else [reach_line(reach, self._words)]

    def _rooms(self) -> list[str]:
        """The day's leader may put them there, or take them away."""
        return [self._words("gather.here-on" if self._desk.room.rooms.on_wall() else "gather.here-off")]

    def _trouble(self) -> list[str]:
        trouble = self._find_trouble()
        return [self._words.explain(trouble)] if trouble else []

    def _find_trouble(self) -> SessionRunnerError | None:
        desk = self._desk
        return desk.runner.trouble or desk.keeping.trouble or desk.audience.trouble or desk.answers.alarm()
