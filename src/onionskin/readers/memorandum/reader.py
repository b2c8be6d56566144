"""Memoranda, memoranda of conversation among them: the block of labels over the text, and the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from onionskin.phrases.columns import CELL, DRIFT
from onionskin.phrases.form_hints import says_something
from onionskin.phrases.labels import Labelled, find_labels
from onionskin.phrases.letterheads import is_letterhead
from onionskin.phrases.names import read_person, read_persons
from onionskin.phrases.office_holders import CAPITALIZED, OFFICE_NOUN, read_holder
from onionskin.phrases.officers import read_officer
from onionskin.phrases.offices import is_symbol, read_offices
from onionskin.phrases.own_titles import own_title
from onionskin.phrases.participant_lists import Row, in_a_list, read_list
from onionskin.phrases.participants import PLACED, begins_person
from onionskin.phrases.titles import title_on
from onionskin.readers.contract import ReadResult
from onionskin.readers.findings import Findings
from onionskin.readers.memorandum.days import FILED, read_day, read_number
from onionskin.readers.memorandum.signature import read_signature
from onionskin.record.named import Named, NamedKind
from onionskin.record.span import Span
from onionskin.text.clean import CleanText, Line, Style
from onionskin.text.headings import NUMBERING
from onionskin.text.prose import body_lines, is_prose

PERSONS = {"to": "to", "from": "from", "through": "through", "info": "info", "participants": "participants"}
WORDS = {"subject": "subject", "place": "place"}
ADDRESSED = frozenset({"to", "from", "through"})
LISTED = frozenset({"to", "participants", "info"})
HEAD_LINES = 30
"""Lines at the head of the paper among which its date is looked for, where no label shows it."""
SUBJECT_LINES = 3
LIST_LINES = 40
"""Lines a list of participants may have."""
FOR_THE_RECORD = re.compile(r"\s*(?P<record>(?:the\s+)?re\s?cord)\b(?=\s+of\b|\s*[,.:;]|\s*\Z)", re.IGNORECASE)
"""`THE RECORD OF HARBOR COMMISSION MEETING`: for the record, and of what."""
FOR_ALONE = re.compile(r"\s*MEMO(?:RANDUM)?\s+(?:FOR|TO)\s*")
"""`MEMORANDUM FOR` over those it is for."""
OPEN = re.compile(r"(?:^|[\s.])(?:of|and|the|in|by|for|to|with|on|from|at)\s*$", re.IGNORECASE)
"""What no subject ends with: `RECORDS OF THE`, over `HARBOR COMMISSION`."""
FOLD = re.compile(r"\s+")


_Party = tuple[Named, Span]


class MemorandumReader:
    """Reads TO, THROUGH, FROM, SUBJECT, DATE, PARTICIPANTS, PLACE, and finds the text below them."""

    name = "memorandum"
    version = "18"

    def read(self, text: CleanText, taken: Sequence[Span] = ()) -> ReadResult:
        """Fields of the block of labels, the title, and the body."""
        lines = text.masked(taken)
        findings = Findings(text, self.name)
        labels = _head_labels(lines)
        # A line that another reader answers for is masked, but it still ends the value above it: `COPIES TO: S/S`.
        printed = {label.line for label in find_labels([line for line in text.lines if not line.blank])}
        for label, after in zip(labels, [*labels[1:], None], strict=False):
            stop = min((at for at in printed if at > label.line), default=len(lines))
            _labelled(label, _value_lines(lines[:stop], label, after), findings)
        _unlabelled_sender(lines, labels, findings)
        last = max((line.index for line in lines if _covered(line, findings)), default=-1)
        dated = read_day(lines[: max(last + 1, HEAD_LINES)], findings)
        _title(lines[: last + 1], findings)
        if dated:
            read_number(lines, dated, findings)
        barred = {line.index for line in lines if line.index <= last or _covered(line, findings)}
        barred |= {line.index for line in lines if not line.blank and _pencilled(text, line)}
        body = body_lines(lines, barred)
        _own_title(lines, last, body, findings)
        signature = read_signature(lines, body, findings)
        return findings.result(body=tuple(lines[at].ink for at in [*body, *signature]))


def _unlabelled_sender(lines: Sequence[Line], labels: Sequence[Labelled], findings: Findings) -> None:
    """The forms print FROM between TO and SUBJECT; where the label is not legible, the officer who stands there."""
    to = next((label.line for label in labels if label.key == "to"), None)
    subject = next((label.line for label in labels if label.key == "subject"), None)
    if to is None or subject is None or findings.has("from"):
        return
    for line in lines[to + 1 : subject]:
        found = None if line.blank or _covered(line, findings) else read_officer(line.text.lstrip())
        if found:
            why = "the label is not legible; FROM stands between TO and SUBJECT"
            findings.field("from", found.value, found.span.shifted(line.ink.start), confidence=0.75, reason=why)
            return


def _pencilled(text: CleanText, line: Line) -> bool:
    """A line all by hand: a remark to whoever has the paper next, and no part of it."""
    return any(each.style is Style.HAND and each.span.covers(line.ink) for each in text.styles)


def _own_title(lines: Sequence[Line], last: int, body: Sequence[int], findings: Findings) -> None:
    """What an action memorandum bears for a subject, without a label, between its head and its first section."""
    if findings.has("subject") or not body or last < 0:
        return
    # One line: below it stand the names of sections.
    head = [line for line in lines[last + 1 : body[0]] if not line.blank][:1]
    for line in own_title(head):
        findings.field("title", FOLD.sub(" ", line.ink.of(findings.text.text)), line.ink, confidence=0.8)


def _head_labels(lines: Sequence[Line]) -> list[Labelled]:
    """The labels over the text: those before its first sentence."""
    inked = [line for line in lines if not line.blank]
    bare = [Labelled("to", x.ink, Span(x.ink.end, x.ink.end), x.index) for x in inked if FOR_ALONE.fullmatch(x.text)]
    labels = sorted([*find_labels(inked), *bare], key=lambda label: label.line)
    labelled = {label.line for label in labels}
    below_subject = {label.line + n for label in labels if label.key == "subject" for n in range(1, SUBJECT_LINES)}
    apart = labelled | below_subject | {at for label in labels for at in _listed_under(lines, label)}
    # A title may have as many words as a sentence: MINUTES OF MEETING OF THE SPECIAL GROUP.
    prose = (x.index for x in lines if is_prose(x.text) and x.index not in apart and not title_on(x.text))
    first = next(prose, len(lines))
    return [label for label in labels if label.line < first]


def _title(head: Sequence[Line], findings: Findings) -> None:
    for line in head:
        if title_on(line.text):
            findings.claim(line.ink, "form-title", furniture=True)
        elif is_letterhead(line.text) and not _covered(line, findings):
            findings.claim(line.ink, "letterhead", furniture=True)


def _covered(line: Line, findings: Findings) -> bool:
    return findings.touches(line.ink)


def _value_lines(lines: Sequence[Line], label: Labelled, after: Labelled | None) -> list[Span]:
    """The value's first words, and the lines below it down to the next label, a gap, or the text."""
    spans = [label.value] if len(label.value) else []
    last = lines[label.line]
    for line in lines[label.line + 1 : after.line if after else len(lines)][:LIST_LINES]:
        if line.blank:
            continue
        goes_on = label.key == "subject" and _is_open(last, line)
        gap = lines[line.index - 1].blank and not goes_on
        opened = label.key in ADDRESSED and last.text.rstrip().endswith(",") and not gap and not is_prose(line.text)
        if not opened and not _is_listed(lines, line, label) and _ends_value(label.key, line, spans, gap=gap):
            break
        spans.append(line.ink)
        last = line
    return spans


