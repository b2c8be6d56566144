"""A record typed anew: its fields on the form of its kind, its marks where that form has them.

What a form has no place for is left out, and what the paper withholds is blank or black: nothing is made up.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from onionskin.facsimile import dates
from onionskin.facsimile.dictation import Dictation, officer_of
from onionskin.facsimile.marks import Marks
from onionskin.facsimile.restamping import folded
from onionskin.facsimile.sheets import (
    AddressAt,
    Addressee,
    CoverSheet,
    ElectronicTelegram,
    IncomingForm,
    IncomingTelegram,
    Letter,
    Memorandum,
    MemorandumOfConversation,
    OutgoingForm,
    OutgoingTelegram,
    Sheet,
    StruckOut,
)
from onionskin.lexicon import entries
from onionskin.record.document import Document
from onionskin.record.fields import FieldValue, Kind, NumberKind
from onionskin.record.marks import DistributionRole
from onionskin.record.reading import Reading

ELECTRONIC = "electronic"
EYES_ONLY = "EYES ONLY"
_FORM_NUMBERS = (NumberKind.TRANSMISSION, NumberKind.CONTROL, NumberKind.REGISTRY, NumberKind.UNKNOWN)
"""That a form of telegrams has a place for."""
_LABEL = re.compile(r"(?:Attachment|Enclosure|Encl?|Tab)s?[.:]?", re.IGNORECASE)


def sheet_of(document: Document) -> Sheet:
    """What a typist is given to type the paper once more; kinds without a form are typed as their text stands."""
    paper = Dictation(document)
    if document.kind is Kind.TELEGRAM:
        return _telegram(paper)
    if typed := _FORMS.get(document.kind):
        return typed(paper)
    text = document.text
    plain = text.transcription or "\n".join(each.text for each in text.paragraphs) or text.reading
    rows = (row.strip() for row in plain.splitlines())
    return CoverSheet(lines=tuple(tuple(_with_strikes(row)) for row in rows if row))


def _telegram(paper: Dictation) -> Sheet:
    if paper.document.subkind == ELECTRONIC:
        return _electronic(paper)
    return _incoming(paper) if paper.text("direction") == "incoming" else _outgoing(paper)


def _outgoing(paper: Dictation) -> OutgoingTelegram:
    form = OutgoingForm.DS_322
    if paper.year and paper.year < 1958:
        form = OutgoingForm.SENT_TO if paper.year >= 1950 else OutgoingForm.TELEGRAM_SENT
    approved = paper.person("approved_by")
    action = paper.names("to") or ("",)
    precedence, for_info = _precedences(paper)
    first = Addressee(action[0], precedence, paper.text("number"))
    ticked = {box.label: bool(box.checked) for box in paper.document.form_boxes}
    attention, marking = paper.surnames("attention"), paper.marking
    # Words that limit who may see it stand before the names; the others beside the level.
    only = EYES_ONLY if attention and EYES_ONLY in marking.captions else ""
    marking = replace(marking, captions=tuple(each for each in marking.captions if each != only))
    signature = paper.signature
    return OutgoingTelegram(
        form=form,
        number=paper.text("number"),
        action=(first, *map(Addressee, action[1:])),
        info=tuple(Addressee(each, for_info) for each in paper.names("info")),
        paragraphs=paper.paragraphs(signature),
        signature=signature,
        marking=marking,
        origin=paper.distribution(DistributionRole.ORIGIN),
        attention_caption=only,
        collect=ticked.get("COLLECT", False),
        charge_to=ticked.get("CHARGE TO", False),
        control=paper.number(*_FORM_NUMBERS),
        sent=paper.dated("date", dates.stamped),
        attention=attention,
        subject=paper.printed("subject"),
        pass_to=paper.list("pass_to"),
        drafting=paper.drafting,
        approved_by=officer_of(approved) if approved else None,
        clearances=paper.officers("cleared_by"),
        distribution=paper.distribution(DistributionRole.INFO),
        file_number=paper.text("file_number"),
        marks=paper.marks,
    )


def _precedences(paper: Dictation) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Of the addressees for action, and of those for information where it is another."""
    all_of, for_info = paper.list("precedence"), paper.list("info_precedence")
    # What is printed beside INFO stands last of what is printed; a paper that has one word alone has it for both.
    behind = len(for_info) if for_info and all_of[-len(for_info) :] == for_info else 0
    return all_of[: len(all_of) - behind] or all_of, for_info


