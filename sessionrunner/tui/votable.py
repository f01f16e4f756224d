"""What the room could vote on, or what is missing for it and the key that makes it."""

from dataclasses import dataclass

from textual.content import Content

from sessionrunner.core.ballot import FEWEST_OPTIONS, About, Option
from sessionrunner.desk import Desk
from sessionrunner.locale import Catalogue
from sessionrunner.tui.safe import safe


@dataclass(frozen=True, slots=True)
class Votable:
    """The headings or the lines of the summary, as they stand."""

    desk: Desk
    about: About
    make: str
    """The word for how the leader makes one more, where she comes from."""

    @property
    def other(self) -> "Votable":
        """The lines instead of the headings, or the other way round."""
        return Votable(self.desk, About.LESSONS if self.about is About.HEADINGS else About.HEADINGS, self.make)

    @property
    def options(self) -> tuple[Option, ...]:
        """What there is to choose between."""
        return self.desk.voting.options(self.about)

    @property
    def enough(self) -> bool:
        """Whether there is a choice."""
        return len(self.options) >= FEWEST_OPTIONS

    def lacking(self, words: Catalogue) -> tuple[Content, Content, Content]:
        """What is missing, how it is made, and whether the other can be voted on instead."""
        how = [words(f"vote.lack.{self.about.value}", n=len(self.options)), words(self.make)]
        if self.other.enough:
            how.append(words(f"vote.instead.{self.other.about.value}"))
        return safe(words("vote.lack.title"), "bold"), safe("\n".join(how)), Content("")
