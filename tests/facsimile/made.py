"""Records made at a desk: values that persons stated, no ink, no pages. All of it is invented."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from onionskin.record.document import Copy, Document, OneOrMany, Paragraph, Source, Texts
from onionskin.record.evidence import Deed
from onionskin.record.fields import KIND_FIELDS, Enclosure, FieldValue, Kind, NumberKind, OtherNumber
from onionskin.record.marks import Distribution, DistributionRole, FormBox
from onionskin.record.named import Named, NamedKind
from onionskin.record.reading import Reading, ReadingState

DEED = Deed("Ada Marsh", "1961-05-16T09:00:00-04:00")


def person(name: str, office: str | None = None, title: str | None = None) -> Named:
    given, _, surname = name.rpartition(" ")
    return Named(name, NamedKind.PERSON, name, office, surname, given or None, title)


def post(name: str) -> Named:
    return Named(name, NamedKind.POST, name)


def office(name: str) -> Named:
    return Named(name, NamedKind.OFFICE, name, name)


def enclosed(name: str) -> Enclosure:
    return Enclosure(name, name)


def stated(value: FieldValue) -> Reading[FieldValue]:
    return Reading(value, ReadingState.ASSERTED, evidence=(DEED,))


def made(kind: Kind, text: tuple[str, ...], told: Mapping[str, FieldValue | tuple[FieldValue, ...]]) -> Document:
    """A record of its fields and paragraphs; `1. ` before a paragraph is its label."""
    assert set(told) <= set(KIND_FIELDS[kind])
    fields: dict[str, OneOrMany] = {
        name: tuple(map(stated, value)) if isinstance(value, tuple) else stated(value) for name, value in told.items()
    }
    paragraphs = tuple(_paragraph(n, words) for n, words in enumerate(text, start=1))
    return Document(
        id="os-desk0000000000000000",
        kind=kind,
        source=Source("desk", "0" * 64, "application/json", ()),
        copy=Copy(),
        pages=(),
        fields=fields,
        text=Texts("", "\n\n".join(text), paragraphs),
    )


def _paragraph(n: int, words: str) -> Paragraph:
    label, _, rest = words.partition(" ")
    return Paragraph(n, label, rest, ()) if label[:-1].isdigit() else Paragraph(n, None, words, ())


OUTGOING = replace(
    made(
        Kind.TELEGRAM,
        (
            (
                "1. You should see the Foreign Minister at once and tell him that the Department regards the course "
                "of the talks on the fisheries as unsatisfactory. You should begin with the points of DEPTEL 311."
            ),
            (
                "2. If the Minister raises the question of the boats, you may say that we expect their early "
                "return and do not REPEAT not regard it as tied to anything else."
            ),
            "3. Report his reaction by return telegram.",
        ),
        {
            "direction": "outgoing",
            "number": "318",
            "from": Named("Department of State", NamedKind.ORGANIZATION, "Department of State"),
            "to": (post("Reykjavik"),),
            "info": (post("London"), post("Copenhagen")),
            "attention": (person("Edith McCrae"), person("Owen Lark")),
            "precedence": ("PRIORITY",),
            "classification": "SECRET",
            "captions": ("LIMDIS", "EYES ONLY"),
            "subject": "Fisheries Talks",
            "date": "1961-05-16T18:07:00-04:00",
            "other_numbers": (OtherNumber("7714", NumberKind.TRANSMISSION),),
            "drafted_by": person("Ada Marsh", "EUR/NAN"),
            "drafted_on": "1961-05-16",
            "typed_by": Named("rb", NamedKind.PERSON, "rb"),
            "approved_by": person("Theodore Quill", "EUR"),
            "cleared_by": (person("Vane", "L", "Mr."), person("Osgood", "S/S", "Miss")),
            "pass_to": (Named("CINCLANT", NamedKind.ORGANIZATION, "CINCLANT"),),
            "signed_by": person("Harold Bowles"),
        },
    ),
    form_boxes=(FormBox("COLLECT", checked=False, evidence=()), FormBox("CHARGE TO", checked=True, evidence=())),
)
INCOMING = replace(
    made(
        Kind.TELEGRAM,
        (
            "1. Saw Foreign Minister this morning and made points of DEPTEL 318. He listened without interrupting.",
            "2. Minister said boats would be returned by end of week. He denied that any condition had ever been set.",
            "3. Comment: I believe him. Recommend we take no further step until boats are out of harbor.",
        ),
        {
            "direction": "incoming",
            "number": "402",
            "from": post("Reykjavik"),
            "to": (office("Secretary of State"),),
            "precedence": ("PRIORITY",),
            "classification": "SECRET",
            "date": "1961-05-18T15:00:00+00:00",
            "received": "1961-05-18T13:22:00-04:00",
            "other_numbers": (OtherNumber("11873", NumberKind.CONTROL),),
            "signed_by": person("Edith McCrae"),
        },
    ),
    distribution=(
        Distribution("EUR", DistributionRole.ACTION, ()),
        *(Distribution(office, DistributionRole.INFO, ()) for office in ("SS", "G", "L", "INR")),
    ),
)
LETTER = made(
    Kind.LETTER,
    (
        "I have read with care your letter of May 9, and I am grateful for the frankness with which you put the case.",
        (
            "We shall send you a draft of the agreement before the end of the month. In the meantime I would ask that "
            "nothing be said of it outside your own office."
        ),
        "With warm regards.",
    ),
    {
        "date": "1961-05-20",
        "from": person("Theodore Quill"),
        "to": (person("Edith McCrae"),),
        "classification": "CONFIDENTIAL",
        "salutation": "Dear Edith:",
        "inside_address": "The Honorable, Edith McCrae, American Ambassador, Reykjavik.",
        "complimentary_close": "Sincerely yours,",
        "signed_by": person("Theodore Quill"),
        "enclosures": (
            enclosed("Draft of May 19"),
            enclosed("Map of the banks"),
        ),
        "copies_to": (person("Owen Lark"),),
        "drafted_by": person("Marsh", "EUR/NAN"),
        "typed_by": Named("rb", NamedKind.PERSON, "rb"),
    },
)
MEMORANDUM = made(
    Kind.MEMORANDUM,
    (
        (
            "The talks on the fisheries will be taken up again on May 29. Three questions are open, and the delegation "
            "needs an answer to each of them before it leaves."
        ),
        "I recommend that you approve the enclosed instructions.",
    ),
    {
        "date": "1961-05-22",
        "to": (office("The Secretary"),),
        "through": (office("S/S"),),
        "from": person("Theodore Quill", "EUR"),
        "subject": "Instructions for the Fisheries Talks",
        "classification": "SECRET",
        "enclosures": (enclosed("Draft instructions"),),
        "drafted_by": person("Marsh", "EUR/NAN"),
        "drafted_on": "1961-05-22",
        "cleared_by": (person("Vane", "L", "Mr."),),
    },
)
