"""Somebody opens the folder and sees what is open, without the program."""

import contextlib
import unicodedata
from datetime import date
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from sessionrunner.core.exercise import LessonKind
from sessionrunner.core.followup import Past, PastLesson, PastSession, Status
from sessionrunner.locale import load
from sessionrunner.storage import overview
from sessionrunner.storage.front_matter import LARGEST, Unreadable, parse
from sessionrunner.storage.lesson_scan import scan
from sessionrunner.storage.overview import read_front_matter, rebuild
from tests.storage.records import lesson_file


def session(folder: Path, name: str, file: str = "lärdomar.md", **fields: object) -> None:
    """Put a session's file in the folder."""
    (folder / name).mkdir(exist_ok=True)
    (folder / name / file).write_text(lesson_file(**fields), "utf-8")


def lesson(text: str, *, name: str = "l1", kind: str = "activity", **fields: object) -> dict[str, object]:
    """A lesson as the record holds it."""
    return {"id": name, "kind": kind, "text": text, "owner": "", "due": None, **fields}


def written(folder: Path, today: date | None = None, language: str = "sv") -> str:
    """The overview of the folder."""
    rebuild(folder, load(language), today)
    return (folder / overview.FILE).read_text("utf-8")


def section(text: str, heading: str) -> str:
    """What stands under a heading."""
    return text.split(f"## {heading}\n")[1].split("\n## ")[0]


def test_open_decisions_come_first_with_age_owner_and_date(tmp_path: Path) -> None:
    """Whoever opens the file sees what is waiting and for whom."""
    due = date(2026, 12, 15)
    session(
        tmp_path, "a", lessons=[lesson("Korta mallen", owner="arbetsledare", due=due), lesson("Se över", name="l2")]
    )
    text = written(tmp_path, date(2026, 12, 25))
    assert text.index("Öppna beslut") < text.index("Alla tillfällen")
    assert "Aktivitet · arbetsledare · senast 15 december 2026 (10 dagar sen) · 34 dagar gammalt" in text
    assert "Aktivitet · ingen ansvarig · inget datum · 34 dagar gammalt" in text
    assert text.index("Korta mallen") < text.index("Se över")


def test_the_same_sessions_give_the_same_file(tmp_path: Path) -> None:
    """Two laptops do not fight over the overview."""
    session(tmp_path, "a", lessons=[lesson("Korta mallen")])
    first = written(tmp_path)
    assert written(tmp_path) == first and "gammalt" not in first
    assert "Läget 21 november 2026." in first
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", overview.FILE]


def test_sessions_are_listed_newest_first_with_links_that_lead_there(tmp_path: Path) -> None:
    """A click opens the session's file, whatever the folder is called."""
    session(tmp_path, "2026-11-21 A (1) #å% [x] 00000001", session="00000001", title="Äldre")
    session(tmp_path, "2026-11-22 B 00000002", session="00000002", title="Nyare", date=date(2026, 11, 22))
    tokens = MarkdownIt("commonmark").parse(section(written(tmp_path), "Alla tillfällen"))
    links = [child for token in tokens for child in token.children or () if child.type == "link_open"]
    targets = [unquote(str(link.attrs["href"])) for link in links]
    assert targets == ["2026-11-22 B 00000002/lärdomar.md", "2026-11-21 A (1) #å% [x] 00000001/lärdomar.md"]
    assert all((tmp_path / target).is_file() for target in targets)


def test_a_later_session_closes_a_decision(tmp_path: Path) -> None:
    """What has been done is no longer asked for."""
    session(tmp_path, "a", session="00000001", lessons=[lesson("Korta mallen"), lesson("Se över", name="l2")])
    updates = [{"lesson": "00000001/l1", "status": "done", "note": "Klart"}]
    session(tmp_path, "b", session="00000002", date=date(2026, 12, 1), updates=updates)
    open_now = section(written(tmp_path), "Öppna beslut")
    assert "Se över" in open_now and "Korta mallen" not in open_now


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"updates": [{"lesson": "l1", "status": "done"}]}, Status.DONE),
        ({"updates": [{"lesson": "l1", "status": "dropped"}], "follow_up": "00000001"}, Status.DROPPED),
        ({"updates": [{"lesson": "l1", "status": "done"}], "follow_up": "0000000f"}, Status.OPEN),
        ({"updates": [{"lesson": "l9", "status": "done"}]}, Status.OPEN),
        ({"updates": [{"lesson": "l1", "status": "vet ej"}, "x", None]}, Status.OPEN),
    ],
)
def test_an_update_reaches_the_lesson_it_means_and_no_other(
    tmp_path: Path, fields: dict[str, object], status: Status
) -> None:
    """A decision is never closed by guesswork."""
    session(tmp_path, "a", session="00000001", lessons=[lesson("Korta mallen")])
    session(tmp_path, "b", "lärdomar.md", session="00000002", date=date(2026, 12, 1), **fields)
    assert scan(tmp_path).sessions[-1].lessons[0].status is status


