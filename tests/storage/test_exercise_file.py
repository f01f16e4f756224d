"""An exercise file either gives an exercise that can be led, or says everything that is wrong with it."""

import inspect
import re
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sessionrunner.core import faults as faults_of_the_core
from sessionrunner.core import programme_faults
from sessionrunner.core.exercise import (
    Bring,
    Confidentiality,
    Exercise,
    GroupRule,
    Handout,
    LessonKind,
    Mode,
    Need,
    Notes,
    Per,
    Question,
    QuestionKind,
    Rounds,
    SizeRange,
    Source,
    StepLength,
    Table,
    TurnsPer,
)
from sessionrunner.core.faults import Fault, faults
from sessionrunner.locale import load
from sessionrunner.storage import (
    exercise_file,
    extending,
    fields,
    programme_file,
    programmes,
    scalars,
    theme_file,
    yaml_nodes,
    yaml_syntax,
)
from sessionrunner.storage.doubt import is_doubtful
from sessionrunner.storage.exercise_file import BadExercise, MissingExercise, Problem, UnreadableExercise
from tests.storage.written import SMALL, WHOLE

SWEDISH = load("sv")
MODULES = (
    exercise_file,
    extending,
    fields,
    programme_faults,
    programme_file,
    programmes,
    scalars,
    theme_file,
    yaml_nodes,
    yaml_syntax,
)


def found(text: str | bytes) -> tuple[Problem, ...]:
    with pytest.raises(BadExercise) as bad:
        exercise_file.parse(text, "egen.yaml")
    return bad.value.problems


def codes(text: str | bytes) -> list[tuple[int, int, str]]:
    return [(one.line, one.column, one.message.key.split(".")[1]) for one in found(text)]


def said(text: str) -> list[str]:
    lines = []
    for one in found(text):
        words = f"{SWEDISH.render(one.message)} · {SWEDISH.render(one.remedy)}"
        lines.append(f"{one.file}:{one.line}:{one.column}: {words}")
    return lines


def whole() -> Exercise:
    return exercise_file.parse(WHOLE, "hel.yaml")


