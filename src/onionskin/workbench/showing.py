"""What a collection holds: its list, one paper, and the way from a value back to the ink."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from onionskin.desk.parts import Part, evidence_of, inkless, reasons_of, state_of
from onionskin.desk.parts import parts as parts_of
from onionskin.errors import NotFoundError, NotReleasedError, UsageError
from onionskin.record.boundaries import Boundary
from onionskin.record.codec import encode
from onionskin.record.document import Document
from onionskin.record.evidence import Deed, Evidence, Evidenced, Inference, Ink
from onionskin.record.geometry import Box
from onionskin.record.reading import Reading
from onionskin.record.released import Released
from onionskin.record.span import Span
from onionskin.review.release import release
from onionskin.store.summary import Facet, Listing, Order, Row
from onionskin.workbench.collection import Collection

COME_BACK = "It was removed from the collection; an owner can bring it back"


@dataclass(frozen=True, slots=True)
class Explanation:
    """One value's way back to the ink.

    `pointer` is a JSON pointer into the record, `value` its JSON. `page`, `span`, `box` and `line` (the whole printed
    line) are of the first patch of ink, None and empty where it rests on none; `reason` then tells the rule and what
    it rests on.
    """

    pointer: str
    state: str
    value: object
    as_printed: str
    page: int | None
    span: Span | None
    box: Box | None
    reader: str
    confidence: float
    reason: str
    line: str


def listing(
    collection: Collection, *, limit: int = 50, offset: int = 0, facets: Mapping[str, str] | None = None
) -> Listing:
    """Rows by date, how many there are, and the values by which they may be narrowed.

    A collection under review shows none. UsageError for a facet that does not exist.
    """
    if collection.policy != "public":
        return Listing(0, (), dict.fromkeys(Facet, ()))
    known = {facet.value for facet in Facet}
    if strange := set(facets or {}) - known:
        raise UsageError(f"there is no facet {min(strange)!r}", advice=f"The facets are: {', '.join(sorted(known))}")
    asked = {Facet(name): value for name, value in (facets or {}).items()}
    return collection.store.summary(limit=limit, offset=offset, facets=asked, order=Order.DATE)


def show(collection: Collection, record_id: str) -> Released:
    """The paper of this id, or of the only id that begins so. NotFoundError, NotReleasedError."""
    return release(collection.store.linked(shown_id(collection, record_id)), collection.policy)


def show_line(collection: Collection, record_id: str) -> str:
    """The same paper on a line, as `codec.to_line` prints it and much sooner. NotFoundError, NotReleasedError."""
    return next(collection.store.lines([shown_id(collection, record_id)]))


def shown_id(collection: Collection, record_id: str) -> str:
    """The id of that paper. NotFoundError, NotReleasedError."""
    if collection.policy != "public":
        raise NotReleasedError("this collection is under review and shows no papers yet", where=record_id)
    return whole_id(collection, record_id)


def rows(collection: Collection, record_ids: Iterable[str]) -> dict[str, Row]:
    """What a list says of these papers, as far as they are held and may be shown."""
    if collection.policy != "public":
        return {}
    return {row.id: row for row in collection.store.rows(list(dict.fromkeys(record_ids)))}


def as_linked(collection: Collection, record_ids: Iterable[str]) -> Iterator[str]:
    """The records of these ids as they are linked now, each a line of JSON, for whoever has just read them."""
    return collection.store.lines(record_ids)


def whole_id(collection: Collection, record_id: str) -> str:
    """The id that is the given one, or the only one that begins so. NotFoundError for none, and for several."""
    ids = collection.store.ids_with_prefix(record_id, limit=3) if record_id else ()
    if record_id in ids or len(ids) == 1:
        return record_id if record_id in ids else ids[0]
    if ids:
        raise NotFoundError(f"several papers begin so: {', '.join(ids)}", where=record_id, advice="Give more of the id")
    raise NotFoundError("the collection holds no such paper", where=record_id, advice=_removed(collection, record_id))


def _removed(collection: Collection, record_id: str) -> str:
    """What to do where a paper is not there because a person removed it; empty where it never was."""
    try:
        return COME_BACK if collection.store.record(record_id).removed else ""
    except NotFoundError:
        return ""


def explain(collection: Collection, record_id: str, field: str) -> tuple[Explanation, ...]:
    """Every value of a field (`date`), or what a JSON pointer leads to (`/stamps/0/date`, `/markings/2`).

    NotFoundError where the paper has no such field; its advice lists the fields it has.
    """
    document = show(collection, record_id).document
    pointer = field if field.startswith("/") else f"/fields/{field}"
    found = tuple(e for e in _explanations(document) if e.pointer == pointer or e.pointer.startswith(f"{pointer}/"))
    if not found and not field.startswith("/"):
        found = tuple(e for e in _explanations(document) if e.pointer.startswith(f"/{field}/"))
    if found or (document.fields.get(field) == ()):
        return found
    names = ", ".join(document.fields)
    raise NotFoundError(f"the paper has no {field!r}", where=document.id, advice=f"Its fields are: {names}")


def _explanations(document: Document) -> Iterator[Explanation]:
    for pointer, reading in document.readings():
        yield _of_reading(document, pointer, reading)
    parts: tuple[tuple[str, tuple[Evidenced, ...]], ...] = (
        ("markings", document.markings),
        ("form_boxes", document.form_boxes),
        ("distribution", document.distribution),
        ("acts", document.acts),
        ("excisions", document.excisions),
        ("corrections", document.corrections),
    )
    for name, items in parts:
        for at, item in enumerate(items):
            yield _of_part(document, f"/{name}/{at}", item, item.evidence)
    for part in parts_of(document):
        yield _of_decidable(document, part)
    for at, boundary in enumerate(document.boundaries):
        yield _of_boundary(document, f"/boundaries/{at}", boundary)
    for at, stamp in enumerate(document.stamps):
        yield _of_part(document, f"/stamps/{at}", replace(stamp, impressions=()), stamp.impressions)


def _of_decidable(document: Document, part: Part) -> Explanation:
    """A link, a name, a correction of the ink or a doubt: its state, its reasons, and what a person said of it."""
    base = _of_part(document, part.pointer, inkless(part.subject), evidence_of(part.subject))
    state, confidence = state_of(part.subject)
    reason = "; ".join(filter(None, (*reasons_of(part.subject), base.reason)))
    return replace(base, state=state, confidence=confidence, reason=reason)


def _of_boundary(document: Document, pointer: str, boundary: Boundary) -> Explanation:
    text = next((page.text for page in document.pages if page.n == boundary.page), "")
    lines = text.split("\n")
    return Explanation(
        pointer=pointer,
        state=boundary.state.value,
        value="a paper begins here" if boundary.begins else "the paper goes on here",
        as_printed="",
        page=boundary.page,
        span=None,
        box=None,
        reader="boundaries",
        confidence=boundary.confidence,
        reason="; ".join(boundary.reasons),
        line=lines[boundary.line - 1] if boundary.line <= len(lines) else "",
    )


def _of_reading(document: Document, pointer: str, reading: Reading[object]) -> Explanation:
    base = _of_part(document, pointer, reading.value, reading.evidence)
    reason = "; ".join(x for x in (reading.reason, base.reason) if x)
    return replace(
        base, state=reading.state.value, as_printed=reading.as_printed, confidence=reading.confidence, reason=reason
    )


def _of_part(document: Document, pointer: str, value: object, evidence: tuple[Evidence, ...]) -> Explanation:
    """What a part of the record rests on; what people said of it when they decided stands with it."""
    ink = next((e for e in evidence if isinstance(e, Ink)), None)
    said = [each.reason for each in document.decisions if each.pointer == pointer and each.reason]
    text = next((p.text for p in document.pages if ink and p.n == ink.page), "")
    return Explanation(
        pointer=pointer,
        state="found" if ink else "inferred",
        value=encode(value),
        as_printed=ink.span.of(text) if ink else "",
        page=ink.page if ink else None,
        span=ink.span if ink else None,
        box=ink.box if ink else None,
        reader=ink.reader if ink else "",
        confidence=1.0,
        reason="; ".join((*(_told(e) for e in evidence if not isinstance(e, Ink)), *said)),
        line=_line(text, ink.span) if ink else "",
    )


def _told(evidence: Evidence) -> str:
    match evidence:
        case Inference(rule, rests_on):
            return f"rule {rule}" + (f", from {', '.join(rests_on)}" if rests_on else "")
        case Deed(author, at, authority):
            return f"{author}, {at}" + (f", by authority of {authority}" if authority else "")
        case _:
            return ""


def _line(text: str, span: Span) -> str:
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    return text[start : end if end >= 0 else len(text)]
