"""The lines of a boxed stamp, cut into boxes, labels and what is entered beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from onionskin.phrases.boxes import PrintedBox, find_boxes
from onionskin.phrases.exemptions import find_exemptions
from onionskin.phrases.stamp_days import find_day
from onionskin.readers.stamps.forms import HEADINGS, Label, known_label, label_pattern
from onionskin.record.quick import quick
from onionskin.record.span import Span
from onionskin.text.clean import Line

TRIM = " .:;,-–—_|*•'\""
GAP = re.compile(r"\s{3,}|_{3,}")
LEVEL = re.compile(
    r"(?P<box>[(\[]\s{0,3}[XxVv✓*]?\s{0,3}[)\]]|[☐□☒☑■])?\s*"
    r"\b(?P<level>S|C|U|SECRET|CONFIDENTIAL|UNCLASSIFIED)\b"
)
OADR = re.compile(r"\b[O0][A4L][D0]R\b")
LEVELS = {"S": "SECRET", "C": "CONFIDENTIAL", "U": "UNCLASSIFIED"}
LINES_REMEMBERED = 2048
RANGED = frozenset({"classify", "downgrade", "extend"})
"""The decisions that go on to a level: `DOWNGRADE TS to () S or () C, OADR`."""


@quick
@dataclass(frozen=True, slots=True)
class Cell:
    """A label with its box and entry, or words that no label is known for (`label` None).

    Spans are clean. `value` is what stands after the label up to the next one. `box` is set once the side is decided.
    """

    span: Span
    words: str
    label: Label | None = None
    value: Span | None = None
    box: PrintedBox | None = None
    to_level: str | None = None
    level_boxed: bool = False
    until: str | None = None

    @property
    def ticked(self) -> bool | None:
        """Whether the box is ticked; a ticked level beside it says so too. None without a box."""
        if self.to_level and self.level_boxed:
            return True
        return self.box.ticked if self.box else None


@dataclass(frozen=True, slots=True)
class Row:
    """One line: its cells and its boxes (clean spans), in order."""

    line: Line
    cells: tuple[Cell, ...]
    boxes: tuple[PrintedBox, ...]
    heading: Span | None

    @property
    def labels(self) -> list[Cell]:
        """The cells whose label is known."""
        return [c for c in self.cells if c.label]


def cut(line: Line) -> Row:
    """The row of a line; a line of prose gives cells without labels."""
    text, at = line.text, line.span.start
    heading = HEADINGS.search(text)
    boxes = [b for b in find_boxes(text) if b.certain or _beside_label(text, b)]
    cells: list[Cell] = []
    kept: list[PrintedBox] = []
    start = 0
    for box in [*boxes, None]:
        if box and box.span.start < start:  # a box of a level: "() S or () C" belongs to its label
            continue
        for cell in _cells(text, start, box.span.start if box else len(text)):
            start = max(start, cell.span.end)
            if not heading or not cell.span.overlaps(Span(*heading.span())):
                cells.append(cell)
        if box and box.span.start >= start:
            kept.append(box)
            start = box.span.end
    head = Span(at + heading.start(), at + heading.end()) if heading else None
    return Row(
        line, tuple(_moved(c, at) for c in cells), tuple(replace(b, span=b.span.shifted(at)) for b in kept), head
    )


def _moved(cell: Cell, by: int) -> Cell:
    return replace(cell, span=cell.span.shifted(by), value=cell.value.shifted(by) if cell.value else None)


def _beside_label(text: str, box: PrintedBox) -> bool:
    """Whether an uncertain box stands beside a decision printed in capitals; a blank after a field is the field's."""
    before = _ends_with(text, box.span.start)
    if before and before.role == "field":
        return False
    after = label_pattern().match(text, len(text) - len(text[box.span.end :].lstrip()))
    label = known_label(after.group()) if after and text[box.span.start] != "_" else None
    if after and label and label.role == "decision" and after.group().split()[0].isupper():
        return True
    return before is not None and (text[box.span.start] == "_" or not text[box.span.end :].strip())


