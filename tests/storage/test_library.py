"""The library shows every exercise there is, whatever else lies in its folders."""

from pathlib import Path

import pytest

from sessionrunner.locale import load
from sessionrunner.storage.exercise_file import BadExercise, MissingExercise
from sessionrunner.storage.library import Library, MisspeltExercise, UnknownExercise, shipped_folder
from tests.storage.written import SMALL

SWEDISH = load("sv")


def shelve(folder: Path, name: str, package: str = "Introduktion", lines: str = "1-2", title: str = "T") -> Path:
    """Put an exercise with this id into its place in the folder."""
    path = folder / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    text = SMALL.replace("id: introduktion/liten", f"id: {name}\nsource: {{lines: {lines}}}")
    text = text.replace("package: Introduktion", f"package: {package}").replace("Liten övning", title)
    path.write_text(text, "utf-8")
    return path


def ids(library: Library) -> list[str]:
    return [exercise.id for exercise in library.exercises()]


def test_packages_come_in_the_documents_order(tmp_path: Path) -> None:
    """Introduktion first, what the documents do not know last, and not by the alphabet."""
    shelve(tmp_path, "utreda/a", "Utreda")
    shelve(tmp_path, "eget/a", "Eget")
    shelve(tmp_path, "aktualisera/a", "Aktualisera")
    shelve(tmp_path, "introduktion/a", "Introduktion")
    shelve(tmp_path, "annat/a", "Annat")
    expected = ["introduktion/a", "aktualisera/a", "utreda/a", "annat/a", "eget/a"]
    assert ids(Library([tmp_path])) == expected


def test_exercises_of_a_package_come_as_in_the_document(tmp_path: Path) -> None:
    """Line 98 comes before line 426; those of no document come last."""
    shelve(tmp_path, "introduktion/c", lines="426-446")
    shelve(tmp_path, "introduktion/b", lines="98")
    shelve(tmp_path, "introduktion/a", lines="''")
    assert ids(Library([tmp_path])) == ["introduktion/b", "introduktion/c", "introduktion/a"]


def test_a_broken_file_does_not_hide_the_others(tmp_path: Path) -> None:
    """The hour can be held though somebody has been at one of the files."""
    shelve(tmp_path, "introduktion/a")
    broken = tmp_path / "introduktion" / "b.yaml"
    broken.write_text("id: introduktion/b\ntitle 'x", "utf-8")
    library = Library([tmp_path])
    assert ids(library) == ["introduktion/a"]
    assert {problem.file for problem in library.problems()} == {str(broken)}
    assert library.files() == [tmp_path / "introduktion" / "a.yaml", broken]


def test_a_broken_exercise_asked_for_by_id_tells_what_is_wrong_with_it(tmp_path: Path) -> None:
    """It is not unknown: it is broken, and the line is told."""
    (tmp_path / "introduktion").mkdir()
    (tmp_path / "introduktion" / "b.yaml").write_text("id: introduktion/b\n", "utf-8")
    with pytest.raises(BadExercise):
        Library([tmp_path]).find("introduktion/b")


def test_an_exercise_is_found_by_id_and_by_the_last_part_of_it(tmp_path: Path) -> None:
    """Nobody types the package when the name is enough."""
    path = shelve(tmp_path, "introduktion/min-uppgift")
    library = Library([tmp_path])
    assert library.find("introduktion/min-uppgift")[1] == path
    assert library.find("min-uppgift")[0].id == "introduktion/min-uppgift"


def test_a_last_part_that_two_packages_have_is_not_guessed(tmp_path: Path) -> None:
    """Both are suggested instead."""
    shelve(tmp_path, "utreda/delaktighet")
    shelve(tmp_path, "journal/delaktighet")
    with pytest.raises(MisspeltExercise) as error:
        Library([tmp_path]).find("delaktighet")
    assert "utreda/delaktighet" in SWEDISH.explain(error.value)
    assert "journal/delaktighet" in SWEDISH.explain(error.value)


def test_an_exercise_is_found_by_path(tmp_path: Path) -> None:
    """A file that lies anywhere can be led."""
    path = shelve(tmp_path, "eget/egen")
    exercise, found = Library([]).find(str(path))
    assert (exercise.id, found) == ("eget/egen", path)


def test_a_path_to_nothing_is_a_missing_file(tmp_path: Path) -> None:
    """What looks like a file is told as a file."""
    with pytest.raises(MissingExercise):
        Library([]).find(str(tmp_path / "borta.yaml"))


def test_a_misspelt_id_gets_a_suggestion(tmp_path: Path) -> None:
    """The nearest name is in the remedy."""
    shelve(tmp_path, "introduktion/min-uppgift")
    with pytest.raises(MisspeltExercise) as error:
        Library([tmp_path]).find("introduktion/min-upgift")
    assert "Menade du introduktion/min-uppgift?" in SWEDISH.explain(error.value)


def test_an_id_like_nothing_points_to_the_list(tmp_path: Path) -> None:
    """No suggestion is better than a wild one."""
    shelve(tmp_path, "introduktion/min-uppgift")
    with pytest.raises(UnknownExercise) as error:
        Library([tmp_path]).find("xyz")
    assert type(error.value) is UnknownExercise


def test_a_later_folder_takes_the_place_of_an_earlier(tmp_path: Path) -> None:
    """A workplace's own version is the one that is led."""
    shelve(tmp_path / "shipped", "introduktion/a", title="Medföljande")
    shelve(tmp_path / "own", "introduktion/a", title="Egen")
    library = Library([tmp_path / "shipped", tmp_path / "own"])
    assert [exercise.title for exercise in library.exercises()] == ["Egen"]
    assert library.problems() == []


def test_the_same_id_twice_in_a_folder_is_a_problem(tmp_path: Path) -> None:
    """The first is kept and the second is told."""
    shelve(tmp_path, "introduktion/a")
    copy = tmp_path / "kopia.yaml"
    copy.write_text((tmp_path / "introduktion" / "a.yaml").read_text("utf-8"), "utf-8")
    library = Library([tmp_path])
    assert [problem.file for problem in library.problems()] == [str(copy)]
    assert library.find("introduktion/a")[1] != copy


def test_other_files_and_missing_folders_are_let_alone(tmp_path: Path) -> None:
    """Pictures, hidden copies and folders that are not there are no problems."""
    (tmp_path / "bild.png").write_bytes(b"x")
    (tmp_path / "._a.yaml").write_bytes(b"\0")
    (tmp_path / "mapp.yaml").mkdir()
    library = Library([tmp_path, tmp_path / "borta"])
    assert (library.files(), library.problems(), library.exercises()) == ([], [], ())


def test_what_comes_with_the_program_is_found_and_whole() -> None:
    """The shipped folders are where they should be, and every file in them can be led."""
    library = Library([shipped_folder("exercises")])
    assert library.exercises()
    assert library.problems() == []
    assert shipped_folder("themes").is_dir()
