"""People come as a number, as pasted names or as a file, and nobody is alone or lost."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessionrunner.core.text import SessionRunnerError
from sessionrunner.locale import load
from sessionrunner.storage.roster_file import people

THREE = ("Anna", "Bo", "Cia")


def cause(given: str) -> str:
    with pytest.raises(SessionRunnerError) as error:
        people(given)
    words = load("sv").explain(error.value)
    assert words
    return error.value.cause


def saved(folder: Path, name: str, content: bytes) -> str:
    path = folder / name
    path.write_bytes(content)
    return str(path)


@pytest.mark.parametrize(
    ("given", "count"),
    [("3", 3), (" 14 ", 14), ("14 personer", 14), ("ca 14 st.", 14), ("14 People", 14), ("200", 200)],
)
def test_a_number_gives_card_numbers(given: str, count: int) -> None:
    """Without names people take a card each."""
    assert people(given) == tuple(str(card) for card in range(1, count + 1))


@pytest.mark.parametrize(
    "given",
    [
        "Anna\nBo\nCia",
        "Anna\r\n\r\n Bo \r\nCia\r\n",
        "Anna, Bo, Cia",
        "Anna; Bo; Cia;",
        "Anna, Bo,\nCia",
        "Namn\nAnna\nBo\nCia",
        "1. Anna\n2. Bo\n3. Cia",
        "• Anna\n- Bo\n* Cia",
        "Anna\tEnhet 1\nBo\tEnhet 2\nCia\tEnhet 1",
        "Enhet\tNamn\n1\tAnna\n2\tBo\n1\tCia",
        "Enhet;Namn\n1;Anna\n2;Bo\n1;Cia",
        "Anna <anna@example.se>; Bo <bo@example.se>; Cia <cia@example.se>",
        "sep=;\nEnhet;Namn\n1;Anna\n2;Bo\n1;Cia",
        "Anna, Bo och Cia",
        "Anna, Bo, och Cia",
        "Anna och Bo\nCia",
        "Anna & Bo & Cia",
        "För- och efternamn\nAnna\nBo\nCia",
        "1;Anna;x\n2;Bo;x\n3;Cia;y",
        "1, Anna\n2, Bo\n3, Cia",
        "Nr\tVem\n1\tAnna\n2\tBo\n3\tCia",
        "anna@example.se\nBO@example.se\ncia@example.se",
        "anna@example.se; <bo@example.se>; Cia cia@example.se",
        "anna@example.se bo@example.se mailto:cia@example.se",
        "An\u200bna\nB\x07o\n\u202eCia",
    ],
)
def test_pasted_names(given: str) -> None:
    """From a chat, a mail's address line or a spreadsheet: the same three people."""
    assert people(given) == THREE


def test_surname_first_stays_together() -> None:
    """A comma inside a name does not make two people of one."""
    names = ("Ek, Anna", "Al, Bo", "Ask, Cia")
    assert people("\n".join(names)) == names
    assert people("; ".join(names)) == names


def test_a_mail_address_gives_the_name_in_it() -> None:
    """The wall shows people, not addresses."""
    given = "anna-karin.ek@kommun.se; 2. bo_al@kommun.se; Ask, Cia <cia.ask@kommun.se>"
    assert people(given) == ("Anna-Karin Ek", "Bo Al", "Ask, Cia")


def test_a_list_with_units_in_it_is_no_path() -> None:
    """A slash in a name does not make a file of a room."""
    assert people("Anna (HR/IT), Bo, Cia") == ("Anna (HR/IT)", "Bo", "Cia")


def test_numbers_alone_are_card_numbers() -> None:
    """Nothing is left when the numbers are all there is."""
    assert people("1\n2\n3") == ("1", "2", "3")


def test_one_name_is_told_as_it_was_read() -> None:
    """Whoever meant a file or a number sees what happened."""
    with pytest.raises(SessionRunnerError) as error:
        people("deltagarlista")
    assert "”deltagarlista” lästes som ett namn" in load("sv").explain(error.value)


def test_a_list_that_is_one_endless_line_is_read_at_once() -> None:
    """A file of the wrong kind does not stop the room."""
    assert cause(f"{'<@' * 100_000}") == "people.one-name"


def test_two_of_the_same_name_are_told_apart() -> None:
    """Nobody disappears because somebody else is called the same."""
    assert people("Anna\nanna\nAnna (2)\nAnna") == ("Anna", "anna (3)", "Anna (2)", "Anna (4)")


