"""Where papers begin in a text, and what says so: titles of forms, salutations, blocks of labels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import pairwise

from onionskin.phrases.cable_headings import labelled
from onionskin.phrases.cables import LAST, PageHead, number_line, page_head
from onionskin.phrases.citing import find_citing, find_group
from onionskin.phrases.columns import CELL, bounds_of, under
from onionskin.phrases.date_groups import read_date_group
from onionskin.phrases.label_words import letters
from onionskin.phrases.labels import Labelled, find_labels
from onionskin.phrases.letters import is_close, salutation
from onionskin.phrases.officers import read_officer
from onionskin.phrases.own_numbers import own_numbers
from onionskin.phrases.page_marks import CAPTION_TO, enclosure_caption, enclosure_number
from onionskin.phrases.posts import read_posts
from onionskin.phrases.printed_forms import FormFound, find_printed_forms
from onionskin.phrases.references import find_references
from onionskin.phrases.titles import Title, title_on
from onionskin.record.fields import Kind
from onionskin.record.named import NamedKind
from onionskin.record.references import ReferenceKind
from onionskin.text.clean import Line
from onionskin.text.prose import is_prose

ADDRESSED = frozenset({"to", "action", "info", "from"})
NEAR = 12
"""Lines with ink within which two heads are of one paper."""
FIRST_HALF = 6
"""Letters of the first line of a title that is broken over two."""
HEAD_LINES = 12
"""Lines with ink at the head of a paper among which its own number stands."""
TELEGRAM_SIGNS = 3
"""Labels of a telegram that must stand together where no post is addressed: routing sheets have ACTION and NO. too."""
MEMO_PAIRS = ({"to", "from"}, {"subject", "date"}, {"to", "subject"}, {"from", "subject"})
TELEGRAM_LABELS = frozenset({"number", "control", "received", "info", "action", "precedence"})
MEMO_LABELS = frozenset({"to", "from", "subject", "date", "through"})
CAPTIONED = 0.8
"""How sure the caption of an enclosure is, where no page turn stands before it."""
FROM = re.compile(r"\s*(?:FM|FROM)\s+[A-Z]+\b")
A_DIGIT = re.compile(r"\d")
ELECTRONIC = "electronic"
ATTRIBUTES = "attributes"
"""The subkind of the page on which an archive's database says what it knows of a telegram."""
STRONG = 0.9
"""How sure a title is with which another paper begins, though the telegram before it has no end mark."""
FORM_LINES = 60
"""Lines with ink below the date-time group among which the form shows itself; a list of addressees may be long."""
TOP_LINES = 3
"""Lines with ink above which a title stands at the head of its page."""
CONTINUATION = re.compile(r"\bCONTINUATION\s+OF\b")
AGENCY_TITLES = frozenset({"CLASSIFIEDMESSAGE", "OUTGOINGMESSAGE", "INCOMINGMESSAGE"})
AGENCY_LINES = 24
OTHERS = re.compile(
    r"DEPARTMENT|FOREIGN SERVICE|EMBASSY|AMEMB|CONGEN|CONSUL|\bLEGATION|SECSTATE|SECRETARY|USUN|USMISSION|DEPT"
    r"|JOINT CHIEFS|JCS|ARMY|CINC|NAVY|AIR FORCE|DEFENSE|MISSION|STATE\b",
    re.IGNORECASE,
)
"""Who else heads messages and dispatches so."""
CABLE_SIGN = re.compile(r"\bCITE\b|\bIN\s?\d{5}\b|\bPERSON/UNIT\b|\bRID COPY\b|^\W*CONF\s*[:·.]")


@dataclass(frozen=True, slots=True)
class Head:
    """A sign that a paper of `kind` begins about line `line` (an index); `reason` is for a person."""

    line: int
    kind: Kind
    reason: str
    confidence: float
    direction: str | None = None
    subkind: str | None = None
    page: bool = False
    top: bool = False
    """The paper begins with this very line, and with the marks right above it."""
    end: int | None = None
    """The last line (an index) of the paper, where the form says so."""
    titled: bool = False
    """A title says so, which the next pages may bear again."""
    caption: bool = False
    """The caption of an enclosure says so, in the middle of a file that has no page turns."""
    form: str | None = None
    """The printed blank that it is known by."""


