"""The telegram: the Department's outgoing and incoming forms of the 1940s to 1960s."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onionskin.phrases.address_lists import address_spans, below
from onionskin.phrases.addressees import HOME, Addressees, read_addressees, read_unlabelled, station, unlisted, way
from onionskin.phrases.columns import cells
from onionskin.phrases.damage import figures_found
from onionskin.phrases.found import Found
from onionskin.phrases.labels import Labelled, find_labels
from onionskin.phrases.letters import is_close, salutation
from onionskin.phrases.own_numbers import LABELLED, LONE, number_beside, opening_number, own_numbers
from onionskin.phrases.precedence import find_precedence
from onionskin.phrases.reference_lines import cites_alone
from onionskin.phrases.references import find_references
from onionskin.phrases.signatures import signature_among, signature_behind
from onionskin.phrases.titles import title_on
from onionskin.readers.contract import ReadResult
from onionskin.readers.findings import Findings
from onionskin.readers.telegram.way import DEPARTMENT, read_way
from onionskin.record.fields import Kind, NumberKind, OtherNumber
from onionskin.record.named import Named
from onionskin.record.references import ReferenceKind
from onionskin.record.span import Span
from onionskin.text.clean import CleanText, Line
from onionskin.text.prose import body_lines, is_prose

NO_ADDRESSEE = re.compile(r"\s*(?:Dep\w+\.? of State|Washington)\b", re.IGNORECASE)
"""The letterhead: never whom a telegram without labels is for."""
FOLD = re.compile(r"\s+")
SIGNATURE_LINES = 8
"""Lines with ink under the text among which the signature stands."""
NOTE_LINES = 2
"""Lines of prose at the most that may stand below the signature."""
HEAD = frozenset(
    {"action", "to", "info", "from", "number", "control", "received", "date", "subject", "precedence", "attention"}
)
SUBJECT_LINES = 3


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A telegram's lines without what marks answer for, its labels, and the direction a title gives."""

    lines: tuple[Line, ...]
    labels: tuple[Labelled, ...]
    direction: str | None

    @property
    def incoming(self) -> bool:
        """Whether it came to the Department: by its title, or by what only such a form has."""
        return self.direction == "incoming" or any(label.key in ("received", "control") for label in self.labels)


class TelegramReader:
    """Reads a telegram's form and finds its text; drafting and distribution have readers of their own."""

    name = "telegram"
    version = "9"

    def read(self, text: CleanText, taken: Sequence[Span] = ()) -> ReadResult:
        """Fields of the form, and the body. Dates are read by the `timing` reader, which sees the other dates too."""
        lines = text.masked(taken)
        findings = Findings(text, self.name)
        sheet = _Sheet(lines, tuple(find_labels([x for x in lines if not x.blank])), _titled(lines, findings))
        _addressees(sheet, findings)
        _labelled(sheet, findings)
        start = _text_start(sheet, findings)
        _head_lines(sheet, start, findings)
        body = _body(sheet, start, findings)
        _opening_number(sheet, body, findings)
        signature = _signature(sheet, body, findings)
        read_way(sheet.lines, findings, printed=sheet.direction, incoming=sheet.incoming)
        return findings.result(body=tuple(lines[at].ink for at in [*body, *signature]))


def _titled(lines: Sequence[Line], findings: Findings) -> str | None:
    """The titles of the form; the Department named beside one is who sends or receives."""
    direction = None
    inked = [line for line in lines if not line.blank]
    for line, after in zip(inked, [*inked[1:], None], strict=False):
        hit = title_on(line.text)
        span = line.ink
        if hit is None and after is not None and len(line.text.strip()) < 30 and title_on(after.text):
            both = title_on(f"{line.text.strip()} {after.text.strip()}")
            if both and both.letters_only:
                hit, span = both, Span(line.ink.start, after.ink.end)
        if hit is None or hit.title.kind is not Kind.TELEGRAM:
            continue
        if direction is None and hit.title.direction:
            post = _station(inked, line)
            turned = {"outgoing": "incoming", "incoming": "outgoing"}
            direction = turned[hit.title.direction] if post else hit.title.direction
            reason = "the form of a post: what it sends comes to the Department" if post else ""
            findings.field("direction", direction, span, confidence=hit.confidence, reason=reason)
            if post:
                findings.field("from" if direction == "incoming" else "to", post.value, post.span, confidence=0.9)
        findings.claim(span, "form-title", furniture=True)
    return direction


