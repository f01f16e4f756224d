"""What a leader can do: every key press becomes one of these."""

from sessionrunner.core.commands.clock import AddTime, Back, Next, Pause, PauseReason, Resume
from sessionrunner.core.commands.ending import Close, Undo
from sessionrunner.core.commands.room import (
    DrawGroups,
    ForgetMeetings,
    LockGroup,
    MovePerson,
    Open,
    Planned,
    SetPeople,
    SetWishes,
    SwapPeople,
    TakePlan,
    UnlockGroup,
)
from sessionrunner.core.commands.summary import Approve, DropLesson, PutLesson, Reveal, TakeNote

__all__ = [
    "AddTime",
    "Approve",
    "Back",
    "Close",
    "Command",
    "DrawGroups",
    "DropLesson",
    "ForgetMeetings",
    "LockGroup",
    "MovePerson",
    "Next",
    "Open",
    "Pause",
    "PauseReason",
    "Planned",
    "PutLesson",
    "Resume",
    "Reveal",
    "SetPeople",
    "SetWishes",
    "SwapPeople",
    "TakeNote",
    "TakePlan",
    "Undo",
    "UnlockGroup",
]

Command = (
    Open
    | SetPeople
    | DrawGroups
    | SetWishes
    | MovePerson
    | SwapPeople
    | LockGroup
    | UnlockGroup
    | TakePlan
    | ForgetMeetings
    | Next
    | Back
    | Pause
    | Resume
    | AddTime
    | Reveal
    | TakeNote
    | PutLesson
    | DropLesson
    | Approve
    | Close
    | Undo
)
