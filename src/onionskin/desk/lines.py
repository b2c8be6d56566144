"""Decisions as lines of JSON: one object a line, as people or programs write them and as a collection gives them out.

    {"verb": "accept", "record": "os-njn1v", "about": "/emendations/0", "reason": "the form's own label"}
    {"verb": "link", "record": "os-njn1v", "about": "/references/1", "to": "os-54t9q"}
    {"verb": "reject", "record": "os-njn1v", "about": "/mentions/3"}
    {"verb": "correct", "record": "os-njn1v", "words": "Kuznetsoy", "to": "Kuznetsov", "at": "2:14"}
    {"verb": "emend", "record": "os-njn1v", "words": "11-21's", "to": "IL-28's"}
    {"verb": "link", "record": "os-njn1v", "to": "os-1eb0d", "relation": "same-copy"}
    {"verb": "accept", "record": "os-njn1v", "about": "emendation", "quote": {"exact": "EEC", "prefix": "in the "}}
    {"verb": "correct", "record": "os-njn1v", "about": "ink", "at": "2", "box": [310, 1204, 905, 1241], "to": "LIMDIS"}
    {"verb": "merge", "entities": ["halloran-j", "halloran-james"]}
    {"verb": "refuse", "record": "os-njn1v", "about": "boundary"}
    {"verb": "undo", "record": "os-njn1v"}
    {"verb": "merge", "about": "issue", "to": "bomber", "entities": ["il-28"]}
    {"verb": "reject", "about": "statement", "statements": [{"record": "os-njn1v", "type": "offer", "quote": "..."}]}

`about` points into the record, or names the sort of thing that a `quote` stands upon; of ink that no word covers `at`
is its page and `box` where it lies, in pixels. `by` and `reason` may stand in any line.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from onionskin.desk.choices import Asked
from onionskin.errors import RecordError, UsageError
from onionskin.record.boundaries import Place
from onionskin.record.codec import decode_as, encode
from onionskin.record.decisions import OF_LEDGER, About, Quote, Said, Verb
from onionskin.record.geometry import Box
from onionskin.record.page import PageNumber
from onionskin.record.references import SameAs, SameAsRelation
from onionskin.store.decisions import Kept

PLACE = re.compile(r"(?P<page>\d{1,6})(?::(?P<line>\d{1,6}))?")
KEYS = frozenset(
    {
        *("verb", "record", "about", "words", "at", "quote", "to", "relation", "entities", "reason", "by", "box"),
        "statements",
    }
)  # fmt: skip


def asked_of(line: str, author: str) -> Asked:
    """What a line asks for; `author` decides where the line names nobody. UsageError says what is wrong with it."""
    try:
        told = json.loads(line)
    except (ValueError, RecursionError) as fault:
        raise UsageError("it is not JSON", advice=f"{fault}") from fault
    if not isinstance(told, dict):
        raise UsageError("it is no JSON object", advice='Write {"verb": ..., "record": ...}')
    if strange := told.keys() - KEYS:
        raise UsageError(f"there is no key {min(strange)!r}", advice=f"The keys are: {', '.join(sorted(KEYS))}")
    words = {key: held for key, held in told.items() if key not in {"quote", "entities", "box", "statements"}}
    if wrong := next((key for key, held in words.items() if not isinstance(held, str)), None):
        raise UsageError(f"{wrong!r} must be a string")
    entities = told.get("entities", [])
    if not isinstance(entities, list) or not all(isinstance(each, str) for each in entities):
        raise UsageError("'entities' must be a list of strings")
    return Asked(
        verb=_one_of(Verb, "verb", words.get("verb", "")),
        author=words.get("by") or author,
        record=words.get("record", ""),
        about=words.get("about", ""),
        words=words.get("words", ""),
        place=place_of(words["at"]) if "at" in words else None,
        box=_box(told["box"]) if "box" in told else None,
        quote=_quote(told["quote"]) if "quote" in told else None,
        to=words.get("to"),
        relation=_one_of(SameAsRelation, "relation", words["relation"]) if "relation" in words else None,
        entities=tuple(entities),
        reason=words.get("reason", ""),
        statements=_statements(told.get("statements", [])),
    )


def place_of(words: str) -> Place:
    """`7` is page 7, `4:12` line 12 of page 4."""
    m = PLACE.fullmatch(words)
    if m is None:
        raise UsageError(f"{words} is no place", advice="Name a page of the file, or page and line: 7, or 4:12")
    return Place(int(m["page"]), int(m["line"]) if m["line"] else None)


def line_of(kept: Kept) -> dict[str, Any]:
    """A decision as a line that another collection takes."""
    told: dict[str, Any] = {"verb": kept.verb.value, "by": kept.author}
    if kept.about is About.PERSONS:
        told["entities"] = (kept.to or "").split()
    elif kept.about in OF_LEDGER:
        told |= _of_ledger(kept)
    else:
        told |= {"record": kept.record, "about": kept.about.value}
        if kept.to is not None:
            told["to"] = kept.to
    if kept.patch is not None:
        told |= {"at": str(kept.patch.page), "box": encode(kept.patch.box)}
    if isinstance(kept.subject, SameAs):
        told["relation"] = kept.subject.relation.value
    if kept.quote is not None:
        told["quote"] = encode(kept.quote)
    if kept.reason:
        told["reason"] = kept.reason
    return told


def box_of(told: Sequence[int]) -> Box:
    """A box by its left, top, right and bottom."""
    left, top, right, bottom = told
    if left > right or top > bottom:
        raise UsageError("'box' is inside out", advice="It is left, top, right and bottom, in pixels")
    return Box(left, top, right, bottom)


def _box(told: object) -> Box:
    if not isinstance(told, list) or len(told) != 4 or not all(type(each) is int and each >= 0 for each in told):
        raise UsageError("'box' must be four whole numbers", advice="Its left, top, right and bottom, in pixels")
    return box_of(told)


def _of_ledger(kept: Kept) -> dict[str, Any]:
    """What a line says of a decision on the ledger: of an issue apart which it is, and its name or the other one."""
    told: dict[str, Any] = {"about": kept.about.value, "statements": [encode(each) for each in kept.statements]}
    if kept.about is not About.ISSUE:
        return {**told, "record": kept.record, "to": kept.to or ""}
    issue, _, rest = (kept.to or "").partition(" ")
    return {**told, "to": issue, **({"entities": [rest]} if kept.verb is Verb.MERGE else {"words": rest})}


def _statements(told: object) -> tuple[Said, ...]:
    if not isinstance(told, list):
        raise UsageError("'statements' must be a list of objects")
    try:
        return tuple(decode_as(Said, each) for each in told)
    except RecordError as fault:
        raise UsageError(
            "each of 'statements' must be an object with 'record', 'type' and 'quote'", advice=f"{fault}"
        ) from fault


def _quote(told: object) -> Quote:
    known = {"exact", "prefix", "suffix", "page", "start"}
    if not isinstance(told, Mapping) or not isinstance(told.get("exact"), str) or told.keys() - known:
        raise UsageError("'quote' must be an object with 'exact' and, if wanted, 'prefix', 'suffix' and 'page'")
    exact, prefix, suffix = (told.get(key, "") for key in ("exact", "prefix", "suffix"))
    page, start = told.get("page", 1), told.get("start")
    numbers = type(page) is int and page > 0 and (start is None or (type(start) is int and start >= 0))
    if not (exact.strip() and isinstance(prefix, str) and isinstance(suffix, str) and numbers):
        raise UsageError("'quote' needs words to find, and whole numbers for 'page' and 'start'")
    return Quote(PageNumber(page), exact, prefix, suffix, start)


def _one_of(names: Any, key: str, word: str) -> Any:  # noqa: ANN401 - whichever enumeration is asked
    try:
        return names(word)
    except ValueError as fault:
        known = ", ".join(each.value for each in names)
        raise UsageError(f"{word!r} is no {key}", advice=f"It is one of: {known}") from fault