def _station(inked: Sequence[Line], title: Line) -> Found[Named] | None:
    """The post whose own form it is, named directly over or under the title."""
    at = inked.index(title)
    around = inked[max(0, at - 2) : at + 2]
    if any(DEPARTMENT.search(line.text) for line in around if ":" not in line.text):
        return None
    return next((post.shifted(line.span.start) for line in around if (post := station(line.text))), None)


def _addressees(sheet: _Sheet, findings: Findings) -> None:
    for label in sheet.labels:
        if label.key not in ("action", "to", "info", "from") or _is_distribution(sheet, label):
            continue
        name = {"action": "to"}.get(label.key, label.key)
        findings.claim(label.label, f"label:{label.key}", furniture=True)
        for span in address_spans(sheet.lines, sheet.labels, label):
            got = read_addressees(span.of(findings.text.text), labelled=True)
            colon = ":" in label.label.of(findings.text.text)
            if not got.posts and colon and span == label.value and (value := unlisted(span.of(findings.text.text))):
                findings.field(name, value, Span(span.start, span.start + len(value.as_printed)), confidence=0.6)
            if not got.anything:
                break
            if not findings.touches(span):
                _put(name, got, span, findings)


def _is_distribution(sheet: _Sheet, label: Labelled) -> bool:
    """On an incoming form Action and Info head the Department's own offices, not posts."""
    return label.key == "action" and sheet.direction == "incoming"


def _put(name: str, got: Addressees, span: Span, findings: Findings) -> None:
    for post in got.posts:
        at = post.span.shifted(span.start)
        findings.field(name, post.value, at, state=post.state, confidence=post.confidence, reason=post.reason)
    for word in got.precedence:
        findings.field("precedence", word.value, word.span.shifted(span.start))
        if name == "info":
            findings.field("info_precedence", word.value, word.span.shifted(span.start))
    inside = next(own_numbers(span.of(findings.text.text)), None)
    if inside and name == "to" and not got.numbers and not findings.has("number"):
        findings.field("number", inside.number, inside.span.shifted(span.start), confidence=0.9)
    if got.number and name in ("to", "from") and not findings.has("number"):
        counts = "the number at the end of the addressee's line counts the telegrams to that post"
        reason = "; ".join(said for said in (counts, got.number.reason) if said)
        confidence, at = min(got.number.confidence, 0.95), got.number.span.shifted(span.start)
        findings.field("number", got.number.value, at, state=got.number.state, confidence=confidence, reason=reason)
    elif len(got.numbers) > 1:
        for each in got.numbers:
            reason = "it counts the telegrams to the post before it, and there are several"
            other = OtherNumber(each.value, NumberKind.UNKNOWN)
            findings.field("other_numbers", other, each.span.shifted(span.start), confidence=0.8, reason=reason)


def _labelled(sheet: _Sheet, findings: Findings) -> None:
    text = findings.text.text
    for label in sheet.labels:
        value = label.value if len(label.value) else below(sheet.lines, sheet.labels, label)
        words = value.of(text)
        if label.key == "number" and (m := LABELLED.match(words)) and not findings.touches(value):
            findings.claim(label.label, "label:number", furniture=True)
            findings.found("number", figures_found(m["number"], Span(*m.span("number"))).shifted(value.start))
            if m["series"]:
                findings.field("series", m["series"].upper(), Span(*m.span("series")).shifted(value.start))
        elif label.key in ("date", "time"):
            findings.claim(label.label, f"label:{label.key}", furniture=True)
        elif label.key == "control" and (m := re.match(r"[\w-]*\d[\w-]*", words)):
            findings.claim(label.label, "label:control", furniture=True)
            findings.field("other_numbers", OtherNumber(m[0], NumberKind.CONTROL), Span(*m.span()).shifted(value.start))
        elif label.key == "subject" and not findings.has("subject"):
            findings.claim(label.label, "label:subject", furniture=True)
            span = _subject(sheet, label)
            if span:
                findings.field("subject", FOLD.sub(" ", span.of(text)), span)
        elif label.key == "precedence":
            for word in find_precedence(words):
                findings.field("precedence", word.value, word.span.shifted(value.start))


