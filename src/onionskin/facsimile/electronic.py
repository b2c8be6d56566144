"""The electronic telegram of 1973 and later, as the archive's printer set it: capitals, a heading on each page."""

from __future__ import annotations

from functools import partial

from onionskin.facsimile.ink import Block, Line, Run, block, line, listed
from onionskin.facsimile.marks import Place
from onionskin.facsimile.pages import Form
from onionskin.facsimile.running_text import text_blocks
from onionskin.facsimile.sheets import ElectronicTelegram, Paragraph
from onionskin.facsimile.surface import Surface

DASHES = "-" * 18
"""Between the offices and what went over the wire, before the number that the line gave the message."""


def electronic_form(sheet: ElectronicTelegram, surface: Surface) -> Form:
    """The telegram ready to be set; the text in capitals."""
    return Form(
        head=(*sheet.marks.top(), *sheet.marks.at(Place.HEAD, surface), *_page_head(sheet, 1), *_head(sheet, surface)),
        body=text_blocks(tuple(map(_capitals, sheet.paragraphs)), numbered=sheet.numbered, indent=0),
        tail=(
            *block(line(Run(sheet.signature.upper(), "signed_by"))),
            *sheet.marks.at(Place.END, surface),
            *block(line("NNNN")),
        ),
        turn=partial(_turn, sheet, surface),
        foot=partial(_foot, sheet, surface),
    )


def _page_head(sheet: ElectronicTelegram, page: int) -> tuple[Block, ...]:
    """`CONFIDENTIAL` and `PAGE 01        LA PAZ  09290  311452Z`."""
    number = f"PAGE {page:02}        {sheet.post.upper()}  {sheet.number.zfill(5)}  {sheet.received}"
    return block(
        line(Run(sheet.level.upper(), "marking.level")),
        line(Run(number.rstrip(), "furniture.page")),
    )


def _head(sheet: ElectronicTelegram, surface: Surface) -> tuple[Block, ...]:
    return (
        *block(
            _symbols("ACTION" if sheet.received else "ORIGIN", sheet.action, "distribution.action"),
            _symbols("INFO", sheet.info_offices, "distribution.info"),
        ),
        *block(
            line("DRAFTED BY ", Run(sheet.drafted_by, "drafted_by")) if sheet.drafted_by else None,
            line("APPROVED BY ", Run(sheet.approved_by, "approved_by")) if sheet.approved_by else None,
            *(line(Run(each, "cleared_by", item)) for item, each in enumerate(sheet.clearances)),
        ),
        *block(
            line(f"{DASHES} {sheet.line_number}".rstrip()),
            line(Run(sheet.sent, "date")),
            line("FM ", Run(sheet.sender.upper(), "from")),
            *_addressees("TO ", sheet, "to"),
            *_addressees("INFO ", sheet, "info"),
        ),
        *sheet.marks.at(Place.UNDER_TITLE, surface),
        *block(line(_spaced(sheet.level), " ", f"{sheet.post.upper()} ", Run(sheet.number, "number"))),
        *block(line(*listed(sheet.captions, "marking.caption", " "))),
        *block(
            line("E.O. ", Run(sheet.executive_order, "executive_order")) if sheet.executive_order else None,
            line("TAGS: ", *listed(sheet.tags, "tags")) if sheet.tags else None,
            line("SUBJECT: ", Run(sheet.subject.upper(), "subject"), hang=9) if sheet.subject else None,
        ),
        *block(line("REF: ", Run(sheet.references.upper(), "references"), hang=5) if sheet.references else None),
        *sheet.marks.at(Place.OVER_TEXT, surface),
    )


def _symbols(label: str, offices: tuple[str, ...], field: str) -> Line | None:
    return line(f"{label} ", *listed(offices, field, "  "), hang=len(label) + 1) if offices else None


def _addressees(label: str, sheet: ElectronicTelegram, field: str) -> tuple[Line, ...]:
    """The first behind its label, the others under it from the margin, as the wire sent them."""
    posts = sheet.to if field == "to" else sheet.info
    lines = []
    for item, each in enumerate(posts):
        words = [part for word in each.precedence for part in (" ", Run(word, "precedence" if field == "to" else ""))]
        number = (" ", each.number) if each.number else ()
        lines.append(line("" if item else label, Run(each.post.upper(), field, item), *words, *number))
    return tuple(lines)


def _spaced(level: str) -> Run:
    """`C O N F I D E N T I A L`, but UNCLAS as it is."""
    words = level.upper()
    return Run("UNCLAS" if words == "UNCLASSIFIED" else "  ".join(" ".join(word) for word in words.split()))


def _capitals(paragraph: Paragraph) -> Paragraph:
    if isinstance(paragraph, str):
        return paragraph.upper()
    return tuple(part.upper() if isinstance(part, str) else part for part in paragraph)


def _turn(sheet: ElectronicTelegram, surface: Surface, page: int) -> tuple[Block, ...]:
    return (*sheet.marks.turn(page, surface), *_page_head(sheet, page))


def _foot(sheet: ElectronicTelegram, surface: Surface, page: int) -> tuple[Block, ...]:
    here = sheet.marks.at(Place.FOOT, surface) if page == 1 else ()
    return (*here, *block(line(Run(sheet.level.upper(), "marking.level"))), *sheet.marks.bottom())
