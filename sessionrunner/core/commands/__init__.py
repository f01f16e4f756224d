"""What a leader can do: every key press becomes one of these."""

from sessionrunner.core.commands.clock import AddTime, Back, Next, Pause, PauseReason, Resume
from sessionrunner.core.commands.ending import Close, Undo
from sessionrunner.core.commands.room import DrawGroups, Open, SetPeople
from sessionrunner.core.commands.summary import Approve, DropLesson, PutLesson, Reveal, TakeNote

__all__ = [
    "AddTime",
    "Approve",
    "Back",
    "Close",
    "Command",
    "DrawGroups",
    "DropLesson",
    "Next",
    "Open",
    "Pause",
    "PauseReason",
    "PutLesson",
    "Resume",
    "Reveal",
    "SetPeople",
    "TakeNote",
    "Undo",
]

Command = (
    Open
    | SetPeople
    | DrawGroups
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
