"""Review stamps with boxes, read by aligning their lines with the labels of the known forms.

A model that transcribes turns labels into other words (A/CDC/MR into COMMUNIST, RELEASE into BELIEVED, OADR into OLDR)
and keeps their order and their boxes. So: the form is chosen that the plain labels of a region fit best; words that are
no plain label are the label that the form prints at their place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onionskin.phrases.boxes import PrintedBox
from onionskin.phrases.exemptions import find_exemptions
from onionskin.phrases.likeness import distinct, folded, likeness
from onionskin.phrases.review_cases import CaseKind, find_cases
from onionskin.phrases.stamp_days import TypedDay, find_day
from onionskin.readers.stamps.cells import OADR, Cell, Row, attach
from onionskin.readers.stamps.forms import (
    OFFICE,
    Form,
    ReviewOffice,
    forms,
    known_label,
    known_office,
    labels,
    office_called,
)
from onionskin.readers.stamps.impression import Impression
from onionskin.readers.stamps.regions import in_capitals, stamp_regions
from onionskin.record.marks import Exemption
from onionskin.record.span import Span
from onionskin.record.stamps import DecisionState, StampDecision, StampKind
from onionskin.text.clean import CleanText, Line, Style

AT_PLACE, AT_PLACE_UNBOXED = 0.45, 0.5
"""How like its label a word must be when its place on the form already speaks for it."""
TELLING = 5
"""Labels that must be there before a form is named without its office."""
WORD = re.compile(r"[A-Z]{3,}")
OWN_CASES = (CaseKind.REQUEST, CaseKind.REVIEW, CaseKind.LIBRARY)
"""Whose numbers are entered on such a stamp; a court's stands on the paper for itself."""
HEAD = r"(?:(?:U\.?\s?S\.?\s+)?(?i:Dep(?:artmen)?t\.?\s+of\s+State)[\s,]+)?"
WHO = re.compile(
    rf"\s*(?:{HEAD}{OFFICE.pattern}[\s,:]+|[Bb][Yy][:.]?\s+)(?P<who>[A-Z](?:[\w.'’-]*[ ]?){{1,4}}?)[\s_,]*"
)
"""A name or initials behind the office or `By`."""
CAPITAL_WORDS = re.compile(r"[A-Z][A-Z /.&']{1,24}")


def read_grids(text: CleanText, lines: Sequence[Line]) -> list[Impression]:
    """Every impression of a boxed review stamp among the lines (blank ones left out), in order."""
    return [impression for rows in stamp_regions(text, lines) if (impression := _read(text, rows))]


def _read(text: CleanText, rows: Sequence[Row]) -> Impression | None:
    office = _office(rows)
    known = [c for row in rows for c in row.cells if c.label]
    heading = next((row.heading for row in rows if row.heading), None)
    if not _enough(rows, known, heading):
        return None
    form = _form(known, office)
    cells = _placed(attach(rows, before=form.boxes_before), form)
    day, day_label = _day(text, cells)
    year = _review_year(day)
    decisions, doubt = _decisions(text, cells)
    beside = [who for row in rows if (who := _beside_the_day(row))]
    spans = _claims(rows, cells, heading, beside)
    signs = [s for s in ((office.sign if office else None) or (None if office else form.sign),) if s]
    if any(OADR.search(c.words) or c.until for c in cells):
        signs.append("OADR")
    return Impression(
        form=f"DEPARTMENT OF STATE {office.name}" if office else form.name,
        kind=StampKind.REVIEW,
        spans=spans,
        office=office.name if office else form.office,
        reviewer=_reviewer(text, cells) or next((who.of(text.text).strip() for who in beside), None),
        day=day,
        day_label=day_label,
        decisions=decisions,
        exemptions=_exemptions(text, cells, year),
        case=next((c.value for row in rows for c in find_cases(row.line.text) if c.kind in OWN_CASES), None),
        signs=tuple(signs),
        doubt=doubt,
    )


def _office(rows: Sequence[Row]) -> ReviewOffice | None:
    for row in rows[:3]:
        named = next((o for word in WORD.findall(row.line.text) if row.heading and (o := office_called(word))), None)
        if named:
            return named
        for m in OFFICE.finditer(row.line.text):
            office = known_office(m.group())
            if office:
                return office
            if row.heading:
                return ReviewOffice(m.group(), None)
    return None


