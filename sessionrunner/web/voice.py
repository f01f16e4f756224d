"""The language that a page for the phones is in."""

from dataclasses import dataclass
from html import escape
from urllib.parse import urlencode

from sessionrunner.core.reflections import Rejection
from sessionrunner.locale import Catalogue, load


@dataclass(frozen=True, slots=True)
class Voice:
    """A page's words as HTML, and what a phone needs to go on being spoken to like this."""

    words: Catalogue
    home: str = ""
    """The language of the room when the page is in another one; empty when they are the same."""

    @property
    def language(self) -> str:
        """The language of the page."""
        return self.words.language

    @property
    def query(self) -> str:
        """Follows every address, so that the next page is in the same language."""
        return f"?lang={self.language}" if self.home else ""

    @property
    def foreign(self) -> str:
        """Attribute of what the room has written, where that is in another language than the page."""
        return f' lang="{self.home}"' if self.home else ""

    def in_language(self, language: str) -> "Voice":
        """For somebody who would rather read this language."""
        return self if language == self.language else Voice(load(language), self.home or self.language)

    def way_back(self, **values: str) -> str:
        """Where to go after a form was sent, in the same language."""
        return f"./?{urlencode({**values, **({'lang': self.language} if self.home else {})})}"

    def say(self, key: str, **values: object) -> str:
        """A sentence of the web's, as HTML."""
        return escape(self.words(f"web.{key}", **values))

    def reason(self, rejection: Rejection, anchor: str = "") -> str:
        """Why an answer could not be taken, as HTML, with an id that its field can point at."""
        mark = f' id="{anchor}"' if anchor else ""
        return f'<p class="wrong"{mark}>{escape(self.words.render(rejection.reason))}</p>'
