"""Copies that are asked for at the same time."""

from concurrent.futures import ThreadPoolExecutor, wait
from threading import Event

import pytest

from sessionrunner.core.copies import CopyKind
from sessionrunner.locale import load
from sessionrunner.output import pdf
from sessionrunner.output.document import Document
from sessionrunner.output.press import Press
from tests.output.records import full


def test_two_papers_at_once_are_made_one_after_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """The leader presses the key for PDF twice: the second waits, and no text of one is mixed into the other."""
    inside: list[Document] = []
    most: list[int] = []
    begun, go_on = Event(), Event()

    def render(document: Document) -> bytes:
        inside.append(document)
        most.append(len(inside))
        begun.set()
        go_on.wait(60)
        inside.remove(document)
        return b"%PDF"

    monkeypatch.setattr(pdf, "render", render)
    press = Press(load("sv"))
    with ThreadPoolExecutor(2) as threads:
        first = threads.submit(press.of_record, full(), CopyKind.PDF)
        begun.wait(60)
        second = threads.submit(press.of_record, full(), CopyKind.PDF)
        wait([second], timeout=0.2)
        go_on.set()
        assert first.result(60) == second.result(60)
    assert most == [1, 1]
