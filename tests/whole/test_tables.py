"""``tables``: a plan before the room is full, from names, a number of people or a number of groups."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.program import sessionrunner


def plan(state: Path, *asked: str) -> Any:
    """The plan as data."""
    done = sessionrunner("tables", *asked, "--json", state=state)
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)


def test_a_plan_as_data_has_the_shape_others_script_against(tmp_path: Path) -> None:
    """Rounds of tables with those who sit there; tables are numbered from one when they have no names."""
    found = plan(tmp_path, "--groups", "5", "--tables", "4")
    assert [list(tables) for tables in found["rounds"]] == [["1", "2", "3", "4"]] * 4
    for tables in found["rounds"]:
        assert sorted(label for here in tables.values() for label in here) == ["A", "B", "C", "D", "E"]


def test_hosts_stay_and_their_guests_are_on_the_way(tmp_path: Path) -> None:
    """A world café of named people at named tables."""
    roster = tmp_path / "namn.txt"
    roster.write_text("\n".join(f"Deltagare {number}" for number in range(1, 26)), "utf-8")
    tables = ("Kök", "Sal", "Hall", "Rum", "Trapp")
    found = plan(tmp_path, "--people", str(roster), "--tables", "5", "--host-stays", "--names", *tables)
    hosts = {group["host"] for group in found["groups"]}
    assert {badge["step"] for name, badge in found["badges"].items() if name in hosts} == {0}
    assert {badge["start"] for badge in found["badges"].values()} == set(tables)
    assert found["repeated_pairs"] == 0


def test_the_same_seed_gives_the_same_plan(tmp_path: Path) -> None:
    """And another seed another one."""
    asked = ("--people", "14", "--tables", "4", "--host-stays", "--seed")
    first, again, other = (plan(tmp_path, *asked, seed)["rounds"] for seed in ("1", "1", "2"))
    assert first == again
    assert first != other


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("--groups", "3", "--tables", "5"), "2 bord står tomma"),
        (("--groups", "12", "--tables", "4"), "Inga två grupper delar bord mer än en gång."),
        (("--groups", "16", "--tables", "4"), "Det går inte att undvika"),
        (("--groups", "24", "--tables", "10"), "inte hittat"),
        (("--people", "5", "--tables", "4", "--host-stays"), "hela grupper"),
        (("--people", "25", "--tables", "5", "--host-stays"), "börja vid bord 3, gå 2 bord framåt varje varv."),
        (("--people", "16", "--tables", "4", "--host-stays"), "Vägarna är olika."),
        (("--people", "16", "--tables", "4", "--rounds", "2"), "hinner till 2 av 4 bord"),
    ],
)
def test_it_says_in_words_what_can_be_had(tmp_path: Path, asked: tuple[str, ...], said: str) -> None:
    """Empty tables, company that comes back, badges that are enough."""
    done = sessionrunner("tables", *asked, state=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert said in done.stdout


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (("--groups", "3", "--tables", "2", "--rounds", "3"), 1),
        (("--groups", "3", "--tables", "2", "--names", "Kök", "Kök"), 1),
        (("--groups", "3", "--tables", "2", "--host-stays"), 1),
        (("--groups", "3"), 2),
        (("--groups", "0", "--tables", "2"), 2),
    ],
)
def test_what_cannot_be_planned_is_refused_in_words(tmp_path: Path, asked: tuple[str, ...], code: int) -> None:
    """A sentence and a remedy, no plan."""
    done = sessionrunner("tables", *asked, state=tmp_path)
    assert (done.returncode, done.stdout) == (code, "")
    assert len(done.stderr.splitlines()) >= 2
    assert "Traceback" not in done.stderr