class TestWhatIsRead:
    """Everything the file says is in the exercise."""

    def test_the_heading(self) -> None:
        """Title, package and length come through, and both lengths where the document disagrees with itself."""
        exercise = whole()
        assert (exercise.id, exercise.title) == ("introduktion/min-uppgift", "Min uppgift som socialsekreterare")
        assert (exercise.package, exercise.series) == ("Introduktion", "Introduktion")
        assert exercise.minutes == timedelta(minutes=35)
        assert exercise.minutes_in_source == (35, 40)
        assert exercise.homework is False
        assert exercise.source == Source("Studiehandledning", "426-446")
        assert exercise.confidential is Confidentiality.OWN_CASES

    def test_why_and_what_to_prepare(self) -> None:
        """Purpose, goals and preparation come through."""
        exercise = whole()
        assert exercise.purpose == ("Få syn på hur vi ser på uppdraget",)
        assert exercise.goals == ("Vi vet varför vi dokumenterar",)
        assert exercise.alternative_to == ("introduktion/annan",)
        assert exercise.preparation.send_ahead == (Handout("Inbjudan", 7, "Välkomna"),)
        assert exercise.preparation.room == ("Fyra bord att sitta runt",)
        assert exercise.preparation.bring == (Bring("leader", "Fyra papper i A3"),)

    def test_what_it_needs_and_how_else_it_can_be_led(self) -> None:
        """Needs are told as signs; an empty list of things to bring is not the same as none written."""
        exercise = whole()
        assert exercise.needs == (Need.SLIPS, Need.FILM)
        (variant,) = exercise.variants
        assert (variant.minutes, variant.bring) == (timedelta(minutes=36), ())
        assert variant.steps == (StepLength("start", timedelta(minutes=4)),)

    def test_a_plenary_step(self) -> None:
        """The leader's notes keep their lines, and lose the last empty one."""
        step = whole().step("start")
        assert (step.mode, step.minutes) == (Mode.PLENARY, timedelta(minutes=3))
        assert step.notes == Notes("Hej!\nVi börjar.", "Peka på väggen", "Vänta")
        assert (step.questions, step.wall) == (("Vad undrar ni?",), "Lyssna")

    def test_a_step_with_tables(self) -> None:
        """Tables, their statements and the rhythm of the rounds come through."""
        step = whole().step("borden")
        assert step.tables == (Table("Bord 1", "Ett"), Table("Bord 2", "Två"))
        assert step.rounds == Rounds(timedelta(minutes=4), timedelta(minutes=1))
        assert step.host_stays

    def test_a_step_with_groups(self) -> None:
        """Half minutes are minutes, and ja is yes."""
        step = whole().step("bikupa")
        assert (step.minutes, step.least) == (timedelta(minutes=4.5), timedelta(minutes=3))
        assert step.groups == GroupRule(SizeRange(2, 3), reporter=True, same_as=None, new=True)

    def test_a_step_with_turns(self) -> None:
        """A decimal comma is how Swedish minutes are written."""
        step = whole().step("varv")
        assert (step.minutes, step.turn) == (None, timedelta(minutes=2.5))
        assert step.turns_per is TurnsPer.GROUP

    def test_a_form(self) -> None:
        """A form keeps its questions in order."""
        text, scale, choice = whole().step("reflektion").collect
        assert text == Question("tar-med", "Vad tar du med dig?", QuestionKind.TEXT, per=Per.GROUP, table="Bord 2")
        assert (scale.least, scale.most, scale.low, scale.high) == (0, 10, "inte alls", "mycket")
        assert choice.options == ("Ett", "Två")

    def test_a_summary(self) -> None:
        """The closing is protected and knows what it should end in."""
        step = whole().step("avslut")
        assert step.protect
        assert step.outputs == (LessonKind.ACTIVITY, LessonKind.AGREEMENT)

    def test_text_that_other_readers_take_for_something_else(self) -> None:
        """A title that says no, 5:00 or 0123 is that text and nothing else."""
        for written in ("no", "5:00", "0123", "2026-11-21", "1e3", "'null'", ".inf"):
            exercise = exercise_file.parse(SMALL.replace("Liten övning", written), "f")
            assert exercise.title == written.strip("'")

    def test_windows_files(self) -> None:
        """Notepad's byte order mark and line ends change nothing."""
        windows = b"\xef\xbb\xbf" + SMALL.replace("\n", "\r\n").encode()
        assert exercise_file.parse(windows, "f") == exercise_file.parse(SMALL, "f")

    def test_pasted_invisible_signs_are_dropped(self) -> None:
        """A soft hyphen from a web page is no reason to stop anybody."""
        exercise = exercise_file.parse(SMALL.replace("Liten övning", "Liten öv\u00adning"), "f")
        assert exercise.title == "Liten övning"


class TestSixFaultsAtOnce:
    """One round of mending is enough: every fault has its own line."""

    WRITTEN = (
        SMALL.replace("title: Liten övning", "titel: Liten övning")
        .replace("minutes: 3", "minutes: 5:00")
        .replace("mode: groups", "mode: group")
        .replace("size: 2-3", "size: 1-3")
        .replace("id: bikupa", "id: Bikupa två")
        .replace("package: Introduktion", "package: Introduktion\nhomework: kanske")
    )

    def test_six_faults_give_six_lines(self) -> None:
        """No fault hides another, and none is told twice."""
        assert codes(self.WRITTEN) == [
            (2, 1, "misspelt-key"),
            (4, 11, "not-yes-or-no"),
            (10, 14, "minutes-as-clock"),
            (11, 9, "not-a-slug"),
            (13, 11, "misspelt-choice"),
            (15, 20, "group-of-one"),
        ]

    def test_each_line_says_what_to_write_instead(self) -> None:
        """Somebody who never heard of YAML can put it right."""
        lines = said(self.WRITTEN)
        assert lines[0] == "egen.yaml:2:1: titel är inget som programmet känner till. · Menade du title?"
        assert lines[2].startswith("egen.yaml:10:14: ”5:00” är skrivet som ett klockslag. · Skriv hela minuter")
        assert "Menade du groups?" in lines[4]

    def test_the_error_names_file_count_and_the_first_fault(self) -> None:
        """A leader who starts a broken exercise is told where to begin."""
        with pytest.raises(BadExercise) as bad:
            exercise_file.parse(self.WRITTEN, "egen.yaml")
        words = SWEDISH.explain(bad.value)
        assert words.startswith("Det är 6 fel i egen.yaml. Det första är på rad 2: titel är inget")
        assert "Menade du title?" in words


