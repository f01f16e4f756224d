"""What every screen of the app shares beside the hour itself: words, colours, help, and a calm way to fall."""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from textual.app import SystemCommand
from textual.command import CommandPalette
from textual.filter import Monochrome, NoColor
from textual.screen import Screen

from sessionrunner.core.theme import Theme
from sessionrunner.locale import Catalogue
from sessionrunner.tui import colours, wardrobe
from sessionrunner.tui.keys import Key
from sessionrunner.tui.palette import Palette
from sessionrunner.tui.screens.base import COLOURS, LeaderScreen
from sessionrunner.tui.sturdy import SturdyApp


class SpeakingApp(SturdyApp):
    """An app that says everything in the leader's language and colours."""

    def __init__(self, catalogue: Catalogue, themes: Mapping[str, Theme], theme: str) -> None:
        super().__init__()
        self.words = catalogue
        for one in themes.values():
            self.register_theme(colours.textual_theme(one))
        self._own_themes = dict(themes)
        self.theme = colours.WITHOUT_COLOUR if self.no_color else theme
        if self.no_color:
            # Textual has chosen greys by the theme it started with, and greys of no colour are black on black.
            self._filters = [one for one in self._filters if not isinstance(one, Monochrome)]
            self._filters.append(NoColor())

    @property
    def failure(self) -> Exception | None:
        """What made the screens stop, when something of our own did."""
        return self._exception

    def _fatal_error(self) -> None:
        """Say that nothing is lost; Textual's own report would show what variables hold, answers too, to the room."""
        self.panic(self.words("tui.crash"))

    def refresh_css(self, animate: bool = True) -> None:
        """Before anything is shown, new colours are only noted: the styles are going to be read with them anyway."""
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    def push_screen(self, *screen: Any, **how: Any) -> Any:
        """No screen but the library is shown before all styles have been read."""
        wardrobe.complete(self.stylesheet)
        return super().push_screen(*screen, **how)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our colour names must exist under Textual's own themes too."""
        return dict(colours.FALLBACK)

    def action_help_quit(self) -> None:
        """Ctrl+C has stopped many a program by mistake: say how to leave instead."""
        self.notify(self.words("tui.quit.how"), markup=False)

    def action_explain_keys(self) -> None:
        """Show the keys of the screen underneath."""
        if isinstance(self.screen, LeaderScreen):
            # Whoever asks for help does not do so before the first screen has been painted.
            from sessionrunner.tui.screens.keys import key_leaflet

            self.push_screen(key_leaflet(self.words, (*self.screen.KEYS, COLOURS), self.screen.PURPOSE))

    def action_next_theme(self) -> None:
        """The next theme in a round; the first one after a theme that is not ours."""
        names = list(self._own_themes)
        at = names.index(self.theme) if self.theme in names else -1
        self.wear(names[(at + 1) % len(names)])

    def wear(self, name: str) -> None:
        """Change to this theme and remember it, unless the terminal has asked for no colours at all."""
        self.clear_notifications()
        if self.no_color:
            self.notify(self.words("tui.colours.none"), markup=False, timeout=4)
            return
        self.theme = name
        title = self._own_themes[name].title.get(self.words.language, name)
        self.notify(self.words("tui.colours.changed", name=title), markup=False, timeout=4)
        self.remember_theme(name)

    def remember_theme(self, name: str) -> None:
        """Begin with this theme the next time; an app that has nowhere to remember it does nothing."""

    def action_command_palette(self) -> None:
        """Everything that can be done here, by name."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(Palette(self.words))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The screen's keys, the themes, and nothing else."""
        if isinstance(screen, LeaderScreen):
            for key in (*screen.KEYS, COLOURS):
                yield self._command(screen, key)
        for name, theme in self._own_themes.items():
            title = self.words("tui.palette.theme", name=theme.title.get(self.words.language, name))
            yield SystemCommand(title, self.words("tui.palette.theme-help"), partial(self.wear, name))

    def _command(self, screen: LeaderScreen, key: Key) -> SystemCommand:
        action = partial(screen.run_action, key.action)
        return SystemCommand(key.label(self.words).capitalize(), key.help(self.words), action)
