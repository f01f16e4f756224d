"""The least that Textual can be: a clock that counts, and a word that answers a key."""

from time import monotonic

from textual.app import App, ComposeResult
from textual.widgets import Footer, Static


class BareApp(App[None]):
    """Counts seconds, and says how often a key has been pressed."""

    presses = 0

    def compose(self) -> ComposeResult:
        """Two lines and the bar of keys."""
        yield Static("0", id="clock")
        yield Static("0", id="presses")
        yield Footer()

    def on_mount(self) -> None:
        """Count from now."""
        self.began = monotonic()
        self.set_interval(1, self.tick)

    def tick(self) -> None:
        """One more second."""
        self.query_one("#clock", Static).update(str(int(monotonic() - self.began)))

    def on_key(self) -> None:
        """One more key."""
        self.presses += 1
        self.query_one("#presses", Static).update(str(self.presses))


if __name__ == "__main__":
    BareApp().run()
