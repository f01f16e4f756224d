"""How an exercise that is being written looks: its steps, its texts, what is wrong with it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.table import Table
from rich.text import Text
from textual.content import Content

from sessionrunner.core.manuscript import Manuscript, Trouble, minutes_of
from sessionrunner.core.manuscript import planned_minutes as planned
from sessionrunner.locale import Catalogue
from sessionrunner.tui.editor_fields import Field, fields
from sessionrunner.tui.safe import joined, one_line, safe


@dataclass(frozen=True, slots=True)
class ManuscriptLook:
    """The page as it stands, drawn piece by piece; step -1 is the exercise as a whole."""

    words: Catalogue
    page: Manuscript
    troubles: Sequence[Trouble] = ()

    def headline(self, saved: bool) -> Content:
        """The sum of the steps, whether it is saved, the title."""
        steps, stated = planned(self.page.keys), minutes_of(self.page.keys.get("minutes"))
        # Turns, and points whose length the leader sets, have none that can be added up here.
        same = steps == stated or not all(minutes_of(one.get("minutes")) for one in self.page.steps())
        total = self.words("editor.total" if same else "editor.total-differs", steps=f"{steps:g}", stated=f"{stated:g}")
        title = one_line(str(self.page.keys.get("title", "")), "bold")
        unsaved = "" if saved else self.words("editor.unsaved")
        return joined(Content.styled(total, "bold" if same else "bold $soon"), unsaved, title, between=" · ")

    def rows(self) -> list[Content]:
        """The exercise as a whole, then its steps."""
        return [self._row(number) for number in range(-1, len(self.page.steps()))]

    def fields(self, step: int) -> list[Field]:
        """What can be written of this step."""
        return fields(self.words, self.page.keys, step)

    def field_row(self, field: Field) -> Table:
        """Its name in a column of its own, so that long texts hang beside it."""
        row = Table.grid(padding=(0, 1))
        row.add_column(width=12)
        changed = "! " if self.page.beneath(field.place) else ""
        row.add_row(Text(f"{changed}{field.label}", "bold"), Text(safe(field.text(self.page.keys) or "–").plain))
        return row

    def trouble(self, step: int) -> Content:
        """What is wrong with this step, or with any; or that nothing is."""
        told = next((one for one in self.troubles if one.step == step), next(iter(self.troubles), None))
        if told is not None:
            return safe(self._told(told), "$soon")
        moved = list(self._moved(step))
        return safe("\n".join(moved), "$soon") if moved else safe(self.words("editor.good"))

    def _moved(self, step: int) -> Iterator[str]:
        """Where the exercise beneath has changed under texts of this step, and what it says now."""
        for field in self.fields(step):
            beneath = self.page.beneath(field.place)
            if beneath is not None:
                yield self.words("editor.moved", field=field.label, says=_told(beneath.says))
        if not self._has_moved(step) and self.page.moved:
            yield self.words("editor.moved-elsewhere", n=len(self.page.moved))

    def _has_moved(self, step: int) -> bool:
        return any(self.page.beneath(field.place) for field in self.fields(step))

    def _row(self, step: int) -> Content:
        wrong = ("⚠ ", "bold $soon") if any(one.step == step for one in self.troubles) else ("  ", "")
        if self._has_moved(step) and not wrong[1]:
            wrong = ("! ", "bold $soon")
        if step < 0:
            return Content.assemble(wrong, self.words("editor.whole"))
        keys = self.page.steps()[step]
        minutes = keys.get("minutes") or f"{keys.get('turn_minutes', '?')}×"
        return Content.assemble(wrong, f"{minutes:>4}  ", one_line(str(keys.get("title", ""))))

    def _told(self, trouble: Trouble) -> str:
        """In the words of the screen where the file's words would name a key of the file."""
        steps = self.page.steps()
        if trouble.message.key == "check.minutes-do-not-add-up.message":
            return f"⚠ {self.words('editor.differs', steps=f'{planned(self.page.keys):g}')}"
        where = f"{steps[trouble.step].get('title', '')}: " if 0 <= trouble.step < len(steps) else ""
        return f"⚠ {where}{self.words.render(trouble.message)} {self.words.render(trouble.remedy)}"


def _told(says: object) -> str:
    """On one line; what is no text, such as the tables of a room, is only said to be something else."""
    lines = says if isinstance(says, list) else [says]
    texts = [" ".join(one.split()) for one in lines if isinstance(one, str)]
    return " · ".join(texts) or ("–" if says is None else "…")
