"""Every screen but the library: loaded together, once the library has been painted."""

from sessionrunner.core.session import Stage
from sessionrunner.host import Host
from sessionrunner.locale import Catalogue
from sessionrunner.tui.messages import AskForPeople, PrepareExercise, PrepareProgramme, ShowLessons
from sessionrunner.tui.screens.ask import Ask
from sessionrunner.tui.screens.base import LeaderScreen
from sessionrunner.tui.screens.before_day import BeforeDayScreen
from sessionrunner.tui.screens.day import DayScreen
from sessionrunner.tui.screens.doctor import DoctorScreen
from sessionrunner.tui.screens.gap import GapQuestion
from sessionrunner.tui.screens.leading import LeadingScreen
from sessionrunner.tui.screens.lessons import LessonsScreen
from sessionrunner.tui.screens.lobby import LobbyScreen
from sessionrunner.tui.screens.people import PeopleScreen
from sessionrunner.tui.screens.preparation import PreparationScreen
from sessionrunner.tui.screens.running import RunningScreen
from sessionrunner.tui.screens.saved import SavedScreen
from sessionrunner.tui.screens.session import SessionScreen
from sessionrunner.tui.timekeeping import Lookout

__all__ = ["Views"]


class Views:
    """What the app shows and asks about, by name."""

    ask = Ask
    before_day = BeforeDayScreen
    day = DayScreen
    doctor = DoctorScreen
    gap = GapQuestion
    leading = LeadingScreen
    lessons = LessonsScreen
    lobby = LobbyScreen
    people = PeopleScreen
    preparation = PreparationScreen
    running = RunningScreen
    saved = SavedScreen
    session = SessionScreen
    stage = Stage

    def __init__(self) -> None:
        self.lookout = Lookout()
        """Remembers the last look at the clocks."""

    def asked_for(
        self, asked: PrepareExercise | PrepareProgramme | AskForPeople | ShowLessons, words: Catalogue, host: Host
    ) -> LeaderScreen:
        """The screen that another one has asked for."""
        if isinstance(asked, PrepareExercise):
            return self.preparation(words, asked.exercise, host)
        if isinstance(asked, PrepareProgramme):
            return self.before_day(words, asked.programme, host, asked.day_open)
        if isinstance(asked, AskForPeople):
            return self.people(words, host, asked.exercise, asked.arrange)
        return self.lessons(words, host.memory, host.today())
