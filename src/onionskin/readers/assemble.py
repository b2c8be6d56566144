"""A source's pages to the papers on them: marks first, then boundaries, then each paper by the readers of its kind."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from operator import itemgetter

from onionskin.readers.acts import acts_of
from onionskin.readers.boundaries import Edge, Part, find_parts
from onionskin.readers.contract import Claim, FieldReading, ReadResult
from onionskin.readers.inference import in_full, infer
from onionskin.readers.registry import Readers
from onionskin.readers.variants import differing, doubted_by, doubts_of
from onionskin.record.boundaries import Boundary, PageRole, RoleOfPage, Settled
from onionskin.record.document import Copy, Document, Furniture, OneOrMany, Paragraph, Source, Texts, UnclaimedLine
from onionskin.record.evidence import Evidence, Evidenced, Ink
from onionskin.record.fields import FIELDS, KIND_FIELDS, FieldValue, Kind
from onionskin.record.ids import record_id
from onionskin.record.marks import Distribution
from onionskin.record.page import PageText
from onionskin.record.reading import Reading, absent
from onionskin.record.span import Span, outside
from onionskin.text.clean import CleanText, clean
from onionskin.text.healing import heal
from onionskin.text.joining import LABEL, PARAGRAPH, Joined, read_through
from onionskin.text.markup import unmark
from onionskin.text.scroll import Scroll, scroll_of
from onionskin.text.struck import strike

WORD = re.compile(r"\S+")
STEPS = (unmark, strike)
"""What every page goes through before readers see it."""


@dataclass(frozen=True, slots=True)
class Surrogate:
    """A source file by the name it was given, its bytes' name and its kind."""

    name: str
    sha256: str
    media_type: str


@dataclass(frozen=True)
class _Paper:
    """One paper while it is read: its text as readers see it and as it is `printed`, before misread words were healed;
    the claims upon it (spans of `text`), and everything found.
    """

    part: Part
    text: CleanText
    printed: CleanText
    raw: Span
    found: tuple[ReadResult, ...]
    claims: tuple[Claim, ...]


def assemble(
    surrogate: Surrogate, pages: Sequence[PageText], readers: Readers, settled: Sequence[Settled] = ()
) -> list[Document]:
    """Every paper on the pages of one source, in order. Pages without any ink belong to no paper.

    Papers begin where a person `settled` that they do, and nowhere that one settled that none does.
    """
    scroll = scroll_of(pages)
    printed = clean(scroll, STEPS)
    text = heal(printed)
    marks: list[ReadResult] = []
    claims: list[Claim] = []
    for reader in readers.marks:
        got = reader.read(text, [c.span for c in claims])
        marks.append(got)
        claims += got.claims
    documents = []
    for part in find_parts(text, claims, settled):
        paper = _cut((text, printed), part, marks, claims)
        if paper.text.text.strip():
            documents.append(_document(surrogate, _read(paper, readers), readers))
    return documents


def _cut(
    texts: tuple[CleanText, CleanText], part: Part, marks: Iterable[ReadResult], claims: Iterable[Claim]
) -> _Paper:
    """The part's text, healed and as it is printed, and of the marks those that stand on it."""
    text, printed = texts
    lines = text.lines[part.start : part.end]
    span = Span(lines[0].span.start, lines[-1].span.end)
    piece = text.part(span)
    raw = _whole_lines(text.scroll, piece.map.hull(Span(0, len(piece.text)))) if piece.text else Span(0, 0)
    held = tuple(_standing_in(result, text.scroll, raw) for result in marks)
    own = tuple(
        Claim(
            Span(max(c.span.start, span.start) - span.start, min(c.span.end, span.end) - span.start),
            c.rule,
            c.furniture,
        )
        for c in claims
        if c.span.overlaps(span)
    )
    return _Paper(part, piece, piece if text is printed else printed.part(text.unhealed(span)), raw, held, own)


def _whole_lines(scroll: Scroll, raw: Span) -> Span:
    """The raw lines of a part, markup before its first character included: `~~SECRET~~` begins with two tildes."""
    start = max(scroll.text.rfind(end, 0, raw.start) for end in "\n\f") + 1
    ends = [at for end in "\n\f" if (at := scroll.text.find(end, raw.end)) >= 0]
    return Span(start, min(ends, default=len(scroll.text)))


