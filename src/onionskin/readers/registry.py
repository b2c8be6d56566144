"""Which readers read what: an object that is built and passed, never a global."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from onionskin.readers import boundaries
from onionskin.readers.agency_cable import AgencyCableReader
from onionskin.readers.annexes import AnnexReader
from onionskin.readers.approvals import ApprovalReader
from onionskin.readers.bureau_copies import BureauCopiesReader
from onionskin.readers.cable import CableReader
from onionskin.readers.circular import CircularReader
from onionskin.readers.citations import CitationReader
from onionskin.readers.contract import Reader
from onionskin.readers.described_papers import DescribedPaperReader
from onionskin.readers.dispatch import DispatchReader
from onionskin.readers.dissemination import DisseminationReader
from onionskin.readers.drafting import DraftingReader
from onionskin.readers.estimate import EstimateReader
from onionskin.readers.field_office import FieldOfficeReader
from onionskin.readers.information_report import InformationReportReader
from onionskin.readers.letter import LetterReader
from onionskin.readers.meeting import MeetingReader
from onionskin.readers.memorandum import MemorandumReader
from onionskin.readers.plain import PlainReader
from onionskin.readers.posted import AIRGRAM, DESPATCH, PostedReader
from onionskin.readers.reference_lines import ReferenceLineReader
from onionskin.readers.relaying import RelayReader
from onionskin.readers.routing_slip import RoutingSlipReader
from onionskin.readers.stationery import StationeryReader
from onionskin.readers.telegram import TelegramReader
from onionskin.readers.teletype import TeletypeReader
from onionskin.readers.timing import TimingReader
from onionskin.record.fields import Kind

_LETTER = (LetterReader(), AnnexReader(), DraftingReader())
_MEMO = (
    ReferenceLineReader(),
    BureauCopiesReader(),
    AnnexReader(),
    ApprovalReader(),
    DraftingReader(),
    MemorandumReader(),
)
_MEETING = (MeetingReader(), *_MEMO)
_TELEGRAM = (
    ReferenceLineReader(),
    CircularReader(),
    DraftingReader(),
    TimingReader(),
    RelayReader(),
    TeletypeReader(),
    TelegramReader(),
)
_AIRGRAM = (PostedReader(AIRGRAM, parties=False), AnnexReader(), *_TELEGRAM)
_DESPATCH = (PostedReader(DESPATCH, parties=True), ReferenceLineReader(), *_LETTER)
_CABLE = (CableReader(),)
_PLAIN = (AnnexReader(), DraftingReader(), PlainReader())
_FIELD_OFFICE = (BureauCopiesReader(), AnnexReader(), FieldOfficeReader())

Form = tuple[Kind, str]
"""A kind of paper in one of its forms, by its subkind: `(Kind.TELEGRAM, "electronic")`."""


@dataclass(frozen=True)
class Readers:
    """Readers in the order they read. `marks` read the whole source, `papers` one paper of their kind, `text` its
    reading text; `forms` are those that have readers of their own; papers of other kinds are read by `others`, and
    what is left of any by `closing`.
    """

    marks: tuple[Reader, ...]
    papers: Mapping[Kind, tuple[Reader, ...]] = field(
        default_factory=lambda: {
            Kind.TELEGRAM: _TELEGRAM,
            Kind.AIRGRAM: _AIRGRAM,
            Kind.LETTER: _LETTER,
            Kind.DESPATCH: _DESPATCH,
            Kind.MEMORANDUM: _MEMO,
            Kind.MEMORANDUM_OF_CONVERSATION: _MEETING,
            Kind.MINUTES: _MEETING,
            Kind.ROUTING_SLIP: (AnnexReader(), RoutingSlipReader(), PlainReader()),
            Kind.WITHDRAWAL_SHEET: (DescribedPaperReader("withdrawal"),),
        }
    )
    forms: Mapping[Form, tuple[Reader, ...]] = field(
        default_factory=lambda: {
            (Kind.TELEGRAM, "electronic"): _CABLE,
            (Kind.TELEGRAM, "agency"): (ReferenceLineReader(department=False), AgencyCableReader()),
            (Kind.TELEGRAM, "teletype"): _FIELD_OFFICE,
            (Kind.AIRGRAM, "airtel"): _FIELD_OFFICE,
            (Kind.MEMORANDUM, "field-office"): _FIELD_OFFICE,
            (Kind.DESPATCH, "agency"): (ReferenceLineReader(department=False), AnnexReader(), DispatchReader()),
            (Kind.REPORT, "intelligence"): (
                EstimateReader(),
                AnnexReader(),
                DisseminationReader(),
                InformationReportReader(),
            ),
            (Kind.FORM, "identification"): (DescribedPaperReader("identification"),),
            (Kind.FORM, "review-sheet"): (DescribedPaperReader("review"),),
        }
    )
    text: tuple[Reader, ...] = (CitationReader(),)
    others: tuple[Reader, ...] = _PLAIN
    closing: tuple[Reader, ...] = (StationeryReader(),)

    def of(self, kind: Kind, subkind: str | None = None) -> tuple[Reader, ...]:
        """The readers for a paper of this kind and form."""
        own = self.forms.get((kind, subkind or "")) or self.papers.get(kind, self.others)
        return (*own, *self.closing)

    @cached_property
    def version(self) -> str:
        """Changes when any reader, its version or the order changes, or how papers are told apart: then a collection is
        read again.
        """
        parts = [
            *self.marks,
            *self.text,
            *self.others,
            *self.closing,
            *(r for kind in sorted(self.papers) for r in self.papers[kind]),
            *(r for form in sorted(self.forms) for r in self.forms[form]),
        ]
        told = ";".join([f"boundaries/{boundaries.VERSION}", *(f"{r.name}/{r.version}" for r in parts)])
        return hashlib.sha256(told.encode()).hexdigest()[:12]
