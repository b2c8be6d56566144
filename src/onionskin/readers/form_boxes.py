"""The boxes of forms that are not stamps: `INDICATE: ☐ COLLECT` / `☐ CHARGE TO`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from onionskin.lexicon import spellings
from onionskin.phrases.boxes import GLYPHS, HAS_BOX, PrintedBox, find_boxes
from onionskin.phrases.likeness import folded, likeness
from onionskin.readers.contract import Claim, ReadResult
from onionskin.record.marks import FormBox
from onionskin.record.span import Span
from onionskin.text.clean import CleanText, Line
from onionskin.text.prose import is_prose

LIKE = 0.85
MOST_WORDS, LONGEST = 5, 45
"""Words and characters of the longest label; what is longer is prose with a bracket in it."""
MOST_OF_CHOICE, LONGEST_CHOICE = 14, 90
"""The same of what somebody is to choose among, beside a box that no prose has: `Approve 50,000 tons, half now ☐`."""
LABEL = re.compile(r"[A-Z][\w/&'’.-]*(?:[ ]+[\w/&'’.-]+)*")
CHOICE = re.compile(r"[A-Z][^\n]*[^\s.;:]")
BOX_FIRST = re.compile(rf"\s*(?:[{GLYPHS}]|[(\[{{]\s{{0,4}}[)\]}}]|[(\[]\s?[Xx×]\s?[)\]])\s*[A-Z]")
DECISION = re.compile(r"\W*(?:Approve|Disapprove|Agree|Disagree|Concur|Go ahead|Hold|See me|Speak to me|Discuss)\b")
NUMBER = re.compile(r"\s*(?:\(?\d{1,2}[.)]|\([a-h]\)|[-–•])\s+")
"""What may count the choices: `1. Approve as it stands ☐`."""
WIDE = re.compile(r"\s{3,}")
INDICATE = "INDICATE"
WORDS = re.compile(r"[A-Za-z]{2}[^:]*$")
"""Words before a box that do not lead to it with their colon."""
CUE = re.compile(r"COLLECT|CHARGE|ICATE\b")
CUES = ("collect", "charge", "icate")
"""One of these stands wherever CUE does."""


class FormBoxReader:
    """Reads boxes with a label beside them. Boxes of stamps are in `taken` by the time it reads.

    A known label that stands without any box (the OCR lost it) is kept with `checked` None.
    """

    name = "form-boxes"
    version = "4"

    def read(self, text: CleanText, taken: Sequence[Span] = ()) -> ReadResult:
        """Every form box in `text`, and the words INDICATE that lead to them."""
        reader = f"{self.name}/{self.version}"
        boxes: list[FormBox] = []
        claims: list[Claim] = []
        boxed = text.lines_with(HAS_BOX)
        led = {at for at in boxed if BOX_FIRST.match(text.lines[at].text)}
        ended = {at for at in boxed if text.lines[at].text.rstrip()[-1:] in GLYPHS} - led
        for at in sorted(boxed | text.lines_holding(*CUES)):
            line = text.lines[at]
            cued = HAS_BOX.search(line.text) or CUE.search(line.text)
            if not cued or any(t.overlaps(line.span) for t in taken):
                continue
            if stray := _stray(line):
                claims.append(Claim(stray, "stray-box", furniture=True))
                continue
            listed = any(at in side and not side.isdisjoint((at - 2, at - 1, at + 1, at + 2)) for side in (led, ended))
            for label, ticked, span in _boxes(line, listed=listed):
                boxes.append(FormBox(label, ticked, (text.ink(span, reader),)))
                claims.append(Claim(span, "form-box"))
            if any(line.span.covers(c.span) for c in claims) or folded(line.text) == INDICATE:
                claims.extend(Claim(s, "form-label", furniture=True) for s in _lead(line))
        return ReadResult(form_boxes=tuple(boxes), claims=tuple(sorted(claims, key=lambda c: c.span)))


def _stray(line: Line) -> Span | None:
    """A lone box in the middle of running text: a letter whose ink ran together to a square. It is no form's box and no
    word of the text.
    """
    found = [b for b in find_boxes(line.text) if b.certain]
    if len(found) != 1 or line.text[found[0].span.start] not in GLYPHS or _known_beside(line.text, found[0]):
        return None
    before, after = line.text[: found[0].span.start], line.text[found[0].span.end :]
    amid = WORDS.search(before) and after.strip()
    return found[0].span.shifted(line.span.start) if amid and is_prose(f"{before.rstrip()} {after.lstrip()}") else None


def _boxes(line: Line, *, listed: bool) -> Iterator[tuple[str, bool | None, Span]]:
    """The labels of a line, whether each is ticked, and where; `listed`: a line near it has a box on the same side."""
    found = [b for b in find_boxes(line.text) if b.certain or _known_beside(line.text, b)]
    if found:
        yield from _labelled(line, found, listed=listed and len(found) == 1)
    elif CUE.search(line.text):
        yield from _without_box(line)


def _known_beside(text: str, box: PrintedBox) -> bool:
    words = text[box.span.end :].split()[:2]
    return any(_known(" ".join(words[:n])) for n in (2, 1) if len(words) >= n)


def _labelled(line: Line, boxes: Sequence[PrintedBox], *, listed: bool) -> Iterator[tuple[str, bool | None, Span]]:
    """Each label with the box on its side of the line: before it where the line begins with a box or a lead."""
    edges = [0, *(e for b in boxes for e in (b.span.start, b.span.end)), len(line.text)]
    between = [Span(edges[i], edges[i + 1]) for i in range(0, len(edges), 2)]
    drawn = all(box.span.of(line.text) in GLYPHS for box in boxes)
    choices = listed or (drawn and (len(boxes) > 1 or DECISION.match(line.text) is not None))
    first = _at_box(line.text, between[0])
    labels_first = (
        choices and not between[-1].of(line.text).strip() and _label(line.text, first, choice=True) is not None
    )
    if labels_first:  # "That you sign the letter.    Approve ☒  Disapprove ☐": of a cell, the words at the box
        between = [_at_box(line.text, cell) for cell in between]
    cells = [_label(line.text, cell, choice=choices and (n > 0 or labels_first)) for n, cell in enumerate(between)]
    before = not labels_first and (cells[0] is None or (len(cells) > 1 and cells[-1] is not None))
    # Words before the first box and after the last: which side the labels stand on cannot be seen, and it may be prose.
    begun = cells[0] is not None or (len(boxes) == 1 and WORDS.search(line.text[: boxes[0].span.start]) is not None)
    open_sided = begun and cells[-1] is not None
    ended = line.text.rstrip().endswith(".")
    pairs = zip(boxes, cells[1:] if before else cells[:-1], strict=True)
    for box, cell in pairs:
        if cell is None or ((open_sided or ended) and not _known(cell.of(line.text))):
            continue
        span = Span(min(box.span.start, cell.start), max(box.span.end, cell.end)).shifted(line.span.start)
        yield _name(cell.of(line.text)), box.ticked, span


def _at_box(text: str, cell: Span) -> Span:
    """The part of a cell that no wide gap parts from the box behind it."""
    gaps = [gap.end() for gap in WIDE.finditer(text, cell.start, cell.end) if text[gap.end() : cell.end].strip()]
    return Span(gaps[-1] if gaps else cell.start, cell.end)


def _label(text: str, cell: Span, *, choice: bool = False) -> Span | None:
    """The label between two boxes, without INDICATE before it; None where prose stands there, or nothing.

    Beside a `choice` it may be longer, and numbered.
    """
    start, end = cell.start, cell.end
    if choice and (counted := NUMBER.match(text, start, end)):
        start = counted.end()
    lead = LEAD.match(text, start, end)
    if lead and _is_lead(lead["word"]):
        start = lead.end()
    words = text[start:end]
    left = len(words) - len(words.lstrip(" .:;,_-"))
    span = Span(start + left, max(start + left, start + len(words.rstrip(" .:;,_-"))))
    label = span.of(text)
    most, characters, form = (MOST_OF_CHOICE, LONGEST_CHOICE, CHOICE) if choice else (MOST_WORDS, LONGEST, LABEL)
    if not label or len(label) > characters or len(label.split()) > most or not form.fullmatch(label):
        return None
    return span


RING = re.compile(r"\s*[O0oDQC]\s+(?=[A-Z]{3})")
LEAD = re.compile(r"\s*(?P<word>[A-Za-z]{4,9})\s*[:.]\s*")


def _is_lead(word: str) -> bool:
    """`ICATE:` is the tail of INDICATE."""
    key = folded(word)
    return INDICATE.endswith(key) or likeness(key, INDICATE) >= LIKE


def _lead(line: Line) -> Iterator[Span]:
    m = LEAD.match(line.text)
    if m and _is_lead(m["word"]):
        yield Span(*m.span("word")).shifted(line.span.start)
    elif folded(line.text) == INDICATE:
        yield line.ink


def _name(printed: str) -> str:
    known = _known(printed)
    return known or " ".join(printed.split())


def _known(printed: str) -> str | None:
    key = folded(printed)
    words = printed.split()
    for count in range(len(words), 1, -1):  # `CHARGE TO  Department`: what is typed in stands behind the label
        if label := _labels().get(folded(" ".join(words[:count]))):
            return label
    best = max(_labels(), key=lambda label: likeness(key, label))
    return _labels()[best] if likeness(key, best) >= LIKE else None


@cache
def _labels() -> dict[str, str]:
    return {folded(s): e.name for s, e in spellings("form_labels").items() if e.text("role") == "box"}


def _without_box(line: Line) -> Iterator[tuple[str, bool | None, Span]]:
    """A line that is nothing but a known label: its box was lost, or read as a letter (`O COLLECT`)."""
    ring = RING.match(line.text)
    span = _label(line.text, Span(ring.end() if ring else 0, len(line.text)))
    if span and span.of(line.text).isupper() and (name := _known(span.of(line.text))):
        yield name, None, span.shifted(line.span.start)
