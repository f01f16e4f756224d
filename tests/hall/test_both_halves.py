"""What the server has and what the leader gets, held against each other: neither half can tell who wrote what."""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from statistics import mean

import psycopg
import pytest

from sessionrunner.core.reflections import Submission
from sessionrunner.hall.store import Store
from sessionrunner.storage.box import KEY_FILE, SealedBox
from sessionrunner.storage.sealing import SessionKey, seal_to
from sessionrunner.via.box import FarBox
from sessionrunner.via.hall import Numbers
from tests.hall.postgres import Postgres
from tests.hall.rooms import FORM, an_opening
from tests.hall.serving import Hall, hall
from tests.storage.canary import contents, names_under
from tests.storage.reflection import ASKED, STEP, number, places, text
from tests.storage.test_box_order import ANSWERS, SESSIONS, TOLERANCE, concordance, in_order_of_arrival

CANARIES = ("Kanariefågeln säger pip till grannen", "Dompapen viskar tillbaka öppet")
CONTROL = "Koltrasten sjunger för alla"


class Line:
    """The way home without a network: what the server hands out, and what of it has come in which order."""

    def __init__(self, store: Store, token: str) -> None:
        self._store = store
        self._token = token
        self.numbers = Numbers({}, {}, 0)
        self.received: tuple[bytes, ...] = ()

    def take(self, step: str, least: int) -> tuple[bytes, ...]:
        self.received = self._store.envelopes.take(self._token, step, least)
        return self.received

    def forget(self, step: str, envelopes: Sequence[bytes]) -> None:
        """The test looks at what the server had."""


class Halves:
    """One session: what lies at the server, what came home, where it lies there and how it is shown."""

    def __init__(self, store: Store, database: Postgres, folder: Path, at: int) -> None:
        token, home = f"{at:010d}", SealedBox.create(folder, 64)
        session = SessionKey.generate()
        opening = replace(an_opening(session), token=token, public_key=home.key.public, lasts=timedelta(hours=1))
        store.rooms.add("Norr", opening)
        for which in range(ANSWERS):
            phone = f"{which:032x}"
            sealed = seal_to(home.key.public, Submission(FORM, phone, {ASKED.id: text(which)}))
            store.envelopes.put(token, FORM, phone, sealed)
        box, line = FarBox(home), Line(store, token)
        box.link = line  # type: ignore[assignment]  # the same words, without the network
        box.gather(STEP, 0, 5)
        self.received = self._order([home.key.open(one) for one in line.received])
        self.shown = self._order_of([number(one) for one in box.mixed(STEP)[ASKED.id]])
        home.close()
        self.kept = concordance(in_order_of_arrival(places(folder)))
        self.server = self._order([self._opened(folder, one) for one in self._as_it_lies(database, token)])

    def _order(self, found: Sequence[Submission | None]) -> float:
        return self._order_of([number(one.answers[ASKED.id]) for one in found if one])

    def _order_of(self, found: Sequence[int]) -> float:
        return concordance([found.index(which) for which in range(ANSWERS)])

    def _opened(self, folder: Path, envelope: bytes) -> Submission | None:
        return SessionKey.from_file((folder / KEY_FILE).read_bytes()).open(envelope)

    def _as_it_lies(self, database: Postgres, token: str) -> list[bytes]:
        with psycopg.connect(database.url) as connection:
            rows = connection.execute("SELECT content FROM envelopes WHERE token = %s ORDER BY ctid", (token,))
            return [row[0] for row in rows.fetchall()]


def test_the_leader_never_learns_who_came_first(store: Store, key: str, database: Postgres, tmp_path: Path) -> None:
    """Rule: content without arrival; the control is the server's own table, which only the leader's key opens."""
    alone = Halves(store, database, tmp_path / "alone", SESSIONS)
    with ThreadPoolExecutor(12) as rooms:
        found = list(rooms.map(lambda at: Halves(store, database, tmp_path / str(at), at), range(SESSIONS)))
    measured = {part: mean(getattr(one, part) for one in found) for part in ("received", "kept", "shown")}
    assert {part: value for part, value in measured.items() if abs(value - 0.5) > TOLERANCE} == {}
    assert alone.server > 0.9


@pytest.fixture
def talkative(cluster: Postgres) -> Iterator[Postgres]:
    """A database that writes every statement with its values into its log."""
    with psycopg.connect(cluster.url, autocommit=True) as connection:
        connection.execute("ALTER SYSTEM SET log_statement = 'all'")
        connection.execute("SELECT pg_reload_conf()")
        yield cluster
        connection.execute("ALTER SYSTEM RESET log_statement")
        connection.execute("SELECT pg_reload_conf()")


def hand_in_both(served: Hall, session: SessionKey, token: str) -> None:
    """One answer that its phone has sealed and one that it could not seal."""
    sealed = seal_to(session.public, Submission(FORM, f"{1:032x}", {"tar-med": CANARIES[0]}))
    assert served.hand_in(token, 1, sealed=b64encode(sealed).decode()).status == 201
    assert served.hand_in(token, 2, **{"answer.tar-med": CANARIES[1]}).status == 201


def found_in(database: Postgres) -> set[str]:
    """Which of the texts stand anywhere in the database's files, log and write-ahead log included."""
    with psycopg.connect(database.url, autocommit=True) as connection:
        connection.execute("CHECKPOINT")
    return names_under(database.data.parent, [*CANARIES, CONTROL])


def test_the_servers_files_and_logs_have_no_text_and_no_key(
    talkative: Postgres, key: str, capfd: pytest.CaptureFixture[str]
) -> None:
    """Rule: without the leader's key the whole database is noise, while the room is open and after."""
    session = SessionKey.generate()
    with hall(talkative) as served:
        token = served.open(key, session)
        hand_in_both(served, session, token)
        assert found_in(talkative) == set()
        served.lead(key, "DELETE", f"/{token}")
        with psycopg.connect(talkative.url, autocommit=True) as connection:
            connection.execute("CREATE TEMPORARY TABLE control (text text)")
            connection.execute("INSERT INTO control VALUES (%s)", (CONTROL,))
            assert found_in(talkative) == {CONTROL}
    assert names_under(talkative.data.parent, [key, session.to_bytes().hex()]) == set()
    said = "".join(capfd.readouterr())
    assert not any(one in said for one in (key, token, "192.0.2.7", *CANARIES))


def test_a_closed_room_is_out_of_the_table_once_it_is_vacuumed(store: Store, key: str, database: Postgres) -> None:
    """Rule: what is said to IT holds: a deleted envelope lies in the files until the database tidies, as noise."""
    session = SessionKey.generate()
    store.rooms.add("Norr", replace(an_opening(session), token="a" * 10))
    sealed = seal_to(session.public, Submission(FORM, f"{1:032x}", {"tar-med": CANARIES[0]}))
    store.envelopes.put("a" * 10, FORM, f"{1:032x}", sealed)
    store.rooms.close("a" * 10)
    tables = database.data / "base"
    with psycopg.connect(database.url, autocommit=True) as connection:
        connection.execute("CHECKPOINT")
        assert _lies(tables, sealed)
        connection.execute("VACUUM (FULL) envelopes")
        connection.execute("CHECKPOINT")
    assert not _lies(tables, sealed)


def _lies(folder: Path, envelope: bytes) -> bool:
    piece = envelope[64:512]
    return any(piece in one for one in contents(folder))
