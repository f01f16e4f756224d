"""What a leader can do: every key press becomes one of these."""

from sessionrunner.core.commands.clock import (
    AddTime,
    Back,
    Began,
    Next,
    NextLap,
    Passed,
    PassOver,
    Pause,
    PauseReason,
    Resume,
    SetEnd,
    SetSound,
    SettleGap,
    Taken,
)
from sessionrunner.core.commands.ending import AgreeOnSecrecy, Close, Undo
from sessionrunner.core.commands.followup import Discuss, FollowFirst, SetFollowUp, UpdateLesson
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
from sessionrunner.core.commands.sorting import (
    AddHeading,
    CountHands,
    DropHeading,
    JoinHeadings,
    LeaveOut,
    MarkImportant,
    Part,
    PutUnder,
    RenameHeading,
    SameAs,
    TakeIn,
)
from sessionrunner.core.commands.summary import (
    Approve,
    DropLesson,
    Hide,
    PutLesson,
    Reveal,
    Show,
    ShowTables,
    TakeNote,
    TakeTheme,
)
from sessionrunner.core.commands.voting import CloseVote, OpenVote

__all__ = [
    "AddHeading",
    "AddTime",
    "AgreeOnSecrecy",
    "Approve",
    "Back",
    "Began",
    "Close",
    "CloseVote",
    "Command",
    "CountHands",
    "Discuss",
    "DrawGroups",
    "DropHeading",
    "DropLesson",
    "FollowFirst",
    "ForgetMeetings",
    "Hide",
    "JoinHeadings",
    "LeaveOut",
    "LockGroup",
    "MarkImportant",
    "MovePerson",
    "Next",
    "NextLap",
    "Open",
    "OpenVote",
    "Part",
    "PassOver",
    "Passed",
    "Pause",
    "PauseReason",
    "Planned",
    "PutLesson",
    "PutUnder",
    "RenameHeading",
    "Resume",
    "Reveal",
    "SameAs",
    "SetEnd",
    "SetFollowUp",
    "SetPeople",
    "SetSound",
    "SetWishes",
    "SettleGap",
    "Show",
    "ShowTables",
    "SwapPeople",
    "TakeIn",
    "TakeNote",
    "TakePlan",
    "TakeTheme",
    "Taken",
    "Undo",
    "UnlockGroup",
    "UpdateLesson",
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
    | NextLap
    | PassOver
    | Began
    | SetEnd
    | SettleGap
    | SetSound
    | Reveal
    | Show
    | ShowTables
    | Hide
    | TakeNote
    | TakeTheme
    | PutLesson
    | DropLesson
    | Approve
    | AddHeading
    | CountHands
    | DropHeading
    | JoinHeadings
    | LeaveOut
    | MarkImportant
    | Part
    | PutUnder
    | RenameHeading
    | SameAs
    | TakeIn
    | OpenVote
    | CloseVote
    | FollowFirst
    | Discuss
    | UpdateLesson
    | SetFollowUp
    | AgreeOnSecrecy
    | Close
    | Undo
)
