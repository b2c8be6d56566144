"""Record to JSON and back: the only serialiser.

The JSON is the public contract of `schemas/record-1.json`. Names are those of the types, with three turns: a trailing
underscore falls (`from_` is `from`), a `Span` is `[start, end]`, a `Box` is `[left, top, right, bottom]`. What a type
leaves out by default (None) is left out of the JSON; what a type always states (an unread check box) is null.
"""

from __future__ import annotations

import json
import types
import weakref
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from onionskin.errors import RecordError
from onionskin.record.acts import Act
from onionskin.record.document import SCHEMA, Copy, Document, OneOrMany, Source, Texts
from onionskin.record.evidence import Deed, Inference, Ink
from onionskin.record.fields import FIELDS
from onionskin.record.geometry import Box
from onionskin.record.page import PageText
from onionskin.record.reading import Reading
from onionskin.record.span import Span
from onionskin.record.stamps import Stamp, StampAuthority
from onionskin.record.statements import Statement

Json = dict[str, Any]
T = TypeVar("T")

_EVIDENCE: dict[str, type] = {"ink": Ink, "act": Deed, "inference": Inference}
_EVIDENCE_KIND = {cls: kind for kind, cls in _EVIDENCE.items()}
_RENAMED: dict[tuple[type, str], str] = {(Inference, "rests_on"): "from"}
_STATED: dict[type, frozenset[str]] = {
    Act: frozenset({"agent"}),
    Stamp: frozenset({"authority", "executed_by", "reviewer"}),
    StampAuthority: frozenset({"agency", "instrument", "date"}),
    Statement: frozenset(
        {"polarity", "strength", "when", "party", "issue", "give", "get", "tied_to", "date", "takes_back"}
    ),
}
"""Keys that the contract always prints, null where the paper does not say."""
_LEFT_OUT_EMPTY: dict[type, frozenset[str]] = {
    PageText: frozenset({"words"}),
    Copy: frozenset({"evidence"}),
    Document: frozenset({"corrections", "decisions"}),
    Statement: frozenset({"conditions", "refers_to"}),
}
"""Keys that the contract prints only where there is something in them."""
_FIRST: dict[type, tuple[str, ...]] = {Document: ("schema", "id", "kind"), Statement: ("schema", "record", "type")}
_NEVER = object()


@cache
def _plan(cls: type) -> tuple[tuple[str, str, object], ...]:
    """(attribute, key, value that is left out) for each field of a dataclass, in the order of the JSON."""
    stated, empty, first = _STATED.get(cls, ()), _LEFT_OUT_EMPTY.get(cls, ()), _FIRST.get(cls, ())
    plan: list[tuple[str, str, object]] = []
    for f in sorted(fields(cls), key=lambda f: first.index(f.name) if f.name in first else len(first)):
        left_out = () if f.name in empty else None if f.default is None and f.name not in stated else _NEVER
        plan.append((f.name, _RENAMED.get((cls, f.name), f.name.removesuffix("_")), left_out))
    return tuple(plan)


Members = Callable[[Any], object]


@cache
def _members_of(cls: Any) -> Members:  # noqa: ANN401 - any type at all
    """How a value of this type is taken apart; found out once, since a record has hundreds of values."""
    if cls is Ink:
        return _of_ink
    if cls is Span:
        return lambda span: (span.start, span.end)
    if cls is Box:
        return lambda box: (box.left, box.top, box.right, box.bottom)
    if issubclass(cls, Mapping):
        return dict
    plan = _plan(cls)
    kind = {"kind": _EVIDENCE_KIND[cls]} if cls in _EVIDENCE_KIND else {}
    return lambda value: {
        **kind,
        **{key: held for name, key, left_out in plan if (held := getattr(value, name)) != left_out},
    }


def _of_ink(ink: Ink) -> Json:
    # By hand, with its span: of all the values of a record that are not plain, these are the half.
    told = {"kind": "ink", "page": ink.page, "span": (ink.span.start, ink.span.end), "reader": ink.reader}
    return told if ink.box is None else {**told, "box": ink.box}


def _members(value: object) -> object:
    """What `json` asks for of anything it does not know: one step towards JSON, whose members it asks for in turn."""
    cls: Any = type(value)
    return _members_of(cls)(value)


# Nothing in a record can hold itself.
_LINE = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"), default=_members)


def encode(value: object) -> Any:  # noqa: ANN401 - JSON is what it is
    """Any value of the vocabulary as JSON: objects, lists, strings, numbers."""
    return json.loads(_LINE.encode(value))


def to_json(document: Document) -> Json:
    """The record as a JSON object, its `schema` and `id` first."""
    record: Json = json.loads(to_line(document))
    return record


