"""The server as phones and leaders meet it: real processes, a real database, real HTTP."""

import json
import os
import signal
import time
import urllib.request
from base64 import b64decode, b64encode
from collections.abc import Iterator
from hashlib import sha256

import psycopg
import pytest

from sessionrunner.core.reflections import Submission
from sessionrunner.storage.plain_values import plain
from sessionrunner.storage.sealing import SessionKey
from tests.hall.postgres import Postgres
from tests.hall.rooms import FORM, a_view, sealed
from tests.hall.serving import FORM_TYPE, PUBLIC, Hall, hall
from tests.program import PATIENCE


@pytest.fixture(scope="module")
def served(cluster: Postgres) -> Iterator[Hall]:
    with hall(cluster, workers=2) as running:
        yield running


@pytest.fixture
def session() -> SessionKey:
    return SessionKey.generate()


def envelope(session: SessionKey, number: int, text: str = "Att lyssna mer.") -> str:
    """What a phone that can seal hands in."""
    return b64encode(sealed(session, number, text)).decode()


def taken(served: Hall, key: str, token: str, session: SessionKey, least: int = 1) -> list[Submission | None]:
    """What the leader opens at home."""
    found = served.lead(key, "POST", f"/{token}/take", {"step": FORM, "least": least}).told["envelopes"]
    return [session.open(b64decode(one)) for one in found]


def test_a_phone_sees_what_the_leader_shows(served: Hall, key: str, session: SessionKey) -> None:
    """Rule: the page is the one that a laptop serves."""
    token = served.open(key, session)
    page = served.ask("GET", f"/s/{token}/")
    assert page.status == 200
    assert "Vad tar du med dig härifrån?" in page.body.decode()
    assert session.public not in page.body
    assert b64encode(session.public).decode().encode() in page.body


def test_what_the_phone_has_sealed_is_opened_by_the_leader_only(served: Hall, key: str, session: SessionKey) -> None:
    """Rule: the server keeps envelopes."""
    token = served.open(key, session)
    assert served.hand_in(token, 1, sealed=envelope(session, 1)).status == 201
    assert taken(served, key, token, session) == [Submission(FORM, f"{1:032x}", {"tar-med": "Att lyssna mer."})]


def test_a_phone_that_cannot_seal_is_served_too(served: Hall, key: str, session: SessionKey) -> None:
    """Rule: the server seals at once what came open, and says before that it could read it."""
    token = served.open(key, session)
    page = served.ask("GET", f"/s/{token}/").body.decode()
    assert "Den här webbläsaren kan inte låsa svaret." in page
    assert served.hand_in(token, 2, **{"answer.tar-med": "Att fråga."}).status == 201
    assert taken(served, key, token, session) == [Submission(FORM, f"{2:032x}", {"tar-med": "Att fråga."})]


def test_without_a_script_there_is_a_page_for_a_receipt(served: Hall, key: str, session: SessionKey) -> None:
    """Rule: a form post works on any phone."""
    token = served.open(key, session)
    body = f"step={FORM}&submission={3:032x}&answer.tar-med=Tid".encode()
    reply = served.ask("POST", f"/s/{token}/answers", body, {"Content-Type": FORM_TYPE, "Origin": f"https://{PUBLIC}"})
    assert (reply.status, reply.headers["location"]) == (303, f"./?sent={FORM}")


def test_the_same_answer_sent_again_is_kept_once(served: Hall, key: str, session: SessionKey) -> None:
    """Rule: a phone that lost its receipt sends again, to any worker."""
    token = served.open(key, session)
    for _ in range(6):
        assert served.hand_in(token, 4, sealed=envelope(session, 4)).status == 201
    assert served.lead(key, "GET", f"/{token}/tally").told["answers"] == {FORM: 1}


def test_fewer_than_k_are_not_handed_out(served: Hall, key: str, session: SessionKey) -> None:
    """Rule: the leader's laptop cannot learn who came first by asking often."""
    token = served.open(key, session)
    served.hand_in(token, 1, sealed=envelope(session, 1))
    assert taken(served, key, token, session, least=2) == []
    served.hand_in(token, 2, sealed=envelope(session, 2))
    assert len(taken(served, key, token, session, least=2)) == 2


def test_what_the_leader_has_taken_home_is_removed(served: Hall, key: str, session: SessionKey) -> None:
    """Rule: nothing stays longer than it must, and what came meanwhile stays."""
    token = served.open(key, session)
    first = sealed(session, 1)
    served.hand_in(token, 1, sealed=b64encode(first).decode())
    served.hand_in(token, 2, sealed=envelope(session, 2))
    told = {"step": FORM, "digests": [sha256(first).hexdigest()]}
    assert served.lead(key, "POST", f"/{token}/forget", told).status == 204
    assert [one.id for one in taken(served, key, token, session) if one] == [f"{2:032x}"]


def test_the_room_is_gone_with_everything_when_it_is_closed(
    served: Hall, key: str, session: SessionKey, database: Postgres
) -> None:
    """Rule: after the end the server has nothing."""
    token = served.open(key, session)
    served.hand_in(token, 1, sealed=envelope(session, 1))
    assert served.lead(key, "DELETE", f"/{token}").status == 204
    with psycopg.connect(database.url) as connection:
        for table in ("rooms", "envelopes", "marks", "presence"):
            assert connection.execute(f"SELECT count(*) FROM {table}".encode()).fetchone() == (0,)
    assert served.lead(key, "GET", f"/{token}/tally").status == 404


