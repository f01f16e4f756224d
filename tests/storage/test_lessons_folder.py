"""Records reach the shared folder whole, and nothing anybody has put there is lost."""

import errno
import hashlib
import os
import subprocess
import sys
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sessionrunner.core.text import SessionRunnerError
from sessionrunner.locale import LANGUAGES, load
from sessionrunner.storage import folder_trouble, lessons_folder
from sessionrunner.storage.folder_name import LONGEST, folder_name
from sessionrunner.storage.folder_trouble import FolderFull, FolderMissing, FolderReadOnly, NotAFolder, ShareMissing
from sessionrunner.storage.lessons_folder import MARKER, LessonsFolder, digest

NAME = "2026-11-21 Min uppgift 3f9a1c2b"
READ_ONLY = Path("/System") if sys.platform == "darwin" else Path("/sys/kernel")
"""A folder that nobody may write in, not even the system's own user."""


def chosen(path: Path) -> LessonsFolder:
    """The folder, chosen for the first time."""
    folder = LessonsFolder(path)
    folder.prepare(known=False)
    return folder


def left_in(path: Path) -> list[str]:
    """Names of all files below, sorted."""
    return sorted(str(found.relative_to(path)) for found in path.rglob("*") if found.is_file())


def test_a_folder_chosen_for_the_first_time_gets_the_marker(tmp_path: Path) -> None:
    """From now on the program knows the folder again."""
    chosen(tmp_path)
    assert left_in(tmp_path) == [MARKER]


def test_a_colleagues_marker_is_kept(tmp_path: Path) -> None:
    """Two laptops choose the same folder without disturbing each other."""
    (tmp_path / MARKER).write_text("annan")
    chosen(tmp_path)
    assert (tmp_path / MARKER).read_text() == "annan"


def test_a_known_folder_without_its_marker_is_a_share_that_is_not_connected(tmp_path: Path) -> None:
    """Nothing is written to the empty place where the share should be."""
    with pytest.raises(ShareMissing):
        LessonsFolder(tmp_path).prepare(known=True)
    assert left_in(tmp_path) == []


def test_a_missing_folder_is_told_with_what_to_do(tmp_path: Path) -> None:
    """The leader reads what to do, and that nothing is lost."""
    with pytest.raises(FolderMissing) as told:
        LessonsFolder(tmp_path / "borta").prepare(known=False)
    assert "Skapa mappen eller anslut" in load("sv").explain(told.value)


def test_a_folder_is_made_when_asked_for(tmp_path: Path) -> None:
    """Whoever says so gets a new folder."""
    LessonsFolder(tmp_path / "ny" / "mapp").prepare(known=False, create=True)
    assert (tmp_path / "ny" / "mapp" / MARKER).is_file()


def test_a_known_folder_is_never_made_anew(tmp_path: Path) -> None:
    """A share that is away is not replaced by a folder on the laptop."""
    with pytest.raises(FolderMissing):
        LessonsFolder(tmp_path / "borta").prepare(known=True, create=True)


def test_a_file_is_not_taken_for_a_folder(tmp_path: Path) -> None:
    """A slip of the hand is told as what it is."""
    (tmp_path / "fil").touch()
    with pytest.raises(NotAFolder):
        LessonsFolder(tmp_path / "fil").prepare(known=False)


def test_a_folder_that_may_not_be_written_is_told_before_the_hour() -> None:
    """The leader learns it when choosing, not when saving."""
    with pytest.raises(FolderReadOnly):
        LessonsFolder(READ_ONLY).prepare(known=False)


