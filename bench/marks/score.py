"""What was found of a facsimile's marks, counted by kind.

Struck words are counted one by one, since one stroke may run through several; a word is found struck where a strike's
box covers half of it, and a word that was read is wrongly struck where it lies on no truly struck one. Of patches,
brackets and check boxes each is counted once, by its box. A stamp is found where the record has one whose ink lies on
it; what it says is compared part by part.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from bench.tally import Tally
from onionskin.facsimile.paper import truth
from onionskin.facsimile.paper.truth import MarkTruth, PageTruth
from onionskin.record.document import Document
from onionskin.record.evidence import Ink
from onionskin.record.geometry import Box
from onionskin.record.page import STRUCK, MarkKind, PageMark, PageText
from onionskin.record.stamps import Stamp

_PATCHES = {
    truth.MarkKind.BLACKOUT: MarkKind.BLACKOUT,
    truth.MarkKind.WHITEOUT: MarkKind.WHITEOUT,
    truth.MarkKind.BRACKET: MarkKind.BRACKET,
    truth.MarkKind.CHECK_BOX: MarkKind.CHECK_BOX,
}
_HALF = 0.5
_MEETS = 0.3
_MONTHS = {name: n for n, name in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug"], 1)}
_MONTHS |= {name: n for n, name in enumerate(["sep", "oct", "nov", "dec"], 9)}


@dataclass(slots=True)
class Scores:
    """Tallies by name: `struck`, `struck-ruled` (found alone), `blackout`, `boxed stamp: office` ..."""

    tallies: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    pages: int = 0
    bare: int = 0
    """Pages without any struck word, patch or bracket."""
    alarmed: int = 0
    """Those of them on which something of the kind was found."""
    misses: list[str] = field(default_factory=list)


def score(into: Scores, name: str, page: PageText, known: PageTruth, documents: Sequence[Document]) -> None:
    """Counts one page."""
    into.pages += 1
    marks = page.marks or ()
    alarms = _strikes(into, name, page, known)
    for kind, own in _PATCHES.items():
        alarms += _boxes(into, name, known.of(kind), [mark for mark in marks if mark.kind is own])
    if not known.of(*truth.STRUCK, truth.MarkKind.BLACKOUT, truth.MarkKind.WHITEOUT, truth.MarkKind.BRACKET):
        into.bare += 1
        into.alarmed += alarms > 0
    _stamps(into, name, known, documents)


def _strikes(into: Scores, name: str, page: PageText, known: PageTruth) -> int:
    marks = [mark for mark in page.marks or () if mark.kind in STRUCK]
    boxes = [mark.box for mark in marks]
    struck = [word.box for word in known.words if word.struck and not word.covered]
    of_kind = [(mark.kind, mark.box) for mark in known.of(*truth.STRUCK)]
    for word in struck:
        hit = _covered(word, boxes) >= _HALF
        kind = next((kind for kind, box in of_kind if word.shared(box) > _HALF * word.area), None)
        _count(into, "struck", hit=hit)
        if kind:
            _count(into, kind, hit=hit)
        if not hit:
            into.misses.append(f"{name}: {kind} at {word.left},{word.top} was not found")
    wrong = 0
    for mark in marks:
        words = [w.box for w in page.words if mark.span and mark.span.covers(w.span)] or [mark.box]
        for box in words:
            if not any(box.shared(each) >= _MEETS * min(box.area, each.area) for each in struck):
                into.tallies["struck"].extra += 1
                wrong += 1
                into.misses.append(f"{name}: {mark.kind} at {box.left},{box.top} is none")
    return wrong


def _boxes(into: Scores, name: str, there: Sequence[MarkTruth], found: Sequence[PageMark]) -> int:
    """Each patch by its box; of check boxes the state as well."""
    left = list(found)
    for known in there:
        hit = max(left, key=lambda mark: _overlap(mark.box, known.box), default=None)
        same = hit is not None and _overlap(hit.box, known.box) >= _MEETS
        _count(into, known.kind, hit=same)
        if hit is None or not same:
            into.misses.append(f"{name}: {known.kind} at {known.box.left},{known.box.top} was not found")
            continue
        left.remove(hit)
        if known.kind is truth.MarkKind.CHECK_BOX:
            _count(into, "check-box state", hit=hit.checked is known.checked)
        if known.kind is truth.MarkKind.BRACKET and known.text:
            _count(into, "number above", hit=_plain(hit.note or "") == _plain(known.text))
        if known.rows:
            _count(into, f"{known.kind}: lines", hit=hit.lines == known.rows)
    for mark in left:
        into.tallies[mark.kind].extra += 1
        into.misses.append(f"{name}: {mark.kind} at {mark.box.left},{mark.box.top} is none")
    return sum(mark.kind is not MarkKind.CHECK_BOX for mark in left)


def _stamps(into: Scores, name: str, known: PageTruth, documents: Sequence[Document]) -> None:
    for stamp in known.of(truth.MarkKind.STAMP):
        lies = "boxed stamp" if stamp.framed else "unboxed stamp"
        held = [each for each, box in _impressions(documents) if box.shared(stamp.box) > _MEETS * box.area]
        _count(into, lies, hit=bool(held))
        if not held:
            into.misses.append(
                f"{name}: {lies} at {stamp.box.left},{stamp.box.top}, {stamp.angle:.0f} degrees: no stamp"
            )
        for part, right in _parts(stamp, held):
            _count(into, "stamp: what it says", hit=right)
            _count(into, f"stamp: {part}", hit=right)
            if held and not right:
                into.misses.append(f"{name}: {lies}: {part} {stamp.says.get(part)!r} read otherwise")


def _impressions(documents: Iterable[Document]) -> Iterator[tuple[Stamp, Box]]:
    for document in documents:
        for stamp in document.stamps:
            boxes = [each.box for each in stamp.impressions if isinstance(each, Ink) and each.box]
            around = Box.around(boxes)
            if around:
                yield stamp, around


def _parts(known: MarkTruth, held: Sequence[Stamp]) -> Iterator[tuple[str, bool]]:
    """Office, date and decisions, each right where any stamp read there has it."""
    says = known.says
    if office := says.get("office"):
        yield "office", any(_plain(office) in _plain(f"{each.office} {each.form}") for each in held)
    if date := says.get("date"):
        yield "date", any(_same_day(date, each.date.value or each.date.as_printed) for each in held)
    if ticked := says.get("decisions"):
        wanted = {_plain(each) for each in ticked.split(",")}
        yield "decisions", any(wanted == {_plain(d.verb) for d in each.decisions if d.checked} for each in held)


def _same_day(printed: str, value: str) -> bool:
    """Whether a day as it was stamped (`17 NOV 1962`, `4/3/92`) is the EDTF day that was read."""
    if _plain(printed) == _plain(value):
        return True
    year, month, day = [*re.findall(r"\d+", value), "", "", ""][:3]
    digits = [int(each) for each in re.findall(r"\d+", printed)]
    name = next((n for short, n in _MONTHS.items() if short in printed.lower()), None)
    wanted = [int(each) for each in (month, day, year[-2:]) if each]
    have = [n % 100 if n > 31 else n for n in digits] + ([name] if name else [])
    return not Counter(wanted) - Counter(have)


def _count(into: Scores, what: str, *, hit: bool) -> None:
    tally = into.tallies[what]
    tally.right += hit
    tally.missed += not hit


def _plain(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.lower())


def _covered(word: Box, boxes: Iterable[Box]) -> float:
    """Share of a word's width over which the boxes run through it."""
    columns: set[int] = set()
    for box in boxes:
        if min(word.bottom, box.bottom) > max(word.top, box.top):
            columns.update(range(max(word.left, box.left), min(word.right, box.right)))
    return len(columns) / max(1, word.width)


def _overlap(one: Box, other: Box) -> float:
    """What they share, of what they cover together."""
    shared = one.shared(other)
    return shared / max(1, one.area + other.area - shared)