def _standing_in(result: ReadResult, scroll: Scroll, raw: Span) -> ReadResult:
    """Of a reader's finds those whose first ink lies in the raw span; of a stamp on several papers, its impressions
    there.
    """

    def inside(evidence: Evidence) -> bool:
        if not isinstance(evidence, Ink):
            return False
        at = scroll.offset(evidence.page, evidence.span.start)
        # What a black-out hides may have been the last words of a paper: its empty span then stands at their end.
        return raw.start <= at < raw.end + (not evidence.span)

    def here(evidence: Iterable[Evidence]) -> bool:
        ink = next((e for e in evidence if isinstance(e, Ink)), None)
        return ink is not None and inside(ink)

    def own(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
        return tuple(e for e in evidence if not isinstance(e, Ink) or inside(e))

    return ReadResult(
        fields=tuple(f for f in result.fields if here(f.reading.evidence)),
        markings=tuple(m for m in result.markings if here(m.evidence)),
        form_boxes=tuple(b for b in result.form_boxes if here(b.evidence)),
        distribution=tuple(d for d in result.distribution if here(d.evidence)),
        stamps=tuple(
            replace(s, impressions=own(s.impressions), date=_printed_here(s.date, own(s.date.evidence), scroll))
            for s in result.stamps
            if any(inside(e) for e in s.impressions)
        ),
        acts=tuple(replace(a, evidence=own(a.evidence)) for a in result.acts if any(inside(e) for e in a.evidence)),
        excisions=tuple(e for e in result.excisions if here(e.evidence)),
        doubts=tuple(d for d in result.doubts if here(d.evidence)),
        custody=tuple((key, r) for key, r in result.custody if here(r.evidence)),
    )


def _printed_here(date: Reading[str], evidence: tuple[Evidence, ...], scroll: Scroll) -> Reading[str]:
    """A stamp's date as the impressions on this paper print it: those on other papers may print it otherwise."""
    texts = {page.n: page.text for page in scroll.pages}
    inks = [e for e in evidence if isinstance(e, Ink)]
    printed = next((e.span.of(texts[e.page]) for e in inks), date.as_printed)
    kept = tuple(e for e in evidence if not isinstance(e, Ink) or e.span.of(texts[e.page]) == printed)
    return replace(date, evidence=kept, as_printed=printed)


def _read(paper: _Paper, readers: Readers) -> _Paper:
    """The paper read by the readers of its kind, each leaving alone what those before it answer for."""
    found, claims = list(paper.found), list(paper.claims)
    for reader in readers.of(paper.part.kind, paper.part.subkind):
        got = reader.read(paper.text, [c.span for c in claims])
        found.append(got)
        claims += got.claims
    return replace(paper, found=tuple(found), claims=tuple(claims))


def _document(surrogate: Surrogate, paper: _Paper, readers: Readers) -> Document:
    joined = _reading_text(paper)
    cited = [reader.read(joined.text) for reader in readers.text]
    every = [*paper.found, *cited]
    markings = tuple(m for r in every for m in r.markings)
    pages = _pages(paper)
    read = in_full(_gathered(f for r in every for f in r.fields))
    subkind, why = (paper.part.subkind, ()) if paper.part.subkind else _form(paper.found)
    stamps = tuple(s for r in every for s in r.stamps)
    have = _gathered([*_flat(read), *infer(paper.part.kind, subkind, read, markings, stamps, pages)])
    otherwise = differing(paper.text.scroll, pages, paper.raw)
    have = doubted_by(have, otherwise)
    first = next(line for line in paper.text.lines if not line.blank)
    document = Document(
        id=record_id(surrogate.sha256, first.page, _offset(paper, first.ink)),
        kind=paper.part.kind,
        subkind=subkind,
        source=Source(surrogate.name, surrogate.sha256, surrogate.media_type, tuple(p.n for p in pages)),
        copy=_copy(every),
        pages=pages,
        fields=_fields(paper.part.kind, have),
        form_boxes=tuple(b for r in every for b in r.form_boxes),
        markings=markings,
        distribution=_once(d for r in every for d in r.distribution),
        stamps=stamps,
        acts=(*acts_of(have), *(a for r in every for a in r.acts)),
        references=tuple(x for r in every for x in r.references),
        mentions=tuple(m for r in every for m in r.mentions),
        excisions=tuple(e for r in every for e in r.excisions),
        doubts=(*(d for r in every for d in r.doubts), *doubts_of(have, otherwise)),
        text=Texts(paper.raw.of(paper.text.scroll.text).strip("\n"), joined.text.text, tuple(_paragraphs(joined))),
        furniture=tuple(_furniture(paper, joined.catchwords)),
        reasons=(*paper.part.reasons, *why),
        boundaries=tuple(_boundary(paper, edge) for edge in paper.part.edges),
        page_roles=tuple(_roles(paper, pages)),
    )
    return replace(document, unclaimed=tuple(_unclaimed(document, paper)))


def _form(results: Iterable[ReadResult]) -> tuple[str | None, tuple[str, ...]]:
    """The finer kind that a reader of the paper saw it to be, and why."""
    seen = next((result.form for result in results if result.form), None)
    return (seen[0], (seen[1],)) if seen else (None, ())


def _once(entries: Iterable[Distribution]) -> tuple[Distribution, ...]:
    """Entries of one office in one role once, with all their ink: each section of a telegram repeats them."""
    out: dict[Distribution, Distribution] = {}
    for entry in entries:
        key = replace(entry, evidence=())
        held = out.get(key)
        out[key] = replace(held, evidence=(*held.evidence, *entry.evidence)) if held else entry
    return tuple(out.values())


def _reading_text(paper: _Paper) -> Joined:
    """The reading text of the body; what a claim other than the body's own answers for is left
    out.
    """
    taken = _runs(c.span for c in paper.claims if c.furniture or not c.rule.startswith("field:"))
    ends = [run.end for run in taken]
    body = tuple(
        piece
        for result in paper.found
        for span in result.body
        for piece in outside(span, islice(taken, bisect_right(ends, span.start), bisect_left(ends, span.end) + 1))
        if piece.of(paper.text.text).strip()
    )
    ordered = tuple(sorted(set(map(paper.text.unhealed, body))))
    claimed = sorted({paper.text.unhealed(claim.span) for claim in paper.claims})
    return read_through(paper.printed, ordered, claimed)


def _runs(spans: Iterable[Span]) -> list[Span]:
    """The same characters by as few spans as hold them, in order."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return out


def _boundary(paper: _Paper, edge: Edge) -> Boundary:
    """A place where a paper may begin, as the record has it: by the line that is the first of the paper's own text."""
    lines = paper.text.lines
    line = lines[edge.line - paper.part.start] if edge.line > paper.part.start else lines[0]
    line = next((each for each in lines[line.index :] if not each.blank), line)
    offset = _offset(paper, line.ink)
    return Boundary(line.page, line.n, offset, edge.begins, edge.confidence, edge.state, edge.reasons)


def _roles(paper: _Paper, pages: Sequence[PageText]) -> Iterator[RoleOfPage]:
    told = {page: (role, reason) for page, role, reason in paper.part.roles}
    for page in pages:
        yield RoleOfPage(page.n, *told.get(page.n, (PageRole.BLANK, "nothing is printed on it")))


def _offset(paper: _Paper, ink: Span) -> int:
    """Where the paper's first line begins on its page; 0 if nothing is printed before it there."""
    page, offset = paper.text.scroll.place(paper.text.map.hull(ink).start)
    start = page.text.rfind("\n", 0, offset) + 1
    return start if page.text[:start].strip() else 0


def _pages(paper: _Paper) -> tuple[PageText, ...]:
    inked = {line.page for line in paper.text.lines if not line.blank}
    span = range(min(inked), max(inked) + 1)
    return tuple(page for page in paper.text.scroll.pages if page.n in span)


def _gathered(fields: Iterable[FieldReading]) -> dict[str, list[Reading[FieldValue]]]:
    """Readings by field; the same value at the same place once, and for a field that holds one, the surest reading."""
    out: dict[str, list[Reading[FieldValue]]] = {}
    for field in fields:
        held = out.setdefault(field.name, [])
        # Two enclosures may bear the same name, Copy of telegram; two clearances by one person are one.
        once = FIELDS[field.name].many and field.name != "enclosures"
        if field.reading not in held and not any(once and r.value == field.reading.value for r in held):
            held.append(field.reading)
    return out


def _flat(have: Mapping[str, Sequence[Reading[FieldValue]]]) -> Iterator[FieldReading]:
    return (FieldReading(name, reading) for name, held in have.items() for reading in held)


def _fields(kind: Kind, have: dict[str, list[Reading[FieldValue]]]) -> dict[str, OneOrMany]:
    """The fields the kind can have, in their order, and what else was found on the paper."""
    out: dict[str, OneOrMany] = {}
    for name in (*KIND_FIELDS[kind], *(n for n in have if n not in KIND_FIELDS[kind])):
        held = have.get(name, [])
        if name == "precedence":
            held = sorted(held, key=_printed_at)
        if FIELDS[name].many:
            out[name] = tuple(held)
        else:
            out[name] = max(held, key=lambda r: r.confidence) if held else absent()
    return out


def _printed_at(reading: Reading[FieldValue]) -> tuple[int, int]:
    """Page and offset of its first ink: several readers find precedence, and its order says whose it is."""
    first = next((each for each in reading.evidence if isinstance(each, Ink)), None)
    return (first.page, first.span.start) if first else (0, 0)


def _copy(results: Sequence[ReadResult]) -> Copy:
    parts: dict[str, str] = {}
    evidence: list[Evidence] = []
    for key, reading in (pair for r in results for pair in r.custody):
        if reading.value is not None and key not in parts:
            parts[key] = reading.value
            evidence += reading.evidence
    return Copy(**parts, evidence=tuple(evidence))


def _paragraphs(joined: Joined) -> Iterator[Paragraph]:
    at = 0
    for n, words in enumerate(joined.text.text.split(PARAGRAPH) if joined.text.text else (), 1):
        label = LABEL.match(words)
        start = label.end() + 1 if label else 0
        inks = joined.text.inks(Span(at, at + len(words)), "paragraphs")
        yield Paragraph(n, label[0].strip() if label else None, words[start:].lstrip(), inks)
        at += len(words) + len(PARAGRAPH)


def _furniture(paper: _Paper, catchwords: Iterable[Span]) -> Iterator[Furniture]:
    claimed = [(paper.text.unhealed(c.span), c.rule) for c in paper.claims if c.furniture]
    for span, rule in sorted([*claimed, *((span, "catchword") for span in catchwords)], key=itemgetter(0)):
        if len(span):
            yield Furniture(rule, paper.printed.inks(span, "furniture"))


def _unclaimed(document: Document, paper: _Paper) -> Iterator[UnclaimedLine]:
    """Lines of whose words less than half is cited by anything in the record; a gap between two columns is no word."""
    scroll = paper.text.scroll
    first = paper.raw.start
    covered = bytearray(len(paper.raw))
    for ink in _cited(document):
        at = scroll.offset(ink.page, ink.span.start) - first
        start, end = max(at, 0), min(at + len(ink.span), len(covered))
        if start < end:
            covered[start:end] = b"\x01" * (end - start)
    for line in paper.printed.lines:
        if line.blank:
            continue
        places = paper.printed.map.places(line.ink)
        # Most lines are cited from end to end, and need not be taken apart into words.
        if all(covered.find(0, p.start - first, p.end - first) < 0 for p in places):
            continue
        words = [m.span() for place in places for m in WORD.finditer(scroll.text, place.start, place.end)]
        hit = sum(covered.count(1, start - first, end - first) for start, end in words)
        if hit * 2 < sum(end - start for start, end in words):
            yield UnclaimedLine(line.page, line.n, line.text.strip())


def _cited(document: Document) -> Iterator[Ink]:
    """Every patch that a value, mark, act, paragraph or named furniture rule of the record cites."""
    parts: tuple[Evidenced, ...] = (
        *(reading for _, reading in document.readings()),
        *document.markings,
        *document.form_boxes,
        *document.distribution,
        *document.acts,
        *document.excisions,
        *document.references,
        *document.text.paragraphs,
        *document.furniture,
        document.copy,
    )
    groups = (*(part.evidence for part in parts), *(stamp.impressions for stamp in document.stamps))
    return (e for group in groups for e in group if isinstance(e, Ink))
