"""The Department's forms for telegrams sent."""

from __future__ import annotations

from functools import partial

from onionskin.facsimile.endorsements import attention_runs, cleared_lines, drafting_runs, notice_block
from onionskin.facsimile.ink import Block, Line, Look, Run, at_right, blank, block, centred, line, listed
from onionskin.facsimile.marks import Place, marking_line
from onionskin.facsimile.pages import Form
from onionskin.facsimile.running_text import text_blocks
from onionskin.facsimile.sheets import Addressee, OutgoingForm, OutgoingTelegram
from onionskin.facsimile.surface import Surface


def outgoing_form(sheet: OutgoingTelegram, surface: Surface) -> Form:
    """The telegram ready to be set on its form."""
    head, foot = {
        OutgoingForm.DS_322: (_head_1960s, _foot_1960s),
        OutgoingForm.SENT_TO: (_head_1950s, _foot_1960s),
        OutgoingForm.TELEGRAM_SENT: (_head_1940s, _foot_1940s),
    }[sheet.form]
    opening = (Run(f"{sheet.number}. ", "number"),) if sheet.form is OutgoingForm.TELEGRAM_SENT else ()
    return Form(
        head=(*sheet.marks.top(), *sheet.marks.at(Place.HEAD, surface), *head(sheet, surface)),
        body=text_blocks(sheet.paragraphs, numbered=sheet.numbered, opening=opening),
        tail=_tail(sheet),
        later=sheet.marks.at(Place.END, surface),
        turn=partial(_turn, sheet, surface),
        foot=partial(_foot, sheet, surface, foot(sheet)),
        catchwords=sheet.catchwords,
    )


def _head_1960s(sheet: OutgoingTelegram, surface: Surface) -> tuple[Block, ...]:
    return (
        *block(line(blank("OUTGOING TELEGRAM Department of State", Look.TITLE))),
        *sheet.marks.at(Place.UNDER_TITLE, surface),
        *block(at_right(Run(sheet.control, "other_numbers")), at_right(Run(sheet.file_number, "file_number"))),
        *_indicate(sheet, surface),
        *block(marking_line(sheet.marking)),
        *_symbols(sheet),
        *block(*_addressees(sheet, "ACTION: ", sheet.action, "to"), *_addressees(sheet, "INFO: ", sheet.info, "info")),
        *block(at_right(Run(sheet.sent, "date"))),
        *_over_text(sheet, surface),
    )


def _head_1950s(sheet: OutgoingTelegram, surface: Surface) -> tuple[Block, ...]:
    return (
        *block(*(centred(blank(words)) for words in ("OUTGOING", "TELEGRAM", "DEPARTMENT OF STATE"))),
        *sheet.marks.at(Place.UNDER_TITLE, surface),
        *block(marking_line(sheet.marking)),
        *_indicate(sheet, surface),
        *block(at_right(Run(sheet.control, "other_numbers")), at_right(Run(sheet.sent, "date"))),
        *block(line(Run(sheet.file_number, "file_number"))),
        *block(
            *_addressees(sheet, "SENT TO: ", sheet.action, "to"),
            *_addressees(sheet, "RPTD INFO: ", sheet.info, "info"),
        ),
        *_over_text(sheet, surface),
    )


def _head_1940s(sheet: OutgoingTelegram, surface: Surface) -> tuple[Block, ...]:
    box = surface.box
    return (
        *block(
            line(blank("PREPARING OFFICE WILL INDICATE WHETHER")),
            line(Run(box(sheet.collect), "form_box", 0), blank(" Collect")),
            line(Run(box(sheet.charge_to), "form_box", 1), blank(" Charge to "), Run(sheet.charge, "charge")),
        ),
        *block(centred(blank("TELEGRAM SENT", Look.TITLE))),
        *block(at_right(blank("TO BE TRANSMITTED")), marking_line(sheet.marking)),
        *sheet.marks.at(Place.UNDER_TITLE, surface),
        *block(
            centred(blank("Department of State")), at_right(blank("Washington,")), at_right(Run(sheet.sent, "date"))
        ),
        *block(
            *(line(Run(each.post.upper(), "to", item), ".") for item, each in enumerate(sheet.action)),
            line(*listed(sheet.precedence, "precedence", " ")),
        ),
        *_over_text(sheet, surface),
    )


def _indicate(sheet: OutgoingTelegram, surface: Surface) -> tuple[Block, ...]:
    collect, charge = surface.box(sheet.collect), surface.box(sheet.charge_to)
    space = " " if sheet.charge else ""
    return block(
        line(blank("INDICATE: "), Run(collect, "form_box", 0), blank(" COLLECT")),
        line(Run(charge, "form_box", 1), blank(" CHARGE TO"), space, Run(sheet.charge, "charge"), indent=10),
    )


