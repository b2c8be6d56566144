"""Rows become pages: the form's head, the text that flows on, and what stands at every foot."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from onionskin.facsimile.ink import Block, Ink, Look, TextPage
from onionskin.facsimile.rows import Mark, Row, set_line
from onionskin.facsimile.surface import Surface
from onionskin.record.span import Span

SetBlock = tuple[Row, ...]

LEAST_ON_A_PAGE = 3
"""Rows of a block that are worth beginning it on a page; with less room it goes over whole."""
_WITH_SIGNATURE = 2
"""Rows of text that go over with what closes it."""
_CLOSER = 6
"""Rows more than it has that a footed page takes of what came later, rather than that a page has nothing else on it."""


def nothing(_page: int) -> tuple[Block, ...]:
    """No head or foot on any page."""
    return ()


@dataclass(frozen=True, slots=True)
class Form:
    """A paper ready to be set.

    `head` opens page 1, `turn(n)` each later page; `body` flows from page to page and may be broken anywhere between
    two rows, `tail` is kept whole; `foot(n)` closes page n. `later` is what came under it afterwards, stamps for one:
    part of the tail, but on a footed surface each block stands where there is room. With `catchwords` each page but the
    last announces the first word of the next: "/Soviets".
    """

    head: tuple[Block, ...]
    body: tuple[Block, ...]
    tail: tuple[Block, ...] = ()
    later: tuple[Block, ...] = ()
    turn: Callable[[int], tuple[Block, ...]] = nothing
    foot: Callable[[int], tuple[Block, ...]] = nothing
    catchwords: bool = False


def set_pages(form: Form, surface: Surface) -> tuple[TextPage, ...]:
    """The pages of one paper, numbered from 1."""
    columns = _columns(form, surface)
    pages = []
    for n, column in enumerate(columns, start=1):
        head = form.head if n == 1 else form.turn(n)
        blocks = [*_set(head, surface), *column.body]
        if n < len(columns) and form.catchwords:
            blocks += _catchword(columns[n].body)
        blocks += column.end
        foot = _set(form.foot(n), surface)
        if surface.footed:
            # No empty row stands under the last block.
            blocks += _bare(surface.depth + 1 - _height([*blocks, *foot]))
        blocks += foot
        pages.append(_imprint(n, blocks, surface))
    return tuple(pages)


def bound(pages: Sequence[TextPage], between: str = "\n\n") -> TextPage:
    """Several pages as one, for a file that keeps no page turns; places are moved along."""
    text, inks = "", []
    for page in pages:
        text += between if text else ""
        inks += [replace(ink, span=ink.span.shifted(len(text))) for ink in page.inks]
        text += page.text
    return TextPage(pages[0].n if pages else 1, text, tuple(inks))


def _set(blocks: tuple[Block, ...], surface: Surface) -> list[SetBlock]:
    return [tuple(row for line in each for row in set_line(line, surface)) for each in blocks]


def _bare(rows: int) -> list[SetBlock]:
    """One block of empty rows that moves what follows it down by so many; none where there is no room."""
    return [(Row(""),) * (rows - 1)] if rows > 1 else []


def _height(blocks: Sequence[SetBlock]) -> int:
    return sum(len(rows) + 1 for rows in blocks)


@dataclass(slots=True)
class _Column:
    """What one page takes of the text, and what stands under its end."""

    body: list[SetBlock] = field(default_factory=list)
    end: list[SetBlock] = field(default_factory=list)


def _columns(form: Form, surface: Surface) -> list[_Column]:
    """The body cut into what each page takes; the tail must still fit on the last one."""

    def room(n: int) -> int:
        head = form.head if n == 1 else form.turn(n)
        taken = _height(_set(head, surface)) + _height(_set(form.foot(n), surface))
        # A head and foot that fill the page still leave the text a few rows, or it would never end.
        return max(surface.depth - taken, 4 * LEAST_ON_A_PAGE)

    columns = [_Column()]
    left = room(1)
    for rows in _set(form.body, surface):
        rest = rows
        while len(rest) > left:
            if left >= LEAST_ON_A_PAGE:
                # A registry begins no page with the last row of a paragraph; many a post did.
                cut = left - 1 if surface.footed and len(rest) == left + 1 else left
                columns[-1].body.append(rest[:cut])
                rest = rest[cut:]
            columns.append(_Column())
            left = room(len(columns))
        columns[-1].body.append(rest)
        left -= len(rest) + 1
    tail, later = _set(form.tail, surface), _set(form.later, surface)
    if not surface.footed:
        tail, later = [*tail, *later], []
    if tail and _height(tail) > max(left, 0) and columns[-1].body:
        columns.append(_Column(_taken_along(columns[-1].body) if surface.footed else []))
        left = room(len(columns)) - _height(columns[-1].body)
    columns[-1].end += tail
    left -= _height(tail)
    for block in later:
        if len(block) > left + _CLOSER:
            columns.append(_Column())
            left = room(len(columns))
        columns[-1].end.append(block)
        left -= len(block) + 1
    return columns


def _taken_along(body: list[SetBlock]) -> list[SetBlock]:
    """The last rows of the text, that a signature may not stand alone on its page; they leave the page before it."""
    last = body.pop()
    if len(last) < 2 * _WITH_SIGNATURE:
        if body:
            return [last]
        body.append(last)
        return []
    body.append(last[:-_WITH_SIGNATURE])
    return [last[-_WITH_SIGNATURE:]]


def _catchword(following: list[SetBlock]) -> list[SetBlock]:
    # A label is no word: a page that begins "3. Realize" is announced as "/3. Realize".
    opening = re.match(r"(\W*\d*\W*\S*)", " ".join(row.text for rows in following for row in rows).strip())
    text = "/" + (opening[1].strip("~*.,;: ") if opening else "")
    if text == "/":
        return []
    return [(Row(text, (Mark(0, len(text), "furniture.catchword", 0, Look.TYPED),)),)]


def _imprint(n: int, blocks: Sequence[SetBlock], surface: Surface) -> TextPage:
    text, inks = "", list[Ink]()
    for number, rows in enumerate(blocks):
        for place, row in enumerate(rows):
            follows = row.broken and place > 0
            if follows and surface.reflowed:
                text += " "
            elif text:
                apart = (number and not place) or (surface.loose and not follows)
                text += "\n\n" if apart else "\n"
            end = len(text)
            start = end + (0 if follows and surface.reflowed else row.pad)
            text += " " * (start - end) + row.text
            for mark in row.marks:
                span = Span(start + mark.start, start + mark.end)
                if (
                    follows
                    and inks
                    and mark.start == 0
                    and _goes_on(inks[-1], mark, text[inks[-1].span.end : span.start])
                ):
                    span = Span(inks.pop().span.start, span.end)
                inks.append(Ink(mark.field, mark.item, span, span.of(text), mark.look))
    return TextPage(n, text, tuple(inks))


def _goes_on(ink: Ink, mark: Mark, between: str) -> bool:
    return not between.strip() and (ink.field, ink.item) == (mark.field, mark.item)
