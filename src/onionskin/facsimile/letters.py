"""Letters: with or without letterhead, the address at the head or at the foot of the first page."""

from __future__ import annotations

from functools import partial

from onionskin.facsimile.endorsements import copies_block, drafting_runs, enclosure_blocks
from onionskin.facsimile.ink import Block, Run, block, centred, line, listed
from onionskin.facsimile.marks import Place
from onionskin.facsimile.pages import Form
from onionskin.facsimile.running_text import text_blocks
from onionskin.facsimile.sheets import AddressAt, Letter
from onionskin.facsimile.surface import Surface

CLOSE = 33
"""The column at which the date, the close and the signature of a letter begin."""


def letter_form(sheet: Letter, surface: Surface) -> Form:
    """The letter ready to be set."""
    address = block(*(line(Run(row, "inside_address", 0)) for row in sheet.address))
    at_head = sheet.address_at is AddressAt.HEAD
    head = (
        *sheet.marks.top(),
        *sheet.marks.at(Place.HEAD, surface),
        *block(*(centred(Run(row, "letterhead", item)) for item, row in enumerate(sheet.letterhead))),
        *sheet.marks.at(Place.UNDER_TITLE, surface),
        *block(line(Run(sheet.file_number, "file_number"))),
        *block(line(Run(sheet.date, "date"), indent=CLOSE)),
        *(address if at_head else ()),
        *sheet.marks.at(Place.OVER_TEXT, surface),
        *block(line(Run(sheet.salutation, "salutation"))),
    )
    return Form(
        head=head,
        body=text_blocks(sheet.paragraphs, numbered=sheet.numbered),
        tail=_tail(sheet, surface),
        later=sheet.marks.at(Place.END, surface),
        turn=partial(_turn, sheet, surface),
        foot=partial(_foot, sheet, surface, () if at_head else address),
    )


def _tail(sheet: Letter, surface: Surface) -> tuple[Block, ...]:
    signature = line(Run(surface.signature, "furniture.signature", 0), indent=CLOSE) if sheet.signed else None
    return (
        *block(*(line(Run(row, "complimentary_close", 0), indent=CLOSE) for row in sheet.close)),
        *block(signature),
        *block(
            line(Run(sheet.signature, "signed_by"), indent=CLOSE), line(Run(sheet.title, "title_line"), indent=CLOSE)
        ),
        *enclosure_blocks(sheet.enclosures_label, sheet.enclosures),
        *copies_block(sheet.copies_label, sheet.copies_to),
        *block(
            line(*drafting_runs(sheet.symbol)) if sheet.symbol else None,
            line("Clearances: ", *listed(tuple(each.typed() for each in sheet.clearances), "cleared_by", "; "))
            if sheet.clearances
            else None,
        ),
    )


def _turn(sheet: Letter, surface: Surface, page: int) -> tuple[Block, ...]:
    return (
        *sheet.marks.turn(page, surface),
        *block(centred(Run(sheet.page_numbers.format(n=page), "furniture.page"))),
    )


def _foot(sheet: Letter, surface: Surface, address: tuple[Block, ...], page: int) -> tuple[Block, ...]:
    here = (*address, *sheet.marks.at(Place.FOOT, surface)) if page == 1 else ()
    return (*here, *sheet.marks.bottom())