def _ends_with(text: str, end: int) -> Label | None:
    """The label in capitals, or the field, that stands directly before a place."""
    for m in label_pattern().finditer(text, 0, end):
        label = known_label(m.group())
        if label and not text[m.end() : end].strip(" :.") and (m.group().split()[0].isupper() or label.role == "field"):
            return label
    return None


@lru_cache(maxsize=LINES_REMEMBERED)
def _cells(text: str, start: int, end: int) -> tuple[Cell, ...]:
    """What stands between two boxes of a line, or between its ends. Lines of one stamp recur from paper to paper."""
    return tuple(_found_between(text, start, end))


def _found_between(text: str, start: int, end: int) -> Iterator[Cell]:
    found = list(label_pattern().finditer(text, start, end))
    if not found:
        yield from _unlabelled(text, start, end)
        return
    first = found[0]
    begin = _longer(text, start, first)
    if begin is None:
        yield from _unlabelled(text, start, first.start())
        begin = (first.start(), known_label(first.group()))
    for m, after in zip(found, [*found[1:], None], strict=True):
        left, label = begin if m is first else (m.start(), known_label(m.group()))
        stop = after.start() if after else end
        if label is not None:
            right, label = _to_its_end(text, left, m.end(), stop, label)
            yield _entered(text, Cell(Span(left, right), text[left:right], label), stop)


def _longer(text: str, start: int, first: re.Match[str]) -> tuple[int, Label | None] | None:
    """`I, EO of PA exemptions` is more like FOI, EO or PA EXEMPTIONS than it is PA EXEMPTIONS after other words."""
    lead = text[start : first.start()]
    if not any(c.isalpha() for c in lead) or GAP.search(lead.strip()):
        return None
    begin = start + len(lead) - len(lead.lstrip(TRIM))
    label = known_label(text[begin : first.end()])
    return (begin, label) if label and label != known_label(first.group()) else None


def _to_its_end(text: str, left: int, right: int, stop: int, label: Label) -> tuple[int, Label]:
    """`DECLASSIFY 1n PART` goes on after DECLASSIFY: the longer label that begins with this one."""
    rest = _trimmed(text, right, stop)
    longer = known_label(text[left : rest.end]) if rest and label.role == "decision" else None
    if rest and longer and longer != label and longer.name.startswith(label.name):
        return rest.end, longer
    return right, label


def _entered(text: str, cell: Cell, stop: int) -> Cell:
    """The cell with what is entered after its label, up to `stop`."""
    label = cell.label
    if label and label.verb in RANGED:
        return _ranged(cell, text, stop) or cell
    value = _trimmed(text, cell.span.end, stop)
    if not value or not label or label.role != "field":
        return cell
    return replace(cell, value=value, span=Span(cell.span.start, value.end))


def _ranged(cell: Cell, text: str, stop: int) -> Cell | None:
    """`CLASSIFY as () S or () C OADR`: the levels and the term that follow the label, to the end of their line."""
    following = label_pattern().search(text, cell.span.end)
    end = following.start() if following else len(text)
    tail = text[cell.span.end : end]
    levels = list(LEVEL.finditer(tail))
    if stop < end and not levels and not OADR.search(tail):
        return None
    ticked = [m["level"] for m in levels if m["box"] and any(c in "XxVv✓*☒☑■" for c in m["box"])]
    written = [m["level"] for m in levels if not m["box"]]
    boxed = any(m["box"] for m in levels)
    choice = ticked[0] if ticked else written[0] if len(written) == 1 and not boxed else None
    term = OADR.search(tail)
    last = max([m.end() for m in levels] + ([term.end()] if term else []), default=0)
    return replace(
        cell,
        span=Span(cell.span.start, cell.span.end + last),
        to_level=LEVELS.get(choice, choice) if choice else None,
        level_boxed=bool(ticked),
        until="OADR" if term else None,
    )


