"""A record typed anew: its fields on the form of its kind, its marks where that form has them.

What a form has no place for is left out, and what the paper withholds is blank or black: nothing is made up.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from onionskin.facsimile.marks import Marking, Marks, Overlay, Place, Struck
from onionskin.facsimile.review_forms import REVIEW_FORMS
from onionskin.facsimile.sheets import (
    Addressee,
    CoverSheet,
    Drafting,
    ElectronicTelegram,
    Excised,
    IncomingForm,
    IncomingTelegram,
    Letter,
    Memorandum,
    MemorandumOfConversation,
    Officer,
    OutgoingForm,
    OutgoingTelegram,
    Paragraph,
    Sheet,
    StruckOut,
    XedOut,
)
from onionskin.facsimile.stamps import (
    DeclassifiedStamp,
    DowngradingStamp,
    ReceivedStamp,
    ReviewStamp,
)
from onionskin.facsimile.stamps import Stamp as Impression
from onionskin.record import stamps
from onionskin.record.document import Document
from onionskin.record.evidence import Ink
from onionskin.record.fields import Enclosure, FieldValue, Kind, NumberKind, OtherNumber
from onionskin.record.marks import DistributionRole, Excision, ExcisionKind, InkState
from onionskin.record.named import Named
from onionskin.record.reading import Reading

ELECTRONIC = "electronic"
_DASH = re.compile("\u2014")
_PRECEDENCE_LETTERS = {"FLASH": "Z", "IMMEDIATE": "O", "PRIORITY": "P", "ROUTINE": "R"}
"""Before the time of an electronic telegram."""
_YEAR = re.compile(r"\d{4}")
_LETTERS_OF = {"characters": 1, "words": 6, "lines": 60}
"""About how many letters an extent of each unit takes on the page."""
_MOST_LETTERS = 600
_BEFORE = 24
"""Letters before a place that are looked for in the paragraph."""


def sheet_of(document: Document) -> Sheet:
    """What a typist is given to type the paper once more; kinds without a form are typed as their text stands."""
    paper = _Paper(document)
    if document.kind is Kind.TELEGRAM:
        return _telegram(paper)
    if typed := _FORMS.get(document.kind):
        return typed(paper)
    rows = (row.strip() for row in document.text.transcription.splitlines())
    return CoverSheet(lines=tuple(tuple(_with_strikes(row)) for row in rows if row))


class _Paper:
    """A record asked for words as a typist wants them."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def text(self, name: str) -> str:
        """The value of a field as words; empty where the paper has none."""
        held = self.document.one(name)
        return _words(held) if held else ""

    def printed(self, name: str) -> str:
        """The same as it was printed, or else the value."""
        held = self.document.one(name)
        return (_folded(held.as_printed) or _words(held)) if held else ""

    def list(self, name: str) -> tuple[str, ...]:
        """The values of a list, as printed."""
        held = self.document.many(name)
        return tuple(words for each in held if (words := _folded(each.as_printed) or _words(each)))

    def names(self, name: str) -> tuple[str, ...]:
        """The values of a list as names, without what stands around them."""
        return tuple(words for each in self.document.many(name) if (words := _words(each)))

    def person(self, name: str) -> Named | None:
        """The person of a field."""
        held = self.document.one(name)
        return held.value if held and isinstance(held.value, Named) else None

    def officers(self, name: str) -> tuple[Officer, ...]:
        """Persons with their offices before them."""
        values = (each.value for each in self.document.many(name))
        return tuple(_officer(value) for value in values if isinstance(value, Named))

    @property
    def year(self) -> int | None:
        """Of the paper's date."""
        year = _YEAR.match(self.text("date"))
        return int(year[0]) if year else None

    @property
    def marking(self) -> Marking:
        """Classification and captions; struck where no occurrence of the level is left standing."""
        level, captions = self.text("classification"), self.list("captions")
        states = {each.state for each in self.document.markings if each.level == level}
        struck = Struck.LEVEL if states == {InkState.STRUCK} else Struck.NOTHING
        return Marking(level, captions, struck if level else Struck.NOTHING)

    @property
    def marks(self) -> Marks:
        """The stamps; at the end, since a facsimile strikes them where the page is bare."""
        found = (_stamp(each) for each in self.document.stamps)
        return Marks(overlays=tuple(Overlay(Place.END, each) for each in found if each is not None))

    @property
    def drafting(self) -> Drafting | None:
        """Drafter, typist and day."""
        drafter = self.person("drafted_by")
        if drafter is None:
            return None
        by, on = _folded(drafter.as_printed) or drafter.name, self.printed("drafted_on")
        return Drafting(by, drafter.office or "", self.printed("typed_by"), on, colons=bool(drafter.office))

    def distribution(self, *roles: DistributionRole) -> tuple[str, ...]:
        """The symbols of these roles, with the number of their copies where that is printed: `EUR-12`."""
        chosen = (each for each in self.document.distribution if each.role in roles)
        return tuple(each.office if each.copies is None else f"{each.office}-{each.copies:02}" for each in chosen)

    def paragraphs(self, *without: str) -> tuple[Paragraph, ...]:
        """The text, without what the form prints elsewhere, and with what was taken out of it."""
        elsewhere = {_bare(words) for words in without if words}
        found = tuple(
            tuple(self._with_gaps(_DASH.sub("--", f"{each.label} {each.text}" if each.label else each.text)))
            for each in self.document.text.paragraphs
            if _bare(each.text) not in elsewhere
        )
        return found or ("",)

    def _with_gaps(self, words: str) -> Iterator[str | XedOut | Excised]:
        """A paragraph parted where the paper has something that the reading text leaves out."""
        places = sorted(
            (at, n) for n, each in enumerate(self.document.excisions) if (at := self._place(each, words)) is not None
        )
        cuts = [0, *(at for at, _ in places), len(words)]
        for (start, end), gap in zip(pairwise(cuts), [*places, None], strict=True):
            yield words[start:end]
            if gap is not None:
                yield _gap(self.document.excisions[gap[1]])

    def _place(self, excision: Excision, words: str) -> int | None:
        """Where in the paragraph the words stand that come before the excision on the page."""
        ink = next((each for each in excision.evidence if isinstance(each, Ink)), None)
        if ink is None or excision.kind in {ExcisionKind.BRACKET, ExcisionKind.WITHDRAWN}:
            return None
        page = next((each.text for each in self.document.pages if each.n == ink.page), "")
        before = " ".join(re.sub(r"[~*]", "", page[: ink.span.start]).split())[-_BEFORE:]
        at = words.find(before) if before else -1
        return at + len(before) if at >= 0 else None


