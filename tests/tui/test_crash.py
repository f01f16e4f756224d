"""A fault of our own: the projector must not show what the program held."""

import pytest

from sessionrunner.tui.start import Start
from tests.tui.fakes import FakeHost, an_app, running
from tests.tui.looking import opened


class Fault(Exception):
    """Nobody thought of this."""


async def test_a_fault_ends_the_app_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Textual's traceback shows local values: names and answers. The command line says what to do instead."""
    host = FakeHost()
    desk = running(host, 2)
    app = an_app(host, Start(desk=desk))

    def fail(command: object) -> None:
        raise Fault("Ann skrev det här")

    with pytest.raises(Fault):
        async with opened(app) as look:
            monkeypatch.setattr(desk, "handle", fail)
            await look.press("space")
    assert isinstance(app.failure, Fault)
    assert app.return_code == 1
    assert "Ann" not in "".join(capfd.readouterr())
