"""Several rooms, each with its leader, that sum up together: real programs, one server."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import psycopg
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from sessionrunner.cli.arguments import build_parser
from sessionrunner.hall import keys
from sessionrunner.locale import load
from sessionrunner.via.gathering import Code, NotACode
from tests.hall.postgres import Postgres
from tests.hall.serving import Hall
from tests.plain_program import PlainProgram
from tests.program import sessionrunner, wait_for_status
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


def leading(served: Hall, code: str, folder: Path, name: str, *more: str) -> PlainProgram:
    """One room's program."""
    told = ["--people", "14", "--plain", "--port", "0", "--via", f"http://{served.public}"]
    return PlainProgram("run", TASK, *told, "--gather", code, "--room", name, *more, state=folder / name)


def decide(program: PlainProgram, decision: str) -> None:
    """The hour as far as to a decision."""
    for _ in range(5):
        program.say("next")
    program.say(f"lesson agreement {decision}")
    program.say("approve")
    program.hear("godkänd")


def room(served: Hall, code: str, folder: Path, name: str, decision: str) -> None:
    """One room's hour, from the start to a decision."""
    with leading(served, code, folder, name) as program:
        decide(program, decision)
        program.insist("rooms", decision)
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


@pytest.fixture
def rooms(served: Hall, made: tuple[str, str], tmp_path: Path) -> Iterator[tuple[PlainProgram, PlainProgram]]:
    """Two rooms that have decided; the first is the day's leader's own."""
    with (
        leading(served, made[0], tmp_path, "Norr") as north,
        leading(served, made[0], tmp_path, "Söder") as south,
    ):
        decide(north, DECISIONS[0])
        decide(south, DECISIONS[1])
        yield north, south


def walls(browser: Browser, folder: Path) -> list[Page]:
    """What the two projectors have shown since the hour began."""
    found = []
    for name in ("Norr", "Söder"):
        found.append(context(browser, PROJECTOR).new_page())
        found[-1].goto(str(wait_for_status(folder / name, stage="running")["wall_url"]))
    return found


def test_the_days_leader_puts_all_rooms_on_every_wall_and_takes_them_away(
    rooms: tuple[PlainProgram, PlainProgram], browser: Browser, tmp_path: Path
) -> None:
    """Rule: on the walls that are up already, live; a room may go back by itself, and then all do."""
    north, south = rooms
    both = walls(browser, tmp_path)
    north.say("rooms all")
    for wall, text in product(both, DECISIONS):
        expect(wall.locator(".rooms").get_by_text(text)).to_be_visible()
    south.say("rooms hide")
    expect(both[1].locator(".rooms")).to_have_count(0)
    north.say("lesson agreement Vi möts igen i mars.")
    expect(both[0].get_by_text("Vi möts igen i mars.")).to_be_visible()
    north.say("rooms none")
    expect(both[0].locator(".rooms")).to_have_count(0)
    north.say("rooms all")
    expect(both[1].get_by_text("Vi möts igen i mars.")).to_be_visible()


def test_a_room_taken_up_again_is_still_one_of_them(served: Hall, made: tuple[str, str], tmp_path: Path) -> None:
    """Rule: ``resume`` alone, and the room has its name and its place among the others."""
    with leading(served, made[0], tmp_path, "Norr") as north:
        decide(north, DECISIONS[0])
        north.kill()
    with PlainProgram("resume", "--plain", state=tmp_path / "Norr") as again:
        again.insist("rooms", "Norr:")
        again.hear(DECISIONS[0])


def test_who_has_not_made_the_code_decides_for_her_own_wall_only(
    served: Hall, made: tuple[str, str], database: Postgres, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rule: one leader of thirty does not change the others' walls."""
    with psycopg.connect(database.url, autocommit=True) as connection:
        monkeypatch.setenv("SESSIONRUNNER_VIA_KEY", keys.make(connection, "Söder"))
    with leading(served, made[0], tmp_path, "Söder") as south:
        south.say("rooms all")
        south.hear("Bara den som gjorde koden")
        south.say("rooms show")
        south.hear("Er vägg visar alla rum.")
    told = ["gather", made[0], "--via", f"http://{served.public}", "--walls", "on"]
    refused = sessionrunner(*told, state=tmp_path / "maker")
    assert "Bara den som gjorde koden" in refused.stderr


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


def test_the_command_line_takes_every_code_there_can_be() -> None:
    """Rule: no code begins with a dash, which would make it an option."""
    parser = build_parser(load("sv"))
    for code in (str(Code.fresh()) for _ in range(1000)):
        assert parser.parse_args(["run", "x", "--gather", code]).gather == code
        assert parser.parse_args(["gather", code]).code == code
