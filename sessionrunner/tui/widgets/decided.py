"""What the room has decided, under the clock: line by line, whether it has said yes, and when it meets again."""

from collections.abc import Sequence
from datetime import date

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from sessionrunner.core.lesson import Lesson
from sessionrunner.core.session import Session
from sessionrunner.locale import Catalogue
from sessionrunner.locale.phrases import day, weekday
from sessionrunner.tui.safe import joined, one_line
from sessionrunner.tui.widgets.choices import Choices
from sessionrunner.tui.widgets.countdown import Countdown
from sessionrunner.tui.widgets.lesson_form import LessonForm


class Decided(Vertical):
    """The lines and the form for the next one."""

    def __init__(self, words: Catalogue, form: LessonForm, about_cases: bool) -> None:
        """``about_cases``: remind that nothing about a case is written."""
        super().__init__(id="decided")
        self._words, self._form, self._about_cases = words, form, about_cases
        self._lessons: Sequence[Lesson] = ()

    def compose(self) -> ComposeResult:
        """Clock, lines, day to meet again, form."""
        yield Countdown()
        yield Static(id="decided-title")
        yield Choices(id="lessons", markup=False)
        if self._about_cases:
            yield Static(self._words("lesson.case-reminder"), id="case-reminder")
        yield Static(id="again")
        yield self._form

    def show(self, session: Session) -> None:
        """Draw the lines anew, the latest in sight; the cursor stays where it was."""
        self._lessons = session.lessons
        listing = self.query_one("#lessons", OptionList)
        at = listing.highlighted
        listing.clear_options()
        listing.add_options(Option(lesson_line(self._words, lesson)) for lesson in session.lessons)
        listing.highlighted = min(at or 0, len(session.lessons) - 1) if session.lessons else None
        listing.scroll_end(animate=False)
        self._let_in(listing)
        self.query_one("#decided-title", Static).update(_title(self._words, session))
        self.query_one("#again", Static).update(_again(self._words, session.follow_up))

    def _let_in(self, listing: OptionList) -> None:
        """Nobody can see that an empty list has the cursor, and what is typed there is lost."""
        if listing.has_focus and not self._lessons:
            self._form.write_on()
        listing.can_focus = bool(self._lessons)

    @property
    def chosen(self) -> Lesson | None:
        """The line under the cursor."""
        at = self.query_one("#lessons", OptionList).highlighted
        return self._lessons[at] if at is not None and self._lessons else None


def lesson_line(words: Catalogue, lesson: Lesson) -> Content:
    """A star where it matters most, the kind, the words, then who, when and at which level."""
    kind = words(f"lesson.kind.{lesson.kind.value}")
    due = day(lesson.due, words) if lesson.due else ""
    end = ", ".join(part for part in (lesson.owner, due, lesson.level) if part)
    who = one_line(f"→ {end}", "") if end else Content("")
    star = Content.styled(f"★ {words('tui.lesson.important')}", "bold $accent") if lesson.important else ""
    return joined(star, Content.styled(kind, "bold"), one_line(lesson.text), who, between="  ")


def _title(words: Catalogue, session: Session) -> Content:
    title = words("tui.summary.title", n=len(session.lessons))
    approved = words("tui.summary.approved") if session.approved else ""
    return joined(Content.styled(title, "bold"), Content.styled(approved, "bold $accent"), between="  ")


def _again(words: Catalogue, day: date | None) -> Content:
    """The day to follow up, or that it should be agreed on, with the key for it."""
    told = words("appointment.title", date=weekday(day, words)) if day else words("appointment.when")
    return joined(Content.styled("F8", "bold $accent"), Content.styled(told, "bold" if day else "$muted"), between=" ")
