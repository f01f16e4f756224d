"""Everything on paper for one exercise: agenda, script, table signs, cards, poster, reflection slip, overviews."""

from sessionrunner.output.pack.parts import Pack, Part, render

__all__ = ["Pack", "Part", "render"]
