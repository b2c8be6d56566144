"""The letter: date, salutation, inside address, close, signature."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onionskin.phrases.dates import find_dates
from onionskin.phrases.found import Found
from onionskin.phrases.labels import find_labels
from onionskin.phrases.letter_forms import LetterParts, letter_form
from onionskin.phrases.letterheads import is_letterhead
from onionskin.phrases.letters import (
    ASSURANCE_LINES,
    ON_BEHALF,
    REGARDS,
    SIGNATURE_MARK,
    SIGNED_AS,
    SPECKS,
    TITLE_LINE,
    address_from,
    assured,
    blocks,
    is_close,
    is_foot_address,
    salutation,
)
from onionskin.phrases.names import read_person
from onionskin.phrases.office_holders import read_holder
from onionskin.phrases.signatures import signed_for
from onionskin.phrases.worn_days import worn_day_at_head
from onionskin.readers.contract import ReadResult
from onionskin.readers.findings import Findings
from onionskin.record.dates import PartialDate
from onionskin.record.evidence import Inference
from onionskin.record.named import Named, NamedKind
from onionskin.record.reading import ReadingState
from onionskin.record.span import Span
from onionskin.text.clean import CleanText, Line
from onionskin.text.prose import body_lines, is_prose

SIGNATURE_LINES = 5
"""Lines with ink below the close among which the signature stands."""
OFFICE_HOLDERS = frozenset({"President", "Chairman", "Secretary", "Ambassador", "Minister", "Premier"})
SIGNATURE_GAP = 3
"""Lines from the close on in which a name is the signature, not an address."""
SIGNATURE_WORDS = 6
DATE_WIDTH = 70
"""Characters a line may have and still be a dateline."""
ANNEXES = frozenset({"enclosures", "copies"})
POSTSCRIPT = re.compile(r"\s*P\.? ?S\.?[ :]")
WISHES = re.compile(
    r"\s*(?:with )?(?:(?:all (?:the )?)?(?:my )?(?:very )?(?:best|kind(?:est)?|warm(?:est)?|good|personal|cordial)"
    r"(?:,? (?:and )?\w+)? (?:regards|wishes)|(?:my )?respects|all the best|regards|as always|cheers"
    r"|your obedient servant|your friend)"
    r"(?: (?:to|from) [^.]{1,40})?\s*[,.]?\s*",
    re.IGNORECASE,
)
"""What stands for a close where there is no other."""
LEAD_IN = re.compile(r"\s*(?:I (?:am|remain|have the honor to be)|Believe me)\b.{0,50},\s*")
"""`Believe me, my dear Foster,` over the close."""
REIGNAL = re.compile(r"\s+[IVX]{1,5}\.?\s*")
MONARCH = re.compile(r"\s*(?:Emperor|Empress|King|Queen|Shah|Shahinshah|Sultan|Emir|Amir|Prince|Pope)\b", re.IGNORECASE)
"""`HAILE SELASSIE I` over `Emperor`: who reigns has no surname, his name is one."""
NUMBERED = re.compile(r"\s*N[o0]\.?\s*(?P<number>\d{1,5}(?:[/-][A-Z0-9]{1,6}){0,4})\s*")
"""`No. 114/W/64`, over a note of an embassy or a letter that its office counts."""
HONORED = re.compile(r"\s*(?:The Honou?rable|His Excellency|Her Excellency),?\s+(?:the\s+|(?=The\s))")
"""`The Honorable the Secretary of State`, who is addressed by his office alone."""
REPLY = re.compile(r"\s*in reply (?:please )?refer to:?.{0,20}\s*", re.IGNORECASE)
FOLD = re.compile(r"\s+")

_Signature = tuple[Span, Named, float]
"""Where a name stands that signs, whose it is, and how sure that is."""


@dataclass(frozen=True, slots=True)
class _Letter:
    """A letter's lines without what marks answer for, and the indexes of its salutation and close, where it has
    them; `closing` is the first line of a close of several, `close` its last.
    """

    lines: tuple[Line, ...]
    salutation: int | None
    closing: int | None
    close: int | None
    address: frozenset[int] = frozenset()
    signature: _Signature | None = None

    @property
    def last(self) -> int:
        """The last line of the text, where no close follows it."""
        start = self.salutation or 0
        behalf = next((n for n, line in enumerate(self.lines) if n > start and ON_BEHALF.fullmatch(line.text)), None)
        if behalf is not None:
            return behalf - 1
        at = [n for n in body_lines(self.lines, self.address) if n >= start]
        return at[-1] if at else len(self.lines)


class LetterReader:
    """Reads a letter's own parts; drafting marks, enclosures and copies are read by their readers."""

    name = "letter"
    version = "10"

    def read(self, text: CleanText, taken: Sequence[Span] = ()) -> ReadResult:
        """Fields date, salutation, inside_address, to, complimentary_close, signed_by, from; and the body."""
        lines = text.masked(taken)
        greeted = next((line.index for line in lines if salutation(line.text)), None)
        below = lines[greeted or 0 :]
        closing, close = _closed(below)
        letter = _Letter(lines, greeted, closing, close)
        findings = Findings(text, self.name)
        address = _address(letter)
        letter = replace(letter, address=frozenset(line.index for line in address))
        letter = replace(letter, signature=_signature(letter))
        _letterhead(letter, findings)
        _subject(letter, findings)
        _numbered(letter, findings)
        _date(letter, findings)
        _addressed(letter, address, findings)
        _signed(letter, findings)
        for line in address:
            findings.claim(line.ink, "field:inside_address")
        return findings.result(body=tuple(_body(letter, address)), form=letter_form(_parts(letter, text, findings)))


