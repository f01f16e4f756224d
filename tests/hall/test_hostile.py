"""What the server does with those who mean it harm, and with laptops that have gone wrong."""

import os
import signal
from base64 import b64encode
from collections.abc import Iterator

import psycopg
import pytest

from sessionrunner.hall import keys
from sessionrunner.hall.presence import MOST_MARKS
from sessionrunner.storage.plain_values import plain
from sessionrunner.storage.sealing import SessionKey
from tests.hall.postgres import Postgres, dead
from tests.hall.rooms import FORM, a_view, sealed
from tests.hall.serving import FORM_TYPE, PUBLIC, Hall, hall


@pytest.fixture(scope="module")
def served(cluster: Postgres) -> Iterator[Hall]:
    with hall(cluster) as running:
        yield running


@pytest.fixture
def token(served: Hall, key: str) -> str:
    return served.open(key, SessionKey.generate())


BROKEN = [
    {},
    {"version": "x", "view": plain(a_view())},
    {"version": 2**70, "view": plain(a_view())},
    {"version": 5, "view": {"exercise": 3}},
    {"version": 5, "view": []},
    {"version": 5, "view": plain(a_view()) | {"title": "\0"}},
]
"""Views as no laptop of this version tells them; the last one no database can keep."""


@pytest.mark.parametrize("told", BROKEN)
def test_a_broken_view_is_sent_back_and_the_room_goes_on(served: Hall, key: str, token: str, told: object) -> None:
    """Rule: one laptop's fault never reaches the phones."""
    assert served.lead(key, "PUT", f"/{token}/view", told).status in (400, 409)
    assert served.ask("GET", f"/s/{token}/").status == 200
    good = {"version": 6, "view": plain(a_view("bikupa"))}
    assert served.lead(key, "PUT", f"/{token}/view", good).status == 204


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/take", {"step": FORM}),
        ("/take", {"step": "\0", "least": 1}),
        ("/forget", {"step": FORM, "digests": ["zz"]}),
        ("/forget", {"step": FORM, "digests": 4}),
        ("/take", [1]),
    ],
)
def test_a_question_that_makes_no_sense_is_told_so(served: Hall, key: str, token: str, path: str, told: object) -> None:
    """Rule: refused in words, without a fault inside."""
    assert served.lead(key, "POST", f"/{token}{path}", told).status == 400


@pytest.mark.parametrize(
    "changed",
    [{"token": "../../etc"}, {"following": "<script>x"}, {"public_key": "AA=="}, {"language": "xx"}, {"hours": "x"}],
)
def test_no_room_is_opened_with_anything_odd(served: Hall, key: str, changed: dict[str, str]) -> None:
    """Rule: what stands in the page's addresses is checked when it comes."""
    public = b64encode(SessionKey.generate().public).decode()
    told = {"token": "a" * 10, "public_key": public, "language": "sv", "view": plain(a_view()), "hours": 8}
    assert served.lead(key, "POST", "", told | changed).status == 400


@pytest.mark.parametrize("token", ["%00%00%00%00%00%00%00%00%00%00", "a'--aaaaaa", "å" * 10, "a" * 4000])
def test_what_is_no_token_is_not_looked_up(served: Hall, token: str) -> None:
    """Rule: nothing from an address reaches the database unchecked."""
    from urllib.parse import quote

    assert served.ask("GET", f"/s/{quote(token, safe='%')}/").status == 404


def test_a_form_is_never_larger_than_a_form(served: Hall, token: str) -> None:
    """Rule: only leaders have much to say."""
    headers = {"Content-Type": FORM_TYPE, "Origin": f"https://{PUBLIC}"}
    assert served.ask("POST", f"/s/{token}/answers", b"x" * 30_000, headers).status == 413


def test_a_step_no_database_can_keep_is_a_form_that_has_closed(served: Hall, token: str) -> None:
    """Rule: the same words as for any form that is not open."""
    assert served.hand_in(token, 1, step="\0").status == 409


def test_one_address_cannot_fill_the_room_for_the_others(served: Hall, key: str) -> None:
    """Rule: answers from one address have a pace; the others are taken in."""
    session = SessionKey.generate()
    token = served.open(key, session)
    found = [served.hand_in(token, at, sealed=b64encode(sealed(session, at)).decode()).status for at in range(330)]
    assert found[:20] == [201] * 20
    assert 503 in found
    other = {"X-Forwarded-For": "192.0.2.8", "Content-Type": FORM_TYPE, "Origin": f"https://{PUBLIC}"}
    body = f"step={FORM}&submission={7000:032x}&answer.tar-med=Tid".encode()
    assert served.ask("POST", f"/s/{token}/answers", body, other).status == 303


def test_whoever_is_not_our_proxy_is_not_believed(cluster: Postgres, key: str) -> None:
    """Rule: nobody chooses the address that is counted, or the scheme, without standing in front of the server."""
    with hall(cluster, public="", proxy="192.0.2.200") as served:
        token = served.open(key, SessionKey.generate())
        headers = {"Content-Type": FORM_TYPE, "Origin": f"https://{served.public}"}
        assert served.ask("POST", f"/s/{token}/klar", b"mark=" + b"a" * 32, headers).status == 403


def test_marks_for_fun_end_where_no_room_is_larger(database: Postgres, key: str, served: Hall, token: str) -> None:
    """Rule: whoever is in the room cannot fill the database with them."""
    view = a_view("bikupa")
    assert served.lead(key, "PUT", f"/{token}/view", {"version": 3, "view": plain(view)}).status == 204
    with psycopg.connect(database.url, autocommit=True) as connection:
        many = "INSERT INTO marks SELECT %s, %s, int4send(n) FROM generate_series(1, %s) AS n"
        connection.execute(many, (token, view.ready_for, MOST_MARKS))
    headers = {"Content-Type": FORM_TYPE, "Origin": f"https://{PUBLIC}"}
    body = f"what={view.ready_for}&mark={'a' * 32}".encode()
    assert served.ask("POST", f"/s/{token}/klar", body, headers).status == 303
    assert served.lead(key, "GET", f"/{token}/tally").told["ready"] == {view.ready_for: MOST_MARKS}


def test_a_key_taken_back_closes_its_rooms_at_once(served: Hall, key: str, token: str, database: Postgres) -> None:
    """Rule: also for the worker that has the room in memory."""
    assert served.ask("GET", f"/s/{token}/").status == 200
    with psycopg.connect(database.url, autocommit=True) as connection:
        keys.revoke(connection, "Norr")
    while served.ask("GET", f"/s/{token}/").status != 404:
        pass
    assert served.lead(key, "GET", f"/{token}/tally").status == 401


def test_workers_do_not_outlive_the_first_process(cluster: Postgres) -> None:
    """Rule: nobody would replace them, and the next start would share the door with an older program."""
    with hall(cluster, workers=2) as served:
        workers = served.workers
        os.kill(served.process.pid, signal.SIGKILL)
        while not all(map(dead, workers)):
            pass
