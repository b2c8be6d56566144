"""Papers that labels alone begin, and what a paper is by lesser signs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onionskin.phrases.columns import CELL, bounds_of, under
from onionskin.phrases.estimates import heads_estimate
from onionskin.phrases.labels import Labelled, find_labels
from onionskin.phrases.letters import is_close
from onionskin.phrases.officers import read_officer
from onionskin.phrases.own_numbers import own_numbers
from onionskin.phrases.posts import read_posts
from onionskin.phrases.references import find_references
from onionskin.readers.heads.head import HEAD_LINES, Head
from onionskin.readers.heads.titled import officers_of
from onionskin.record.fields import Kind
from onionskin.record.named import NamedKind
from onionskin.record.references import ReferenceKind
from onionskin.text.clean import Line

ADDRESSED = frozenset({"to", "action", "info", "from"})
NEAR = 12
"""Lines with ink within which two heads are of one paper."""
TELEGRAM_SIGNS = 3
"""Labels of a telegram that must stand together where no post is addressed: routing sheets have ACTION and NO. too."""
AIRGRAM = re.compile(r"A-\d{1,4}(?:,\s+[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4,5})?")
MEMO_PAIRS = ({"to", "from"}, {"subject", "date"}, {"to", "subject"}, {"from", "subject"})
TELEGRAM_LABELS = frozenset({"number", "control", "received", "info", "action", "precedence"})
MEMO_LABELS = frozenset({"to", "from", "subject", "date", "through"})


def labelled_heads(lines: Sequence[Line], known: Sequence[int]) -> list[Head]:
    """Heads made of labels alone, where no title stands near: FROM / TO / NO, or TO / FROM / SUBJECT."""
    labels = list(find_labels(lines))
    place = {line.index: n for n, line in enumerate(lines)}
    page = {line.index: line.page for line in lines}
    heads: list[Head] = []
    for at, label in enumerate(labels):
        own = (each for each in labels[at : at + 8] if page[each.line] == page[label.line])
        near = [each for each in own if place[each.line] - place[label.line] <= NEAR]
        covered = any(-NEAR * 2 <= label.line - k <= NEAR * 3 for k in known) or (
            heads and label.line - heads[-1].line <= NEAR * 3
        )
        if covered or label.key not in TELEGRAM_LABELS | MEMO_LABELS:
            continue
        keys = {n.key for n in near} | {"post" for n in near if n.key in ADDRESSED and _names_post(n, lines, labels)}
        if head := _by_labels(label, keys):
            heads.append(head)
    return heads


def faint_head(lines: Sequence[Line]) -> Head | None:
    """What a paper is by lesser signs, where nothing says so at its head: a close, an addressee, a number, a signature.

    `lines` are the paper's lines with ink.
    """
    close = next((line for line in lines if is_close(line.text)), None)
    if close:
        return Head(close.index, Kind.LETTER, f"the close {close.text.strip()!r}", 0.7)
    return (
        _faint_labels(lines)
        or _faint_officers(lines)
        or next((h for line in lines[:HEAD_LINES] if (h := _faint_number(line))), None)
    )


def _faint_labels(lines: Sequence[Line]) -> Head | None:
    labels = list(find_labels(lines))
    keys = {label.key for label in labels}
    first = lines[0].index if lines else 0
    if "participants" in keys:
        return Head(first, Kind.MEMORANDUM_OF_CONVERSATION, "a list of participants", 0.6)
    post = next((label for label in labels if label.key in ADDRESSED and _names_post(label, lines, labels)), None)
    if post:
        return Head(first, Kind.TELEGRAM, f"the label {post.key.upper()}, and a post is addressed", 0.6)
    if keys & {"control", "received"} and keys & {"from", "number", "to"}:
        return Head(first, Kind.TELEGRAM, "labels of an incoming telegram", 0.6, "incoming")
    if any(pair <= keys for pair in MEMO_PAIRS):
        return Head(first, Kind.MEMORANDUM, "labels of a memorandum", 0.5)
    return None


def _faint_officers(lines: Sequence[Line]) -> Head | None:
    """`Director, FBI (62-109090)` and under it `Legat, Paris (62-148)`: a carbon of a memorandum whose form is not on
    it.
    """
    named = officers_of(lines)
    if len(named) < 2:
        return None
    reason = f"two officers at its head: {named[0].text.strip()!r}, {named[1].text.strip()!r}"
    return Head(named[0].index, Kind.MEMORANDUM, reason, 0.6, subkind="field-office")


def _faint_number(line: Line) -> Head | None:
    """`CIRCULAR 990`, `Embtel 1587`, `A-207, May 12, 1963`, `OCI No. 2341/63` and nothing else on its line."""
    words = line.text.strip(" .,")
    if AIRGRAM.fullmatch(words):
        return Head(line.index, Kind.AIRGRAM, f"an airgram's number alone on its line: {words!r}", 0.6)
    if heads_estimate(line.text):
        return Head(line.index, Kind.REPORT, f"the number of an estimate: {words!r}", 0.6, subkind="intelligence")
    own = next(own_numbers(line.text), None)
    if own and own.circular:
        return Head(line.index, Kind.TELEGRAM, f"the number of a circular: {words!r}", 0.6, "outgoing", "circular")
    if not 5 <= len(words) <= 24 or not words[-1].isdigit():
        return None
    cited = (c for c in find_references(words) if c.value.kind is ReferenceKind.TELEGRAM)
    if any(len(c.text) >= len(words) - 1 for c in cited):
        return Head(line.index, Kind.TELEGRAM, f"a telegram's number alone on its line: {words!r}", 0.6)
    return None


def _names_post(label: Labelled, lines: Sequence[Line], labels: Sequence[Labelled]) -> bool:
    """Whether the addressee is a post (`Amembassy PARIS`), not an office, an officer there (`LEGAT, HONG KONG`) or a
    person; it may stand under the label.
    """
    at = next(n for n, x in enumerate(lines) if x.index == label.line)
    value = label.value.shifted(-lines[at].span.start).of(lines[at].text)
    if not value.strip() and at + 1 < len(lines):
        inside = under(lines[at + 1], bounds_of(label, lines[at], labels))
        value = inside.shifted(-lines[at + 1].span.start).of(lines[at + 1].text) if inside else ""
    first = CELL.search(value)
    officer = read_officer(first[0]) if first else None
    return officer is None and any(post.value.kind is NamedKind.POST for post in read_posts(value))


def _by_labels(first: Labelled, keys: set[str]) -> Head | None:
    told = ", ".join(sorted(k.upper() for k in keys - {"post"}))
    if "post" in keys and len(keys & (TELEGRAM_LABELS | MEMO_LABELS)) >= 2 and "participants" not in keys:
        return Head(first.line, Kind.TELEGRAM, f"the labels {told}, and a post is addressed", 0.85)
    if keys & {"action", "to"} and len(keys & (TELEGRAM_LABELS | {"to", "from"})) >= TELEGRAM_SIGNS:
        return Head(first.line, Kind.TELEGRAM, f"the labels {told}", 0.8)
    if "from" in keys and len(keys & {"number", "control", "received"}) >= 2:
        return Head(first.line, Kind.TELEGRAM, f"the labels {told}", 0.8, "incoming")
    if "participants" in keys and keys & {"subject", "date", "place"}:
        return Head(first.line, Kind.MEMORANDUM_OF_CONVERSATION, f"the labels {told}", 0.8)
    if len(keys & MEMO_LABELS) >= 3 and {"to", "from"} <= keys:
        return Head(first.line, Kind.MEMORANDUM, f"the labels {told}", 0.75)
    return None