STATIONERY_LINES = 6
"""Lines with ink below the stationery's own word among which a paper's title stands."""


def find_heads(lines: Sequence[Line]) -> list[Head]:
    """Every head in order of its line; several may be of one paper. `lines` are without those that marks answer for."""
    inked = [line for line in lines if not line.blank]
    forms = list(find_printed_forms(inked))
    titles = [h for h in (*_titled(inked), *_saluted(inked), *_cited(inked)) if not _of_form(h, forms, inked)]
    groups = _groups(inked)
    electronic = _electronic(inked, titles, groups)
    heads = [h for h in (*_printed(forms), *titles) if not any(within(h, other) for other in electronic)]
    by_labels = [h for h in _labelled(inked, [h.line for h in (*heads, *electronic)]) if not _of_form(h, forms, inked)]
    if not electronic:
        by_labels += [h for h in _teletyped(inked, groups) if not _of_form(h, forms, inked)]
    heads += [h for h in by_labels if not any(within(h, other) for other in electronic)]
    if inked and inked[0].page == inked[-1].page:
        heads += _captioned(inked)
    return sorted([*heads, *electronic], key=lambda h: h.line)


def _captioned(lines: Sequence[Line]) -> Iterator[Head]:
    """`Enclosure No. 2`, `TAB B` on a line of its own with text below it; one of a list has another below it."""
    captions = [at for at, line in enumerate(lines) if enclosure_caption(line.text) and _is_numbered(line)]
    for at, after in pairwise([*captions, len(lines)]):
        if at and any(is_prose(line.text) for line in lines[at + 1 : after]):
            line, held = lines[at], faint_head(lines[at + 1 : after])
            kind = held.kind if held else Kind.OTHER
            reason = f"the caption {line.text.strip()!r}"
            yield Head(line.index, kind, reason, CAPTIONED, top=True, caption=True)


def _is_numbered(caption: Line) -> bool:
    """Whether a caption says which enclosure it is, or of what: one that does not is the note under a letter."""
    return enclosure_number(caption.text) is not None or CAPTION_TO.search(caption.text) is not None


def _teletyped(lines: Sequence[Line], groups: AbstractSet[int]) -> list[Head]:
    """The first heading with a date-time group and its sender, of whatever years."""
    begun = (lines[at] for at in sorted(groups))
    return [Head(line.index, Kind.TELEGRAM, "a heading with a date-time group", 0.9) for line in begun][:1]


def within(head: Head, other: Head) -> bool:
    """Whether a head stands inside another paper whose end is known: what it says is quoted there."""
    return other.end is not None and other.line <= head.line <= other.end


@dataclass(slots=True)
class _Message:
    """An electronic telegram while its lines are gone through: what its pages have in common, and where it ends."""

    head: Head
    key: PageHead | None
    page: int
    end: int
    ended: bool = False


def _electronic(lines: Sequence[Line], titles: Sequence[Head], groups: AbstractSet[int]) -> list[Head]:
    """Electronic telegrams with all their sections, and the archive's page of attributes behind one.

    A telegram begins with `PAGE 01`, or with its date-time group and FM where none is open, and ends with its end mark.
    """
    attributes = {h.line: h for h in titles if h.subkind == ATTRIBUTES}
    strong = {h.line for h in titles if h.confidence >= STRONG and h.line not in attributes}
    messages: list[_Message] = []
    tops = 0
    for at, line in enumerate(lines):
        tops = 0 if at == 0 or lines[at - 1].page != line.page else tops + 1
        last = messages[-1] if messages else None
        open_ = last is not None and not last.ended
        grouped = at in groups
        if new := _begun(lines, at, last, attributes.get(line.index), grouped=grouped, high=tops <= TOP_LINES):
            messages.append(new)
        elif last is not None and last.key is not None and _continues(line, last.key):
            last.ended, last.end = False, line.index
        elif last is not None and open_ and line.index in strong and line.page > last.page and tops <= TOP_LINES:
            last.ended = True
        elif last is not None and open_:
            last.end, last.ended = line.index, bool(LAST.fullmatch(line.text))
    return [replace(each.head, end=each.end) for each in messages]


