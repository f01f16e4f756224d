"""Everything on paper, ready before the room comes."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from typing import Any, cast

import pytest
from hypothesis import given, settings
from pypdf import PdfReader

from sessionrunner.core.exercise import Bring, Exercise, GroupRule, Handout, Keep, Need, Preparation, SizeRange, Table
from sessionrunner.core.groups import Division, Group
from sessionrunner.core.role import Role
from sessionrunner.locale import load
from sessionrunner.output.pack import Pack, Part, render
from tests.output.records import CHOICES, EXERCISE, PACE, TAKE_HOME, USE
from tests.output.test_markdown import ANY_TEXT
from tests.output.test_pdf import tags

DAY = date(2026, 11, 21)
STATEMENT = "Min uppgift är att samverka med barnavårdscentralerna, så att ingen familj blir utan stöd."
PREPARED = Preparation(
    (Handout("uppgiften", 7),), ("Fyra bord",), (Bring("leader", "lappar"), Bring("ekonom", "siffror"))
)


def prepared(**more: Any) -> Exercise:
    """The exercise with tables that have signs, and things to bring."""
    first, tables, *rest = EXERCISE.steps
    signed = replace(tables, tables=(Table("Bord 1", STATEMENT), Table("Bord 2", "Kort.")))
    return replace(EXERCISE, steps=(first, signed, *rest), preparation=PREPARED, **more)


def opened(*parts: Part, language: str = "sv", **pack: Any) -> Any:
    """The printed parts; what a PDF holds has no types until it is looked at."""
    given: dict[str, Any] = {"exercise": prepared(), "library": (prepared(),)} | pack
    return cast(Any, PdfReader(BytesIO(render(Pack(**given), frozenset(parts or Part), load(language), DAY))))


def pages(reader: Any) -> list[str]:
    """The words of every page, on one line."""
    return [" ".join(page.extract_text().split()) for page in reader.pages]


def words(*parts: Part, **pack: Any) -> str:
    """All words of these parts."""
    return " ".join(pages(opened(*parts, **pack)))


def alternatives(element: Any) -> Iterator[str]:
    """What pictures say to those who listen."""
    if "/Alt" in element:
        yield str(element["/Alt"])
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        if isinstance(kid.get_object(), dict):
            yield from alternatives(kid.get_object())


def test_every_table_has_a_sign_of_its_own() -> None:
    """Large, and no word divided when there is a line it fits on."""
    first, second = pages(opened(Part.SIGNS))
    assert "Bord 1" in first
    assert "barnavårdscentralerna," in first
    assert "Kort." in second


def test_there_is_a_card_for_everybody() -> None:
    """Eight a page; a long name is made smaller, not cut."""
    found = pages(opened(Part.CARDS, people=(*map(str, range(1, 9)), "Maximiliana Öhrström-Bergengren")))
    assert len(found) == 2
    assert "Öhrström-Bergengren" in found[1]


def test_the_poster_has_the_code_of_the_session_that_runs() -> None:
    """And the address in letters, for those who cannot scan."""
    reader = opened(Part.POSTER, phone_url="http://192.168.1.20:8123/s/k7Qm/")
    assert "http://192.168.1.20:8123/s/k7Qm/" in pages(reader)[0]
    assert any("192.168.1.20" in alt for alt in alternatives(reader.root_object["/StructTreeRoot"]))


def test_a_poster_printed_beforehand_has_room_for_the_network() -> None:
    """Name and password are written by hand; the code is on the screen when it begins."""
    assert "Lösenord" in words(Part.POSTER)
    assert "duken" in words(Part.POSTER)


def test_the_slip_asks_what_the_phone_asks_and_promises_no_more() -> None:
    """The same questions; the handwriting is mentioned; two slips a page where there is room."""
    found = pages(opened(Part.SLIP))
    assert [page.count("handstil") for page in found] == [2, 2]
    assert all(text in found[0] for text in (USE.ask, "inte alls", "mycket", PACE.ask, *set(CHOICES)))
    assert TAKE_HOME.ask in found[1]
    assert "helt anonym" not in " ".join(found).casefold()


def test_the_script_says_everything_the_leader_is_to_say() -> None:
    """Step by step."""
    noted = prepared()
    start = replace(noted.steps[0], notes=replace(noted.steps[0].notes, say="Välkomna!", if_quiet="Vem börjar?"))
    text = words(Part.SCRIPT, exercise=replace(noted, steps=(start, *noted.steps[1:])))
    assert all(part in text for part in ("Säg", "Välkomna!", "Tyst?", "Vem börjar?", "5. Gemensam avslutning (5 min)"))


def test_the_agenda_tells_why_what_and_when() -> None:
    """And who brings what."""
    text = words(Part.AGENDA)
    assert "7 dagar innan: uppgiften" in text
    assert "Du tar med: lappar" in text
    assert "Ekonom tar med: siffror" in text
    assert "Bikupor 22 5 min" in text


def test_the_overviews_tell_of_every_exercise() -> None:
    """Minutes as the document has them, also where it disagrees with itself."""
    other = replace(prepared(), title="Annan övning", package="Journal", minutes_in_source=(30, 40), homework=True)
    library = (prepared(), replace(other, preparation=Preparation()))
    assert "Annan övning 30 eller 40 ja" in words(Part.EXERCISES, library=library)
    assert "Inget särskilt behöver förberedas." in words(Part.PREPARATIONS, library=library)


def test_without_an_exercise_only_the_overviews_are_printed() -> None:
    """To lie beside the guide."""
    assert len(pages(opened(exercise=None, people=("1",)))) == 3
    assert "Översikt: övningar" in words(exercise=None)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_whole_pack_is_one_file_that_can_be_read_aloud(language: str) -> None:
    """Tagged, in its language, a part a section."""
    reader = opened(language=language, people=("1", "2"))
    assert reader.root_object["/Lang"] == {"sv": "sv-SE", "en": "en-GB"}[language]
    assert tags(reader).count("/Sect") == len(Part)


@settings(max_examples=15)
@given(ANY_TEXT)
def test_no_text_stops_the_printing(text: str) -> None:
    """Markup is text, and a statement of any length has its sign."""
    strange = prepared(title=f"<b>{text}", purpose=(text,))
    signed = replace(strange.steps[1], tables=(Table(text, f"{text} " * 40), Table("x" * 200, "y" * 300)))
    exercise = replace(strange, steps=(strange.steps[0], signed, *strange.steps[2:]))
    assert opened(exercise=exercise, people=(text, f"{text} {text}"), phone_url=f"http://x/{text}"[:60]).pages


def test_a_length_that_follows_the_headcount_is_told_for_those_who_come() -> None:
    """Ten minutes each for nine people is not the document's forty."""
    turns = replace(EXERCISE.steps[1], turn=timedelta(minutes=10), minutes=None)
    exercise = replace(prepared(), steps=(EXERCISE.steps[0], turns))
    assert "93 minuter" in words(Part.AGENDA, exercise=exercise, people=tuple("123456789"))
    assert "35 minuter" in words(Part.AGENDA, exercise=exercise)
    assert "10 min per person" in words(Part.AGENDA, exercise=exercise)


