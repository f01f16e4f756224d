"""A counted vote in words, the same on the screen, in lines and in the file."""

from collections.abc import Iterator

from sessionrunner.core.ballot import Result, places
from sessionrunner.locale import Catalogue


def vote_head(result: Result, words: Catalogue) -> str:
    """What was voted on, by how many, with how many dots."""
    about = words(f"vote.about-{result.about.value}")
    return words(
        "vote.record-one" if result.dots == 1 else "vote.record", about=about, ballots=result.ballots, dots=result.dots
    )


def vote_foot(result: Result, words: Catalogue) -> str:
    """What is not told, and why; empty when everything is."""
    if not result.enough:
        return words("vote.too-few", ballots=result.ballots, least=result.least)
    names = "; ".join(" ".join(name.split()) for name in result.others)
    return words("vote.others", least=result.least, names=names) if names else ""


def vote_lines(result: Result, words: Catalogue) -> Iterator[str]:
    """Head, a line for each, foot."""
    yield vote_head(result, words)
    for place, row in zip(places(result), result.rows, strict=True):
        text = " ".join(row.text.split())
        yield words("vote.row", place=place, text=text, dots=words("vote.dots", n=row.dots))
    if foot := vote_foot(result, words):
        yield foot
