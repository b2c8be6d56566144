"""Where one paper ends and the next begins: from the heads, the feet between them, and the page turns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, pairwise

from onionskin.phrases.cables import LAST
from onionskin.phrases.labels import find_labels
from onionskin.phrases.letters import ADDRESS_LINE, ADDRESS_LINES, begins_address
from onionskin.readers.contract import Claim
from onionskin.readers.ground import Ground
from onionskin.readers.heads import NEAR, Head, faint_head
from onionskin.readers.leaves import Leaf
from onionskin.readers.turns import Turn, find_turns
from onionskin.record.boundaries import BoundaryState, PageRole, Settled
from onionskin.record.fields import Kind
from onionskin.text.clean import CleanText, Line

VERSION = "22"
"""Of all that tells papers apart and nests them: raised when its answers change, so that collections are read again."""
COVER_LINES = 6
DATE_LINE = re.compile(
    r"\s*(?:\w+,? )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\.? \d{1,2},? (?:19|20)\d\d", re.IGNORECASE
)
STRANGE_LINES = 3
"""Lines over the head of a page that no mark explains."""
OVER_A_HEAD = frozenset({"marking", "notice", "stamp"})
TRANSLATION = re.compile(r"\s*\(?(?:(?:un)?official |informal |embassy |courtesy )?translation\)?\.?\s*", re.IGNORECASE)
"""The word alone on its line: over a paper that was written in another language."""
UNDER_TITLE = 4
"""Lines with ink below a title among which its paper's own marking stands."""

SURE = 0.75
"""The confidence below which a beginning within a page is a question for a person."""
SURE_OF_TURN = 0.65
"""The same of a page turn: of what is said with .65 to .8, nine in ten turns are right in records that the weights were
not fitted to (`python -m bench.packets.fitting --held-out`).
"""
UNCLOSED = 0.8
"""What the confidence is worth of a beginning within a page above which no paper was seen to end."""
OPENING = 0.85
"""The confidence from which a head begins a paper in the middle of one of many pages."""


