"""A command line that was not understood is told in the user's language."""

import pytest

from sessionrunner.cli.arguments import build_parser
from sessionrunner.locale import load

PORT = "porten är ett tal mellan 0 och 65535 som webbläsare går med på (inte till exempel 6000 eller 10080)"
WRONG = {
    "run": "Det här saknas: ÖVNING.",
    "run a --people": "Efter --people ska det stå något mer.",
    "run a --port 99999": f"--port: {PORT}.",
    "run a --port 10080": f"--port: {PORT}.",
    "run a --lang de": "”de” går inte att välja. Välj ett av: sv, en.",
    "themes lila": "Det här känner programmet inte till: lila.",
}


@pytest.mark.parametrize("line", WRONG)
def test_what_was_not_understood_is_said_in_plain_swedish(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    """No half of the sentence is in another language, and the way to more help stands last."""
    with pytest.raises(SystemExit) as left:
        build_parser(load("sv")).parse_args(line.split())

    told = capsys.readouterr().err.splitlines()
    assert left.value.code == 2
    assert told[-2] == WRONG[line]
    assert told[-1].startswith("Mer hjälp: sessionrunner") and told[-1].endswith("--help")