def _telegram(paper: _Paper) -> Sheet:
    if paper.document.subkind == ELECTRONIC:
        return _electronic(paper)
    return _incoming(paper) if paper.text("direction") == "incoming" else _outgoing(paper)


def _outgoing(paper: _Paper) -> OutgoingTelegram:
    form = OutgoingForm.DS_322
    if paper.year and paper.year < 1958:
        form = OutgoingForm.SENT_TO if paper.year >= 1950 else OutgoingForm.TELEGRAM_SENT
    approved = paper.person("approved_by")
    action = paper.names("to") or ("",)
    first = Addressee(action[0], paper.list("precedence"), paper.text("number"))
    ticked = {box.label: bool(box.checked) for box in paper.document.form_boxes}
    marking = paper.marking
    signature = paper.printed("signed_by")
    return OutgoingTelegram(
        form=form,
        number=paper.text("number"),
        action=(first, *map(Addressee, action[1:])),
        info=tuple(map(Addressee, paper.names("info"))),
        paragraphs=paper.paragraphs(signature),
        signature=signature,
        marking=marking,
        collect=ticked.get("COLLECT", False),
        charge_to=ticked.get("CHARGE TO", False),
        control=_number(paper),
        sent=paper.printed("date"),
        attention=paper.list("attention"),
        subject=paper.printed("subject"),
        pass_to=paper.list("pass_to"),
        drafting=paper.drafting,
        approved_by=_officer(approved) if approved else None,
        clearances=paper.officers("cleared_by"),
        distribution=paper.distribution(DistributionRole.INFO),
        file_number=paper.text("file_number"),
        marks=paper.marks,
    )


def _incoming(paper: _Paper) -> IncomingTelegram:
    form = IncomingForm.CONTROL if (paper.year or 1960) >= 1952 else IncomingForm.BRANCH
    signature, series = paper.printed("signed_by"), paper.text("series")
    return IncomingTelegram(
        form=form,
        origin=paper.printed("from"),
        number=paper.text("number"),
        series=series if series in {"POLTO", "SECTO"} else "",
        sent=paper.printed("date"),
        to=", ".join(paper.names("to")) or "Secretary of State",
        paragraphs=paper.paragraphs(signature),
        signature=signature,
        marking=paper.marking,
        control=_number(paper),
        received_on=paper.printed("received"),
        precedence=paper.list("precedence"),
        attention=paper.list("attention"),
        subject=paper.printed("subject"),
        action=paper.distribution(DistributionRole.ACTION),
        info=paper.distribution(DistributionRole.INFO),
        file_number=paper.text("file_number"),
        marks=paper.marks,
    )