def _is_open(last: Line, line: Line) -> bool:
    """Whether a subject ends with a small word and goes on below, though a blank line stands between."""
    return line.index - last.index <= 2 and OPEN.search(last.text) is not None and not is_prose(line.text)


def _listed_under(lines: Sequence[Line], label: Labelled) -> list[int]:
    """The lines of a list of participants, however much their titles read like sentences."""
    if label.key != "participants":
        return []
    below = (line for line in lines[label.line + 1 :][:LIST_LINES] if not line.blank)
    return [line.index for line in takewhile(lambda line: _is_listed(lines, line, label), below)]


def _is_listed(lines: Sequence[Line], line: Line, label: Labelled) -> bool:
    """Whether a line under a label of participants is of their list: it stands as far in as the words behind the label,
    begins with a person, or goes on with the line above.
    """
    if label.key != "participants":
        return False
    inset = label.value.start - lines[label.line].span.start
    if len(label.value) and line.ink.start - line.span.start >= inset - DRIFT:
        return True
    above = lines[line.index - 1]
    return not above.blank and in_a_list(line.text, above.text)


def _ends_value(key: str, line: Line, spans: Sequence[Span], *, gap: bool) -> bool:
    if key == "subject":
        return bool(spans) and (gap or len(spans) >= SUBJECT_LINES or FILED.match(line.text) is not None)
    if is_prose(line.text):
        return True
    if NUMBERING.match(line.text) and not begins_person(line.text.strip()):
        return True  # `W. R. Tyler, EUR` is numbered by nobody
    if key == "participants":
        first = CELL.search(line.text)
        return gap and len(line.text.strip()) > 60 and not (first and begins_person(first[0]))
    if key in LISTED:
        return gap and bool(spans) and not read_person(line.text)
    return bool(spans)


