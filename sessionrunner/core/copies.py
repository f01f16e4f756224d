"""The kinds of file that a record can be copied into, when somebody asks for one."""

from dataclasses import dataclass
from enum import Enum


class CopyKind(Enum):
    """What can be asked for."""

    WORD = "word"
    PDF = "pdf"
    PICTURE = "png"
    CALENDAR = "ics"
    TABLE = "csv"
    TEXT = "text"

    @property
    def file_name(self) -> str:
        """The name in the session's folder."""
        stem = {CopyKind.CALENDAR: "uppföljning", CopyKind.TEXT: "frågor vidare"}.get(self, "lärdomar")
        ending = {CopyKind.WORD: "docx", CopyKind.TEXT: "txt"}.get(self, self.value)
        return f"{stem}.{ending}"


@dataclass(frozen=True, slots=True)
class Copy:
    """A file that has been made."""

    name: str
    content: bytes