def _electronic(paper: _Paper) -> ElectronicTelegram:
    signature = paper.printed("signed_by")
    sender = paper.printed("from")
    outgoing = paper.text("direction") == "outgoing"
    letters = " ".join(_PRECEDENCE_LETTERS.get(each, "") for each in paper.names("precedence"))
    return ElectronicTelegram(
        post="STATE" if outgoing else re.sub(r"^AM(EMBASSY|CONSUL|CONGEN) ", "", sender.upper()),
        number=paper.text("number"),
        level=paper.text("classification") or "UNCLASSIFIED",
        sent=f"{letters} {paper.printed('date')}".strip(),
        sender=sender,
        to=tuple(map(Addressee, paper.list("to"))),
        info=tuple(map(Addressee, paper.list("info"))),
        paragraphs=paper.paragraphs(signature),
        signature=signature,
        received=paper.printed("received"),
        line_number=_number(paper, NumberKind.TRANSMISSION),
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


def _letter(paper: _Paper) -> Letter:
    salutation, signature = paper.printed("salutation"), paper.printed("signed_by")
    address = paper.document.one("inside_address")
    close = paper.printed("complimentary_close")
    return Letter(
        date=paper.printed("date"),
        salutation=salutation,
        paragraphs=paper.paragraphs(salutation, close, signature),
        signature=signature,
        address=tuple(map(_folded, address.as_printed.splitlines())) if address else (),
        close=(close,) if close else (),
        enclosures=paper.list("enclosures"),
        copies_to=paper.list("copies_to"),
        symbol=paper.drafting,
        clearances=paper.officers("cleared_by"),
        file_number=paper.text("file_number"),
        marks=_marked(paper),
    )


def _memorandum(paper: _Paper) -> Memorandum:
    signature = paper.printed("signed_by")
    return Memorandum(
        date=paper.printed("date"),
        to=paper.list("to"),
        through=paper.list("through"),
        sender=paper.printed("from"),
        subject=paper.printed("subject"),
        paragraphs=paper.paragraphs(signature),
        file_number=paper.text("file_number"),
        enclosures=paper.list("enclosures"),
        copies_to=paper.list("copies_to"),
        signature=signature,
        drafting=paper.drafting,
        clearances=paper.officers("cleared_by"),
        marks=_marked(paper),
    )


def _conversation(paper: _Paper) -> MemorandumOfConversation:
    return MemorandumOfConversation(
        date=paper.printed("date"),
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


_FORMS: dict[Kind, Callable[[_Paper], Sheet]] = {
    Kind.LETTER: _letter,
    Kind.MEMORANDUM: _memorandum,
    Kind.MEMORANDUM_OF_CONVERSATION: _conversation,
}


def _marked(paper: _Paper) -> Marks:
    """Papers without a line for it bear their classification at the head and foot of each page."""
    marks, marking = paper.marks, paper.marking
    running = (marking,) if marking.level or marking.captions else ()
    return Marks(overlays=marks.overlays, above=running, below=running)


def _stamp(stamp: stamps.Stamp) -> Impression | None:
    date, instruction = _folded(stamp.date.as_printed), stamp.instruction or ""
    ticked = frozenset(each.verb for each in stamp.decisions if each.checked)
    codes = " ".join(dict.fromkeys(each.as_printed for each in stamp.exemptions))
    form = next((each for each in REVIEW_FORMS if each.office == stamp.office), None)
    match stamp.kind:
        case stamps.StampKind.REVIEW if form is not None:
            filled = {"reviewer": stamp.reviewer or stamp.executed_by or "", "date": date, "exemptions": codes}
            return ReviewStamp(
                form=form, ticked=ticked, filled={name: words for name, words in filled.items() if words}
            )
        case stamps.StampKind.RECEIPT:
            return ReceivedStamp(office=stamp.office or "", date=date)
        case stamps.StampKind.DOWNGRADING:
            lines = tuple(line for line in (_folded(stamp.form), _folded(instruction)) if line)
            return DowngradingStamp(lines=tuple(dict.fromkeys(lines)))
        case _ if date or stamp.authority or ticked:
            right = stamp.authority
            words = (right.agency, right.instrument, right.date) if right else ()
            return DeclassifiedStamp(
                heading="DECLASSIFIED" if "declassify" in ticked else _folded(stamp.form),
                authority=" ".join(filter(None, words)),
                case=stamp.case or "",
                by=stamp.executed_by or stamp.reviewer or "",
                office=stamp.office or "",
                date=date,
            )
        case _:
            return None


def _gap(excision: Excision) -> XedOut | Excised:
    extent = excision.extent
    letters = round(extent.amount * _LETTERS_OF.get(extent.unit, 1)) if extent else len(excision.as_printed)
    letters = max(1, min(letters, _MOST_LETTERS))
    return XedOut(letters) if excision.kind is ExcisionKind.X_OUT else Excised(letters, excision.kind.value)


def _with_strikes(row: str) -> Iterator[str | StruckOut]:
    """`~~SECRET~~ OADR` as a word struck and one standing."""
    for n, part in enumerate(row.replace("*", "").split("~~")):
        if part:
            yield StruckOut(part) if n % 2 else part


def _officer(person: Named) -> Officer:
    return Officer(f"{person.title} {person.name}" if person.title else person.name, person.office or "")


def _number(paper: _Paper, *kinds: NumberKind) -> str:
    """The first number beside the paper's own, of one of these kinds where any is given."""
    values = (each.value for each in paper.document.many("other_numbers"))
    numbers = (each for each in values if isinstance(each, OtherNumber))
    return next((each.number for each in numbers if not kinds or each.kind in kinds), "")


def _words(reading: Reading[FieldValue]) -> str:
    match reading.value:
        case Named() | Enclosure() as named:
            return named.name
        case OtherNumber(number=number):
            return number
        case None:
            return ""
        case value:
            return str(value)


def _folded(words: str) -> str:
    return " ".join(re.sub(r"[~*_]{1,2}(?=\S)|(?<=\S)[~*_]{1,2}", "", words).split())


def _bare(words: str) -> str:
    return re.sub(r"\W+", "", words).lower()
