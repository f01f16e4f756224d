"""The project's themes as Textual knows them."""

from collections.abc import Mapping
from types import MappingProxyType

from textual.theme import Theme as TextualTheme

from sessionrunner.core.theme import Theme

WITHOUT_COLOUR = "ansi-dark"
"""The theme for NO_COLOR: the only kind under which Textual sends no colours at all."""

FALLBACK: Mapping[str, str] = MappingProxyType(
    {
        "line": "ansi_default",
        "muted": "ansi_default",
        "on-accent": "ansi_black",
        "calm": "ansi_default",
        "soon": "ansi_yellow",
        "ending": "ansi_red",
        "over": "ansi_magenta",
    }
)
"""Our own colour names under themes that are not ours."""


def textual_theme(theme: Theme) -> TextualTheme:
    """The same colours under Textual's names, and those that only our screens use."""
    return TextualTheme(
        name=theme.id,
        dark=theme.dark,
        primary=theme.accent,
        secondary=theme.accent,
        accent=theme.accent,
        warning=theme.soon,
        error=theme.ending,
        success=theme.calm,
        foreground=theme.text,
        background=theme.background,
        surface=theme.surface,
        panel=theme.surface,
        text_alpha=1.0,
        variables=_variables(theme),
    )


def _variables(theme: Theme) -> dict[str, str]:
    return {
        "line": theme.line,
        "muted": theme.muted,
        "on-accent": theme.on_accent,
        "calm": theme.calm,
        "soon": theme.soon,
        "ending": theme.ending,
        "over": theme.over,
        "text": theme.text,
        "text-muted": theme.muted,
        "text-disabled": theme.muted,
        "border": theme.accent,
        "border-blurred": theme.line,
        "block-cursor-background": theme.accent,
        "block-cursor-foreground": theme.on_accent,
        "block-cursor-blurred-background": theme.surface,
        "block-cursor-blurred-foreground": theme.text,
        "input-cursor-background": theme.text,
        "input-cursor-foreground": theme.background,
        "input-selection-background": theme.accent,
        "input-selection-foreground": theme.on_accent,
        "scrollbar": theme.line,
        "scrollbar-background": theme.background,
        "scrollbar-corner-color": theme.background,
    }
