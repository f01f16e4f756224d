"""How to practise an exercise before the room is there."""

from textual.content import Content

from sessionrunner.core.exercise import Exercise
from sessionrunner.locale import Catalogue
from sessionrunner.tui.safe import one_line, safe
from sessionrunner.tui.screens.ask import Leaflet


def practice_leaflet(words: Catalogue, exercise: Exercise) -> Leaflet:
    """The exact command.

    A rehearsal is a program of its own, so that nothing of it can be taken for a real session, nor the other way round.
    """
    command = one_line(f"sessionrunner rehearse {exercise.id}", "bold $accent")
    told = [safe(words(f"tui.rehearse.{part}")) for part in ("type", "lead", "kept", "after")]
    told.insert(1, command)
    leaflet = Leaflet(words, words("tui.rehearse.title"), Content("\n\n").join(told))
    leaflet.add_class("-wide-leaflet")
    return leaflet
