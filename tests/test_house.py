"""The house's rules: what is loaded, whether every word is there, and how large a part may be."""

import ast
import pkgutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from importlib import import_module, resources
from pathlib import Path
from statistics import quantiles
from string import Formatter

import pytest

import sessionrunner
from sessionrunner.core.session import NotPossible
from sessionrunner.core.text import SessionRunnerError
from sessionrunner.locale import LANGUAGES, load

IMPURE = {
    "aiohttp", "asyncio", "cryptography", "http", "logging", "pathlib", "PIL", "platformdirs", "qrcode", "rich",
    "secrets", "select", "socket", "sqlite3", "ssl", "subprocess", "textual", "threading", "urllib", "uuid", "yaml",
}  # fmt: skip
HEAVY = {
    "aiohttp",
    "cryptography",
    "docx",
    "lxml",
    "markdown_it",
    "PIL",
    "pyphen",
    "qrcode",
    "reportlab",
    "rich",
    "textual",
}
EVERY_CORE_MODULE = """
import pkgutil, importlib, sessionrunner.core as core
for module in pkgutil.walk_packages(core.__path__, "sessionrunner.core."):
    importlib.import_module(module.name)
"""
MOST_METHODS, MOST_LINES = 15, {"class": 200, "function": 50, "module": 300}
ASK_FOR_HELP = """
import sys
from sessionrunner.__main__ import main
sys.argv = ["sessionrunner", "--help"]
try:
    main()
except SystemExit:
    pass
"""


def loaded_by(program: str) -> set[str]:
    """Top-level modules in memory after running this in a fresh interpreter that had only started."""
    watch = f"import sys\nbefore = set(sys.modules)\n{program}\nprint('LOADED', *(set(sys.modules) - before))"
    ran = subprocess.run([sys.executable, "-c", watch], capture_output=True, text=True, check=True)
    return {name.partition(".")[0] for name in ran.stdout.splitlines()[-1].split()[1:]}


def test_the_core_loads_no_framework_and_nothing_from_outside() -> None:
    """What is pure can be replayed and trusted; this is the import contract seen from the inside."""
    loaded = loaded_by(EVERY_CORE_MODULE)
    assert "sessionrunner" in loaded
    assert not loaded & IMPURE


def test_the_watch_on_what_is_loaded_sees_what_it_should() -> None:
    """The control: the desk, which may do more, is seen to."""
    assert "threading" in loaded_by("import sessionrunner.desk")
    assert "sqlite3" in loaded_by("import sqlite3") & IMPURE


def test_asking_for_help_loads_nothing_heavy() -> None:
    """The first answer comes at once, on a slow laptop too."""
    assert not loaded_by(ASK_FOR_HELP) & HEAVY


def modules() -> Iterator[str]:
    """Every module of the package, by name."""
    for found in pkgutil.walk_packages(sessionrunner.__path__, "sessionrunner."):
        yield found.name


def errors(of: type[SessionRunnerError] = SessionRunnerError) -> Iterator[type[SessionRunnerError]]:
    """Every kind of error that the package can raise."""
    for kind in of.__subclasses__():
        if kind.__module__.startswith("sessionrunner."):
            yield kind
            yield from errors(kind)