def _symbols(sheet: OutgoingTelegram) -> tuple[Block, ...]:
    origins = [line(Run(office, "distribution.origin", item)) for item, office in enumerate(sheet.origin)]
    info = [line(Run(office, "distribution.info", item)) for item, office in enumerate(sheet.distribution)]
    above = (line(blank("Origin")), *origins) if origins else ()
    return block(*above, *((line(blank("Info:")), *info) if info else ()))


def _addressees(sheet: OutgoingTelegram, label: str, posts: tuple[Addressee, ...], field: str) -> tuple[Line, ...]:
    lines = []
    for item, each in enumerate(posts):
        number = (" ", Run(each.number, "number" if field == "to" else "info.number", item)) if each.number else ()
        words = [
            Run(word, "precedence" if field == "to" else "info.precedence", n) for n, word in enumerate(each.precedence)
        ]
        spaced = [part for word in words for part in (" ", word)]
        dash = (" -",) if words and not sheet.number_first else ()
        rest = (*number, *spaced) if sheet.number_first else (*dash, *spaced, *number)
        before = label if item == 0 else ""
        lines.append(
            line(blank(before), Run(each.post, field, item), *rest, indent=0 if before else len(label), hang=len(label))
        )
    return tuple(lines)


def _over_text(sheet: OutgoingTelegram, surface: Surface) -> tuple[Block, ...]:
    caption = (
        (Run(sheet.attention_caption, "marking.caption", len(sheet.captions)), " ") if sheet.attention_caption else ()
    )
    attention = line(*caption, "FOR ", *attention_runs(sheet.attention)) if sheet.attention else None
    passing = line("PASS TO ", *listed(sheet.pass_to, "pass_to")) if sheet.pass_to else None
    return (
        *sheet.marks.at(Place.OVER_TEXT, surface),
        *block(line(*listed(sheet.captions, "marking.caption", " "))),
        *block(attention),
        *block(passing),
        *block(line("SUBJECT: ", Run(sheet.subject, "subject"), hang=9) if sheet.subject else None),
    )


def _tail(sheet: OutgoingTelegram) -> tuple[Block, ...]:
    return (
        *block(line("END") if sheet.end else None),
        *block(at_right(Run(sheet.signature, "signed_by"))),
    )


def _foot_1960s(sheet: OutgoingTelegram) -> tuple[Block, ...]:
    """Drafting and clearances of the first page."""
    approved, drafting = sheet.approved_by, sheet.drafting
    labels = ("Telegraphic transmission and", "classification approved by:")
    return (
        *(block(line(blank("Drafted by:")), line(*drafting_runs(drafting))) if drafting else ()),
        *(
            block(*(line(blank(words)) for words in labels), line(Run(approved.typed(), "approved_by")))
            if approved
            else ()
        ),
        *(block(line(blank("Clearances:")), *cleared_lines(sheet.clearances)) if sheet.clearances else ()),
        *block(marking_line(sheet.marking)),
        *(notice_block() if sheet.reproduction_notice else ()),
        *block(line(Run("FORM DS-322", "furniture.form"))),
    )


def _foot_1940s(sheet: OutgoingTelegram) -> tuple[Block, ...]:
    drafting = line(*drafting_runs(sheet.drafting)) if sheet.drafting else None
    return (
        *block(line(Run(sheet.file_number, "file_number"))),
        *block(drafting),
        *block(
            line(Run("Enciphered by ______", "furniture.form")),
            line(Run("Sent by operator ______ M.,", "furniture.form")),
        ),
        *block(line(Run("D. C. R.-No. 50  U. S. GOVERNMENT PRINTING OFFICE", "furniture.form"))),
    )


def _turn(sheet: OutgoingTelegram, surface: Surface, page: int) -> tuple[Block, ...]:
    post = sheet.action[0].post if sheet.action else ""
    heading = f"Page {page} of telegram to {post}"
    early = sheet.form is OutgoingForm.TELEGRAM_SENT
    return (
        *sheet.marks.turn(page, surface),
        *block(centred(Run(f"-{page}-" if early else heading, "furniture.page"))),
        *block(marking_line(sheet.marking)),
    )


def _foot(sheet: OutgoingTelegram, surface: Surface, first: tuple[Block, ...], page: int) -> tuple[Block, ...]:
    here = (*sheet.marks.at(Place.FOOT, surface), *first) if page == 1 else block(marking_line(sheet.marking))
    return (*here, *sheet.marks.bottom())
