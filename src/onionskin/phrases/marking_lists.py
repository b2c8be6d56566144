"""The markings as an edition lists them, `Secret; Operational Immediate; Limit Distribution`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

from onionskin import lexicon
from onionskin.phrases.found import Found, printed

NONE_MARKED = re.compile(r"No\s+classification\s+markings?", re.IGNORECASE)
"""A positive statement of the editors, other than that nothing is known."""
ITEM = re.compile(r"(?:\[[^\]]*\]|[^;.:\[\]()]|\.(?=[A-Z]\.)|(?<=[A-Z]\.[A-Z])\.)+")
WORDS = 7
"""A caption has no more; a longer item behind a semicolon is a sentence."""
VERBS = re.compile(r"\b(?:is|was|were|are|by|to|the|at|on|sent|drafted|repeated|has|had|which|source)\b")
ITEM_END = re.compile(r"\s*(?:[;.,:]|\Z|\(|—)|\s+[A-Z]")
CAPITAL_FOLLOWS = re.compile(r"\s+[A-Z]")
SENTENCE_FOLLOWS = re.compile(r"\s+(?:Drafted|Repeated|Sent|Cleared|Approved|Received|Also)\b")
"""A sentence although the stop was left out: `Secret Drafted by`."""
NOT_IN_THE_EDITION = frozenset(("or", "lou"))


class Kind(Enum):
    """What an item of the list is."""

    LEVEL = auto()
    PRECEDENCE = auto()
    CAPTION = auto()


@dataclass(frozen=True, slots=True)
class MarkingList:
    """The items as printed; `end` is behind the stop of the list."""

    level: Found[str] | None
    precedence: tuple[Found[str], ...]
    captions: tuple[Found[str], ...]
    end: int


def read_marking_list(text: str, start: int) -> MarkingList | None:
    """The list that begins at `start`, None where something else does.

    The first item must be one we know; what stands between semicolons behind it is a caption, known or not:
    `Unclassified; Translation`, `Top Secret; [codeword not declassified]; Noforn`.
    """
    items: list[tuple[Kind, Found[str]]] = []
    at = start
    while True:
        read = _item(text, at, first=not items)
        if read is None:
            break
        found, at = read
        items += found
        if at >= len(text) or text[at] not in ";,":
            at = _space(text, at + 1 if text[at : at + 1] in (".", ":") else at)
            if _known_item(text, at) is None:
                break
            continue
        at = _space(text, at + 1)
    if not items:
        return None
    levels = [found for kind, found in items if kind is Kind.LEVEL]
    captions = [found for kind, found in items if kind is Kind.CAPTION] + levels[1:]
    return MarkingList(
        levels[0] if levels else None,
        tuple(found for kind, found in items if kind is Kind.PRECEDENCE),
        tuple(sorted(captions, key=lambda found: found.span)),
        at,
    )


def find_level(text: str, start: int, end: int) -> Found[str] | None:
    """A level that ends a citation whose stop is missing: `DEF 19 S VIET Secret`."""
    m = _level_behind().search(text, start, end)
    return printed(text, m.start("level"), m.end("level")) if m else None


def _item(text: str, at: int, *, first: bool) -> tuple[list[tuple[Kind, Found[str]]], int] | None:
    known = _known_item(text, at)
    if known is not None:
        return known
    m = ITEM.match(text, at)
    if first or m is None:
        return None
    item = m[0].rstrip()
    if not (item[:1].isupper() or item[:1] == "[") or len(item.split()) > WORDS or VERBS.search(item):
        return None
    return [(Kind.CAPTION, printed(text, at, at + len(item)))], at + len(m[0])


def _known_item(text: str, at: int) -> tuple[list[tuple[Kind, Found[str]]], int] | None:
    """One item made of known words alone: `Niact Priority` are two finds; the end is that of the item."""
    found: list[tuple[Kind, Found[str]]] = []
    while (m := _known().match(text, at)) is not None:
        kind = next(kind for kind in Kind if m[kind.name] is not None)
        found.append((kind, printed(text, m.start(), m.end())))
        at = m.end()
        if (space := _space(text, at)) == at or space >= len(text) or _known().match(text, space) is None:
            break
        at = space
    if not found or not ITEM_END.match(text, at):
        return None
    if CAPITAL_FOLLOWS.match(text, at):
        return (found, at) if SENTENCE_FOLLOWS.match(text, at) else None
    return found, _space(text, at)


def _space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


@cache
def _known() -> re.Pattern[str]:
    kinds = {Kind.LEVEL: "levels", Kind.PRECEDENCE: "precedences", Kind.CAPTION: "captions"}
    parts = []
    for kind, name in kinds.items():
        words = sorted((w for w in lexicon.spellings(name) if w not in NOT_IN_THE_EDITION), key=len, reverse=True)
        extra = [NONE_MARKED.pattern] if kind is Kind.LEVEL else []
        either = "|".join([*extra, *(re.escape(w).replace(r"\ ", r"[\s-]+") for w in words)])
        parts.append(f"(?P<{kind.name}>{either})")
    return re.compile(rf"(?:{'|'.join(parts)})(?![A-Za-z])", re.IGNORECASE)


@cache
def _level_behind() -> re.Pattern[str]:
    words = sorted((" ".join(p.capitalize() for p in w.split()) for w in lexicon.spellings("levels")), key=len)
    either = "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in reversed(words))
    return re.compile(rf"[\s,](?P<level>{either})(?=\s*(?:[.;:]|\Z))")
