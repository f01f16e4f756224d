"""Groups prepared on the real laptop: kept, taken over, and gone from every file but the laptop's own."""

from pathlib import Path

import pytest

from sessionrunner.cli.arguments import Arguments, build_parser
from sessionrunner.cli.choosing import host_for
from sessionrunner.cli.hosting import LaptopHost
from sessionrunner.cli.places import Places
from sessionrunner.core.commands import LockGroup, MovePerson, Next
from sessionrunner.core.exercise import LessonKind
from sessionrunner.core.session import Session
from sessionrunner.core.wishes import Crowd
from sessionrunner.desk import Desk
from sessionrunner.locale import load
from tests.storage.canary import names_under

PEOPLE = (
    "Kanariefågel",
    "Bofink",
    "Cikada",
    "Daggmask",
    "Ekorre",
    "Fiskmås",
    "Gräshoppa",
    "Humla",
    "Iller",
    "Järv",
    "Knott",
    "Lärka",
)
TASK = "introduktion/min-uppgift"


def a_host(tmp_path: Path) -> LaptopHost:
    """The laptop as it is started another day."""
    state = tmp_path / "state"
    arguments = build_parser(load("sv")).parse_args(
        ["run", TASK, "--state", str(state), "--lessons", str(tmp_path / "lessons")], Arguments()
    )
    (tmp_path / "lessons").mkdir(exist_ok=True)
    return host_for(arguments, load("sv"), Places(state, state / "settings.yaml", state / "exercises"))


def prepared(tmp_path: Path, people: tuple[str, ...] = PEOPLE) -> Session:
    """The day before: one person moved and one group locked by hand."""
    host = a_host(tmp_path)
    desk = host.beforehand.prepare(host.shelf.find(TASK), Crowd(people), spread=True)
    first, second = desk.session.groups["bikupa"].groups[:2]
    desk.handle(MovePerson("bikupa", first.members[0], second.label))
    desk.handle(LockGroup("borden", "A"))
    host.shutdown()
    return desk.session


def led(host: LaptopHost, people: tuple[str, ...]) -> Desk:
    """A session with one lesson, led to its end."""
    desk = host.open(host.shelf.find(TASK), people)
    for _ in desk.session.exercise.steps:
        desk.handle(Next())
    desk.add_lesson(LessonKind.IDEA, "Vi läser varandras journaler")
    desk.close()
    return desk


def test_the_next_day_opens_with_what_was_prepared(tmp_path: Path) -> None:
    """The same groups, the move and the lock."""
    before = prepared(tmp_path)
    host = a_host(tmp_path)
    kept = host.beforehand.prepared(host.shelf.find(TASK))
    assert kept is not None and kept.groups == before.groups
    desk = host.open(host.shelf.find(TASK), PEOPLE)
    assert desk.session.groups == before.groups
    assert desk.session.locked == {"borden": {"A"}}
    host.shutdown()


def test_somebody_who_is_ill_leaves_the_others_where_they_are(tmp_path: Path) -> None:
    """The smallest change to the groups that are on the printed slips."""
    before = prepared(tmp_path)
    host = a_host(tmp_path)
    groups = host.open(host.shelf.find(TASK), PEOPLE[:-1]).session.groups["borden"].groups
    host.shutdown()
    left = [set(group.members) - {PEOPLE[-1]} for group in before.groups["borden"].groups]
    assert [set(group.members) for group in groups] == left


def test_other_people_get_groups_of_their_own(tmp_path: Path) -> None:
    """What was prepared waits for those it was made for."""
    prepared(tmp_path)
    host = a_host(tmp_path)
    desk = host.open(host.shelf.find(TASK), ("Ann", "Bo", "Cia", "Dan", "Eva", "Fia"))
    assert desk.session.arranged == set()
    host.shutdown()


def test_names_never_leave_the_laptop_and_go_when_the_hour_is_over(tmp_path: Path) -> None:
    """Not in the lessons folder; and after the end in no file at all, though it is known who has met."""
    prepared(tmp_path)
    assert names_under(tmp_path / "state", PEOPLE) == set(PEOPLE)
    host = a_host(tmp_path)
    led(host, PEOPLE)
    host.shutdown()
    assert list((tmp_path / "lessons").glob("*/lärdomar.md"))
    assert names_under(tmp_path / "lessons", PEOPLE) == set()
    assert names_under(tmp_path / "state", PEOPLE) == set()


def test_the_search_for_names_finds_them_in_a_record(tmp_path: Path) -> None:
    """The control: somebody who is named in a lesson is found."""
    host = a_host(tmp_path)
    desk = host.open(host.shelf.find(TASK), PEOPLE)
    desk.handle(Next())
    desk.add_lesson(LessonKind.IDEA, "Ekorre bjuder på fika")
    desk.close()
    host.shutdown()
    assert names_under(tmp_path / "lessons", PEOPLE) == {"Ekorre"}


@pytest.mark.parametrize("forgotten", [False, True])
def test_people_who_met_last_time_are_known_until_they_are_forgotten(tmp_path: Path, forgotten: bool) -> None:
    """From codes only."""
    host = a_host(tmp_path)
    led(host, PEOPLE)
    if forgotten:
        assert host.beforehand.forget()
    met = host.open(host.shelf.find(TASK), PEOPLE).session.met
    host.shutdown()
    assert bool(met) is not forgotten
