"""Notes on where a copy belongs and where copies went: holder, library, item, copy number, what was lent or returned.

`Vice President 37a`, `Return to S/S`, `letters mentioned were returned to Mrs. Bundy`, `Copy 3 of 10 copies, Series A`,
`1 copy of each letter (to McCloskey & Stearns) to Mrs. Hanning for Mr. Ball`, `LBJ Library copy`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from functools import cache

from onionskin.lexicon import entries
from onionskin.phrases.alternatives import either
from onionskin.phrases.late import LatePattern
from onionskin.phrases.recipients import PERSON, RECIPIENT
from onionskin.readers.contract import Claim, FieldReading, ReadResult
from onionskin.record.acts import Act, ActKind
from onionskin.record.fields import FieldValue, NumberKind, OtherNumber
from onionskin.record.marks import Distribution, DistributionRole
from onionskin.record.reading import Reading
from onionskin.record.span import Span, outside
from onionskin.text.clean import CleanText, Line

DAY = r"\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?"
END = r"[ .\-–—]*(?=[\n\f]|\Z)"
"""Of a line: a page's last one ends with the page."""
RETURN_TO = LatePattern(
    rf"""[ ]* (?:[Pp]lease[ ]return|PLEASE[ ]RETURN|Return|RETURN) [ ]+ (?:to|TO):? [ ]+
         (?P<to> {RECIPIENT} (?: ,?[ ] (?:Room|Rm\.?|ROOM) [ ]?\w+ )? ) {END}""",
    re.MULTILINE | re.VERBOSE,
)
MUST_RETURN = re.compile(
    r"(?i:\bmust\s+(?:be\s+returned|return\s+this\s+permanent\s+record\s+copy)\s+to)\s+(?:the\s+)?"
    r"(?P<to>[A-Z]{2}/[A-Z]{1,2}(?:\s+(?i:(?:central\s+)?files))?)(?![\w/])"
)
PAPERS = (
    r"letters?|cop(?:y|ies)|enclosures?|attachments?|originals?|papers?|documents?"
    r"|telegrams?|cables?|memos?|memorand(?:um|a)|tabs?|drafts?"
)
RETURNED = LatePattern(
    rf"""[ ]* (?P<items> (?!(?:The|His|Her|Your|These|Those|All)\b) [\w,'’&/ -]{{0,40}}
                          \b(?:{PAPERS}) (?:[ ][\w-]+){{0,2}}? )
         \s+ (?:(?:was|were|has[ ]been|have[ ]been)\s+)? returned \s+ to \s+ (?P<to>{RECIPIENT})
         (?:\s+(?:on[ ])?(?P<date>{DAY}))? {END}""",
    re.MULTILINE | re.VERBOSE,
)
COPIES_TO = LatePattern(
    rf"""[ ]* (?P<count>\d{{1,2}}|[Oo]ne|[Tt]wo|[Tt]hree) \s
         (?P<items> (?:[Cc]op(?:y|ies)|[Cc]ys?\b\.?)
             (?: \s+ (?:of\s+)? (?:each|this|the|both|these)? [ ]? [\w ]{{0,30}}? (?:\([^)]{{1,80}}\))? )? )
         \s* (?:sent|furnished|given|passed|hand[ -]?carried)? \s* \b to \s+ (?P<to>{RECIPIENT})
         (?: \s+ for \s+ (?P<for>{RECIPIENT}) )? (?: \s+ (?P<date>{DAY}) )? {END}""",
    re.MULTILINE | re.VERBOSE,
)
CHARGED = LatePattern(
    rf"""[ ]* (?P<items> [Oo]rig(?:inal|\.)?[ ] | [Ff]ile[ ] )?
         (?: [Cc]harged | CHARGED | [Cc]harge[ ]out | [Cc]hgd | [Ll]oaned | LOANED ) (?:[ ][Oo]ut)? [ ]+ to:? [ ]+
         (?P<to>{RECIPIENT}) (?: [ ]+ (?:on[ ])? (?P<date>{DAY}) )? {END}""",
    re.MULTILINE | re.VERBOSE,
)
SENT = LatePattern(
    rf"""[ ]* (?P<items> [Oo]rig(?:inal|\.)? | [Cc]opy | [Cc]y\.? | [Xx]erox )
         [ ]+ (?:(?:sent|fwd\.?|forwarded|handed|given|passed)[ ]+)? to [ ]+ (?P<to>{RECIPIENT})
         [ ]+ (?:on[ ])? (?P<date>{DAY}) (?: [ ]*[-–,/][ ]* (?P<who>[A-Za-z]{{2,4}}) )? {END}""",
    re.MULTILINE | re.VERBOSE,
)
"""`orig. to White House 3/6 - bcl`: where a clerk sent it on, on which day, and his initials."""
SIGNED_NOTE = re.compile(rf"^[ ]*(?P<who>[A-Z]{{2,3}})[ ,-]+(?P<date>{DAY}){END}")
COPY_NUMBER = re.compile(
    r"""[ ]*(?: .{0,60}\b(?:consists[ ]of[ ](?P<pages>\d{1,3})[ ]pages?)[.,;]?\s+ )?
        (?: cop(?:y|ies)[ ]?(?:no\b\.?|number|\#)?:?[ ]?(?P<a>\d{1,3})(?!\w)
            (?:[ ]?(?:of|/)[ ]?(?P<of_a>\d{1,3}))?(?:[ ]cop(?:y|ies))?
          | (?:no\.?|number)[ ]?(?P<b>\d{1,3})[ ]of[ ](?P<of_b>\d{1,3})[ ]cop(?:y|ies) )
        (?:[,.;]?[ ]series[ ]?(?P<series>[A-Z]))? [ .,]*(?=[\n\f]|\Z)""",
    re.MULTILINE | re.VERBOSE | re.IGNORECASE,
)
COUNTS = {"one": 1, "two": 2, "three": 3}
ITEM = re.compile(r"[ ]*#?(?P<item>\d{1,3}[a-z])[ ]*$")
PROSE = 55
"""Characters of a line of running text; notes are shorter."""
SHORT = 45
"""Characters of the longest line that names a holder."""
HEAD_LINES = 4
"""Lines of a page's head where a library writes an item's number alone."""
LINES_ABOVE = 2
"""Lines with ink over a note's own word (`returned`, `copies`) among which the note may begin."""
HOLDER_LINES = 16
"""Lines of a page's head where it writes whose copy it is."""


