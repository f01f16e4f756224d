"""What is taken, held back and opened, whoever presses what and whenever."""

import contextlib
from itertools import count

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from sessionrunner.collecting import AnswersHeld, Collecting, TooManyAnswers
from sessionrunner.core.commands import Back, Close, Next
from sessionrunner.core.reflections import REDACTED, most_answers
from sessionrunner.core.session import NotPossible
from tests.test_desk import Bench

NUMBER = "Hon är 850709-1234"


def answers(bench: Bench) -> Collecting:
    return bench.desk.answers


def shown(bench: Bench) -> list[str]:
    """Every text that can be seen now."""
    return sorted(text for one in bench.desk.answers.collected() for text in one.answers)


def insist(bench: Bench, text: str = NUMBER, phone: str = "stubborn") -> None:
    """Send a text with personal data, and send it again as it is."""
    for _ in range(2):
        bench.desk.room.submit("write", phone, {"text": text})


def test_an_answer_with_personal_data_comes_back_first() -> None:
    """Whoever wrote it can mend it; nothing of it is kept."""
    bench = Bench()
    (rejection,) = bench.desk.room.submit("write", "phone", {"text": NUMBER})
    assert rejection.reason.key == "form.identity-number"
    assert bench.desk.answers.received() == {}


def test_a_mended_answer_is_an_answer_like_any_other() -> None:
    """The warning leaves no mark."""
    bench = Bench()
    bench.desk.room.submit("write", "phone", {"text": NUMBER})
    assert bench.desk.room.submit("write", "phone", {"text": "Hon"}) == []
    assert (answers(bench).held_back.counts(), bench.desk.answers.received()) == ({}, {"write": 1})


def test_sent_again_as_it_is_it_is_held_back() -> None:
    """It is on disk, counted, and shown to nobody; the leader hears that it waits, not what it says."""
    bench = Bench().answer(*"abcde")
    insist(bench)
    bench.desk.reveal("write")
    alarm = answers(bench).alarm()
    assert (answers(bench).held_back.counts(), shown(bench)) == ({"write": 1}, list("abcde"))
    assert isinstance(alarm, AnswersHeld) and alarm.values == {"n": 1}


def test_what_is_held_back_can_be_let_in_without_its_number() -> None:
    """The original is gone from the box."""
    bench = Bench().answer(*"abcd")
    insist(bench)
    answers(bench).held_back.redact("write")
    bench.desk.reveal("write")
    assert f"Hon är {REDACTED}" in shown(bench)
    assert not [one for one in bench.box.submissions.values() if "850709" in str(one)]
    assert answers(bench).alarm() is None


def test_what_is_held_back_can_be_left_out() -> None:
    """As if it had never come."""
    bench = Bench().answer(*"abcde")
    insist(bench)
    answers(bench).held_back.leave_out("write")
    assert (bench.desk.answers.received(), answers(bench).alarm()) == ({"write": 5}, None)


def test_let_in_late_it_waits_for_company() -> None:
    """After the answers were opened it is a late answer like any other."""
    bench = Bench().answer(*"abcde")
    insist(bench)
    bench.desk.reveal("write")
    answers(bench).held_back.redact("write")
    bench.desk.reveal("write")
    assert shown(bench) == list("abcde")


def test_at_the_end_what_waits_is_let_in_without_its_number() -> None:
    """A receipt was given; nobody decided otherwise."""
    bench = Bench().answer(*"abcd")
    insist(bench)
    bench.desk.close()
    assert bench.archive.records[-1].collected[0].answers.count(f"Hon är {REDACTED}") == 1


def test_the_same_answer_again_is_acknowledged_after_a_restart() -> None:
    """Also when the form has closed since, and when it was mended by the leader."""
    bench = Bench().answer(*"abcde")
    insist(bench)
    answers(bench).held_back.redact("write")
    bench.go_to("again").clock.advance(minutes=5)
    again = Collecting(bench.runner, bench.box)
    assert again.receiving.submit("write", "phone a", {"text": " a "}) == []
    assert again.receiving.submit("write", "stubborn", {"text": NUMBER}) == []
    assert bench.desk.answers.received() == {"write": 6}


def test_another_answer_under_the_same_number_is_not_acknowledged_after_a_restart() -> None:
    """The first one counts, and the phone is told so."""
    bench = Bench().answer("a")
    (rejection,) = Collecting(bench.runner, bench.box).receiving.submit("write", "phone a", {"text": "b"})
    assert rejection.reason.key == "form.first-counts"
    assert bench.desk.answers.received() == {"write": 1}