FORM_OF_150 = ", ".join(f"{{id: q{number}, ask: b, kind: text}}" for number in range(150))
ONE_FAULT = {
    "id: introduktion/liten": {
        "id: Introduktion/liten": (1, 5, "not-an-exercise-id"),
        "id: liten": (1, 5, "not-an-exercise-id"),
        "id: [a]": (1, 5, "expected-text"),
        "series: x": (1, 1, "missing-key"),
    },
    "title: Liten övning": {
        f"title: {'x' * 121}": (2, 8, "text-too-long"),
        'title: "a\\nb"': (2, 8, "not-one-line"),
        "title:": (2, 1, "empty-key"),
        "title: {a: b}": (2, 8, "expected-text"),
        'title: "a\\eb"': (2, 8, "forbidden-character"),
    },
    "package: Introduktion": {
        "package: P\npurpose: text": (4, 10, "expected-list"),
        "package: P\npurpose: [a, , b]": (4, 14, "syntax-bracket"),
        "package: P\npurpose:\n  -\n  - b": (5, 4, "empty-item"),
        "package: P\ngoals: [[a]]": (4, 9, "expected-text"),
        f"package: P\ngoals: [{'x' * 4001}]": (4, 9, "text-too-long"),
        "package: P\nconfidential: hemligt": (4, 15, "unknown-choice"),
        "package: P\npreparation: [a]": (4, 14, "expected-keys"),
        "package: P\npreparation: {bring: [papper]}": (4, 23, "expected-keys"),
        "package: P\npreparation: {send_ahead: [{what: x, days_before: snart}]}": (4, 51, "not-whole-number"),
        "package: P\nalternative_to: [bara]": (4, 18, "not-an-exercise-id"),
        "package: P\nminutes_in_source: [35.5]": (4, 21, "not-whole-number"),
        "package: P\nhelt_okänd_nyckel: x": (4, 1, "unknown-key"),
        "package: P\npackage: Q": (4, 1, "duplicate-key"),
        "package: &p P": (3, 10, "anchor"),
        "package: !!python/name:os.system P": (3, 10, "tag"),
        "package: P\n? [a]\n: b": (4, 3, "key-not-text"),
        "package: P\n<<: {a: b}": (4, 1, "unknown-key"),
        "package: P\n# \u202eabc": (4, 3, "forbidden-character"),
        "package: P\x07": (3, 11, "forbidden-character"),
        "package: P\u2028": (3, 11, "forbidden-character"),
    },
    "minutes: 10": {
        "minutes: 0": (4, 10, "no-minutes"),
        "minutes: tio": (4, 10, "not-minutes"),
        "minutes: -5": (4, 10, "not-minutes"),
        "minutes: 1441": (4, 10, "minutes-too-many"),
        "minutes: .inf": (4, 10, "not-minutes"),
        f"minutes: 0x{'f' * 1000}": (4, 10, "not-minutes"),
        "minutes: 12": (4, 10, "minutes-do-not-add-up"),
        "minuter: 10": (4, 1, "misspelt-key"),
    },
    "    groups: {size: 2-3}": {
        "    groups: {size: 3-2}": (14, 20, "size-upside-down"),
        "    groups: {size: par}": (14, 20, "not-a-size"),
        "    groups: {size: 2-300}": (14, 20, "group-too-large"),
        "    groups: {size: 2, same_as: start}": (14, 32, "same-as-unknown-step"),
        "    groups: 2-3": (14, 13, "expected-keys"),
        "    wall: hej": (10, 5, "groups-mode-without-groups"),
        "    groups: {size: 2}\n    min: 8": (15, 10, "min-above-minutes"),
        "    groups: {size: 2}\n    wall: |\n      1\n      2\n      3\n      4\n      5": (15, 11, "wall-too-long"),
        f"    groups: {{size: 2}}\n    wall: {'ett ord ' * 250}": (15, 11, "wall-line-too-long"),
        f"    groups: {{size: 2}}\n    collect: [{FORM_OF_150}]": (15, 5, "form-too-long"),
        "    groups: {size: 2}\n    rounds: {minutes: 2}": (15, 5, "rounds-without-tables"),
        "    groups: {size: 2}\n    tables: [{name: A}, {name: A}]": (15, 32, "table-name-repeated"),
        "    groups: {size: 2}\n    collect: [{id: a, ask: b, kind: scale, min: 5, max: 2}]": (
            15,
            57,
            "scale-upside-down",
        ),
        "    groups: {size: 2}\n    collect: [{id: a, ask: b, kind: choice}]": (15, 15, "choice-without-options"),
        "    groups: {size: 2}\n    outputs: [beslut]": (15, 15, "unknown-choice"),
    },
    "id: bikupa": {"id: start": (10, 9, "step-id-repeated")},
    "    minutes: 3\n": {
        "": (6, 5, "step-without-minutes"),
        "    minutes: 3\n  - bara text\n": (10, 5, "expected-keys"),
        "    minutes: 3\n  -\n": (10, 4, "empty-item"),
    },
}


