"""The ports that browsers refuse are known."""

import pytest
from playwright.sync_api import Browser, Error, Page

from sessionrunner.web.browser_ports import HIGHEST, REFUSED, next_from
from tests.web.browser import context

_NOT_YET = {4190, 6679}
"""In the standard since 2024; a browser may be behind."""


def refuses(page: Page, port: int) -> bool:
    """Whether the browser does not so much as knock."""
    try:
        page.goto(f"http://127.0.0.1:{port}/nobody")
    except Error as error:
        return "ERR_UNSAFE_PORT" in str(error)
    return False


def test_a_real_browser_refuses_these_and_knocks_at_those_beside(browser: Browser) -> None:
    """Rule: the list is the browsers' own."""
    page = context(browser).new_page()
    beside = {port + 1 for port in REFUSED} - REFUSED
    refused = {port for port in REFUSED | beside if refuses(page, port)}
    assert refused | _NOT_YET == REFUSED


@pytest.mark.parametrize(
    ("first", "ports"),
    [(8123, [8123, 8124, 8125]), (10_079, [10_079, 10_081]), (HIGHEST - 1, [HIGHEST - 1, HIGHEST]), (0, [0])],
)
def test_ports_that_no_browser_opens_are_left_out(first: int, ports: list[int]) -> None:
    """Rule: neither a refused port nor one that does not exist is tried."""
    assert next_from(first, 2) == ports
