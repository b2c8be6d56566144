"""Papers that a title, a printed blank, a salutation or a heading of its own begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onionskin.phrases.citing import find_citing, find_group
from onionskin.phrases.columns import CELL
from onionskin.phrases.label_words import letters
from onionskin.phrases.letters import salutation
from onionskin.phrases.officers import read_officer
from onionskin.phrases.post_forms import post_form
from onionskin.phrases.printed_forms import FormFound, slip_boxes
from onionskin.phrases.titles import Title, title_on
from onionskin.readers.heads.head import HEAD_LINES, Head
from onionskin.record.fields import Kind
from onionskin.text.clean import Line
from onionskin.text.prose import is_prose

FIRST_HALF = 6
"""Letters of the first line of a title that is broken over two."""
CONTINUATION = re.compile(r"\bCONTINUATION\s+OF\b")
AGENCY_TITLES = frozenset({"CLASSIFIEDMESSAGE", "OUTGOINGMESSAGE", "INCOMINGMESSAGE"})
AGENCY_LINES = 24
OTHERS = re.compile(
    r"DEPARTMENT|FOREIGN SERVICE|EMBASSY|AMEMB|CONGEN|CONSUL|\bLEGATION|SECSTATE|SECRETARY|USUN|USMISSION|DEPT"
    r"|JOINT CHIEFS|JCS|ARMY|CINC|NAVY|AIR FORCE|DEFENSE|\bMISSION|STATE\b",
    re.IGNORECASE,
)
"""Who else heads messages and dispatches so."""
CABLE_SIGN = re.compile(r"\bCITE\b|\bIN\s?\d{5}\b|\bPERSON/UNIT\b|\bRID COPY\b|^\W*CONF\s*[:·.]")
STATIONERY_LINES = 6
"""Lines with ink below the stationery's own word among which a paper's title stands."""


def titled_heads(lines: Sequence[Line]) -> Iterator[Head]:
    """Titles of forms, on one line or broken over two."""
    for at, line in enumerate(lines):
        if post_form(line.text):
            why = f"the head of a post's telegram form: {line.text.strip()!r}"
            yield Head(line.index, Kind.TELEGRAM, why, 0.97, titled=True)
            continue
        head = None if slip_boxes(line.text) else title_on(line.text)
        if head and any(CONTINUATION.search(x.text) for x in lines[max(0, at - 2) : at + 1]):
            head = None
        broken = head is None and len(line.text) < 30 and len(letters(line.text)) >= FIRST_HALF
        if broken and at + 1 < len(lines) and lines[at + 1].index - line.index <= 2:
            # OUTGOING / TELEGRAM on two lines; a number above a title is no half of it.
            below = title_on(lines[at + 1].text) or lines[at + 1].text.strip() == "Memorandum"
            both = title_on(f"{line.text.strip()} {lines[at + 1].text.strip()}") if below else None
            head = both if both and both.letters_only else None
        if head is None or _at_the_foot(lines, at):
            continue
        t = head.title
        if not _is_stationery(t, lines[at + 1 : at + 1 + STATIONERY_LINES]):
            subkind = "agency" if _agency(t, lines[at:]) else t.subkind
            reason = f"the title {line.text.strip()!r}"
            yield Head(line.index, t.kind, reason, head.confidence, t.direction, subkind, t.page, titled=True)


def _at_the_foot(lines: Sequence[Line], at: int) -> bool:
    """Whether a title is the last that stands on a page, under a text: forms repeat theirs there."""
    page = lines[at].page
    last = at + 1 == len(lines) or lines[at + 1].page != page
    return last and any(is_prose(line.text) for line in lines[:at] if line.page == page)


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
        return len(officers_of(below)) > 1 or not any(
            OTHERS.search(line.text) for line in head if not is_prose(line.text)
        )
    if title.letters not in AGENCY_TITLES:
        return False
    others = any(OTHERS.search(line.text) for line in head if not is_prose(line.text))
    return not others or any(CABLE_SIGN.search(line.text) for line in head)


def under_its_title(form: FormFound, titled: Sequence[Head], lines: Sequence[Line]) -> FormFound:
    """The form from its title on, where that stands above all other printed words: `DATE TYPED` may be at the foot."""
    if not form.begins:
        return form
    page = {line.index for line in lines if line.page == form.page}
    above = [h for h in titled if h.line in page and h.line < form.line]
    own = above and all(h.kind is form.form.kind for h in above)
    return replace(form, line=above[0].line) if own else form


def of_form(head: Head, forms: Sequence[FormFound], lines: Sequence[Line]) -> bool:
    """Whether a title is of a known form, printed again at its foot or on its next page, or a word in one of its boxes
    where the form is a page of its own.
    """
    page = next(line.page for line in lines if line.index == head.line)
    on_it = [form for form in forms if form.page == page]
    return any(f.form.page and f.form.kind is not head.kind for f in on_it) or any(
        f.form.kind is head.kind and (head.line != f.line or not f.begins) for f in on_it
    )


def printed_heads(forms: Sequence[FormFound]) -> Iterator[Head]:
    """Forms that are known by the words printed on them, where one begins."""
    for found in forms:
        if not found.begins:
            continue
        form, shown = found.form, ", ".join(found.words[:4])
        reason = f"the printed words {shown} of the {form.name}"
        yield Head(found.line, form.kind, reason, 0.99, None, form.subkind, form.page, form=form.name)


def cited_heads(lines: Sequence[Line]) -> Iterator[Head]:
    """`DIR CITE WAVE 8201` under a date-time group, or over it."""
    for at, line in enumerate(lines):
        citing = None if is_prose(line.text) else find_citing(line.text)
        if citing and (citing.number or any(find_group(x.text) for x in lines[max(0, at - 2) : at + 3])):
            yield Head(line.index, Kind.TELEGRAM, f"the heading {line.text.strip()!r}", 0.98, subkind="agency")


def saluted_heads(lines: Sequence[Line]) -> Iterator[Head]:
    """Letters, by whom they greet."""
    for line in lines:
        if salutation(line.text):
            yield Head(line.index, Kind.LETTER, f"the salutation {line.text.strip()!r}", 0.95)


def officers_of(lines: Sequence[Line]) -> list[Line]:
    """The first lines that name an officer: `Chief of Station, Quito`."""
    return [line for line in lines[:HEAD_LINES] if any(read_officer(c[0]) for c in CELL.finditer(line.text))]