@pytest.mark.parametrize(
    ("was", "written", "expected"),
    [(was, written, expected) for was, cases in ONE_FAULT.items() for written, expected in cases.items()],
)
def test_one_slip_is_one_problem_at_its_place(was: str, written: str, expected: tuple[int, int, str]) -> None:
    """The line and column are where the leader should look, and no other line cries about the same slip."""
    assert codes(SMALL.replace(was, written, 1)) == [expected]


SLIPS_OF_FORM = {
    "title: Fyra bord: fyra": (2, 17, "syntax-colon"),
    "title Liten övning": (2, 1, "syntax-no-colon"),
    "title:\n\tLiten": (3, 1, "syntax-tab"),
    "title: 'Liten": (2, 8, "syntax-quote"),
    'title: "Liten" övning': (2, 16, "syntax-after-quote"),
    "title: @Liten": (2, 8, "syntax-sign"),
    "title: [Liten": (2, 8, "syntax-bracket"),
    "title: - Liten": (2, 8, "syntax-dash"),
    "title: |Liten": (2, 9, "syntax-block"),
    'title: "Li\\ten \\q"': (2, 8, "bad-escape"),
    'title: "\\ud800"': (2, 8, "bad-escape"),
    " title: Liten": (2, 7, "syntax-other-indent"),
    "purpose:\n  - a\n b: c": (4, 2, "syntax-other-indent"),
    "title:Liten": (2, 7, "syntax-no-space"),
    "title:\n  a:Liten\n  b: c": (3, 5, "syntax-no-space"),
    "title: “Fyra bord: fyra”": (2, 18, "syntax-curly-quotes"),
    "title:\u00a0Liten": (2, 7, "syntax-hard-space"),
    "goals:\n\u00a0 a: Liten\n  b: c": (3, 1, "syntax-hard-space"),
    "title: *Liten* övning": (2, 8, "syntax-sign"),
}


@pytest.mark.parametrize(("written", "expected"), SLIPS_OF_FORM.items())
def test_a_slip_of_form_is_one_problem_with_a_remedy(written: str, expected: tuple[int, int, str]) -> None:
    """A forgotten quote or colon is told in words, not in the parser's."""
    assert codes(SMALL.replace("title: Liten övning", written)) == [expected]


def test_a_step_without_its_dash_is_one_problem() -> None:
    """Not one for every key that stands twice, and none about the sum."""
    first, _, second = WHOLE.partition("\n  - id: borden")
    assert second
    line = len(first.splitlines()) + 1
    assert codes(f"{first}\n    id: borden{second}")[0] == (line, 5, "no-dash")
    assert [code for _, _, code in codes(f"{first}\n    id: borden{second}") if code == "duplicate-key"] == []


