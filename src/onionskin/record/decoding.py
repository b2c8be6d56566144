"""JSON to the types of the vocabulary, each found out once.

Thousands of values are made for one page of the room: where something does not fit is worked out only when it does not.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, Final, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from onionskin.record.document import OneOrMany
from onionskin.record.fields import FIELDS
from onionskin.record.geometry import Box
from onionskin.record.keys import EVIDENCE, EVIDENCE_KIND, plan_of
from onionskin.record.reading import Reading
from onionskin.record.span import Span

T = TypeVar("T")
Decoder = Callable[[Any], Any]
FAULTS: Final = (KeyError, TypeError, ValueError, AttributeError, RecursionError)

_WHOLE: Final = frozenset({int})
PLAIN: Final = {(str,), (int,), (float,), (bool,)}


class MisfitError(ValueError):
    """What does not fit, and where: a JSON pointer from the value that was given."""

    def __init__(self, pointer: str, words: str) -> None:
        super().__init__(pointer, words)
        self.pointer = pointer
        self.words = words

    def __str__(self) -> str:
        return f"{self.pointer}: {self.words}"


def decoded(cls: type[T], data: object) -> T:
    """A value of this type from its JSON. MisfitError where it is none."""
    try:
        return cast("T", _decoder(cast("Any", cls))(data))
    except FAULTS as fault:
        raise _within("", fault) from fault


def _within(place: str, fault: Exception) -> MisfitError:
    """The fault of a member, as one of what it is in."""
    if isinstance(fault, MisfitError):
        return MisfitError(f"{place}{fault.pointer}", fault.words)
    return MisfitError(place, str(fault))


@cache
def _decoder(hint: Any) -> Decoder:  # noqa: ANN401, PLR0911 - one branch for each shape of type
    """How to read a value of this type."""
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _union(tuple(a for a in args if a is not type(None)), nullable=type(None) in args)
    if origin is tuple:
        return _list_of(_decoder(args[0]))
    if origin is Reading:
        return _reading_of(args[0] if args else object)
    if hint is Span:
        return lambda data: Span(*_whole_numbers(data, 2))
    if hint is Box:
        return lambda data: Box(*_whole_numbers(data, 4))
    if origin in (dict, Mapping) or (isinstance(origin, type) and issubclass(origin, Mapping)):
        return _fields
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    if is_dataclass(hint) and isinstance(hint, type):
        return _dataclass(hint, {})
    if hasattr(hint, "__supertype__"):
        return _decoder(hint.__supertype__)
    return _plain(hint)


def _plain(hint: Any, *, nullable: bool = False) -> Decoder:  # noqa: ANN401
    """Of a type of JSON. Truth is no number, though Python takes it for one."""
    if not isinstance(hint, type) or hint is object:
        return lambda data: data
    # A whole number stays one: a record that was kept prints the same bytes as when it was read.
    allowed = {hint} | ({int} if hint is float else set()) | ({type(None)} if nullable else set())

    def read(data: Any) -> Any:  # noqa: ANN401
        if type(data) not in allowed:
            raise TypeError(f"{data!r} is not {hint.__name__}")
        return data

    return read


def _list_of(item: Decoder) -> Decoder:
    def read(data: Any) -> Any:  # noqa: ANN401
        held = _a_list(data)
        try:
            return tuple([item(each) for each in held])
        except FAULTS:
            _look_for_the_fault(held, item)
            raise

    return read


def _look_for_the_fault(held: list[Any], item: Decoder) -> None:
    for n, each in enumerate(held):
        try:
            item(each)
        except FAULTS as fault:
            raise _within(f"/{n}", fault) from fault


def _a_list(data: Any) -> list[Any]:  # noqa: ANN401
    if not isinstance(data, list):
        raise TypeError(f"a list is wanted, not {data!r}")
    return data


def _an_object(data: Any) -> dict[str, Any]:  # noqa: ANN401
    if not isinstance(data, dict):
        raise TypeError(f"an object is wanted, not {data!r}")
    return data


def _whole_numbers(data: Any, count: int) -> list[int]:  # noqa: ANN401
    if not isinstance(data, list) or len(data) != count or not _WHOLE.issuperset(map(type, data)):
        raise TypeError(f"{count} whole numbers are wanted, not {data!r}")
    return data


def _union(options: tuple[Any, ...], *, nullable: bool) -> Decoder:
    if set(options) == set(EVIDENCE.values()):
        return _evidence(nullable=nullable)
    if options in PLAIN:
        return _plain(options[0], nullable=nullable)
    single = _decoder(options[0]) if len(options) == 1 else None

    def read(data: Any) -> Any:  # noqa: ANN401
        if data is None and nullable:
            return None
        if single is None:
            raise TypeError(f"cannot tell what {data!r} is")
        return single(data)

    return read


def _evidence(*, nullable: bool) -> Decoder:
    readers = {kind: _decoder(cls) for kind, cls in EVIDENCE.items()}

    def read(data: Any) -> Any:  # noqa: ANN401
        if data is None and nullable:
            return None
        reader = readers.get(str(_an_object(data).get("kind")))
        if reader is None:
            raise ValueError(f"evidence is of the kind {', '.join(EVIDENCE)}, not {data.get('kind')!r}")
        return reader(data)

    return read


def _dataclass(cls: type, known: Mapping[str, Any]) -> Decoder:
    """`known` are types of members that are known better than by the class."""
    hints = get_type_hints(cls)
    required = {f.name for f in fields(cls) if f.default is MISSING and f.default_factory is MISSING}
    # What a class says of itself is passed over, and a paragraph's ink says its kind like any other evidence.
    said = {f.name for f in fields(cls) if not f.init} | ({"kind"} if cls in EVIDENCE_KIND else set())
    names = {key: name for name, key, _ in plan_of(cls) if name not in said}
    steps: dict[str, tuple[str, Decoder]] = {}

    def read(data: Any) -> Any:  # noqa: ANN401
        if not steps:  # Not before: a condition may hang on another one.
            steps.update({key: (name, _decoder(known.get(name, hints[name]))) for key, name in names.items()})
        given = {}
        for key, held in _an_object(data).items():
            step = steps.get(key)
            if step is None:
                if key in said:
                    continue
                raise ValueError(f"unknown key {key!r}")
            name, reader = step
            try:
                given[name] = reader(held)
            except FAULTS as fault:
                raise _within(f"/{key}", fault) from fault
        if not required <= given.keys():
            raise MisfitError(
                f"/{next(key for key in names if names[key] in required - given.keys())}", "it is missing"
            )
        return cls(**given)

    return read


def _fields(data: Any) -> dict[str, OneOrMany]:  # noqa: ANN401
    """The fields of a record, each by the type its name has in `FIELDS`."""
    out: dict[str, OneOrMany] = {}
    for name, held in _an_object(data).items():
        form = FIELDS.get(name)
        if form is None:
            raise ValueError(f"no field is called {name!r}")
        try:
            out[name] = (_readings_of if form.many else _reading_of)(form.value)(held)
        except FAULTS as fault:
            raise _within(f"/{name}", fault) from fault
    return out


@cache
def _reading_of(value: Any) -> Decoder:  # noqa: ANN401
    return _dataclass(Reading, {"value": value | None})


@cache
def _readings_of(value: Any) -> Decoder:  # noqa: ANN401
    return _list_of(_reading_of(value))
