"""The Agency's cables of the 1950s to 1970s: forms with TO, FROM, ACTION, INFO over the message, and the message's own
heading.

The heading is typed and survives where the form's labels do not: `PRIORITY DIR CITE WAVE 8201` under `S E C R E T
270258Z`. The date-time group has no month; the stamp beside it (`27 NOV 63 IN 68499`) lends month and year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from onionskin.phrases.cable_stamps import CableStamp, find_stamps
from onionskin.phrases.citing import HOME, DateTimeGroup, find_citing, find_group, find_row, read_places, read_urgency
from onionskin.phrases.columns import CELL
from onionskin.phrases.dates import Day, find_dates
from onionskin.phrases.found import Found
from onionskin.phrases.own_dates import of_the_writing
from onionskin.phrases.posts import read_posts
from onionskin.phrases.precedence import find_precedence
from onionskin.phrases.printed_forms import form_cells, form_words
from onionskin.phrases.titles import title_on
from onionskin.readers.contract import ReadResult
from onionskin.readers.findings import Findings
from onionskin.record.dates import PartialDate
from onionskin.record.evidence import Inference
from onionskin.record.fields import NumberKind, OtherNumber
from onionskin.record.marks import Distribution, DistributionRole
from onionskin.record.named import Named
from onionskin.record.reading import ReadingState
from onionskin.record.span import Span
from onionskin.text.clean import CleanText, Line
from onionskin.text.prose import body_lines, is_prose, lines_above_text

LABEL = re.compile(
    r"\W*(?P<label>T[O0C]|1[O0]|FROM|FR0M|FRON|FRCM|F&OM|ACTION|INFO|CONF|DATE|OATE|ORIG|UNIT|EXT)(?:\s*[:;.,·•*'’|]+\s*|\s+)(?P<value>\S.*)"
)
ALONE = re.compile(r"\W*(?P<label>T[O0]|1[O0]|FROM|FR0M|FRON|FRCM|F&OM)\W*")
"""A label without its value."""
BOX_WORDS = 4
RECEIPT = re.compile(r"TO[RC]\s*[:;.]?\s*$")
"""Before the time of receipt: `TOR:261220Z MAY 72`."""
KEYS = {
    "T": "to",
    "1": "to",
    "F": "from",
    "A": "action",
    "I": "info",
    "C": "info",
    "D": "date",
    "O": "date",
    "U": "",
    "E": "",
}
GAP = re.compile(r"\s{3,}")
SENT = re.compile(r"(?P<sender>[A-Z]{2,12})\s(?P<number>\d{3,6})")
OFFICE = re.compile(r"(?<![\w/])(?P<office>[A-Z][A-Z/&-]{1,14}(?:\s?[A-Z])?)(?:\s(?P<copies>\d{1,2}))?(?![\w/])")
NUMBER_BELOW = re.compile(r"(?:^|\s{3,})(?P<number>\d{5})\s*$")
NUMBER_LINES = 2
HEAD_LINES = 34
SHORT = 4
"""Letters of a city by which a message's heading names a post."""
DAYS_BETWEEN = 3
"""Days by which the stamp of receipt may lie behind the group."""


class AgencyCableReader:
    """Reads a cable's form and heading, and finds its text."""

    name = "agency-cable"
    version = "6"

    def read(self, text: CleanText, taken: Sequence[Span] = ()) -> ReadResult:
        """Fields to, info, from, number, precedence, direction, date, received; distribution; body."""
        lines = text.masked(taken)
        findings = Findings(text, self.name)
        head = lines_above_text(lines, HEAD_LINES)
        _heading(head, findings)
        if not findings.has("from"):
            _in_columns(head, findings)
        distribution = tuple(_form(head, findings))
        _dates(lines, head, findings)
        _direction(findings)
        for line in lines:
            if line.blank or findings.touches(line.ink):
                continue
            if title_on(line.text) or form_words(line.text):
                findings.claim(line.ink, "form-title", furniture=True)
            for cell in form_cells(line.text):
                findings.claim(cell.shifted(line.span.start), "form-title", furniture=True)
        barred = {line.index for line in lines if not line.blank and findings.touches(line.ink)}
        body = [at for at in body_lines(lines, barred) if not head or at > head[0].index]
        return findings.result(distribution=distribution, body=tuple(lines[at].ink for at in body))


