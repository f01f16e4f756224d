"""What comes from the terminal is not always text, and must never end the hour."""

from textual._parser import ParseError
from textual.drivers.linux_driver import LinuxDriver


class SturdyDriver(LinuxDriver):
    """Reads on after bytes that are no text: a paste in another encoding, a key sent in a way of its own."""

    def run_input_thread(self) -> None:
        """Until the program is left; what could not be read is left out, and the next key counts."""
        while not self.exit_event.is_set():
            try:
                super().run_input_thread()
            except (ValueError, LookupError, ParseError):
                continue