def test_a_long_name_is_shortened() -> None:
    """Sixty characters is what a table sign holds, numbers included."""
    first, second, _ = people(f"{'x' * 80}\n{'x' * 80}\nBo")
    assert (len(first), len(second)) == (60, 60)
    assert second.endswith("… (2)")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", b"Anna\nBo\nCia\n"),
        ("a.TXT", b"\xef\xbb\xbfAnna\r\nBo\r\nCia"),
        ("a.csv", b"Namn;Enhet\r\nAnna;1\r\nBo;2\r\nCia;1\r\n"),
        ("a.csv", b"\xef\xbb\xbfEnhet;Namn\nX;Anna\nY;Bo\nX;Cia\n"),
        ("a.csv", b"Enhet,name\nX,Anna\nY,Bo\nX,Cia\n"),
        ("a.csv", b"Anna;1\nBo;2\n;\nCia;3\n"),
        ("a.csv", b'Namn;Anm\n"Anna";"a;b"\nBo\nCia;x\n'),
        ("a.csv", "Namn\tEnhet\nAnna\t1\nBo\t2\nCia\t1\n".encode("utf-16")),
        ("a.txt", b"Namn;Enhet\nAnna;1\nBo;2\nCia;1\n"),
        ("a.csv", b"sep=;\r\nNamn;Enhet\r\nAnna;1\r\nBo;2\r\nCia;1\r\n"),
        ("a.csv", b"\xef\xbb\xbfsep=,\r\nEnhet,Namn\r\n1;2,Anna\r\n2,Bo\r\n1,Cia\r\n"),
        ("a.txt", b"sep=,\nNamn,Enhet\nAnna,1\nBo,2\nCia,1\n"),
        ("a.csv", b"Efternamn\nAnna\nBo\nCia\n"),
        ("a.csv", b"Enhet;Efternamn\n1;Anna\n2;Bo\n1;Cia\n"),
        ("a.csv", b"1;Anna;x\n2;Bo;y\n3;Cia;x\n"),
        ("a.csv", b"Nr,Anst.nr,Vem\n1,4711,Anna\n2,12,Bo\n3,99,Cia\n"),
        ("a.csv", b"Enhet;E-post\n1;anna@x.se\n2;bo@x.se\n1;cia@x.se\n"),
        ("a.csv", b"Anna;Bo;Cia\n"),
        ("a.lista", b"Anna\nBo\nCia\n"),
        ("lista", b"Anna\nBo\nCia\n"),
    ],
)
def test_names_from_a_file(tmp_path: Path, name: str, content: bytes) -> None:
    """Text files and what Excel saves, with or without a heading."""
    assert people(saved(tmp_path, name, content)) == THREE


def test_a_file_in_the_old_windows_encoding(tmp_path: Path) -> None:
    """Åsa is Åsa from an older Excel too."""
    content = "Förnamn;Efternamn\nÅsa;Öberg\nBo;Ek\nCia;Al\n".encode("cp1252")
    assert people(saved(tmp_path, "a.csv", content)) == ("Åsa Öberg", "Bo Ek", "Cia Al")


def test_a_path_in_quotes(tmp_path: Path) -> None:
    """Windows puts quotes around a path it copies."""
    assert people(f'"{saved(tmp_path, "min lista.txt", b"Anna,Bo,Cia")}"') == THREE


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("", "people.empty"),
        (" \n;, ", "people.empty"),
        ("0", "people.too-few"),
        ("2", "people.too-few"),
        ("Anna", "people.one-name"),
        ("fjorton", "people.one-name"),
        ("deltagarlista", "people.one-name"),
        ("2 personer", "people.too-few"),
        ("./borta", "people.missing-file"),
        ("C:\\Users\\anna\\Documents\\min, lista", "people.missing-file"),
        ("\\\\server\\delad\\lista", "people.missing-file"),
        ("delad/lista", "people.missing-file"),
        ("Anna\nBo", "people.too-few"),
        ("201", "people.too-many"),
        ("999999999", "people.too-many"),
        (", ".join(f"N{n}" for n in range(201)), "people.too-many"),
        ("borta.csv", "people.missing-file"),
        ("a\0b.csv", "people.missing-file"),
        ("19121212-1212 Tolvan\nAnna\nBo", "people.identity-number"),
    ],
)
def test_what_cannot_be_people_is_told_with_a_remedy(given: str, expected: str) -> None:
    """Three is the least: with two, each knows what the other answered."""
    assert cause(given) == expected


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.csv", b"", "people.empty"),
        ("a.csv", b"Namn;Enhet\n", "people.empty"),
        ("a.csv", b"PK\x03\x04\0\0", "people.unreadable-file"),
        ("a.xlsx", b"PK\x03\x04\0\0", "people.unreadable-file"),
        ("a.txt", b"\x81\x8d", "people.unreadable-file"),
        ("a.txt", b"\xff\xfea", "people.unreadable-file"),
        ("a.txt", b"x" * 300_000, "people.unreadable-file"),
        ("a.csv", b'"' + b"x" * 140_000, "people.unreadable-file"),
    ],
)
def test_a_file_that_holds_no_names(tmp_path: Path, name: str, content: bytes, expected: str) -> None:
    """A workbook or a picture is told apart from a list."""
    assert cause(saved(tmp_path, name, content)) == expected


def test_a_folder_that_is_called_like_a_list(tmp_path: Path) -> None:
    """It cannot be opened, and that is said."""
    folder = tmp_path / "a.csv"
    folder.mkdir()
    assert cause(str(folder)) == "people.unreadable-file"


@given(st.text(max_size=200))
def test_whatever_is_pasted_gives_distinct_names_or_a_readable_error(given: str) -> None:
    """The field takes anything a clipboard holds."""
    try:
        names = people(given)
    except SessionRunnerError as error:
        assert load("sv").explain(error)
    else:
        assert 3 <= len(names) <= 200
        assert len({name.casefold() for name in names}) == len(names)
        assert all(0 < len(name) <= 60 and "\n" not in name for name in names)
