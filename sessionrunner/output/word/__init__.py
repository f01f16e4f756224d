"""A document as a Word file, in the program's own look or in a municipality's template."""

from sessionrunner.output.word.file import TemplateUnreadable, render

__all__ = ["TemplateUnreadable", "render"]
