"""The Department's forms for telegrams received."""

from __future__ import annotations

from functools import partial
from itertools import zip_longest

from onionskin.facsimile.endorsements import attention_runs, notice_block
from onionskin.facsimile.ink import Block, Line, Look, Run, at_right, blank, block, centred, line, listed
from onionskin.facsimile.marks import Place, marking_line
from onionskin.facsimile.pages import Form
from onionskin.facsimile.running_text import text_blocks
from onionskin.facsimile.sheets import Addressee, IncomingForm, IncomingTelegram
from onionskin.facsimile.surface import Surface

LEFT_COLUMN = 12
"""Columns of the distribution symbols at the left of the form."""
_BRANCH = ("DEPARTMENT OF STATE", "DIVISION OF COMMUNICATIONS AND RECORDS", "TELEGRAPH BRANCH")


def incoming_form(sheet: IncomingTelegram, surface: Surface) -> Form:
    """The telegram ready to be set on its form."""
    head = {
        IncomingForm.CONTROL: _head_1960s,
        IncomingForm.BRANCH: _head_branch,
        IncomingForm.TELEGRAM_RECEIVED: _head_received,
    }[sheet.form]
    return Form(
        head=(
            *sheet.marks.top(),
            *sheet.marks.at(Place.HEAD, surface),
            *head(sheet, surface),
            *_over_text(sheet, surface),
        ),
        body=text_blocks(sheet.paragraphs, numbered=sheet.numbered),
        tail=_tail(sheet),
        later=sheet.marks.at(Place.END, surface),
        turn=partial(_turn, sheet, surface),
        foot=partial(_foot, sheet, surface),
    )


def _head_1960s(sheet: IncomingTelegram, surface: Surface) -> tuple[Block, ...]:
    return (
        *block(line(blank("INCOMING TELEGRAM Department of State", Look.TITLE))),
        *sheet.marks.at(Place.UNDER_TITLE, surface),
        *_beside(_symbols(sheet), _heading(sheet), surface),
    )


def _head_branch(sheet: IncomingTelegram, surface: Surface) -> tuple[Block, ...]:
    return (
        *block(*(line(blank(words)) for words in _BRANCH)),
        *block(centred(blank("INCOMING TELEGRAM", Look.TITLE))),
        *sheet.marks.at(Place.UNDER_TITLE, surface),
        *_symbols_in_line(sheet),
        *block(*_heading(sheet)),
    )


def _head_received(sheet: IncomingTelegram, surface: Surface) -> tuple[Block, ...]:
    received = (at_right("Rec'd ", Run(f"{sheet.received_on}  {sheet.received_at}".strip(), "received")),)
    return (
        *block(centred(blank("TELEGRAM RECEIVED", Look.TITLE))),
        *sheet.marks.at(Place.UNDER_TITLE, surface),
        *block(line(Run(sheet.operator, "operator")), marking_line(sheet.marking)),
        *block(at_right("FROM ", Run(sheet.origin, "from")), *received),
        *_symbols_in_line(sheet),
        *block(line(Run(sheet.to, "to"), ","), line("Washington.", indent=5)),
        *block(line(*_number(sheet), ", ", Run(sheet.sent, "date"), ".")),
    )


def _number(sheet: IncomingTelegram) -> tuple[str | Run, ...]:
    series = (Run(sheet.series, "series"), " ") if sheet.series else ()
    return (*series, Run(sheet.number, "number"))


def _heading(sheet: IncomingTelegram) -> tuple[Line, ...]:
    """Control, receipt, FROM, TO and NO, as the form prints them under each other."""
    hour = line(Run(sheet.received_at, "received"), indent=9) if sheet.received_at else None
    lines = (
        marking_line(sheet.marking),
        line(blank("Control: "), Run(sheet.control, "other_numbers")) if sheet.control else None,
        line(blank("Rec'd:   "), Run(sheet.received_on, "received")) if sheet.received_on else None,
        hour,
        line(blank("FROM: "), Run(sheet.origin, "from")),
        line(blank("TO:   "), Run(sheet.to, "to")),
        line(blank("NO:   "), *_number(sheet), ", ", Run(sheet.sent, "date")),
    )
    return tuple(each for each in lines if each and each.runs)