def _unlabelled(text: str, start: int, end: int) -> Iterator[Cell]:
    """Words between boxes for which no label is spelt out: perhaps a misread one, else left without a label."""
    at = start
    for gap in [*GAP.finditer(text, start, end), None]:
        span = _trimmed(text, at, gap.start() if gap else end)
        at = gap.end() if gap else end
        if span is None:
            continue
        core = _without_entry(text, span)
        label = known_label(core.of(text)) if core else None
        if core and not label:
            core, label = _field_first(text, core)
        cell = Cell(core or span, (core or span).of(text), label)
        yield _entered(text, cell, span.end) if label and core and core.end < span.end else replace(cell, span=span)


def _field_first(text: str, span: Span) -> tuple[Span, Label | None]:
    """`VIEWED BY Moskowitz`: a misread label before its entry. Labels of one word are too short to be known so."""
    ends = [span.start + m.end() for m in re.finditer(r"\S+", span.of(text))][1:5]
    for end in ends:
        label = known_label(text[span.start : end])
        if label and label.role == "field" and text[span.start].isupper():
            return Span(span.start, end), label
    return span, None


def _without_entry(text: str, span: Span) -> Span | None:
    """The words before a code or a day that was entered: `FOI, EO or PA exernptions (b)(1)`."""
    end = span.end
    for code in find_exemptions(span.of(text)):
        end = min(end, span.start + code.span.start)
        break
    day = find_day(text, span.start, span.end)
    if day:
        end = min(end, day.span.start)
    return _trimmed(text, span.start, end)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    words = text[start:end]
    left = len(words) - len(words.lstrip(TRIM))
    right = len(words.rstrip(TRIM))
    if left >= right or not any(c.isalnum() for c in words):
        return None
    return Span(start + left, start + right)


def attach(rows: Sequence[Row], *, before: bool) -> list[Cell]:
    """The cells of all rows, each with its box. `before` is the form's own side, for lines that do not show theirs."""
    votes = sum(_side(row) for row in rows)
    lone: PrintedBox | None = None
    out: list[Cell] = []
    for row in rows:
        if row.boxes and not row.cells:  # a box on a line by itself, its label on the next
            lone = row.boxes[-1]
            continue
        side = _side(row) or votes or (1 if before else -1)
        boxes = [lone] if lone and not row.boxes else list(row.boxes)
        out.extend(_boxed(row, boxes, before=side > 0))
        lone = None
    return out


def _side(row: Row) -> int:
    """1 where the line shows its boxes before their labels, -1 after, 0 where it does not say."""
    cells = [c for c in row.cells if not c.label or c.label.role != "field"]
    if not row.boxes or not cells:
        return 0
    leads = row.boxes[0].span.start < cells[0].span.start
    trails = row.boxes[-1].span.end > cells[-1].span.end
    return int(leads) - int(trails)


def _boxed(row: Row, boxes: list[PrintedBox], *, before: bool) -> list[Cell]:
    """Each box goes to the cell on its side; of two between the same cells, one goes to each."""
    cells = list(row.cells)
    gaps: list[list[PrintedBox]] = [[] for _ in range(len(cells) + 1)]
    for box in boxes:
        gaps[sum(c.span.start < box.span.start for c in cells)].append(box)
    for at, gap in enumerate(gaps):
        left, right = at - 1, at
        if not gap:
            continue
        if len(gap) > 1 and left >= 0 and right < len(cells):
            cells[left] = replace(cells[left], box=cells[left].box or gap[0])
            cells[right] = replace(cells[right], box=gap[-1])
        elif right < len(cells) and (before or left < 0):
            cells[right] = replace(cells[right], box=gap[-1])
        elif left >= 0:
            cells[left] = replace(cells[left], box=cells[left].box or gap[0])
    return cells
