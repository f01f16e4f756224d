"""Words for people, named by key: the core says what to say, the edges say it in a language."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Text:
    """A message that a catalogue can render in the user's language."""

    key: str
    """Dotted key in the catalogues, such as ``error.port-in-use.message``."""
    values: Mapping[str, object] = field(default_factory=dict)
    """What fills the message's placeholders; ``n`` also chooses the plural form."""


class SessionRunnerError(Exception):
    """Something a user can understand and remedy; one subclass a cause."""

    cause = "unknown"
    """Names the catalogue entry ``error.<cause>`` with its ``message`` and ``remedy``."""

    def __init__(self, **values: object) -> None:
        super().__init__(self.cause, values)
        self.values = values

    @property
    def message(self) -> Text:
        """What happened, in one sentence."""
        return Text(f"error.{self.cause}.message", self.values)

    @property
    def remedy(self) -> Text:
        """What to do about it."""
        return Text(f"error.{self.cause}.remedy", self.values)
