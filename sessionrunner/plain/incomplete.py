"""What is said when a command lacks what it needs."""

from sessionrunner.core.text import SessionRunnerError


class Incomplete(SessionRunnerError):
    """A command that lacks what it needs."""

    cause = "plain.incomplete"
