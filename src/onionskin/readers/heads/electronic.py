"""Telegrams of the electronic form and of teletypes, known by the heads of their pages and their date-time groups."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from onionskin.phrases.cable_headings import labelled
from onionskin.phrases.cables import LAST, PageHead, number_line, page_head
from onionskin.phrases.date_groups import read_date_group
from onionskin.readers.heads.head import Head
from onionskin.record.fields import Kind
from onionskin.text.clean import Line

FROM = re.compile(r"\s*(?:FM|FROM)\s+[A-Z]+\b")
A_DIGIT = re.compile(r"\d")
ELECTRONIC = "electronic"
ATTRIBUTES = "attributes"
"""The subkind of the page on which an archive's database says what it knows of a telegram."""
STRONG = 0.9
"""How sure a title is with which another paper begins, though the telegram before it has no end mark."""
FORM_LINES = 60
"""Lines with ink below the date-time group among which the form shows itself; a list of addressees may be long."""
TOP_LINES = 3
"""Lines with ink above which a title stands at the head of its page."""


@dataclass(slots=True)
class _Message:
    """An electronic telegram while its lines are gone through: what its pages have in common, and where it ends."""

    head: Head
    key: PageHead | None
    page: int
    end: int
    ended: bool = False


def electronic_heads(lines: Sequence[Line], titles: Sequence[Head], groups: AbstractSet[int]) -> list[Head]:
    """Electronic telegrams with all their sections, and the archive's page of attributes behind one.

    A telegram begins with `PAGE 01`, or with its date-time group and FM where none is open, and ends with its end mark.
    """
    attributes = {h.line: h for h in titles if h.subkind == ATTRIBUTES}
    strong = {h.line for h in titles if h.confidence >= STRONG and h.line not in attributes}
    messages: list[_Message] = []
    tops = 0
    for at, line in enumerate(lines):
        tops = 0 if at == 0 or lines[at - 1].page != line.page else tops + 1
        last = messages[-1] if messages else None
        open_ = last is not None and not last.ended
        grouped = at in groups
        if new := _begun(lines, at, last, attributes.get(line.index), grouped=grouped, high=tops <= TOP_LINES):
            messages.append(new)
        elif last is not None and last.key is not None and _continues(line, last.key):
            last.ended, last.end = False, line.index
        elif last is not None and open_ and line.index in strong and line.page > last.page and tops <= TOP_LINES:
            last.ended = True
        elif last is not None and open_:
            last.end, last.ended = line.index, bool(LAST.fullmatch(line.text))
    return [replace(each.head, end=each.end) for each in messages]


def _first_page(line: Line) -> PageHead | None:
    """The head of a first page."""
    head = page_head(line.text) if A_DIGIT.search(line.text) else None
    return head if head is not None and head.page == 1 else None


def _continues(line: Line, key: PageHead) -> bool:
    """Whether a further section of the telegram begins here."""
    head = _first_page(line)
    return head is not None and head.of_one_telegram(key)


def _begun(  # noqa: PLR0913 - what is known of a line
    lines: Sequence[Line], at: int, last: _Message | None, attributes: Head | None, *, grouped: bool, high: bool
) -> _Message | None:
    """The telegram or page of attributes that begins at a line; `grouped`: its date-time group stands there."""
    line = lines[at]
    if attributes is not None:
        return _Message(attributes, None, line.page, line.index)
    if (key := _first_page(line)) is not None:
        if last is not None and last.key is not None and key.of_one_telegram(last.key):
            return None
        reason = f"the head of an electronic telegram's first page: {line.text.strip()!r}"
        head = Head(line.index, Kind.TELEGRAM, reason, 0.97, subkind=ELECTRONIC, top=True)
        return _Message(head, key, line.page, line.index)
    quoted = last is not None and not last.ended and not (high and line.page > last.page and last.key is None)
    if quoted or not grouped or not _has_form(lines, at):
        return None
    reason = "an electronic heading with a date-time group"
    return _Message(Head(line.index, Kind.TELEGRAM, reason, 0.9, subkind=ELECTRONIC), None, line.page, line.index)


def heading_groups(lines: Sequence[Line]) -> frozenset[int]:
    """Where a date-time group stands with the sender below it, by their places in `lines`."""
    sent = [at for at, line in enumerate(lines) if FROM.match(line.text)]
    near = {at for n in sent for at in range(max(0, n - 4), n + 1) if lines[n].index - lines[at].index <= 4}
    return frozenset(at for at in near if read_date_group(lines[at].text) is not None)


def _has_form(lines: Sequence[Line], at: int) -> bool:
    """Whether the form of 1973 shows itself below: TAGS, an executive order, or a level with post and number."""
    for line in lines[at + 1 : at + 1 + FORM_LINES]:
        held = labelled(line.text)
        if (held is not None and held[0] in ("tags", "executive_order")) or number_line(line.text, None) is not None:
            return True
    return False


def teletyped_heads(lines: Sequence[Line], groups: AbstractSet[int]) -> list[Head]:
    """The first heading with a date-time group and its sender, of whatever years."""
    begun = (lines[at] for at in sorted(groups))
    return [Head(line.index, Kind.TELEGRAM, "a heading with a date-time group", 0.9) for line in begun][:1]
