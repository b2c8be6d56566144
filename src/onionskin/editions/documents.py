"""One division of a volume as a record: what editors print around a paper, and its text, all of it with its ink."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onionskin.editions.gathering import READER, Gathering
from onionskin.editions.parties import agent, kind_of, party
from onionskin.editions.script import Block, Name, Script
from onionskin.editions.volume import Division, Volume, span_of_days, year_above
from onionskin.phrases.calendars import CalendarHead, read_calendar_head
from onionskin.phrases.edited import as_read, level
from onionskin.phrases.excision_brackets import find_excision_brackets
from onionskin.phrases.headings import Dateline, Heading, read_dateline, read_heading, read_own_number
from onionskin.phrases.mentions import find_mentions
from onionskin.phrases.references import find_references
from onionskin.phrases.source_notes import SourceNote, read_source_note
from onionskin.phrases.transmitted import find_transmitted
from onionskin.record.document import Copy, Document, Furniture, OneOrMany, Paragraph, Source, Texts
from onionskin.record.evidence import Ink
from onionskin.record.fields import Kind
from onionskin.record.ids import record_id
from onionskin.record.marks import Excision, ExcisionKind, ExcisionPurpose
from onionskin.record.named import NamedKind
from onionskin.record.page import PageNumber, PageText
from onionskin.record.reading import Reading
from onionskin.record.references import Mention, Reference, ReferenceKind, Resolution, ResolutionState
from onionskin.record.span import Span

MEDIA_TYPE = "application/tei+xml"
BODY = frozenset({"paragraph", "item", "row", "signed", "title", "attachment"})
OPENING_BLOCKS = 6
"""So many blocks of the text are asked for the paper's own number."""


@dataclass(frozen=True, slots=True)
class Edition:
    """The file that a volume is."""

    file: str
    sha256: str
    volume: Volume

    def id_of(self, place: int) -> str:
        """The id of the record at a place: it depends on the file's bytes and the place alone."""
        return record_id(self.sha256, PageNumber(place), 0)


def document_of(division: Division, edition: Edition) -> Document:
    """The record of one division; its only page is the division, numbered by its place in the volume.

    A calendar entry is a record without text: its head is its transcription, and it has no reading text.
    """
    script = Script(division.element)
    page = PageNumber(division.place)
    have = Gathering(script.text, page)
    head = next((block for block in script.own() if block.kind in ("title", "heading")), None)
    calendar = _calendar(script, head)
    heading = calendar.heading if calendar else _heading(script, head)
    kind, subkind = kind_of(heading.kind.value) if heading else (Kind.OTHER, None)
    if calendar is not None:
        _of_calendar(have, calendar, division)
    else:
        _of_heading(have, heading, script, kind)
        _of_note(have, _note(script), script.text)
        _of_text(have, script)
    have.dated_by_edition(span_of_days(division))
    have.direction(kind)
    body = () if calendar else tuple(block for block in script.blocks if block.kind in BODY and block is not head)
    return Document(
        id=edition.id_of(division.place),
        kind=kind,
        subkind=subkind,
        source=_source(division, edition, page, heading),
        copy=Copy(archive=have.repository),
        pages=(PageText(page, script.text, reader=READER),),
        fields=have.fields,
        acts=have.acts(),
        references=(*_references(script, page, edition), *_cited(script, body, page, have.fields.get("number"))),
        mentions=tuple(_mentions(script, page, edition.volume.name)),
        excisions=tuple(_excisions(script.text, page)),
        text=_texts(script, body, page),
        furniture=tuple(_furniture(script, head, page, calendar=calendar is not None)),
        reasons=(f"the edition heads it {heading.kind.text!r}",) if heading else ("the edition gives it no heading",),
    )


def _source(division: Division, edition: Edition, page: PageNumber, heading: Heading | None) -> Source:
    volume = edition.volume
    entry = heading.entry.value if heading and heading.entry else division.element.get("n", "")
    imprint = replace(volume.imprint, entry=entry) if volume.imprint else None
    return Source(edition.file, edition.sha256, MEDIA_TYPE, (page,), (f"{volume.name}/{division.name}",), imprint)


def _calendar(script: Script, head: Block | None) -> CalendarHead | None:
    """The head of an entry that prints nothing else."""
    if head is None or any(block.kind in BODY and block is not head for block in script.blocks):
        return None
    return read_calendar_head(script.text[: head.end])


