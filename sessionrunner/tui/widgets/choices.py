"""A list that may be drawn anew while somebody points at it."""

from textual import events
from textual.widgets import OptionList


class Choices(OptionList):
    """A list whose lines may have gone when a click on them arrives: then nothing was chosen."""

    def on_click(self, event: events.Click) -> None:
        """Textual would look for the line that was there."""
        pointed_at = event.style.meta.get("option")
        if pointed_at is not None and pointed_at >= self.option_count:
            event.prevent_default()