def literals(function: str, at: int) -> Iterator[str]:
    """The texts written as this argument of a function's calls, wherever it is called in the package."""
    for source in Path(sessionrunner.__path__[0]).rglob("*.py"):
        for node in ast.walk(ast.parse(source.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == function:
                argument = node.args[at] if len(node.args) > at else None
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield argument.value


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_error_says_what_happened_and_what_to_do(language: str) -> None:
    """No user ever meets a key instead of a sentence."""
    for module in modules():
        import_module(module)
    causes = {kind.cause for kind in errors() if kind is not NotPossible}
    wanted = {f"error.{cause}.{part}" for cause in causes for part in ("message", "remedy")}
    assert len(causes) > 5
    assert wanted - load(language).keys() == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_refusal_says_why_and_what_to_do(language: str) -> None:
    """A key pressed at the wrong moment is answered in words."""
    causes = {*literals("NotPossible", 0), *literals("require", 1)}
    wanted = {f"error.not-possible.{cause}.{part}" for cause in causes for part in ("message", "remedy")}
    assert {"last-step", "nothing-to-undo"} <= causes
    assert wanted - load(language).keys() == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_named_in_the_code_is_in_the_catalogue(language: str) -> None:
    """The core says what to say by key; the words must be there."""
    assert set(literals("Text", 0)) - load(language).keys() == set()


def test_the_languages_have_the_same_keys() -> None:
    """English is complete, and Swedish too."""
    assert load("sv").keys() == load("en").keys()


def placeholders(text: str) -> set[str]:
    """The names that a sentence wants filled in."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def sentences(language: str) -> Mapping[str, object]:
    """Every entry of a language by area and key; a plural is a table."""
    folder = resources.files("sessionrunner.locale") / language
    files = [file for file in folder.iterdir() if file.name.endswith(".toml")]
    return {
        f"{file.name}: {key}": entry for file in files for key, entry in flat(tomllib.loads(file.read_text("utf-8")))
    }


def flat(entries: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    """Sentences under their whole keys."""
    for name, entry in entries.items():
        if isinstance(entry, Mapping) and set(entry) != {"one", "other"}:
            yield from ((f"{name}.{key}", found) for key, found in flat(entry))
        else:
            yield name, entry


def forms(entry: object) -> tuple[str, str]:
    """The sentence for one and for more; the same where number makes no difference."""
    if isinstance(entry, Mapping):
        return str(entry["one"]), str(entry["other"])
    return str(entry), str(entry)


def test_the_languages_fill_in_the_same_values() -> None:
    """A value that is told in one language is told in the other; "one" may leave the number out."""
    english = sentences("en")
    for key, entry in sentences("sv").items():
        (one, other), (one_in_english, other_in_english) = forms(entry), forms(english[key])
        assert placeholders(other) == placeholders(other_in_english), key
        assert placeholders(one) <= placeholders(other), key
        assert placeholders(one_in_english) <= placeholders(other_in_english), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_empty(language: str) -> None:
    """Nor made of spaces."""
    for key, entry in sentences(language).items():
        for text in forms(entry):
            assert text.strip(), key


def too_large(source: str, module: str = "module") -> Iterator[str]:
    """The names of everything in this source that is larger than the house allows."""
    if len(source.splitlines()) > MOST_LINES["module"]:
        yield module
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ClassDef):
            methods = sum(isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef) for one in node.body)
            if methods > MOST_METHODS or lines_of(node) > MOST_LINES["class"]:
                yield node.name
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and lines_of(node) > MOST_LINES["function"]:
            yield node.name


def lines_of(node: ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """From its name to its last line."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_every_part_is_small_enough_to_be_read() -> None:
    """A class has at most 15 methods and 200 lines, a function 50 lines, a module 300."""
    package = Path(sessionrunner.__path__[0])
    found = [name for file in package.rglob("*.py") for name in too_large(file.read_text("utf-8"), str(file.name))]
    assert found == []


def test_most_functions_can_be_read_at_a_glance() -> None:
    """Half of them have at most 8 lines, nineteen in twenty at most 25."""
    sources = (file.read_text("utf-8") for file in Path(sessionrunner.__path__[0]).rglob("*.py"))
    nodes = (node for source in sources for node in ast.walk(ast.parse(source)))
    lines = [lines_of(node) for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    twentieths = quantiles(lines, n=20)
    assert twentieths[9] <= 8
    assert twentieths[18] <= 25


def test_the_measure_sees_what_is_too_large() -> None:
    """The control: one line or one method more than allowed is found."""
    many = "\n".join(f"    def one{at}(self): ..." for at in range(MOST_METHODS + 1))
    assert list(too_large(f"class Many:\n{many}")) == ["Many"]
    assert list(too_large("class Long:\n" + "    a = 1\n" * MOST_LINES["class"])) == ["Long"]
    assert list(too_large("def slow():\n" + "    a = 1\n" * MOST_LINES["function"])) == ["slow"]
    assert list(too_large("a = 1\n" * (MOST_LINES["module"] + 1), "thick.py")) == ["thick.py"]
