"""Papers of one file that point to one another: the letter that another letter encloses a copy of."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from onionskin.readers.nesting import nest
from onionskin.record.document import Document
from onionskin.record.fields import Enclosure, FieldValue, Kind
from onionskin.record.named import Named
from onionskin.record.reading import Reading
from onionskin.record.references import (
    JudgementState,
    Reference,
    ReferenceCandidate,
    ReferenceKind,
    Resolution,
    ResolutionState,
    SameAs,
    SameAsRelation,
)

LINKED = 0.8
"""From this score on a paper of the same file is taken for the one that is cited."""
LETTERS = frozenset({ReferenceKind.LETTER, ReferenceKind.MESSAGE, ReferenceKind.ENCLOSURE})
UNDER_IT = 0.85
ENCLOSED = {
    "telegram": frozenset({Kind.TELEGRAM}),
    "cable": frozenset({Kind.TELEGRAM}),
    "letter": frozenset({Kind.LETTER}),
    "memo": frozenset({Kind.MEMORANDUM, Kind.MEMORANDUM_OF_CONVERSATION}),
    "memcon": frozenset({Kind.MEMORANDUM_OF_CONVERSATION}),
    "airgram": frozenset({Kind.AIRGRAM}),
    "despatch": frozenset({Kind.DESPATCH}),
}
"""What an enclosure is called where it is cited, to the kinds of paper that this may mean."""
FIRST_PERSON_IN = re.compile(r"\b(?:I|my|we|our)\b")
"""`copy of a letter I have sent to Jack McCloy`: its writer is this paper's."""
JUST_NOW = re.compile(r"\b(?:this\s+(?:morning|afternoon|evening)|today|tonight|last\s+night)\b", re.IGNORECASE)
FIRST_PERSON = frozenset({"i", "me", "my", "we", "our", "us"})
SECOND_PERSON = frozenset({"you", "your"})


def resolve_within(documents: Sequence[Document]) -> list[Document]:
    """The papers of one file with what they are to one another: enclosures under the papers that carry them, and
    references to letters linked to the letters that they mean.
    """
    if len(documents) < 2:
        return list(documents)
    out = [_resolved(document, documents) for document in documents]
    enclosed = {
        (ref.resolved.record, paper.id)
        for paper in out
        for ref in paper.references
        if ref.resolved.state is ResolutionState.LINKED and ref.resolved.record and ref.kind in LETTERS
    }
    nested = nest([_attached(paper, [by for held, by in sorted(enclosed) if held == paper.id]) for paper in out])
    return [_with_enclosed(paper, nested) for paper in nested]


def _with_enclosed(document: Document, others: Sequence[Document]) -> Document:
    """The same, `the enclosed memorandum` linked to the one memorandum that lies under it."""
    under = [
        other
        for other in others
        if any(s.record == document.id and s.relation is SameAsRelation.ATTACHMENT_OF for s in other.same_as)
    ]
    return replace(document, references=tuple(_of_enclosed(each, under) for each in document.references))


def _of_enclosed(reference: Reference, under: Sequence[Document]) -> Reference:
    if reference.kind is not ReferenceKind.ENCLOSURE or reference.number or reference.resolved.record:
        return reference
    words = reference.text.lower()
    kinds = next((kinds for word, kinds in ENCLOSED.items() if word in words), frozenset())
    fitting = [other.id for other in under if other.kind in kinds]
    if len(fitting) != 1:
        return reference
    candidate = ReferenceCandidate(fitting[0], UNDER_IT, ("the only paper of that kind which lies under this one",))
    return replace(reference, resolved=Resolution(ResolutionState.LINKED, fitting[0], (candidate,)))


def _resolved(document: Document, others: Sequence[Document]) -> Document:
    references = tuple(_link(reference, document, others) for reference in document.references)
    linked = [r for r in references if r.resolved.state is ResolutionState.LINKED]
    enclosures = document.many("enclosures")
    if len(linked) == 1 and len(enclosures) == 1 and "copy" in linked[0].text.lower():
        fields = dict(document.fields)
        fields["enclosures"] = (_with(enclosures[0], linked[0].resolved),)
        document = replace(document, fields=fields)
    return replace(document, references=references)


def _with(reading: Reading[FieldValue], resolution: Resolution) -> Reading[FieldValue]:
    value = reading.value
    return replace(reading, value=replace(value, resolved=resolution)) if isinstance(value, Enclosure) else reading