def _incoming(paper: Dictation) -> IncomingTelegram:
    form = IncomingForm.CONTROL if (paper.year or 1960) >= 1952 else IncomingForm.BRANCH
    signature, series = paper.signature, paper.text("series")
    precedence, for_info = _precedences(paper)
    return IncomingTelegram(
        form=form,
        origin=paper.printed("from"),
        number=paper.text("number"),
        series=series if series in {"POLTO", "SECTO"} else "",
        sent=paper.dated("date", dates.of_the_post),
        to=", ".join(paper.names("to")) or "Secretary of State",
        paragraphs=paper.paragraphs(signature),
        signature=signature,
        marking=paper.marking,
        control=paper.number(*_FORM_NUMBERS),
        received_on=paper.dated("received", dates.typed),
        received_at=paper.hour("received"),
        sent_to=tuple(Addressee(each, for_info) for each in paper.names("info")),
        precedence=precedence,
        attention=paper.surnames("attention"),
        subject=paper.printed("subject"),
        action=paper.distribution(DistributionRole.ACTION),
        info=paper.distribution(DistributionRole.INFO),
        file_number=paper.text("file_number"),
        marks=paper.marks,
    )


def _electronic(paper: Dictation) -> ElectronicTelegram:
    signature = paper.signature
    sender = paper.printed("from")
    outgoing = paper.text("direction") == "outgoing"
    prosigns = {each.name: each.text("letter") for each in entries("precedences")}
    letters = " ".join(filter(None, (prosigns.get(each) for each in paper.names("precedence"))))
    return ElectronicTelegram(
        post="STATE" if outgoing else re.sub(r"^AM(EMBASSY|CONSUL|CONGEN) ", "", sender.upper()),
        number=paper.text("number"),
        level=paper.text("classification") or "UNCLASSIFIED",
        sent=f"{letters} {paper.dated('date', dates.group)}".strip(),
        sender=sender,
        to=tuple(map(Addressee, paper.list("to"))),
        info=tuple(map(Addressee, paper.list("info"))),
        paragraphs=paper.paragraphs(signature),
        signature=signature,
        received=paper.dated("received", dates.group).split(" ")[0],
        line_number=paper.number(NumberKind.TRANSMISSION),
        action=paper.distribution(DistributionRole.ACTION, DistributionRole.ORIGIN),
        info_offices=paper.distribution(DistributionRole.INFO),
        drafted_by=paper.printed("drafted_by"),
        approved_by=paper.printed("approved_by"),
        clearances=paper.list("cleared_by"),
        captions=paper.list("captions"),
        executive_order=paper.printed("executive_order"),
        tags=paper.list("tags"),
        subject=paper.printed("subject"),
        marks=paper.marks,
    )


def _letter(paper: Dictation) -> Letter:
    salutation, signature = paper.printed("salutation"), paper.printed("signed_by")
    address = paper.document.one("inside_address")
    close = paper.printed("complimentary_close")
    enclosures = _numbered(paper.list("enclosures"))
    return Letter(
        date=paper.dated("date", dates.typed),
        letterhead=paper.letterhead,
        salutation=salutation,
        paragraphs=paper.paragraphs(salutation, close, signature),
        signature=signature,
        address=_lines(address) if address else (),
        address_at=AddressAt.FOOT if _closes(paper.document) else AddressAt.HEAD,
        close=(close,) if close else (),
        enclosures=enclosures,
        enclosures_label=_label(enclosures, "Enclosure"),
        copies_to=paper.list("copies_to"),
        symbol=paper.drafting,
        clearances=paper.officers("cleared_by"),
        file_number=paper.text("file_number"),
        marks=_marked(paper),
    )


