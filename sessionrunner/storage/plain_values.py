"""Frozen values to and from what JSON can hold, by the types of their fields."""

import dataclasses
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

Json = Any
"""What json.loads gives: objects, arrays, text, numbers, booleans, null."""


def plain(value: object) -> Json:
    """Dataclasses as objects, tuples as arrays, lengths of time in seconds, dates as ISO 8601."""
    if isinstance(value, timedelta):
        return value.total_seconds()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if dataclasses.is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    return value


def sparse(value: object) -> Json:
    """As ``plain``, without the fields that are as if nobody had set them; ``typed`` reads that as well."""
    if isinstance(value, tuple):
        return [sparse(item) for item in value]
    if not dataclasses.is_dataclass(value):
        return plain(value)
    told = ((field, getattr(value, field.name)) for field in dataclasses.fields(value))
    return {field.name: sparse(one) for field, one in told if one != _unset(field)}


def _unset(field: "dataclasses.Field[Any]") -> object:
    return field.default if field.default_factory is dataclasses.MISSING else field.default_factory()


def typed(kind: Any, value: Json) -> Any:
    """The value that ``plain`` told; TypeError, ValueError or the like when it is not of this kind."""
    return _maker(kind)(value)


@cache
def field_types(kind: Any) -> Mapping[str, Any]:
    """The types of a dataclass's fields by name."""
    return get_type_hints(kind)


def shape(kind: Any) -> str:
    """Names and types of everything a value of this kind is made of: differs when the dataclass has changed."""
    types: Mapping[str, Any] = field_types(kind) if hasattr(kind, "__dataclass_fields__") else {}
    inside = [f"{name}:{shape(one)}" for name, one in types.items()] + [shape(one) for one in get_args(kind)]
    return f"{getattr(kind, '__name__', kind)}({','.join(inside)})"


@cache
def _maker(kind: Any) -> Callable[[Json], Any]:
    """A library has thousands of values of a few kinds, so each kind is looked into once."""
    if isinstance(kind, UnionType):
        some = _maker(get_args(kind)[0])
        return lambda value: None if value is None else some(value)
    if get_origin(kind) is tuple:
        item = _maker(get_args(kind)[0])
        return lambda value: tuple(map(item, value))
    if get_origin(kind) is not None:
        return lambda value: value
    return _simple(kind)


def _simple(kind: Any) -> Callable[[Json], Any]:
    if kind is timedelta:
        return lambda value: timedelta(seconds=value)
    if kind in (date, datetime):
        return lambda value: kind.fromisoformat(value)
    if dataclasses.is_dataclass(kind):
        return _builder(kind)
    return kind if issubclass(kind, Enum) else lambda value: value


def _builder(kind: Any) -> Callable[[Json], Any]:
    makers: dict[str, Callable[[Json], Any]] = {}

    def build(fields: Mapping[str, Json]) -> Any:
        # Filled at the first value, so that a kind may hold others of its own kind.
        makers.update({} if makers else {name: _maker(one) for name, one in field_types(kind).items()})
        return kind(**{name: makers[name](value) for name, value in fields.items()})

    return build
