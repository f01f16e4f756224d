"""How cost grows with rooms, as a picture."""

from collections.abc import Sequence
from pathlib import Path

_WIDE, _HIGH, _EDGE = 720, 400, 60
_LINES = (("database, ms a receipt", "#1f5fa8"), ("workers, ms a receipt", "#a8441f"), ("idle, s in 10 s", "#2f7d32"))


def draw(file: Path, points: Sequence[tuple[float, ...]]) -> None:
    """Write one line for each cost over the number of rooms, the first value of every point."""
    most_rooms, most = max(point[0] for point in points), max(max(point[1:]) for point in points)

    def at(rooms: float, cost: float) -> str:
        across = _EDGE + rooms / most_rooms * (_WIDE - 2 * _EDGE)
        return f"{across:.0f},{_HIGH - _EDGE - cost / most * (_HIGH - 2 * _EDGE):.0f}"

    parts = [f'<rect width="{_WIDE}" height="{_HIGH}" fill="white"/>']
    for number, (name, colour) in enumerate(_LINES, 1):
        line = " ".join(at(point[0], point[number]) for point in points)
        parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="3"/>')
        parts.append(_text(_EDGE + 160 * number, 30, name, colour))
        across, down = map(float, at(points[-1][0], points[-1][number]).split(","))
        parts.append(_text(across + 6, down + 5, f"{points[-1][number]:.2f}", colour))
    parts += [_text(float(at(p[0], 0).split(",")[0]) - 8, _HIGH - 30, f"{p[0]:.0f}", "#222") for p in points]
    parts.append(_text(_WIDE / 2, _HIGH - 8, "rooms", "#222"))
    inside = "".join(parts)
    file.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDE} {_HIGH}">{inside}</svg>\n', "utf-8")


def _text(across: float, down: float, words: str, colour: str) -> str:
    return (
        f'<text x="{across:.0f}" y="{down:.0f}" font-family="sans-serif" font-size="14" fill="{colour}">{words}</text>'
    )
