"""Record a first run in a real terminal: ``python -m tests.walkthrough FOLDER`` writes screens and an asciicast."""

import json
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.program import environment
from tests.terminal import Terminal

SIZE = (120, 36)
KEYS: Sequence[tuple[tuple[str, ...], str]] = (
    ((), "Min uppgift"),
    (("Enter",), "Det här ska vara på plats"),
    (("Enter",), "Vilka är med"),
    (("1", "4"), "Grupper"),
    (("Enter",), "Rikta kameran"),
    (("Enter",), "SÄG"),
    (("h",), "Vad gör jag nu?"),
    (("h", "Space"), "steg 2 av"),
)
"""What a leader who reads nothing but the bottom line presses, and a word that shows that she got there."""


@dataclass
class Recording:
    """Screens with the second at which each was reached."""

    began: float = field(default_factory=time.monotonic)
    frames: list[tuple[float, str]] = field(default_factory=list)

    def add(self, screen: str) -> None:
        """One more screen."""
        self.frames.append((time.monotonic() - self.began, screen))

    def write(self, folder: Path) -> None:
        """Each screen as text, and all of them as an asciicast that a player can show."""
        folder.mkdir(parents=True, exist_ok=True)
        lines = [json.dumps({"version": 2, "width": SIZE[0], "height": SIZE[1]})]
        for number, (second, screen) in enumerate(self.frames, 1):
            (folder / f"{number}.txt").write_text(f"{screen}\n", "utf-8")
            lines.append(json.dumps([second, "o", "\x1b[2J\x1b[H" + screen.replace("\n", "\r\n")], ensure_ascii=False))
        (folder / "first-run.cast").write_text("\n".join(lines) + "\n", "utf-8")


def walk(state: Path) -> Recording:
    """From an empty state folder to the second step, with the keys that the screens themselves offer."""
    recording = Recording()
    with Terminal(SIZE) as terminal:
        terminal.run([sys.executable, "-m", "sessionrunner"], environment(state), state)
        for keys, word in KEYS:
            terminal.press(*keys)
            recording.add(terminal.wait_for(word))
    return recording


def main(folder: Path) -> None:
    """Walk, write and tell how long it took."""
    with tempfile.TemporaryDirectory() as state:
        recording = walk(Path(state))
    recording.write(folder)
    print(f"{len(recording.frames)} screens in {recording.frames[-1][0]:.1f} s, written to {folder}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