def _heading(script: Script, head: Block | None) -> Heading | None:
    return read_heading(script.text, head.start, head.end) if head else None


def _of_calendar(have: Gathering, read: CalendarHead, division: Division) -> None:
    have.number(read.heading.number)
    have.many("from", [party(each) for each in read.from_], read.from_)
    have.many("to", [party(each) for each in read.to], read.to)
    have.date(read.date, year_above(division))
    have.text_of("subject", read.subject)
    if read.level:
        have.one("classification", level(read.level.value), read.level)
    if read.pages:
        have.one("page_count", read.pages.value, read.pages)
    if read.holding:
        have.text_of("repository", read.holding.repository)
        if read.holding.file_number:
            have.one("file_number", as_read("file_number", read.holding.file_number), read.holding.file_number)


def _of_heading(have: Gathering, read: Heading | None, script: Script, kind: Kind) -> None:
    line = script.first("dateline")
    date = read_dateline(script.text, line.start, line.end) if line else Dateline(None, None, None, None)
    if read is not None:
        own = read.number
        body = [block for block in script.own() if block.kind in ("paragraph", "item")][:OPENING_BLOCKS]
        for place, block in enumerate(body):
            if own is not None:
                break
            opening = read_own_number(script.text[block.start : block.end], read.kind.value, first=not place)
            own = opening.shifted(block.start) if opening else None
        have.number(own)
        for name, found in (("from", read.from_), ("to", read.to)):
            have.many(name, [party(found)] if found else [], [found] if found else [])
        if kind is Kind.OTHER:
            have.text_of("title", read.kind)
    have.date(date, None)


def _note(script: Script) -> tuple[SourceNote, int, int] | None:
    """The source note, where it begins and ends; in some volumes it is printed as a paragraph."""
    block = script.first("source-note") or next(
        (block for block in script.own() if block.reading.startswith("Source: ")), None
    )
    if block is None:
        return None
    block.kind = "source-note"
    note = read_source_note(script.text[block.start : block.end])
    return (note, block.start, block.end) if note else None


def _of_note(have: Gathering, read: tuple[SourceNote, int, int] | None, text: str) -> None:
    if read is None:
        return
    note, start, end = read
    parts = {name: found.shifted(start) for name, found in note.parts.items() if found}
    lists = {name: [each.shifted(start) for each in found] for name, found in note.lists.items()}
    for name in ("repository", "file_number", "classification"):
        if name in parts:
            have.one(name, as_read(name, parts[name]), parts[name])
    for name in ("precedence", "captions"):
        have.many(name, [as_read(name, each) for each in lists[name]], lists[name])
    for name in ("drafted_by", "approved_by", "cleared_by"):
        have.many(name, [agent(each) for each in lists[name]], lists[name])
    have.repeated(lists["repeated_to"] + lists["sent_to"])
    if "received" in parts:
        have.received(parts["received"])
    for carrier in find_transmitted(text[start:end]):
        have.transmitted(carrier.shifted(start))


def _of_text(have: Gathering, script: Script) -> None:
    """Subject and participants, where the edition sets them as lists of their own, the signature, the attachments."""
    for of, name in (("subject", "subject"), ("participants", "participants")):
        items = [block for block in script.own() if block.of == of and block.kind == "item" and len(block.spans) == 1]
        have.items(name, [block.spans[0] for block in items])
    signed = script.first("signed")
    if signed is not None and len(signed.spans) == 1:
        have.signature(signed.spans[0])
    have.attachments([block.spans[0] for block in script.attachments() if len(block.spans) == 1])


def _texts(script: Script, body: tuple[Block, ...], page: PageNumber) -> Texts:
    kept = [block for block in body if block.reading]
    paragraphs = tuple(
        Paragraph(n, None, block.reading, tuple(Ink(page, span, READER) for span in block.spans))
        for n, block in enumerate(kept, 1)
    )
    return Texts(script.text, "\n\n".join(paragraph.text for paragraph in paragraphs), paragraphs)


def _furniture(script: Script, head: Block | None, page: PageNumber, *, calendar: bool) -> list[Furniture]:
    """What is printed and not read: page breaks, marks of notes, the notes, and what stands over the text."""
    found = [Furniture(rule, (Ink(page, span, READER),)) for rule, span in script.furniture]
    rules = {"note": "footnote", "source-note": "source-note", "dateline": "dateline", "heading": "heading"}
    for block in script.blocks:
        rule = "heading" if block is head else rules.get(block.kind)
        if rule is not None or calendar:
            found.append(Furniture(rule or "heading", (Ink(page, block.span, READER),)))
    return found


