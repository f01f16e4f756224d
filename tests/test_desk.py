"""All that a leader's surface needs of a session under way."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Event

import pytest

from sessionrunner.absent import NoAudience
from sessionrunner.core.commands import Back, Next, PutLesson, SetPeople, TakeNote
from sessionrunner.core.copies import Copy, CopyKind
from sessionrunner.core.exercise import LessonKind, Step
from sessionrunner.core.record import Identity, Record
from sessionrunner.core.reflections import Submission
from sessionrunner.core.session import NotPossible, Stage
from sessionrunner.desk import Desk
from sessionrunner.runner import SessionRunner
from tests.core.rooms import HOUR, Hour, minutes
from tests.fakes import DiskFull, FakeClock, MemoryArchive, MemoryBox, MemoryJournal

WHO = Identity("3f9a1c2b", date(2026, 11, 21), "sv")


class Audience(NoAudience):
    """Knows whether it was stopped."""

    def __init__(self) -> None:
        self.stopped = False

    def stop(self) -> None:
        self.stopped = True


class Bench:
    """A desk with everything around it in memory, the session standing at a step."""

    def __init__(self, step: str = "write", box: MemoryBox | None = None) -> None:
        led = Hour().go_to(step)
        self.clock = FakeClock()
        self.box = box or MemoryBox()
        self.archive = MemoryArchive()
        self.farewells = 0
        self.runner = SessionRunner(HOUR, self.clock, MemoryJournal(), led.events, led.now)
        self.desk = Desk(self.runner, WHO, self.box, self.archive, self._said_farewell)
        self.audience = Audience()
        self.desk.audience = self.audience

    def _said_farewell(self) -> None:
        self.farewells += 1

    def answer(self, *texts: str, step: str = "write") -> "Bench":
        """Each text comes from a phone of its own."""
        for text in texts:
            assert self.desk.room.submit(step, f"phone {text}", {"text": text}) == []
        return self

    def go_to(self, step: str) -> "Bench":
        while self.desk.session.step is None or self.desk.session.step.id != step:
            self.desk.handle(Next())
        return self


def texts(record: Record) -> Sequence[str]:
    """Every answer in a record."""
    return [answer for collected in record.collected for answer in collected.answers]


def test_an_answer_to_an_open_form_is_put_in_the_box() -> None:
    """Cleaned, with its step and nothing about who or when."""
    bench = Bench().answer(" Att fråga mer ")
    (stored,) = bench.box.submissions.values()
    assert (stored.step, stored.answers) == ("write", {"text": "Att fråga mer"})


def test_the_same_phone_sending_again_is_one_answer() -> None:
    """A poor network does not make one person two."""
    assert Bench().answer("a", "a").desk.answers.received() == {"write": 1}


def test_sendings_without_a_number_are_all_kept() -> None:
    """Nobody's answer is taken for a repetition of somebody else's."""
    bench = Bench()
    for text in "ab":
        bench.desk.room.submit("write", "", {"text": text})
    assert bench.desk.answers.received() == {"write": 2}


@pytest.mark.parametrize("step", ["start", "write-more", "nothing"])
def test_an_answer_to_a_closed_form_is_refused(step: str) -> None:
    """The phone is told, and nothing is stored."""
    bench = Bench()
    (rejection,) = bench.desk.room.submit(step, "phone", {"text": "x"})
    assert rejection.reason.key == "form.closed"
    assert bench.desk.answers.received() == {}


def test_an_answer_that_could_not_be_stored_is_not_acknowledged() -> None:
    """The phone keeps the text and tries again."""
    bench = Bench()
    bench.box.full = True
    with pytest.raises(DiskFull):
        bench.desk.room.submit("write", "phone", {"text": "x"})


def test_revealing_opens_the_answers_of_one_step() -> None:
    """Five have answered, all five are shown."""
    (collected,) = Bench().answer(*"abcde").desk.reveal("write")
    assert sorted(collected.answers) == list("abcde")


def test_below_k_nothing_is_shown_and_the_form_stays_open() -> None:
    """A key pressed too early costs nobody their answer."""
    bench = Bench().answer(*"abcd")
    assert bench.desk.reveal("write") == ()
    (collected,) = bench.answer("e").desk.reveal("write")
    assert len(collected.answers) == 5


def test_a_minute_after_revealing_no_answer_is_taken_even_after_undo_and_back() -> None:
    """The form does not begin anew."""
    bench = Bench().answer(*"abcde")
    bench.desk.reveal("write")
    bench.go_to("again").desk.undo()
    bench.go_to("again").desk.handle(Back())
    bench.clock.advance(minutes=2)
    assert bench.desk.session.step == HOUR.step("write")
    (rejection,) = bench.desk.room.submit("write", "late", {"text": "f"})
    assert rejection.reason.key == "form.closed"


def test_revealing_again_shows_the_same_and_writes_nothing() -> None:
    """The leader may look as often as she likes."""
    bench = Bench().answer(*"abcde")
    first = bench.desk.reveal("write")
    latest = bench.go_to("again").runner.undoable()
    assert bench.desk.reveal("write") == first
    assert bench.runner.undoable() == latest


@pytest.mark.parametrize(("step", "why"), [("start", "collects-nothing"), ("write-more", "step-not-reached")])
def test_only_a_form_that_has_been_open_can_be_revealed(step: str, why: str) -> None:
    """A form to come is not closed by mistake."""
    with pytest.raises(NotPossible, match=why):
        Bench().desk.reveal(step)


class SlowBox(MemoryBox):
    """Holds an answer on its way to the disk until it is let through."""

    def __init__(self) -> None:
        super().__init__()
        self.on_the_way, self.let_through = Event(), Event()

    def put(self, submission: Submission) -> None:
        self.on_the_way.set()
        assert self.let_through.wait(60)
        super().put(submission)


def test_an_answer_on_its_way_when_the_form_is_closed_is_among_those_shown() -> None:
    """It is waited for: an answer that turned up afterwards would be seen to be new."""
    box = SlowBox()
    bench = Bench(box=box)
    box.let_through.set()
    bench.answer(*"abcde")
    box.on_the_way.clear()
    box.let_through.clear()
    with ThreadPoolExecutor(2) as others:
        late = others.submit(bench.desk.room.submit, "write", "late", {"text": "f"})
        assert box.on_the_way.wait(60)
        revealing = others.submit(bench.desk.reveal, "write")
        with pytest.raises(TimeoutError):
            revealing.result(0.2)
        box.let_through.set()
        assert late.result(60) == []
        assert len(revealing.result(60)[0].answers) == 6


def test_before_the_first_lesson_nothing_is_saved() -> None:
    """A rehearsal of the first step leaves no file behind."""
    bench = Bench("start").go_to("pairs")
    bench.desk.handle(TakeNote("x"))
    assert bench.archive.records == []


def test_from_the_first_lesson_on_every_step_is_saved() -> None:
    """A battery that dies costs one step at most."""
    bench = Bench("start")
    bench.desk.add_lesson(LessonKind.IDEA, "Vi provar")
    bench.go_to("pairs")
    assert [record.lessons[0].text for record in bench.archive.records] == ["Vi provar"] * 3
    assert bench.archive.records[-1].steps[1].id == "tables"


def test_what_changes_nothing_in_the_record_is_not_saved_again() -> None:
    """A shared folder is not written to for every key press."""
    bench = Bench("start")
    bench.desk.add_lesson(LessonKind.IDEA, "Vi provar")
    bench.desk.handle(TakeNote("x"))
    assert len(bench.archive.records) == 1


def test_a_lesson_taken_back_is_taken_back_in_the_file_too() -> None:
    """Nothing that the room did not agree on stays there."""
    bench = Bench("start")
    bench.desk.add_lesson(LessonKind.IDEA, "Fel")
    bench.desk.undo()
    assert bench.archive.records[-1].lessons == ()


def test_saving_that_fails_is_told_and_tried_again_at_the_next_change() -> None:
    """The hour goes on meanwhile."""
    bench = Bench("start")
    bench.archive.full = True
    bench.desk.add_lesson(LessonKind.IDEA, "Vi provar")
    told = bench.desk.keeping.trouble
    bench.archive.full = False
    bench.desk.handle(Next())
    assert (type(told), bench.desk.keeping.trouble) == (DiskFull, None)
    assert len(bench.archive.records) == 1


def test_closing_opens_saves_destroys_and_stops() -> None:
    """What k people answered is in the file, then nothing is left in the box and nobody is connected."""
    bench = Bench().answer(*"abcde")
    delivery = bench.desk.close()
    assert bench.desk.session.stage is Stage.CLOSED
    assert sorted(texts(bench.archive.records[-1])) == list("abcde")
    assert bench.archive.records[-1].finished
    assert bench.box.destroyed and bench.audience.stopped and delivery.delivered
    assert bench.farewells == 1


def test_closing_keeps_what_fewer_than_k_answered_out_of_the_file() -> None:
    """How many came is told, what they wrote is destroyed."""
    bench = Bench().answer(*"abcd")
    bench.desk.close()
    assert texts(bench.archive.records[-1]) == []
    assert bench.archive.records[-1].received == {"write": 4}
    assert bench.box.destroyed


def test_no_record_ever_held_an_answer_before_it_was_revealed() -> None:
    """Nothing is saved of a form that is open."""
    bench = Bench().answer(*"abcdef")
    bench.desk.add_lesson(LessonKind.IDEA, "Vi provar")
    bench.go_to("turns")
    assert [texts(record) for record in bench.archive.records] == [[]] * len(bench.archive.records)
    assert bench.archive.records[-1].received == {"write": 6}


def test_the_box_is_kept_when_the_record_could_not_be_saved() -> None:
    """Nothing is destroyed that is not safe somewhere else."""
    bench = Bench().answer(*"abcde")
    bench.archive.full = True
    bench.desk.close()
    assert not bench.box.destroyed
    assert bench.farewells == 0
    assert bench.audience.stopped


def test_closing_again_saves_what_could_not_be_saved() -> None:
    """When there is room on the disk, now or the next morning."""
    bench = Bench().answer(*"abcde")
    bench.archive.full = True
    bench.desk.close()
    bench.archive.full = False
    bench.desk.close()
    assert sorted(texts(bench.archive.records[-1])) == list("abcde")
    assert (bench.box.destroyed, bench.farewells) == (True, 1)


def test_closing_twice_is_closing_once() -> None:
    """A nervous second key press destroys and saves nothing more."""
    bench = Bench().answer(*"abcde")
    bench.desk.close()
    bench.desk.close()
    assert (len([record for record in bench.archive.records if record.finished]), bench.farewells) == (1, 1)


class StubbornBox(MemoryBox):
    """A box that takes its time to be destroyed, and can be destroyed once."""

    def __init__(self) -> None:
        super().__init__()
        self.going, self.go_on = Event(), Event()

    def destroy(self) -> None:
        """When it is told to."""
        assert not self.going.is_set()
        self.going.set()
        self.go_on.wait(60)
        super().destroy()


def test_closing_from_two_places_at_once_is_closing_once() -> None:
    """The share is slow, and the leader ends the day while the exercise is still being saved."""
    box = StubbornBox()
    bench = Bench(box=box).answer(*"abcde")
    with ThreadPoolExecutor() as threads:
        first = threads.submit(bench.desk.close)
        box.going.wait(60)
        second = threads.submit(bench.desk.close)
        box.go_on.set()
        assert first.result(60) == second.result(60)
    assert (box.destroyed, bench.farewells) == (True, 1)


def test_a_session_that_never_began_leaves_no_record() -> None:
    """Opened by mistake and closed from the lobby."""
    clock = FakeClock()
    runner = SessionRunner(HOUR, clock, MemoryJournal(), Hour().events)
    desk = Desk(runner, WHO, box := MemoryBox(), archive := MemoryArchive())
    desk.close()
    assert (archive.records, box.destroyed, runner.session.stage) == ([], True, Stage.CLOSED)


def test_a_lesson_gets_the_first_free_id() -> None:
    """Rows taken away leave their numbers to others."""
    desk = Bench().desk
    ids = [desk.add_lesson(LessonKind.IDEA, text).id for text in ("a", "b", "c")]
    desk.undo()
    assert [*ids, desk.add_lesson(LessonKind.IDEA, " d\x07 ").id] == ["l1", "l2", "l3", "l3"]
    assert desk.session.lessons[-1].text == "d"


def test_undo_says_what_was_taken_back() -> None:
    """So that the screen can say it too."""
    desk = Bench().desk
    lesson = desk.add_lesson(LessonKind.IDEA, "Vi provar", "arbetsledare", date(2026, 12, 1))
    assert desk.undo() == PutLesson(lesson)


def test_the_counter_follows_the_form_that_is_open_and_then_the_latest() -> None:
    """Nine of thirteen, also while the leader talks about it."""
    bench = Bench("start")
    assert bench.desk.room.answered() == 0
    bench.go_to("write").answer(*"ab")
    assert bench.desk.room.answered() == 2
    assert bench.go_to("turns").desk.room.answered() == 2
    assert bench.go_to("write-more").desk.room.answered() == 0


def test_the_desk_tells_time_as_the_leader_needs_it() -> None:
    """What is left, and when it will be over on the clock on the wall."""
    bench = Bench("end")
    bench.clock.advance(minutes=1)
    assert bench.desk.time.remaining_seconds() == 240
    assert bench.desk.time.ends_at() == bench.desk.time.wall() + minutes(4)
    assert bench.desk.room.public().remaining == minutes(4)


def test_without_a_server_nobody_can_be_reached_and_nothing_is_wrong() -> None:
    """The session goes on without phones."""
    desk = Desk(Bench().runner, WHO, MemoryBox(), MemoryArchive())
    assert (desk.audience.phone_url, desk.audience.connected, desk.audience.trouble) == ("", 0, None)
    assert desk.close(timedelta()).trouble is None


def test_saving_by_hand_saves_now() -> None:
    """The leader asks for a file before there is a lesson."""
    bench = Bench()
    assert bench.desk.keeping.save().delivered
    assert len(bench.archive.records) == 1
    assert bench.desk.keeping.delivery().delivered


def test_listeners_are_told_of_every_change() -> None:
    """The screen and the server follow the same session."""
    bench = Bench()
    told: list[Step | None] = []
    bench.desk.subscribe(lambda session: told.append(session.step))
    bench.desk.handle(Next())
    assert told == [HOUR.step("again")]


def test_a_copy_is_made_of_the_record_as_it_stands_and_kept_with_it() -> None:
    """Before the end and after it, when the box is gone."""
    bench = Bench()
    bench.desk.keeping.press = lambda told, kind: Copy(
        kind.file_name, f"{told.finished} {sum(told.received.values())}".encode()
    )
    bench.answer("ett")
    assert bench.desk.keeping.copy(CopyKind.WORD) == ("lärdomar.docx", bench.desk.keeping.delivery())
    bench.desk.close()
    bench.desk.keeping.copy(CopyKind.CALENDAR)
    assert [(one.name, one.content) for one in bench.archive.copies] == [
        ("lärdomar.docx", b"False 1"),
        ("uppföljning.ics", b"True 1"),
    ]


def test_a_desk_without_a_press_says_so() -> None:
    """In words, as every refusal."""
    with pytest.raises(NotPossible):
        Bench().desk.keeping.copy(CopyKind.TEXT)


def test_saving_the_same_line_again_insists_on_the_name() -> None:
    """Once is asked about, twice is meant; another name is asked about again."""
    bench = Bench("start")
    bench.desk.handle(SetPeople(("Eva Berg", "Bo Ek")))
    for owner in ("Eva", "Bo", "Eva"):
        with pytest.raises(NotPossible):
            bench.desk.add_lesson(LessonKind.ACTIVITY, "Korta mallen", owner)
    assert bench.desk.add_lesson(LessonKind.ACTIVITY, "Korta mallen", "Eva").owner == "Eva"
