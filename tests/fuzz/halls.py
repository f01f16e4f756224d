"""What leaders' laptops send to the server for many rooms: as another version, another program or an enemy would."""

import json
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from sessionrunner.hall import keys
from sessionrunner.hall.migrating import migrate
from sessionrunner.storage.plain_values import plain
from sessionrunner.storage.sealing import SessionKey
from tests.fuzz.files import CONTROL
from tests.fuzz.targets import Target
from tests.hall.postgres import Postgres
from tests.hall.rooms import FORM, a_view
from tests.hall.serving import Hall, Reply, hall

_ASKED = (("POST", ""), ("PUT", "/{}/view"), ("POST", "/{}/take"), ("POST", "/{}/forget"))


class Judge:
    """Sends each case to every route of one leader, beside a room that must not notice."""

    def __init__(self, served: Hall, key: str) -> None:
        self._served, self._key = served, key
        self._session = SessionKey.generate()
        self._quiet = served.open(key, self._session)
        self._loud = served.open(key, self._session)
        assert served.hand_in(self._quiet, 1, **{"answer.tar-med": "Att fråga."}).status == 201

    def judge(self, case: bytes, folder: Path) -> None:
        """Taken or refused; the room that was not meant still has its form and its answer."""
        for method, path in _ASKED:
            _sound(self._send(method, path.format(self._loud), case))
        page = self._served.ask("GET", f"/s/{self._loud}/")
        assert page.status == 200, page.status
        self._quiet_is_well()

    def _send(self, method: str, path: str, case: bytes) -> Reply:
        headers = {"Authorization": f"Bearer {self._key}"}
        return self._served.ask(method, f"/leader/rooms{path}", case, headers)

    def _quiet_is_well(self) -> None:
        tally = self._served.lead(self._key, "GET", f"/{self._quiet}/tally")
        assert tally.status == 200 and tally.told["answers"] == {FORM: 1}, tally.body
        assert b"tar-med" in self._served.ask("GET", f"/s/{self._quiet}/").body


def _sound(reply: Reply) -> None:
    assert reply.status < 500, (reply.status, reply.body[:200])
    assert b"Traceback" not in reply.body
    assert not (CONTROL - {"\t", "\r"}) & set(reply.body.decode())


def seeds(key: SessionKey) -> list[bytes]:
    """What a laptop of ours sends."""
    view = plain(a_view())
    public = b64encode(key.public).decode()
    told = (
        {"token": "k7Qm-_x9Zz", "public_key": public, "language": "sv", "following": "", "view": view, "hours": 8},
        {"version": 3, "view": view},
        {"step": FORM, "least": 1},
        {"step": FORM, "digests": ["00" * 32]},
        {"version": 4, "view": plain(a_view("borden"))},
    )
    return [json.dumps(one).encode() for one in told]


def target(served: Hall, key: str) -> Target:
    """Every route of the leaders'."""
    return Target("hall", seeds(SessionKey.generate()), Judge(served, key).judge, 120, is_json=True)


@contextmanager
def running() -> Iterator[Target]:
    """A database and a server of their own, for as long as they are needed."""
    database = Postgres()
    database.start()
    try:
        with psycopg.connect(database.url, autocommit=True) as connection:
            migrate(connection)
            key = keys.make(connection, "Norr")
        with hall(database) as served:
            yield target(served, key)
    finally:
        database.stop()