def test_paper_is_taken_until_the_end() -> None:
    """Slips are typed when there is time; each is a late answer then."""
    bench = Bench().answer(*"abcde")
    bench.desk.reveal("write")
    bench.go_to("again").clock.advance(minutes=30)
    for text in "fghij":
        assert answers(bench).receiving.slip("write", "", {"text": text}) == []
    bench.desk.reveal("write")
    assert shown(bench) == list("abcdefghij")


@pytest.mark.parametrize("step", ["start", "write-more", "nothing"])
def test_paper_is_taken_for_forms_that_have_been_open_only(step: str) -> None:
    """And after the end for none."""
    bench = Bench()
    assert answers(bench).receiving.slip(step, "", {"text": "x"})[0].reason.key == "form.closed"
    bench.desk.handle(Close())
    assert answers(bench).receiving.slip("write", "", {"text": "x"})[0].reason.key == "form.closed"


def test_more_answers_than_people_raise_an_alarm_until_the_leader_lets_them_in() -> None:
    """What is stored stays."""
    bench = Bench()
    people = len(bench.desk.session.people)
    for number in range(people * 3 // 2 + 10):
        assert not answers(bench).receiving.full("write")
        bench.desk.room.submit("write", f"{number}", {"text": "x"})
    assert bench.desk.room.full("write")
    assert isinstance(answers(bench).alarm(), TooManyAnswers)
    answers(bench).receiving.let_in("write")
    assert (bench.desk.room.full("write"), answers(bench).alarm()) == (False, None)


def test_nobody_is_asked_to_let_more_into_a_form_that_has_closed() -> None:
    """And a crowd that came too late to matter does not hide an answer that waits."""
    bench = Bench()
    insist(bench)
    for number in range(most_answers(len(bench.desk.session.people))):
        bench.desk.room.submit("write", f"{number}", {"text": "x"})
    assert isinstance(answers(bench).alarm(), TooManyAnswers)
    bench.desk.handle(Next())
    bench.clock.advance(seconds=61)
    assert isinstance(answers(bench).alarm(), AnswersHeld)


class Room(RuleBasedStateMachine):
    """Answers come from phones and paper while the leader does whatever the keys allow."""

    def __init__(self) -> None:
        super().__init__()
        self.bench = Bench("start")
        self.numbers = count()
        self.seen: dict[tuple[str, str], frozenset[str]] = {}

    @rule(step=st.sampled_from(["write", "write-more"]), many=st.integers(1, 6), paper=st.booleans())
    def answer(self, step: str, many: int, paper: bool) -> None:
        """Some people answer one question or two."""
        for _ in range(many):
            number = next(self.numbers)
            raw = {"text": f"text {number}"} | ({"scale": "7"} if number % 2 else {})
            take = self.bench.desk.answers.receiving.slip if paper else self.bench.desk.room.submit
            take(step, f"phone {number}", raw)

    @rule()
    def insist(self) -> None:
        """Somebody sends an identity number twice."""
        insist(self.bench, f"{NUMBER} {next(self.numbers)}", f"phone {next(self.numbers)}")

    @rule(step=st.sampled_from(["write", "write-more"]))
    def redact(self, step: str) -> None:
        """The leader lets it in without."""
        self.bench.desk.answers.held_back.redact(step)

    @rule(step=st.sampled_from(["write", "write-more"]))
    def reveal(self, step: str) -> None:
        """The leader opens."""
        if step in {one.id for one in self.bench.desk.session.reached}:
            self.bench.desk.reveal(step)

    @rule(command=st.sampled_from([Next(), Next(), Back(), None]), seconds=st.integers(0, 90))
    def lead(self, command: Next | Back | None, seconds: int) -> None:
        """The hour goes on, back, or an undo."""
        self.bench.clock.advance(seconds=seconds)
        with contextlib.suppress(NotPossible):
            self.bench.desk.handle(command) if command else self.bench.desk.undo()

    @invariant()
    def nothing_stands_out(self) -> None:
        """Between two looks k new texts of a question can be seen, or none; and never a number."""
        for one in self.bench.desk.answers.collected():
            now = frozenset(one.answers)
            if one.question.id == "text":
                new = now - self.seen.get((one.step, one.question.id), frozenset())
                assert not new or len(new) >= 5
                self.seen[one.step, one.question.id] = now
            assert not any("850709" in text for text in one.answers)


TestRoom = Room.TestCase
TestRoom.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
