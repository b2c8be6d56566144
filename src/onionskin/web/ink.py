"""A page as it stands, cut so that every lit, struck or claimed stretch can be marked and no mark crosses another.

Claims overlap as they like ("FOR STEVENSON AND McCLOY" holds two persons and stands in a line that a marking shares),
and HTML elements may not. So a page is cut at every boundary, and the pieces are bound up again in three storeys: runs
(lit or not, of this paper or of another on the same page) hold styled parts, parts hold pieces, and a piece knows all
who claim it.
"""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from onionskin.record.evidence import Ink
from onionskin.record.geometry import Box
from onionskin.record.page import PageText
from onionskin.record.span import Span
from onionskin.web.places import Claim, Lit, line_of

STRUCK_OR_HAND = re.compile(
    r"""
      ~~ (?=[^~]) (?P<struck> (?: (?!~~|\n\s*\n) . )+ ) ~~              # ~~TOP SECRET~~
    | (?<![\w*]) \* (?=[^\s*]) (?P<hand> [^*\n]+ ) (?<=[^\s*]) \* (?![\w*])   # *Maskewitz*
    """,
    re.VERBOSE | re.DOTALL,
)
"""How vision models print struck words and handwriting. For the eye alone: the record follows the readers."""

CONTROLS = {code: 0x2400 + code for code in range(32) if chr(code) not in "\t\n"} | {0x7F: 0x2421}
"""HTML cannot hold most control characters; each is shown by its picture, one for one, so that places stay true."""
_CONTROL = re.compile(f"[{re.escape(''.join(map(chr, CONTROLS)))}]")

Held = tuple[str, Ink]
"""The pointer of a claim, and some ink of it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters between two boundaries, and the pointers of all who claim them."""

    text: str
    pointers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Pieces of one style: `struck`, `hand` or empty."""

    style: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """Parts that are lit together, or not. `anchor` marks the first lit run of the paper, where `#ink` leads.

    `own` is false for the words of another paper that stands on the same page; `begins` marks where this one begins
    after such words.
    """

    lit: bool
    own: bool
    anchor: bool
    begins: bool
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Patch:
    """A rectangle of the image that a statement rests on; one for each line it runs over."""

    box: Box
    pointers: tuple[str, ...]
    lit: bool
    anchor: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page for the eye. `width` and `height` are None where there is no image; then it has no patches.

    `hidden` says why nothing of it is shown, empty where something is.
    """

    n: int
    runs: tuple[Run, ...]
    patches: tuple[Patch, ...]
    width: int | None
    height: int | None
    hidden: str = ""

    @property
    def text(self) -> str:
        """All its characters again."""
        return "".join(piece.text for run in self.runs for part in run.parts for piece in part.pieces)


def sheets(
    pages: Iterable[PageText], claims: Sequence[Claim], lit: Lit, extent: Mapping[int, Span] | None = None
) -> tuple[Sheet, ...]:
    """The pages of a paper; the first that holds lit ink holds the anchor. `extent` is the paper's own part of each."""
    out = []
    lit_already = False
    on_page: dict[int, list[Held]] = defaultdict(list)
    for claim in claims:
        for ink in claim.inks:
            on_page[ink.page].append((claim.pointer, ink))
    for page in pages:
        spans, here = lit.on(page.n), on_page[page.n]
        anchor = bool(spans) and not lit_already
        lit_already = lit_already or bool(spans)
        patches = _patches(page, here, lit, anchor=anchor) if page.width and page.height else ()
        own = (extent or {}).get(page.n)
        cut = runs(page.text, [(pointer, ink.span) for pointer, ink in here], spans, own=own, anchor=anchor)
        hidden = (page.reason or "") if not page.text and not page.width else ""
        out.append(Sheet(page.n, cut, patches, page.width, page.height, hidden))
    return tuple(out)


