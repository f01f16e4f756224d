"""Lines in a terminal end between words."""

from io import StringIO

import pytest

from sessionrunner.plain.breaking import broken, columns_of, sayer

LONG = "Säg: Nu är det tyst i tre minuter. Tänk efter själva och svara i mobilen."


def test_a_long_line_ends_between_words() -> None:
    """The last column stays free: some terminals begin a new line by themselves there."""
    rows = broken(LONG, 30).split("\n")
    assert " ".join(rows) == LONG and max(map(len, rows)) < 30


def test_a_line_that_nobody_sees_in_a_terminal_stays_whole() -> None:
    """Whatever reads it from a file or a pipe finds one line where one was said."""
    stream = StringIO()
    sayer(stream)(LONG)
    assert stream.getvalue() == f"{LONG}\n" and columns_of(stream) == 0


def test_a_line_is_as_wide_as_the_terminal_is_by_then() -> None:
    """A window can be made wider while the hour goes on."""
    stream, widths = StringIO(), iter([30, 200])
    say = sayer(stream, lambda _: next(widths))
    say(LONG)
    say(LONG)
    assert stream.getvalue() == f"{broken(LONG, 30)}\n{LONG}\n"


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("- ett svar som är för långt", "- ett svar som är\n  för långt"),
        ("http://192.168.1.20:8123/s/k7Qm2xVb/", "http://192.168.1.20:8123/s/k7Qm2xVb/"),
        ("en rad\n\n  en till", "en rad\n\n  en till"),
    ],
)
def test_points_addresses_and_short_lines_keep_their_shape(text: str, rows: str) -> None:
    """An answer goes on beside its point; an address can still be clicked on; what fits is left alone."""
    assert broken(text, 21) == rows
