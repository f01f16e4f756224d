"""How many have answered, and the answers once they may be shown."""

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from sessionrunner.core.exercise import QuestionKind, Step
from sessionrunner.core.lesson import Collected
from sessionrunner.core.opening import latest_form
from sessionrunner.core.privacy import FLOOR
from sessionrunner.core.tally import tally
from sessionrunner.desk import Desk
from sessionrunner.locale import Catalogue
from sessionrunner.tui.safe import one_line, safe

_LABEL, _BAR = 24, 20
"""The longest label and the longest bar, in characters: both fit beside each other on the smallest screen."""


def answer_text(words: Catalogue, collected: Sequence[Collected]) -> Content:
    """Every question with its answers, mixed as they are."""
    parts: list[Content] = []
    for one in collected:
        parts += [safe(one.question.ask, "bold $accent"), *_lines(words, one), Content("")]
    return Content("\n").join(parts)


def _lines(words: Catalogue, one: Collected) -> list[Content]:
    """Texts one by one; values of a scale or choice as a distribution, in the order of the form."""
    if one.question.kind is QuestionKind.TEXT:
        return [_answer(text) for text in one.answers]
    return distribution(words, one)


def distribution(words: Catalogue, one: Collected) -> list[Content]:
    """How many chose each value: label, bar and number on a line each, and how many answered."""
    counts = tally(one)
    most = max((count.number for count in counts), default=0)
    widest = min(max((len(count.label) for count in counts), default=0), _LABEL)
    rows = [
        Content.assemble(
            one_line(count.label[:_LABEL].rjust(widest)),
            " ",
            ("█" * round(_BAR * count.number / most) if most else "", "$accent"),
            f" {count.number}",
        )
        for count in counts
    ]
    return [*rows, Content.styled(words("answers.counted", n=sum(count.number for count in counts)), "$muted")]


def counted(one: Collected) -> Content:
    """How many chose each value, on one line, in the order of the form; values nobody chose are left out."""
    return one_line("   ".join(f"{count.label} ({count.number})" for count in tally(one) if count.number))


def _answer(text: str) -> Content:
    return Content.assemble(("– ", "$muted"), safe(text.replace("\n", " ")))


def unopened(desk: Desk) -> int:
    """How many answers of the latest form can be opened and have not been."""
    form = latest_form(desk.session)
    if form is None or form.id in desk.session.revealed:
        return 0
    count = desk.answers.received().get(form.id, 0)
    return count if count >= max(desk.session.threshold, FLOOR) else 0


class AnswerCell(Static):
    """Answers received and what it takes to show them; else how many phones follow."""

    def __init__(self, words: Catalogue) -> None:
        super().__init__(id="answers")
        self._words = words
        self._drawn: tuple[object, ...] = ()

    def show(self, desk: Desk, with_texts: bool) -> None:
        """Count again; ``with_texts`` shows opened answers too, where there is room for them."""
        form = latest_form(desk.session)
        count = desk.answers.received().get(form.id, 0) if form else 0
        revealed = form is not None and form.id in desk.session.revealed
        drawn = (form, count, revealed, desk.audience.connected, with_texts, desk.room.ready())
        if drawn == self._drawn:
            return
        self._drawn = drawn
        self.update(self._text(desk, form, count, with_texts))

    def _text(self, desk: Desk, form: Step | None, count: int, with_texts: bool) -> Content:
        connected = self._words("tui.answers.connected", n=desk.audience.connected)
        if desk.room.ready():
            done = self._words("tui.answers.count", n=desk.room.ready(), people=len(desk.session.people))
            return Content("\n").join([Content.styled(done, "bold"), one_line(connected, "$muted")])
        if form is None:
            return one_line(connected, "$muted")
        answered = self._words("tui.answers.count", n=count, people=len(desk.session.people))
        lines = [Content.styled(answered, "bold"), self._state(desk, form, count), one_line(connected, "$muted")]
        if with_texts and form.id in desk.session.revealed:
            lines += [
                Content(""),
                answer_text(self._words, [one for one in desk.answers.collected() if one.question in form.collect]),
            ]
        return Content("\n").join(lines)

    def _state(self, desk: Desk, form: Step, count: int) -> Content:
        least = max(desk.session.threshold, FLOOR)
        if form.id in desk.session.revealed:
            return Content(self._words("tui.answers.open"))
        return Content(self._words("tui.answers.ready" if count >= least else "tui.answers.least", least=least))