@pytest.mark.parametrize(("swedish", "key"), [("rubrik", "title"), ("Minuter", "minutes"), ("läge", "mode")])
def test_a_key_in_swedish_is_taken_for_what_it_means(swedish: str, key: str) -> None:
    """Whoever thinks in Swedish gets the file's word for it, and no second problem."""
    at = SMALL.index(f"    {key}: ")
    (told,) = exercise_file.problems_in(SMALL[:at] + SMALL[at:].replace(key, swedish, 1), "a.yaml")
    assert SWEDISH.render(told.remedy) == f"Menade du {key}?"


class TestOtherFiles:
    """What is no exercise at all is said to be so."""

    @pytest.mark.parametrize(
        ("content", "code"),
        [
            (b"", "empty-file"),
            (b"# bara en kommentar\n", "empty-file"),
            (b"hej", "not-an-exercise"),
            (b"- a\n- b", "not-an-exercise"),
            (b"x" * (256 * 1024 + 1), "too-large"),
            ("id: å".encode("cp1252"), "not-utf8"),
            ("id: a".encode("utf-16"), "not-utf8"),
            (b"\x89PNG\r\n\x1a\n", "not-utf8"),
            (b"PK\x03\x04", "forbidden-character"),
        ],
    )
    def test_one_problem(self, content: bytes, code: str) -> None:
        """One problem, not a page of them."""
        assert [each[2] for each in codes(content)] == [code]

    def test_the_place_of_a_byte_that_is_no_utf8(self) -> None:
        """Whoever saved the file in an old encoding is shown the first such letter."""
        assert codes("id: a\ntitle: övning".encode("cp1252")) == [(2, 8, "not-utf8")]

    def test_a_second_exercise_in_the_same_file(self) -> None:
        """A file holds one exercise; the first is not quietly chosen."""
        assert codes(SMALL + "---\n" + SMALL) == [(15, 1, "many-documents")]

    def test_an_exercise_without_steps(self) -> None:
        """There must be something to lead."""
        assert codes(SMALL.split("steps:", maxsplit=1)[0] + "steps: []") == [(5, 1, "no-steps")]

    def test_a_text_with_half_a_sign(self) -> None:
        """A lone surrogate in a string from inside the program is refused too."""
        assert codes(SMALL.replace("Liten", "\ud800"))[0][2] == "not-utf8"

    def test_steps_left_empty(self) -> None:
        """The line is there, so that line is pointed at, and nobody is told to add another."""
        problems = found(SMALL.split("steps:", maxsplit=1)[0] + "steps:\n")
        assert [(one.line, one.column, one.message.key) for one in problems] == [(5, 1, "check.empty-key.message")]


class TestReading:
    """Files are read from where they lie."""

    def test_a_file(self, tmp_path: Path) -> None:
        """A file on disk gives the same as its text."""
        path = tmp_path / "liten.yaml"
        path.write_text(SMALL, "utf-8")
        assert exercise_file.read(path) == exercise_file.parse(SMALL, str(path))
        assert exercise_file.problems(path) == []

    def test_a_missing_file(self, tmp_path: Path) -> None:
        """A missing file is an error in words, and a problem line for check."""
        path = tmp_path / "borta.yaml"
        with pytest.raises(MissingExercise):
            exercise_file.read(path)
        (problem,) = exercise_file.problems(path)
        assert (problem.file, problem.line, problem.column) == (str(path), 1, 1)
        assert "borta.yaml" in SWEDISH.render(problem.message)

    def test_a_folder_instead_of_a_file(self, tmp_path: Path) -> None:
        """A folder cannot be opened, and that is no crash."""
        with pytest.raises(UnreadableExercise):
            exercise_file.read(tmp_path)

    def test_a_name_no_file_can_have(self) -> None:
        """A name with a zero in it is a missing file."""
        assert exercise_file.problems(Path("a\0b"))[0].message.key == "error.exercise.missing.message"

    def test_problems_of_a_broken_file(self, tmp_path: Path) -> None:
        """check gets the same problems as reading would give."""
        path = tmp_path / "trasig.yaml"
        path.write_text("title: x", "utf-8")
        assert [one.message.values["key"] for one in exercise_file.problems(path)] == [
            "id",
            "package",
            "minutes",
            "steps",
        ]


