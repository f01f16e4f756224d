"""Every command a leader can give survives the way to disk and back."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessionrunner.core import commands
from sessionrunner.core.ballot import About
from sessionrunner.core.exercise import LessonKind
from sessionrunner.core.followup import Status
from sessionrunner.core.groups import Division, Group
from sessionrunner.core.lesson import Lesson
from sessionrunner.core.session import Event, Instant
from sessionrunner.core.wishes import Wishes
from sessionrunner.storage.event_codec import UnknownCommand, from_json, to_json

COMMANDS = get_args(commands.Command)
LENGTHS = st.timedeltas(timedelta(days=-10_000), timedelta(days=10_000))
"""Seconds as JSON numbers are exact to the microsecond for some hundred years."""


TAKEN = st.lists(st.builds(commands.Taken, st.text(), LENGTHS), max_size=3).map(tuple)
TIMED: Mapping[type[Any], st.SearchStrategy[commands.Command]] = {
    commands.AddTime: st.builds(commands.AddTime, LENGTHS, TAKEN),
    commands.Began: st.builds(commands.Began, LENGTHS),
    commands.SetEnd: st.builds(commands.SetEnd, st.none() | st.datetimes(timezones=st.just(UTC))),
    commands.SettleGap: st.builds(commands.SettleGap, LENGTHS, LENGTHS, st.sampled_from(commands.Passed), st.text()),
}
"""Commands with lengths of time in them."""


def any_command() -> st.SearchStrategy[commands.Command]:
    return st.one_of([TIMED.get(kind, st.from_type(kind)) for kind in COMMANDS])


EVENTS = st.builds(Event, at=LENGTHS.map(Instant), wall=st.text(), command=any_command())


LESSON = Lesson("l1", LessonKind.ACTIVITY, "Boka lokal", "arbetsledare", date(2026, 12, 1))
EXAMPLES: Mapping[type[Any], commands.Command] = {
    type(command): command
    for command in (
        commands.Open(("1", "2", "3"), 7),
        commands.SetPeople(("1", "2")),
        commands.DrawGroups(8),
        commands.SetWishes(
            Wishes((("Ann", "Bo"),), (("Cia", "Dan"),), "Enhet", (("Ann", "Barn"), ("Bo", "Vuxna")), True)
        ),
        commands.MovePerson("bikupa", "Ann", "B"),
        commands.SwapPeople("bikupa", "Ann", "Bo"),
        commands.LockGroup("bikupa", "A"),
        commands.UnlockGroup("bikupa", "A"),
        commands.TakePlan((commands.Planned("bikupa", Division((Group("A", ("Ann", "Bo"), "Ann", None, 1),), 2)),)),
        commands.ForgetMeetings(),
        commands.Next(),
        commands.Back(),
        commands.Pause(commands.PauseReason.BREAK),
        commands.Resume(),
        commands.AddTime(timedelta(minutes=2), (commands.Taken("bikupa", timedelta(minutes=2)),)),
        commands.NextLap(),
        commands.PassOver(),
        commands.Began(timedelta(minutes=-3)),
        commands.SetEnd(datetime(2026, 11, 21, 11, 0, tzinfo=UTC)),
        commands.SettleGap(timedelta(minutes=10), timedelta(), commands.Passed.STOOD, "bikupa"),
        commands.SetSound(False),
        commands.Reveal("reflektion", on_wall=False),
        commands.Show("reflektion", 2),
        commands.Hide(),
        commands.TakeTheme(1),
        commands.TakeNote("fråga om lokalen"),
        commands.PutLesson(LESSON),
        commands.DropLesson("l1"),
        commands.Approve(),
        commands.AddHeading("h1", "Handledning"),
        commands.RenameHeading("h1", "Stöd"),
        commands.JoinHeadings("h1", "h2"),
        commands.DropHeading("h1"),
        commands.PutUnder("3f9a1c2b3f9a1c2b", "h1"),
        commands.SameAs("3f9a1c2b3f9a1c2b", "0f9a1c2b3f9a1c2b"),
        commands.Part("3f9a1c2b3f9a1c2b"),
        commands.LeaveOut("3f9a1c2b3f9a1c2b", "om en person"),
        commands.TakeIn("3f9a1c2b3f9a1c2b"),
        commands.CountHands("h1", 7),
        commands.OpenVote("v1", About.HEADINGS, 3, 2),
        commands.CloseVote(),
        commands.ShowTables(2),
        commands.MarkImportant("l1"),
        commands.FollowFirst(5, "Uppföljning"),
        commands.Discuss("3f9a1c2b/l1"),
        commands.SetFollowUp(date(2027, 1, 8)),
        commands.SetFollowUp(None),
        commands.UpdateLesson("3f9a1c2b/l1", Status.DROPPED, "Ingen hann"),
        commands.AgreeOnSecrecy(),
        commands.Close(),
        commands.Undo(),
    )
}


def on_disk(event: Event) -> Mapping[str, Any]:
    """What is read back after the event has been written as text."""
    written: dict[str, Any] = json.loads(json.dumps(to_json(event)))
    return written


@given(EVENTS)
def test_every_event_comes_back_as_it_was(event: Event) -> None:
    """The session after a crash is the session before it, whatever the leader did."""
    assert from_json(on_disk(event)) == event


@pytest.mark.parametrize("kind", COMMANDS, ids=lambda kind: str(kind.__name__))
def test_every_command_is_written_by_its_name(kind: type[Any]) -> None:
    """No command is forgotten when a new one is added, and the journal says which was given."""
    event = Event(Instant(timedelta(seconds=61.5)), "2026-11-21T09:12:00+01:00", EXAMPLES[kind])
    assert on_disk(event)["command"]["name"] == kind.__name__
    assert from_json(on_disk(event)) == event


def test_the_written_form_is_plain_to_read() -> None:
    """Whoever looks into the journal sees seconds, dates and words."""
    written = to_json(Event(Instant(timedelta(minutes=2)), "", commands.PutLesson(LESSON)))
    assert written["at"] == 120.0
    assert written["command"]["lesson"]["kind"] == "activity"
    assert written["command"]["lesson"]["due"] == "2026-12-01"


def test_text_that_no_encoding_can_hold_survives() -> None:
    """A half emoji typed in a poor terminal does not stop the hour."""
    event = Event(Instant(timedelta()), "", commands.TakeNote("halv \ud83d emoji"))
    assert from_json(on_disk(event)) == event


@pytest.mark.parametrize("command", [{"name": "Applaud"}, {"name": "Next", "twice": True}, {"name": "Event"}])
def test_a_command_from_a_newer_program_is_named(command: dict[str, Any]) -> None:
    """The leader is told that a newer program is needed; nothing is guessed."""
    with pytest.raises(UnknownCommand) as told:
        from_json({"at": 0, "wall": "", "command": command})
    assert told.value.values == {"command": command["name"]}


def test_a_time_by_which_the_room_must_be_done_keeps_its_zone() -> None:
    """Eleven in Stockholm is eleven in Stockholm after a crash too."""
    summer = datetime.fromisoformat("2026-06-01T11:00:00+02:00")
    event = Event(Instant(timedelta()), "", commands.SetEnd(summer))
    assert from_json(on_disk(event)) == event
    assert on_disk(event)["command"]["at"] == "2026-06-01T11:00:00+02:00"


def test_a_field_that_an_older_program_did_not_write_gets_its_default() -> None:
    """A session begun before an update can be taken up after it."""
    opened = from_json({"at": 0, "wall": "", "command": {"name": "Open", "people": ["1", "2"], "seed": 7}})
    assert opened.command == commands.Open(("1", "2"), 7)
