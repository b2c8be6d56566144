"""What a typist was given: the typed input of every layout, each value as it is to stand on the paper."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from onionskin.facsimile.marks import Marking, Marks


@dataclass(frozen=True, slots=True)
class Insertion:
    """Words typed above the line and put in at a slash: between "should" and "give" it prints `should/give`."""

    text: str


@dataclass(frozen=True, slots=True)
class XedOut:
    """Words a typist struck out with a row of X; only their number of letters is still to be seen."""

    letters: int


@dataclass(frozen=True, slots=True)
class Excised:
    """A passage taken out, about so many letters long: `kind` is `blackout`, `whiteout`, `struck`."""

    letters: int
    kind: str


@dataclass(frozen=True, slots=True)
class StruckOut:
    """Words struck with a pen that can still be read."""

    text: str


Paragraph = str | tuple[str | Insertion | XedOut | Excised | StruckOut, ...]
"""Running text; an insertion or words taken out stand between its parts, which carry their own spaces."""


@dataclass(frozen=True, slots=True)
class Addressee:
    """One post of the ACTION or INFO lines, with the precedence and the number that it alone gets."""

    post: str
    precedence: tuple[str, ...] = ()
    number: str = ""


@dataclass(frozen=True, slots=True)
class Officer:
    """A person of the clearance lines, with the office before the name: `G - Mr. Johnson`."""

    name: str
    office: str = ""

    def typed(self) -> str:
        """`U - George W. Ball`, or the name alone."""
        return f"{self.office} - {self.name}" if self.office else self.name


@dataclass(frozen=True, slots=True)
class Drafting:
    """The drafter's line `IO:HCleveland:tl 11/17/62 Ext. 4321`, or `GBall/ck` and the date below it.

    With `colons` the parts stand on one line after the office; without them the typist follows a slash.
    """

    by: str
    office: str = ""
    typist: str = ""
    date: str = ""
    extension: str = ""
    colons: bool = True


class OutgoingForm(StrEnum):
    """The Department's forms for telegrams sent."""

    DS_322 = "1960s: OUTGOING TELEGRAM, ACTION, INFO"
    SENT_TO = "1950s: OUTGOING TELEGRAM, SENT TO, RPTD INFO"
    TELEGRAM_SENT = "1940s: TELEGRAM SENT, TO BE TRANSMITTED"


class IncomingForm(StrEnum):
    """The Department's forms for telegrams received."""

    CONTROL = "1950s-60s: INCOMING TELEGRAM, distribution at the left, Control, Rec'd"
    BRANCH = "1940s: INCOMING TELEGRAM of the Telegraph Branch"
    TELEGRAM_RECEIVED = "1940s: TELEGRAM RECEIVED"


@dataclass(frozen=True, slots=True, kw_only=True)
class OutgoingTelegram:
    """A telegram of the Department.

    `collect` and `charge_to` are the boxes of INDICATE; `charge` is written after the latter. `sent` is the time stamp
    as stamped, or as typed on the oldest form. `attention_caption` begins the attention line (EYES ONLY FOR STEVENSON);
    `pass_to` follows PASS TO. `number_first` puts a post's number before its precedence. `origin` and `distribution`
    are the office symbols of the left margin.
    """

    form: OutgoingForm
    number: str
    action: tuple[Addressee, ...]
    paragraphs: tuple[Paragraph, ...]
    signature: str
    marking: Marking
    info: tuple[Addressee, ...] = ()
    precedence: tuple[str, ...] = ()
    collect: bool = False
    charge_to: bool = False
    charge: str = ""
    control: str = ""
    sent: str = ""
    attention: tuple[str, ...] = ()
    attention_caption: str = ""
    captions: tuple[str, ...] = ()
    subject: str = ""
    pass_to: tuple[str, ...] = ()
    drafting: Drafting | None = None
    approved_by: Officer | None = None
    clearances: tuple[Officer, ...] = ()
    origin: tuple[str, ...] = ()
    distribution: tuple[str, ...] = ()
    file_number: str = ""
    numbered: bool = False
    number_first: bool = False
    reproduction_notice: bool = True
    end: bool = True
    catchwords: bool = False
    marks: Marks = field(default_factory=Marks)


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingTelegram:
    """A telegram received; `sent` is the post's own date and hour, `received_on` and `received_at` the Department's.

    `series` stands before the number where the sender has one (`POLTO`); `action` and `info` are the distribution
    symbols of the left column; `sent_to` the line of posts that had it as well.
    """

    form: IncomingForm
    origin: str
    number: str
    sent: str
    paragraphs: tuple[Paragraph, ...]
    signature: str
    marking: Marking
    to: str = "Secretary of State"
    series: str = ""
    control: str = ""
    received_on: str = ""
    received_at: str = ""
    precedence: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    sent_to: tuple[Addressee, ...] = ()
    attention: tuple[str, ...] = ()
    subject: str = ""
    action: tuple[str, ...] = ()
    info: tuple[str, ...] = ()
    operator: str = ""
    notes: tuple[str, ...] = ()
    file_number: str = ""
    numbered: bool = False
    reproduction_notice: bool = True
    marks: Marks = field(default_factory=Marks)


