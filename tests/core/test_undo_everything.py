"""Every command has its answer to undo: taken back without a trace, or standing for ever for a reason."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import get_args

import pytest

from sessionrunner.core import commands
from sessionrunner.core.ballot import About
from sessionrunner.core.commands import (
    AddHeading,
    Command,
    DrawGroups,
    LockGroup,
    Next,
    Open,
    Pause,
    PutLesson,
    PutUnder,
    Reveal,
    SameAs,
    Undo,
)
from sessionrunner.core.exercise import Confidentiality, LessonKind
from sessionrunner.core.followup import Status
from sessionrunner.core.lesson import Lesson
from sessionrunner.core.session import undoable
from sessionrunner.core.wishes import Wishes
from sessionrunner.locale import LANGUAGES, load
from tests.core.rooms import HOUR, Hour, names
from tests.core.test_discussion import FIRST
from tests.core.test_prompts import begun as at_themes

LESSON = Lesson("l1", LessonKind.IDEA, "Vi provar")
STANDS_FOR_EVER = {
    commands.Open: "there is nothing before it",
    commands.Reveal: "answers that were seen stay seen, and a form that opened again would give the next one away",
    commands.CloseVote: "a vote that was counted stays counted",
    commands.Close: "the answers are gone",
    commands.Undo: "what was undone is done again",
}


def at(step: str, *given: Command) -> Hour:
    return Hour(people=names(9)).go_to(step).wait(minutes=1).give(*given)


def sorting(*given: Command) -> Hour:
    """Opened texts and a heading."""
    return at("again", Reveal("write", on_wall=True), AddHeading("h1", "Stöd"), *given)


def following() -> Hour:
    """Before the start, with an earlier decision that is open."""
    return Hour().give(Open(names(9), 1, decisions=(FIRST,)))


def planned(hour: Hour) -> Command:
    """The groups of another draw."""
    other = Hour(people=names(9)).give(DrawGroups(7)).session.groups
    return commands.TakePlan((commands.Planned("pairs", other["pairs"]),))


def person(hour: Hour, group: int) -> str:
    return hour.session.groups["pairs"].groups[group].members[0]


UNDONE: dict[type, tuple[Hour, Command]] = {
    commands.SetPeople: (at("pairs"), commands.SetPeople(names(8))),
    commands.DrawGroups: (at("pairs"), commands.DrawGroups(5)),
    commands.SetWishes: (at("start"), commands.SetWishes(Wishes(apart=(("P1", "P2"),)))),
    commands.MovePerson: (at("pairs"), commands.MovePerson("pairs", person(at("pairs"), 0), "B")),
    commands.SwapPeople: (at("pairs"), commands.SwapPeople("pairs", person(at("pairs"), 0), person(at("pairs"), 1))),
    commands.LockGroup: (at("pairs"), LockGroup("pairs", "A")),
    commands.UnlockGroup: (at("pairs", LockGroup("pairs", "A")), commands.UnlockGroup("pairs", "A")),
    commands.TakePlan: (at("start"), planned(at("start"))),
    commands.ForgetMeetings: (
        Hour().give(Open(names(9), 1, met=(("P1", "P2"),))),
        commands.ForgetMeetings(),
    ),
    commands.Next: (at("pairs"), Next()),
    commands.Back: (at("pairs"), commands.Back()),
    commands.Pause: (at("pairs"), Pause()),
    commands.Resume: (at("pairs", Pause()), commands.Resume()),
    commands.AddTime: (at("pairs"), commands.AddTime(timedelta(minutes=2))),
    commands.NextLap: (at("tables"), commands.NextLap()),
    commands.PassOver: (at("turns"), commands.PassOver()),
    commands.Began: (at("start"), commands.Began(timedelta(seconds=20))),
    commands.SetEnd: (at("start"), commands.SetEnd(datetime(2026, 11, 21, 11, tzinfo=UTC))),
    commands.SettleGap: (
        at("pairs"),
        commands.SettleGap(timedelta(minutes=1), timedelta(), commands.Passed.COUNTED, "pairs"),
    ),
    commands.SetSound: (at("start"), commands.SetSound(False)),
    commands.Show: (sorting(commands.Hide()), commands.Show("write")),
    commands.Hide: (sorting(), commands.Hide()),
    commands.ShowTables: (at("tables"), commands.ShowTables()),
    commands.TakeNote: (at("tables"), commands.TakeNote("x", table="Table 1")),
    commands.TakeTheme: (at_themes(), commands.TakeTheme(1)),
    commands.PutLesson: (at("end"), PutLesson(LESSON)),
    commands.DropLesson: (at("end", PutLesson(LESSON)), commands.DropLesson("l1")),
    commands.Approve: (at("end"), commands.Approve()),
    commands.AddHeading: (sorting(), AddHeading("h2", "Tid")),
    commands.CountHands: (sorting(), commands.CountHands("h1", 4)),
    commands.DropHeading: (sorting(PutUnder("m1", "h1")), commands.DropHeading("h1")),
    commands.JoinHeadings: (sorting(AddHeading("h2", "Tid")), commands.JoinHeadings("h2", "h1")),
    commands.LeaveOut: (sorting(), commands.LeaveOut("m1", "om en person")),
    commands.MarkImportant: (at("end", PutLesson(LESSON)), commands.MarkImportant("l1")),
    commands.Part: (sorting(SameAs("m1", "m2")), commands.Part("m1")),
    commands.PutUnder: (sorting(), PutUnder("m1", "h1")),
    commands.RenameHeading: (sorting(), commands.RenameHeading("h1", "Arbetssätt")),
    commands.SameAs: (sorting(), SameAs("m1", "m2")),
    commands.TakeIn: (sorting(commands.LeaveOut("m1", "om en person")), commands.TakeIn("m1")),
    commands.OpenVote: (sorting(AddHeading("h2", "Tid")), commands.OpenVote("v1", About.HEADINGS)),
    commands.FollowFirst: (following(), commands.FollowFirst(5, "Uppföljning")),
    commands.Discuss: (following(), commands.Discuss(FIRST.key)),
    commands.UpdateLesson: (following().give(Next()), commands.UpdateLesson(FIRST.key, Status.DONE)),
    commands.AgreeOnSecrecy: (Hour(replace(HOUR, confidential=Confidentiality.OWN_CASES)), commands.AgreeOnSecrecy()),
    commands.SetFollowUp: (at("end"), commands.SetFollowUp(date(2026, 12, 1))),
}
"""A moment at which each command changes something, and the command."""


def test_somebody_has_decided_about_every_command() -> None:
    """A new command fails here until its undo is thought of."""
    assert set(UNDONE) | set(STANDS_FOR_EVER) == set(get_args(Command))
    assert not set(UNDONE) & set(STANDS_FOR_EVER)


@pytest.mark.parametrize("kind", UNDONE, ids=lambda kind: kind.__name__)
def test_the_key_for_undo_takes_it_back_without_a_trace(kind: type) -> None:
    """A wrong draw, a deleted row, a hidden text: as if it had never happened."""
    hour, command = UNDONE[kind]
    before = hour.session
    assert hour.give(command).session != before
    assert hour.wait(seconds=5).give(Undo()).session == before


@pytest.mark.parametrize("kind", UNDONE, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_undone_is_said_in_words(kind: type, language: str) -> None:
    """The leader reads what came back, on the screen and in lines."""
    words = load(language)
    assert words(f"tui.undone.{kind.__name__}")
    assert words(f"plain.undone.{kind.__name__}")


@pytest.mark.parametrize(
    ("hour", "command"),
    [(at("write"), Reveal("write")), (at("end"), commands.Close())],
    ids=["Reveal", "Close"],
)
def test_what_stands_for_ever_is_not_offered(hour: Hour, command: Command) -> None:
    """No word promises what cannot be."""
    assert undoable(hour.give(command).events) is None
