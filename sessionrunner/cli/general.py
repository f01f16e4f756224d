"""What was asked for on the command line, and how the library is asked for; it knows no other part of the program."""

import os
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType, SimpleNamespace

from sessionrunner.core.paths import unquoted
from sessionrunner.core.privacy import DEFAULT_THRESHOLD
from sessionrunner.locale import LANGUAGES


class Arguments(SimpleNamespace):
    """What was asked for, with the defaults of every command."""

    command: str | None = None
    exercise: str = ""
    points: int = 0
    occasion: int = 0
    files: list[Path]
    people: str | None = None
    lessons: Path | None = None
    state: Path | None = None
    address: str | None = None
    port: int | None = None
    theme: str | None = None
    lang: str | None = None
    plain: bool = False
    json: bool = False
    it: bool = False
    tls_cert: Path | None = None
    tls_key: Path | None = None
    name: str = ""
    headless: bool = False
    listed: bool = False
    speed: float = 1.0
    threshold: int = DEFAULT_THRESHOLD
    session: str | None = None
    groups: int | None = None
    tables: int = 0
    rounds: int | None = None
    host_stays: bool = False
    seed: int = 1
    names: list[str] | None = None
    instance: Path | None = None
    id: str | None = None
    size: tuple[int, int] = (4, 6)
    apart: Sequence[str] = ()
    together: Sequence[str] = ()
    seconds: float = 1.0
    variant: str = ""
    title: str = ""
    package: str = ""
    purpose: str = ""
    minutes: str = ""
    extends: str = ""
    ways: str = ""
    file: Path | None = None
    date: str = ""
    time: str = ""
    place: str = ""
    action: str = ""
    query: Sequence[str] = ()
    to: str = ""
    parts: Sequence[str] | None = None
    template: Path | None = None
    out: Path | None = None
    store: str = ""
    migrate: bool = False
    public: str = ""
    bind: str = ""
    proxy: tuple[str, ...] = ()
    workers: int = 2
    metrics: int | None = None
    make: str = ""
    revoke: str = ""
    via: str = ""
    gather: str = ""
    room: str = ""
    code: str = ""
    replace: bool = False
    walls: str = ""
    question: str = ""


def early_language(argv: Sequence[str]) -> str:
    """The language asked for on the command line, needed before the help texts can be written."""
    asked = [after for option, after in pairwise(argv) if option == "--lang"]
    asked += [option.removeprefix("--lang=") for option in argv if option.startswith("--lang=")]
    return asked[0] if asked and asked[0] in LANGUAGES else LANGUAGES[0]


def folder(text: str) -> Path:
    r"""A folder; Windows leaves the last quotation mark of ``"C:\Our folder\"`` standing at its end."""
    return Path(unquoted(text))


_GENERAL: Mapping[str, Callable[[str], object]] = MappingProxyType(
    {"--lang": str, "--state": folder, "--lessons": folder, "--theme": str}
)


def for_the_library(argv: Sequence[str]) -> Arguments | None:
    """What a command line of nothing but general options asks for; None when the grammar has to judge it.

    The library is what most people start, and twenty commands' help costs as much time as its first paint.
    """
    names, given = argv[::2], argv[1::2]
    strange = (
        len(names) != len(given) or not _GENERAL.keys() >= set(names) or any(one[:1] in ("", "-") for one in given)
    )
    if strange or {"--lang": LANGUAGES[0], **dict(zip(names, given, strict=True))}["--lang"] not in LANGUAGES:
        return None
    found = Arguments()
    for name, value in zip(names, given, strict=True):
        setattr(found, name.removeprefix("--"), _GENERAL[name](value))
    return found


def state_from_environment() -> Path | None:
    """Where SESSIONRUNNER_STATE says that state belongs."""
    given = os.environ.get("SESSIONRUNNER_STATE")
    return Path(given) if given else None