def _heading(head: Sequence[Line], findings: Findings) -> None:
    """`DIR LISB INFO WAVE CITE ROME 9301`; where CITE stands with the group, the addressees are on the next line."""
    for at, line in enumerate(head):
        row = find_row(line.text)
        if row:
            _put("from", [row[1].shifted(line.span.start)], findings)
            if row[2]:
                findings.field("number", row[2].value, row[2].span.shifted(line.span.start), confidence=0.9)
            return
        citing = find_citing(line.text)
        if citing is None:
            continue
        start = line.span.start
        before = line.text[: citing.span.start]
        group = find_group(before)
        before = " " * group.span.end + before[group.span.end :] if group else before
        action, info = read_places(re.sub(r"^\W*(?:TO|T0|10)\b", lambda m: " " * len(m[0]), before), at=start)
        if not action and (beside := _addressing(head, at)):
            action, more = read_places(beside.text, at=beside.span.start)
            info = info or more
        _put("to", [_in_full(place, "to", head) for place in action], findings)
        _put("info", info, findings)
        for word in find_precedence(line.text) or read_urgency(before):
            findings.found("precedence", word.shifted(start))
        sender = _in_full(citing.sender.shifted(start), "from", head)
        findings.field("from", sender.value, sender.span, confidence=sender.confidence, reason="who is cited sends")
        if citing.number:
            findings.field(
                "number", citing.number.value, citing.number.span.shifted(start), confidence=citing.number.confidence
            )
        elif below := _number_below(head[at + 1 :][:NUMBER_LINES]):
            findings.field("number", below[1], below[0], confidence=0.8)
        return


def _number_below(lines: Sequence[Line]) -> tuple[Span, str] | None:
    """The number that the form has under CITE DIR, at the end of a line."""
    for line in lines:
        m = NUMBER_BELOW.search(line.text)
        if m and not is_prose(line.text):
            return Span(*m.span("number")).shifted(line.span.start), m["number"]
    return None


def _in_columns(head: Sequence[Line], findings: Findings) -> None:
    """The row under TO, INFO and CITE, where the form prints these side by side: `DIR WAVE   KNGS 0415`."""
    for line, row in pairwise(head):
        labels = [m[0] for m in CELL.finditer(line.text)]
        cells = list(CELL.finditer(row.text))
        sent = SENT.fullmatch(cells[-1][0]) if len(cells) > 1 else None
        if sent is None or labels[0] not in ("TO", "T0") or Levenshtein.distance(labels[-1], "CITE") > 1:
            continue
        at = row.span.start + cells[-1].start()
        for sender in read_places(sent["sender"], at=at)[0]:
            findings.field("from", sender.value, sender.span, confidence=sender.confidence, reason="who is cited sends")
            findings.field("number", sent["number"], Span(*sent.span("number")).shifted(at), confidence=0.9)
            _put("to", read_places(cells[0][0], at=row.span.start + cells[0].start())[0], findings)
            for cell in cells[1:-1]:
                _put("info", read_places(cell[0], at=row.span.start + cell.start())[0], findings)
            return


def _addressing(head: Sequence[Line], at: int) -> Line | None:
    """The line under CITE where that has the addressees; it names headquarters, INFO or how fast, a slug does not."""
    below = head[at + 1] if at + 1 < len(head) else None
    if below is None or find_citing(below.text) or LABEL.match(below.text):
        return None
    words = below.text.replace(".", " ").replace(",", " ").split()
    said = any(word in HOME or word == "INFO" for word in words) or next(iter(find_precedence(below.text)), None)
    posts = [post.text for post in read_posts(below.text)]
    return below if said or (posts and " ".join(words).startswith(posts[0])) else None


def _in_full(short: Found[Named], box: str, head: Sequence[Line]) -> Found[Named]:
    """The post as the form's own box spells it, where the heading has its first letters alone: CARA under CARACAS."""
    for line in head:
        m = LABEL.match(line.text)
        if m is None or find_citing(line.text) or (KEYS[m["label"][0]] != box):
            continue
        every = [place for each in read_places(m["value"], at=line.span.start + m.start("value")) for place in each]
        longer = (p for p in every if len(p.text) > len(short.text) >= SHORT and p.text.startswith(short.text))
        return next(longer, short)
    return short


def _put(name: str, places: Sequence[Found[Named]], findings: Findings) -> None:
    for place in places:
        if not findings.touches(place.span):
            findings.field(name, place.value, place.span, confidence=place.confidence)


def _form(head: Sequence[Line], findings: Findings) -> Iterator[Distribution]:
    """The boxes of the form: whom it is for and who sent it, and the offices that got it."""
    asked: set[str] = set()
    for line in head:
        m = LABEL.match(line.text)
        alone = None if m else ALONE.fullmatch(line.text)
        if alone and not findings.touches(line.ink):
            _boxed(alone["label"], head, line, findings)
        key = KEYS[m["label"][0]] if m else ""
        if m is None or not key or key in asked or (m["label"][0] == "1" and not _from_below(head, line)):
            continue
        gap = GAP.search(m["value"])
        value = m["value"][: gap.start()] if gap else m["value"]
        start = line.span.start + m.start("value")
        asked.add(key)
        if key in ("action", "info"):
            yield from _offices(
                value, start, DistributionRole.ACTION if key == "action" else DistributionRole.INFO, findings
            )
            findings.claim(Span(line.span.start + m.start("label"), start), f"label:{key}", furniture=True)
        elif key in ("to", "from") and not find_citing(line.text):
            _party(key, value, start, findings)
            findings.claim(Span(line.span.start + m.start("label"), start), f"label:{key}", furniture=True)


