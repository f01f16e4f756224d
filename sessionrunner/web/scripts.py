"""The pages' scripts, each put together from small parts into one file: one request, and no names that meet others."""

import json
from typing import Final

from sessionrunner.core.personal import rule_set
from sessionrunner.web.styles import asset

_PHONE: Final = (
    "memory", "personal", "form", "ballot", "checking", "sending", "ready", "closed", "picture", "clock", "line",
)  # fmt: skip
_PARTS: Final = {
    "phone": (*(f"phone/{part}" for part in _PHONE), "phone/parcel", "phone/start"),
    "sealing": (
        *(f"phone/{part}" for part in _PHONE), "sealed/hpke", "sealed/envelope", "sealed/parcel", "sealed/start",
    ),
    "wall": tuple(
        f"wall/{part}"
        for part in (
            "pictures", "steps", "board", "rotation", "answers", "summary", "tables", "rooms", "vote", "fitting",
            "pages", "gong", "clock", "line",
        )
    ),
}  # fmt: skip
"""In the order they are read; the last one starts what the others have laid ready."""


def script(page: str) -> bytes:
    """The whole script of ``phone``, of a phone that seals (``sealing``), or of the ``wall``."""
    names = ["both/elements.js", "both/following.js", "both/contact.js", *(f"{part}.js" for part in _PARTS[page])]
    inside = b"\n".join([b"" if page == "wall" else _rules(), *(asset(name) for name in names)])
    return b'"use strict";\n(function () {\n' + inside + b"}());\n"


def _rules() -> bytes:
    """What the laptop takes for personal data, so that the phone stops the same before anything is sent."""
    return f"const rules = {json.dumps(rule_set())};".encode()