def runs(
    text: str,
    claimed: Sequence[tuple[str, Span]],
    lit: Sequence[Span] = (),
    *,
    own: Span | None = None,
    anchor: bool = False,
) -> tuple[Run, ...]:
    """The whole text cut and bound up again; joined it is the text, control characters shown by their pictures.

    `own` are the characters of this paper, None for all of them.
    """
    own = own or Span(0, len(text))
    styled = [(m.lastgroup or "", Span(*m.span())) for m in STRUCK_OR_HAND.finditer(text)]
    edges = {0, len(text)}
    for span in (own, *lit, *(s for _, s in claimed), *(s for _, s in styled)):
        edges |= {min(span.start, len(text)), min(span.end, len(text))}
    cuts = sorted(edges)
    style_at, seen = _style_at(styled), for_the_eye(text)
    flat = [
        (
            (any(s.start <= start < s.end for s in lit) if lit else False, own.start <= start < own.end),
            style_at(start),
            Piece(seen[start:end], pointers),
        )
        for start, end, pointers in zip(cuts, cuts[1:], _claimants(claimed, cuts), strict=False)
    ]
    out: list[Run] = []
    for (is_lit, is_own), run in groupby(flat, key=lambda each: each[0]):
        parts = tuple(
            Part(style, tuple(piece for _, _, piece in part)) for style, part in groupby(run, key=lambda each: each[1])
        )
        first_lit = is_lit and anchor and not any(each.anchor for each in out)
        first_own = is_own and bool(out) and not any(each.own for each in out)
        out.append(Run(is_lit, is_own, first_lit, first_own, parts))
    return tuple(out)


def boxes(page: PageText, span: Span, whole: Box | None = None) -> tuple[Box, ...]:
    """A rectangle for each line of `span`, from the words it touches; `whole` where the page has no words there."""
    # Words stand in the order of their spans and do not overlap, so their ends are in order too.
    first = bisect_right(page.words, span.start, key=lambda word: word.span.end)
    touched = []
    for word in page.words[first:]:
        if word.span.start >= span.end:
            break
        if word.span.overlaps(span):
            touched.append(word)
    lines = groupby(touched, key=lambda word: line_of(page.text, word.span.start))
    found = tuple(box for _, words in lines if (box := Box.around(word.box for word in words)))
    return found or ((whole,) if whole else ())


def for_the_eye(text: str) -> str:
    """The text with its control characters shown by their pictures, one for one."""
    return text.translate(CONTROLS) if _CONTROL.search(text) else text


def _style_at(styled: Sequence[tuple[str, Span]]) -> Callable[[int], str]:
    """The style of a character; `styled` are stretches in their order, none over another."""
    if not styled:
        return lambda _: ""
    starts = [span.start for _, span in styled]

    def style_at(offset: int) -> str:
        at = bisect_right(starts, offset) - 1
        return styled[at][0] if at >= 0 and offset < styled[at][1].end else ""

    return style_at


def _claimants(claimed: Sequence[tuple[str, Span]], cuts: Sequence[int]) -> Iterator[tuple[str, ...]]:
    """Who claims the characters after each cut, in the record's order."""
    waiting = sorted(
        ((span.start, order, span.end, pointer) for order, (pointer, span) in enumerate(claimed)), reverse=True
    )
    holding: list[tuple[int, int, str]] = []
    for cut in cuts:
        holding = [each for each in holding if each[1] > cut]
        while waiting and waiting[-1][0] <= cut:
            _, order, end, pointer = waiting.pop()
            if end > cut:
                insort(holding, (order, end, pointer))
        yield tuple(dict.fromkeys([pointer for _, _, pointer in holding]))


def _patches(page: PageText, claimed: Sequence[Held], lit: Lit, *, anchor: bool) -> tuple[Patch, ...]:
    lit_boxes = {box for ink in lit.inks if ink.page == page.n for box in boxes(page, ink.span, ink.box)}
    held: dict[Box, list[str]] = {box: [] for box in lit_boxes}
    for pointer, ink in claimed:
        for box in boxes(page, ink.span, ink.box):
            held.setdefault(box, []).append(pointer)
    # The smaller lies above the larger, so that a pointer finds the nearest claim; `#ink` leads to the topmost lit one.
    order = sorted(held, key=lambda box: -box.area)
    first = min(lit_boxes, key=lambda box: (box.top, box.left), default=None)
    return tuple(
        Patch(box, tuple(dict.fromkeys(held[box])), box in lit_boxes, anchor and box == first) for box in order
    )
