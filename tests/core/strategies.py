"""What Hypothesis draws from: rooms, size ranges, and whole hours as a nervous leader might lead them."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from sessionrunner.core import commands
from sessionrunner.core.ballot import About
from sessionrunner.core.exercise import LessonKind, SizeRange
from sessionrunner.core.followup import Status
from sessionrunner.core.lesson import Lesson
from sessionrunner.core.wishes import Wishes
from tests.core.rooms import HOUR, Hour, names

rooms = st.integers(2, 200)
"""How many people there are."""


@st.composite
def size_ranges(draw: st.DrawFn) -> SizeRange:
    """Any range that an exercise may ask for."""
    low = draw(st.integers(2, 8))
    return SizeRange(low, draw(st.integers(low, 12)))


lessons = st.builds(
    Lesson,
    st.sampled_from(["l1", "l2", "l3"]),
    st.sampled_from(LessonKind),
    st.sampled_from(["Vi läser varandras journaler", "Vi provar"]),
    st.sampled_from(["", "arbetsledare"]),
    st.sampled_from([None, date(2026, 12, 1)]),
    st.sampled_from(["", "enhetschef"]),
)

divided = st.sampled_from(["tables", "pairs", "again", "teams"])
people = st.sampled_from(names(9))
labels = st.sampled_from("ABC")
sets = st.lists(st.lists(people, min_size=2, max_size=3).map(tuple), max_size=2).map(tuple)
"""A few wishes about people; they may contradict each other."""

takings = st.builds(
    commands.Taken,
    st.sampled_from(["pairs", "again", "turns", "write"]),
    st.integers(-3, 3).map(lambda number: timedelta(minutes=number)),
)

marks = st.sampled_from(["m1", "m2", "m3"])
headings = st.sampled_from(["h1", "h2"])
sortings: st.SearchStrategy[commands.Command] = st.one_of(
    st.builds(commands.AddHeading, headings, st.sampled_from(["Stöd", "Tid"])),
    st.builds(commands.RenameHeading, headings, st.just("Arbetssätt")),
    st.builds(commands.JoinHeadings, headings, headings),
    st.builds(commands.DropHeading, headings),
    st.builds(commands.PutUnder, marks, st.one_of(st.just(""), headings)),
    st.builds(commands.SameAs, marks, marks),
    st.builds(commands.Part, marks),
    st.builds(commands.LeaveOut, marks, st.just("om en person")),
    st.builds(commands.TakeIn, marks),
    st.builds(commands.CountHands, headings, st.integers(0, 9)),
)
"""What the leader does with opened texts."""

changes: st.SearchStrategy[commands.Command] = st.one_of(
    st.builds(commands.Next),
    st.builds(commands.Next),
    st.builds(commands.Back),
    st.builds(commands.AgreeOnSecrecy),
    st.builds(commands.Pause, st.sampled_from(commands.PauseReason)),
    st.builds(commands.Resume),
    st.builds(commands.AddTime, st.integers(-600, 600).map(lambda seconds: timedelta(seconds=seconds))),
    st.builds(
        commands.AddTime, st.sampled_from([timedelta(), timedelta(minutes=1)]), st.lists(takings, max_size=2).map(tuple)
    ),
    st.builds(commands.NextLap),
    st.builds(commands.PassOver),
    st.builds(commands.Began, st.integers(-60, 3600).map(lambda seconds: timedelta(seconds=seconds))),
    st.builds(commands.SetEnd, st.sampled_from([None, datetime(2026, 11, 21, 11, 0, tzinfo=UTC)])),
    st.builds(commands.SetSound, st.booleans()),
    st.builds(commands.SetPeople, st.integers(2, 20).map(names)),
    st.builds(commands.DrawGroups, st.integers(0, 99)),
    st.builds(commands.SetWishes, st.builds(Wishes, apart=sets, together=sets)),
    st.builds(commands.MovePerson, divided, people, labels),
    st.builds(commands.SwapPeople, divided, people, people),
    st.builds(commands.LockGroup, divided, labels),
    st.builds(commands.UnlockGroup, divided, labels),
    st.builds(commands.ForgetMeetings),
    st.builds(commands.TakeTheme, st.sampled_from([None, 0, 1])),
    st.builds(commands.TakeNote, st.just("En anteckning")),
    st.builds(commands.PutLesson, lessons),
    st.builds(commands.DropLesson, st.sampled_from(["l1", "l2"])),
    st.builds(commands.Approve),
    st.builds(commands.MarkImportant, st.sampled_from(["l1", "l2"])),
    sortings,
    st.builds(commands.OpenVote, st.sampled_from(["v1", "v2"]), st.sampled_from(About), st.integers(0, 4)),
    st.builds(commands.Show, st.sampled_from(["write", "write-more"]), st.sampled_from([None, 0, 3])),
    st.builds(commands.ShowTables, st.sampled_from([None, 0, 3])),
    st.builds(commands.Hide),
    st.builds(commands.SetFollowUp, st.none() | st.dates()),
    st.builds(commands.UpdateLesson, st.just("a/l1"), st.sampled_from(Status), st.sampled_from(["", "Ingen hann"])),
)
"""Everything that can be undone."""
for_ever: st.SearchStrategy[commands.Command] = st.one_of(
    st.builds(commands.Reveal, st.sampled_from(["write", "write-more"])), st.builds(commands.CloseVote)
)
undos: st.SearchStrategy[commands.Command] = st.builds(commands.Undo)
waits = st.one_of(st.just(0), st.integers(0, 900))
"""Seconds between two key presses."""


def given_hour(presses: list[tuple[int, commands.Command]], people: int = 9) -> Hour:
    """The hour after these key presses; those that make no sense are refused and leave nothing behind."""
    hour = Hour(HOUR, names(people))
    for seconds, command in presses:
        hour.wait(seconds=seconds).give_if_possible(command)
    return hour


def presses(
    *kinds: st.SearchStrategy[commands.Command], most: int = 25
) -> st.SearchStrategy[list[tuple[int, commands.Command]]]:
    """Key presses of these kinds with pauses between them."""
    return st.lists(st.tuples(waits, st.one_of(*kinds)), max_size=most)


hours = presses(changes, for_ever, undos).map(given_hour)
"""Hours with everything in them but the end."""