def _first_page(line: Line) -> PageHead | None:
    """The head of a first page."""
    head = page_head(line.text) if A_DIGIT.search(line.text) else None
    return head if head is not None and head.page == 1 else None


def _continues(line: Line, key: PageHead) -> bool:
    """Whether a further section of the telegram begins here."""
    head = _first_page(line)
    return head is not None and head.of_one_telegram(key)


def _begun(  # noqa: PLR0913 - what is known of a line
    lines: Sequence[Line], at: int, last: _Message | None, attributes: Head | None, *, grouped: bool, high: bool
) -> _Message | None:
    """The telegram or page of attributes that begins at a line; `grouped`: its date-time group stands there."""
    line = lines[at]
    if attributes is not None:
        return _Message(attributes, None, line.page, line.index)
    if (key := _first_page(line)) is not None:
        if last is not None and last.key is not None and key.of_one_telegram(last.key):
            return None
        reason = f"the head of an electronic telegram's first page: {line.text.strip()!r}"
        head = Head(line.index, Kind.TELEGRAM, reason, 0.97, subkind=ELECTRONIC, top=True)
        return _Message(head, key, line.page, line.index)
    quoted = last is not None and not last.ended and not (high and line.page > last.page and last.key is None)
    if quoted or not grouped or not _has_form(lines, at):
        return None
    reason = "an electronic heading with a date-time group"
    return _Message(Head(line.index, Kind.TELEGRAM, reason, 0.9, subkind=ELECTRONIC), None, line.page, line.index)


def _groups(lines: Sequence[Line]) -> frozenset[int]:
    """Where a date-time group stands with the sender below it, by their places in `lines`."""
    sent = [at for at, line in enumerate(lines) if FROM.match(line.text)]
    near = {at for n in sent for at in range(max(0, n - 4), n + 1) if lines[n].index - lines[at].index <= 4}
    return frozenset(at for at in near if read_date_group(lines[at].text) is not None)


def _has_form(lines: Sequence[Line], at: int) -> bool:
    """Whether the form of 1973 shows itself below: TAGS, an executive order, or a level with post and number."""
    for line in lines[at + 1 : at + 1 + FORM_LINES]:
        held = labelled(line.text)
        if (held is not None and held[0] in ("tags", "executive_order")) or number_line(line.text, None) is not None:
            return True
    return False


def _titled(lines: Sequence[Line]) -> Iterator[Head]:
    for at, line in enumerate(lines):
        head = title_on(line.text)
        if head and any(CONTINUATION.search(x.text) for x in lines[max(0, at - 2) : at + 1]):
            head = None
        broken = head is None and len(line.text) < 30 and len(letters(line.text)) >= FIRST_HALF
        if broken and at + 1 < len(lines) and lines[at + 1].index - line.index <= 2:
            # OUTGOING / TELEGRAM on two lines; a number above a title is no half of it.
            below = title_on(lines[at + 1].text)
            both = title_on(f"{line.text.strip()} {lines[at + 1].text.strip()}") if below else None
            head = both if both and both.letters_only else None
        if head and not _is_stationery(head.title, lines[at + 1 : at + 1 + STATIONERY_LINES]):
            t = head.title
            subkind = "agency" if _agency(t, lines[at:]) else t.subkind
            reason = f"the title {line.text.strip()!r}"
            yield Head(line.index, t.kind, reason, head.confidence, t.direction, subkind, t.page, titled=True)


def _is_stationery(title: Title, below: Sequence[Line]) -> bool:
    """`MEMORANDUM` over `THE WHITE HOUSE`, where the paper's own title stands below: MEMORANDUM OF CONVERSATION."""
    if title.letters != "MEMORANDUM":
        return False
    hits = [hit.title for line in below if not is_prose(line.text) and (hit := title_on(line.text))]
    return any(t.letters.startswith("MEMORANDUM") and t.letters != "MEMORANDUM" for t in hits)