def test_an_update_that_could_mean_two_lessons_closes_neither(tmp_path: Path) -> None:
    """Two sessions have a first lesson; nobody said which."""
    for name in ("00000001", "00000002"):
        session(tmp_path, name, session=name, lessons=[lesson("Korta mallen")])
    updates = [{"lesson": "l1", "status": "done"}]
    session(tmp_path, "c", session="00000003", date=date(2026, 12, 1), updates=updates)
    assert section(written(tmp_path), "Öppna beslut").count("Korta mallen") == 2


def test_the_latest_word_counts(tmp_path: Path) -> None:
    """A decision that was closed too early can be opened again."""
    session(tmp_path, "a", session="00000001", lessons=[lesson("Korta mallen")])
    for day, status in ((1, "done"), (2, "open")):
        updates = [{"lesson": "00000001/l1", "status": status}]
        session(tmp_path, f"b{day}", session=f"0000001{day}", date=date(2026, 12, day), updates=updates)
    assert "Korta mallen" in section(written(tmp_path), "Öppna beslut")


def test_ground_rules_and_ideas_have_their_own_places(tmp_path: Path) -> None:
    """What always holds is not mixed with what is to be done."""
    rules = [lesson("Den som talar får tala klart", kind="ground-rule"), lesson("Bjud in", name="l2", kind="idea")]
    session(tmp_path, "a", lessons=rules)
    text = written(tmp_path)
    assert "Inga beslut väntar." in text
    assert "Den som talar" in section(text, "Spelregler som gäller")
    assert "Bjud in" in section(text, "Idéer att ta ställning till")


def test_a_file_that_cannot_be_read_is_listed_and_the_rest_is_there(tmp_path: Path) -> None:
    """One broken file hides nothing else."""
    session(tmp_path, "bra")
    for number, content in enumerate((b"", b"\xff\xfe", b"---\na: [\n---\n", b"---\nx: 1\n---\n", b"# Bara text")):
        (tmp_path / f"trasig {number}").mkdir()
        (tmp_path / f"trasig {number}" / "lärdomar.md").write_bytes(content)
    session(tmp_path, "framtid", sessionrunner=2, session="0000000f")
    text = written(tmp_path)
    assert section(text, "Filer som inte gick att läsa").count("[trasig") == 5
    assert "framtid" in section(text, "Filer från en nyare version av programmet")
    assert "bra/l" in section(text, "Alla tillfällen")


def test_a_folder_without_sessions_gives_an_empty_overview(tmp_path: Path) -> None:
    """The first time there is nothing to tell, and that is said."""
    (tmp_path / "annat").mkdir()
    (tmp_path / "annat" / "fil.txt").touch()
    assert "Inga tillfällen är sparade." in written(tmp_path)
    assert "No sessions have been saved." in written(tmp_path, language="en")


def test_two_versions_of_a_file_are_one_session(tmp_path: Path) -> None:
    """The newest version tells; the one somebody edited can be found beside it."""
    session(tmp_path, "a", lessons=[lesson("gammal")], finished=False)
    session(tmp_path, "a", "lärdomar (2).md", lessons=[lesson("ny")], participants=5)
    text = written(tmp_path)
    assert "**ny**" in text and "**gammal**" not in text
    assert "5 deltagare · 1 rad i sammanfattningen · [en version som någon har ändrat i](a/l%C3%A4rdomar.md)" in text


def test_a_copied_folder_does_not_double_the_decisions(tmp_path: Path) -> None:
    """Somebody made a copy to be safe."""
    session(tmp_path, "a", lessons=[lesson("Korta mallen")])
    session(tmp_path, "a - kopia", lessons=[lesson("Korta mallen")])
    assert written(tmp_path).count("**Korta mallen**") == 1


def test_a_file_name_spelt_in_two_characters_is_found(tmp_path: Path) -> None:
    """A Mac spells ä in its own way."""
    session(tmp_path, "a", unicodedata.normalize("NFD", "lärdomar.md"))
    assert len(scan(tmp_path).sessions) == 1


def test_a_session_under_way_says_so(tmp_path: Path) -> None:
    """Half an hour is not taken for a whole one."""
    session(tmp_path, "a", finished=False)
    assert "pågår eller avbröts" in written(tmp_path)


