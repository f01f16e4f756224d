"""Who has met before, in codes that say nothing without their key."""

import json
import stat
from pathlib import Path

from sessionrunner.storage.acquaintances import Acquaintances
from tests.storage.canary import names_under

CANARY = ("Kanariefågel Ek", "Ödla Berg")
HERE = (*CANARY, "Bo")


PARTS = {"Kanariefågel", "Ödla", "Berg"}


def test_people_who_met_are_known_the_next_time(tmp_path: Path) -> None:
    """However their names are written, and whoever else is there."""
    Acquaintances(tmp_path).remember({CANARY: 2})
    again = Acquaintances(tmp_path)
    assert again.met(HERE) == (CANARY, CANARY)
    assert again.met(("BO", "ödla  berg", "KANARIEFÅGEL EK")) == (("KANARIEFÅGEL EK", "ödla  berg"),) * 2
    assert again.met(("Bo", "Cia")) == ()


def test_no_name_is_in_any_byte_on_disk(tmp_path: Path) -> None:
    """Codes and a key, both for this user only."""
    Acquaintances(tmp_path).remember({CANARY: 1, (CANARY[0], "Bo"): 1})
    assert names_under(tmp_path, PARTS) == set()
    assert all(stat.S_IMODE(file.stat().st_mode) == 0o600 for file in tmp_path.iterdir())


def test_the_search_for_names_finds_them_where_they_are(tmp_path: Path) -> None:
    """The control: a plain file of the same meetings is caught."""
    (tmp_path / "met.json").write_text(json.dumps([[*CANARY, 1]], ensure_ascii=False), "utf-8")
    assert names_under(tmp_path, PARTS) == PARTS


def test_without_the_key_the_codes_say_nothing(tmp_path: Path) -> None:
    """Another laptop's key gives other codes."""
    for name in ("one", "other"):
        Acquaintances(tmp_path / name).remember({CANARY: 1})
    codes = [json.loads((tmp_path / name / "met.json").read_text()) for name in ("one", "other")]
    assert codes[0].keys().isdisjoint(codes[1])
    (tmp_path / "one" / "met.key").unlink()
    assert Acquaintances(tmp_path / "one").met(HERE) == ()


def test_card_numbers_are_nobody_in_particular(tmp_path: Path) -> None:
    """Card 1 is somebody else the next time."""
    Acquaintances(tmp_path).remember({("1", "2"): 1})
    assert list(tmp_path.iterdir()) == []


def test_meetings_can_be_forgotten(tmp_path: Path) -> None:
    """Key first; the second time there is nothing left."""
    known = Acquaintances(tmp_path)
    known.remember({CANARY: 1})
    assert (known.forget(), known.met(HERE), known.forget()) == (True, (), False)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_read_is_a_memory_lost(tmp_path: Path) -> None:
    """Groups are drawn without it, and the next meeting is remembered again."""
    known = Acquaintances(tmp_path)
    known.remember({CANARY: 1})
    for broken in (b"{", b"[1]"):
        (tmp_path / "met.json").write_bytes(broken)
        assert known.met(HERE) == ()
    known.remember({CANARY: 1})
    assert known.met(HERE) == (CANARY,)


def test_a_disk_that_refuses_costs_only_the_memory(tmp_path: Path) -> None:
    """The hour has ended well all the same."""
    (tmp_path / "state").write_text("")
    Acquaintances(tmp_path / "state").remember({CANARY: 1})
    assert Acquaintances(tmp_path / "state").met(HERE) == ()
