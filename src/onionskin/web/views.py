"""A record as the paper's page shows it: pure functions from what is kept to what the template says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from markupsafe import Markup

from onionskin.record.acts import Act
from onionskin.record.apparatus import Correction, Doubt, Emendation, EmendationState
from onionskin.record.decisions import About, Decision
from onionskin.record.document import Document, Furniture, Paragraph, UnclaimedLine
from onionskin.record.evidence import Deed, Evidence, Inference, Ink
from onionskin.record.fields import FIELDS, Enclosure, FieldValue, OtherNumber
from onionskin.record.marks import Distribution, Excision, FormBox, InkState, Marking
from onionskin.record.named import Named
from onionskin.record.page import Patch
from onionskin.record.reading import Reading, ReadingState
from onionskin.record.references import EntityCandidate, Mention, Reference, ReferenceCandidate, Resolution, SameAs
from onionskin.record.stamps import Stamp
from onionskin.record.titles import date_in_words, kind_words, machine_date, title
from onionskin.web.amended import Amended, amended
from onionskin.web.ink import Sheet, for_the_eye, sheets
from onionskin.web.lifeline import lifeline, when
from onionskin.web.places import Claim, Lit, claims, extent, light, lines_of
from onionskin.workbench import unread_ink

T = TypeVar("T")

DATES = frozenset({"date", "received", "drafted_on", "reviewed", "acquired"})
FIRST = (
    *(
        "title",
        "subject",
        "number",
        "series",
        "date",
        "received",
        "from",
        "origin",
        "to",
        "info",
        "attention",
        "through",
    ),
    *("participants", "place", "classification", "captions", "precedence", "salutation", "signed_by", "enclosures"),
)
"""The fields a reader looks for first, in this order; the others follow in the order of the contract."""


@dataclass(frozen=True, slots=True)
class Place:
    """A patch of ink in words: `line` is 1-based on its page, `printed` the page's own characters there."""

    page: int
    line: int
    start: int
    end: int
    printed: str
    reader: str


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a statement rests on, sorted by kind."""

    places: tuple[Place, ...]
    deeds: tuple[Deed, ...]
    inferences: tuple[Inference, ...]


@dataclass(frozen=True, slots=True)
class Item(Generic[T]):
    """One statement of the record as it is kept (`of`), its pointer, what it rests on, and whether it was chosen."""

    pointer: str
    of: T
    grounds: Grounds
    lit: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """A value in words. `machine` is what `<time datetime>` takes, `exact` the record's value where words differ."""

    words: str
    detail: str = ""
    machine: str = ""
    exact: str = ""
    resolved: Resolution | None = None


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One reading of one field. `again` is true for all but the first reading of a list."""

    pointer: str
    label: str
    again: bool
    shown: Shown | None
    reading: Reading[FieldValue]
    grounds: Grounds
    lit: bool


@dataclass(frozen=True, slots=True)
class Bearing:
    """A level or caption at the head of the page; `struck` where no impression of it stands unstruck."""

    text: str
    state: InkState


@dataclass(frozen=True, slots=True)
class PaperView:
    """All that a paper's page says. `blank` are absent fields, `empty` the names of lists with nothing on them."""

    id: str
    title: str
    subject: str
    bearing: tuple[Bearing, ...]
    kind: str
    document: Document
    fields: tuple[FieldRow, ...]
    blank: tuple[FieldRow, ...]
    empty: tuple[str, ...]
    markings: tuple[Item[Marking], ...]
    form_boxes: tuple[Item[FormBox], ...]
    distribution: tuple[Item[Distribution], ...]
    stamps: tuple[tuple[Item[Stamp], FieldRow], ...]
    life: tuple[Item[Act], ...]
    lifeline: Markup | None
    references: tuple[Item[Reference], ...]
    mentions: tuple[Item[Mention], ...]
    excisions: tuple[Item[Excision], ...]
    corrections: tuple[Item[Correction], ...]
    emendations: tuple[Item[Emendation], ...]
    doubts: tuple[Item[Doubt], ...]
    paragraphs: tuple[tuple[Item[Paragraph], Amended], ...]
    unclaimed: tuple[Item[UnclaimedLine], ...]
    unread: tuple[tuple[Patch, Decision | None], ...]
    """With what somebody decided of each."""
    furniture: tuple[Item[Furniture], ...]
    copy: Grounds
    sheets: tuple[Sheet, ...]
    lit: Lit
    lit_words: str
    lit_place: str
    has_images: bool

    @property
    def shares(self) -> bool:
        """Whether other papers stand on the same pages."""
        return any(not run.own for sheet in self.sheets for run in sheet.runs)

    @property
    def begins(self) -> bool:
        """Whether words of another paper stand before it on its first page, so that there is a `#begins` to go to."""
        return any(run.begins for sheet in self.sheets[:1] for run in sheet.runs)

    @property
    def _open(self) -> int:
        """How many things of the paper wait for a person."""
        asked = sum(each.of.open for each in self.doubts)
        asked += sum(each.of.state is EmendationState.PROPOSED for each in self.emendations)
        return len(self.document.questions) + asked + len(self.unclaimed) + sum(said is None for _, said in self.unread)

    @property
    def sections(self) -> tuple[tuple[str, str, int | None], ...]:
        """The parts of the page: fragment, words, and how many things stand there where that is worth saying."""
        return (
            ("leaf", "The paper", None),
            ("reading", "Reading text", None),
            ("fields", "Fields", len(self.fields)),
            ("marks", "Marks", len(self.markings) + len(self.stamps)),
            ("life", "Life", len(self.life)),
            ("references", "References", len(self.references)),
            ("apparatus", "Doubts", self._open),
            ("cite", "Cite", None),
        )