def _subject(sheet: _Sheet, label: Labelled) -> Span | None:
    """The subject goes on below where its line is full and no blank line, label or sentence of the text follows."""
    start, end = label.value.start, label.value.end
    labelled = {other.line for other in sheet.labels}
    for line in sheet.lines[label.line + 1 :][: SUBJECT_LINES - 1]:
        full = len(sheet.lines[line.index - 1].text.rstrip()) >= 48
        if line.blank or line.index in labelled or (end > start and not full):
            break
        if end > start and is_prose(line.text) and len(line.text) > 56:
            break
        start, end = (start if end > start else line.ink.start), line.ink.end
    return Span(start, end) if end > start else None


def _text_start(sheet: _Sheet, findings: Findings) -> int:
    """The line after the last label of the head: the text cannot begin before it."""
    body = body_lines(sheet.lines, _covered(sheet, findings) | _headed(sheet))
    first = next(iter(body), len(sheet.lines))
    heads = [label.line for label in sheet.labels if label.key in HEAD]
    late = [at for at in heads if at > first and sum(b < at for b in body) <= 2 and any(b > at for b in body)]
    return (max(late) + 1) if late else first


def _covered(sheet: _Sheet, findings: Findings) -> set[int]:
    return {line.index for line in sheet.lines if not line.blank and findings.covers(line.ink)}


def _head_lines(sheet: _Sheet, start: int, findings: Findings) -> None:
    """Precedence, the number beside its date, addressees without a label, and lone numbers: what stands free in the
    head.
    """
    covered = _covered(sheet, findings)
    for line in sheet.lines[:start]:
        if line.blank or is_prose(line.text):
            continue
        for word in find_precedence(line.text):
            span = word.span.shifted(line.span.start)
            free = not any(c.span.overlaps(span) and c.rule.startswith("field:") for c in findings.claims)
            if free and (not findings.has("precedence") or len(line.text.split()) <= 3):
                findings.field("precedence", word.value, span)
        if line.index in covered:
            continue
        _way(line, findings)
        _unlabelled(sheet, line, findings)
        _titled_number(line, findings)
        informed = any(c.rule == "field:info" and c.span.overlaps(line.span) for c in findings.claims)
        for own in () if informed or findings.has("number") else own_numbers(line.text):
            findings.field("number", own.number, own.span.shifted(line.span.start), confidence=0.95)
        m = LONE.fullmatch(line.text)
        if m and not findings.has("number") and _under_addressee(sheet, line):
            reason = "a number alone under the addressee counts the telegrams to that post"
            span = Span(*m.span("number")).shifted(line.span.start)
            findings.field("number", m["number"], span, confidence=0.85, reason=reason)
        elif m:
            span = Span(*m.span("number")).shifted(line.span.start)
            kind = NumberKind.UNKNOWN if findings.has("other_numbers") else NumberKind.TRANSMISSION
            reason = "a number alone in the form's head; the telegram's own stands with its addressee"
            findings.field("other_numbers", OtherNumber(m["number"], kind), span, confidence=0.6, reason=reason)


def _under_addressee(sheet: _Sheet, line: Line) -> bool:
    """Whether the action line stands a line or two above, with nothing between but its precedence."""
    above = [x for x in sheet.lines[: line.index] if not x.blank][-3:]
    actions = {label.line for label in sheet.labels if label.key in ("action", "to")}
    for x in reversed(above):
        if x.index in actions:
            return True
        if not find_precedence(x.text):
            return False
    return False


def _titled_number(line: Line, findings: Findings) -> None:
    """`DEPTEL 1359`, `USUN 1801` on a line of its own in the head."""
    if findings.has("number"):
        return
    for hit in find_references(line.text):
        cited = hit.value
        if cited.kind is ReferenceKind.TELEGRAM and cited.number and len(hit.text) * 10 >= len(line.text.strip()) * 6:
            at = line.span.start + hit.span.start + hit.text.rfind(cited.number)
            if hit.text.rfind(cited.number) >= 0:
                findings.field("number", cited.number, Span(at, at + len(cited.number)), confidence=0.85)
            if cited.series:
                series = hit.text.split()[0]
                at = line.span.start + hit.span.start
                findings.field("series", cited.series, Span(at, at + len(series)), confidence=0.85)
            return