def _mentions(script: Script, page: PageNumber, volume: str) -> list[Mention]:
    """Persons and terms with the ids that the volume gives them, which mean nothing outside it, and the names that
    stand there without a mark.
    """
    marked = [
        Mention(
            " ".join(name.span.of(script.text).split()),
            NamedKind.PERSON if name.element == "persName" else NamedKind.THING,
            (Ink(page, name.span, READER),),
            entity=f"{volume}{name.target}",
        )
        for name in script.names
        if name.element != "ref" and name.target.startswith("#")
    ]
    taken = sorted(name.span for name in script.names if name.element != "ref" and name.target.startswith("#"))
    found = [
        Mention(" ".join(each.text.split()), each.value.kind, (Ink(page, each.span, READER),))
        for each in find_mentions(script.text)
        if not _overlaps(each.span, taken)
    ]
    return [*marked, *found]


def _overlaps(span: Span, taken: Sequence[Span]) -> bool:
    """Whether a span stands in any of those, which are in order."""
    at = bisect_right(taken, span.start, key=lambda each: each.start)
    return any(each.overlaps(span) for each in taken[max(0, at - 1) : at + 1])


def _references(script: Script, page: PageNumber, edition: Edition) -> list[Reference]:
    """References to documents: of this volume linked to their records, of others with the volume's own name."""
    found = []
    for name in script.names:
        target = _document_meant(name, edition.volume)
        if target is None:
            continue
        volume, document = target
        held = edition.volume.places.get(document) if volume == edition.volume.name else None
        resolved = (
            Resolution(ResolutionState.LINKED, edition.id_of(held))
            if held
            else Resolution(ResolutionState.CITED_NOT_HELD)
        )
        words, ink = " ".join(name.span.of(script.text).split()), (Ink(page, name.span, READER),)
        found.append(Reference(words, ReferenceKind.DOCUMENT, ink, resolved, number=document or None, series=volume))
    return found


def _cited(script: Script, body: tuple[Block, ...], page: PageNumber, own: OneOrMany | None) -> list[Reference]:
    """Papers that the text itself cites; page breaks and marks of notes within its words are passed over, and the
    paper's `own` number with which a telegram begins: `Secto 14. For the President`.
    """
    itself = [ink.span for ink in own.ink] if isinstance(own, Reading) else []
    words = list(script.text)
    for _, span in script.furniture:
        words[span.start : span.end] = " " * len(span)
    text = "".join(words)
    found = []
    for block in body:
        for hit in find_references(text[block.start : block.end]):
            span, cited = hit.span.shifted(block.start), hit.value
            if any(each.overlaps(span) for each in itself):
                continue
            found.append(
                Reference(
                    text=" ".join(span.of(text).split()),
                    kind=cited.kind,
                    evidence=(Ink(page, span, READER),),
                    resolved=Resolution(ResolutionState.CITED_NOT_HELD),
                    number=cited.number,
                    series=cited.series,
                    from_=cited.from_,
                    to=cited.to,
                    date=cited.date,
                    direction=cited.direction,
                )
            )
    return found


def _document_meant(name: Name, volume: Volume) -> tuple[str, str] | None:
    """Volume and document that a reference points to: `#d12fn3` is document d12, `frus1961-63v06#d53` another's."""
    if name.element != "ref" or not name.target:
        return None
    elsewhere, _, place = name.target.partition("#")
    document = place.partition("fn")[0]
    if not elsewhere and document not in volume.places:
        return None
    if elsewhere and not elsewhere.startswith("frus"):
        return None
    return elsewhere or volume.name, document


def _excisions(text: str, page: PageNumber) -> list[Excision]:
    """Brackets that say that words are gone, and how many; in an edition they are withheld unless it says otherwise."""
    if "[" not in text:
        return []
    out = []
    for bracket in find_excision_brackets(text):
        printed = bracket.span.of(text)
        withheld = "declassified" in printed or "withheld" in printed or "denied" in printed
        purpose = ExcisionPurpose.SECURITY if withheld else ExcisionPurpose.UNKNOWN
        ink = (Ink(page, bracket.span, READER),)
        out.append(Excision(ExcisionKind.BRACKET, purpose, bracket.extent, bracket.exemptions, printed, ink))
    return out