@dataclass(frozen=True, slots=True, kw_only=True)
class ElectronicTelegram:
    """A telegram of 1973 or later: `sent` is its precedence and time as sent (`O 311441Z OCT 79`).

    `post` is the sender as the number has it (`LA PAZ 9290`, `STATE 151207`), `sender` as the wire has it (`AMEMBASSY
    LA PAZ`). `received` is the time on each page's heading; a telegram of the Department has none, and ORIGIN in place
    of ACTION. `executive_order` is `12065: N/A`; clearances are given as `EUR/SOV:KLPENROSE (DRAFT)`.
    """

    post: str
    number: str
    level: str
    sent: str
    sender: str
    to: tuple[Addressee, ...]
    paragraphs: tuple[Paragraph, ...]
    signature: str
    received: str = ""
    action: tuple[str, ...] = ()
    info_offices: tuple[str, ...] = ()
    drafted_by: str = ""
    approved_by: str = ""
    clearances: tuple[str, ...] = ()
    line_number: str = ""
    info: tuple[Addressee, ...] = ()
    captions: tuple[str, ...] = ()
    executive_order: str = ""
    tags: tuple[str, ...] = ()
    subject: str = ""
    references: str = ""
    numbered: bool = False
    marks: Marks = field(default_factory=Marks)


class AddressAt(StrEnum):
    """Where a letter gives the addressee's name and address."""

    HEAD = "head"
    FOOT = "foot of the first page"


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter. `close` may be of two lines; `title` stands under the typed name; `signed` says that a hand did so.

    `symbol` is the drafter's line at the foot (`IO:HC:TL`), `clearances` the offices beside it.
    """

    date: str
    salutation: str
    paragraphs: tuple[Paragraph, ...]
    signature: str
    letterhead: tuple[str, ...] = ()
    address: tuple[str, ...] = ()
    address_at: AddressAt = AddressAt.HEAD
    close: tuple[str, ...] = ("Sincerely yours,",)
    title: str = ""
    signed: bool = True
    enclosures: tuple[str, ...] = ()
    enclosures_label: str = "Enclosure:"
    copies_to: tuple[str, ...] = ()
    copies_label: str = "cc:"
    symbol: Drafting | None = None
    clearances: tuple[Officer, ...] = ()
    file_number: str = ""
    numbered: bool = False
    page_numbers: str = "- {n} -"
    marks: Marks = field(default_factory=Marks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Memorandum:
    """A memorandum with its TO, THROUGH, FROM, SUBJECT lines; `heading` may say MEMORANDUM FOR THE PRESIDENT itself."""

    date: str
    to: tuple[str, ...]
    sender: str
    subject: str
    paragraphs: tuple[Paragraph, ...]
    letterhead: tuple[str, ...] = ()
    heading: str = "MEMORANDUM"
    heading_addresses: bool = False
    through: tuple[str, ...] = ()
    file_number: str = ""
    enclosures: tuple[str, ...] = ()
    enclosures_label: str = "Attachment:"
    copies_to: tuple[str, ...] = ()
    copies_label: str = "cc:"
    signature: str = ""
    drafting: Drafting | None = None
    clearances: tuple[Officer, ...] = ()
    numbered: bool = False
    page_numbers: str = "- {n} -"
    marks: Marks = field(default_factory=Marks)


@dataclass(frozen=True, slots=True, kw_only=True)
class MemorandumOfConversation:
    """What was said, as the note taker wrote it up; `participants` as printed.

    `sides` gives each side's heading and the number of its participants: `(("United States", 2), ("USSR", 3))`.
    """

    date: str
    participants: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]
    subject: str = ""
    place: str = ""
    time: str = ""
    letterhead: tuple[str, ...] = ("DEPARTMENT OF STATE",)
    sides: tuple[tuple[str, int], ...] = ()
    copies_to: tuple[str, ...] = ()
    drafting: Drafting | None = None
    approved: str = ""
    file_number: str = ""
    numbered: bool = False
    page_numbers: str = "- {n} -"
    marks: Marks = field(default_factory=Marks)


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverSheet:
    """A sheet laid over papers: stamps and notes, and little text of its own, line by line."""

    lines: tuple[Paragraph, ...] = ()
    marks: Marks = field(default_factory=Marks)


Telegram = OutgoingTelegram | IncomingTelegram | ElectronicTelegram
Sheet = Telegram | Letter | Memorandum | MemorandumOfConversation | CoverSheet
