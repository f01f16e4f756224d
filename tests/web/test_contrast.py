"""Everything written on phones and wall can be read, in every state and every theme."""

import re

import pytest
from playwright.sync_api import Browser, Page

from sessionrunner.core.theme import Theme
from sessionrunner.web.styles import variables
from tests.web.browser import PROJECTOR, USUAL, context
from tests.web.fakes import THEMES
from tests.web.pictures import PHONE, WALL, phone_showing, wall_room

WALKER = """() => {
  const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const shade = (part) => (part /= 255) <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  const weights = [0.2126, 0.7152, 0.0722];
  const light = (colour) => weights.reduce((sum, weight, at) => sum + weight * shade(parts(colour)[at]), 0);
  const contrast = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const solid = (colour) => (parts(colour)[3] ?? 1) > 0;
  const behind = (node) => {
    while (node && !solid(getComputedStyle(node).backgroundColor)) node = node.parentElement;
    return node ? getComputedStyle(node).backgroundColor : "rgb(255, 255, 255)";
  };
  const found = [];
  const judge = (node, what, one, other, least) => {
    if (contrast(one, other) >= least) return;
    found.push(`${what} ${node.tagName}#${node.id}.${node.className}: ${one} on ${other}`);
  };
  let words = 0;
  for (const node of document.querySelectorAll("body *")) {
    const style = getComputedStyle(node);
    if (!node.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    if (Array.from(node.childNodes).some((child) => child.nodeType === 3 && child.data.trim())) {
      const size = parseFloat(style.fontSize), bold = Number(style.fontWeight) >= 700;
      words += 1;
      judge(node, "text", style.color, behind(node), size >= 24 || (bold && size >= 18.66) ? 3 : 4.5);
    }
    if (node.matches("textarea, button, input[type=text], input[type=number]") && node.ariaDisabled !== "true") {
      const around = behind(node.parentElement);
      const edge = parseFloat(style.borderTopWidth) > 0 ? style.borderTopColor : around;
      const best = contrast(edge, around) > contrast(behind(node), around) ? edge : behind(node);
      judge(node, "field", best, around, 3);
    }
  }
  return { words: words, found: found };
}"""
"""What is written against what lies behind it, and fields against what is around them, as the browser computes them.

A field that cannot be used now need not stand out.
"""


def dress(page: Page, theme: Theme) -> None:
    """The same page in this theme's colours."""
    pairs = re.findall(r"(--[a-z-]+):([^;]*);", variables(theme))
    page.evaluate(
        "(pairs) => pairs.forEach(([name, value]) => document.documentElement.style.setProperty(name, value))", pairs
    )


def faults(page: Page) -> dict[str, list[str]]:
    """What cannot be read, by theme; AssertionError on a page with nothing to read."""
    found = {}
    for name, theme in THEMES.items():
        dress(page, theme)
        seen = page.evaluate(WALKER)
        assert seen["words"]
        found[name] = seen["found"]
    return {name: wrong for name, wrong in found.items() if wrong}


@pytest.mark.parametrize("state", PHONE)
def test_the_phone_can_be_read(browser: Browser, state: str) -> None:
    """Rule: WCAG AA for every word and every field, whatever theme is chosen."""
    with phone_showing(browser, state, USUAL) as page:
        found = faults(page)
    assert found == {}


@pytest.mark.parametrize("state", WALL)
def test_the_wall_can_be_read(browser: Browser, state: str) -> None:
    """Rule: the same from the back row."""
    server = wall_room(state).server()
    server.start()
    page = context(browser, PROJECTOR).new_page()
    page.goto(server.wall_url)
    page.wait_for_selector("#main")
    found = faults(page)
    server.stop()
    assert found == {}


def test_a_colour_that_cannot_be_read_is_found(browser: Browser) -> None:
    """Rule: a search that never finds anything proves nothing."""
    page = context(browser).new_page()
    grey, flat = '<p style="color:#888">grått</p>', '<button style="border:0;background:#fff">x</button>'
    page.set_content(f'<body style="background:#fff">{grey}{flat}</body>')
    assert [one.split(":")[0] for one in page.evaluate(WALKER)["found"]] == ["text P#.", "field BUTTON#."]
