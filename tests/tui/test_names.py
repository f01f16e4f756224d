"""Attributes of ours must not hide Textual's: such a slip shows itself as a screen that hangs."""

import ast
import importlib
import inspect
import pkgutil
import textwrap
from collections.abc import Iterator
from functools import cache

from textual.screen import Screen

import sessionrunner.tui


def own_classes() -> Iterator[type]:
    for module in pkgutil.walk_packages(sessionrunner.tui.__path__, "sessionrunner.tui."):
        for _, one in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
            if one.__module__ == module.name:
                yield one


@cache
def assigned(one: type) -> set[str]:
    """Names that the class's own code sets on itself."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(one)))
    targets = [node for node in ast.walk(tree) if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)]
    return {node.attr for node in targets if isinstance(node.value, ast.Name) and node.value.id == "self"}


def clashes(one: type) -> set[str]:
    """Private names of Textual's that the class sets or defines anew."""
    theirs: set[str] = set()
    for base in one.__mro__[1:]:
        if base.__module__.startswith("textual"):
            theirs |= set(vars(base)) | assigned(base)
    ours = assigned(one) | set(vars(one))
    return {name for name in ours & theirs if name.startswith("_") and not name.startswith("__")}


def test_no_private_attribute_of_ours_is_one_of_textuals() -> None:
    """What a screen remembers is its own."""
    allowed = {
        "_on_key",
        "_filters",
        "_fatal_error",
        "_handle_exception",
        "_replace_screen",
        "_start_no_matches_countdown",
        "_no_matches_timer",
        "_list_visible",
    }
    allowed |= {"_css_type_name", "_css_type_names", "_merged_bindings", "_inherit_css", "_inherit_bindings"}
    machinery = {
        "_abc_impl",
        "_decorated_handlers",
        "_reactives",
        "_computes",
        "_inherit_component_classes",
        "_inherit_docs",
    }
    found = {one.__name__: clashes(one) - allowed - machinery for one in own_classes()}
    assert {name: names for name, names in found.items() if names} == {}


def test_a_private_name_of_textuals_would_be_noticed() -> None:
    """The control: this one hangs when it is closed."""

    class Careless(Screen[None]):
        def __init__(self) -> None:
            super().__init__()
            self._closed = False

    assert "_closed" in clashes(Careless)