def _boxed(label: str, head: Sequence[Line], line: Line, findings: Findings) -> None:
    """A label whose value an engine set on the line below."""
    below = next((x for x in head if x.index > line.index), None)
    if below is None or LABEL.match(below.text) or ALONE.fullmatch(below.text) or len(below.text.split()) > BOX_WORDS:
        return
    _party("to" if label[0] in "T1" else "from", below.text, below.span.start, findings)
    findings.claim(line.ink, "label:box", furniture=True)


def _from_below(head: Sequence[Line], line: Line) -> bool:
    """Whether FROM stands under a `10`, which then is TO."""
    below = [x for x in head if line.index < x.index <= line.index + 6]
    return any((m := LABEL.match(x.text)) and m["label"][0] == "F" for x in below)


def _party(name: str, value: str, start: int, findings: Findings) -> None:
    action, info = read_places(value, at=start)
    if name == "from":
        if not findings.has("from") and action:
            _put("from", action[:1], findings)
        return
    if not findings.has("to"):
        _put("to", action, findings)
    if not findings.has("info"):
        _put("info", info, findings)


def _offices(value: str, start: int, role: DistributionRole, findings: Findings) -> Iterator[Distribution]:
    """`DDP, CI/OPS, CCS 2`: the Agency's own offices, with their copies."""
    for m in OFFICE.finditer(value):
        span = Span(*m.span()).shifted(start)
        if not findings.touches(span):
            findings.claim(span, "distribution")
            copies = int(m["copies"]) if m["copies"] else None
            yield Distribution(m["office"], role, copies=copies, evidence=findings.text.inks(span, findings.reader))


def _dates(lines: Sequence[Line], head: Sequence[Line], findings: Findings) -> None:
    """The group with the month that a stamp or a DATE box lends it; else that day itself."""
    for line in head:
        whole = [d for d in find_dates(line.text) if _is_sent(d, line.text)]
        if whole and isinstance(whole[0].value, PartialDate):
            findings.field("date", whole[0].value.edtf, whole[0].span.shifted(line.span.start), confidence=0.95)
            return
    group = next(((g, line) for line in head if (g := _group(line.text))), None)
    free = [line for line in lines if not line.blank and not is_prose(line.text)]
    stamps = [(s, line) for line in free for s in find_stamps(line.text)]
    top = [pair for pair in stamps if pair[1] in head] or stamps
    if not top:
        return
    labelled = next((pair for pair in top if (m := LABEL.match(pair[1].text)) and KEYS[m["label"][0]] == "date"), None)
    near = [pair for pair in top if group and _sent(group[0], pair[0])]
    arrived = next((s for s, _ in near if s.incoming), None)
    stamp, line = labelled or (near or of_the_writing([s.day.year for s, _ in top], top))[0]
    span = stamp.span.shifted(line.span.start)
    sent = _sent(group[0], arrived or stamp) if group else None
    if group and sent:
        why = "the group has no month; the stamp beside it gives it"
        lent = (Inference("month-from-stamp", (stamp.day.edtf,)),)
        at = group[0].span.shifted(group[1].span.start)
        findings.field("date", sent.edtf, at, state=ReadingState.INFERRED, confidence=0.9, reason=why, also=lent)
        if arrived and not labelled:
            findings.field("received", stamp.day.edtf, span, confidence=0.85)
    else:
        findings.field("date", stamp.day.edtf, span, confidence=0.85)
    for each, where in top:
        if each.number:
            number = OtherNumber(each.number.value, NumberKind.CONTROL)
            findings.field("other_numbers", number, each.number.span.shifted(where.span.start), confidence=0.8)


def _is_sent(found: Found[Day], words: str) -> bool:
    """Whether a date is a whole group in Z that is not the time of receipt."""
    value = found.value
    return isinstance(value, PartialDate) and value.offset == 0 and not RECEIPT.search(words[: found.span.start])


def _group(words: str) -> DateTimeGroup | None:
    row = find_row(words)
    return row[0] if row else find_group(words)


def _sent(group: DateTimeGroup, stamp: CableStamp) -> PartialDate | None:
    """The group's day in the stamp's month or the one before; None where they lie too far apart."""
    if stamp.day.month is None or stamp.day.day is None:
        return None
    stamped = date(stamp.day.year, stamp.day.month, stamp.day.day)
    for back in range(-DAYS_BETWEEN, DAYS_BETWEEN + 1):
        day = date.fromordinal(stamped.toordinal() - back)
        if day.day == group.day:
            return PartialDate(day.year, day.month, day.day, group.hour, group.minute, offset=0)
    return None


def _direction(findings: Findings) -> None:
    """Headquarters sends or is sent to."""
    for name, direction in (("from", "outgoing"), ("to", "incoming")):
        names = [f.reading.value.name for f in findings.fields if f.name == name and isinstance(f.reading.value, Named)]
        if "Director" in names:
            why = f"the Director {'sends it' if name == 'from' else 'is an addressee'}"
            findings.inferred("direction", direction, "direction-from-headquarters", "Director", reason=why)
            return
