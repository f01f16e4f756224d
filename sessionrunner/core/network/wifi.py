"""The room's Wi-Fi as phones read it from a QR code."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Wifi:
    """A network that phones join with a common password, or with none."""

    name: str
    password: str = field(default="", repr=False)
    """Empty for an open network."""

    @property
    def code(self) -> str:
        """The text of the QR code, as the cameras of phones know it."""
        if not self.password:
            return f"WIFI:T:nopass;S:{_escaped(self.name)};;"
        return f"WIFI:T:WPA;S:{_escaped(self.name)};P:{_escaped(self.password)};;"


def _escaped(text: str) -> str:
    """The signs that mean something in such a code, told to be only themselves."""
    return "".join(f"\\{sign}" if sign in '\\;,:"' else sign for sign in text)
