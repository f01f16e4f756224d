"""Where the server listens, told before anybody waits for it."""

import socket
from pathlib import Path

import pytest

from sessionrunner.cli import run
from sessionrunner.cli.serving import NotADoor, door_of
from tests.program import sessionrunner

STORE = ("--store", "postgresql://nobody@127.0.0.1:1/none", "--public", "svara.kommun.example")


@pytest.mark.parametrize("option", ["--metrics", "--bind"])
def test_a_port_that_is_taken_is_told_in_one_line(tmp_path: Path, option: str) -> None:
    """Rule: plain words with a way out; no worker begins, fails and begins again."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        place = f"127.0.0.1:{port}" if option == "--bind" else str(port)
        free = [] if option == "--bind" else ["--bind", "127.0.0.1:0"]
        done = sessionrunner("serve", *STORE, option, place, *free, state=tmp_path)
    assert done.returncode == 1
    assert f"127.0.0.1, port {port}" in done.stderr and "--metrics" in done.stderr
    assert "Traceback" not in done.stderr


def test_both_kinds_of_address_are_understood() -> None:
    """Rule: version 6 stands in brackets, as in an address on the web; without an address it is this machine."""
    assert door_of("[::1]:8080") == ("::1", 8080)
    assert door_of("10.0.0.7:80") == ("10.0.0.7", 80)
    assert door_of(":8080") == ("127.0.0.1", 8080)


@pytest.mark.parametrize("bind", ["8080x", "localhost:http", "127.0.0.1", "127.0.0.1:70000", ""])
def test_what_is_no_address_is_told(bind: str) -> None:
    """Rule: before anything begins."""
    with pytest.raises(NotADoor):
        door_of(bind)


def test_a_machine_whose_workers_cannot_share_a_door_is_told_of_first(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Rule: Windows has no such doors; whoever tries hears where the server belongs, before a worker begins."""
    monkeypatch.delattr(socket, "SO_REUSEPORT")
    assert run(["serve", *STORE]) == 1
    told = capsys.readouterr().err
    assert "Windows" in told and "Linuxserver" in told
