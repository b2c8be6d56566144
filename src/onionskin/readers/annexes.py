"""What goes with a paper and to whom besides: enclosures and copies, named under the signature."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onionskin.lexicon.period import frequencies
from onionskin.phrases.dates import find_dates
from onionskin.phrases.form_hints import says_something
from onionskin.phrases.labels import Labelled, find_labels
from onionskin.phrases.names import read_persons
from onionskin.phrases.offices import is_symbol, known_symbol, office_behind, read_offices
from onionskin.phrases.page_marks import CAPTION_TO, enclosure_caption
from onionskin.phrases.posts import read_posts
from onionskin.phrases.recipients import PERSON
from onionskin.phrases.references import find_references
from onionskin.readers.cited import reference_to
from onionskin.readers.contract import FieldReading, ReadResult
from onionskin.readers.findings import Findings
from onionskin.record.fields import Enclosure
from onionskin.record.named import Named, NamedKind
from onionskin.record.references import Reference
from onionskin.record.span import Span
from onionskin.text.clean import CleanText, Line
from onionskin.text.joining import ends_sentence
from onionskin.text.prose import is_prose

ITEM = re.compile(r"\s*(?:\(?\d{1,2}(?:[.)]|\s?[-–—])|[-•]|\(?[A-Za-z][.)]|Tab [A-Z]\b\s*[-–—:]?)\s+(?=\S)")
NUMBERED = re.compile(r"\s*\(?\d{1,2}[.)]\s+")
"""`3. Chief of Operations`: which of those who get a copy."""
AT_TAB = re.compile(
    r"(?:\A|[.!?:]\s+|\n\s*\n\s*)(?:\(?\d{1,2}[.)]\s+)?(?:Attached\s+)?(?:[Aa]t|[Aa]s)\s+(?P<tab>Tab\s+[A-Z0-9])\b"
)
"""`At Tab A is a telegram received this morning`, at the beginning of a sentence."""
NAMED = re.compile(r"\s*(?:Encl(?:osure)?s?|Attachments?)\.?\s*:")
"""`Enclosure: One photostat of the register.` names what goes with it, however much it reads like a sentence."""
DRAFTER = re.compile(r"\s*[A-Z][A-Z/]*:\S+")
"""A drafter's mark (`IO:HC:TL`) is no office that gets a copy."""
FOLD = re.compile(r"\s+")
CAPTION_LINES = 6
"""Lines with ink at the head of a paper among which the caption stands that it bears as an enclosure."""
LINES = 10
"""Lines under a label that may still be its items."""
WRAPPED_WORDS = 6
"""Words at the most on the last line of an enclosure's name."""
LONGEST_NAME = 6
"""Words of a recipient that no list knows."""
DESIGNATED = re.compile(
    r"\s*(?:Orig(?:inal)?\.?|\d{1,2})(?:\s*(?:&|and|\+)\s*\d{1,2})?\s*(?:cc|copy|copies)?\s*(?:[-–—:]|\Z)\s*",
    re.IGNORECASE,
)
"""`Orig & 1 - Addressee`, `2 - File`: which copies, before who gets them."""
COUNTED = re.compile(r"\s*(?P<who>[A-Z][A-Za-z&/.' -]{1,24}?)\s*[-–—]\s*\d{1,2}\s*")
"""`OCI - 2`, `INR/DDC - 1`: an office, and how many copies it gets."""
LETTERS = re.compile(r"[A-Z]{3,5}")
"""`OCI`: letters that are no word and no name of the period are those of an office."""
STYLE = re.compile(r"(?:Esq(?:uire)?|Jr|Sr|II|III|Ph\.? ?D)\.?")
"""What stands behind a comma and belongs to the name."""
WITH = re.compile(r"\W*\b(?:w/(?:o/?)?\s?(?:att|encl)|h/w|u/s/c).*", re.IGNORECASE)
"""What goes with a copy, `w/att 1 h/w`, behind who gets it; h/w is herewith, u/s/c under separate cover."""
PLACED = re.compile(r"\s*(?P<place>[A-Z][\w./' ]{1,40}?)\s*(?:\s[-–—]{1,2}|[-–—]{2}|:)\s*(?=[A-Z])")
"""`Amembassy New Delhi - Mr. Prentiss`: where he is, before a person."""
SPLIT = re.compile(r"\s*[;,]\s*|\s{3,}")


class AnnexReader:
    """Reads enclosures and attachments as the paper names them, and the list of copies."""

    name = "annexes"
    version = "14"

    def read(self, text: CleanText, taken: Sequence[Span] = ()) -> ReadResult:
        """Fields enclosures and copies_to, and what the names cite. `Attachment.` alone is one without a name."""
        lines = text.masked(taken)
        findings = Findings(text, self.name)
        head = [line for line in lines if not line.blank][:CAPTION_LINES]
        references = list(_caption(head, findings))
        for label in find_labels([line for line in lines if not line.blank]):
            line = lines[label.line].text
            if label.key == "enclosures" and (NAMED.match(line) or not is_prose(line)):
                references += _enclosures(label, lines, findings)
            elif label.key == "copies":
                _copies(label, lines, findings)
        if not findings.has("enclosures"):
            _tabs(findings)
        return findings.result(references=tuple(references))