def _closed(below: Sequence[Line]) -> tuple[int | None, int | None]:
    """The first and the last line of the close."""
    for at, line in enumerate(below):
        if is_close(line.text):
            return line.index, line.index
        if count := assured([row.text for row in below[at : at + ASSURANCE_LINES]]):
            return line.index, below[at + count - 1].index
    wished = next((line.index for line in below if WISHES.fullmatch(line.text)), None)
    return wished, wished


def _parts(letter: _Letter, text: CleanText, findings: Findings) -> LetterParts:
    """What says of which sort the letter is; marks are among its lines, though other readers answer for them."""
    top = letter.salutation if letter.salutation is not None else 0
    signed = letter.signature
    last = signed[0].end if signed else 0
    dated = next((str(f.reading.value) for f in findings.fields if f.name == "date"), "")
    return LetterParts(
        head=[line.text for line in text.lines[:top] if not line.blank and line.index not in letter.address],
        address=[text.lines[at].text for at in sorted(letter.address)],
        salutation=text.lines[top].text if letter.salutation is not None else "",
        close=text.lines[letter.close].text if letter.close is not None else "",
        signed=signed[1] if signed else None,
        under=[line.text for line, _ in _under_close(letter) if line.span.start >= last],
        year=int(dated[:4]) if dated[:4].isdigit() else None,
    )


def _date(letter: _Letter, findings: Findings) -> None:
    top = letter.salutation if letter.salutation is not None else len(letter.lines)
    for line in letter.lines[:top]:
        # Where no salutation was legible the text stands among these lines, and the days in it are of what it cites.
        dateline = len(line.text.strip()) <= DATE_WIDTH and not is_prose(line.text)
        for date in find_dates(line.text) if dateline else ():
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
    if worn := worn_day_at_head(letter.lines[:top]):
        findings.found("date", worn)


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
        for line in address[:2]:
            styled = HONORED.match(line.text)
            lead = styled.end() if styled else 0
            if holder := read_holder(line.text[lead:]):
                at = holder.span.shifted(line.span.start + lead)
                findings.field("to", holder.value, at, confidence=holder.confidence)
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
    if letter.closing is not None and letter.close is not None:
        first = letter.lines[letter.closing]
        specks = len(first.text.strip()) - len(first.text.strip().lstrip(SPECKS))
        at = Span(first.ink.start + specks, letter.lines[letter.close].ink.end)
        findings.field("complimentary_close", FOLD.sub(" ", at.of(findings.text.text)), at)
    if letter.signature:
        span, person, confidence = letter.signature
        acting = next((each for line, _ in _under_close(letter) if (each := _signed_for(line))), None)
        signer = acting or Found(span, person, "", confidence)
        findings.field("signed_by", signer.value, signer.span, confidence=signer.confidence)
        reason = "another signed for whose name is typed" if acting else "who signs a letter sends it"
        findings.field("from", person, span, confidence=confidence, reason=reason)


def _signature(letter: _Letter) -> _Signature | None:
    """Who signed, the name typed in full before one in hand: `Tommy` over `Llewellyn E. Thompson`."""
    found: list[_Signature] = []
    stamped = False
    under = list(_under_close(letter))
    for at, (line, words) in enumerate(under):
        if TITLE_LINE.match(words) or ON_BEHALF.fullmatch(words) or signed_for(line.text):
            continue
        person = read_person(words)
        if person is None and not found and ":" not in words:
            stamped = True  # a receipt stamp was read across the signature
            continue
        if person is None or len(words.split()) > SIGNATURE_WORDS or (found and (person.value.office or ":" in words)):
            break
        whole = len(person.text) * 10 >= len(words.strip()) * 6
        if (letter.close is None or stamped) and not (whole and person.value.given):
            break
        span = person.span.shifted(line.span.start + len(line.text) - len(words))
        reigns = REIGNAL.fullmatch(words, person.span.end) and any(
            MONARCH.match(row) for _, row in under[at + 1 : at + 2]
        )
        named = replace(person.value, surname=person.value.name, given=None) if reigns else person.value
        found.append((span, named, person.confidence))
    hand = [each for each in found if " " not in each[1].name]
    full = [each for each in found if " " in each[1].name]
    # Only where the first is a name by itself: under a full name stand titles, and then other people.
    return next(iter(full if hand and found[0] is hand[0] and full else found), None)


