"""A sheet typed on its form: the one door to the layouts."""

from __future__ import annotations

from dataclasses import replace

from onionskin.facsimile.electronic import electronic_form
from onionskin.facsimile.incoming import incoming_form
from onionskin.facsimile.ink import TextPage
from onionskin.facsimile.letters import letter_form
from onionskin.facsimile.marks import Place
from onionskin.facsimile.memoranda import conversation_form, cover_form, memorandum_form
from onionskin.facsimile.outgoing import outgoing_form
from onionskin.facsimile.pages import Form, set_pages
from onionskin.facsimile.sheets import (
    ElectronicTelegram,
    IncomingTelegram,
    Letter,
    Memorandum,
    MemorandumOfConversation,
    OutgoingTelegram,
    Sheet,
)
from onionskin.facsimile.surface import PLAIN, Surface


def typeset(sheet: Sheet, surface: Surface = PLAIN) -> tuple[TextPage, ...]:
    """The pages of one paper as this kind of transcript shows them, with the place of every value."""
    pages = set_pages(_form(sheet, surface), surface)
    if len(pages) == 1 and any(each.place is Place.TURN for each in sheet.marks.overlays):
        return typeset(replace(sheet, marks=sheet.marks.on_one_page()), surface)
    return pages


def _form(sheet: Sheet, surface: Surface) -> Form:
    match sheet:
        case OutgoingTelegram():
            form = outgoing_form(sheet, surface)
        case IncomingTelegram():
            form = incoming_form(sheet, surface)
        case ElectronicTelegram():
            form = electronic_form(sheet, surface)
        case Letter():
            form = letter_form(sheet, surface)
        case Memorandum():
            form = memorandum_form(sheet, surface)
        case MemorandumOfConversation():
            form = conversation_form(sheet, surface)
        case _:
            form = cover_form(sheet, surface)
    return form
