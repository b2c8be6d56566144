"""Where one paper ends and the next begins: from the heads, the feet between them, and the page turns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from onionskin.phrases.cables import LAST
from onionskin.phrases.labels import find_labels
from onionskin.phrases.letters import ADDRESS_LINE, ADDRESS_LINES, ADDRESSEE, REGARDS, address_from, is_close
from onionskin.readers.contract import Claim
from onionskin.readers.heads import NEAR, Head, faint_head, find_heads
from onionskin.record.fields import Kind
from onionskin.text.clean import CleanText, Line
from onionskin.text.prose import body_lines

FOOT_LABELS = frozenset({"enclosures", "copies", "drafted", "approved", "cleared", "circulated", "typed"})
BARRED = 0.6
"""The share of a line that marks must answer for to make it theirs."""
COVER_LINES = 6
DATE_LINE = re.compile(
    r"\s*(?:\w+,? )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\.? \d{1,2},? (?:19|20)\d\d", re.IGNORECASE
)
MARKS = frozenset({"marking"})
STRANGE_LINES = 3
"""Lines over the head of a page that no mark explains."""
OVER_A_HEAD = frozenset({"marking", "notice", "stamp"})
PAPER_FOOT = frozenset({"notice", "page-number", "form-number"})


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of lines (indexes, half-open) that is one paper, with the heads that say so."""

    start: int
    end: int
    kind: Kind
    heads: tuple[Head, ...]
    reasons: tuple[str, ...] = field(default=())

    @property
    def direction(self) -> str | None:
        """Outgoing or incoming, where a title says so."""
        return next((h.direction for h in self.heads if h.direction), None)

    @property
    def subkind(self) -> str | None:
        """The finer kind a title gives."""
        return next((h.subkind for h in self.heads if h.subkind), None)


class _Ground:
    """The lines of a source, and what is known of each before papers are told apart."""

    def __init__(self, text: CleanText, claims: Sequence[Claim]) -> None:
        self.lines = text.lines
        self.rules: dict[int, set[str]] = {}
        covered: dict[int, int] = {}
        at = 0
        for claim in sorted(claims, key=lambda c: c.span):
            while at < len(self.lines) and self.lines[at].span.end < claim.span.start:
                at += 1
            here = at
            while here < len(self.lines) and self.lines[here].span.start < claim.span.end:
                ink = self.lines[here].ink
                self.rules.setdefault(here, set()).add(claim.rule)
                shared = min(claim.span.end, ink.end) - max(claim.span.start, ink.start)
                covered[here] = covered.get(here, 0) + max(0, shared)
                here += 1
        self.barred = frozenset(at for at, shared in covered.items() if shared > BARRED * len(self.lines[at].ink))
        self.free = [line for line in self.lines if line.index not in self.barred]
        self.heads = find_heads(self.free)
        addresses = {x.index for line in self.free for x in address_from(self.lines, line.index)}
        self.body = frozenset(body_lines(self.lines, self.barred | {h.line for h in self.heads} | addresses))
        self.feet = frozenset(label.line for label in find_labels(self.free) if label.key in FOOT_LABELS)

    def inked(self, start: int, end: int) -> Iterator[Line]:
        return (line for line in self.lines[start:end] if not line.blank)

    def is_foot(self, line: Line) -> bool:
        """Whether the line belongs to the paper that stands above it."""
        return line.index in self.body or self.is_close(line) or bool(self.rules.get(line.index, set()) & PAPER_FOOT)

    def is_close(self, line: Line) -> bool:
        """Whether the line stands under the last words of a paper; a page number or a notice stands on every page."""
        return line.index in self.feet or bool(is_close(line.text) or REGARDS.fullmatch(line.text))

    def is_marking(self, line: Line) -> bool:
        return bool(self.rules.get(line.index, set()) & MARKS)

    def turns(self, start: int, end: int) -> list[int]:
        """Indexes in (start, end] whose line is the first of its page."""
        return [
            i for i in range(start + 1, min(end + 1, len(self.lines))) if self.lines[i].page != self.lines[i - 1].page
        ]

    def prose_between(self, start: int, end: int) -> bool:
        return any(start <= i < end for i in self.body)


