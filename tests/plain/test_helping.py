"""What a first-time leader who leads with lines is told to do now."""

import re

import pytest

from sessionrunner.core.exercise import Mode
from sessionrunner.locale import load
from sessionrunner.plain.actions import ACTIONS, action
from sessionrunner.plain.helping import now
from tests.web.fakes import Room

KEYS = re.compile(r"[Tt]ryck|[Pp]ress|Ctrl|Enter|SÄG|SAY")


@pytest.mark.parametrize("step", ["", "start", "borden", "bikupa", "reflektion", "avslut"])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_advice_in_lines_names_commands_and_never_a_key(step: str, language: str) -> None:
    """Whoever leads with lines has no keys to press."""
    room = Room()
    if step:
        room.go_to(step)
    told = "\n".join(now(room.desk, load(language), ""))

    assert told and not KEYS.search(told)


def test_no_advice_at_all_names_a_key_in_lines() -> None:
    """Also what is said only now and then: every sentence with a key has a twin with the command."""
    words = load("sv")
    typed = words.section("now.typed")
    plain = {name: words.section("now")[name] for name in words.section("now")} | {
        f"mode-{mode.value}": words(f"now.mode.{mode.value}") for mode in Mode
    }
    named = [name for name, told in plain.items() if isinstance(told, str) and KEYS.search(told)]
    assert named
    assert [name for name in named if name not in typed] == []


def test_the_command_is_a_word_of_the_language() -> None:
    """Short, and the English one works everywhere."""
    assert action("nu", load("sv")) is action("now", load("sv")) is ACTIONS["now"]