@dataclass(slots=True)
class _Notes:
    """What was found so far."""

    text: CleanText
    reader: str
    taken: list[Span]
    starts: list[int] = field(default_factory=list)
    """Where the lines begin on which a note of the kind that is looked for may begin."""
    custody: list[tuple[str, Reading[str]]] = field(default_factory=list)
    acts: list[tuple[int, Act]] = field(default_factory=list)
    distribution: list[Distribution] = field(default_factory=list)
    fields: list[FieldReading] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)

    def free(self, span: Span) -> bool:
        """Whether no mark and no earlier note has these characters."""
        return not any(t.overlaps(span) for t in self.taken)

    def claim(self, span: Span, *values: Span) -> None:
        """Answer for a note: for its values, or, where none is named, for the whole; its other words are its label."""
        self.taken.append(span)
        self.claims.extend(Claim(value, "custody") for value in values or (span,))
        for rest in outside(span, values) if values else ():
            if any(c.isalnum() for c in rest.of(self.text.text)):
                self.claims.append(Claim(rest, "note-label", furniture=True))

    def keep(self, key: str, value: str, span: Span) -> None:
        """A part of the record's `copy`."""
        self.custody.append((key, self.text.reading(value, span, self.reader)))

    def field(self, name: str, value: FieldValue, span: Span) -> None:
        """A field's reading."""
        self.fields.append(FieldReading(name, self.text.reading(value, span, self.reader)))


class CustodyReader:
    """Reads copy and custody notes; they are short lines that stand apart from the text of the paper."""

    name = "custody"
    version = "4"

    def read(self, text: CleanText, taken: Sequence[Span] = ()) -> ReadResult:
        """Every note in `text`, the acts it proves and what it says of the copy."""
        notes = _Notes(text, f"{self.name}/{self.version}", list(taken))
        for read, cues in READ_WHERE:
            if cued := text.lines_holding(*cues):
                notes.starts = _starts(text, cued)
                read(notes)
        _heads(notes)
        return ReadResult(
            custody=tuple(notes.custody),
            acts=tuple(act for _, act in sorted(notes.acts, key=lambda pair: pair[0])),
            distribution=tuple(notes.distribution),
            fields=tuple(notes.fields),
            claims=tuple(sorted(notes.claims, key=lambda c: c.span)),
        )


def _words(m: re.Match[str], group: str) -> str | None:
    return " ".join(m[group].split()).strip(" ,-") if m[group] else None


