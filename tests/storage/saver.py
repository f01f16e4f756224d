"""A child program that saves sessions into a folder as fast as it can.

``python -m tests.storage.saver FOLDER LAPTOP SAVES [PORT [nolinks]]``: with a port, FOLDER lies on the share of a Samba
server there. Every save puts a session of the laptop's own, and one file into a folder that all laptops share.
"""

import errno
import sys
from datetime import date
from pathlib import Path
from typing import cast

from sessionrunner.storage.folder_name import folder_name
from sessionrunner.storage.folder_trouble import NotVerified
from sessionrunner.storage.lessons_folder import LessonsFolder

SHARED = "2026-11-21 Samma mapp"


def content(laptop: str, number: int) -> bytes:
    """What a laptop saves the so-manieth time."""
    return f"{laptop} {number}".encode() * 500


def main(folder: str, laptop: str, saves: str, port: str = "", *links: str) -> None:
    lessons = LessonsFolder(_place(folder, port, bool(links)))
    lessons.prepare(known=False)
    for number in range(int(saves)):
        own = folder_name(date(2026, 11, 21), "Samma titel", f"{laptop}{number:07x}")
        _deliver(lessons, own, "a.md", content(laptop, number))
        _deliver(lessons, SHARED, f"{number}.md", content(laptop, number))


def _deliver(lessons: LessonsFolder, folder: str, name: str, text: bytes) -> None:
    """As the outbox does: what somebody changed between writing and reading back is tried again."""
    while True:
        try:
            lessons.deliver(folder, {name: text}, {})
        except NotVerified:
            continue
        return


def _place(folder: str, port: str, no_links: bool) -> Path:
    if not port:
        return Path(folder)
    from tests.storage import smb_path

    if no_links:
        smb_path.SmbPath.hardlink_to = _refuse  # type: ignore[method-assign]
    return cast(Path, smb_path.connect(int(port)) / folder)


def _refuse(self: object, target: object) -> None:
    raise OSError(errno.EOPNOTSUPP, "no links")


if __name__ == "__main__":
    main(*sys.argv[1:])
