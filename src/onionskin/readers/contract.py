"""The contract of the readers: clean text in, readings out, and which characters each of them rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from onionskin.record.acts import Act
from onionskin.record.apparatus import Doubt
from onionskin.record.fields import FieldValue
from onionskin.record.marks import Distribution, Excision, FormBox, Marking
from onionskin.record.quick import quick
from onionskin.record.reading import Reading
from onionskin.record.references import Mention, Reference
from onionskin.record.span import Span
from onionskin.record.stamps import Stamp
from onionskin.text.clean import CleanText


@quick
@dataclass(frozen=True, slots=True)
class FieldReading:
    """A value for a field of the record; for a field that holds a list, one of its values."""

    name: str
    reading: Reading[FieldValue]


@quick
@dataclass(frozen=True, slots=True)
class Claim:
    """Clean characters that a reader answers for. `rule` names what they are: `marking`, `stamp`, `page-number`,
    `field:to`.

    `furniture` claims carry no value (page numbers, printed labels, notices); the record lists them with their rule.
    """

    span: Span
    rule: str
    furniture: bool = False


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class ReadResult:
    """What one reader found in one text. All evidence leads to raw characters; `claims` are spans of the text given.

    `custody` are parts of the record's `copy` by key (`holder`, `item`, `return_to`). `form` is the finer kind the
    paper is seen to be, where no title of its own said so, and the reason for a person.
    """

    fields: tuple[FieldReading, ...] = ()
    markings: tuple[Marking, ...] = ()
    form_boxes: tuple[FormBox, ...] = ()
    distribution: tuple[Distribution, ...] = ()
    stamps: tuple[Stamp, ...] = ()
    acts: tuple[Act, ...] = ()
    excisions: tuple[Excision, ...] = ()
    references: tuple[Reference, ...] = ()
    mentions: tuple[Mention, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    custody: tuple[tuple[str, Reading[str]], ...] = ()
    claims: tuple[Claim, ...] = ()
    form: tuple[str, str] | None = None
    body: tuple[Span, ...] = field(default=())


class Reader(Protocol):
    """Reads one kind of mark or paper.

    A reader holds no state: the same text gives the same result, in any process and any order. It never raises on any
    text. It looks only at characters outside `taken`, the clean spans that marks read before it answer for, and never
    imports another reader; what readers share are the grammars of `phrases`. `name` and `version` stand in the
    evidence; a reader whose answers change gets a new version, and the collection is read again.
    """

    name: str
    version: str

    def read(self, text: CleanText, taken: Sequence[Span] = ()) -> ReadResult:
        """Everything of its kind in `text`."""
        ...
