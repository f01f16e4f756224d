"""A step's questions by theme, in lines."""

from collections.abc import Iterator

from sessionrunner.core.commands import TakeTheme
from sessionrunner.core.public import theme_on_wall
from sessionrunner.core.session import NotPossible
from sessionrunner.desk import Desk
from sessionrunner.locale import Catalogue


def theme(desk: Desk, words: Catalogue, chosen: str) -> Iterator[str]:
    """``2`` puts the second theme on the wall, ``0`` the task again; without a number every theme is read out."""
    step = desk.session.step
    if step is None or not step.prompts:
        raise NotPossible("no-such-theme")
    if chosen:
        desk.handle(TakeTheme(_number(chosen)))
    up = theme_on_wall(desk.session)
    for number, one in enumerate(step.prompts, 1):
        if not chosen or one is up:
            yield words("themes.line", number=number, theme=one.name)
            yield from (words("plain.ask", text=question) for question in one.ask)
    yield words("themes.on-wall", theme=up.name) if up else words("themes.task-on-wall")


def _number(chosen: str) -> int | None:
    """The theme's number counted from 0; None for the task."""
    if not chosen.isdecimal():
        raise NotPossible("no-such-theme")
    return int(chosen) - 1 if int(chosen) else None
