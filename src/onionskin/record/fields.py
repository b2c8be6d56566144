"""The fields a record can have: their names, their values, and which kind of paper can have which."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onionskin.record.named import Named
from onionskin.record.references import Resolution


class Kind(StrEnum):
    """What sort of paper it is."""

    TELEGRAM = "telegram"
    AIRGRAM = "airgram"
    DESPATCH = "despatch"
    LETTER = "letter"
    MEMORANDUM = "memorandum"
    MEMORANDUM_OF_CONVERSATION = "memorandum-of-conversation"
    MINUTES = "minutes"
    REPORT = "report"
    FORM = "form"
    COVER_SHEET = "cover-sheet"
    ROUTING_SLIP = "routing-slip"
    WITHDRAWAL_SHEET = "withdrawal-sheet"
    OTHER = "other"


class NumberKind(StrEnum):
    """What the further numbers on a paper count."""

    TRANSMISSION = "transmission"
    CONTROL = "control"
    REGISTRY = "registry"
    COPY = "copy"
    COLLECTION = "collection"
    CASE_INDEX = "case-index"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class OtherNumber:
    """A number that is not the paper's own: the seed telegram's 5459."""

    number: str
    kind: NumberKind


@dataclass(frozen=True, slots=True)
class Enclosure:
    """An enclosure as the paper names it, and the record it turned out to be, or why none.

    `name` has its line breaks folded: "Attachment.", "Copy of letter to Mr. McCloy".
    """

    name: str
    as_printed: str
    resolved: Resolution | None = None


FieldValue = str | int | Named | OtherNumber | Enclosure


@dataclass(frozen=True, slots=True)
class FieldForm:
    """What a field holds: one reading or a list of them, and the type of their values."""

    value: type
    many: bool = False


_TEXT, _NAME, _NAMES = FieldForm(str), FieldForm(Named), FieldForm(Named, many=True)
_TEXTS = FieldForm(str, many=True)

FIELDS: dict[str, FieldForm] = {
    "direction": _TEXT,
    "number": _TEXT,
    "series": _TEXT,
    "other_numbers": FieldForm(OtherNumber, many=True),
    "from": _NAME,
    "origin": _NAME,
    "to": _NAMES,
    "info": _NAMES,
    "attention": _NAMES,
    "through": _NAMES,
    "precedence": _TEXTS,
    "info_precedence": _TEXTS,
    "classification": _TEXT,
    "captions": _TEXTS,
    "subject": _TEXT,
    "title": _TEXT,
    "date": _TEXT,
    "received": _TEXT,
    "drafted_on": _TEXT,
    "drafted_by": _NAME,
    "typed_by": _NAME,
    "classified_by": _NAME,
    "approved_by": _NAME,
    "signed_by": _NAME,
    "cleared_by": _NAMES,
    "circulated_to": _NAMES,
    "pass_to": _NAMES,
    "copies_to": _NAMES,
    "salutation": _TEXT,
    "complimentary_close": _TEXT,
    "inside_address": _TEXT,
    "participants": _NAMES,
    "place": _TEXT,
    "items": _TEXTS,
    "enclosures": FieldForm(Enclosure, many=True),
    "file_number": _TEXT,
    "case_number": _TEXTS,
    "document_number": _TEXT,
    "executive_order": _TEXT,
    "tags": _TEXTS,
    "page_count": FieldForm(int),
    "repository": _TEXT,
    "stands_for": _TEXT,
    "request": _TEXT,
    "answer": _TEXT,
    "papers_listed": _TEXTS,
    "agency": _NAME,
    "collection": _TEXT,
    "document_type": _TEXT,
    "subjects": _TEXTS,
    "restrictions": _TEXTS,
    "status": _TEXT,
    "reviewed": _TEXT,
    "opening_criteria": _TEXT,
    "remarks": _TEXT,
    "country": _TEXT,
    "information_date": _TEXT,
    "acquired": _TEXT,
    "sources": _TEXT,
    "appraisal": _TEXT,
}
"""Every field name of the contract, and ours. `through` is a memorandum's THROUGH line. Of an identification form there
are `agency` (who holds the paper), `collection` (the record series), `document_type`, `subjects`, `restrictions`,
`status`, `reviewed` (the day of the last review), `opening_criteria` and `remarks`; of a withdrawal sheet that stands
for several papers `papers_listed`. Of minutes and records of action `items` are the numbered headings, as printed. Of
an intelligence report there are `country`, `information_date` (of when the news is), `acquired` (when it was come by;
where is `place`), `sources` (how they are described) and `appraisal`; its `date` is the day of distribution, and
`number` the report's.
"""

_ANY = ("classification", "captions", "date", "file_number", "case_number", "other_numbers")
_DRAFTING = ("drafted_by", "drafted_on", "typed_by", "approved_by", "cleared_by")
_LETTER = (
    *_ANY,
    *("from", "to", "attention", "subject", "received", "salutation", "inside_address", "complimentary_close"),
    *("signed_by", "enclosures", "copies_to", "drafted_by", "drafted_on", "typed_by", "cleared_by"),
)
_TELEGRAM = (
    *("direction", "number", "series", "from", "origin", "to", "info", "attention", "precedence", "subject"),
    *("received", "signed_by", "circulated_to", "pass_to", "classified_by", "copies_to", "enclosures"),
    *_ANY,
    *_DRAFTING,
)
_MEMORANDUM = (
    *_ANY,
    *("number", "from", "to", "through", "info", "attention", "subject", "title", "signed_by", "enclosures"),
    *("copies_to", "received", "circulated_to"),
    *_DRAFTING,
)
_SHEET = (
    *("from", "to", "title", "subject", "document_number", "page_count", "repository"),
    *("stands_for", "request", "answer", "papers_listed"),
)
_IDENTIFICATION = (
    *("agency", "origin", "collection", "document_type", "subjects"),
    *("restrictions", "status", "reviewed", "opening_criteria", "remarks"),
)
_INTELLIGENCE = ("precedence", "country", "information_date", "acquired", "sources", "appraisal")

KIND_FIELDS: dict[Kind, tuple[str, ...]] = {
    Kind.TELEGRAM: _TELEGRAM,
    Kind.AIRGRAM: _TELEGRAM,
    Kind.DESPATCH: (*_LETTER, "number", "title", "pass_to"),
    Kind.LETTER: _LETTER,
    Kind.MEMORANDUM: _MEMORANDUM,
    Kind.MEMORANDUM_OF_CONVERSATION: (*_MEMORANDUM, "participants", "place"),
    Kind.MINUTES: (*_MEMORANDUM, "participants", "place", "items"),
    Kind.REPORT: (*_MEMORANDUM, "place", *_INTELLIGENCE),
    Kind.FORM: (*_ANY, *_SHEET, *_IDENTIFICATION),
    Kind.COVER_SHEET: (*_ANY, "from", "to", "subject", "title", "copies_to", "enclosures"),
    Kind.ROUTING_SLIP: (*_ANY, "from", "to", "subject"),
    Kind.WITHDRAWAL_SHEET: (*_ANY, *_SHEET, "collection", "document_type", "restrictions"),
    Kind.OTHER: (*_ANY, "from", "to", "subject", "title", "signed_by"),
}
"""The fields that a kind can have; one that a paper of the kind leaves blank is `absent`, a list is empty."""