def find_parts(text: CleanText, claims: Sequence[Claim]) -> list[Part]:
    """The papers of a source, in order; together they cover every line. A source without a head is one paper."""
    ground = _Ground(text, claims)
    groups = _groups(ground)
    if not groups:
        return [_headless(ground, 0, len(ground.lines))]
    begin = _first_begin(ground, groups[0])
    parts = [_headless(ground, 0, begin)] if begin else []
    for group, after in pairwise(groups):
        if after[0].top:
            cover = start = _top(ground, after[0].line)
        else:
            cover, start = _between(ground, begin, group, after[0].line)
        parts.append(_part(begin, cover, group))
        if cover < start:
            parts.append(_headless(ground, cover, start))
        begin = start
    parts.append(_part(begin, len(ground.lines), groups[-1]))
    return [piece for part in parts for piece in _one_page(ground, part)]


def _one_page(ground: _Ground, part: Part) -> Iterator[Part]:
    """An identification form or a slip is a page of its own: what lies behind it is another paper."""
    turns = ground.turns(part.heads[-1].line, part.end - 1) if part.heads and part.heads[0].page else []
    if not turns or not ground.prose_between(turns[0], part.end):
        yield part
        return
    yield replace(part, end=turns[0])
    yield _headless(ground, turns[0], part.end)


def _groups(ground: _Ground) -> list[list[Head]]:
    """Heads that are of one paper, together: a title with its labels, a running head on a later page."""
    groups: list[list[Head]] = []
    for head in ground.heads:
        if groups and _same_paper(ground, groups[-1], head):
            groups[-1].append(head)
        elif not (groups and _quoted(ground, groups[-1], head)):
            groups.append([head])
    return groups


def _same_paper(ground: _Ground, group: Sequence[Head], head: Head) -> bool:
    first, last = group[0], group[-1]
    if head.top or (first.end is not None and head.line > first.end):
        return False
    if first.page:
        # FROM, TO and DOCUMENT TYPE of an identification form are the form's own; on the next page is another paper.
        return not ground.turns(first.line, head.line)
    if head.direction and {h.direction for h in group} - {None, head.direction}:
        return False
    near = sum(1 for _ in ground.inked(last.line, head.line)) <= NEAR
    prose = ground.prose_between(last.line, head.line)
    if near and not prose and (head.kind is not Kind.LETTER or first.kind is Kind.LETTER):
        return True
    if head.kind is Kind.LETTER or first.kind is not head.kind:
        return False
    # A running head on a later page has no labels of its own under it.
    labels = {label.key for label in find_labels(ground.lines[head.line + 1 : head.line + 14])}
    turns = ground.turns(last.line, head.line)
    ended = any(ground.is_close(x) for x in ground.inked(last.line, head.line))
    return bool(turns) and not ended and not labels & {"action", "to", "from", "number", "control"}


def _quoted(ground: _Ground, group: Sequence[Head], head: Head) -> bool:
    """A salutation inside a telegram or memorandum that quotes a letter is no paper of its own."""
    if head.kind is not Kind.LETTER or group[-1].kind is Kind.LETTER:
        return False
    if ground.lines[head.line].text.lstrip().lower().startswith(("quote", '"', "“")):
        return True
    last = max((i for i in ground.body if group[-1].line < i < head.line), default=group[-1].line)
    between = list(ground.inked(last + 1, head.line))
    dated = last != group[-1].line and any(DATE_LINE.match(x.text) for x in between)
    return not dated and not ground.turns(last, head.line)


