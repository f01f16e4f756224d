"""From a phone's form to the durable acknowledgement."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from sessionrunner.core.commands import Next
from sessionrunner.core.reflections import Submission
from sessionrunner.web.answers import read_sheet
from sessionrunner.web.server import AudienceServer
from tests.web.fakes import Room, sheet
from tests.web.wire import FORM, ask, origin, path, post


def test_an_answer_is_acknowledged_when_it_is_in_the_box(room: Room, server: AudienceServer) -> None:
    """Rule: the receipt means saved."""
    room.go_to("reflektion")
    assert post(server, sheet(1)).status == 201
    assert [one.answers for one in room.box.submissions.values()] == [{"tar-med": "Att fråga mer."}]


def test_swedish_letters_and_emoji_arrive_whole(room: Room, server: AudienceServer) -> None:
    """Rule: what was written is what is kept."""
    room.go_to("reflektion")
    post(server, sheet(1, "Räksmörgås 👩‍👧\nny rad"))
    assert next(iter(room.box.submissions.values())).answers["tar-med"] == "Räksmörgås 👩‍👧\nny rad"


def test_the_same_phone_trying_again_counts_once(room: Room, server: AudienceServer) -> None:
    """Rule: a lost receipt never doubles an answer."""
    room.go_to("reflektion")
    assert [post(server, sheet(1)).status for _ in range(3)] == [201, 201, 201]
    assert len(room.box.submissions) == 1


def test_without_a_script_the_receipt_is_a_page(room: Room, server: AudienceServer) -> None:
    """Rule: every phone gets a clear receipt."""
    room.go_to("reflektion")
    reply = post(server, sheet(1), json_wanted=False)
    assert (reply.status, reply.headers["location"]) == (303, "./?sent=reflektion")
    page = ask(server.phone_url, "?sent=reflektion").text
    assert "Tack, sparat." in page and 'action="answers"' not in page


def test_a_rejection_names_the_question(room: Room, server: AudienceServer) -> None:
    """Rule: the reason stands beside the question."""
    room.go_to("reflektion")
    reply = post(server, sheet(1, "Ring 070-123 45 67"))
    assert reply.status == 422
    errors = reply.json["errors"]
    assert isinstance(errors, list) and errors[0]["question"] == "tar-med"
    assert "telefonnummer" in errors[0]["message"]


def test_a_rejected_text_is_never_sent_back(room: Room, server: AudienceServer) -> None:
    """Rule: what was typed stays on the phone."""
    room.go_to("reflektion")
    reply = post(server, sheet(1, "Kanariefågel 070-123 45 67"), json_wanted=False)
    assert reply.status == 422
    assert "Kanarie" not in reply.text and "Gå tillbaka" in reply.text


def test_an_empty_form_is_told_so(room: Room, server: AudienceServer) -> None:
    """Rule: nothing is saved as nothing."""
    room.go_to("reflektion")
    assert post(server, sheet(1, "  ")).status == 422
    assert room.box.submissions == {}


def test_a_closed_form_says_closed(room: Room, server: AudienceServer) -> None:
    """Rule: nobody believes an answer was saved that was not."""
    room.go_to("reflektion")
    room.desk.handle(Next())
    room.clock.advance(minutes=2)
    assert post(server, sheet(1)).status == 409
    assert "stängt" in post(server, sheet(1), json_wanted=False).text


def test_within_the_grace_an_answer_is_taken(room: Room, server: AudienceServer) -> None:
    """Rule: a time limit never eats typed text."""
    room.go_to("reflektion")
    room.desk.handle(Next())
    room.clock.advance(seconds=50)
    assert post(server, sheet(1)).status == 201


def test_a_lost_receipt_is_given_again_after_the_form_has_closed(room: Room, server: AudienceServer) -> None:
    """Rule: who was saved is never told to write it on paper again."""
    room.go_to("reflektion")
    post(server, sheet(1))
    room.desk.handle(Next())
    room.clock.advance(minutes=2)
    assert post(server, sheet(1)).status == 201


def test_other_words_under_the_same_number_are_no_receipt(room: Room, server: AudienceServer) -> None:
    """Rule: who hears "saved" about a text can trust that this text is saved."""
    room.go_to("reflektion")
    assert post(server, sheet(1, "Först")).status == 201
    reply = post(server, sheet(1, "Sedan"))
    assert (reply.status, reply.json["taken"]) == (409, True)
    assert "första svar är sparat" in str(reply.json["errors"])
    assert post(server, sheet(1, "Först")).status == 201
    assert [one.answers["tar-med"] for one in room.box.submissions.values()] == ["Först"]


def test_without_a_script_other_words_are_told_so_too(room: Room, server: AudienceServer) -> None:
    """Rule: a plain form never gets a false receipt either."""
    room.go_to("reflektion")
    assert post(server, sheet(1, "Först"), json_wanted=False).status == 303
    reply = post(server, sheet(1, "Kanariefågel"), json_wanted=False)
    assert reply.status == 409
    assert "går inte att ändra" in reply.text
    assert "Kanarie" not in reply.text and "<form" not in reply.text


def test_a_field_left_empty_makes_no_other_answer(room: Room, server: AudienceServer) -> None:
    """Rule: the same answer is known again, whether the browser names its empty fields or not."""
    room.go_to("reflektion")
    assert post(server, sheet(1)).status == 201
    assert post(server, sheet(1, "Att fråga mer. ", **{"answer.nytta": ""})).status == 201


def test_of_two_texts_at_the_same_time_one_is_told_saved(room: Room, server: AudienceServer) -> None:
    """Rule: also while the first is being written the second gets no false receipt."""
    room.go_to("reflektion")
    with ThreadPoolExecutor(10) as phones:
        replies = list(phones.map(lambda at: post(server, sheet(1, f"Text {at}")).status, range(10)))
    assert sorted(replies) == [201] + [409] * 9


def test_a_full_disk_says_try_again_and_keeps_nothing_half(room: Room, server: AudienceServer) -> None:
    """Rule: no receipt without a saved answer; the phone keeps the text."""
    room.go_to("reflektion")
    room.box.full = True
    reply = post(server, sheet(1))
    assert (reply.status, reply.headers["retry-after"]) == (503, "2")
    room.box.full = False
    assert post(server, sheet(1)).status == 201


@pytest.mark.parametrize(
    "body",
    [
        b"step=reflektion&submission=short&answer.tar-med=x",
        b"step=reflektion&answer.tar-med=x",
        b"step=reflektion&submission=%00&answer.tar-med=x",
        b"submission=00000000000000000000000000000001&answer.tar-med=%FF%FE",
        b"submission=00000000000000000000000000000001&answer.tar-med=%ED%A0%80",
        b"\xff\xfe\x00",
        b"&".join(b"a%d=1" % number for number in range(200)),
    ],
)
def test_bytes_that_are_no_form_are_refused(room: Room, server: AudienceServer, body: bytes) -> None:
    """Rule: broken text is never stored and never a crash."""
    room.go_to("reflektion")
    headers = {"Content-Type": FORM, "Origin": origin(server)}
    assert ask(server.phone_url, "answers", "POST", body, headers).status == 400
    assert room.box.submissions == {}


@pytest.mark.parametrize("kind", ["application/json", "text/plain", "multipart/form-data; boundary=x"])
def test_only_forms_are_read(room: Room, server: AudienceServer, kind: str) -> None:
    """Rule: one way in."""
    room.go_to("reflektion")
    assert post(server, sheet(1), Content_Type=kind).status == 415


def test_a_step_that_does_not_exist_is_closed(room: Room, server: AudienceServer) -> None:
    """Rule: only the form that is open takes answers."""
    room.go_to("reflektion")
    assert post(server, sheet(1, step="påhittad")).status == 409


def test_answers_wait_for_the_disk_together(room: Room, server: AudienceServer) -> None:
    """Rule: 50 people pressing send at once are saved in one go."""
    room.go_to("reflektion")
    together = Barrier(50)
    store = room.box.put

    def put(submission: Submission) -> None:
        together.wait(timeout=60)
        store(submission)

    room.box.put = put  # type: ignore[method-assign]
    with ThreadPoolExecutor(50) as phones:
        replies = list(phones.map(lambda number: post(server, sheet(number)).status, range(50)))
    assert replies == [201] * 50


def test_no_page_ever_shows_an_answer(room: Room, server: AudienceServer) -> None:
    """Rule: 200 answers in, not one out to a phone; the control shows that the search would find it."""
    room.go_to("reflektion")
    room.desk.answers.receiving.let_in("reflektion")
    with ThreadPoolExecutor(20) as phones:
        assert set(phones.map(lambda at: post(server, sheet(at, f"kanarie{at}")).status, range(200))) == {201}
    room.desk.reveal("reflektion")
    routes = ("", "?sent=reflektion", "tillganglighet", "static/phone.js", "answers", "nothing")
    bodies = [ask(server.phone_url, path(route), headers={"Accept-Encoding": "identity"}).text for route in routes]
    bodies.append(post(server, sheet(1)).text)
    assert not any("kanarie" in body for body in bodies)
    assert "kanarie" in ask(server.wall_url, "").text


def test_a_sheet_says_nothing_about_who() -> None:
    """Rule: step, random number and answers; there is room for nothing else."""
    read = read_sheet(b"step=a&submission=00000000000000000000000000000001&answer.x=1&name=Eva")
    assert (read.step, dict(read.raw)) == ("a", {"x": "1"})