def _signed_for(line: Line) -> Found[Named] | None:
    found = signed_for(line.text)
    return found.shifted(line.span.start) if found else None


def _under_close(letter: _Letter) -> Iterator[tuple[Line, str]]:
    """Lines under the close, or the text, with the words behind a mark of signature (`/s/`, `[Signature]`)."""
    above = letter.close if letter.close is not None else letter.last
    below = [line for line in letter.lines[above + 1 :] if not line.blank and line.index not in letter.address]
    for line in below[:SIGNATURE_LINES]:
        hand = SIGNED_AS.fullmatch(line.text)
        mark = None if hand else SIGNATURE_MARK.match(line.text)
        words = line.text[hand.start("name") :] if hand else line.text[mark.end() :] if mark else line.text
        if words.strip():
            yield line, words


def _body(letter: _Letter, address: Sequence[Line]) -> Iterator[Span]:
    """The salutation, the text, the close and the signature: what an edition prints of a letter."""
    lines, start = letter.lines, letter.salutation or 0
    fixed = {letter.salutation} if letter.salutation is not None else set()
    fixed |= {
        line.index
        for line in lines[start:]
        if not line.blank and (REGARDS.fullmatch(line.text) or LEAD_IN.fullmatch(line.text))
    }
    fixed |= set(_signature_lines(letter))
    if letter.closing is not None and letter.close is not None:
        fixed |= set(range(letter.closing, letter.close + 1))
    barred = {line.index for line in address} | set(range(start)) | fixed | set(_annexes(letter))
    for at in sorted({*body_lines(lines, barred), *fixed}):
        yield lines[at].ink


def _annexes(letter: _Letter) -> Iterator[int]:
    """The lines from the first of `Enclosure:` and `cc:` under the close on, a postscript apart."""
    below = [line for line in letter.lines[letter.close + 1 :] if not line.blank] if letter.close is not None else []
    first = next((label.line for label in find_labels(below) if label.key in ANNEXES), None)
    last = next((line.index for line in below if POSTSCRIPT.match(line.text)), len(letter.lines))
    yield from range(first, last) if first is not None else ()


def _signature_lines(letter: _Letter) -> Iterator[int]:
    """The signature, in hand and typed, and the line of title under it."""
    last = letter.signature[0].end if letter.signature else -1
    for line, words in _under_close(letter):
        if TITLE_LINE.match(words) or ON_BEHALF.fullmatch(words) or line.span.start < last:
            yield line.index
        else:
            return


def _letterhead(letter: _Letter, findings: Findings) -> None:
    """The printed head of the paper, and the reference that the answer is to bear."""
    for line in letter.lines[: letter.salutation or 0]:
        if line.index not in letter.address and (is_letterhead(line.text) or REPLY.fullmatch(line.text)):
            findings.claim(line.ink, "letterhead", furniture=True)


def _subject(letter: _Letter, findings: Findings) -> None:
    """`Subject: Loan to Iran`, between the head and the text."""
    start = letter.salutation or 0
    for label in find_labels([line for line in letter.lines[max(0, start - 8) : start + 8] if not line.blank]):
        if label.key == "subject" and len(label.value) and label.line not in letter.address:
            findings.claim(label.label, "label:subject", furniture=True)
            findings.field("subject", FOLD.sub(" ", label.value.of(findings.text.text)), label.value)
            return


def _numbered(letter: _Letter, findings: Findings) -> None:
    """The number that the office gave the letter, alone on a line over the salutation."""
    for line in letter.lines[: letter.salutation or 0]:
        m = NUMBERED.fullmatch(line.text) if line.index not in letter.address else None
        if m is not None:
            findings.field("number", m["number"], Span(*m.span("number")).shifted(line.span.start), confidence=0.9)
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
    """An address without a title of honour under the signature: it names the person greeted, or a house or post."""
    greeting = salutation(letter.lines[letter.salutation].text) if letter.salutation is not None else None
    if greeting is None or letter.close is None:
        return []
    greeted = (greeting["name"] or "").split()
    signed = False
    for block in blocks(letter.lines[letter.close + 1 :]):
        person = read_person(block[0].text)
        if person and len(block) > 1 and block[0].index > letter.close + SIGNATURE_GAP:
            names = {person.value.surname, *(person.value.given or "").split()[:1]}
            meant = not greeted or greeted[-1] in OFFICE_HOLDERS or names & {*greeted}
            if meant or (signed and is_foot_address([line.text for line in block])):
                return block
        # A name in hand alone stands over the one that is typed.
        signed = signed or any(found.value.given for line in block if (found := read_person(_unmarked(line.text))))
    return []


def _unmarked(words: str) -> str:
    """The words behind a mark of signature."""
    mark = SIGNATURE_MARK.match(words)
    return words[mark.end() :] if mark else words


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
