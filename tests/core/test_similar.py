"""Suggestions of texts that may say the same."""

from sessionrunner.core.similar import alike
from tests.core.themed_reflections import THEMES


def test_joined_and_bent_words_are_recognised() -> None:
    """Swedish joins its words: the same thing looks different."""
    assert [(pair.one, pair.other) for pair in alike(["Mer grupphandledning", "Kortare möten", "Handledningen"])] == [
        (0, 2)
    ]


def test_small_words_alone_make_nothing_alike() -> None:
    """``Vi borde`` says nothing about what."""
    assert alike(["Vi borde ha mer av det", "Vi borde ha mer av det här"]) == []


def test_the_same_words_are_wholly_alike() -> None:
    """They come first in the list."""
    first = alike(["läsa journaler", "läsa varandras journaler", "läsa journaler"])[0]
    assert (first.one, first.other, round(first.likeness, 6)) == (0, 2, 1.0)


def test_no_more_are_suggested_than_the_leader_can_read() -> None:
    """The room is waiting."""
    assert len(alike(["journal"] * 9, most=5)) == 5
    assert len(alike(["journal"] * 2 + ["möte"], enough=0.5)) == 1


def test_suggestions_are_far_better_than_a_guess() -> None:
    """On labelled reflections in thirteen themes, at least five times as many of the pairs belong together."""
    both = [(text, theme) for theme, texts in THEMES.items() for text in texts]
    pairs = alike([text for text, _ in both])
    right = sum(both[pair.one][1] == both[pair.other][1] for pair in pairs)
    everything = [(one, other) for at, one in enumerate(both) for other in both[at + 1 :]]
    by_chance = sum(one[1] == other[1] for one, other in everything) / len(everything)
    assert right / len(pairs) > 5 * by_chance