def _labelled(label: Labelled, values: Sequence[Span], findings: Findings) -> None:
    if label.key in WORDS and values:
        findings.claim(label.label, f"label:{label.key}", furniture=True)
        span = Span(values[0].start, values[-1].end)
        if says_something(span.of(findings.text.text)):
            findings.field(WORDS[label.key], FOLD.sub(" ", span.of(findings.text.text)), span)
    elif label.key in PERSONS:
        findings.claim(label.label, f"label:{label.key}", furniture=True)
        listed = label.key == "participants"
        named = read_list(_rows(values, findings.text)) if listed else []
        for span in values:
            if label.key in ADDRESSED and named and (larger := _gone_on(named[-1], span, findings.text)):
                named[-1] = larger
                continue
            found = [] if listed else [(v, at.shifted(span.start)) for v, at in _people(span.of(findings.text.text))]
            if label.key in ADDRESSED and named and (placed := _placed(named[-1], found)):
                named[-1] = placed
            else:
                named += found
            findings.claim(span, f"field:{PERSONS[label.key]}")
        for value, at in named:
            findings.field(PERSONS[label.key], value, at)
    elif label.key in ("date", "time"):
        findings.claim(label.label, f"label:{label.key}", furniture=True)


def _rows(values: Sequence[Span], text: CleanText) -> list[Row]:
    """The lines that a label's value takes, each at its own columns."""
    starts = [line.span.start for line in text.lines]
    rows = []
    for span in values:
        start = starts[bisect_right(starts, span.start) - 1]
        rows.append(Row(start, " " * (span.start - start) + span.of(text.text)))
    return rows


def _placed(above: tuple[Named, Span], found: Sequence[tuple[Named, Span]]) -> tuple[Named, Span] | None:
    """The person of the line above with where he is: `MR. HENRY A. KISSINGER` over `THE WHITE HOUSE`."""
    person, at = above
    if len(found) != 1 or person.kind is not NamedKind.PERSON or person.office:
        return None
    place, where = found[0]
    unknown = place.kind is NamedKind.OFFICE and place.office is None
    return (replace(person, office=place.name), Span(at.start, where.end)) if unknown else None


def _gone_on(above: _Party, line: Span, text: CleanText) -> _Party | None:
    """The office of the line above, which ends with its comma, with the larger one on `line`: `Chief, Visa Branch,`
    over `Consular Division`.
    """
    office, at = above
    words = line.of(text.text).strip()
    open_ = office.kind is NamedKind.OFFICE and text.text[at.end : at.end + 1] == ","
    if not open_ or not CAPITALIZED.fullmatch(words) or not OFFICE_NOUN.search(words):
        return None
    name = f"{office.name}, {words}"
    return replace(office, name=name, office=name), Span(at.start, line.end)


def _people(words: str) -> Iterator[tuple[Named, Span]]:
    """Persons, or the office where no person is named (`THROUGH: S/S`)."""
    if record := FOR_THE_RECORD.match(words):
        name = "The Record"
        yield Named(name, NamedKind.OFFICE, record["record"], office=name), Span(*record.span("record"))
        return
    first = CELL.match(words)
    cell = first[0] if first else words
    officer = read_officer(cell) or read_officer(cell[: cell.find(")") + 1])
    holder = officer or read_holder(words) or read_holder(cell)
    if holder:
        yield holder.value, holder.span
        return
    placed = PLACED.match(words)
    if placed and is_symbol(placed["office"]) and (holder := read_holder(words[placed.end() :])):
        yield holder.value, Span(placed.start("office"), placed.end() + holder.span.end)
        return
    persons = [] if _is_officer(words) else [p for p in read_persons(words) if not is_symbol(p.text)]
    for person in persons:
        yield person.value, person.span
    if persons:
        return
    offices = read_offices(words)
    for office in offices:
        yield office.value, office.span
    if not offices and CAPITALIZED.fullmatch(words):
        name = words.strip()
        yield Named(name, NamedKind.OFFICE, name), Span(0, len(name))


def _is_officer(words: str) -> bool:
    """`Security Adviser, Honor and Merit Board`: an office and where it is, which would pass for two names."""
    post, comma, where = words.partition(",")
    nouns = list(OFFICE_NOUN.finditer(post))
    if not (comma and nouns and nouns[-1].end() == len(post.rstrip()) and CAPITALIZED.fullmatch(where)):
        return False
    return not any(person.value.title for person in read_persons(where))