def to_line(document: Document) -> str:
    """One JSON object on one line, without the line's end; made once for each document."""
    key = id(document)
    line = _LINES.get(key)
    if line is None:
        line = _LINES[key] = _LINE.encode(document)
        # Another document may be given this one's id as soon as it is gone.
        weakref.finalize(document, _LINES.pop, key, None).atexit = False
    return line


_LINES: dict[int, str] = {}
"""Of the documents that are alive: the store, the index and the door each ask for the line of the same one."""


def from_json(data: object) -> Document:
    """The record that `to_json` wrote. RecordError says which key is at fault."""
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        raise RecordError(f"this is no {SCHEMA} object")
    try:
        return _decode(Document, {k: v for k, v in data.items() if k != "schema"}, "")
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        raise RecordError(f"the record cannot be read back: {fault}", where=str(data.get("id", ""))) from fault


def from_line(line: str, overlay: str = "") -> Document:
    """The record on one line of JSON, with what `overlay_of` wrote laid over it. RecordError where it is none."""
    key = (line, overlay)
    document = _DOCUMENTS.get(key)
    if document is None:
        document = _DOCUMENTS[key] = from_json(_merged(line, overlay))
    return document


_DOCUMENTS: weakref.WeakValueDictionary[tuple[str, str], Document] = weakref.WeakValueDictionary()
"""Those that are alive, by their lines: the papers of one file are asked for beside each of them."""


def laid_over(line: str, overlay: str) -> str:
    """What `to_line` says of the record that `from_line` makes of these, which agree with one another: not checked."""
    if not overlay:
        return line
    data = _merged(line, overlay)
    for key, cls in (("source", Source), ("copy", Copy), ("text", Texts)):
        data[key] = _in_order(cls, data[key])
    return _LINE.encode(_in_order(Document, data))


def _merged(line: str, overlay: str) -> Json:
    try:
        data: Json = json.loads(line)
        changed = json.loads(overlay) if overlay else {}
    except (ValueError, RecursionError) as fault:
        raise RecordError(f"this line is not JSON: {fault}") from fault
    for key, value in changed.items():
        data[key] = {**data[key], **value} if isinstance(value, dict) else value
    return data


def _in_order(cls: type, data: Json) -> Json:
    """The keys of an object as the contract prints them, without those that it leaves out."""
    held = ((key, data.get(key), [] if left_out == () else left_out) for _, key, left_out in _plan(cls))
    return {key: value for key, value, left_out in held if key in data and value != left_out}


def overlay_of(read: Document, linked: Document) -> str:
    """The keys in which a record differs from the record as it was read: one JSON object on a line, empty for none.

    Of `text` and `fields` only the members that differ are there, so that a transcription is never written twice.
    """
    changed: dict[str, object] = {}
    for name, key, _ in _plan(Document):
        was, now = getattr(read, name), getattr(linked, name)
        if was is not now and was != now:
            changed[key] = _members_changed(was, now) if isinstance(now, (Mapping, Texts)) else now
    return _LINE.encode(changed) if changed else ""


def _members_changed(was: object, now: object) -> Json:
    before, after = dict(cast("Json", _members(was))), dict(cast("Json", _members(now)))
    return {key: held for key, held in after.items() if before.get(key, _NEVER) != held}


def decode_as(cls: type[T], data: object) -> T:
    """One part of a record (an `Act`, a `Reading[str]`) from its JSON. RecordError where it does not fit."""
    try:
        return cast("T", _decoder(cast("Any", cls))(data, ""))
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        raise RecordError(f"this is no {getattr(cls, '__name__', cls)}: {fault}") from fault


def statement_from(data: Json) -> Statement:
    """The statement that `encode` wrote. RecordError where it is none."""
    return decode_as(Statement, {key: held for key, held in data.items() if key != "schema"})


Decoder = Callable[[Any, str], Any]


def _decode(cls: type[T], data: Any, at: str) -> T:  # noqa: ANN401
    return cast("T", _decoder(cast("Any", cls))(data, at))


@cache
def _decoder(hint: Any) -> Decoder:  # noqa: ANN401, C901, PLR0911 - one branch for each shape of type
    """How to read a value of this type; `at` is the JSON pointer for messages."""
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _union(tuple(a for a in args if a is not type(None)), nullable=type(None) in args)
    if origin is tuple:
        item = _decoder(args[0])
        return lambda data, at: tuple(item(each, f"{at}/{i}") for i, each in enumerate(_a_list(data, at)))
    if origin is Reading:
        return _reading_of(args[0] if args else object)
    if hint is Span:
        return lambda data, at: _made(Span, at, *_whole_numbers(data, 2, at))
    if hint is Box:
        return lambda data, at: _made(Box, at, *_whole_numbers(data, 4, at))
    if origin in (dict, Mapping) or (isinstance(origin, type) and issubclass(origin, Mapping)):
        return _fields
    if isinstance(hint, type) and issubclass(hint, Enum):
        return lambda data, at: _made(hint, at, data)
    if is_dataclass(hint) and isinstance(hint, type):
        reader = _dataclass(hint, {})
        if hint in _EVIDENCE_KIND:  # a paragraph's ink says its kind like any other evidence
            return lambda data, at: reader({k: v for k, v in _an_object(data, at).items() if k != "kind"}, at)
        return reader
    if hasattr(hint, "__supertype__"):
        return _decoder(hint.__supertype__)
    return _plain(hint)


