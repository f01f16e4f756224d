"""Text as it can be kept and shown: nothing hidden in it, in one composed form."""

import re
import unicodedata
from typing import Final


def clean(text: str) -> str:
    """The text without control and direction characters or surrogates, in one composed form."""
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").translate(_WHITESPACE))
    if composed.replace("\n", "").isprintable():  # nearly every text is, and a library has many
        return composed.strip()
    kept = "".join(char for char in composed if char in "\n\u200d" or not _forbidden(char))
    return _LOOSE_JOINER.sub("", kept).strip()


_WHITESPACE: Final = str.maketrans({"\t": " ", **dict.fromkeys("\r\v\f\x85\u2028\u2029", "\n")})
_LOOSE_JOINER: Final = re.compile(r"(?<![^\w\s])\u200d+|\u200d+(?![^\w\s\u200d])")
"""Zero-width joiners hold families of emoji together; anywhere else they only hide something."""


def _forbidden(char: str) -> bool:
    unassigned = ord(char) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(char) <= 0xFDEF
    return unassigned or unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