def _starts(text: CleanText, cued: AbstractSet[int]) -> list[int]:
    """Of the lines that hold a note's own word and of those above it, for a note goes on over line ends."""
    near: set[int] = set()
    for cue in cued:
        above = 0
        for at in range(cue, -1, -1):
            above += at < cue and not text.lines[at].blank
            if above > LINES_ABOVE:
                break
            near.add(at)
    return [text.lines[at].span.start for at in sorted(near)]


def _notes_of(
    notes: _Notes, pattern: re.Pattern[str] | LatePattern, *values: str
) -> Iterator[tuple[re.Match[str], Span]]:
    """The matches on free, short lines, each claimed; `values` are the groups that a reading cites."""
    end = 0
    for at in notes.starts:
        m = pattern.match(notes.text.text, at) if at >= end else None
        if m is None:
            continue
        end = m.end()
        printed = m.group()
        lead = len(printed) - len(printed.lstrip())
        span = Span(m.start() + lead, m.start() + len(printed.rstrip()))
        if notes.free(span) and "\f" not in printed and not _in_paragraph(notes.text.text, span.start):
            notes.claim(span, *(Span(*m.span(v)) for v in values if m[v] is not None))
            yield m, span


def _in_paragraph(text: str, at: int) -> bool:
    """Whether the line above runs on into this one: a note never goes on a long line."""
    above = text[:at].rstrip(" ").removesuffix("\n").rsplit("\n", 1)[-1].rsplit("\f", 1)[-1]
    return len(above.strip()) > PROSE


def _signature(notes: _Notes, after: Span) -> tuple[re.Match[str], Span] | None:
    """Initials and a day on the line below a note: who wrote it, and when, as printed."""
    below = next(_lines_after(notes.text, after.end), None)
    m = SIGNED_NOTE.match(below.text) if below else None
    if below is None or m is None or not notes.free(below.ink):
        return None
    notes.claim(below.ink)
    return m, below.ink


def _lines_after(text: CleanText, at: int) -> Iterator[Line]:
    return (line for line in text.lines if line.span.start >= at and not line.blank)


def _returns(notes: _Notes) -> None:
    for m, _ in _notes_of(notes, RETURN_TO, "to"):
        notes.keep("return_to", _words(m, "to") or "", Span(*m.span("to")))
    notice = MUST_RETURN.search(notes.text.text)
    if notice:  # the printed words themselves are furniture
        notes.keep("return_to", _words(notice, "to") or "", Span(*notice.span("to")))
    for m, span in _notes_of(notes, RETURNED):
        _act(notes, Act(ActKind.RETURNED, None, (), items=_words(m, "items")), m, span)


def _copies(notes: _Notes) -> None:
    for m, span in _notes_of(notes, COPIES_TO):
        count = COUNTS.get(m["count"].lower()) or int(m["count"])
        items = re.sub(r"(?i)^(?:cop(?:y|ies)|cys?\.?)\s*(?:of\s+)?", "", _words(m, "items") or "")
        furnished = Act(
            ActKind.COPY_FURNISHED, None, (), items=items or None, quantity=count, on_behalf_of=_words(m, "for")
        )
        _act(notes, furnished, m, span)
        ink = notes.text.inks(span, notes.reader)
        entry = Distribution(_words(m, "to") or "", DistributionRole.COPY, ink, count, for_=_words(m, "for"))
        notes.distribution.append(entry)


def _charges(notes: _Notes) -> None:
    for m, span in _notes_of(notes, CHARGED):
        _act(notes, Act(ActKind.CHARGED_OUT, None, (), items=_words(m, "items")), m, span)


def _sent(notes: _Notes) -> None:
    for m, span in _notes_of(notes, SENT):
        kind = ActKind.CHARGED_OUT if m["items"].lower().startswith("orig") else ActKind.COPY_FURNISHED
        _act(notes, Act(kind, m["who"], (), items=_words(m, "items")), m, span)


def _act(notes: _Notes, act: Act, m: re.Match[str], span: Span) -> None:
    """Keep an act with what every note tells: to whom, on what day, and who signed it."""
    signature = _signature(notes, span)
    inks = notes.text.inks(span, notes.reader)
    agent, day = act.agent, m["date"]
    if signature:
        signed, below = signature
        agent, day = signed["who"], day or signed["date"]
        inks += notes.text.inks(below, notes.reader)
    notes.acts.append((span.start, replace(act, date=day, evidence=inks, agent=agent, recipient=_words(m, "to"))))


