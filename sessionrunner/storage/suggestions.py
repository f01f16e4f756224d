"""What somebody probably meant to write."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from types import MappingProxyType
from typing import Final

_LONGEST = 80
"""Characters compared; beyond that it is no slip of the pen."""

_IN_SWEDISH: Final[Mapping[str, str]] = MappingProxyType(
    {
        "titel": "title", "rubrik": "title", "paket": "package", "serie": "series",
        "minuter": "minutes", "min": "minutes", "tid": "minutes", "syfte": "purpose", "mål": "goals",
        "förberedelse": "preparation", "förberedelser": "preparation", "lokal": "room", "ta med": "bring",
        "sekretess": "confidential", "steg": "steps", "läge": "mode", "arbetssätt": "mode",
        "anteckningar": "notes", "säg": "say", "gör": "do", "tyst": "if_quiet", "om tyst": "if_quiet",
        "vägg": "wall", "väggen": "wall", "frågor": "questions", "följdfrågor": "questions",
        "grupp": "groups", "grupper": "groups", "storlek": "size", "ny": "new", "samma som": "same_as",
        "bord": "tables", "påstående": "statement", "namn": "name", "varv": "rounds", "skydda": "protect",
        "samla": "collect", "svar": "collect", "fråga": "ask", "sort": "kind", "alternativ": "options",
        "skala": "scale", "val": "choice", "resultat": "outputs", "bygger på": "extends",
        "alla": "plenary", "helgrupp": "plenary", "tillsammans": "plenary", "storgrupp": "plenary",
        "ensam": "alone", "själv": "alone", "enskilt": "alone", "bikupa": "groups", "bikupor": "groups",
        "tur": "turns", "turas om": "turns", "paus": "break", "rast": "break", "uppföljning": "follow-up",
        "sammanfattning": "summary", "avslutning": "summary", "avslut": "summary",
        "slutsats": "conclusion", "idé": "idea", "aktivitet": "activity", "överenskommelse": "agreement",
        "rutin": "routine", "spelregel": "ground-rule",
    }
)  # fmt: skip
"""What somebody who thinks in Swedish writes, and the word of the file that it stands for."""


def nearest(written: str, known: Iterable[str], most: int = 1) -> list[str]:
    """The known words most like the written one, best first; empty when none is like it."""
    known = list(known)
    translated = _IN_SWEDISH.get(written.strip().lower())
    if translated in known:
        return [translated]
    return get_close_matches(written[:_LONGEST], list(known), n=most, cutoff=0.6)
