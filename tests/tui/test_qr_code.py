"""The code in the terminal is read by a phone's decoder."""

import zxingcpp
from PIL import Image
from rich.color import Color

from sessionrunner.tui.start import Start
from tests.tui.fakes import FakeAudience, FakeHost, an_app, my_task, running
from tests.tui.looking import Look, opened
from tests.tui.pictures import LARGE, SMALL


def colour(one: Color | None) -> tuple[int, int, int]:
    assert one is not None
    return tuple(one.get_truecolor())  # type: ignore[return-value]


def photographed(look: Look, module: int = 4) -> Image.Image:
    """What the terminal paints: each cell is two modules, the lower one the glyph ▄."""
    widget = look.app.screen.query_one("#qr")
    strips = [widget.render_line(row) for row in range(widget.size.height)]
    cells = [[segment for segment in strip for _ in segment.text] for strip in strips]
    picture = Image.new("RGB", (len(cells[0]), 2 * len(cells)))
    for row, line in enumerate(cells):
        for column, segment in enumerate(line):
            assert segment.style is not None
            picture.putpixel((column, 2 * row), colour(segment.style.bgcolor))
            picture.putpixel((column, 2 * row + 1), colour(segment.style.color))
    return picture.resize((picture.width * module, picture.height * module), Image.Resampling.NEAREST)


async def test_the_lobby_code_can_be_read() -> None:
    """Whatever the theme and the size: black on white with four modules of quiet."""
    for theme, size in (("morkt", SMALL), ("ljust", LARGE), ("kontrast", SMALL)):
        start = Start(exercise=my_task(), people=("a", "b", "c"))
        async with opened(an_app(FakeHost(), start, theme=theme), size) as look:
            (read,) = zxingcpp.read_barcodes(photographed(look))
            assert read.text == FakeAudience().phone_url


async def test_the_code_over_the_running_screen_can_be_read() -> None:
    """The late colleague gets the same address."""
    host = FakeHost()
    async with opened(an_app(host, Start(desk=running(host, 2)))) as look:
        await look.press("q")
        (read,) = zxingcpp.read_barcodes(photographed(look))
        assert read.text == host.audience.phone_url


async def test_every_cell_of_the_code_fits_the_smallest_screen() -> None:
    """A code that is cut is no code."""
    start = Start(exercise=my_task(), people=("a", "b", "c"))
    async with opened(an_app(FakeHost(), start)) as look:
        code = look.app.screen.query_one("#qr")
        assert code.region.bottom <= 22
        assert code.size.width == 2 * code.size.height - 1