def _copy_numbers(notes: _Notes) -> None:
    """The number, and below it whose copy that is; a mark that stands on every page says both once."""
    told: set[str] = set()
    for m, whole in _notes_of(notes, COPY_NUMBER, "a", "b", "pages"):
        group = "a" if m["a"] else "b"
        span = Span(*m.span(group))
        _holder_below(notes, whole, again=bool(told))
        if m[group] in told:
            continue
        told.add(m[group])
        notes.keep("number", m[group], span)
        notes.field("other_numbers", OtherNumber(m[group], NumberKind.COPY), span)
        if m["pages"]:
            notes.field("page_count", int(m["pages"]), Span(*m.span("pages")))


def _holder_below(notes: _Notes, number: Span, *, again: bool) -> None:
    below = next((line for line in notes.text.lines if line.span.start >= number.end), None)
    m = _marked_holder().fullmatch(below.text) if below else None
    if below is None or m is None or not notes.free(below.ink):
        return
    if again:
        notes.taken.append(below.ink)
        notes.claims.append(Claim(below.ink, "note-label", furniture=True))
        return
    notes.claim(below.ink)
    notes.keep("holder", " ".join(m["holder"].split()), Span(*m.span("holder")).shifted(below.span.start))


@cache
def _marked_holder() -> re.Pattern[str]:
    """A name that stands alone on the line below a copy's number: an office's or library's own, or one with a title."""
    names = either(re.escape(s) for e in entries("holders") for s in e.spellings)
    return re.compile(rf"[ ]*(?:for[ ])?(?P<holder>(?i:{names})|{PERSON})[ .]*")


@cache
def _archive_pattern() -> re.Pattern[str]:
    names = sorted((s for e in entries("archives") for s in e.spellings), key=len, reverse=True)
    archives = either(r"\s+".join(re.escape(w) for w in n.split()) for n in names)
    return re.compile(
        rf"""[ ]* (?:(?:photo)?cop(?:y|ied)|reproduced)?
             (?: [ ]+ (?:from|at|of|in) (?:[ ]+the)?
                 (?: [ ]+ (?:holdings|collections?) [ ]+ (?:at|of) (?:[ ]+the)? )? )?
             \s* (?P<archive>{archives}) (?:[ ]+(?:photo)?copy)? {END}""",
        re.MULTILINE | re.IGNORECASE | re.VERBOSE,
    )


def _archives(notes: _Notes) -> None:
    known = {" ".join(s.lower().split()): e.name for e in entries("archives") for s in e.spellings}
    for m, _ in _notes_of(notes, _archive_pattern(), "archive"):
        notes.keep("archive", known[" ".join(m["archive"].lower().split())], Span(*m.span("archive")))


@cache
def _holder_pattern() -> re.Pattern[str]:
    names = sorted((s for e in entries("holders") for s in e.spellings), key=len, reverse=True)
    return re.compile(
        rf"[ ]*(?P<holder>{either(map(re.escape, names))})[ ]*[-–,:]?[ ]*\#?(?P<item>\d{{1,4}}[a-z]?)[ ]*$",
        re.VERBOSE | re.IGNORECASE,
    )


READ_WHERE: tuple[tuple[Callable[[_Notes], None], tuple[str, ...]], ...] = (
    (_returns, ("return",)),
    (_copies, ("copy", "copies", " cy")),
    (_sent, ("orig", "copy", "cy ", "xerox")),
    (_charges, ("charge", "loaned", "chgd")),
    (_copy_numbers, ("copy", "copies")),
    (_archives, ("library", "archives")),
)
"""What to look for, and the words without which it cannot stand there."""


def _heads(notes: _Notes) -> None:
    """`Vice President 37a` at the head of a page, or anywhere if its item has a letter; an item alone at the head."""
    seen: dict[int, int] = {}
    for line in notes.text.lines:
        if line.blank or len(line.text) > SHORT:
            continue
        seen[line.page] = seen.get(line.page, 0) + 1
        at_head = seen[line.page] <= HEAD_LINES
        high = seen[line.page] <= HOLDER_LINES or line.text.rstrip()[-1].islower()
        m = _holder_pattern().match(line.text) if high else None
        m = m or (ITEM.match(line.text) if at_head else None)
        if m is None or not notes.free(line.ink):
            continue
        notes.claim(line.ink)
        at = line.span.start
        if "holder" in m.groupdict():
            notes.keep("holder", " ".join(m["holder"].split()), Span(*m.span("holder")).shifted(at))
        notes.keep("item", m["item"], Span(*m.span("item")).shifted(at))