def _agency(title: Title, below: Sequence[Line]) -> bool:
    """Whether a DISPATCH or a CLASSIFIED MESSAGE is of the Agency's: by its officers or what its cables have; else
    because no Department, embassy or command is named at its head.
    """
    head = below[:AGENCY_LINES]
    if title.letters == "DISPATCH":
        return len(_officers(below)) > 1 or not any(OTHERS.search(line.text) for line in head)
    if title.letters not in AGENCY_TITLES:
        return False
    others = any(OTHERS.search(line.text) for line in head if not is_prose(line.text))
    return not others or any(CABLE_SIGN.search(line.text) for line in head)


def _of_form(head: Head, forms: Sequence[FormFound], lines: Sequence[Line]) -> bool:
    """Whether a title is of a known form, printed again at its foot or on its next page."""
    page = next(line.page for line in lines if line.index == head.line)
    return any(f.page == page and f.form.kind is head.kind and (head.line != f.line or not f.begins) for f in forms)


def _printed(forms: Sequence[FormFound]) -> Iterator[Head]:
    """Forms that are known by the words printed on them, where one begins."""
    for found in forms:
        if not found.begins:
            continue
        form, shown = found.form, ", ".join(found.words[:4])
        reason = f"the printed words {shown} of the {form.name}"
        yield Head(found.line, form.kind, reason, 0.99, None, form.subkind, form.page, form=form.name)


def _cited(lines: Sequence[Line]) -> Iterator[Head]:
    """`DIR CITE WAVE 8201` under a date-time group, or over it."""
    for at, line in enumerate(lines):
        citing = None if is_prose(line.text) else find_citing(line.text)
        if citing and (citing.number or any(find_group(x.text) for x in lines[max(0, at - 2) : at + 3])):
            yield Head(line.index, Kind.TELEGRAM, f"the heading {line.text.strip()!r}", 0.98, subkind="agency")


def _saluted(lines: Sequence[Line]) -> Iterator[Head]:
    for line in lines:
        if salutation(line.text):
            yield Head(line.index, Kind.LETTER, f"the salutation {line.text.strip()!r}", 0.95)


def _labelled(lines: Sequence[Line], known: Sequence[int]) -> list[Head]:
    """Heads made of labels alone, where no title stands near: FROM / TO / NO, or TO / FROM / SUBJECT."""
    labels = list(find_labels(lines))
    place = {line.index: n for n, line in enumerate(lines)}
    heads: list[Head] = []
    for at, label in enumerate(labels):
        near = [each for each in labels[at : at + 8] if place[each.line] - place[label.line] <= NEAR]
        covered = any(-NEAR * 2 <= label.line - k <= NEAR * 3 for k in known) or (
            heads and label.line - heads[-1].line <= NEAR * 3
        )
        if covered or label.key not in TELEGRAM_LABELS | MEMO_LABELS:
            continue
        keys = {n.key for n in near} | {"post" for n in near if n.key in ADDRESSED and _names_post(n, lines, labels)}
        if head := _by_labels(label, keys):
            heads.append(head)
    return heads


def faint_head(lines: Sequence[Line]) -> Head | None:
    """What a paper is by lesser signs, where nothing says so at its head: a close, an addressee, a number, a signature.

    `lines` are the paper's lines with ink.
    """
    close = next((line for line in lines if is_close(line.text)), None)
    if close:
        return Head(close.index, Kind.LETTER, f"the close {close.text.strip()!r}", 0.7)
    return (
        _faint_labels(lines)
        or _faint_officers(lines)
        or next((h for line in lines[:HEAD_LINES] if (h := _faint_number(line))), None)
    )


