"""Questions about places of a page: whether a paper begins there, what ink says that no word covers.

What an answer is worth is reckoned as in `questions`. Of ink without words:

- **The chance** that it holds words, by what it looks like (`CHANCE`).
- **What hangs on it**: the words that it has room for, in the type of its page. Each is a word that is missing from the
  text, as an emendation is a word that is wrong in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from onionskin.desk.parts import seen
from onionskin.desk.question import Above, Option, Question, Sort, placed
from onionskin.desk.unread import OpenPatch, open_patches, state_of_patch
from onionskin.record.boundaries import Boundary
from onionskin.record.decisions import Verb
from onionskin.record.document import Document
from onionskin.record.evidence import Ink
from onionskin.record.geometry import Box
from onionskin.record.page import PageText, UnreadKind
from onionskin.record.reading import VALUED
from onionskin.record.span import Span
from onionskin.text.placing import letter_of, room_for

OF_TWO_RECORDS = 2
"""What hangs on whether two records are two."""
CHANCE: Mapping[UnreadKind, float] = {
    UnreadKind.LINE: 0.8,
    UnreadKind.STAMP: 0.9,
    UnreadKind.SIGNATURE: 0.5,
    UnreadKind.HANDWRITING: 0.25,
}
"""The share of such patches that hold words which a person can read. Of 129 scanned pages of the 1960s, 40 lines, all
8 stamps, 20 signatures and 40 patches of handwriting, drawn by lot, were looked at: 32, 8, 10 and 10 did; the rest was
dirt, rules, circles and flourishes.
"""
HEAD = 4
"""Lines shown below a place where a paper may begin, and above it."""
LINE = re.compile(r"[^\n]*\S[^\n]*")
"""A line with something on it."""
TOP = 0.25
"""What is shown of such a page whose words have no boxes."""


def of_places(document: Document) -> Iterator[Question]:
    """The boundaries that are unsure, then the ink without words, in the order of the pages."""
    for at, each in enumerate(document.boundaries):
        if each in document.questions:
            yield _of_boundary(document, at, each)
    letters = {page.n: letter_of(page) for page in document.pages if page.unread}
    for held in open_patches(document):
        yield _of_ink(document, held, letters[held.page.n])


def _of_ink(document: Document, held: OpenPatch, letter: float) -> Question:
    """Of a patch on a page whose letters are so wide."""
    pointer, patch, page = held.pointer, held.patch, held.page
    chance = CHANCE[patch.kind]
    asked = Question(
        sort=Sort.INK,
        record=document.id,
        pointer=pointer,
        matter=f"ink {document.source.sha256[:16]} {page.n}:{patch.box.left},{patch.box.top}",
        seen=state_of_patch(document, pointer, patch),
        text=patch.kind.value,
        reason="",
        options=(Option(Verb.REJECT, None, round(1 - chance, 3)),),
        other=Verb.CORRECT,
        chance=chance,
        places=room_for(letter, patch.box),
    )
    return placed(asked, page, Ink(page.n, held.at, "ink", patch.box))


def _of_boundary(document: Document, at: int, boundary: Boundary) -> Question:
    page = next((page for page in document.pages if page.n == boundary.page), None)
    printed = page.text[boundary.offset :].split("\n", 1)[0] if page is not None else ""
    asked = Question(
        sort=Sort.BOUNDARY,
        record=document.id,
        pointer=f"/boundaries/{at}",
        matter=f"boundary {document.source.sha256[:16]} {boundary.page}:{boundary.offset}",
        seen=seen(boundary),
        text="a paper begins here" if boundary.begins else "the paper goes on here",
        reason="; ".join(boundary.reasons),
        options=(
            Option(Verb.ACCEPT, None, boundary.confidence),
            Option(Verb.REFUSE, None, round(1 - boundary.confidence, 3)),
        ),
        other=Verb.MOVE if at == 0 else None,
        chance=round(1 - boundary.confidence, 3),
        places=max(OF_TWO_RECORDS, sum(each.state in VALUED for _, each in document.readings())),
    )
    if page is None:
        return replace(asked, page=boundary.page, line=boundary.line)
    span = Span(boundary.offset, boundary.offset + len(printed))
    own = above(document, page.n, boundary.offset) if boundary.offset else above(document, page.n - 1)
    return replace(placed(asked, page, Ink(page.n, span, "boundaries", _head(page, boundary.offset))), above=own)


def above(document: Document, n: int, end: int | None = None) -> Above | None:
    """The last lines of a page, or of its text up to `end`; None where the paper has no such page."""
    page = next((each for each in document.pages if each.n == n), None)
    if page is None:
        return None
    lines = list(LINE.finditer(page.text, 0, len(page.text) if end is None else end))[-HEAD:]
    span = Span(lines[0].start(), lines[-1].end()) if lines else Span(0, 0)
    return Above(document.id, n, span.of(page.text), page.box_of(span))


def _head(page: PageText, offset: int) -> Box | None:
    """Around the first lines from a place on; None where the page is no image."""
    lines = list(LINE.finditer(page.text, offset))[:HEAD]
    box = page.box_of(Span(lines[0].start(), lines[-1].end())) if lines else None
    return box or (Box(0, 0, page.width, round(page.height * TOP)) if page.width and page.height else None)
