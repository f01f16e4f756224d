"""Records to write files from."""

from dataclasses import replace
from datetime import date, timedelta

from sessionrunner.core.exercise import Exercise, LessonKind, Mode, Question, QuestionKind, Step
from sessionrunner.core.lesson import Collected, Lesson, Note
from sessionrunner.core.record import Identity, Record, StepTime

TAKE_HOME = Question("tar-med", "Vad tar du med dig?", QuestionKind.TEXT)
USE = Question("nytta", "Hur användbart var det?", QuestionKind.SCALE, 0, 10, "inte alls", "mycket")
PACE = Question("takt", "Hur var takten?", QuestionKind.CHOICE, options=("För låg", "Lagom", "För hög"))

EXERCISE = Exercise(
    id="introduktion/min-uppgift",
    title="Min uppgift som socialsekreterare",
    package="Introduktion",
    minutes=timedelta(minutes=35),
    purpose=("Ringa in vad uppdraget är.", "Hitta områden att förbättra."),
    steps=(
        Step("start", "Syfte och tid", Mode.PLENARY, timedelta(minutes=3)),
        Step("borden", "Fyra bord, fyra påståenden", Mode.TABLES, timedelta(minutes=19)),
        Step("bikupa", "Bikupor", Mode.GROUPS, timedelta(minutes=5), collect=(USE, PACE)),
        Step("reflektion", "Egen reflektion", Mode.ALONE, timedelta(minutes=3), collect=(TAKE_HOME,)),
        Step("avslut", "Gemensam avslutning", Mode.SUMMARY, timedelta(minutes=5)),
    ),
)
TEXTS = (
    "Att fråga mer innan jag skriver.\nOch att våga vänta.",
    "Mallen är för lång – börja med *syftet*.",
    'Vi menar olika saker med "utredning", t.ex. i telefon.',
    "# inte en rubrik",
    "Tid att tänka.\n\n- och att prata",
    "[[Wiki]] <b>fet</b> www.exempel.se",
)
SCALE = ("8", "7", "8", "10", "5", "7", "8")
CHOICES = ("Lagom", "Lagom", "För hög", "Lagom", "Lagom", "För låg", "Lagom")


def full() -> Record:
    """A finished hour with everything a record can hold."""
    actual = (2.9, 22.4, 4.6, 3.1, 4.4)
    steps = tuple(
        StepTime(step.id, step.title, step.minutes or timedelta(), timedelta(minutes=used))
        for step, used in zip(EXERCISE.steps, actual, strict=True)
    )
    return Record(
        identity=Identity("3f9a1c2b", date(2026, 11, 21), "sv"),
        exercise=EXERCISE,
        participants=8,
        actual=sum((step.actual for step in steps), timedelta()),
        steps=steps,
        lessons=(
            Lesson("l1", LessonKind.ACTIVITY, "Korta mallen för förhandsbedömning", "arbetsledare", date(2026, 12, 15)),
            Lesson("l2", LessonKind.AGREEMENT, "Vi läser varandras beslut varannan tisdag."),
            Lesson("l3", LessonKind.ROUTINE, "Se över rutinen för återkoppling till anmälare", "utvecklingsledare"),
            Lesson("l4", LessonKind.CONCLUSION, "Vi använder ordet utredning på tre sätt."),
            Lesson("l5", LessonKind.IDEA, "Bjud in barnahus till nästa träff", "", date(2027, 1, 20)),
            Lesson("l6", LessonKind.GROUND_RULE, "Den som talar får tala klart."),
        ),
        notes=(Note("Bikupor", "Fråga 2 gav mest."), Note("", "Skriv ut fler lappar.")),
        approved=True,
        finished=True,
        received={"bikupa": 7, "reflektion": 6},
        collected=(
            Collected(USE, SCALE, "bikupa"),
            Collected(PACE, CHOICES, "bikupa"),
            Collected(TAKE_HOME, TEXTS, "reflektion"),
        ),
        threshold=5,
    )


def with_answers(*answers: str) -> Record:
    """The full record with these texts, as many as were received."""
    collected = (Collected(TAKE_HOME, answers, "reflektion"),) if answers else ()
    return replace(full(), collected=collected, received={"reflektion": len(answers)})


def with_lesson(text: str, owner: str = "") -> Record:
    """The full record with this one activity."""
    return replace(full(), lessons=(Lesson("l1", LessonKind.ACTIVITY, text, owner),))
