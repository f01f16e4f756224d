"""Lists pasted from a spreadsheet, with a column that people can be mixed by."""

from pathlib import Path

import pytest

from sessionrunner.core.wishes import Crowd, Wishes
from sessionrunner.storage.roster_file import IdentityNumbers, crowd

PASTED = "Namn\tEnhet\nAnn\tBarn\nBo\tVuxna\nCia\tBarn\nDan\tVuxna\n"
MIXED = Crowd(
    ("Ann", "Bo", "Cia", "Dan"), "Enhet", (("Ann", "Barn"), ("Bo", "Vuxna"), ("Cia", "Barn"), ("Dan", "Vuxna"))
)


@pytest.mark.parametrize("sign", ["\t", ";", ","])
def test_a_pasted_table_tells_what_people_differ_in(sign: str) -> None:
    """Copied from Excel, or from a file with semicolons or commas."""
    assert crowd(PASTED.replace("\t", sign)) == MIXED


def test_a_file_tells_the_same(tmp_path: Path) -> None:
    """Saved as CSV, as Swedish Excel does it."""
    file = tmp_path / "deltagare.csv"
    file.write_text(PASTED.replace("\t", ";"), "cp1252")
    assert crowd(str(file)) == MIXED


def test_a_title_that_is_not_known_will_do_when_values_repeat() -> None:
    """Any column in which several people have the same value."""
    assert crowd(PASTED.replace("Enhet", "Lag")).column == "Lag"


def test_the_name_column_need_not_say_so_when_the_other_does() -> None:
    """The title row is not taken for a person."""
    assert crowd(PASTED.replace("Namn", "Medarbetare")) == MIXED


def test_a_column_in_which_everybody_differs_is_not_to_mix_by() -> None:
    """Addresses and telephone numbers say nothing."""
    table = "Namn;Rum\n" + "\n".join(f"Person {letter};{number}" for number, letter in enumerate("ABCDEF"))
    assert crowd(table).column == ""


def test_somebody_without_a_value_is_there_all_the_same() -> None:
    """Blank is a value of its own; a blank name is nobody."""
    found = crowd("Namn\tEnhet\nAnn\tBarn\n\tVuxna\nBo\t\nCia\tVuxna\nDan\tBarn")
    assert found.people == ("Ann", "Bo", "Cia", "Dan")
    assert dict(found.traits)["Bo"] == ""


@pytest.mark.parametrize("given", ["14", "Ann, Bo, Cia", "Ann\nBo\nCia"])
def test_names_alone_tell_nothing_more(given: str) -> None:
    """There is nothing to mix by."""
    assert (crowd(given).column, crowd(given).traits) == ("", ())


def test_an_even_mix_is_wished_for_only_when_it_is_wanted() -> None:
    """The column is remembered, so that it can be asked for later."""
    assert MIXED.wishes(spread=False) == Wishes(column="Enhet", traits=MIXED.traits)
    assert MIXED.wishes(spread=True).spread
    assert not Crowd(("Ann", "Bo")).wishes(spread=True).spread


def test_identity_numbers_are_refused_in_that_column_too() -> None:
    """They have nothing to do on this laptop."""
    with pytest.raises(IdentityNumbers):
        crowd(PASTED.replace("Barn", "19121212-1212"))
