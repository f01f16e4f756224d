"""Who guesses is slowed down before the database is asked; who has shown something that exists is not."""

from sessionrunner.web.flow import Flow

_MOST = 10_000
"""Things that exist and are remembered; more are counted as new again."""


class Strangers:
    """What senders show at one door of one worker: tokens or keys."""

    def __init__(self, flow: Flow | None = None) -> None:
        """``flow`` says how many from one address; its own unless one is given."""
        self._flow = flow or Flow()
        self._known: set[str | bytes] = set()

    def let_in(self, shown: str | bytes, address: str) -> None:
        """TooBusy for an address that has shown too much that nobody has heard of."""
        if shown not in self._known:
            self._flow.pass_one(address)

    def learn(self, shown: str | bytes, exists: bool) -> None:
        """Whether there was such a thing."""
        if not exists or len(self._known) >= _MOST:
            self._known.discard(shown)
        else:
            self._known.add(shown)