def paper(document: Document, asked: str = "") -> PaperView:
    """The page of one paper, with what the address's `light=` asked for lit."""
    lit = light(document, asked)
    claimed = claims(document)
    ground = _Grounding(document, lit, claimed)
    rows = tuple(ground.fields())
    valued = tuple(row for row in rows if row.reading.state is not ReadingState.ABSENT)
    return PaperView(
        id=document.id,
        title=title(document),
        subject=next((row.shown.words for row in rows if row.label in ("Subject", "Title") and row.shown), ""),
        bearing=bearing(document.markings),
        kind=kind_words(document.kind),
        document=document,
        fields=valued,
        blank=tuple(row for row in rows if row.reading.state is ReadingState.ABSENT),
        empty=tuple(label(name) for name, held in document.fields.items() if held == ()),
        markings=ground.items("markings", document.markings),
        form_boxes=ground.items("form_boxes", document.form_boxes),
        distribution=ground.items("distribution", document.distribution),
        stamps=ground.stamps(),
        life=tuple(sorted(ground.items("acts", document.acts), key=lambda item: when(item.of))),
        lifeline=lifeline(document.acts),
        references=ground.items("references", document.references),
        mentions=ground.items("mentions", document.mentions),
        excisions=ground.items("excisions", document.excisions),
        corrections=ground.items("corrections", document.corrections),
        emendations=ground.items("emendations", document.emendations),
        doubts=ground.items("doubts", document.doubts),
        paragraphs=tuple(
            zip(ground.items("text/paragraphs", document.text.paragraphs), amended(document), strict=True)
        ),
        unclaimed=ground.items("unclaimed", document.unclaimed),
        unread=tuple(unread_ink(document)),
        furniture=ground.items("furniture", document.furniture),
        copy=ground.of(document.copy.evidence),
        sheets=sheets(document.pages, claimed, lit, extent(document)),
        lit=lit,
        lit_words=pointer_words(lit.asked),
        lit_place=ground.place_words(lit.inks),
        has_images=any(page.width and page.height for page in document.pages),
    )


def bearing(markings: Iterable[Marking]) -> tuple[Bearing, ...]:
    """The markings of a paper, each level and caption once, in the order they first stand."""
    states: dict[str, InkState] = {}
    for mark in markings:
        word = mark.level or mark.caption
        if word and states.get(word) is not InkState.STANDING:
            states[word] = mark.state
    return tuple(Bearing(word, state) for word, state in states.items())


def cited(document: Document) -> tuple[str, ...]:
    """The ids of all records this one points to, each once: what the page needs titles for."""
    resolutions = [reference.resolved for reference in document.references]
    resolutions += [
        reading.value.resolved
        for reading in document.many("enclosures")
        if isinstance(reading.value, Enclosure) and reading.value.resolved
    ]
    ids = [record for each in resolutions for record in (each.record, *(c.record for c in each.candidates)) if record]
    decided = (each.to for each in document.decisions if each.to and each.about in {About.REFERENCE, About.SAME_AS})
    return tuple(dict.fromkeys((*ids, *(each.record for each in document.same_as), *decided)))


def entities(document: Document) -> tuple[str, ...]:
    """The ids of all that the paper's names mean or could mean, each once."""
    ids = (each for m in document.mentions for each in (m.entity, *(c.entity for c in m.candidates or ())) if each)
    return tuple(dict.fromkeys(ids))


def candidates(resolution: Resolution) -> tuple[ReferenceCandidate, ...]:
    """The records a reference could mean, the likeliest first."""
    return tuple(sorted(resolution.candidates, key=lambda each: -each.score))


def joined(same_as: Sequence[SameAs]) -> tuple[SameAs, ...]:
    """Records that may be of one paper with this one, the surest first."""
    return tuple(sorted(same_as, key=lambda each: -each.score))


@dataclass(frozen=True, slots=True)
class Meant:
    """A name with whom it means or may mean, once for all places that mean the same: `items` are these."""

    of: Mention
    items: tuple[Item[Mention], ...]


def meant(mentions: Iterable[Item[Mention]]) -> tuple[Meant, ...]:
    """The names that mean somebody, or could mean several."""
    groups: dict[tuple[str, str | None, tuple[EntityCandidate, ...]], list[Item[Mention]]] = {}
    for item in mentions:
        if item.of.entity or item.of.candidates:
            groups.setdefault((item.of.text, item.of.entity, item.of.candidates or ()), []).append(item)
    return tuple(Meant(items[0].of, tuple(items)) for items in groups.values())