@pytest.mark.parametrize("shown", ["", "fel", "Bearer"])
def test_nobody_leads_without_a_key(served: Hall, shown: str, session: SessionKey) -> None:
    """Rule: phones have no accounts, leaders have keys."""
    assert served.lead(shown, "POST", "", {"view": plain(a_view())}).status == 401


def test_one_leader_cannot_reach_anothers_room(served: Hall, key: str, session: SessionKey, database: Postgres) -> None:
    """Rule: a key opens its own rooms."""
    from sessionrunner.hall import keys

    token = served.open(key, session)
    with psycopg.connect(database.url, autocommit=True) as connection:
        other = keys.make(connection, "Syd")
    for method, path in [("GET", "/tally"), ("POST", "/take"), ("PUT", "/view"), ("DELETE", "")]:
        assert served.lead(other, method, f"/{token}{path}", {}).status == 404


def test_a_new_view_reaches_the_phones_of_every_worker(served: Hall, key: str, session: SessionKey) -> None:
    """Rule: whoever follows sees the next step at once, whichever worker serves."""
    token = served.open(key, session, "bikupa")
    with Following(served, token) as one, Following(served, token) as other:
        assert (one.next()["step"], other.next()["step"]) == ("Bikupor", "Bikupor")
        served.lead(key, "PUT", f"/{token}/view", {"version": 1, "view": plain(a_view(FORM))})
        assert (one.until("Egen reflektion"), other.until("Egen reflektion")) == (True, True)


def test_phones_hear_again_after_the_databases_death(
    served: Hall, key: str, session: SessionKey, cluster: Postgres
) -> None:
    """Rule: kill -9 of PostgreSQL; whoever follows sees the next step as soon as it is back."""
    token = served.open(key, session, "bikupa")
    with Following(served, token) as phone:
        assert phone.next()["step"] == "Bikupor"
        cluster.kill()
        cluster.start()
        told = {"version": 1, "view": plain(a_view(FORM))}
        assert served.lead(key, "PUT", f"/{token}/view", told).status == 204
        assert phone.until("Egen reflektion")


def test_an_older_view_does_not_replace_a_newer_one(served: Hall, key: str, session: SessionKey) -> None:
    """Rule: what was delayed on the way does not lead the room back."""
    token = served.open(key, session)
    served.lead(key, "PUT", f"/{token}/view", {"version": 2, "view": plain(a_view("avslut"))})
    served.lead(key, "PUT", f"/{token}/view", {"version": 1, "view": plain(a_view("bikupa"))})
    with Following(served, token) as phone:
        assert phone.next()["step"] == "Gemensam avslutning"


def test_a_worker_that_dies_is_replaced_and_nothing_acknowledged_is_lost(
    served: Hall, key: str, session: SessionKey
) -> None:
    """Rule: kill -9 of any worker."""
    token = served.open(key, session)
    assert served.hand_in(token, 1, sealed=envelope(session, 1)).status == 201
    before = served.workers
    os.kill(before[0], signal.SIGKILL)
    while len({*served.workers} - {before[0]}) < len(before):
        pass
    assert served.hand_in(token, 2, sealed=envelope(session, 2)).status == 201
    assert {one.id for one in taken(served, key, token, session) if one} == {f"{1:032x}", f"{2:032x}"}


def test_numbers_are_told_without_content(served: Hall, key: str, session: SessionKey) -> None:
    """Rule: how much and how fast, never what, where or whose."""
    token = served.open(key, session)
    for number in range(20):
        served.hand_in(token, number, sealed=envelope(session, number))
    told = served.numbers(0) + served.numbers(1)
    assert "sessionrunner_answer_seconds_count" in told
    assert token not in told
    assert "192.0.2.7" not in told
    assert served.ask("GET", "/metrics").status == 404
    assert json.loads(served.ask("GET", "/health").body) == {"database": True}


def test_a_stranger_cannot_lie_about_the_host(served: Hall, key: str, session: SessionKey) -> None:
    """Rule: only the name it was given is served."""
    token = served.open(key, session)
    assert served.ask("GET", f"/s/{token}/", headers={"Host": "annan.example"}).status == 421


class Following:
    """A phone that follows a room."""

    def __init__(self, served: Hall, token: str) -> None:
        request = urllib.request.Request(f"http://127.0.0.1:{served.port}/s/{token}/state", headers={"Host": PUBLIC})
        self._stream = urllib.request.urlopen(request, timeout=PATIENCE)

    def __enter__(self) -> "Following":
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()

    def next(self) -> dict[str, object]:
        """The next state."""
        for line in self._stream:
            if line.startswith(b"data: "):
                return dict(json.loads(line[6:]))
        raise EOFError

    def until(self, step: str) -> bool:
        """Wait until this step is shown; False when it never is."""
        end = time.monotonic() + PATIENCE
        while self.next()["step"] != step:
            if time.monotonic() > end:
                return False
        return True