def _caption(head: Sequence[Line], findings: Findings) -> Iterator[Reference]:
    """`Enclosure to Mr. Marlow's letter of May 3, 1950` over an enclosure: of what it is one, none of its words.

    It cites the paper that carries it.
    """
    for line in head:
        caption = enclosure_caption(line.text)
        if caption and CAPTION_TO.search(caption):
            findings.claim(line.ink, "enclosure-caption", furniture=True)
            yield from _cited(line.ink, findings)
            return


def _cited(words: Span, findings: Findings) -> Iterator[Reference]:
    for hit in find_references(words.of(findings.text.text)):
        yield reference_to(hit, findings.text.inks(hit.span.shifted(words.start), findings.reader))


def _items(label: Labelled, lines: Sequence[Line], *, listed: bool) -> Iterator[Span]:
    """The words behind the label, and the lines below it: numbered or set under the first ones (`listed`)."""
    if len(label.value):
        yield label.value
    column = label.value.start - lines[label.line].span.start if len(label.value) else 0
    blanks = 0
    for line in lines[label.line + 1 :][: 2 * LINES]:
        if line.blank:
            blanks += 1
            if blanks > 1:
                return
            continue
        indent = len(line.text) - len(line.text.lstrip())
        under = indent >= 3 and (not column or abs(indent - column) <= 4)
        first = not column and line.index - label.line <= 2 and _is_item(line)
        # Names under one another that are set in seem paragraphs to whoever put the page in order.
        apart = listed and (_is_recipient(line) or COUNTED.fullmatch(line.text) is not None)
        if not (ITEM.match(line.text) or first or apart or (not blanks and (under or listed))):
            return
        if _is_labelled(line) or DRAFTER.match(line.text):
            return
        yield line.ink
        blanks = 0


def _is_labelled(line: Line) -> bool:
    """Whether a label begins the line; `C. KARA 2716, subject: Pilots` has one in its middle and is an item."""
    label = next(find_labels([line]), None)
    item = ITEM.match(line.text)
    return label is not None and not (item and label.label.start > line.span.start + item.end())


def _is_item(line: Line) -> bool:
    """A few words that may be an enclosure's name: no drafter's mark, no sentence."""
    words = line.text.strip()
    return (
        len(words.split()) <= 9
        and not re.search(r"[:/\[\]]|^\d", words)
        and words[:1].isupper()
        and not words.isupper()
    )


def _is_recipient(line: Line) -> bool:
    """A person with a title or an office, alone on the line."""
    words = line.text.strip()
    return bool(re.fullmatch(PERSON, words)) or is_symbol(words)


def _enclosures(label: Labelled, lines: Sequence[Line], findings: Findings) -> Iterator[Reference]:
    """Every enclosure of a list, and the papers that their names cite: `Rome 243, August 8`."""
    text = findings.text.text
    spans = _wrapped(list(_items(label, lines, listed=False)), lines, text)
    numbered = [m.end() if (m := ITEM.match(span.of(text))) else 0 for span in spans]
    for span, lead in zip(spans, numbered, strict=True):
        words = Span(span.start + lead, span.end)
        name = FOLD.sub(" ", words.of(text)).strip()
        if says_something(name):
            findings.field("enclosures", Enclosure(name, words.of(text)), words)
            yield from _cited(words, findings)
    if findings.has("enclosures") and spans:
        findings.claim(label.label, "label:enclosures", furniture=True)
        return
    whole = Span(label.label.start, max(label.label.end, label.value.end))
    printed = whole.of(text)
    whole = Span(whole.end - len(printed.lstrip()), whole.end)
    findings.field("enclosures", Enclosure(FOLD.sub(" ", whole.of(text)).strip(), whole.of(text)), whole)


def _wrapped(spans: Sequence[Span], lines: Sequence[Line], text: str) -> list[Span]:
    """The items with the words wrapped to the line right under the last one, which begin with a small letter."""
    if not spans or ends_sentence(spans[-1].of(text)):
        return list(spans)
    below = next((line for line in lines if line.span.start > spans[-1].start), None)
    if below is None or below.blank or not below.text.strip()[:1].islower() or len(below.text.split()) > WRAPPED_WORDS:
        return list(spans)
    return [*spans[:-1], Span(spans[-1].start, below.ink.end)]