def test_hand_edited_fields_of_any_kind_are_read_as_far_as_they_go(tmp_path: Path) -> None:
    """Somebody typed a date as text and a number as a word."""
    odd = [lesson("x", due="2026-12-15"), lesson("y", due="snart", kind="påhitt"), "rad", {"id": 1, "text": 5}]
    session(tmp_path, "a", lessons=odd, participants="fem", actual_minutes=None, updates="x", follow_up=True)
    (found,) = scan(tmp_path).sessions
    assert [(one.text, one.due) for one in found.lessons] == [("x", date(2026, 12, 15)), ("y", None), ("5", None)]
    assert "**x**" in written(tmp_path)


def test_the_overview_is_replaced_in_one_go(tmp_path: Path) -> None:
    """Whoever has it open never sees half of it."""
    session(tmp_path, "a")
    written(tmp_path)
    before = (tmp_path / overview.FILE).stat().st_ino
    written(tmp_path)
    assert (tmp_path / overview.FILE).stat().st_ino != before


def test_the_record_can_be_read_by_itself(tmp_path: Path) -> None:
    """Other parts of the program read what was saved."""
    session(tmp_path, "a", reflections={"answers": 14, "shown": 14})
    assert read_front_matter(tmp_path / "a" / "lärdomar.md")["reflections"] == {"answers": 14, "shown": 14}


BOMBS = [
    "a: &a [x, x]\nb: *a",
    "a: !!python/object/apply:os.system [ls]",
    "a: !x 1",
    "[" * 5000,
    "a: 0x" + "f" * 100_000,
    "a: 9999-99-99",
    "? {a: b}\n: c",
    "x" * LARGEST,
]


@pytest.mark.parametrize("bomb", BOMBS, ids=range(len(BOMBS)))
def test_a_hostile_record_is_refused(bomb: str) -> None:
    """A file from somewhere else cannot run anything or fill the memory."""
    with pytest.raises(Unreadable):
        parse(f"---\n{bomb}\n---\n".encode())


def test_a_record_without_an_end_is_refused() -> None:
    """A file cut short is not taken for a whole one."""
    with pytest.raises(Unreadable):
        parse(b"---\na: 1\n")


@given(st.binary() | st.binary().map(lambda content: b"---\n" + content + b"\n---\n"))
def test_any_file_is_read_or_refused(content: bytes) -> None:
    """No file stops the program."""
    with contextlib.suppress(Unreadable):
        assert isinstance(parse(content), dict)


@given(st.text(st.characters(codec="utf-8")))
def test_no_text_changes_the_overview_around_it(text: str) -> None:
    """What people wrote in decisions stays text here too."""
    found = PastSession("00000001", date(2026, 11, 21), "x", text, "a/lärdomar.md", lessons=(saved(text),))
    told = overview.render(Past((found,)), load("sv"))
    tokens = MarkdownIt("commonmark").parse(told)
    kinds = {child.type for token in tokens for child in token.children or ()}
    assert kinds <= {"text", "softbreak", "strong_open", "strong_close", "link_open", "link_close"}
    assert [token.tag for token in tokens if token.type == "heading_open"] == ["h1", "h2", "h2"]
    links = [child for token in tokens for child in token.children or () if child.type == "link_open"]
    assert {link.attrs["href"] for link in links} == {"a/l%C3%A4rdomar.md"}


def saved(text: str) -> PastLesson:
    """A decision as it was read."""
    return PastLesson("l1", LessonKind.ACTIVITY, text, text)


def test_what_is_to_be_followed_up_has_its_day_in_the_overview(tmp_path: Path) -> None:
    """Until a later session has said what became of it."""
    session(tmp_path, "a", session="00000001", lessons=[lesson("x", due="snart")], follow_up_on="2027-01-08")
    text = written(tmp_path)
    assert "fredag 8 januari 2027" in section(text, "Bestämda uppföljningar")
    assert "”snart” (går inte att läsa som datum)" in section(text, "Öppna beslut")
    session(tmp_path, "b", session="00000002", updates=[{"lesson": "00000001/l1", "status": "open"}])
    assert "Bestämda uppföljningar" not in written(tmp_path)


@pytest.mark.parametrize("copy", ["Översikt (1).md", "Översikt-LAPTOP7.md", "Översikt (konflikt 2026-11-21).md"])
def test_a_sync_program_s_copy_of_the_overview_changes_nothing_and_is_explained(tmp_path: Path, copy: str) -> None:
    """It is no session, and whoever sees it learns that it may go."""
    session(tmp_path, "a", session="00000001", lessons=[lesson("x")])
    before = written(tmp_path)
    (tmp_path / copy).write_text(before, "utf-8")
    assert written(tmp_path) == before and not scan(tmp_path).troubles
    assert "kopior från ett synkprogram" in before
