"""Themes come from files, and those that come with the program can be read on a pale screen."""

from pathlib import Path

import pytest

from sessionrunner.core.contrast import unreadable_pairs
from sessionrunner.locale import load
from sessionrunner.storage import theme_file
from sessionrunner.storage.library import shipped_folder
from sessionrunner.storage.theme_file import BadTheme, UnreadableTheme

SHIPPED = sorted(shipped_folder("themes").glob("*.yaml"))


def problems(folder: Path, text: str) -> list[tuple[int, str]]:
    path = folder / "eget.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(BadTheme) as bad:
        theme_file.read(path)
    return [(one.line, one.message.key.split(".")[1]) for one in bad.value.problems]


def test_four_themes_come_with_the_program() -> None:
    """They are known by the names that people type."""
    assert set(theme_file.themes(shipped_folder("themes"))) == {"morkt", "ljust", "projektor", "kontrast"}


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_text_in_a_shipped_theme_can_be_read(path: Path) -> None:
    """4.5 to 1 wherever text meets a background, by eye and by rule."""
    assert unreadable_pairs(theme_file.read(path)) == []


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_shipped_theme_has_its_file_s_name_and_a_title_in_both_languages(path: Path) -> None:
    """What is typed, what the file is called and what is shown belong together."""
    theme = theme_file.read(path)
    assert theme.id == path.stem
    assert all(theme.title[language] for language in ("sv", "en"))


def test_a_pale_grey_in_a_shipped_theme_would_be_found(tmp_path: Path) -> None:
    """The check above can fail."""
    text = SHIPPED[1].read_text("utf-8")
    path = tmp_path / "blekt.yaml"
    path.write_text(text.replace('muted: "#47535e"', 'muted: "#b0b8c0"'), "utf-8")
    assert [pair[:2] for pair in unreadable_pairs(theme_file.read(path))] == [
        ("muted", "background"),
        ("muted", "surface"),
    ]


def test_every_bad_colour_is_told(tmp_path: Path) -> None:
    """A short form, a word and an unquoted colour, which is a comment, are three problems."""
    text = SHIPPED[1].read_text("utf-8")
    text = text.replace('"#ffffff"', "vitt", 1).replace('"#f1f4f6"', '"#fff"').replace('"#8a97a3"', "#8a97a3")
    assert problems(tmp_path, text) == [(6, "not-a-colour"), (7, "not-a-colour"), (8, "empty-key")]


def test_a_file_that_is_no_theme(tmp_path: Path) -> None:
    """A list or an empty file is told apart from a theme."""
    assert problems(tmp_path, "- a") == [(1, "not-a-theme")]
    assert problems(tmp_path, "") == [(1, "empty-file")]
    assert [code for _, code in problems(tmp_path, "id: x\n")] == ["missing-key"] * 3


def test_the_error_says_where_and_what_to_write(tmp_path: Path) -> None:
    """One sentence and a remedy."""
    path = tmp_path / "eget.yaml"
    path.write_text("id: Å\n", "utf-8")
    with pytest.raises(BadTheme) as bad:
        theme_file.read(path)
    assert "eget.yaml" in load("sv").explain(bad.value)


def test_a_missing_theme(tmp_path: Path) -> None:
    """A missing file is an error in words."""
    with pytest.raises(UnreadableTheme):
        theme_file.read(tmp_path / "borta.yaml")


@pytest.mark.parametrize("text", [b"- a", b"title: x", b"id: [", None])
def test_what_has_no_colours_is_not_taken_for_a_theme(tmp_path: Path, text: bytes | None) -> None:
    """An exercise, a list, half a file and no file at all."""
    file = tmp_path / "a.yaml"
    if text is not None:
        file.write_bytes(text)
    assert not theme_file.is_theme(file)
    assert theme_file.is_theme(SHIPPED[0])


def test_everything_wrong_with_a_file_is_gathered_and_nothing_with_a_good_one(tmp_path: Path) -> None:
    """A missing file is one thing; the program's own have none."""
    assert [one.line for one in theme_file.problems(tmp_path / "nej.yaml")] == [1]
    assert [theme_file.problems(file) for file in SHIPPED] == [()] * len(SHIPPED)
