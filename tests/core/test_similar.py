"""Suggestions of texts that may say the same."""

from sessionrunner.core.similar import alike


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