def _memorandum(paper: Dictation) -> Memorandum:
    signature = paper.printed("signed_by")
    enclosures = _numbered(paper.list("enclosures"))
    return Memorandum(
        date=paper.dated("date", dates.typed),
        to=paper.addressees("to"),
        through=paper.addressees("through"),
        sender=", ".join(paper.addressees("from")),
        subject=paper.printed("subject"),
        paragraphs=paper.paragraphs(signature),
        file_number=paper.text("file_number"),
        enclosures=enclosures,
        enclosures_label=_label(enclosures, "Attachment"),
        copies_to=paper.list("copies_to"),
        signature=signature,
        drafting=paper.drafting,
        clearances=paper.officers("cleared_by"),
        marks=_marked(paper),
    )


def _conversation(paper: Dictation) -> MemorandumOfConversation:
    return MemorandumOfConversation(
        date=paper.dated("date", dates.typed),
        participants=paper.list("participants"),
        paragraphs=paper.paragraphs(),
        subject=paper.printed("subject"),
        place=paper.printed("place"),
        copies_to=paper.list("copies_to"),
        drafting=paper.drafting,
        approved=paper.printed("approved_by"),
        file_number=paper.text("file_number"),
        marks=_marked(paper),
    )


_FORMS: dict[Kind, Callable[[Dictation], Sheet]] = {
    Kind.LETTER: _letter,
    Kind.MEMORANDUM: _memorandum,
    Kind.MEMORANDUM_OF_CONVERSATION: _conversation,
}


def _lines(address: Reading[FieldValue]) -> tuple[str, ...]:
    """An inside address line by line; where nobody has typed it yet its commas part them."""
    if address.ink:
        return tuple(filter(None, map(folded, address.as_printed.splitlines())))
    rows = re.split(r"\n|,\s+", str(address.value or ""))
    return tuple(filter(None, map(str.strip, rows)))


def _closes(document: Document) -> bool:
    """Whether the addressee stands at the foot of the first page, as in the Department, and not over the salutation."""
    address, salutation = document.one("inside_address"), document.one("salutation")
    above, below = ((each.ink[:1] if each else ()) for each in (address, salutation))
    return not (above and below) or (above[0].page, above[0].span) > (below[0].page, below[0].span)


def _numbered(enclosures: tuple[str, ...]) -> tuple[str, ...]:
    """Several of them each with its number, as the Department listed them; those that have one keep it."""
    if len(enclosures) < 2 or any(each[:1].isdigit() for each in enclosures):
        return enclosures
    return tuple(f"{n}. {each}" for n, each in enumerate(enclosures, start=1))


def _label(enclosures: tuple[str, ...], usual: str) -> str:
    """What stands before the enclosures; the words themselves where a label is all that the paper has."""
    if len(enclosures) == 1 and _LABEL.fullmatch(enclosures[0]):
        return enclosures[0]
    return f"{usual}s:" if len(enclosures) > 1 else f"{usual}:"


def _marked(paper: Dictation) -> Marks:
    """Papers without a line for it bear their classification at the head and foot of each page."""
    marks, marking = paper.marks, paper.marking
    running = (marking,) if marking.level or marking.captions else ()
    return Marks(overlays=marks.overlays, above=running, below=running)


def _with_strikes(row: str) -> Iterator[str | StruckOut]:
    """`~~SECRET~~ OADR` as a word struck and one standing."""
    for n, part in enumerate(row.replace("*", "").split("~~")):
        if part:
            yield StruckOut(part) if n % 2 else part