def _link(reference: Reference, document: Document, others: Sequence[Document]) -> Reference:
    telegram = reference.kind is ReferenceKind.TELEGRAM
    if reference.kind not in LETTERS and not telegram:
        return reference
    scored = []
    for other in others:
        if other.id != document.id and other.kind is (Kind.TELEGRAM if telegram else Kind.LETTER):
            score, reasons = (_telegram_score if telegram else _score)(reference, document, other)
            if score >= LINKED / 2:
                scored.append(ReferenceCandidate(other.id, round(score, 2), tuple(reasons)))
    scored.sort(key=lambda c: (-c.score, c.record))
    if not scored:
        return reference
    sure = scored[0].score >= LINKED and (len(scored) == 1 or scored[0].score - scored[1].score > 0.2)
    state = ResolutionState.LINKED if sure else ResolutionState.CANDIDATES
    return replace(reference, resolved=Resolution(state, scored[0].record if sure else None, tuple(scored)))


def _score(reference: Reference, document: Document, other: Document) -> tuple[float, list[str]]:
    """How well a letter of the file fits what is said of the cited one: its writer, its addressee, its date."""
    score, reasons = 0.0, []
    first_person = FIRST_PERSON_IN.search(reference.text)
    writer = _meant(reference.from_ or (first_person[0] if first_person else None), document)
    addressee = _meant(reference.to, document)
    sender, receivers = _surnames(other, "from"), _surnames(other, "to")
    for said, held, role, worth in ((writer, sender, "written by", 0.4), (addressee, receivers, "addressed to", 0.5)):
        if not said or not held:
            continue
        if said & held.keys():
            score += worth
            reasons.append(
                f"{role} {', '.join(held[name] for name in sorted(said & held.keys()))}, as the reference says"
            )
        else:
            return 0.0, []
    date, own = other.one("date"), document.one("date")
    if date is not None and date.value and own is not None and own.value:
        if reference.date and str(date.value).startswith(reference.date):
            score += 0.4
            reasons.append(f"dated {date.value}, as the reference says")
        elif str(date.value)[:10] <= str(own.value)[:10]:
            score += 0.1
            reasons.append("not later than the paper that cites it")
        else:
            return 0.0, []
    return min(score, 1.0), reasons


def _telegram_score(reference: Reference, document: Document, other: Document) -> tuple[float, list[str]]:
    """How well a telegram of the file fits: its number and its post; or, where it has none, its post and its day.

    `a telegram received this morning from Oslo` is of that day or of the day before.
    """
    held = other.one("from")
    post = held.value.name if held and isinstance(held.value, Named) else ""
    of_post = reference.from_ is not None and reference.from_.casefold() in post.casefold()
    number = other.one("number")
    if reference.number is not None:
        same = number is not None and str(number.value).lstrip("0") == reference.number.lstrip("0")
        return (0.9, [f"number {reference.number} from {reference.from_}"]) if same and of_post else (0.0, [])
    own = document.one("date")
    said = reference.date or (str(own.value) if own and own.value and JUST_NOW.search(reference.text) else None)
    date = other.one("date")
    if not of_post or said is None or date is None:
        return 0.0, []
    try:
        apart = dt.date.fromisoformat(said[:10]) - dt.date.fromisoformat(str(date.value)[:10])
    except ValueError:
        return 0.0, []
    fits = apart.days in (0, 1)
    return (LINKED, [f"from {reference.from_}", f"dated {date.value}"]) if fits else (0.0, [])


def _meant(words: str | None, document: Document) -> set[str]:
    """Surnames that the words of a reference mean: `I` is the writer, `you` the addressee."""
    if not words:
        return set()
    folded = words.lower().strip(" .'’s") if words.lower() not in FIRST_PERSON | SECOND_PERSON else words.lower()
    if folded in FIRST_PERSON:
        return set(_surnames(document, "from"))
    if folded in SECOND_PERSON:
        return set(_surnames(document, "to"))
    last = words.replace("’s", "").replace("'s", "").split()[-1]
    return {last.strip(".,").casefold()}


def _surnames(document: Document, field: str) -> dict[str, str]:
    """The surnames of a field's persons, folded, and as they are written."""
    held = document.one(field)
    readings = (held,) if held else document.many(field)
    names = (r.value.surname or r.value.name for r in readings if isinstance(r.value, Named))
    return {name.casefold(): name for name in names}


def _attached(paper: Document, parents: Sequence[str]) -> Document:
    if not parents:
        return paper
    same = tuple(
        SameAs(
            by,
            SameAsRelation.ATTACHMENT_OF,
            0.9,
            ("it is cited there as enclosed, in the same file",),
            JudgementState.CANDIDATE,
        )
        for by in parents
    )
    return replace(paper, same_as=(*paper.same_as, *same))
