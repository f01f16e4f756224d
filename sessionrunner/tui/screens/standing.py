"""Keys may come faster than screens: one acts only while it stands, and goes only once."""

from textual.await_complete import AwaitComplete
from textual.screen import Screen, ScreenResultType


class StandingScreen(Screen[ScreenResultType]):
    """A screen that does nothing about keys before it is whole, and nothing once another lies over it or it has gone.

    A second Enter is on its way when the first one takes the screen away; it must not take away the next one too.
    """

    @property
    def whole(self) -> bool:
        """Whether all its parts are there: neither on its way in nor on its way out."""
        return self.is_mounted and not self._pruning

    @property
    def stands(self) -> bool:
        """Whether it is whole and on top, so that what is pressed is meant for it."""
        return self.whole and self.is_active

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether a key may do what it says."""
        return self.stands and super().check_action(action, parameters)

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Go, and give the result to whoever asked; in vain when it has gone already or something lies over it."""
        return super().dismiss(result) if self.stands else AwaitComplete()