BOMBS = {
    "hundred thousand brackets": "[" * 100_000,
    "hundred thousand dashes": "- " * 100_000,
    "alias bomb": "a: &a [x]\n" + "".join(f"b{n}: &b{n} [{'*a,' * 9}]\n" for n in range(100)),
    "a list inside itself": "a: &a [*a]",
    "a million digits": f"minutes: 0x{'f' * 200_000}",
    "ten thousand unknown keys": "".join(f"minut{n}: 5\n" for n in range(10_000)),
    "ten thousand empty steps": "steps:\n" + "- {}\n" * 10_000,
    "ten thousand misspelt words": f"steps: [{{outputs: [{'aktivitet, ' * 10_000}]}}]",
    "a terminal's title": 'title: "\\e]0;x\\a"',
    "half a sign": 'title: "\\ud800"',
    "code to be run": "!!python/object/apply:os.system [id]",
}


@pytest.mark.parametrize("text", BOMBS.values(), ids=BOMBS.keys())
def test_a_file_made_to_do_harm_is_refused_with_few_words(text: str) -> None:
    """Nothing grows, nothing runs, and nobody has to scroll for an hour."""
    problems = found(text)
    assert 0 < len(problems) <= 500
    assert all(len(SWEDISH.render(one.message) + SWEDISH.render(one.remedy)) < 600 for one in problems)


def _survives(content: bytes | str) -> None:
    try:
        exercise = exercise_file.parse(content, "f")
    except BadExercise as bad:
        assert bad.problems
        assert sorted(bad.problems, key=lambda one: (one.line, one.column)) == list(bad.problems)
        assert all(SWEDISH.render(one.message) and SWEDISH.render(one.remedy) for one in bad.problems)
    else:
        assert faults(exercise) == []


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_give_an_exercise_or_a_readable_refusal(content: bytes) -> None:
    """Whatever is in the folder, the program does not fall over it."""
    _survives(content)


PIECES = st.sampled_from(
    [
        *":-?|>'\"[]{},&*!#%@~\n\t\\",
        "  ",
        "\n  - ",
        "id",
        "minutes",
        "steps",
        "5",
        "\\u",
    ]
)


@settings(max_examples=150, deadline=None)
@given(
    at=st.integers(0, len(WHOLE)),
    cut=st.integers(0, 40),
    put=st.lists(st.one_of(PIECES, st.text(max_size=3)), max_size=8),
)
def test_a_damaged_file_gives_an_exercise_or_a_readable_refusal(at: int, cut: int, put: list[str]) -> None:
    """A good file with a hole and some rubbish in it is the likeliest broken file of all."""
    _survives(WHOLE[:at] + "".join(put) + WHOLE[at + cut :])


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(WHOLE.splitlines(keepends=True)), max_size=40))
def test_shuffled_lines_give_an_exercise_or_a_readable_refusal(lines: list[str]) -> None:
    """Lines moved about keep their form but lose their sense."""
    _survives("".join(lines))


def test_every_fault_of_the_core_can_be_doubted() -> None:
    """A fault somebody adds must say what it is concluded from; one that does not fails here, not in the room."""
    source = inspect.getsource(faults_of_the_core)
    told = set(re.findall(r'"([a-z]+(?:-[a-z]+)+)"', source))
    assert len(told) > 15
    assert not any(is_doubtful(Fault(("steps", 0), code), []) for code in told)


def test_every_code_has_words_and_every_word_a_code() -> None:
    """No problem is told by its code, and no sentence lies about unused."""
    sources = [inspect.getsource(module) for module in (faults_of_the_core, *MODULES)]
    written = set(re.findall(r'"([a-z]+(?:-[a-z0-9]+)*)"', "".join(sources)))
    assert set(SWEDISH.section("check")) <= written
    noted = re.findall(r'(?:Unfit\(|_misplaced\(\w+, |note\([^,]+(?:\([^)]*\))?, )"([a-z0-9-]+)"', "".join(sources))
    assert len(set(noted)) > 30
    assert set(noted) <= set(SWEDISH.section("check"))