def unmeant(mentions: Iterable[Item[Mention]]) -> tuple[Item[Mention], ...]:
    """The names that nobody led to anybody."""
    return tuple(item for item in mentions if not (item.of.entity or item.of.candidates))


def label(name: str) -> str:
    """`drafted_by` is `Drafted by`."""
    return name.replace("_", " ").capitalize()


def pointer_words(pointer: str) -> str:
    """`/fields/to/0` is `To`, `/stamps/0/date` is `Stamp 1, date`; what is no pointer is a `Passage`."""
    steps = pointer.strip("/").split("/")
    if not pointer.startswith("/"):
        return "Passage"
    if steps[0] == "fields":
        return label(steps[1]) if len(steps) > 1 else "Fields"
    steps = [step for step in steps if step != "text"]
    singular = {"form_boxes": "box", "furniture": "furniture", "distribution": "distribution", "copy": "copy"}
    name = singular.get(steps[0], "unclaimed line" if steps[0] == "unclaimed" else steps[0].removesuffix("s"))
    number = f" {int(steps[1]) + 1}" if len(steps) > 1 and steps[1].isdecimal() else ""
    return f"{name.capitalize()}{number}" + (f", {steps[2]}" if len(steps) > 2 else "")


def shown(name: str, value: FieldValue) -> Shown:
    """A field's value in words."""
    if isinstance(value, Named):
        return Shown(value.name, ", ".join(filter(None, (value.title, value.office, value.kind.value))))
    if isinstance(value, OtherNumber):
        return Shown(value.number, f"{value.kind.value.replace('-', ' ')} number")
    if isinstance(value, Enclosure):
        return Shown(value.name, resolved=value.resolved)
    words = str(value)
    if name in DATES:
        told = date_in_words(words)
        return Shown(told, machine=machine_date(words), exact=words if told != words else "")
    return Shown(words)


class _Grounding:
    """Turns evidence into words for one document and one choice of what is lit."""

    def __init__(self, document: Document, lit: Lit, claimed: Sequence[Claim]) -> None:
        self.document = document
        self.pages: dict[int, tuple[str, Callable[[int], int]]] = {
            page.n: (for_the_eye(page.text), lines_of(page.text)) for page in document.pages
        }
        self.chosen = frozenset(lit.pointers)
        self.inks = {claim.pointer: claim.inks for claim in claimed}

    def of(self, evidence: Iterable[Evidence]) -> Grounds:
        held = tuple(evidence)
        return Grounds(
            tuple(self._place(e) for e in held if isinstance(e, Ink) and e.page in self.pages),
            tuple(e for e in held if isinstance(e, Deed)),
            tuple(e for e in held if isinstance(e, Inference)),
        )

    def items(self, at: str, held: Sequence[T]) -> tuple[Item[T], ...]:
        """Each thing of a list of the record; an unclaimed line has no evidence and rests on its own ink."""
        out = []
        for i, each in enumerate(held):
            pointer = f"/{at}/{i}"
            evidence = getattr(each, "evidence", None) or getattr(each, "impressions", None) or self.inks[pointer]
            out.append(Item(pointer, each, self.of(evidence), pointer in self.chosen))
        return tuple(out)

    def stamps(self) -> tuple[tuple[Item[Stamp], FieldRow], ...]:
        return tuple(
            (item, self._row(f"{item.pointer}/date", "date", item.of.date, again=False))
            for item in self.items("stamps", self.document.stamps)
        )

    def fields(self) -> Iterator[FieldRow]:
        order = {name: i for i, name in enumerate(dict.fromkeys((*FIRST, *FIELDS)))}
        for name in sorted(self.document.fields, key=lambda name: order.get(name, len(order))):
            held = self.document.fields[name]
            if isinstance(held, Reading):
                yield self._row(f"/fields/{name}", name, held, again=False)
            else:
                for i, each in enumerate(held):
                    yield self._row(f"/fields/{name}/{i}", name, each, again=i > 0)

    def place_words(self, inks: Sequence[Ink]) -> str:
        """`page 1, line 14`, and how many other patches there are."""
        here = [self._place(ink) for ink in inks if ink.page in self.pages]
        if not here:
            return ""
        told = f"page {here[0].page}, line {here[0].line}"
        return told if len(here) == 1 else f"{told} and {len(here) - 1} more"

    def _row(self, pointer: str, name: str, reading: Reading[Any], *, again: bool) -> FieldRow:
        told = None if reading.value is None else shown(name, reading.value)
        return FieldRow(pointer, label(name), again, told, reading, self.of(reading.evidence), pointer in self.chosen)

    def _place(self, ink: Ink) -> Place:
        text, line = self.pages[ink.page]
        start, end = ink.span.start, ink.span.end
        return Place(ink.page, line(start), start, end, ink.span.of(text), ink.reader)
