"""Stamps of six decades as text: review forms with check boxes, declassification, receipt and downgrading stamps."""

from __future__ import annotations

from dataclasses import dataclass, field

from onionskin.facsimile.ink import Block, Line, Look, Run, block, line
from onionskin.facsimile.review_forms import BlankOf, BoxOf, ReviewForm
from onionskin.facsimile.surface import Surface


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewStamp:
    """One impression of a check-box form, filled in by hand.

    `ticked` holds the verbs of the form's boxes that are ticked (`release`, `declassify-in-part`); `filled` what was
    written in its blanks, by the blank's name (`reviewer`, `date`, `exemptions`).
    """

    form: ReviewForm
    ticked: frozenset[str] = frozenset()
    filled: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclassifiedStamp:
    """The archivist's stamp: what was decided, by what order or letter, who carried it out, when.

    `run_on` puts authority, hand and date on one line; the usual stamp has a line for each.
    """

    heading: str = "DECLASSIFIED"
    order: str = ""
    authority: str = ""
    case: str = ""
    by: str = ""
    office: str = ""
    date: str = ""
    run_on: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedStamp:
    """The one-line release of later years: `RELEASED IN PART  B1, 1.4(D)`."""

    words: str
    exemptions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedStamp:
    """An office's receipt stamp; the date as it is cut: `NOV 24 1962`."""

    office: str
    date: str
    time: str = ""
    heading: str = "RECEIVED"


@dataclass(frozen=True, slots=True, kw_only=True)
class DowngradingStamp:
    """The automatic changes of the orders of 1961: `GROUP 3` and its rule."""

    lines: tuple[str, ...]


Stamp = ReviewStamp | DeclassifiedStamp | ReleasedStamp | ReceivedStamp | DowngradingStamp


def stamp_blocks(stamp: Stamp, surface: Surface, item: int) -> tuple[Block, ...]:
    """The stamp as one block; its inks are `stamp.date`, `stamp.by` ..., all with the stamp's number as their item."""
    match stamp:
        case ReviewStamp():
            return block(*_review(stamp, surface, item))
        case DeclassifiedStamp():
            return block(*_declassified(stamp, item))
        case ReleasedStamp():
            codes = ", ".join(stamp.exemptions)
            return block(
                line(
                    Run(stamp.words, "stamp.heading", item), "  " if codes else "", Run(codes, "stamp.exemptions", item)
                )
            )
        case ReceivedStamp():
            return block(
                line(Run(stamp.heading, "stamp.heading", item)),
                line(Run(stamp.office, "stamp.office", item)),
                line(
                    Run(stamp.date, "stamp.date", item), "  " if stamp.time else "", Run(stamp.time, "stamp.time", item)
                ),
            )
        case DowngradingStamp():
            return block(*(line(Run(text, "stamp.instruction", item)) for text in stamp.lines))


def _declassified(stamp: DeclassifiedStamp, item: int) -> tuple[Line, ...]:
    def ink(text: str, part: str, look: Look = Look.TYPED) -> Run:
        return Run(text, f"stamp.{part}", item, look)

    heading = line(ink(stamp.heading, "heading"))
    order = line(ink(stamp.order, "order"))
    authority = ("Authority ", ink(stamp.authority, "authority")) if stamp.authority else ()
    case = line(ink(stamp.case, "case"))
    office: tuple[str | Run, ...] = (
        (", " if not stamp.run_on else " ", ink(stamp.office, "office")) if stamp.office else ()
    )
    by = ("By ", ink(stamp.by, "by", Look.HAND), *office) if stamp.by else office[1:]
    before = " Date " if stamp.run_on else ", Date "
    date = (before if by else "Date ", ink(stamp.date, "date", Look.HAND)) if stamp.date else ()
    if stamp.run_on:
        return heading, order, line(*authority, "  " if authority else "", *by, *date), case
    return heading, order, line(*authority), case, line(*by, *date)


def _review(stamp: ReviewStamp, surface: Surface, item: int) -> tuple[Line, ...]:
    def parts(cell: str | BoxOf | BlankOf) -> tuple[str | Run, ...]:
        match cell:
            case BoxOf(label=label, verb=verb):
                box = Run(surface.box(verb in stamp.ticked), f"stamp.box.{verb}", item)
                name = Run(label, "stamp.label", item)
                return (box, " ", name) if stamp.form.box_first else (name, " ", box)
            case BlankOf(name=blank, width=width):
                filled = stamp.filled.get(blank, "")
                return (Run(filled, f"stamp.{blank}", item, Look.HAND) if filled else "_" * width,)
            case _:
                return (Run(cell, "stamp.form", item),)

    lines = []
    for row in stamp.form.rows:
        runs: list[str | Run] = []
        for cell in row:
            runs += ["  " if isinstance(cell, BoxOf) else " "] if runs else []
            runs += parts(cell)
        lines.append(line(*runs))
    return tuple(lines)
