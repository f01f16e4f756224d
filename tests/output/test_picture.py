"""A picture to print for the wall or to send in a chat."""

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image, ImageOps

from sessionrunner.core.outcome import Outcome, outcome
from sessionrunner.locale import load
from sessionrunner.output.picture import NothingAgreed, TooMuchForAPicture, render
from tests.output.records import full


def drawn(found: Outcome) -> Image.Image:
    """The picture."""
    picture = Image.open(BytesIO(render(found, load("sv"))))
    picture.load()
    return picture


def saying(*texts: str) -> Outcome:
    """Decisions with these texts."""
    found = outcome(full())
    return replace(found, lessons=tuple(replace(found.lessons[1], text=text) for text in texts))


def rightmost(picture: Image.Image) -> int:
    """The last column with ink."""
    box = ImageOps.invert(picture.convert("L")).getbbox()
    assert box is not None
    return box[2]


def test_the_picture_says_what_it_is() -> None:
    """Wide enough for a phone and for a wall; the title is in the file for those who listen."""
    picture = drawn(outcome(full()))
    assert picture.width == 1080
    assert picture.info["Title"] == "Min uppgift som socialsekreterare"


def test_what_matters_most_is_marked() -> None:
    """Whoever sees the picture in a chat knows what to do first."""
    usual = saying("Boka rum")
    most = replace(usual, lessons=tuple(replace(lesson, important=True) for lesson in usual.lessons))
    assert render(most, load("sv")) != render(usual, load("sv"))


def test_long_swedish_words_stay_inside() -> None:
    """They are divided where Swedish divides them, and cut only when there is no such place."""
    words = "Barnavårdsutredningssamordningsansvarsfördelningsöverenskommelse"
    assert rightmost(drawn(saying(words, "x" * 300, "å " * 200))) <= 1080 - 72


def test_what_the_font_lacks_does_not_stop_the_picture() -> None:
    """Somebody pasted an emoji."""
    assert drawn(saying("Bra 😀 → nästa", "\u0639\u0631\u0628")).height > 300


def test_the_same_summary_gives_the_same_picture() -> None:
    """Making it again changes nothing in the folder."""
    assert render(outcome(full()), load("sv")) == render(outcome(full()), load("sv"))


def test_an_empty_summary_and_an_endless_one_are_said_to_be_so() -> None:
    """With what to do instead."""
    with pytest.raises(NothingAgreed):
        drawn(saying())
    with pytest.raises(TooMuchForAPicture):
        drawn(saying(*["Vi gör så."] * 100))
