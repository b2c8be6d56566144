"""The letter: date, salutation, inside address, close, signature."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from onionskin.phrases.dates import find_dates
from onionskin.phrases.labels import find_labels
from onionskin.phrases.letters import REGARDS, SIGNATURE_MARK, address_from, is_close, salutation
from onionskin.phrases.names import read_person
from onionskin.readers.contract import ReadResult
from onionskin.readers.findings import Findings
from onionskin.record.dates import PartialDate
from onionskin.record.evidence import Inference
from onionskin.record.named import Named, NamedKind
from onionskin.record.reading import ReadingState
from onionskin.record.span import Span
from onionskin.text.clean import CleanText, Line
from onionskin.text.prose import body_lines

SIGNATURE_LINES = 5
"""Lines with ink below the close among which the signature stands."""
OFFICE_HOLDERS = frozenset({"President", "Chairman", "Secretary", "Ambassador", "Minister", "Premier"})
SIGNATURE_GAP = 3
"""Lines from the close on in which a name is the signature, not an address."""
SIGNATURE_WORDS = 6
DATE_WIDTH = 70
"""Characters a line may have and still be a dateline."""
TITLE_LINE = re.compile(
    r"\s*(?:Acting )?(?:Secretary|Ambassador|Under Secretary|Assistant|Deputy|Chairman|President|Director|Minister"
    r"|Consul|Special|Chief|Prime)\b"
)
ANNEXES = frozenset({"enclosures", "copies"})
POSTSCRIPT = re.compile(r"\s*P\.? ?S\.?[ :]")
FOLD = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class _Letter:
    """A letter's lines without what marks answer for, and the indexes of its salutation and close, where it has
    them.
    """

    lines: tuple[Line, ...]
    salutation: int | None
    close: int | None


class LetterReader:
    """Reads a letter's own parts; drafting marks, enclosures and copies are read by their readers."""

    name = "letter"
    version = "1"

    def read(self, text: CleanText, taken: Sequence[Span] = ()) -> ReadResult:
        """Fields date, salutation, inside_address, to, complimentary_close, signed_by, from; and the body."""
        lines = text.masked(taken)
        greeted = next((line.index for line in lines if salutation(line.text)), None)
        close = next((line.index for line in lines[greeted or 0 :] if is_close(line.text)), None)
        letter = _Letter(lines, greeted, close)
        findings = Findings(text, self.name)
        address = _address(letter)
        _date(letter, findings)
        _addressed(letter, address, findings)
        _signed(letter, findings)
        for line in address:
            findings.claim(line.ink, "field:inside_address")
        return findings.result(body=tuple(_body(letter, address)))


def _date(letter: _Letter, findings: Findings) -> None:
    top = letter.salutation if letter.salutation is not None else len(letter.lines)
    for line in letter.lines[:top]:
        for date in find_dates(line.text) if len(line.text.strip()) <= DATE_WIDTH else ():
            if isinstance(date.value, PartialDate) and date.value.month:
                findings.field(
                    "date",
                    date.value.date.edtf,
                    date.span.shifted(line.span.start),
                    state=date.state,
                    confidence=date.confidence,
                    reason=date.reason,
                )
                return


def _addressed(letter: _Letter, address: Sequence[Line], findings: Findings) -> None:
    greeting = letter.lines[letter.salutation] if letter.salutation is not None else None
    if greeting:
        findings.field("salutation", FOLD.sub(" ", greeting.text.strip()), greeting.ink)
    if address:
        value = ", ".join(line.text.strip().rstrip(",") for line in address)
        findings.field("inside_address", value, Span(address[0].ink.start, address[-1].ink.end))
        for line in address[:2]:
            person = read_person(line.text)
            if person and person.value.surname:
                findings.field("to", person.value, person.span.shifted(line.span.start), confidence=person.confidence)
                return
    m = salutation(greeting.text) if greeting else None
    if greeting is None or m is None:
        return
    words = m["name"] or m["words"]
    named = read_person(words)
    findings.field(
        "to",
        named.value if named else Named(words, NamedKind.PERSON, words),
        Span(*m.span("name" if m["name"] else "words")).shifted(greeting.span.start),
        state=ReadingState.INFERRED,
        confidence=0.7,
        reason="no inside address was found: the person greeted is taken for the addressee",
        also=(Inference("addressee-from-salutation", (words,)),),
    )


