"""Draw the README's pictures: library and running screen as SVG, phone and wall as PNG."""

import re
from pathlib import Path

from sessionrunner.storage import exercise_file
from sessionrunner.storage.library import shipped_folder
from tests.tui.pictures import library_picture, running_picture
from tests.web.browser import chromium, context, phone_address
from tests.web.fakes import Room
from tests.web.pictures import photograph_wall

HERE = Path(__file__).parent


def main() -> None:
    """Write the four pictures beside this file."""
    for draw, name in ((library_picture, "library.svg"), (running_picture, "running.svg")):
        draw(HERE / name)
        _with_own_fonts(HERE / name)
    phone_picture(HERE / "phone.png")
    wall_picture(HERE / "wall.png")


def _with_own_fonts(picture: Path) -> None:
    """The reader's own fixed-width font will do; a picture need not fetch anything."""
    text = picture.read_text("utf-8")
    picture.write_text(re.sub(r"@font-face \{.*?\}\s*", "", text, flags=re.DOTALL), "utf-8")


def real_room() -> Room:
    """Thirteen people and the exercise that the README tells about."""
    return Room(exercise=exercise_file.read(shipped_folder("exercises") / "introduktion" / "min-uppgift.yaml"))


def phone_picture(path: Path) -> None:
    """The form on a phone, half filled in."""
    room = real_room()
    room.go_to("reflektion")
    server = room.server()
    server.start()
    try:
        with chromium() as browser:
            page = context(browser, (390, 844)).new_page()
            page.goto(phone_address(server))
            page.get_by_role("textbox").fill("Att säga högt varför jag väljer som jag gör.")
            page.screenshot(path=path)
    finally:
        server.stop()


def wall_picture(path: Path) -> None:
    """The four tables in their second round."""
    room = real_room()
    room.go_to("borden")
    room.clock.advance(minutes=6, seconds=18)
    photograph_wall(room.server(), path)


main()
