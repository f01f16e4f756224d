"""Before people come: whether the way out is open."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.hall.serving import Hall
from tests.ports import free_port
from tests.program import sessionrunner


def found(url: str, key: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """What the check says about the server."""
    monkeypatch.setenv("SESSIONRUNNER_VIA_KEY", key)
    done = sessionrunner("doctor", "--json", "--via", url, state=folder)
    (finding,) = [one for one in json.loads(done.stdout) if one["check"] == "network.via"]
    return finding


def test_the_check_tells_that_the_server_takes_the_key(
    served: Hall, key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rule: the leader knows the day before."""
    finding = found(f"http://{served.public}", key, tmp_path, monkeypatch)
    assert (finding["level"], finding["remedy"]) == ("good", None)


def test_the_check_tells_a_key_that_is_not_in_force(
    served: Hall, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rule: what is wrong, and who can help."""
    finding = found(f"http://{served.public}", "fel", tmp_path, monkeypatch)
    assert (finding["level"], "IT" in finding["remedy"]) == ("wrong", True)


def test_the_check_tells_a_server_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rule: plain words, and paper always works."""
    finding = found(f"http://127.0.0.1:{free_port()}", "fel", tmp_path, monkeypatch)
    assert (finding["level"], "Papper" in finding["remedy"]) == ("wrong", True)