def _signed(letter: _Letter, findings: Findings) -> None:
    if letter.close is None:
        return
    close = letter.lines[letter.close]
    findings.field("complimentary_close", FOLD.sub(" ", close.text.strip()), close.ink)
    for line, words in _under_close(letter):
        if TITLE_LINE.match(words):
            continue
        person = read_person(words)
        if person is None or len(words.split()) > SIGNATURE_WORDS:
            return
        span = person.span.shifted(line.span.start + len(line.text) - len(words))
        findings.field("signed_by", person.value, span, confidence=person.confidence)
        findings.field("from", person.value, span, confidence=person.confidence, reason="who signs a letter sends it")
        return


def _under_close(letter: _Letter) -> Iterator[tuple[Line, str]]:
    """Lines under the close with the words behind a mark of signature (`/s/`, `[Signature]`)."""
    below = [line for line in letter.lines[(letter.close or 0) + 1 :] if not line.blank]
    for line in below[:SIGNATURE_LINES]:
        mark = SIGNATURE_MARK.match(line.text)
        words = line.text[mark.end() :] if mark else line.text
        if words.strip():
            yield line, words


def _body(letter: _Letter, address: Sequence[Line]) -> Iterator[Span]:
    """The salutation, the text, the close and the signature: what an edition prints of a letter."""
    lines, start = letter.lines, letter.salutation or 0
    fixed = {letter.salutation} if letter.salutation is not None else set()
    fixed |= {line.index for line in lines[start:] if not line.blank and REGARDS.fullmatch(line.text)}
    if letter.close is not None:
        fixed |= {letter.close, *_signature(letter)}
    barred = {line.index for line in address} | set(range(start)) | fixed | set(_annexes(letter))
    for at in sorted({*body_lines(lines, barred), *fixed}):
        yield lines[at].ink


def _annexes(letter: _Letter) -> Iterator[int]:
    """The lines from the first of `Enclosure:` and `cc:` under the close on, a postscript apart."""
    below = [line for line in letter.lines[letter.close + 1 :] if not line.blank] if letter.close is not None else []
    first = next((label.line for label in find_labels(below) if label.key in ANNEXES), None)
    last = next((line.index for line in below if POSTSCRIPT.match(line.text)), len(letter.lines))
    yield from range(first, last) if first is not None else ()


def _signature(letter: _Letter) -> Iterator[int]:
    """The signature and the line of title under it."""
    seen = False
    for line, words in _under_close(letter):
        if TITLE_LINE.match(words) or (not seen and read_person(words) and len(words.split()) <= SIGNATURE_WORDS):
            seen = True
            yield line.index
        else:
            return


def _address(letter: _Letter) -> list[Line]:
    """The inside address: over the salutation, at the foot of the first page, or after the signature."""
    places = range(len(letter.lines))
    body = set(body_lines(letter.lines, {letter.salutation} if letter.salutation is not None else set()))
    for at in places:
        line = letter.lines[at]
        if line.blank or at == letter.salutation:
            continue
        found = address_from(letter.lines, at)
        if found and not (at in body and len(line.text) > 60):
            return found
    return _unheaded(letter) or _at_the_foot(letter)


def _at_the_foot(letter: _Letter) -> list[Line]:
    """An address without a title of honour under the signature: it names the person greeted, and a place."""
    greeting = salutation(letter.lines[letter.salutation].text) if letter.salutation is not None else None
    if greeting is None or letter.close is None:
        return []
    greeted = (greeting["name"] or "").split()
    below = letter.lines[letter.close + 1 :]
    for at, line in enumerate(below):
        person = read_person(line.text) if not line.blank else None
        if person is None or (greeted and person.value.surname not in greeted and greeted[-1] not in OFFICE_HOLDERS):
            continue
        block = list(takewhile(lambda x: not x.blank and len(x.text) < 60, below[at:]))
        if len(block) > 1 and line.index > letter.close + SIGNATURE_GAP:
            return block
    return []


def _unheaded(letter: _Letter) -> list[Line]:
    """An address without a title of honour: the lines between date and salutation, a name first."""
    if letter.salutation is None:
        return []
    block: list[Line] = []
    for line in reversed(letter.lines[: letter.salutation]):
        if line.blank:
            if block:
                break
            continue
        if any(True for _ in find_dates(line.text)) or len(line.text.strip()) > 60 or line.text.isupper():
            break
        block.insert(0, line)
    return block if len(block) > 1 and read_person(block[0].text) else []