@dataclass(frozen=True, slots=True)
class Edge:
    """Whether a paper begins at line `line` (an index), how sure that is, and what says so."""

    line: int
    begins: bool
    confidence: float
    state: BoundaryState
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of lines (indexes, half-open) that is one paper, with the heads that say so.

    `edges` are its own beginning and then the page turns inside it; `roles` say of its pages with ink what each is.
    """

    start: int
    end: int
    kind: Kind
    heads: tuple[Head, ...]
    reasons: tuple[str, ...] = field(default=())
    edges: tuple[Edge, ...] = field(default=())
    roles: tuple[tuple[int, PageRole, str], ...] = field(default=())

    @property
    def direction(self) -> str | None:
        """Outgoing or incoming, where a title says so."""
        return next((h.direction for h in self.heads if h.direction), None)

    @property
    def subkind(self) -> str | None:
        """The finer kind a title gives."""
        return next((h.subkind for h in self.heads if h.subkind), None)


def find_parts(text: CleanText, claims: Sequence[Claim], settled: Sequence[Settled] = ()) -> list[Part]:
    """The papers of a source, in order; together they cover every line. A source without a head is one paper.

    What a person decided (`settled`) stands, whatever the signs say.
    """
    ground = Ground(text, claims)
    decided = {line: each.begins for each in settled if (line := _line_at(text, each)) is not None}
    leaves = ground.leaves()
    turns = find_turns(leaves, decided) if len(leaves) > 1 else []
    edges = {turn.line: _of_turn(turn) for turn in turns}
    first = leaves[0].start if leaves else 0
    for line, begins in decided.items():
        edges[line] = Edge(line, begins, confidence=1.0, state=BoundaryState.ACCEPTED, reasons=(DECIDED,))
    edges[first] = edges.get(first) or Edge(first, begins=True, confidence=1.0, state=FOUND, reasons=(FILE_BEGINS,))
    begins_at = sorted({first, *(line for line, edge in edges.items() if edge.begins)})
    starts = [0, *(_top_of_page(ground, line) for line in begins_at[1:])]
    parts: list[Part] = []
    for start, end in pairwise([*starts, len(ground.lines)]):
        for part, edge in _within(ground, start, end, decided):
            own = edge or edges[next(line for line in begins_at if line >= part.start)]
            inner = (edges[line] for line in sorted(edges) if part.start < line < part.end and line != own.line)
            parts.append(replace(part, edges=(own, *inner)))
    return [_with_roles(part, leaves) for part in parts]


FOUND = BoundaryState.FOUND
DECIDED = "a person decided it"
FILE_BEGINS = "the file begins here"


def _of_turn(turn: Turn) -> Edge:
    likely = turn.likely if turn.begins else 1 - turn.likely
    state = BoundaryState.QUESTION if likely < SURE_OF_TURN else FOUND
    reasons = turn.reasons or ("nothing speaks for a new paper",)
    return Edge(turn.line, turn.begins, round(min(likely, 0.99), 2), state, reasons)


def _line_at(text: CleanText, place: Settled) -> int | None:
    """The index of the first line with ink that ends behind the place on its page; None where there is none."""
    inked = [line for line in text.lines if line.page == place.page and not line.blank]
    start = text.scroll.offset(place.page, place.offset) if inked else 0
    return next((line.index for line in inked if text.map.hull(line.ink).end > start), None)


def _top_of_page(ground: Ground, line: int) -> int:
    """The first line of a page, blank ones included, where nothing is printed on it above `line`."""
    at = line
    while at and ground.lines[at - 1].page == ground.lines[line].page and ground.lines[at - 1].blank:
        at -= 1
    above = at and ground.lines[at - 1].page == ground.lines[line].page
    return line if above else at


def _within(ground: Ground, start: int, end: int, decided: Mapping[int, bool]) -> Iterator[tuple[Part, Edge | None]]:
    """The papers between two page turns that part papers; each but the first with the edge at which it begins."""
    groups = _groups(ground, [head for head in ground.heads if start <= head.line < end])
    if not groups:
        yield _headless(ground, start, end), None
        return
    begin = _first_begin(ground, start, groups[0])
    if begin > start and not _refused(ground, begin, decided):
        yield _headless(ground, start, begin), None
        edge: Edge | None = _of_heads(begin, groups[0], closed=True)
    else:
        begin, edge = start, None
    held, several = groups[0], bool(ground.turns(start, end - 1))
    for after in groups[1:]:
        if after[0].top:
            high = after[0].line if after[0].caption else _top(ground, after[0].line)
            cover = next_begin = max(high, held[-1].line + 1)
        else:
            cover, next_begin = _between(ground, begin, held, after[0].line)
        page = ground.lines[next_begin].page if several else None
        above = (x for x in ground.inked(held[-1].line, cover) if page in {None, x.page})
        closed = after[0].top or any(ground.is_close(line) for line in above)
        opens = not several or after[0].top or _opens(ground, (cover, next_begin), after, closed=closed)
        if not opens or _refused(ground, next_begin, decided):
            continue
        yield _part(begin, cover, held), edge
        if cover < next_begin:
            yield _headless(ground, cover, next_begin), _of_heads(cover, (), closed=closed)
        begin, held, edge = next_begin, after, _of_heads(next_begin, after, closed=closed)
    yield _part(begin, end, held), edge


def _refused(ground: Ground, line: int, decided: Mapping[int, bool]) -> bool:
    """Whether a person decided that no paper begins at the line."""
    first = next((x.index for x in ground.inked(line, len(ground.lines))), line)
    return not decided.get(first, True)


def _opens(ground: Ground, cut: tuple[int, int], after: Sequence[Head], *, closed: bool) -> bool:
    """Whether a head within pages that go together begins a paper: page turns were judged, and know better.

    In the middle of a page one begins only where another was seen to end.
    """
    at_turn = any(at and ground.lines[at].page != ground.lines[at - 1].page for at in cut)
    return not at_turn and closed and max(head.confidence for head in after) >= OPENING


def _of_heads(line: int, heads: Sequence[Head], *, closed: bool) -> Edge:
    confidence = max((head.confidence for head in heads), default=SURE) * (1.0 if closed else UNCLOSED)
    state = BoundaryState.QUESTION if confidence < SURE else FOUND
    ended = ("the paper above ends there",) if closed else ("but nothing shows that the paper above ends there",)
    reasons = (*(head.reason for head in heads), *ended)
    return Edge(line, begins=True, confidence=round(min(confidence, 0.99), 2), state=state, reasons=reasons)


def _with_roles(part: Part, leaves: Sequence[Leaf]) -> Part:
    """The part with the role of each of its pages that has ink."""
    inside = [leaf for leaf in leaves if any(part.start <= line.index < part.end for line in leaf.lines)]
    roles = [(leaf.lines[0].page, *_role(leaf, part, first=leaf is inside[0])) for leaf in inside]
    return replace(part, roles=tuple(roles))


def _role(leaf: Leaf, part: Part, *, first: bool) -> tuple[PageRole, str]:
    if leaf.sheet and leaf.sheet.kind in SHEETS:
        return SHEETS[leaf.sheet.kind], leaf.sheet.reason
    if not first:
        return (PageRole.BACK, "nothing but marks") if leaf.bare else (PageRole.CONTINUATION, "the paper goes on")
    if part.kind is Kind.COVER_SHEET:
        return PageRole.COVER_SHEET, "it has marks and no text"
    if leaf.caption and part.start <= leaf.start:
        return PageRole.ENCLOSURE, f"the caption {leaf.caption!r}"
    if part.heads and part.heads[0].caption:
        return PageRole.ENCLOSURE, part.heads[0].reason
    return PageRole.FIRST, part.reasons[0] if part.reasons else "the paper begins here"


SHEETS: Mapping[Kind, PageRole] = {
    Kind.ROUTING_SLIP: PageRole.ROUTING_SLIP,
    Kind.COVER_SHEET: PageRole.COVER_SHEET,
    Kind.WITHDRAWAL_SHEET: PageRole.WITHDRAWAL_SHEET,
    Kind.FORM: PageRole.IDENTIFICATION_FORM,
}
"""The role of a page that is a sheet of its own, by its kind."""


def _groups(ground: Ground, heads: Sequence[Head]) -> list[list[Head]]:
    """Heads that are of one paper, together: a title with its labels, a running head on a later page."""
    groups: list[list[Head]] = []
    for head in heads:
        if groups and _same_paper(ground, groups[-1], head):
            groups[-1].append(head)
        elif not (groups and _quoted(ground, groups[-1], head)):
            groups.append([head])
    return groups


def _same_paper(ground: Ground, group: Sequence[Head], head: Head) -> bool:
    first, last = group[0], group[-1]
    if head.top or (first.end is not None and head.line > first.end):
        return head.top and _under_its_title(ground, first, head)
    if first.page:
        # FROM, TO and DOCUMENT TYPE of an identification form are the form's own; on the next page is another paper.
        return not ground.turns(first.line, head.line)
    if head.direction and {h.direction for h in group} - {None, head.direction}:
        return False
    between = list(ground.inked(last.line, head.line))
    turns, prose = ground.turns(last.line, head.line), ground.prose_between(last.line, head.line)
    ended = any(ground.is_close(x) for x in between)
    if head.kind is Kind.LETTER or first.kind is not head.kind:
        either = head.kind is not Kind.LETTER or first.kind is Kind.LETTER or first.caption
        return len(between) <= NEAR and not prose and bool(either)
    if not prose and (len(between) <= NEAR or not (ended or turns or head.direction)):
        # A long list of offices may stand between the title of a telegram and its addressees.
        return True
    # A running head on a later page has no labels of its own under it.
    labels = {label.key for label in find_labels(ground.lines[head.line + 1 : head.line + 14])}
    return bool(turns) and not ended and not labels & {"action", "to", "from", "number", "control"}


def _under_its_title(ground: Ground, title: Head, head: Head) -> bool:
    """Whether a head that begins its own paper stands on a sheet whose printed title is over it: `Department of State
    TELEGRAM` above `PAGE 01  BONN 14406`.
    """
    return not (title.top or title.caption or head.caption) and _top(ground, head.line) <= title.line


def _quoted(ground: Ground, group: Sequence[Head], head: Head) -> bool:
    """A salutation inside a telegram or memorandum that quotes a letter is no paper of its own."""
    if head.kind is not Kind.LETTER or group[-1].kind is Kind.LETTER:
        return False
    if ground.lines[head.line].text.lstrip().lower().startswith(("quote", '"', "“")):
        return True
    last = max((i for i in ground.body if group[-1].line < i < head.line), default=group[-1].line)
    between = list(ground.inked(last + 1, head.line))
    dated = last != group[-1].line and any(DATE_LINE.match(x.text) for x in between)
    return not dated and not ground.turns(last, head.line)


def _first_begin(ground: Ground, start: int, group: Sequence[Head]) -> int:
    """Where the first paper from `start` on begins: there, or behind the cover sheet that lies before it."""
    head = group[0].line
    if group[0].top:
        begin = _top(ground, head)
        return begin if any(True for _ in ground.inked(start, begin)) else start
    if group[0].kind is not Kind.LETTER or ground.turns(start, head):
        return start
    own = _letter_top(ground, start, head)
    above = list(ground.inked(start, own))
    rules = {rule for line in above for rule in ground.rules.get(line.index, ())}
    return own if len(above) >= COVER_LINES and "custody" in rules and len(rules) > 1 else start


def _top(ground: Ground, head: int) -> int:
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


def _letter_top(ground: Ground, start: int, head: int) -> int:
    """The first line of a letter's own head: markings, date and address standing directly over its salutation."""
    top = head
    for line in reversed(list(ground.inked(start, head))):
        if not (ground.is_marking(line) or (line.index not in ground.rules and ADDRESS_LINE.fullmatch(line.text))):
            break
        top = line.index
    return top


