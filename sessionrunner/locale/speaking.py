"""Who has the word, as the leader reads it: a name, the number of a card or the letter of a group."""

from sessionrunner.core.speaking import Speakers
from sessionrunner.locale import Catalogue


def speaker(words: Catalogue, who: str, groups: bool = False) -> str:
    """``Ann``, ``kort 3`` or ``grupp B``."""
    if groups:
        return words("speaking.group", name=who)
    return words("speaking.card", name=who) if who.isdecimal() else who


def then(words: Catalogue, speakers: Speakers) -> str:
    """``sedan: Bo``, or that nobody is left."""
    if not speakers.then:
        return words("speaking.nobody-then")
    return words("speaking.then", who=speaker(words, speakers.then, speakers.groups))


def speakers_line(words: Catalogue, speakers: Speakers) -> str:
    """``Nu: Ann · sedan: Bo``."""
    now = speaker(words, speakers.now, speakers.groups)
    return words("speaking.line", now=now, then=then(words, speakers))
