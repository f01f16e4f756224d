"""Themes: those of the program, and the leader's own, which are looked at for what cannot be read."""

import json
from pathlib import Path

import pytest

from sessionrunner.cli.arguments import Arguments
from sessionrunner.cli.exercises import check
from sessionrunner.cli.places import Places, places
from sessionrunner.cli.theming import UnknownTheme, all_themes, theme_for, themes
from sessionrunner.locale import load
from sessionrunner.storage import settings
from sessionrunner.storage.library import shipped_folder

WORDS = load("sv")
LIGHT = (shipped_folder("themes") / "ljust.yaml").read_text("utf-8")


def own(state: Path, old: str = "", new: str = "", name: str = "vart") -> Path:
    """A theme of the leader's own: the light one under another name, with one thing changed."""
    (state / "themes").mkdir(exist_ok=True)
    file = state / "themes" / f"{name}.yaml"
    file.write_text(LIGHT.replace("id: ljust", f"id: {name}").replace(old, new), "utf-8")
    return file


def kept(state: Path) -> Places:
    """Where this leader's things are."""
    return places(Arguments(state=state))


def test_a_theme_of_ones_own_is_listed_and_can_be_chosen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is said of one that can be read everywhere."""
    own(tmp_path)
    assert themes(Arguments(state=tmp_path, theme="vart"), WORDS) == 0
    told = capsys.readouterr()
    assert "* vart" in told.out
    assert told.err == ""


def test_a_pair_that_is_hard_to_read_is_told_and_the_theme_can_be_used(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Which pair, by how much, and what to write instead."""
    own(tmp_path, 'muted: "#47535e"', 'muted: "#9aa4ad"')
    assert themes(Arguments(state=tmp_path, json=True), WORDS) == 0
    told = capsys.readouterr()
    assert "vart" in [one["id"] for one in json.loads(told.out)]
    assert "muted på background är svårt att läsa: kontrasten är 2,5, och det behövs 4,5" in told.err
    assert theme_for(Arguments(theme="vart"), kept(tmp_path), all_themes(kept(tmp_path))) == "vart"


def test_check_tells_the_line_of_the_colour_and_one_that_can_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What it proposes is not complained of any more."""
    file = own(tmp_path, 'muted: "#47535e"', 'muted: "#9aa4ad"')
    assert check(Arguments(state=tmp_path, files=(file,), json=True), WORDS) == 1
    found = json.loads(capsys.readouterr().out)
    line = file.read_text("utf-8").splitlines().index('  muted: "#9aa4ad"') + 1
    assert [one["line"] for one in found] == [line, line]
    better = found[0]["remedy"].split()[-1].rstrip(".")
    own(tmp_path, 'muted: "#47535e"', f'muted: "{better}"')
    assert check(Arguments(state=tmp_path, files=(file,)), WORDS) == 0


def test_a_file_that_is_no_theme_does_not_keep_the_others_away(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The hour begins with the colours there are."""
    own(tmp_path, '"#ffffff"', "vitt")
    assert themes(Arguments(state=tmp_path), WORDS) == 1
    told = capsys.readouterr()
    assert "morkt" in told.out and "vart" not in told.out
    assert "vart.yaml" in told.err


def test_a_copy_that_kept_the_name_of_the_programs_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The first thing that happens to who copies a theme in order to change it."""
    own(tmp_path, 'muted: "#47535e"', 'muted: "#303a44"', name="ljust")
    assert themes(Arguments(state=tmp_path), WORDS) == 1
    assert "samma id som ett annat: ljust" in capsys.readouterr().err
    assert all_themes(kept(tmp_path))["ljust"].muted == "#47535e"


def test_a_theme_that_was_used_last_and_is_gone_stops_nobody(tmp_path: Path) -> None:
    """One that is asked for and is not there does: it was written wrong."""
    found = all_themes(kept(tmp_path))
    settings.write(kept(tmp_path).settings, settings.Settings(theme="vart"))
    assert theme_for(Arguments(state=tmp_path), kept(tmp_path), found) == "morkt"
    with pytest.raises(UnknownTheme):
        theme_for(Arguments(state=tmp_path, theme="vart"), kept(tmp_path), found)