def _tabs(findings: Findings) -> None:
    """What the text says to lie at its tabs, where no list names it; the words stay words of the text."""
    told: set[str] = set()
    text = findings.text
    for m in AT_TAB.finditer(text.text) if " Tab " in text.text else ():
        if m["tab"] not in told:
            told.add(m["tab"])
            span = Span(*m.span("tab"))
            reading = text.reading(
                Enclosure(" ".join(m["tab"].split()), m["tab"]), span, findings.reader, confidence=0.8
            )
            findings.fields.append(FieldReading("enclosures", reading))


def _copies(label: Labelled, lines: Sequence[Line], findings: Findings) -> None:
    text = findings.text.text
    found = False
    for span in _items(label, lines, listed=True):
        words = WITH.sub("", span.of(text))
        if is_prose(words) or _is_day(words.strip()):
            break
        designated, counted = DESIGNATED.match(words) or NUMBERED.match(words), COUNTED.fullmatch(words)
        lead = designated.end() if designated else 0
        words = words[: counted.end("who")] if counted else words
        for value, at in _recipients(words[lead:]):
            findings.field("copies_to", value, at.shifted(span.start + lead))
            found = True
        if found and len(words) < len(span):
            findings.claim(Span(span.start + len(words), span.end), "copies", furniture=True)
    if found:
        findings.claim(label.label, "label:copies", furniture=True)


def _recipients(words: str) -> Iterator[tuple[Named, Span]]:
    """Persons, offices and posts, each part of the list by itself; `Mr. Ball, U` is a person and his office, and `Hugh
    Able, Esq., The Hague` one at a post, whose post has no copy of its own.
    """
    start = 0
    parts = []
    for m in [*SPLIT.finditer(words), None]:
        end = m.start() if m else len(words)
        if words[start:end].strip(" .-–—"):
            parts.append((start, end))
        start = m.end() if m else end
    held: tuple[Named, Span] | None = None
    for start, end in parts:
        symbol = words[start:end].strip(" .-–—")
        if held and held[0].kind is NamedKind.PERSON and held[0].office is None and is_symbol(symbol):
            at = words.index(symbol, start)
            yield replace(held[0], office=known_symbol(symbol) or symbol), Span(held[1].start, at + len(symbol))
            held = None
            continue
        if held and held[0].kind is NamedKind.PERSON and STYLE.fullmatch(words[start:end].strip(" ,")):
            held = (held[0], Span(held[1].start, end))
            continue
        if (
            held
            and held[0].kind is NamedKind.PERSON
            and held[0].office is None
            and _is_post(words[start:end].strip(" ."))
        ):
            yield replace(held[0], office=words[start:end].strip(" .")), Span(held[1].start, end)
            held = None
            continue
        yield from (held,) if held else ()
        held = None
        for held_next in _recipient(words[start:end], start):
            yield from (held,) if held else ()
            held = held_next
    yield from (held,) if held else ()


def _is_day(words: str) -> bool:
    """Whether the words are a day, which stands in the next box of the form."""
    return any(len(day.text) == len(words) for day in find_dates(words))


def _is_post(words: str) -> bool:
    """Whether the words are a post and nothing else: `The Hague`, `Amembassy London`."""
    posts = read_posts(words)
    return len(posts) == 1 and posts[0].text == words


def _recipient(words: str, at: int) -> Iterator[tuple[Named, Span]]:
    """What one part of the list names: a post, an office, persons, or else its own words."""
    placed = PLACED.match(words)
    if placed and (is_symbol(placed["place"]) or read_posts(placed["place"])):
        persons = read_persons(words[placed.end() :])
        if len(persons) == 1 and persons[0].value.office is None:
            value = replace(persons[0].value, office=known_symbol(placed["place"]) or placed["place"])
            yield value, Span(at + placed.start("place"), at + placed.end() + persons[0].span.end)
            return
    posts = read_posts(words)
    if posts and sum(len(p.text) for p in posts) * 2 > len(words.strip()):
        yield from ((post.value, post.span.shifted(at)) for post in posts)
        return
    bare = words.strip(" .-–—")
    if is_symbol(bare):
        begin = at + words.index(bare)
        name = known_symbol(bare) or bare
        yield Named(name, NamedKind.OFFICE, bare, office=name), Span(begin, begin + len(bare))
        return
    persons = [] if LETTERS.fullmatch(bare) and bare.lower() not in frequencies() else read_persons(words)
    if persons:
        for person in persons:
            office = None if person.value.office else office_behind(words, person.span.end)
            value = replace(person.value, office=office.value.office) if office else person.value
            yield value, Span(person.span.start, office.span.end if office else person.span.end).shifted(at)
        return
    offices = read_offices(words)
    if offices:
        yield from ((office.value, office.span.shifted(at)) for office in offices)
    elif re.search(r"[A-Za-z]", bare) and len(bare.split()) <= LONGEST_NAME and not _is_day(bare):
        begin = at + words.index(bare)
        yield Named(bare, NamedKind.OFFICE, bare), Span(begin, begin + len(bare))