def _between(ground: Ground, start: int, group: Sequence[Head], head: int) -> tuple[int, int]:
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
    marked = [line for line in ground.inked(low, head) if ground.is_marking(line)]
    if len(marked) == 1 and _marked_at_both_ends(ground, start, marked[0], head):
        return marked[0].index + 1, marked[0].index + 1
    translated = (line.index for line in ground.inked(foot + 1, head) if TRANSLATION.fullmatch(line.text))
    begin = min([*(line.index for line in marked[:1]), *translated], default=low)
    return begin, begin


def _marked_at_both_ends(ground: Ground, start: int, foot: Line, head: int) -> bool:
    """Whether a marking above a head is the foot of the paper above: it repeats that paper's own, word for word, and
    the next has one of its own under its title.
    """
    printed = foot.text.strip()
    repeated = any(ground.is_marking(x) and x.text.strip() == printed for x in ground.inked(start, foot.index))
    return repeated and any(map(ground.is_marking, islice(ground.inked(head + 1, len(ground.lines)), UNDER_TITLE)))


def _has_address(ground: Ground, start: int, head: int) -> bool:
    return any(begins_address(line.text) for line in ground.inked(start, head))


def _past_address(ground: Ground, low: int, head: int, *, owed: bool) -> int:
    """Past the signature and the inside address that official letters print at their foot."""
    end, begun = low, False
    lines = list(ground.inked(low, head))[:ADDRESS_LINES]
    for at, line in enumerate(lines):
        if line.index in ground.rules or DATE_LINE.match(line.text):
            break
        begun = begun or begins_address(line.text)
        if begun and not owed:
            break
        if at and not begun:
            continue
        end = line.index + 1
    return end


def _part(start: int, end: int, heads: Sequence[Head]) -> Part:
    # What is printed on a form says more than a title that many forms bear: reports were sent as TELEGRAM too.
    formed = any(h.form for h in heads)
    chief = heads[0]
    if not chief.page:
        chief = max(heads, key=lambda h: (not h.caption, not (formed and _bare(h)), h.confidence))
    return Part(start, end, chief.kind, tuple(heads), tuple(h.reason for h in heads))


def _bare(head: Head) -> bool:
    """A title that says nothing but the kind."""
    return head.titled and head.direction is None and head.subkind is None


def _headless(ground: Ground, start: int, end: int) -> Part:
    faint = faint_head([line for line in ground.free if start <= line.index < end and not line.blank])
    if faint and ground.prose_between(start, end):
        return Part(start, end, faint.kind, (faint,), (faint.reason,))
    kind = Kind.OTHER if ground.prose_between(start, end) else Kind.COVER_SHEET
    return Part(start, end, kind, (), ("no title, salutation or block of labels was found",))
