"""What a session was started with, for whoever takes it up again."""

from pathlib import Path

import pytest

from sessionrunner.cli.arguments import Arguments
from sessionrunner.cli.choosing import host_for
from sessionrunner.cli.hosting import LaptopHost
from sessionrunner.cli.places import Places
from sessionrunner.cli.started import filled, given, keep, read, taken_up
from sessionrunner.locale import load
from sessionrunner.storage.day_file import DayFile
from tests.storage.test_day_file import DAY

PLAIN = {"via": "https://svara.example", "gather": "a" * 10 + "." + "b" * 22, "room": "Norr", "name": "laptop.example"}
EVERYTHING = Arguments(
    **PLAIN, address="192.0.2.7", tls_cert=Path("/etc/cert.pem"), tls_key=Path("/etc/key.pem"), theme="ljust",
    lang="en", speed=2.5, threshold=7,
)  # fmt: skip


def test_everything_that_was_asked_for_is_asked_for_again(tmp_path: Path) -> None:
    """Rule: options of ``run`` and ``programme`` hold until the end, however often it is taken up."""
    keep(tmp_path / "given.json", given(EVERYTHING))
    again = filled(Arguments(), read(tmp_path / "given.json"))
    assert vars(again) == vars(EVERYTHING)
    assert (tmp_path / "given.json").stat().st_mode & 0o077 == 0


def test_what_is_said_now_goes_before_what_was_said_then() -> None:
    """Rule: another address, another room's name."""
    again = filled(Arguments(room="Söder", speed=1.5), given(EVERYTHING))
    assert (again.room, again.speed, again.via) == ("Söder", 1.5, PLAIN["via"])


@pytest.mark.parametrize("text", ["", "[]", "{", '{"threshold": "1", "speed": "fort", "address": "::", "port": "x"}'])
def test_what_cannot_be_read_is_as_if_nothing_was_said(tmp_path: Path, text: str) -> None:
    """Rule: never a lower k than the floor, and never a reason not to go on."""
    (tmp_path / "given.json").write_text(text, "utf-8")
    assert vars(filled(Arguments(), read(tmp_path / "given.json"))) == {}


def laptop(state: Path, arguments: Arguments) -> LaptopHost:
    """A laptop whose leader asked for this."""
    return host_for(arguments, load("sv"), Places(state, state / "settings.yaml", state / "own"))


def test_a_session_taken_up_from_the_library_goes_on_as_it_began(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rule: also where no command line is read any more, and nobody can be asked for a key."""
    monkeypatch.setenv("SESSIONRUNNER_VIA_KEY", "nyckel")
    first = laptop(tmp_path, Arguments(via="https://svara.example", room="Norr", gather=PLAIN["gather"], threshold=7))
    desk = first.open(first.exercises()[0], ("1", "2", "3"))
    first.shutdown()
    monkeypatch.delenv("SESSIONRUNNER_VIA_KEY")
    again = laptop(tmp_path, Arguments())
    try:
        assert again.sessions.resume(desk.identity.session).door.via == "https://svara.example"
        assert (again.invitation.room, again.invitation.gather) == ("Norr", PLAIN["gather"])
        assert again.start.choices.threshold == 7
    finally:
        again.shutdown()


def test_resume_finds_what_the_day_or_the_session_was_started_with(tmp_path: Path) -> None:
    """Rule: a day that is free goes first, as when it is taken up; another is left alone."""
    kept = Places(tmp_path, tmp_path / "settings.yaml", tmp_path / "own")
    file = DayFile(kept.days, DAY.id)
    file.hold()
    file.write(DAY, None)
    keep(file.given, {"lang": "en"})
    assert taken_up(Arguments(session=None), kept).lang is None
    file.release()
    assert taken_up(Arguments(session=None), kept).lang == "en"
    assert taken_up(Arguments(session="0a1b2c3d"), kept).lang is None
    file.hold()
    file.remove()
    assert list(kept.days.iterdir()) == []
