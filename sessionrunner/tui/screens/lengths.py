"""How long points without a length of their own take together, where only the leader can say."""

from collections.abc import Callable

from sessionrunner.core.open_points import open_minutes
from sessionrunner.tui.screens.ask import AskLine
from sessionrunner.tui.screens.base import LeaderScreen


def ask_lengths(screen: LeaderScreen, points: int, then: Callable[[int], object]) -> None:
    """Ask over this screen how many minutes so many points take; ``then`` only when it is told a number."""

    def missed(given: str) -> str | None:
        return screen.words("occasions.open.not-a-number") if open_minutes(given) is None else None

    def answered(given: str | None) -> None:
        minutes = open_minutes(given or "")
        if minutes is not None:
            then(minutes)
            screen.inform("occasions.open.set", minutes=minutes)

    screen.app.push_screen(AskLine(screen.words, screen.words("occasions.open.ask", n=points), take=missed), answered)
