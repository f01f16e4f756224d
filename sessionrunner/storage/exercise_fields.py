"""Which keys an exercise file has, and what each becomes."""

from datetime import timedelta

from sessionrunner.core.exercise import (
    Bring,
    Confidentiality,
    Exercise,
    GroupRule,
    Handout,
    Keep,
    LessonKind,
    Mode,
    Need,
    Notes,
    Per,
    Preparation,
    Question,
    QuestionKind,
    Rounds,
    SizeRange,
    Source,
    Step,
    StepLength,
    Table,
    TurnsPer,
    Variant,
)
from sessionrunner.core.prompts import Theme
from sessionrunner.core.role import Role
from sessionrunner.storage.fields import Fields
from sessionrunner.storage.scalars import (
    LONGEST_DAY,
    exercise_id,
    flag,
    is_open,
    line,
    minutes,
    minutes_or_open,
    one_of,
    size,
    slug,
    some_minutes,
    text,
    whole,
)

ONE_MINUTE = timedelta(minutes=1)
SCALE_ENDS = (-1000, 1000)
LONGEST_AHEAD = 365
"""Days before the session that something can be sent."""
MOST_TIMES = 100
"""That a group can have the same exercise, by plan."""
MOST_PEOPLE = 200
"""Who can have the same role."""


def exercise(fields: Fields) -> Exercise:
    """The whole file; stand-ins where something is wrong."""
    return Exercise(
        id=fields.required("id", exercise_id, ""),
        title=fields.required("title", line, ""),
        package=fields.required("package", line, ""),
        minutes=fields.required("minutes", some_minutes, ONE_MINUTE),
        steps=fields.children("steps", _step, required=True),
        series=fields.value("series", line, ""),
        minutes_in_source=fields.values("minutes_in_source", whole(1, LONGEST_DAY)),
        homework=fields.value("homework", flag, False),
        times=fields.value("times", whole(0, MOST_TIMES), 0),
        source=fields.child("source", _source, Source()),
        purpose=fields.values("purpose", text),
        goals=fields.values("goals", text),
        alternative_to=fields.values("alternative_to", exercise_id),
        confidential=fields.value("confidential", one_of(Confidentiality), Confidentiality.NONE),
        preparation=fields.child("preparation", _preparation, Preparation()),
        needs=fields.values("needs", one_of(Need)),
        keep=fields.value("keep", one_of(Keep), Keep.LESSONS),
        after=fields.values("after", text),
        variants=fields.children("variants", _variant),
        extends=fields.value("extends", exercise_id, ""),
    )


def _variant(fields: Fields) -> Variant:
    return Variant(
        id=fields.required("id", slug, ""),
        title=fields.required("title", line, ""),
        source=fields.child("source", _source, Source()),
        minutes=fields.value("minutes", some_minutes, None),
        steps=fields.children("steps", _step_length),
        bring=fields.children("bring", _bring) if fields.has("bring") else None,
    )


def _step_length(fields: Fields) -> StepLength:
    return StepLength(
        step=fields.required("step", slug, ""), minutes=fields.required("minutes", some_minutes, ONE_MINUTE)
    )


def _source(fields: Fields) -> Source:
    return Source(document=fields.value("document", line, ""), lines=fields.value("lines", line, ""))


def _preparation(fields: Fields) -> Preparation:
    return Preparation(
        send_ahead=fields.children("send_ahead", _handout),
        room=fields.values("room", text),
        bring=fields.children("bring", _bring),
    )


def _handout(fields: Fields) -> Handout:
    return Handout(
        what=fields.required("what", line, ""),
        days_before=fields.required("days_before", whole(0, LONGEST_AHEAD), 0),
        text=fields.value("text", text, ""),
        to=fields.value("to", line, "participants"),
    )


def _bring(fields: Fields) -> Bring:
    return Bring(who=fields.required("who", line, ""), what=fields.required("what", text, ""))


def _step(fields: Fields) -> Step:
    return Step(
        id=fields.required("id", slug, ""),
        title=fields.required("title", line, ""),
        mode=fields.required("mode", one_of(Mode), Mode.PLENARY),
        minutes=fields.value("minutes", minutes_or_open, None),
        open=fields.value("minutes", is_open, False),
        least=fields.value("min", minutes, None),
        protect=fields.value("protect", flag, False),
        quiet=fields.value("quiet", flag, False),
        notes=fields.child("notes", _notes, Notes()),
        questions=fields.values("questions", text),
        prompts=fields.children("prompts", _theme),
        owner=fields.value("owner", line, ""),
        wall=fields.value("wall", text, ""),
        rule=fields.value("rule", line, ""),
        roles=fields.children("roles", _role),
        tables=fields.children("tables", _table),
        rounds=fields.child("rounds", _rounds, None),
        host_stays=fields.value("host_stays", flag, False),
        groups=fields.child("groups", _groups, None),
        turn=fields.value("turn_minutes", some_minutes, None),
        turns_per=fields.value("turns_per", one_of(TurnsPer), TurnsPer.PERSON),
        collect=fields.children("collect", _question),
        outputs=fields.values("outputs", one_of(LessonKind)),
    )


def _notes(fields: Fields) -> Notes:
    return Notes(
        say=fields.value("say", text, ""),
        do=fields.value("do", text, ""),
        if_quiet=fields.value("if_quiet", text, ""),
    )


def _role(fields: Fields) -> Role:
    return Role(
        name=fields.required("name", line, ""),
        count=fields.value("count", whole(1, MOST_PEOPLE), 1),
        card=fields.value("card", text, ""),
        speaks=fields.value("speaks", flag, True),
    )


def _theme(fields: Fields) -> Theme:
    return Theme(name=fields.required("name", line, ""), ask=fields.values("ask", text))


def _table(fields: Fields) -> Table:
    return Table(name=fields.required("name", line, ""), statement=fields.value("statement", text, ""))


def _rounds(fields: Fields) -> Rounds | None:
    return Rounds(
        minutes=fields.required("minutes", some_minutes, ONE_MINUTE),
        move=fields.value("move", minutes, timedelta()),
    )


def _groups(fields: Fields) -> GroupRule | None:
    return GroupRule(
        size=fields.required("size", size, SizeRange(2, 3)),
        reporter=fields.value("reporter", flag, False),
        same_as=fields.value("same_as", slug, None),
        new=fields.value("new", flag, False),
    )


def _question(fields: Fields) -> Question:
    return Question(
        id=fields.required("id", slug, ""),
        ask=fields.required("ask", text, ""),
        kind=fields.required("kind", one_of(QuestionKind), QuestionKind.TEXT),
        least=fields.value("min", whole(*SCALE_ENDS), 0),
        most=fields.value("max", whole(*SCALE_ENDS), 10),
        low=fields.value("low", line, ""),
        high=fields.value("high", line, ""),
        options=fields.values("options", line),
        again=fields.value("again", flag, False),
        per=fields.value("per", one_of(Per), Per.PERSON),
        table=fields.value("table", line, ""),
    )
