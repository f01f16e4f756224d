"""Finding lessons by their words, however they are spelt: ``rapport`` finds *Rapporteras*, ``gang`` finds *gång*."""

import re
import unicodedata

from sessionrunner.core.followup import Found, Past, lessons

_WORD = re.compile(r"\w+")
_EXACT, _WRITTEN, _PLAIN = 0, 1, 2
"""How well a word fits: the whole word, the beginning of one, the beginning of one without its marks."""


def find(past: Past, query: str) -> list[Found]:
    """Lessons with a word for every word of the query, the best fit first and then the newest; none for no words."""
    wanted = [(word, _plain(word)) for word in _words(query)]
    if not wanted:
        return []
    fits = ((_fit(one, wanted), one) for one in lessons(past))
    return [one for fit, one in sorted((pair for pair in fits if pair[0] is not None), key=lambda pair: pair[0] or 0)]


def _fit(one: Found, wanted: list[tuple[str, str]]) -> int | None:
    """How far the lesson is from the query, 0 for every word as written; None when a word is missing."""
    session, lesson = one
    text = f"{lesson.text} {lesson.owner} {lesson.note} {session.title}".casefold()
    plain = _plain(text)
    # Most lessons have none of the words: a look at the whole text is enough to see that.
    if not all(bare in plain for _, bare in wanted):
        return None
    words, bare_words = set(_words(text)), _words(plain)
    total = 0
    for word, bare in wanted:
        distance = _distance(word, bare, words, bare_words)
        if distance is None:
            return None
        total += distance
    return total


def _distance(word: str, bare: str, words: set[str], bare_words: list[str]) -> int | None:
    if word in words:
        return _EXACT
    if any(one.startswith(word) for one in words):
        return _WRITTEN
    return _PLAIN if any(one.startswith(bare) for one in bare_words) else None


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFC", text).casefold())


def _plain(text: str) -> str:
    """Without marks: å, ä and ö as whoever has another keyboard writes them."""
    if text.isascii():
        return text.casefold()
    apart = unicodedata.normalize("NFD", text.casefold())
    return "".join(char for char in apart if not unicodedata.combining(char))
