"""Record to JSON and back: the only serialiser.

The JSON is the public contract of `schemas/record-1.json`. Names are those of the types, with three turns: a trailing
underscore falls (`from_` is `from`), a `Span` is `[start, end]`, a `Box` is `[left, top, right, bottom]`. What a type
leaves out by default (None) is left out of the JSON; what a type always states (an unread check box) is null.
"""

from __future__ import annotations

import json
import weakref
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, TypeVar, cast

from onionskin.errors import RecordError
from onionskin.record.decoding import MisfitError, decoded
from onionskin.record.document import SCHEMA, Copy, Document, Source, Texts
from onionskin.record.evidence import Ink
from onionskin.record.geometry import Box
from onionskin.record.keys import EVIDENCE_KIND, NEVER, plan_of
from onionskin.record.span import Span
from onionskin.record.statements import Statement

Json = dict[str, Any]
T = TypeVar("T")

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
    plan = plan_of(cls)
    kind = {"kind": EVIDENCE_KIND[cls]} if cls in EVIDENCE_KIND else {}
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


def encode_line(value: object) -> str:
    """The same on one line, without its end."""
    return _LINE.encode(value)


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
        return decoded(Document, data)
    except MisfitError as fault:
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
    held = ((key, data.get(key), [] if left_out == () else left_out) for _, key, left_out in plan_of(cls))
    return {key: value for key, value, left_out in held if key in data and value != left_out}


def overlay_of(read: Document, linked: Document) -> str:
    """The keys in which a record differs from the record as it was read: one JSON object on a line, empty for none.

    Of `text` and `fields` only the members that differ are there, so that a transcription is never written twice.
    """
    changed: dict[str, object] = {}
    for name, key, _ in plan_of(Document):
        was, now = getattr(read, name), getattr(linked, name)
        if was is not now and was != now:
            changed[key] = _members_changed(was, now) if isinstance(now, (Mapping, Texts)) else now
    return _LINE.encode(changed) if changed else ""


def _members_changed(was: object, now: object) -> Json:
    before, after = dict(cast("Json", _members(was))), dict(cast("Json", _members(now)))
    return {key: held for key, held in after.items() if before.get(key, NEVER) != held}


def decode_as(cls: type[T], data: object) -> T:
    """One part of a record (an `Act`, a `Reading[str]`) from its JSON. RecordError where it does not fit."""
    try:
        return decoded(cls, data)
    except MisfitError as fault:
        raise RecordError(f"this is no {getattr(cls, '__name__', cls)}: {fault}") from fault


def statement_from(data: Json) -> Statement:
    """The statement that `encode` wrote. RecordError where it is none."""
    return decode_as(Statement, data)