def _first_begin(ground: _Ground, group: Sequence[Head]) -> int:
    """Where the first paper begins: 0, or behind the cover sheet that lies before it."""
    head = group[0].line
    if group[0].top:
        begin = _top(ground, head)
        return begin if any(True for _ in ground.inked(0, begin)) else 0
    turns = ground.turns(0, head)
    if turns and any(True for _ in ground.inked(0, turns[-1])):
        return turns[-1]
    if group[0].kind is not Kind.LETTER:
        return 0
    own = _letter_top(ground, head)
    above = list(ground.inked(0, own))
    rules = {rule for line in above for rule in ground.rules.get(line.index, ())}
    return own if len(above) >= COVER_LINES and "custody" in rules and len(rules) > 1 else 0


def _top(ground: _Ground, head: int) -> int:
    """Where a paper begins whose form begins at a line: with the marks and notices over it on the same page, misread
    ones among them where they are few.
    """
    top, strange = head, 0
    for line in reversed(ground.lines[:head]):
        if line.page != ground.lines[head].page or LAST.fullmatch(line.text):
            break
        if line.blank:
            continue
        strange += not ground.rules.get(line.index, set()) & OVER_A_HEAD
        if strange > STRANGE_LINES:
            break
        top = line.index
    return top


def _letter_top(ground: _Ground, head: int) -> int:
    """The first line of a letter's own head: markings, date and address standing directly over its salutation."""
    top = head
    for line in reversed(list(ground.inked(0, head))):
        if not (ground.is_marking(line) or (line.index not in ground.rules and ADDRESS_LINE.fullmatch(line.text))):
            break
        top = line.index
    return top


def _between(ground: _Ground, start: int, group: Sequence[Head], head: int) -> tuple[int, int]:
    """(end of the paper of `group`, begin of the next, whose head stands at `head`); a cover sheet may lie between."""
    last = group[-1].line
    foot = max((line.index for line in ground.inked(last, head) if ground.is_foot(line)), default=last)
    foot = max(foot, *(each.end or 0 for each in group))
    turns = ground.turns(foot, head)
    if turns:
        return turns[0], turns[-1]
    low = _past_address(ground, foot + 1, head, owed=not _has_address(ground, start, last))
    while low < head and (ground.lines[low].blank or ground.rules.get(low, set()) & {"stamp"}):
        low += 1
    marking = next((line.index for line in ground.inked(low, head) if ground.is_marking(line)), None)
    begin = low if marking is None else marking
    return begin, begin


def _has_address(ground: _Ground, start: int, head: int) -> bool:
    return any(ADDRESSEE.match(line.text) for line in ground.inked(start, head))


def _past_address(ground: _Ground, low: int, head: int, *, owed: bool) -> int:
    """Past the signature and the inside address that official letters print at their foot."""
    end, lines = low, list(ground.inked(low, head))[:ADDRESS_LINES]
    for at, line in enumerate(lines):
        if line.index in ground.rules or DATE_LINE.match(line.text):
            break
        if ADDRESSEE.match(line.text) and not owed:
            break
        if at and ADDRESSEE.match(lines[0].text) is None and not any(ADDRESSEE.match(x.text) for x in lines[: at + 1]):
            continue
        end = line.index + 1
    return end


def _part(start: int, end: int, heads: Sequence[Head]) -> Part:
    chief = heads[0] if heads[0].page else max(heads, key=lambda h: h.confidence)
    return Part(start, end, chief.kind, tuple(heads), tuple(h.reason for h in heads))


def _headless(ground: _Ground, start: int, end: int) -> Part:
    faint = faint_head([line for line in ground.free if start <= line.index < end and not line.blank])
    if faint and ground.prose_between(start, end):
        return Part(start, end, faint.kind, (faint,), (faint.reason,))
    kind = Kind.OTHER if ground.prose_between(start, end) else Kind.COVER_SHEET
    reason = "no title, salutation or block of labels was found"
    return Part(start, end, kind, (), (reason,))
