"""Papers made by hand for tests of what stands above the readers: every span is honest, every name invented."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import replace

from onionskin.record.acts import Act, ActKind
from onionskin.record.document import Copy, Document, OneOrMany, Paragraph, Source, Texts, UnclaimedLine
from onionskin.record.evidence import Ink
from onionskin.record.fields import FieldValue, Kind
from onionskin.record.ids import record_id, source_sha256
from onionskin.record.marks import InkState, Marking
from onionskin.record.named import Named, NamedKind
from onionskin.record.page import PageNumber, PageText
from onionskin.record.reading import Reading, absent, found
from onionskin.record.span import Span
from onionskin.record.stamps import Axis, Stamp, StampDecision, StampKind
from onionskin.store.contract import KeptSource, Store

TURN = "\f"
"""In the body of a paper: the page is turned here."""


class Typewriter:
    """Types lines on pages and tells where each, or a part of it, came to stand."""

    def __init__(self) -> None:
        self.sheets = [""]

    @property
    def page(self) -> PageNumber:
        return PageNumber(len(self.sheets))

    @property
    def at(self) -> int:
        return len(self.sheets[-1])

    def line(self, words: str = "", part: str | None = None) -> Ink:
        """Type `words` and a line feed; the ink of `part` (its last occurrence), or of the whole line."""
        start = self.at + (words.rindex(part) if part else 0)
        self.sheets[-1] += words + "\n"
        return Ink(self.page, Span(start, start + len(part or words)), "typed")

    def paragraph(self, n: int, words: str) -> Paragraph:
        """Type `words` in short lines and leave one free."""
        start = self.at
        for each in textwrap.wrap(words, 66, break_on_hyphens=False):
            self.line(each)
        ink = Ink(self.page, Span(start, self.at - 1), "typed")
        self.line()
        return Paragraph(n, None, " ".join(words.split()), (ink,))

    def body(self, parts: Sequence[str]) -> tuple[Paragraph, ...]:
        """Type paragraphs and turn pages."""
        done: list[Paragraph] = []
        for each in parts:
            if each == TURN:
                self.sheets.append("")
            else:
                done.append(self.paragraph(len(done) + 1, each))
        return tuple(done)


def named(name: str, kind: NamedKind = NamedKind.POST) -> Named:
    surname = name.rsplit(maxsplit=1)[-1].title() if kind is NamedKind.PERSON else None
    return Named(name, kind, name, surname=surname)


def telegram(
    number: int = 1,
    *,
    to: str = "USUN NEW YORK",
    signer: str = "HALLORAN",
    date: str = "1961-11-03",
    subject: str = "Next steps in the talks",
    level: str = "SECRET",
    caption: str | None = "EYES ONLY",
    body: Sequence[str] = ("You should see Brandov promptly, to discuss next steps.", "Report soonest."),
    note: str | None = None,
    stamp: str | None = "DECLASSIFIED",
    stamped: str = "1997-07-12",
    kind: Kind = Kind.TELEGRAM,
) -> Document:
    """A telegram; the same arguments give the same bytes, and so the same id."""
    on = Typewriter()
    on.line("OUTGOING TELEGRAM Department of State")
    markings = [_marking(level, on.line(level), level=level)]
    action = f"ACTION: {to} PRIORITY {number}"
    fields: dict[str, OneOrMany] = {
        "from": absent("the form has no line for it"),
        "to": (_printed(named(to), on.line(action, to)),),
        "number": _printed(str(number), Ink(on.page, Span(on.at - 1 - len(str(number)), on.at - 1), "typed")),
        "date": _printed(date, on.line(date)),
        "classification": _printed(level, Ink(on.page, Span(38, 38 + len(level)), "typed")),
    }
    if caption:
        markings.append(_marking(caption, on.line(caption), caption=caption))
    fields["subject"] = _printed(subject, on.line(f"SUBJECT: {subject}", subject))
    on.line()
    paragraphs = on.body(body)
    fields["signed_by"] = _printed(named(signer, NamedKind.PERSON), on.line(signer))
    stamps, acts = _stamped(on, stamp, stamped) if stamp else ((), ())
    unclaimed: tuple[UnclaimedLine, ...] = ()
    if note:
        unclaimed = (UnclaimedLine(on.page, on.sheets[-1].count("\n") + 1, note),)
        on.line(note)
    sha = source_sha256(TURN.join(on.sheets).encode())
    pages = tuple(PageText(PageNumber(n), text) for n, text in enumerate(on.sheets, 1))
    return Document(
        id=record_id(sha, PageNumber(1), 0),
        kind=kind,
        source=Source(f"paper-{sha[:6]}.txt", sha, "text/plain", tuple(page.n for page in pages)),
        copy=Copy(),
        pages=pages,
        fields=fields,
        markings=tuple(markings),
        stamps=stamps,
        acts=acts,
        text=Texts(TURN.join(on.sheets), "\n\n".join(p.text for p in paragraphs), paragraphs),
        unclaimed=unclaimed,
        reasons=("typed for a test",),
    )


def batch(count: int) -> list[Document]:
    """Telegrams that differ in number, day and subject."""
    return [telegram(n, date=f"1961-11-{n % 28 + 1:02}", subject=f"Step {n} in the talks") for n in range(1, count + 1)]


def raw(document: Document) -> bytes:
    """The bytes of the file that a paper made here stands in."""
    return document.text.transcription.encode()


def source_of(document: Document, name: str | None = None) -> KeptSource:
    """The file that a paper made here stands in."""
    source = document.source
    return KeptSource(name or source.name, source.sha256, source.media_type, raw(document), len(source.pages))


def keep(store: Store, *documents: Document, version: str = "reader 1") -> None:
    """Keep papers, each of a file of its own."""
    for document in documents:
        store.keep(source_of(document), [document], version)


def reread(document: Document, *, subject: str) -> Document:
    """The same paper as another reader might read it: its subject otherwise, and no acts."""
    told = document.one("subject")
    if told is None:
        raise ValueError("a paper without a subject")
    changed: Reading[FieldValue] = Reading(subject, told.state, told.as_printed, 1.0, told.evidence)
    return replace(document, fields={**document.fields, "subject": changed}, acts=())


def _printed(value: FieldValue, ink: Ink) -> Reading[FieldValue]:
    return found(value, value.as_printed if isinstance(value, Named) else str(value), ink)


def _marking(text: str, ink: Ink, *, level: str | None = None, caption: str | None = None) -> Marking:
    return Marking(text, InkState.STANDING, ink.page, (ink,), level, caption)


def _stamped(on: Typewriter, form: str, date: str) -> tuple[tuple[Stamp, ...], tuple[Act, ...]]:
    ink = on.line(f"{form} by F. Harwood {date}")
    day = Ink(ink.page, Span(ink.span.end - len(date), ink.span.end), "typed")
    stamp = Stamp(
        form=form,
        kind=StampKind.DECLASSIFICATION,
        office="NARS",
        authority=None,
        executed_by="F. Harwood",
        reviewer=None,
        date=found(date, date, day),
        decisions=(StampDecision(Axis.CLASSIFICATION, "declassify", checked=True),),
        exemptions=(),
        impressions=(ink,),
    )
    return (stamp,), (Act(ActKind.DECLASSIFIED, date, (ink,), agent="F. Harwood"),)


def two_papers() -> tuple[KeptSource, list[Document]]:
    """One file in which two papers stand."""
    one = telegram()
    return source_of(one), [one, replace(one, id=record_id(one.source.sha256, PageNumber(1), 40), subkind="circular")]
