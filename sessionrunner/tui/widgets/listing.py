"""A list that is drawn once for each width."""

from textual import events
from textual.geometry import Region
from textual.strip import Strip

from sessionrunner.tui.widgets.choices import Choices


class Listing(Choices):
    """A list of lines that never wrap, in a place for its scroll bar that is always kept free."""

    _drawn = 0
    """Columns for which the lines were last drawn."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw, and remember for which width."""
        self._drawn = self.outer_size.width
        return super().render_lines(crop)

    def on_resize(self, event: events.Resize) -> None:
        """Lines that were drawn for this width stand; Textual would draw every one of them again."""
        if event.size.width == self._drawn:
            event.prevent_default()
