"""The checklist of a preparation: a box beside each task, ticked with a key."""

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text
from textual.widgets.option_list import Option

from sessionrunner.locale.checklist import Task
from sessionrunner.tui.safe import safe
from sessionrunner.tui.widgets.choices import Choices


class Checklist(Choices):
    """Tasks in the order they are to be done."""

    def __init__(self) -> None:
        super().__init__(id="checklist", markup=False)
        self._tasks: Sequence[Task] = ()
        self._done: frozenset[str] = frozenset()

    def show(self, tasks: Sequence[Task], done: frozenset[str]) -> None:
        """Show these tasks with those ticked, the cursor where it was."""
        at = self.highlighted or 0
        self._tasks, self._done = tasks, done
        self.clear_options()
        self.add_options(Option(self._line(task)) for task in tasks)
        self.highlighted = min(at, len(tasks) - 1) if tasks else None

    def tick(self) -> frozenset[str]:
        """Tick or untick the task under the cursor, step down to what is left, and give all that are done."""
        at = self.highlighted
        if at is None:
            return self._done
        self._done ^= {self._tasks[at].key}
        self.replace_option_prompt_at_index(at, self._line(self._tasks[at]))
        if self._tasks[at].key in self._done and at + 1 < len(self._tasks):
            self.action_cursor_down()
        return self._done

    def _line(self, task: Task) -> Table:
        """The box in a column of its own, so that long lines hang beside it."""
        row = Table.grid(padding=(0, 1))
        row.add_row(Text("[x]" if task.key in self._done else "[ ]"), Text(safe(task.text).plain))
        return row