def _faint_labels(lines: Sequence[Line]) -> Head | None:
    labels = list(find_labels(lines))
    keys = {label.key for label in labels}
    first = lines[0].index if lines else 0
    if "participants" in keys:
        return Head(first, Kind.MEMORANDUM_OF_CONVERSATION, "a list of participants", 0.6)
    post = next((label for label in labels if label.key in ADDRESSED and _names_post(label, lines, labels)), None)
    if post:
        return Head(first, Kind.TELEGRAM, f"the label {post.key.upper()}, and a post is addressed", 0.6)
    if keys & {"control", "received"} and keys & {"from", "number", "to"}:
        return Head(first, Kind.TELEGRAM, "labels of an incoming telegram", 0.6, "incoming")
    if any(pair <= keys for pair in MEMO_PAIRS):
        return Head(first, Kind.MEMORANDUM, "labels of a memorandum", 0.5)
    return None


def _officers(lines: Sequence[Line]) -> list[Line]:
    """The first lines that name an officer: `Chief of Station, Quito`."""
    return [line for line in lines[:HEAD_LINES] if any(read_officer(c[0]) for c in CELL.finditer(line.text))]


def _faint_officers(lines: Sequence[Line]) -> Head | None:
    """`Director, FBI (62-109090)` and under it `Legat, Paris (62-148)`: a carbon of a memorandum whose form is not on
    it.
    """
    named = _officers(lines)
    if len(named) < 2:
        return None
    reason = f"two officers at its head: {named[0].text.strip()!r}, {named[1].text.strip()!r}"
    return Head(named[0].index, Kind.MEMORANDUM, reason, 0.6, subkind="field-office")


def _faint_number(line: Line) -> Head | None:
    """`CIRCULAR 990`, `Embtel 1587` and nothing else on its line."""
    words = line.text.strip(" .,")
    own = next(own_numbers(line.text), None)
    if own and own.circular:
        return Head(line.index, Kind.TELEGRAM, f"the number of a circular: {words!r}", 0.6, "outgoing", "circular")
    if not 5 <= len(words) <= 24 or not words[-1].isdigit():
        return None
    cited = (c for c in find_references(words) if c.value.kind is ReferenceKind.TELEGRAM)
    if any(len(c.text) >= len(words) - 1 for c in cited):
        return Head(line.index, Kind.TELEGRAM, f"a telegram's number alone on its line: {words!r}", 0.6)
    return None


def _names_post(label: Labelled, lines: Sequence[Line], labels: Sequence[Labelled]) -> bool:
    """Whether the addressee is a post (`Amembassy PARIS`), not an office, an officer there (`LEGAT, HONG KONG`) or a
    person; it may stand under the label.
    """
    at = next(n for n, x in enumerate(lines) if x.index == label.line)
    value = label.value.shifted(-lines[at].span.start).of(lines[at].text)
    if not value.strip() and at + 1 < len(lines):
        inside = under(lines[at + 1], bounds_of(label, lines[at], labels))
        value = inside.shifted(-lines[at + 1].span.start).of(lines[at + 1].text) if inside else ""
    first = CELL.search(value)
    officer = read_officer(first[0]) if first else None
    return officer is None and any(post.value.kind is NamedKind.POST for post in read_posts(value))


def _by_labels(first: Labelled, keys: set[str]) -> Head | None:
    told = ", ".join(sorted(k.upper() for k in keys - {"post"}))
    if "post" in keys and len(keys & (TELEGRAM_LABELS | MEMO_LABELS)) >= 2 and "participants" not in keys:
        return Head(first.line, Kind.TELEGRAM, f"the labels {told}, and a post is addressed", 0.85)
    if keys & {"action", "to"} and len(keys & (TELEGRAM_LABELS | {"to", "from"})) >= TELEGRAM_SIGNS:
        return Head(first.line, Kind.TELEGRAM, f"the labels {told}", 0.8)
    if "from" in keys and len(keys & {"number", "control", "received"}) >= 2:
        return Head(first.line, Kind.TELEGRAM, f"the labels {told}", 0.8, "incoming")
    if "participants" in keys and keys & {"subject", "date", "place"}:
        return Head(first.line, Kind.MEMORANDUM_OF_CONVERSATION, f"the labels {told}", 0.8)
    if len(keys & MEMO_LABELS) >= 3 and {"to", "from"} <= keys:
        return Head(first.line, Kind.MEMORANDUM, f"the labels {told}", 0.75)
    return None
