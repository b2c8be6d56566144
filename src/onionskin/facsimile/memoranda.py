"""Memoranda, memoranda of conversation, and the cover sheets laid over papers."""

from __future__ import annotations

from functools import partial

from onionskin.facsimile.endorsements import cleared_lines, copies_block, drafting_runs, enclosure_blocks
from onionskin.facsimile.ink import Block, Line, Run, at_right, block, centred, line, listed
from onionskin.facsimile.marks import Marks, Place
from onionskin.facsimile.pages import Form
from onionskin.facsimile.running_text import text_blocks
from onionskin.facsimile.sheets import CoverSheet, Memorandum, MemorandumOfConversation
from onionskin.facsimile.surface import Surface

LABELS = 10
"""Columns that TO:, THROUGH:, FROM: and SUBJECT: take up."""


def memorandum_form(sheet: Memorandum, surface: Surface) -> Form:
    """The memorandum ready to be set."""
    return Form(
        head=(*_top(sheet.marks, surface), *_memorandum_head(sheet, surface)),
        body=text_blocks(sheet.paragraphs, numbered=sheet.numbered),
        tail=_memorandum_tail(sheet),
        later=sheet.marks.at(Place.END, surface),
        turn=partial(_turn, sheet.marks, surface, sheet.page_numbers),
        foot=partial(_foot, sheet.marks, surface, ()),
    )


def _memorandum_head(sheet: Memorandum, surface: Surface) -> tuple[Block, ...]:
    to = [_labelled("TO:" if not item else "", Run(name, "to", item)) for item, name in enumerate(sheet.to)]
    through = [
        _labelled("THROUGH:" if not item else "", Run(name, "through", item)) for item, name in enumerate(sheet.through)
    ]
    title = (
        line(sheet.heading + " ", *listed(sheet.to, "to", ", ")) if sheet.heading_addresses else centred(sheet.heading)
    )
    return (
        *block(*(centred(Run(row, "letterhead", item)) for item, row in enumerate(sheet.letterhead))),
        *sheet.marks.at(Place.UNDER_TITLE, surface),
        *block(at_right(Run(sheet.date, "date")), at_right(Run(sheet.file_number, "file_number"))),
        *block(title),
        *(block(*to) if not sheet.heading_addresses else ()),
        *block(*through),
        *block(_labelled("FROM:", Run(sheet.sender, "from"))),
        *block(_labelled("SUBJECT:", Run(sheet.subject, "subject"))),
        *sheet.marks.at(Place.OVER_TEXT, surface),
    )


def _memorandum_tail(sheet: Memorandum) -> tuple[Block, ...]:
    return (
        *block(at_right(Run(sheet.signature, "signed_by"))),
        *enclosure_blocks(sheet.enclosures_label, sheet.enclosures),
        *copies_block(sheet.copies_label, sheet.copies_to),
        *(block(line("Drafted by: ", *drafting_runs(sheet.drafting))) if sheet.drafting else ()),
        *(block(line("Clearances:"), *cleared_lines(sheet.clearances)) if sheet.clearances else ()),
    )


def conversation_form(sheet: MemorandumOfConversation, surface: Surface) -> Form:
    """The memorandum of conversation ready to be set."""
    drafting = block(line("Drafted by: ", *drafting_runs(sheet.drafting))) if sheet.drafting else ()
    approved = block(line("Approved in ", Run(sheet.approved, "approved_by"))) if sheet.approved else ()
    return Form(
        head=(*_top(sheet.marks, surface), *_conversation_head(sheet, surface)),
        body=text_blocks(sheet.paragraphs, numbered=sheet.numbered),
        later=sheet.marks.at(Place.END, surface),
        turn=partial(_turn, sheet.marks, surface, sheet.page_numbers),
        foot=partial(_foot, sheet.marks, surface, (*drafting, *approved)),
    )


def _conversation_head(sheet: MemorandumOfConversation, surface: Surface) -> tuple[Block, ...]:
    time = (", ", Run(sheet.time, "date")) if sheet.time else ()
    date = [_labelled("DATE:", Run(sheet.date, "date"), *time)]
    place = [_labelled("PLACE:", Run(sheet.place, "place"))] if sheet.place else []
    subject = [_labelled("SUBJECT:", Run(sheet.subject, "subject"))] if sheet.subject else []
    copies = line("COPIES TO: ", *listed(sheet.copies_to, "copies_to", ", "), hang=11) if sheet.copies_to else None
    return (
        *block(*(centred(Run(row, "letterhead", item)) for item, row in enumerate(sheet.letterhead))),
        *sheet.marks.at(Place.UNDER_TITLE, surface),
        *block(centred("MEMORANDUM OF CONVERSATION")),
        *block(at_right(Run(sheet.file_number, "file_number"))),
        *block(*date, *place),
        *block(*subject),
        *_participants(sheet),
        *block(copies),
        *sheet.marks.at(Place.OVER_TEXT, surface),
    )


def _participants(sheet: MemorandumOfConversation) -> tuple[Block, ...]:
    inks = [line(Run(name, "participants", item), indent=LABELS) for item, name in enumerate(sheet.participants)]
    if not sheet.sides:
        return block(line("PARTICIPANTS:"), *inks)
    blocks, taken = list(block(line("PARTICIPANTS:"))), 0
    for heading, count in sheet.sides:
        blocks += block(line(heading, indent=LABELS // 2), *inks[taken : taken + count])
        taken += count
    return (*blocks, *block(*inks[taken:]))


def cover_form(sheet: CoverSheet, surface: Surface) -> Form:
    """The cover sheet ready to be set: all of it stands on one page."""
    places = (Place.UNDER_TITLE, Place.OVER_TEXT, Place.FOOT, Place.END)
    return Form(
        head=_top(sheet.marks, surface),
        body=text_blocks(sheet.lines, indent=0),
        tail=(*(each for place in places for each in sheet.marks.at(place, surface)), *sheet.marks.bottom()),
    )


def _labelled(label: str, *parts: str | Run) -> Line:
    if not label:
        return line(*parts, indent=LABELS, hang=LABELS)
    return line(label.ljust(LABELS), *parts, hang=LABELS)


def _top(marks: Marks, surface: Surface) -> tuple[Block, ...]:
    return (*marks.top(), *marks.at(Place.HEAD, surface))


def _turn(marks: Marks, surface: Surface, numbers: str, page: int) -> tuple[Block, ...]:
    return (*marks.turn(page, surface), *block(centred(Run(numbers.format(n=page), "furniture.page"))))


def _foot(marks: Marks, surface: Surface, first: tuple[Block, ...], page: int) -> tuple[Block, ...]:
    here = (*first, *marks.at(Place.FOOT, surface)) if page == 1 else ()
    return (*here, *marks.bottom())