def _form(known: Sequence[Cell], office: ReviewOffice | None) -> Form:
    names = {c.label.name for c in known if c.label}

    def fit(form: Form) -> float:
        own = len(names & form.own) - 0.5 * len(form.own - names)
        fits = len(names & set(form.labels)) - 0.5 * len(names - set(form.labels)) + own
        return fits + (3 if office and form.sign and form.sign == office.sign else 0)

    best = max(forms(), key=fit)
    signed = office is not None and office.sign is not None and office.sign == best.sign
    if signed or (len(names & set(best.labels)) >= TELLING and fit(best) > TELLING / 2):
        return best
    # A few labels that every form prints tell none: only the order of labels is then taken from the likest.
    return replace(best, name="REVIEW STAMP", office=None, sign=None)


def _enough(rows: Sequence[Row], known: Sequence[Cell], heading: Span | None) -> bool:
    """Three different labels, two under the heading, a reviewer and a day, or decisions with their boxes."""
    names = {c.label.name for c in known if c.label}
    signed = {c.label.field for c in known if c.label and c.value}
    if any(
        row.boxes and all(c.label and c.label.role == "decision" and in_capitals(c) for c in row.cells)
        for row in rows
        if row.cells
    ):
        return True
    return len(names) > 2 or (len(names) == 2 and heading is not None) or {"reviewer", "date"} <= signed


def _placed(cells: list[Cell], form: Form) -> list[Cell]:
    """The cells with labels for those misread ones whose place on the form tells them."""
    out = _joined_parts(cells)
    where = [form.labels.index(c.label.name) if c.label and c.label.name in form.labels else None for c in out]
    taken = {w for w in where if w is not None}
    for at, cell in enumerate(out):
        if cell.label or not distinct(cell.words) or find_day(cell.words):
            continue
        before = next((w for w in reversed(where[:at]) if w is not None), -1)
        after = next((w for w in where[at + 1 :] if w is not None and w > before), len(form.labels))
        free = [w for w in range(before + 1, after) if w not in taken]
        least = AT_PLACE if cell.box else AT_PLACE_UNBOXED
        best = max(free, key=lambda w: _alike(cell, form.labels[w]), default=None)
        if best is not None and _alike(cell, form.labels[best]) >= least:
            out[at] = replace(cell, label=labels()[form.labels[best]])
            where[at] = best
            taken.add(best)
    return out


def _alike(cell: Cell, name: str) -> float:
    return likeness(folded(cell.words), folded(name))


def _joined_parts(cells: Sequence[Cell]) -> list[Cell]:
    """IN PART printed below its DECLASSIFY: the two are one label. After another word it makes a label of neither."""
    out: list[Cell] = []
    for cell in cells:
        if not cell.label or cell.label.role != "part":
            out.append(cell)
            continue
        verbs = [at for at, c in enumerate(out) if c.label and c.label.name == "DECLASSIFY"]
        if out and 0 <= cell.span.start - out[-1].span.end <= 1:
            words = f"{out[-1].words} {cell.words}"
            both = Span(out[-1].span.start, cell.span.end)
            out[-1] = replace(out[-1], span=both, words=words, label=known_label(words))
        elif len(verbs) > 1 or (verbs and cell.box is None):
            first = out[verbs[-1]]
            out[verbs[-1]] = replace(first, label=labels()["DECLASSIFY IN PART"], box=_ticked_of(first, cell))
            out.append(replace(cell, label=None, words="", box=None))
        else:
            out.append(replace(cell, label=labels()["DECLASSIFY IN PART"]))
    return out


def _ticked_of(first: Cell, second: Cell) -> PrintedBox | None:
    """The box of a label on two lines: the ticked one where each line has its own."""
    return second.box if second.box and second.box.ticked else first.box or second.box


def _day(text: CleanText, cells: Sequence[Cell]) -> tuple[TypedDay | None, Span | None]:
    label = None
    for cell in cells:
        if cell.label and cell.label.field == "date":
            day = find_day(text.text, cell.span.start, cell.span.end)
            if day:
                return day, None
            label = label or cell.span
    for cell in cells:
        if cell.label and cell.label.field == "reviewer" and cell.value:
            day = find_day(text.text, cell.value.start, cell.value.end)
            if day:
                return day, None
    return None, label


def _review_year(day: TypedDay | None) -> int | None:
    if day is None:
        return None
    return day.year if day.century else 1900 + day.year if day.year > 45 else 2000 + day.year


def _reviewer(text: CleanText, cells: Sequence[Cell]) -> str | None:
    for cell in cells:
        if cell.label and cell.label.field == "reviewer" and cell.value:
            day = find_day(text.text, cell.value.start, cell.value.end)
            words = text.text[cell.value.start : day.span.start if day else cell.value.end].strip(" .,:;_-")
            if words:
                return " ".join(words.split())
    return None


