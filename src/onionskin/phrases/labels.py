"""Labels before values: `FROM: Moscow`, `Drafted by` with its value on the line below, a label broken over two
lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice, takewhile

from onionskin.phrases.label_words import (
    LINES_REMEMBERED,
    known_label,
    known_labels,
    letters,
    misread_head,
    plain,
    short_label,
)
from onionskin.record.quick import quick
from onionskin.record.span import Span
from onionskin.text.clean import Line

WITH_COLON = re.compile(
    r"""
    (?: ^ \s* | (?<=\s\s) | (?<=\t) | (?<=[.;,)])\s )          # at the head of the line, or after a gap (two columns)
    (?P<label> [A-Za-z] (?: [A-Za-z'’./0&,-] | [ ](?![ ][ ]) ){0,70}? ) [ \t]{0,20} [:;] (?! \d)
    """,
    re.VERBOSE,
)
HEAD_WORD = re.compile(
    r"(?P<label>[A-Z0][A-Za-z0'’.]{0,14}?)\.?(?:\s+[-–—]\s*|\s+|(?<=['’]d)(?=[A-Z]))(?=[A-Z0-9(“\"])"
)
"""A word that may be a label without its colon; behind `Rec'd` the blank may be lost."""
RECEIVED = re.compile(r"[a-z]['’](?:d|cl)\Z")
WIDE_GAP = re.compile(
    r"\s*(?P<label>[A-Z][A-Za-z'’]{1,14}(?: [A-Za-z]{2,9}){0,2})(?:(?:\t| {3,})\s*|\s*(?:\. ?){3,}\s*)(?=[A-Z0-9(“\"])"
)
"""A label set off by a gap or by leaders: `SUBJECT   Your Meeting with the German Ambassador`, `FROM . . . Moscow`."""
GAPS = ("   ", "\t", "..", ". .")
"""One of these stands in every line that has such a gap."""
SAID_OF = re.compile(
    r"(?:^\s*|(?<=[.;,])\s+|(?<!\s)\s{2,}+)"
    r"(?P<label>(?:(?:(?:telegraphic )?transmission|contents)(?: and classification)? )?"
    r"(?:drafted|typed|cleared|approved|authorized|released|concurred in|coordinated)"
    r"(?: in (?:draft|substance|part))?(?: by| with| in(?= [A-Z]/)))\s+(?-i:(?=[A-Z]))",
    re.IGNORECASE,
)
"""Labels in a sentence, as source notes have them: `Drafted by X (EUR); cleared in draft by Y; approved by Z.`"""
COLUMNS = re.compile(r"\S(?:\s?\S+)*")
"""Words that no gap parts."""
COLUMN_GAP = re.compile(r"\s\s")
HEAD_WORDS, HEAD_WIDTH = 4, 30
"""Words and characters at the head of a line among which a label without its colon is looked for."""
SECOND_COLUMN = re.compile(r"(?<=\S)\s{3,}(?P<words>[A-Z][A-Za-z ]{6,40}[a-z])\s*$")
COLUMN_DRIFT = 8
"""Characters by which the halves of a label in one column may be set apart."""
VALUE_WORDS = 9
"""Words behind a label without its colon above which it is no label but the first word of a sentence."""
NOT_IN_CAPITALS = frozenset({"subject", "participants", "through"})
"""Labels that without a colon are words of the text where all of it is in capitals: SUBJECT SAID THAT."""
LONE_COLON = re.compile(r"\s*:\s*(?=\S)")


@quick
@dataclass(frozen=True, slots=True)
class Labelled:
    """A label and the words after it on its line. Spans are of the text the lines belong to; `value` may be empty.

    `line` is the index of the line the value begins on.
    """

    key: str
    label: Span
    value: Span
    line: int


Place = tuple[int, int]
Hit = tuple[str, Place, Place]
"""The key of a label, where it stands and where its value stands, in the string of its line."""


def find_labels(lines: Sequence[Line]) -> Iterator[Labelled]:
    """Every label of the lines, in order. A label ends its neighbour's value where two stand on one line.

    The first half of a label that a second column breaks over two lines has the key `half`, and no value.
    """
    second: dict[int, Hit] = {}
    told: Labelled | None = None
    colons = [":" in line.text for line in lines]
    led = True in colons and any(x.text.lstrip()[:1] == ":" for has, x in zip(colons, lines, strict=True) if has)
    apart = _colons_apart(lines) if led else {}
    for at, line in enumerate(lines):
        if line.blank:
            continue
        if at in apart:
            yield apart[at]
            continue
        text = plain(line.text)
        gapped = "   " in text and text.find("   ", line.ink.start - line.span.start) >= 0
        column = _first_half(lines, at, second) if gapped else None
        hits = _on_line(text if column is None else text[: column[0]])
        if second and line.index in second:
            below = second[line.index]
            hits = (*(_ending(hit, below[1][0]) for hit in hits if hit[1][0] < below[1][0]), below)
        if hits:
            each = (_labelled(line, *hit) for hit in hits)
            # The lower half of a label over two lines is often a label too: CLASSIFICATION APPROVED BY.
            yield from (x for x in each if told is None or x.label.end != told.label.end)
        elif column is None and True in colons[at + 1 : at + 3] and (told := _over_two(lines, at)):
            yield told
        if column:
            yield _labelled(line, "half", column, (column[1], column[1]))


def _colons_apart(lines: Sequence[Line]) -> dict[int, Labelled]:
    """Labels whose colons an engine set with the values, in a column of their own, by their place in `lines`.

    `ATTENTION` / `SUBJECT` / `: Mr. Harwood` / `: Talks in Vienna`: as many labels, each alone on its line, as values.
    """
    out: dict[int, Labelled] = {}
    inked = [at for at, line in enumerate(lines) if not line.blank]
    colons = {n: m.end() for n, at in enumerate(inked) if (m := LONE_COLON.match(lines[at].text))}
    for n in colons.keys() - {n + 1 for n in colons}:
        count = next(k for k in range(1, len(inked) + 1) if n + k not in colons)
        for head, value in zip(range(n - count, n), range(n, n + count), strict=True) if n >= count else ():
            over, under = lines[inked[head]], lines[inked[value]]
            label = known_labels().get(letters(over.text)) if over.text.isupper() else None
            if label and over.page == under.page:
                held = _labelled(under, label.key, (0, 0), (colons[value], len(under.text)))
                out[inked[head]] = replace(held, label=over.ink)
    return out


def _ending(hit: Hit, column: int) -> Hit:
    """A label's value ends where the next column begins."""
    key, label, value = hit
    return key, label, (min(value[0], column), min(value[1], column))


def _first_half(lines: Sequence[Line], at: int, second: dict[int, Hit]) -> Place | None:
    """Where a second column begins a label that goes on, with its colon, under it: `Telegraphic transmission and`.

    What goes on there is put down in `second` under the index of its line.
    """
    line = lines[at]
    for m in SECOND_COLUMN.finditer(line.text):
        below = next((x for x in lines[at + 1 : at + 3] if not x.blank), None)
        for n in WITH_COLON.finditer(below.text) if below and ":" in below.text else ():
            near = abs(n.start("label") - m.start("words")) <= COLUMN_DRIFT
            label = known_label(f"{m['words']} {n['label']}") if near else None
            if label and below:
                second[below.index] = (label.key, (n.start("label"), n.end()), (n.end(), len(below.text)))
                return m.span("words")
    return None


@lru_cache(maxsize=LINES_REMEMBERED)
def _on_line(text: str) -> tuple[Hit, ...]:
    """The labels of one line. Several readers ask this of every line of a paper, hence the memory."""
    colons = ":" in text or ";" in text
    hits = [(m, label) for m in WITH_COLON.finditer(text) if (label := known_label(m["label"]))] if colons else []
    if not hits:
        return tuple(_without_colon(text))
    ends = [m.start("label") for m, _ in hits[1:]] + [len(text)]
    return (
        *_leading(text[: hits[0][0].start("label")]),
        *((label.key, (m.start("label"), m.end()), (m.end(), end)) for (m, label), end in zip(hits, ends, strict=True)),
    )


def _leading(words: str) -> Iterator[Hit]:
    """`TO   Mr. Harwood   DATE: June 3, 1964`: the label in capitals that begins the line has lost its colon."""
    m = WIDE_GAP.match(words)
    label = known_labels().get(letters(m["label"])) if m and m["label"].isupper() else None
    if m and label and words[m.end() :].strip():
        yield label.key, m.span("label"), (m.end(), len(words))


def _without_colon(text: str) -> Iterator[Hit]:
    words = text.strip()
    whole = known_labels().get(letters(words)) if len(words) < 80 else None
    if whole and whole.bare:
        start = len(text) - len(text.lstrip())
        yield whole.key, (start, start + len(words)), (len(text), len(text))
        return
    if not words[:1].isupper() and words[:1] != "0":
        return
    if COLUMN_GAP.search(words) and (bare := _bare_columns(text)):
        yield from bare
        return
    if "ed " in text.lower() and (said := _said_of(text)):
        yield from said
        return
    m = WIDE_GAP.match(text) if any(gap in words for gap in GAPS) else None
    label = (
        (known_label(m["label"]) if m["label"].isupper() else known_labels().get(letters(m["label"]))) if m else None
    )
    if m and label:
        yield label.key, m.span("label"), (m.end(), len(text))
        return
    # "SENT TO Amembassy PARIS": SENT TO, not SENT, so the longest head goes first.
    indent = len(text) - len(text.lstrip())
    heads = takewhile(lambda m: m.start("label") < indent + HEAD_WIDTH, HEAD_WORD.finditer(text))
    for m in reversed(list(islice(heads, HEAD_WORDS))):
        if len(text[m.end() :].split()) > VALUE_WORDS:
            break
        head = text[: m.end("label")]
        label = (
            known_labels().get(letters(head))
            or misread_head(head)
            or (short_label(head.strip()) if RECEIVED.search(head) else None)
        )
        if (
            label
            and label.colon_optional
            and (label.mixed or head == head.upper())
            and not (label.key in NOT_IN_CAPITALS and text.isupper())
            and (not label.mixed or re.search(r"\d", text[m.end() :]))  # "No. We shall not." is an answer
        ):
            start = len(text) - len(text.lstrip())
            yield label.key, (start, m.end("label")), (m.end(), len(text))
            return


def _bare_columns(text: str) -> list[Hit]:
    """`DRAFTED BY          APPROVED BY`, their values below."""
    hits: list[Hit] = []
    for m in COLUMNS.finditer(text):
        label = known_labels().get(letters(m[0]))
        if label is None:
            return []
        hits.append((label.key, m.span(), (m.end(), m.end())))
    return hits if len(hits) > 1 else []


def _said_of(text: str) -> list[Hit]:
    """The labels of a sentence that begins with one, or goes on with one behind a stop."""
    hits = [(m, label) for m in SAID_OF.finditer(text) if (label := known_labels().get(letters(m["label"])))]
    if not hits or (hits[0][0].start("label") and not hits[0][0].group()[0].isspace()):
        return []
    ends = [m.start("label") for m, _ in hits[1:]] + [len(text)]
    return [(label.key, m.span("label"), (m.end(), end)) for (m, label), end in zip(hits, ends, strict=True)]


def _over_two(lines: Sequence[Line], at: int) -> Labelled | None:
    """`Telegraphic transmission and` / `circulation approved by:`."""
    head = lines[at].text.strip()
    if not 8 <= len(head) <= 60 or head[-1] in ".:;?!" or head.count(" ") > 7:
        return None
    after = next((line for line in lines[at + 1 : at + 3] if not line.blank), None)
    m = WITH_COLON.match(after.text) if after and ":" in after.text else None
    if after is None or m is None:
        return None
    words = f"{head} {m['label']}"
    # A label by itself takes the line over it only where the two are one label of the lexicon.
    label = known_labels().get(letters(words)) if known_labels().get(letters(m["label"])) else known_label(words)
    if label is None:
        return None
    held = _labelled(after, label.key, (m.start("label"), m.end()), (m.end(), len(after.text)))
    return Labelled(held.key, Span(lines[at].ink.start, held.label.end), held.value, after.index)


def _labelled(line: Line, key: str, label: Place, value: Place) -> Labelled:
    words = line.text[value[0] : value[1]]
    start = value[0] + len(words) - len(words.lstrip())
    end = value[0] + len(words.rstrip())
    at = line.span.start
    return Labelled(key, Span(at + label[0], at + label[1]), Span(at + min(start, end), at + end), line.index)
