"""A new exercise as plain keys and text: opening, the parts asked for, reflection, joint closing."""

import re
from dataclasses import dataclass
from typing import Any

from sessionrunner.core.blueprint import CLOSING, LONGEST, OPENING, REFLECTION, Part, least_minutes, shares
from sessionrunner.core.text import Text
from sessionrunner.locale import Catalogue

Keys = dict[str, Any]
_TABLES, _ONE_MORE = 3, 10
_LONGEST_LINE = 120
"""As in the files."""
_SWEDISH = str.maketrans("åäöéüø _", "aaoeuo--")


@dataclass(frozen=True, slots=True)
class Blueprint:
    """What a leader answers about an exercise of their own."""

    title: str
    purpose: str
    minutes: int
    parts: tuple[Part, ...]
    package: str = ""
    question: str = ""
    """What they are to talk about; empty when that is written later."""


class Unfit(Exception):
    """An answer that cannot be used; ``text`` says why, and the question is asked again."""

    def __init__(self, what: str, **values: object) -> None:
        super().__init__(what)
        self.text = Text(f"author.wrong.{what}", values)


def read_line(text: str) -> str:
    """A few words on one line; Unfit when there are none or too many."""
    if not text:
        raise Unfit("empty")
    if len(text) > _LONGEST_LINE:
        raise Unfit("too-long", most=_LONGEST_LINE)
    return text


def read_parts(text: str) -> tuple[Part, ...]:
    """Numbers as they are listed, or the words of the command line; Unfit for anything else."""
    known = {**{str(n): part for n, part in enumerate(Part, 1)}, **{part.value: part for part in Part}}
    told = re.findall(r"[^\s,;+]+", text.lower())
    if not told or not {*told} <= known.keys():
        raise Unfit("parts", most=len(Part))
    return tuple(known[one] for one in told)


def read_minutes(text: str, parts: tuple[Part, ...]) -> int:
    """Whole minutes that are enough for these parts; Unfit for anything else."""
    if not re.fullmatch(r"[0-9]{1,4}", text) or int(text) > LONGEST:
        raise Unfit("minutes", most=LONGEST)
    if int(text) < least_minutes(parts):
        raise Unfit("short", least=least_minutes(parts))
    return int(text)


def slug(name: str) -> str:
    """The name as part of an id: lower-case letters a–z, digits and hyphens."""
    plain = "".join(
        char for char in name.lower().translate(_SWEDISH) if char.isascii() and (char.isalnum() or char == "-")
    )
    return re.sub("-+", "-", plain).strip("-")[:60].strip("-") or "ovning"


def drawn(words: Catalogue, plan: Blueprint, exercise_id: str) -> Keys:
    """The exercise with something to go on in every step; ValueError when it is too short for its parts."""
    lengths = shares(plan.minutes, plan.parts)
    middle = [
        _about(words, part, _step(words, part, plan.parts[:at].count(part) + 1, minutes), plan.question)
        for at, (part, minutes) in enumerate(zip(plan.parts, lengths, strict=True))
    ]
    return {
        "id": exercise_id,
        "title": plan.title,
        "package": plan.package or words("author.own-package"),
        "minutes": str(plan.minutes),
        "purpose": [plan.purpose],
        "steps": [_opening(words, plan), *middle, _reflection(words), _closing(words)],
    }


def _about(words: Catalogue, part: Part, step: Keys, question: str) -> Keys:
    """The step with the question on its wall and among what is said, where they talk or think about it."""
    if not question or part in {Part.FILM, Part.BREAK}:
        return step
    notes = {**step["notes"], "say": f"{step['notes']['say']} {words('author.topic', question=question)}"}
    return {**step, "notes": notes, "wall": f"{question}\n{step['wall']}"}


def _opening(words: Catalogue, plan: Blueprint) -> Keys:
    step = _told(words, "opening", OPENING, title=plan.title, purpose=plan.purpose)
    return {"id": "start", **step, "mode": "plenary"}


def _reflection(words: Catalogue) -> Keys:
    ask = {"id": "tar-med", "ask": words("author.part.reflection.ask"), "kind": "text"}
    return {"id": "reflektion", **_told(words, "reflection", REFLECTION), "mode": "alone", "collect": [ask]}


def _closing(words: Catalogue) -> Keys:
    step = _told(words, "closing", CLOSING)
    return {"id": "avslut", **step, "mode": "summary", "protect": "true", "outputs": ["activity", "agreement"]}


def step(words: Catalogue, part: Part) -> Keys:
    """One more step of this kind, ten minutes long."""
    return _step(words, part, 1, _ONE_MORE)


def _step(words: Catalogue, part: Part, number: int, minutes: int) -> Keys:
    name = slug(words(f"author.part.{part.value}.id")) + (f"-{number}" if number > 1 else "")
    return {"id": name, **_told(words, part.value, minutes), **_shape(words, part, minutes)}


def _shape(words: Catalogue, part: Part, minutes: int) -> Keys:
    """What the way of working needs beside a task and a length."""
    if part is Part.PAIRS:
        return {"mode": "groups", "groups": {"size": "2-3"}}
    if part is Part.GROUPS:
        return {"mode": "groups", "groups": {"size": "4-6", "reporter": "true"}}
    if part is not Part.TABLES:
        return {"mode": part.value}
    tables = [
        {"name": words("author.table", n=n), "statement": words("author.statement", n=n)} for n in range(1, _TABLES + 1)
    ]
    return {
        "mode": "tables",
        "tables": tables,
        "rounds": {"minutes": str((minutes - _TABLES + 1) // _TABLES), "move": "1"},
    }


def _told(words: Catalogue, part: str, length: int, **values: object) -> Keys:
    """Title, length, notes and wall; a part may have fewer of them."""
    known = words.section(f"author.part.{part}")
    said = {key: words(f"author.part.{part}.{key}", **values) for key in known}
    notes = {key: said[key] for key in ("say", "do", "if_quiet") if key in said}
    told: Keys = {"title": said["title"], "minutes": str(length), "notes": notes}
    return told | ({"wall": said["wall"]} if "wall" in said else {})
