"""What a leader who has never done this does now: from the way of working and where the clock stands."""

from collections.abc import Iterator

from sessionrunner.core import timeline
from sessionrunner.core.exercise import Mode, Step
from sessionrunner.core.numbers import called_by_number
from sessionrunner.core.secrecy import secrecy_waits
from sessionrunner.core.state import Instant, Session, Stage
from sessionrunner.core.text import Text
from sessionrunner.core.timeline import Pace


def advice(session: Session, now: Instant, answers: int = 0, phones: int = 0) -> tuple[Text, ...]:
    """Sentences in the order they matter; ``answers`` is how many the form has, ``phones`` how many follow along."""
    step = session.step
    if step is None:
        return _before(session, phones) if session.stage is Stage.LOBBY else _after(session)
    urgent = _urgent(session, step, now)
    return (*urgent, Text(f"now.mode.{_way(step)}"), *_answers(session, step, answers), _then(session))


def _before(session: Session, phones: int) -> tuple[Text, ...]:
    """People come in: the wall first, for it has the code; then the phones, then the beginning."""
    came = Text("now.phones", {"n": phones}) if phones else Text("now.no-phones")
    agree = [Text("now.secrecy")] if secrecy_waits(session) else []
    numbers = {"n": len(session.people)}
    give = [Text("now.numbers", numbers)] if called_by_number(session.exercise, session.people) else []
    return (Text("now.wall"), came, *give, *agree, Text("now.begin", {"title": session.exercise.steps[0].title}))


def _after(session: Session) -> tuple[Text, ...]:
    """Everything is saved; what is left is said by the exercise itself."""
    left = [Text("now.left")] if session.exercise.after else []
    return (Text("now.ended"), *left, Text("now.copies"))


def _way(step: Step) -> str:
    """The way of working; with everybody together the leader is listened to, unless roles have the word."""
    return "roles" if step.roles and step.mode is Mode.PLENARY else step.mode.value


def _urgent(session: Session, step: Step, now: Instant) -> Iterator[Text]:
    pace = timeline.pace(timeline.remaining(session, now), timeline.allotted(session, step))
    if session.paused is not None:
        yield Text("now.paused")
    elif pace is not Pace.CALM:
        yield Text("now.over" if pace is Pace.OVER else "now.soon")


def _answers(session: Session, step: Step, answers: int) -> Iterator[Text]:
    if not step.collect:
        return
    least = session.threshold
    if step.id in session.revealed:
        yield Text("now.opened")
    else:
        yield Text("now.enough" if answers >= least else "now.collecting", {"answers": answers, "least": least})


def _then(session: Session) -> Text:
    after = session.next_step
    return Text("now.next", {"title": after.title}) if after else Text("now.last")
