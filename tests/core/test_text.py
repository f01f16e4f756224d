"""Messages by name."""

from sessionrunner.core.text import SessionRunnerError, Text


class NoPaper(SessionRunnerError):
    cause = "print.no-paper"


def test_an_error_names_its_message_and_its_remedy() -> None:
    """What happened and what to do, in whatever language the leader reads."""
    error = NoPaper(sheets=3)
    assert error.message == Text("error.print.no-paper.message", {"sheets": 3})
    assert error.remedy == Text("error.print.no-paper.remedy", {"sheets": 3})


def test_an_error_in_a_log_tells_its_cause_and_values() -> None:
    """Whoever looks for the fault is helped too."""
    assert str(NoPaper(sheets=3)) == "('print.no-paper', {'sheets': 3})"
