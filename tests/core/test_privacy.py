"""Personal data in texts, and the smallest group that is shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessionrunner.core.commands import Open
from sessionrunner.core.privacy import DEFAULT_THRESHOLD, FLOOR, PersonalData, personal_data, shown
from sessionrunner.core.reflections import clean
from tests.core.rooms import names

IDENTITY, PHONE, EMAIL = PersonalData.IDENTITY_NUMBER, PersonalData.PHONE_NUMBER, PersonalData.EMAIL
separators = st.sampled_from(["", "-", " ", "–", " - "])


@pytest.mark.parametrize(
    "number",
    [
        "850709-1234",
        "19850709-1234",
        "198507091234",
        "8507091234",
        "850709 1234",
        "850709–1234",
        "850709 - 1234",
        "1985-07-09-1234",
        "1985 07 09 1234",
        "19 850709-1234",
        "85.07.09-1234",
        "1985/07/09-1234",
        "200101+1234",
        "850769-1234",
        "19850791-1234",
        "pnr:850709-1234.",
        "８５０７０９-１２３４",
        "2021-03-04 1234",
    ],
)
def test_identity_numbers_are_caught(number: str) -> None:
    """With or without century, dash or spaces, and coordination numbers whose day is sixty more."""
    assert IDENTITY in personal_data(f"Jag tänker på {number} och familjen")


@given(
    st.dates().map(lambda day: day.strftime("%y%m%d")),
    st.sampled_from(["", "19", "20"]),
    separators,
    st.integers(0, 9999),
)
def test_every_day_that_somebody_can_be_born_is_caught(born: str, century: str, between: str, last: int) -> None:
    """Whoever it is, and whatever stands between."""
    assert IDENTITY in personal_data(f"({century}{born}{between}{last:04})")


@pytest.mark.parametrize(
    "number",
    [
        "070-123 45 67",
        "0701234567",
        "070 123 45 67",
        "070-1234567",
        "0701-23 45 67",
        "070.123.45.67",
        "070–123 45 67",
        "+46 70 123 45 67",
        "+46701234567",
        "+46 (0)70-123 45 67",
        "0046 70 123 45 67",
        "+47 412 34 567",
        "08-123 456 78",
        "(08) 123 456 78",
        "08/123 45 67",
        "08-24 12 00",
        "031-701 00 00",
        "0501-123 45",
        "０７０-１２３４５６７",
    ],
)
def test_phone_numbers_are_caught(number: str) -> None:
    """Mobile and fixed, from here and from abroad, as people write them."""
    assert PHONE in personal_data(f"Ring {number} så pratar vi")
    assert PHONE in personal_data(f"{number}, 2 gånger")


@given(st.integers(0, 9_999_999), separators)
def test_every_mobile_number_is_caught(number: int, between: str) -> None:
    """Whichever digits, whatever stands between."""
    digits = f"{number:07}"
    assert PHONE in personal_data(f"070{between}{digits[:3]} {digits[3:5]} {digits[5:]}")


@pytest.mark.parametrize("address", ["anna@kommun.se", "Anna.Öst+x@socialförvaltningen.kommun.se", "<a@b.nu>"])
def test_addresses_are_caught(address: str) -> None:
    """Anything that mail could be sent to."""
    assert personal_data(f"Skriv till {address}!") == (EMAIL,)


@pytest.mark.parametrize(
    "text",
    [
        "vi var 14 personer 2024",
        "kl. 10.30–11.15",
        "kl 08-10 2026-11-21",
        "08.30-11.15 och 13.00–14.00",
        "0830-1115",
        "3–5 gånger",
        "SoL 11 kap. 1 § och SOSFS 2014:5",
        "HSLF-FS 2017:79",
        "prop. 2024/25:89",
        "2026-11-21",
        "2026-11-21 10.30",
        "2026-11-21–2026-12-01",
        "2026-09-01 - 2026-10-02",
        "från 2026-09-01 2026-10-02",
        "0-10",
        "0 10 20 30 40",
        "0 1 2 3 4 5 6 7 8 9",
        "1-2-3-4-5-6-7-8-9-10",
        "10 000 000 kr",
        "1 000 000 000 kr",
        "20 000–30 000 kr 2025",
        "@anna och @bo",
        "5 av 5. Bra!",
        "100 % nöjd, 7/10",
    ],
)
def test_ordinary_numbers_are_let_through(text: str) -> None:
    """Times, dates, laws, sums and scales are not personal data."""
    assert personal_data(text) == ()


def test_each_kind_is_told_once() -> None:
    """Two numbers are one reason to change the text."""
    assert personal_data("070-123 45 67 eller 08-123 456 78, anna@kommun.se") == (PHONE, EMAIL)


@pytest.mark.parametrize("hidden", ["\u200d", "\u200b", "\u00ad", "\u2060", "\x00"])
def test_an_invisible_character_hides_nothing(hidden: str) -> None:
    """Texts are cleaned before they are searched."""
    assert personal_data(clean(hidden.join("850709-1234"))) == (IDENTITY,)


@given(st.lists(st.text(), max_size=12), st.integers(-1, 12))
def test_fewer_than_k_are_never_shown_and_k_is_never_below_three(answers: list[str], threshold: int) -> None:
    """All answers or none."""
    found = shown(answers, threshold)
    assert found == (tuple(answers) if len(answers) >= max(threshold, 3) else ())


def test_k_is_five_unless_somebody_says_otherwise_and_three_at_least() -> None:
    """What the phones promise."""
    assert (DEFAULT_THRESHOLD, FLOOR, Open(names(5), 1).threshold) == (5, 3, 5)