def _symbols(sheet: IncomingTelegram) -> tuple[Line, ...]:
    action = [line(Run(office, "distribution.action", item)) for item, office in enumerate(sheet.action)]
    info = [line(Run(office, "distribution.info", item)) for item, office in enumerate(sheet.info)]
    return (*((line(blank("Action")), *action) if action else ()), *((line(blank("Info")), *info) if info else ()))


def _symbols_in_line(sheet: IncomingTelegram) -> tuple[Block, ...]:
    action = line("ACTION: ", *listed(sheet.action, "distribution.action", ", ")) if sheet.action else None
    info = line("INFO: ", *listed(sheet.info, "distribution.info", ", "), hang=6) if sheet.info else None
    return block(action, info)


def _beside(left: tuple[Line, ...], right: tuple[Line, ...], surface: Surface) -> tuple[Block, ...]:
    """Two columns: side by side where the transcript keeps columns, else one after the other."""
    if not surface.placed or not left:
        return (*block(*left), *block(*right))
    rows = []
    for symbol, heading in zip_longest(left, right, fillvalue=line()):
        width = sum(len(run.text) for run in symbol.runs)
        gap = " " * max(LEFT_COLUMN - width, 2) if heading.runs else ""
        rows.append(line(*symbol.runs, gap, " " * heading.indent if heading.runs else "", *heading.runs))
    return block(*rows)


def _over_text(sheet: IncomingTelegram, surface: Surface) -> tuple[Block, ...]:
    return (
        *sheet.marks.at(Place.OVER_TEXT, surface),
        *block(line(*listed(sheet.precedence, "precedence", " "))),
        *block(_sent_to(sheet.sent_to, sheet.number) if sheet.sent_to else None),
        *block(line(*listed(sheet.captions, "marking.caption", " "))),
        *block(line("FOR ", *attention_runs(sheet.attention)) if sheet.attention else None),
        *block(line("SUBJECT: ", Run(sheet.subject, "subject"), hang=9) if sheet.subject else None),
    )


def _sent_to(posts: tuple[Addressee, ...], number: str) -> Line:
    """`ACTION DEPARTMENT 1456, INFORMATION ROUTINE PARIS 234, LONDON 567`: where else the telegram went."""
    runs: list[str | Run] = ["ACTION DEPARTMENT ", Run(number, "number"), ", INFORMATION "]
    for item, each in enumerate(posts):
        runs += [", "] if item else []
        if each.precedence and (item == 0 or each.precedence != posts[item - 1].precedence):
            runs += [*listed(each.precedence, "info.precedence", " "), " "]
        runs += [Run(each.post, "info", item), " " if each.number else "", Run(each.number, "info.number", item)]
    return line(*runs)


def _tail(sheet: IncomingTelegram) -> tuple[Block, ...]:
    return (
        *block(at_right(Run(sheet.signature, "signed_by"))),
        *block(
            line(Run(sheet.operator if sheet.form is not IncomingForm.TELEGRAM_RECEIVED else "", "operator")),
            *(line(Run(note, "furniture.note")) for note in sheet.notes),
        ),
        *block(line(Run(sheet.file_number, "file_number"))),
    )


def _turn(sheet: IncomingTelegram, surface: Surface, page: int) -> tuple[Block, ...]:
    heading = f"-{page}- {sheet.number}, {sheet.sent} from {sheet.origin}"
    return (
        *sheet.marks.turn(page, surface),
        *block(centred(Run(heading, "furniture.page"))),
        *block(marking_line(sheet.marking)),
    )


def _foot(sheet: IncomingTelegram, surface: Surface, page: int) -> tuple[Block, ...]:
    notice = notice_block() if sheet.reproduction_notice and page == 1 else ()
    return (
        *(sheet.marks.at(Place.FOOT, surface) if page == 1 else ()),
        *block(marking_line(sheet.marking)),
        *notice,
        *sheet.marks.bottom(),
    )
