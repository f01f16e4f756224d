"""The real program as other programs see it: a command line, a status, a page to post to."""

import json
import os
import re
import secrets
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

PATIENCE = 120.0
"""Seconds to wait for something that must come; generous, since what is tested is that it comes, not when."""

AHEAD = -timedelta(minutes=10)
"""Ago, for a time to come."""

COMMAND = [sys.executable, "-m", "sessionrunner"]


def environment(state: Path) -> dict[str, str]:
    """The test's environment with the program's own folder moved out of the way."""
    return {**os.environ, "SESSIONRUNNER_STATE": str(state), "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}


def sessionrunner(*arguments: str, state: Path, stdin: str = "") -> "subprocess.CompletedProcess[str]":
    """Run one command to its end."""
    return subprocess.run(
        [*COMMAND, *arguments], env=environment(state), input=stdin, capture_output=True, text=True,
        check=False, timeout=10 * PATIENCE,
    )  # fmt: skip


def status(state: Path) -> dict[str, Any]:
    """What ``status --json`` says now; {} while nothing runs."""
    done = sessionrunner("status", "--json", state=state)
    found = json.loads(done.stdout) if done.returncode == 0 else {}
    assert isinstance(found, dict)
    return found


def wait_for_status(state: Path, **wanted: object) -> dict[str, Any]:
    """The status once it has these values; AssertionError with the last one when it never has."""
    end = time.monotonic() + PATIENCE
    found: dict[str, Any] = {}
    while time.monotonic() < end:
        found = status(state)
        if found and all(found.get(name) == value for name, value in wanted.items()):
            return found
        time.sleep(0.2)
    raise AssertionError(f"status never became {wanted}: {found}")


def last_seen(state: Path, ago: timedelta) -> None:
    """Let the last sign of life of the only session be so much older than it is.

    With a time to come, nobody is asked about the time however long a slow machine takes to start again.
    """
    (told,) = (state / "sessions").glob("*/status.json")
    status = json.loads(told.read_text("utf-8"))
    seen = datetime.fromisoformat(status["wall"]) - ago
    told.write_text(json.dumps(status | {"wall": seen.isoformat()}), "utf-8")


def post_answer(phone_url: str, step: str, answers: Mapping[str, str]) -> int:
    """Post a form as a phone does and give the HTTP status; 201 is the receipt."""
    origin = "{0.scheme}://{0.netloc}".format(urllib.parse.urlsplit(phone_url))
    fields = {"step": step, "submission": secrets.token_hex(16)}
    fields |= {f"answer.{question}": answer for question, answer in answers.items()}
    request = urllib.request.Request(
        f"{phone_url}answers",
        data=urllib.parse.urlencode(fields).encode(),
        headers={"Origin": origin, "Accept": "application/json"},
    )
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as refused:
        return refused.code


def lesson_files(lessons: Path) -> list[Path]:
    """Every lesson record in a folder."""
    return sorted(lessons.glob("*/lärdomar.md"))


def plain_text(markdown: str) -> str:
    """Markdown without its escapes, to look for what people wrote."""
    return re.sub(r"\\(.)", r"\1", markdown)
