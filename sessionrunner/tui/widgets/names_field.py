"""A field that takes a number, pasted names or a path; Enter is done, whatever was pasted."""

from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.widgets import TextArea


class NamesField(TextArea):
    """Names may stand one a line (pasted) or with commas between (typed)."""

    @dataclass
    class Done(Message):
        """Enter was pressed."""

    def __init__(self) -> None:
        super().__init__(id="given", tab_behavior="focus", soft_wrap=True)

    async def _on_key(self, event: events.Key) -> None:
        """Enter never breaks the line."""
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(self.Done())
        else:
            await super()._on_key(event)
