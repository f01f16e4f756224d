"""What a leader can do with time while the clock runs: bargain, correct, say why it stands, end a turn, mute."""

from datetime import timedelta
from functools import partial

from sessionrunner.core import timeline
from sessionrunner.core.commands import NextLap, PassOver, Pause, PauseReason, SetSound
from sessionrunner.locale import heard, speaking
from sessionrunner.tui.screens.ask import AskLine
from sessionrunner.tui.screens.bargain import BargainLine, Way
from sessionrunner.tui.screens.leading import LeadingScreen

_HALF_A_MINUTE = timedelta(seconds=30)


class TimingScreen(LeadingScreen):
    """A screen under the running clock from which time can be bargained for."""

    def action_bargain(self, way: str) -> None:
        """Show where minutes can come from or go; nothing happens before Enter."""
        if self.desk.session.step is not None:
            self.app.push_screen(BargainLine(self.words, self.desk, Way(way)), self.give_if)

    def action_on_time(self) -> None:
        """Take in what is late, or spend what is early."""
        off = timeline.behind(self.desk.session, self.desk.now())
        whole = timedelta(minutes=round(abs(off) / timedelta(minutes=1)))
        if abs(off) < _HALF_A_MINUTE:
            self.inform("time.on-time")
        else:
            way = Way.LATE if off > timedelta() else Way.EARLY
            self.app.push_screen(BargainLine(self.words, self.desk, way, whole), self.give_if)

    def action_must_end(self) -> None:
        """Say by when the room must be done."""
        ends = self.desk.session.ends
        already = f"{ends:%H:%M}" if ends else ""
        hear = partial(heard.end, self.words, self.desk.time.wall)
        prompt = self.words("time.end-prompt")
        self.app.push_screen(AskLine(self.words, prompt, already, take=self._set_end, hear=hear), self._end_set)

    def _set_end(self, told: str) -> None:
        self.desk.handle(self.desk.time.must_end(told))

    def _end_set(self, told: str | None) -> None:
        ends = self.desk.session.ends
        if told:
            self.inform("time.end-none") if ends is None else self.inform("time.end-done", ends=f"{ends:%H:%M}")

    def action_next_lap(self) -> None:
        """This turn or round is done; the next one begins."""
        self.give(NextLap())

    def action_pass_over(self) -> None:
        """Whoever has the word is not here: the next one speaks, and they come last."""
        before = self.desk.room.public().speakers
        if self.give(PassOver()) and before:
            who = speaking.speaker(self.words, before.now, before.groups)
            self.inform("speaking.passed", who=who, now=speaking.speaker(self.words, before.then, before.groups))

    def action_pause_for(self, reason: str) -> None:
        """Say what the clock stands still for; it stops if it was running."""
        if self.desk.session.pause_reason is not PauseReason(reason):
            self.give(Pause(PauseReason(reason)))

    def action_sound(self) -> None:
        """Mute the gong, or let it be heard at once."""
        on = not self.desk.session.sound
        if self.give(SetSound(on)):
            self.inform("time.sound-on" if on else "time.sound-off")
            if on:
                self.app.bell()