def test_a_full_disk_is_told_as_such_and_leaves_nothing_half(tmp_path: Path) -> None:
    """What does not fit is not there at all."""
    program = (
        "import resource, sys; from pathlib import Path\n"
        "from sessionrunner.storage.folder_trouble import FolderFull\n"
        "from sessionrunner.storage.lessons_folder import LessonsFolder\n"
        "folder = LessonsFolder(Path(sys.argv[1])); folder.prepare(known=False)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        "try: folder.deliver('x', {'a.md': b'x' * 9000}, {})\n"
        "except FolderFull: print('full')\n"
    )
    told = subprocess.run([sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=True)
    assert (told.stdout, left_in(tmp_path)) == ("full\n", [MARKER])


def test_files_arrive_whole_and_alone(tmp_path: Path) -> None:
    """No temporary files are left for colleagues to wonder about."""
    folder = chosen(tmp_path)
    folder.deliver(NAME, {"lärdomar.md": b"text", "uppföljning.ics": b"kalender"}, {})
    assert left_in(tmp_path) == [MARKER, f"{NAME}/lärdomar.md", f"{NAME}/uppföljning.ics"]
    assert (tmp_path / NAME / "lärdomar.md").read_bytes() == b"text"


def test_our_own_earlier_version_is_replaced(tmp_path: Path) -> None:
    """The file grows with the hour; there is only one of it."""
    folder = chosen(tmp_path)
    folder.deliver(NAME, {"lärdomar.md": b"ett"}, {})
    folder.deliver(NAME, {"lärdomar.md": "två".encode()}, {"lärdomar.md": f"{digest(b'?')} {digest(b'ett')}"})
    assert left_in(tmp_path / NAME) == ["lärdomar.md"]
    assert (tmp_path / NAME / "lärdomar.md").read_text("utf-8") == "två"


def test_delivering_the_same_again_changes_nothing(tmp_path: Path) -> None:
    """A delivery that was interrupted can simply be made again."""
    folder = chosen(tmp_path)
    for _ in range(3):
        folder.deliver(NAME, {"lärdomar.md": b"ett"}, {})
    assert left_in(tmp_path / NAME) == ["lärdomar.md"]


def test_a_file_somebody_edited_stays_and_ours_is_put_beside(tmp_path: Path) -> None:
    """A colleague who corrects a word keeps it."""
    folder = chosen(tmp_path)
    folder.deliver(NAME, {"lärdomar.md": b"ett"}, {})
    (tmp_path / NAME / "lärdomar.md").write_text("ändrad")
    for old, new in ((b"ett", b"tva"), (b"tva", b"tre")):
        folder.deliver(NAME, {"lärdomar.md": new}, {"lärdomar.md": digest(old)})
    assert left_in(tmp_path / NAME) == ["lärdomar (2).md", "lärdomar.md"]
    assert (tmp_path / NAME / "lärdomar.md").read_text() == "ändrad"
    assert (tmp_path / NAME / "lärdomar (2).md").read_text() == "tre"


def test_what_a_killed_program_left_half_is_cleared_away(tmp_path: Path) -> None:
    """Its temporary file goes; a name it took and never filled may be another laptop's, and ours is put beside."""
    (tmp_path / NAME).mkdir()
    (tmp_path / NAME / "lärdomar.md").touch()
    (tmp_path / NAME / ".0123456789abcdef.tmp").touch()
    os.utime(tmp_path / NAME / ".0123456789abcdef.tmp", (0, 0))
    chosen(tmp_path).deliver(NAME, {"lärdomar.md": b"ett"}, {})
    assert left_in(tmp_path / NAME) == ["lärdomar (2).md", "lärdomar.md"]


def test_a_disk_without_links_gets_the_files_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory sticks and some shares know no links; the name is still taken by one only."""
    monkeypatch.setattr(Path, "hardlink_to", _no_links)
    folder = chosen(tmp_path)
    folder.deliver(NAME, {"lärdomar.md": b"ett"}, {})
    folder.deliver(NAME, {"lärdomar.md": b"annan"}, {})
    assert (tmp_path / NAME / "lärdomar.md").read_bytes() == b"ett"
    assert (tmp_path / NAME / "lärdomar (2).md").read_bytes() == b"annan"


def _no_links(self: Path, target: Path) -> None:
    raise OSError(errno.EPERM, "no links here")


def test_a_share_that_disappears_under_the_write_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What landed on the wrong disk is not reported as saved."""
    folder = chosen(tmp_path)
    monkeypatch.setattr(lessons_folder, "sync_folder", lambda _: (tmp_path / MARKER).unlink(missing_ok=True))
    with pytest.raises(ShareMissing):
        folder.deliver(NAME, {"lärdomar.md": b"ett"}, {})


def test_a_link_does_not_lead_a_record_out_of_the_folder(tmp_path: Path) -> None:
    """Records stay where people look for them."""
    (tmp_path / "annat").mkdir()
    (tmp_path / "mapp").mkdir()
    (tmp_path / "mapp" / NAME).symlink_to(tmp_path / "annat")
    with pytest.raises(NotAFolder):
        chosen(tmp_path / "mapp").deliver(NAME, {"lärdomar.md": b"ett"}, {})
    assert left_in(tmp_path / "annat") == []


@pytest.mark.parametrize("name", ["..", ".", "", "a/b", "a\\b", "c:", "/etc", "../x", "a\0b"])
def test_a_name_that_leads_elsewhere_is_refused(tmp_path: Path, name: str) -> None:
    """Even a mistake of ours cannot write outside the folder."""
    folder = chosen(tmp_path)
    with pytest.raises(ValueError, match=r".*"):
        folder.deliver(name, {"lärdomar.md": b"ett"}, {})
    with pytest.raises(ValueError, match=r".*"):
        folder.deliver(NAME, {name: b"ett"}, {})


NASTY_TITLES = [
    *("..", "../..", "/etc/passwd", "\\\\?\\C:\\x", "a:b", "CON", "nul.txt", "x.", "x ", ". .", "", "a\0b", "a\nb"),
    *("a\tb", "-rf", "~", "$HOME", "%PATH%"),
    *("<>:\"/\\|?*", "å" * 300, "A\u030a" * 200, "👩‍👩‍👧" * 60, "\u202egnp.exe", "\ud800", "\ue000", "\u200f"),
]  # fmt: skip


def nasty(number: int) -> str:
    """The nasty titles, then combinations of them."""
    first, second = NASTY_TITLES[number % len(NASTY_TITLES)], NASTY_TITLES[number // len(NASTY_TITLES)]
    return first + second if number >= len(NASTY_TITLES) else first


def is_allowed(name: str) -> bool:
    """Whether every system takes this as one name."""
    plain = all(char not in '<>:"/\\|?*' and unicodedata.category(char)[0] != "C" for char in name)
    short = len(name) <= LONGEST and len(name.encode()) <= 255
    return plain and short and name == name.strip(". ") and name == unicodedata.normalize("NFC", name)


@pytest.mark.parametrize("start", range(0, 500, 100))
def test_five_hundred_nasty_titles_stay_in_the_folder(tmp_path: Path, start: int) -> None:
    """No title can lead out of the folder or fail on Windows."""
    folder = chosen(tmp_path)
    for number in range(start, start + 100):
        name = folder_name(date(2026, 11, 21), nasty(number), f"{number:08x}")
        assert is_allowed(name) and name.startswith("2026-11-21") and name.endswith(f"{number:08x}")
        folder.deliver(name, {"lärdomar.md": b"x"}, {})
    assert sum(path.is_dir() for path in tmp_path.iterdir()) == 100


@given(st.text())
@example("x" * 300)
def test_any_title_gives_an_allowed_name(title: str) -> None:
    """Whatever somebody calls an exercise, its record can be saved."""
    assert is_allowed(folder_name(date(2026, 11, 21), title, "3f9a1c2b"))


def test_the_name_is_readable() -> None:
    """People find a session by its date and its title."""
    name = folder_name(date(2026, 11, 21), "Min uppgift som socialsekreterare", "3f9a1c2b")
    assert name == "2026-11-21 Min uppgift som socialsekreterare 3f9a1c2b"


LAPTOP = """
import sys; from datetime import date; from pathlib import Path
from sessionrunner.storage.folder_name import folder_name
from sessionrunner.storage.lessons_folder import LessonsFolder
path, laptop, careless = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3] == "careless"
for number in range(50):
    content = f"{laptop} {number}".encode() * 500
    if careless:
        with open(path / f"{number}.md", "wb") as file: file.write(content)
        continue
    folder = LessonsFolder(path); folder.prepare(known=False)
    folder.deliver(folder_name(date(2026, 11, 21), "Samma titel", f"{laptop}{number:07x}"), {"a.md": content}, {})
    folder.deliver("2026-11-21 Samma mapp", {f"{number}.md": content}, {})
"""


def laptops(path: Path, way: str) -> None:
    """Two laptops save fifty sessions each at the same time."""
    running = [subprocess.Popen([sys.executable, "-c", LAPTOP, str(path), laptop, way]) for laptop in "12"]
    assert [one.wait() for one in running] == [0, 0]


def contents(path: Path) -> set[str]:
    """Digests of all files below."""
    return {hashlib.sha256(found.read_bytes()).hexdigest() for found in path.rglob("*.md")}


EVERYTHING = {digest(f"{laptop} {number}".encode() * 500) for laptop in (1, 2) for number in range(50)}


def test_two_laptops_lose_nothing(tmp_path: Path) -> None:
    """Two rooms that end at the same time both find their lessons."""
    laptops(tmp_path, "careful")
    assert len(list(tmp_path.glob("2026-11-21 Samma titel *"))) == 100
    assert contents(tmp_path) == EVERYTHING


def test_plain_writing_would_have_lost_half(tmp_path: Path) -> None:
    """The test above would notice a loss."""
    laptops(tmp_path, "careless")
    assert len(contents(tmp_path) & EVERYTHING) <= 50


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_trouble_has_words(language: str) -> None:
    """Nobody meets a trouble without being told what to do."""
    causes: list[type[SessionRunnerError]] = [FolderFull, FolderMissing, FolderReadOnly, NotAFolder, ShareMissing]
    for error in (*causes, folder_trouble.FileInUse, folder_trouble.FolderUnreachable):
        assert "L:" in load(language).explain(error(folder="L:", reason="timeout"))
    assert "a.md" in load(language).explain(folder_trouble.NotVerified(file="a.md"))
