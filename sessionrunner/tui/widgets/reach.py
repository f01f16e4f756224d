"""Whether phones get through, as the leader reads it: sign, words, colour."""

from textual.content import Content

from sessionrunner.core.network.reach import Reach
from sessionrunner.locale import Catalogue


def reach_lines(words: Catalogue, reach: Reach, remedy: bool) -> list[Content]:
    """What it looks like, and if wanted what to do; nothing for a rehearsal."""
    if reach is Reach.LOCAL:
        return []
    sign, colour = ("!", "bold $soon") if reach.worrying else ("?", "bold")
    if reach.through:
        sign, colour = "✓", "bold $calm"
    said = [Content.styled(f"{sign} {words.render(reach.said)}", colour)]
    shown = remedy or reach in (Reach.WAITING, Reach.VIA)
    return [*said, Content(words.render(reach.remedy))] if shown and not reach.through else said


def short_reach(words: Catalogue, reach: Reach) -> list[Content]:
    """The same in a line, where there is little room."""
    if reach.worrying and not reach.far:
        return [Content.styled(f"! {words('network.screen.nobody')}", "bold $soon")]
    return reach_lines(words, reach, remedy=False)