def _plain(hint: Any) -> Decoder:  # noqa: ANN401
    def read(data: Any, at: str) -> Any:  # noqa: ANN401
        if hint is float and isinstance(data, int) and not isinstance(data, bool):
            return data  # A whole number stays one: a record that was kept prints the same bytes as when it was read.
        if (
            isinstance(hint, type)
            and hint is not object
            and (not isinstance(data, hint) or (hint is int and isinstance(data, bool)))
        ):
            raise TypeError(f"{at}: {data!r} is not {hint.__name__}")
        return data

    return read


def _a_list(data: Any, at: str) -> list[Any]:  # noqa: ANN401
    if not isinstance(data, list):
        raise TypeError(f"{at}: a list is wanted, not {data!r}")
    return data


def _an_object(data: Any, at: str) -> Json:  # noqa: ANN401
    if not isinstance(data, dict):
        raise TypeError(f"{at}: an object is wanted, not {data!r}")
    return data


def _whole_numbers(data: Any, count: int, at: str) -> list[int]:  # noqa: ANN401
    if not isinstance(data, list) or len(data) != count or not all(type(each) is int for each in data):
        raise TypeError(f"{at}: {count} whole numbers are wanted, not {data!r}")
    return data


def _made(cls: Callable[..., T], at: str, /, *given: Any, **named: Any) -> T:  # noqa: ANN401
    """What `cls` makes of the values; where it refuses them, the place is named."""
    try:
        return cls(*given, **named)
    except ValueError as fault:
        raise ValueError(f"{at}: {fault}") from fault


def _union(options: tuple[Any, ...], *, nullable: bool) -> Decoder:
    evidence = set(options) == set(_EVIDENCE.values())
    single = _decoder(options[0]) if len(options) == 1 else None

    def read(data: Any, at: str) -> Any:  # noqa: ANN401
        if data is None and nullable:
            return None
        if evidence:
            kind = _EVIDENCE.get(str(_an_object(data, at).get("kind")))
            if kind is None:
                raise ValueError(f"{at}: evidence is of the kind {', '.join(_EVIDENCE)}, not {data.get('kind')!r}")
            return _decoder(kind)({k: v for k, v in data.items() if k != "kind"}, at)
        if single is None:
            raise TypeError(f"{at}: cannot tell what {data!r} is")
        return single(data, at)

    return read


def _dataclass(cls: type, known: Mapping[str, Any]) -> Decoder:
    hints = get_type_hints(cls)
    required = {f.name for f in fields(cls) if f.default is MISSING and f.default_factory is MISSING}
    plan = [(name, key, known.get(name, hints[name])) for name, key, _ in _plan(cls) if name != "schema"]
    keys = {key for _, key, _ in plan}
    readers: dict[str, Decoder] = {}

    def read(data: Any, at: str) -> Any:  # noqa: ANN401
        if strange := _an_object(data, at).keys() - keys:
            raise ValueError(f"{at}: unknown key {min(strange)!r}")
        if not readers:
            readers.update({name: _decoder(hint) for name, _, hint in plan})
        given = {}
        for name, key, _ in plan:
            if key in data:
                given[name] = readers[name](data[key], f"{at}/{key}")
            elif name in required:
                raise KeyError(f"{at}/{key}")
        return _made(cls, at, **given)

    return read


def _fields(data: Any, at: str) -> dict[str, OneOrMany]:  # noqa: ANN401
    """The fields of a record, each by the type its name has in `FIELDS`."""
    out: dict[str, OneOrMany] = {}
    for name, held in _an_object(data, at).items():
        form = FIELDS.get(name)
        if form is None:
            raise ValueError(f"{at}: no field is called {name!r}")
        reading = _reading_of(form.value)
        if form.many:
            out[name] = tuple(reading(each, f"{at}/{name}/{i}") for i, each in enumerate(_a_list(held, f"{at}/{name}")))
        else:
            out[name] = reading(held, f"{at}/{name}")
    return out


@cache
def _reading_of(value: Any) -> Decoder:  # noqa: ANN401
    return _dataclass(Reading, {"value": value | None})
