"""The whole hour over HTTPS: a proxy with a certificate, the server, the leader's program, phones in a real browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.hall.postgres import Postgres
from tests.hall.stage import Stage, https
from tests.plain_program import PlainProgram
from tests.program import wait_for_status
from tests.via.test_hour import TASK, TEXTS, end, lesson_file, to_reflection
from tests.web.browser import context

NAME = "localhost"


@pytest.fixture(scope="module")
def stage(cluster: Postgres, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    with https(cluster, tmp_path_factory.mktemp("front"), NAME) as built:
        yield built


def answer(browser: Browser, url: str, text: str) -> str:
    """One phone writes, sends and has its receipt; what it posted."""
    phone = context(browser)
    page, posted = phone.new_page(), list[str]()
    page.on("request", lambda one: posted.append(one.post_data or "") if one.method == "POST" else None)
    page.goto(url)
    page.locator("textarea").first.fill(text)
    page.get_by_role("button", name="Skicka").click()
    expect(page.get_by_text("Tack")).to_be_visible()
    phone.close()
    return "".join(posted)


def test_the_whole_hour_over_https(stage: Stage, tmp_path: Path, key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rule: what phones seal under the municipality's certificate is in the lesson, and went out sealed."""
    laptop, lessons = tmp_path / "state", tmp_path / "lessons"
    lessons.mkdir()
    monkeypatch.setenv("SESSIONRUNNER_VIA_KEY", key)
    monkeypatch.setenv("SSL_CERT_FILE", str(stage.proxy.root))
    told = ["--people", "14", "--lessons", str(lessons), "--plain", "--port", "0"]
    with PlainProgram("run", TASK, *told, "--via", f"https://{NAME}:{stage.proxy.port}", state=laptop) as program:
        url = to_reflection(program, laptop)
        posted = [answer(stage.browser, url, text) for text in TEXTS[:5]]
        assert all("&sealed=" in one and "answer." not in one for one in posted)
        wait_for_status(laptop, answers=5)
        program.insist("reveal", "Att fråga mer")
        end(program)
    assert all(text in lesson_file(laptop) for text in TEXTS[:5])