def _way(line: Line, findings: Findings) -> None:
    """`TELEGRAM FROM AMEMBASSY MOSCOW TO DEPARTMENT OF STATE`."""
    for name, place in way(line.text).items():
        span = place.shifted(line.span.start)
        got = read_addressees(span.of(findings.text.text), labelled=True)
        if got.posts and not findings.has(name):
            _put(name, got, span, findings)


def _unlabelled(sheet: _Sheet, line: Line, findings: Findings) -> None:
    """`AMERICAN EMBASSY MOSCOW.` or `Secretary of State,` on a line of its own in the head of the older forms; on an
    incoming one the post is who sent it.
    """
    if NO_ADDRESSEE.match(line.text):
        return
    for cell in cells(line):
        words = cell.of(findings.text.text)
        got = read_unlabelled(words)
        parts = [part.span for found in (got.posts, got.precedence, got.numbers) for part in found]
        covered = sum(len(part) + 1 for part in parts) - 1
        if not got.posts or covered * 10 < len(words.strip(" .,")) * 9:
            continue
        home = bool(HOME.match(got.posts[0].value.name))
        name = "from" if sheet.incoming and not home else "to"
        if not findings.has(name) and not findings.touches(cell):
            _put(name, got, cell, findings)
            beside = number_beside(line.text[cell.end - line.span.start :])
            if beside and not findings.has("number"):
                findings.found("number", beside.shifted(cell.end))


def _body(sheet: _Sheet, start: int, findings: Findings) -> list[int]:
    """The running text, with a line right above it that cites alone; of a letter that it quotes, both ends too."""
    covered = _covered(sheet, findings) | _headed(sheet)
    body = [at for at in body_lines(sheet.lines, covered) if at >= start]
    within = sheet.lines[body[0] : body[-1]] if body else ()
    quoted = (x.index for x in within if x.index not in covered and (salutation(x.text) or is_close(x.text)))
    above = [x for x in sheet.lines[: body[0]] if not x.blank][-1:] if body else []
    lead = (x.index for x in above if x.index not in covered and findings.has("number") and cites_alone(x.text))
    return sorted({*lead, *body, *quoted})


def _headed(sheet: _Sheet) -> set[int]:
    """Lines with two labels of the head or with a number's: no running text, however many words they have."""
    held = [label.line for label in sheet.labels if label.key in HEAD]
    return {at for at in held if held.count(at) > 1} | {x.line for x in sheet.labels if x.key in ("number", "control")}


def _opening_number(sheet: _Sheet, body: Sequence[int], findings: Findings) -> None:
    """`1016. Depcirtels 983, 986`: the text may begin with the telegram's number; `1. We ... 2. You` is no such
    number.
    """
    if not body or findings.has("number"):
        return
    line = sheet.lines[body[0]]
    own = opening_number(line.text, [sheet.lines[at].text for at in body[1:]])
    if own:
        reason = "the text begins with the telegram's number"
        findings.field("number", own.number, own.span.shifted(line.span.start), confidence=0.9, reason=reason)


def _signature(sheet: _Sheet, body: Sequence[int], findings: Findings) -> list[int]:
    """A surname alone on a line below the text: who signed, though another drafted."""
    if not body:
        return []
    covered = _covered(sheet, findings) | set(body)
    # A note may follow the signature (`Note: Relayed to White House`): the text may end before the last lines of prose.
    last = body[max(0, len(body) - 1 - NOTE_LINES)] if len(body) > NOTE_LINES else body[0]
    under = [line for line in sheet.lines[last + 1 :] if not line.blank]
    free = [line for line in under[: SIGNATURE_LINES + NOTE_LINES] if line.index not in covered]
    if signed := signature_among([line.text for line in free]):
        line, name = free[signed[0]], signed[1]
        findings.field("signed_by", name.value, name.span.shifted(line.span.start), confidence=0.9)
        return [line.index]
    for at in reversed(body[-NOTE_LINES - 1 :]):
        line = sheet.lines[at]
        if person := signature_behind(line.text):
            findings.field("signed_by", person.value, person.span.shifted(line.span.start), confidence=0.8)
            return []
    return []