def test_there_is_a_card_for_everybody_who_has_a_role() -> None:
    """What one does in several steps is said once, and whether one speaks."""
    first, second, *rest = prepared().steps
    listener = Role("Lyssnare", 2, "Anteckna fem saker", speaks=False)
    cast = tuple(replace(step, roles=(Role("Ägaren", 1, "Berätta"), listener)) for step in (first, second))
    text = words(Part.ROLES, exercise=replace(prepared(), steps=(*cast, *rest)))
    assert text.count("Lyssnare") == 2 and text.count("Anteckna fem saker") == 2
    assert f"{first.title}, {second.title}: du lyssnar" in text


def in_pairs(**more: Any) -> dict[str, Any]:
    """An exercise whose third step was divided beforehand into a pair and a group of three."""
    first, second, third, *rest = prepared().steps
    steps = (first, second, replace(third, groups=GroupRule(SizeRange(2, 3))), *rest)
    division = Division((Group("A", ("Ann", "Bo"), "Bo"), Group("B", ("Cia", "Dan", "Eva"))))
    return {"exercise": replace(prepared(), steps=steps, **more), "groups": {third.id: division}}


def test_every_group_has_a_slip_when_the_room_was_divided_beforehand() -> None:
    """Paper and screen say the same; nothing is printed that the screen would contradict."""
    text = words(Part.GROUPS, **in_pairs())
    assert all(part in text for part in ("Grupp A", "Bo (rapporterar)", "Grupp B", "Eva"))
    assert "Grupp" not in words(Part.GROUPS, Part.AGENDA)


def test_the_swap_list_has_the_pairs_of_the_hour() -> None:
    """Everybody reads somebody else's papers; three go round."""
    text = words(Part.SWAPS, **in_pairs(needs=(Need.SWAP_LIST,)))
    assert all(pair in text for pair in ("Ann Bo", "Bo Ann", "Cia Dan", "Dan Eva", "Eva Cia"))
    assert "Läser papper från" in words(Part.SWAPS, exercise=prepared(needs=(Need.SWAP_LIST,)))


def test_there_are_slips_to_write_on_where_they_are_asked_for() -> None:
    """A sheet to copy."""
    assert words(Part.WRITING, exercise=prepared(needs=(Need.SLIPS,))).count("En tanke per lapp") == 8


def test_the_script_ends_with_what_is_done_afterwards() -> None:
    """The board is wiped even when the screen is off."""
    assert words(Part.SCRIPT, exercise=prepared(after=("Sudda tavlan",))).endswith("Sudda tavlan")


def test_minutes_that_the_leader_sets_have_a_line_to_write_on() -> None:
    """Nobody's guess is printed, and the whole says that there is more."""
    first, second, *rest = prepared().steps
    meeting = replace(prepared(minutes_in_source=()), steps=(first, replace(second, minutes=None, open=True), *rest))
    assert f"{second.title} 3 ____ min" in words(Part.AGENDA, exercise=meeting)
    assert "minuter" in words(Part.AGENDA, exercise=meeting) and "+ minuter" in words(Part.AGENDA, exercise=meeting)
    assert "+" in words(Part.EXERCISES, exercise=meeting, library=(meeting,))


def test_a_sheet_of_ballots_is_there_for_those_without_a_phone() -> None:
    """Ten to cut apart, empty of names; none where nothing is kept or asked."""
    (sheet,) = pages(opened(Part.BALLOTS))
    assert sheet.count("Min röst") == 10 and "Skriv inget namn." in sheet
    silent = prepared(keep=Keep.NOTHING)
    assert "Min röst" not in words(Part.AGENDA, Part.BALLOTS, exercise=silent)
