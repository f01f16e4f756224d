"""What of an exercise can be changed in the program, and how it is written."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from sessionrunner.core.manuscript import Keys, Place, at
from sessionrunner.locale import Catalogue


class Form(Enum):
    """How a value is written."""

    LINE = "line"
    TEXT = "text"
    LIST = "list"
    """One a line."""


@dataclass(frozen=True, slots=True)
class Field:
    """One value that can be changed."""

    place: Place
    label: str
    form: Form

    def text(self, keys: Keys) -> str:
        """The value as it is written in a field."""
        value = at(keys, self.place)
        if value is None:
            return ""
        return "\n".join(map(str, value)) if isinstance(value, list) else str(value)

    def value(self, text: str) -> str | list[str]:
        """What stands in the exercise when this has been written."""
        lines = [line.strip() for line in text.splitlines()]
        if self.form is Form.LIST:
            return [line for line in lines if line]
        return "\n".join(lines).strip()


def fields(words: Catalogue, keys: Keys, step: int) -> list[Field]:
    """Of one step, counted from 0, or of the exercise as a whole for -1."""
    if step < 0:
        plain = (("title", Form.LINE), ("minutes", Form.LINE), ("purpose", Form.LIST))
        return [Field((key,), words(f"editor.field.{key}"), form) for key, form in plain]
    return list(_of_step(words, keys, ("steps", step)))


def _of_step(words: Catalogue, keys: Keys, here: Place) -> Iterator[Field]:
    minutes = "turn_minutes" if at(keys, (*here, "mode")) == "turns" else "minutes"
    for key in ("title", minutes):
        yield Field((*here, key), words(f"editor.field.{key}"), Form.LINE)
    for key in ("say", "do", "if_quiet"):
        yield Field((*here, "notes", key), words(f"editor.field.{key}"), Form.TEXT)
    yield Field((*here, "wall"), words("editor.field.wall"), Form.TEXT)
    yield Field((*here, "questions"), words("editor.field.questions"), Form.LIST)
    for number, table in enumerate(at(keys, (*here, "tables")) or []):
        yield Field((*here, "tables", number, "statement"), str(table.get("name", "")), Form.TEXT)
    for number, _ in enumerate(at(keys, (*here, "collect")) or [], 1):
        yield Field((*here, "collect", number - 1, "ask"), words("editor.field.ask", n=number), Form.TEXT)