def _beside_the_day(row: Row) -> Span | None:
    """Who reviewed, where no label says so: `By RGM   Date 11/24/81`, `IS/FPC/CDR  J. Able  Date:`."""
    date = next((c for c in row.cells if c.label and c.label.field == "date"), None)
    if date is None or row.boxes or any(c.label and c.span.start < date.span.start for c in row.cells):
        return None
    m = WHO.fullmatch(row.line.text[: date.span.start - row.line.span.start])
    return Span(*m.span("who")).shifted(row.line.span.start) if m else None


def _decisions(text: CleanText, cells: Sequence[Cell]) -> tuple[tuple[StampDecision, ...], str | None]:
    """One decision for each verb the stamp prints; of a label printed twice, the ticked one."""
    by_verb: dict[str, StampDecision] = {}
    for cell in cells:
        label = cell.label
        if not label or label.role != "decision" or not label.axis or not label.verb:
            continue
        ticked = cell.ticked
        decision = StampDecision(
            label.axis,
            label.verb,
            ticked,
            label.from_level if ticked else None,
            cell.to_level if ticked else None,
            cell.until if ticked else None,
            DecisionState.CANCELLED if text.has(Style.STRUCK, cell.span) else DecisionState.STANDING,
        )
        kept = by_verb.get(label.verb)
        if kept is None or (kept.checked is not True and ticked is not None and (ticked or kept.checked is None)):
            by_verb[label.verb] = decision
    boxed = [c for c in cells if c.box]
    if _contradicts(by_verb) and boxed and all(c.box and c.box.ticked for c in boxed):
        unread = (replace(d, checked=None, from_level=None, to_level=None, until=None) for d in by_verb.values())
        return tuple(
            unread
        ), "every box is printed ticked and the decisions contradict one another: the boxes cannot be read"
    return tuple(by_verb.values()), None


def _contradicts(by_verb: dict[str, StampDecision]) -> bool:
    ticked = {verb for verb, d in by_verb.items() if d.checked}
    return (
        {"declassify", "declassify-in-part"} <= ticked or {"release", "deny"} <= ticked or {"deny", "excise"} <= ticked
    )


def _exemptions(text: CleanText, cells: Sequence[Cell], year: int | None) -> tuple[Exemption, ...]:
    found: dict[Exemption, None] = {}
    for cell in cells:
        if cell.label and cell.label.field == "exemptions" and cell.value:
            for code in find_exemptions(cell.value.of(text.text), year=year):
                found.update(dict.fromkeys(code.exemptions))
    return tuple(found)


def _claims(
    rows: Sequence[Row], cells: Sequence[Cell], heading: Span | None, beside: Sequence[Span]
) -> tuple[Span, ...]:
    """What the stamp answers for: its labels, entries, boxes and heading; not the words of the paper beside it."""
    ours = {c.span for c in cells if c.label or not c.words}
    out: list[Span] = []
    for at, row in enumerate(rows):
        parts = [b.span for b in row.boxes]
        parts += [c.span for c in row.cells if c.span in ours or (row.boxes and CAPITAL_WORDS.fullmatch(c.words))]
        parts += [c.span for c in row.cells if c.box or any(o.covers(c.span) for o in ours)]
        parts += [who for who in beside if row.line.span.covers(who)]
        if row.heading:
            parts.append(row.heading)
            parts += [
                Span(row.line.span.start + m.start(), row.line.span.start + m.end())
                for m in OFFICE.finditer(row.line.text)
            ]
        if not parts and heading and _office_place(rows, at):
            parts.append(row.line.ink)
        if parts:
            out.append(_to_line_end(row.line, Span(min(p.start for p in parts), max(p.end for p in parts))))
    return tuple(sorted(out)) or (rows[0].line.ink,)


def _to_line_end(line: Line, span: Span) -> Span:
    rest = line.text[span.end - line.span.start :]
    return span if any(c.isalnum() for c in rest) else Span(span.start, line.ink.end)


def _office_place(rows: Sequence[Row], at: int) -> bool:
    """A single line of capitals between the heading and the reviewer is the office, however it was misread."""
    line = rows[at].line.text.strip()
    follows = at > 0 and rows[at - 1].heading is not None
    return follows and CAPITAL_WORDS.fullmatch(line) is not None and at + 1 < len(rows) and bool(rows[at + 1].labels)
