"""The record: a paper as one copy shows it in one surrogate."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from onionskin.record.acts import Act
from onionskin.record.apparatus import Correction, Doubt, Emendation
from onionskin.record.boundaries import Boundary, BoundaryState, RoleOfPage
from onionskin.record.decisions import Decision
from onionskin.record.evidence import Evidence, Ink
from onionskin.record.fields import FieldValue, Kind
from onionskin.record.marks import Distribution, Excision, FormBox, Marking
from onionskin.record.page import PageNumber, PageText
from onionskin.record.quick import quick
from onionskin.record.reading import Reading
from onionskin.record.references import Mention, Reference, SameAs
from onionskin.record.stamps import Stamp

SCHEMA = "onionskin/record/1"

OneOrMany = Reading[FieldValue] | tuple[Reading[FieldValue], ...]


@dataclass(frozen=True, slots=True)
class Imprint:
    """What the title page of an edition says, and where in it the paper is printed.

    `series` "Foreign Relations of the United States", `subseries` "1961–1963", `volume` "Volume V", `title` "Soviet
    Union", `year` "1998"; `entry` is the paper's own number in the volume, as printed. Empty where it is not said.
    """

    series: str = ""
    subseries: str = ""
    volume: str = ""
    title: str = ""
    editors: tuple[str, ...] = ()
    place: str = ""
    publisher: str = ""
    year: str = ""
    entry: str = ""

    @property
    def name(self) -> str:
        """`Foreign Relations of the United States, 1961–1963, Volume V, Soviet Union`."""
        return ", ".join(filter(None, (self.series, self.subseries, self.volume, self.title)))


@dataclass(frozen=True, slots=True)
class Source:
    """The surrogate: the file that shows the copy. `pages` are the file's pages this paper stands on, 1-based.

    `source_ids` are what others call it; `edition` is where it is printed, None for a paper that no edition prints.
    """

    name: str
    sha256: str
    media_type: str
    pages: tuple[PageNumber, ...]
    source_ids: tuple[str, ...] = ()
    edition: Imprint | None = None


@dataclass(frozen=True, slots=True)
class Copy:
    """The exemplar: whose it was, where it lies. The seed telegram's copy: holder "Vice President", item "37a"."""

    holder: str | None = None
    archive: str | None = None
    item: str | None = None
    number: str | None = None
    owner: str | None = None
    return_to: str | None = None
    evidence: tuple[Evidence, ...] = ()


@quick
@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the reading text; `label` is its printed number ("4."), `evidence` where its words stand."""

    n: int
    label: str | None
    text: str
    evidence: tuple[Ink, ...]


@dataclass(frozen=True, slots=True)
class Texts:
    """`transcription` is what stands on the paper, untouched; `reading` is for people and search.

    `corrected` is the transcription with what people corrected in it, None where nobody did.
    """

    transcription: str
    reading: str
    paragraphs: tuple[Paragraph, ...]
    corrected: str | None = None


@dataclass(frozen=True, slots=True)
class UnclaimedLine:
    """A line that no value, mark, act, paragraph or named furniture rule cites; `line` is 1-based on its page."""

    page: PageNumber
    line: int
    text: str


@quick
@dataclass(frozen=True, slots=True)
class Furniture:
    """Words of the page that carry no value, with the rule that says so (`page-number`, `form-label`, `catchword`)."""

    rule: str
    evidence: tuple[Ink, ...]


@dataclass(frozen=True, slots=True, weakref_slot=True, kw_only=True)
class Document:
    """One record. Equality is by fields.

    `reasons` say in words why the paper is of its kind, `boundaries` why it begins where it does and goes on where it
    does: the first is its own beginning, the others the page turns inside it. Every reading that rests on ink
    agrees with
    `pages`: see `ink_faults`.
    """

    id: str
    kind: Kind
    source: Source
    copy: Copy
    pages: tuple[PageText, ...]
    fields: Mapping[str, OneOrMany]
    form_boxes: tuple[FormBox, ...] = ()
    markings: tuple[Marking, ...] = ()
    distribution: tuple[Distribution, ...] = ()
    stamps: tuple[Stamp, ...] = ()
    acts: tuple[Act, ...] = ()
    references: tuple[Reference, ...] = ()
    same_as: tuple[SameAs, ...] = ()
    mentions: tuple[Mention, ...] = ()
    excisions: tuple[Excision, ...] = ()
    emendations: tuple[Emendation, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    text: Texts
    unclaimed: tuple[UnclaimedLine, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    reasons: tuple[str, ...] = ()
    boundaries: tuple[Boundary, ...] = ()
    page_roles: tuple[RoleOfPage, ...] = ()
    subkind: str | None = None
    corrections: tuple[Correction, ...] = ()
    decisions: tuple[Decision, ...] = ()
    schema: str = field(default=SCHEMA, init=False)

    @property
    def questions(self) -> tuple[Boundary, ...]:
        """The places where a person is asked whether a paper begins."""
        return tuple(each for each in self.boundaries if each.state is BoundaryState.QUESTION)

    def one(self, name: str) -> Reading[FieldValue] | None:
        """The reading of a field that holds one; None where this kind of paper has no such field."""
        held = self.fields.get(name)
        return held if isinstance(held, Reading) else None

    def many(self, name: str) -> tuple[Reading[FieldValue], ...]:
        """The readings of a field that holds a list; empty where this kind of paper has no such field."""
        held = self.fields.get(name)
        return held if isinstance(held, tuple) else ()

    def readings(self) -> Iterator[tuple[str, Reading[FieldValue]]]:
        """Every reading with its JSON pointer (`/fields/to/0`), stamps' dates (`/stamps/0/date`) included."""
        for name, held in self.fields.items():
            if isinstance(held, Reading):
                yield f"/fields/{name}", held
            else:
                yield from ((f"/fields/{name}/{i}", each) for i, each in enumerate(held))
        for i, stamp in enumerate(self.stamps):
            yield (
                f"/stamps/{i}/date",
                Reading(
                    stamp.date.value,
                    stamp.date.state,
                    stamp.date.as_printed,
                    stamp.date.confidence,
                    stamp.date.evidence,
                    stamp.date.reason,
                ),
            )

    def ink_faults(self) -> list[str]:
        """Pointers of readings whose ink does not say what `as_printed` says; empty in every record we make."""
        text = {page.n: page.text for page in self.pages}
        return [
            pointer
            for pointer, reading in self.readings()
            for ink in reading.ink
            if ink.span.of(text.get(ink.page, "")) != reading.as_printed
        ]
