"""Several rooms, each with its leader, that sum up together: real programs, one server."""

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from sessionrunner.via.gathering import Code, NotACode
from tests.hall.postgres import Postgres
from tests.hall.serving import Hall
from tests.plain_program import PlainProgram
from tests.program import sessionrunner
from tests.storage.canary import names_under
from tests.via.test_hour import TASK
from tests.web.browser import PROJECTOR, chromium, context

DECISIONS = ("Vi frågar mer i norr.", "Söder ringer innan mötet.")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture
def made(served: Hall, key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """A code, and the page it is for."""
    monkeypatch.setenv("SESSIONRUNNER_VIA_KEY", key)
    done = sessionrunner("gather", "--via", f"http://{served.public}", state=tmp_path / "maker")
    (page,) = [word for word in done.stdout.split() if word.startswith("http")]
    return done.stdout.split("ledarna:")[1].split()[0], page


def room(served: Hall, code: str, folder: Path, name: str, decision: str) -> None:
    """One room's hour, from the start to a decision."""
    told = ["--people", "14", "--plain", "--port", "0", "--via", f"http://{served.public}"]
    with PlainProgram("run", TASK, *told, "--gather", code, "--room", name, state=folder / name) as program:
        for _ in range(5):
            program.say("next")
        program.say(f"lesson agreement {decision}")
        program.say("approve")
        program.say("quit")
        program.wait()


def test_what_every_room_decides_is_on_every_wall_and_in_one_folder(
    served: Hall, made: tuple[str, str], browser: Browser, tmp_path: Path, cluster: Postgres
) -> None:
    """Rule: headings and decisions from all rooms meet; the server that carries them can read none."""
    code, page = made
    room(served, code, tmp_path, "Norr", DECISIONS[0])
    room(served, code, tmp_path, "Söder", DECISIONS[1])
    wall = context(browser, PROJECTOR).new_page()
    wall.goto(page)
    for text in (*DECISIONS, "Norr", "Söder"):
        expect(wall.get_by_text(text).first).to_be_visible()
    assert Axe().run(wall).response["violations"] == []
    told = ["gather", code, "--via", f"http://{served.public}", "--lessons", str(tmp_path / "lessons")]
    assert all(text in sessionrunner(*told, state=tmp_path / "maker").stdout for text in DECISIONS)
    (kept,) = (tmp_path / "lessons").glob("*/alla rum.md")
    assert all(text in kept.read_text("utf-8") for text in DECISIONS)
    with psycopg.connect(cluster.url, autocommit=True) as connection:
        connection.execute("CHECKPOINT")
    assert names_under(cluster.data.parent, [*DECISIONS, code.partition(".")[2]]) == set()


def test_a_wall_without_the_key_shows_nothing(made: tuple[str, str], browser: Browser) -> None:
    """Rule: the address alone opens no sheet, and the page says what is missing."""
    wall = context(browser, PROJECTOR).new_page()
    wall.goto(made[1].partition("#")[0])
    expect(wall.get_by_text("Adressen är inte hel.")).to_be_visible()


def test_another_key_opens_no_sheet() -> None:
    """Rule: the code carries the key, and nothing else does."""
    code, other = Code.fresh(), Code.fresh()
    assert Code.read(f" {code} ") == code
    sealed = code.seal({"room": "Norr"})
    assert (code.open(sealed), other.open(sealed)) == ({"room": "Norr"}, None)
    with pytest.raises(NotACode):
        Code.read("hej")
