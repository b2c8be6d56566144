"""What sort of letter one is, and what on it says so: of heads of state, personal, official."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onionskin.phrases.heads_of_state import at_home, greeted_as_head, head_of_state, heads_a_state
from onionskin.phrases.letterheads import is_letterhead
from onionskin.phrases.markings import read_markings
from onionskin.record.named import Named

WHITE_HOUSE = re.compile(r"\s*(?:The\s+)?White\s+House\s*", re.IGNORECASE)
PERSONAL = re.compile(
    r"\W*(?:strictly\s+)?(?:personal|private)(?:\s*(?:,|and|&|-|/)?\s*(?:private|personal|confidential))?\W*",
    re.IGNORECASE,
)
"""`PERSONAL AND CONFIDENTIAL` on a line of its own."""
INFORMAL = re.compile(r"\W*official[\s-]+informal\W*", re.IGNORECASE)
INTIMATE = re.compile(
    r"\W*(?:(?:as|yours|ever)\s+(?:ever|always|yours)|affectionately|fondly|love|all the best|best|cheers)\b.{0,24}",
    re.IGNORECASE,
)
"""A close between friends: `As ever,`, `Affectionately,`."""
STYLED = re.compile(
    r"\b(?:Mr|Mrs|Miss|Dr|General|Gen|Admiral|Ambassador|Senator|Secretary|Governor|Sir|Excellency)\b\.?"
)
"""How one greets a person whom one does not call by his first name."""
OFFICER = re.compile(
    r"\b(?:Secretary|Ambassador|Under\s?Secretary|Assistant|Director|Chief|Counsel(?:or)?|Minister|Consul|Charg[eé]|Attach[eé]"
    r"|Adviser|Deputy|Chairman|Administrator|Embassy|Department)\b"
)


@dataclass(frozen=True, slots=True)
class LetterParts:
    """The words of a letter by their place on it; `year` of its date."""

    head: Sequence[str]
    """Lines over the salutation, without the address, marks included."""
    address: Sequence[str] = ()
    salutation: str = ""
    close: str = ""
    signed: Named | None = None
    under: Sequence[str] = ()
    """Lines under the signature."""
    year: int | None = None


def letter_form(letter: LetterParts) -> tuple[str, str] | None:
    """`head-of-state`, `personal` or `official`, and why; None where nothing on the letter says."""
    heads = _between_heads(letter)
    if heads:
        return "head-of-state", heads
    if reason := next((f"it is marked {line.strip()!r}" for line in letter.head if PERSONAL.fullmatch(line)), None):
        return "personal", reason
    if reason := _official(letter):
        return "official", reason
    if letter.salutation and not STYLED.search(letter.salutation) and INTIMATE.fullmatch(letter.close):
        greeted, closed = letter.salutation.strip(), letter.close.strip()
        return "personal", f"no office is named on it, and it says {greeted!r} and {closed!r}"
    return None


def _between_heads(letter: LetterParts) -> str | None:
    """Who writes and who is written to, where both head a state or its government."""
    writer = _writer(letter)
    address = " ".join(letter.address)
    if writer is None or at_home(address):
        return None
    post = next((line.strip(" ,.") for line in letter.address if heads_a_state(line)), None)
    greeted = greeted_as_head(letter.salutation)
    if post:
        return f"{writer} writes to the {post!r}"
    # `Dear Mr. Chairman:` without an address is said to none but his like by one who heads a state.
    return f"{writer} writes, and greets with {letter.salutation.strip()!r}" if greeted is not False else None


def _writer(letter: LetterParts) -> str | None:
    title = next((line.strip(" ,.") for line in letter.under if heads_a_state(line)), None)
    if title:
        return repr(title)
    state = head_of_state(letter.signed, letter.year) if letter.signed else None
    if state and letter.signed:
        return f"{letter.signed.name}, who headed {state}"
    white = any(WHITE_HOUSE.fullmatch(line) for line in letter.head)
    strong = greeted_as_head(letter.salutation) or any(heads_a_state(line) for line in letter.address)
    return "the White House" if white and letter.signed is None and strong else None


def _official(letter: LetterParts) -> str | None:
    """What of an office stands on the letter: its paper, a level, the post of either."""
    for line in letter.head:
        words = line.strip()
        if INFORMAL.fullmatch(line):
            return f"it is marked {words!r}"
        if is_letterhead(line):
            return f"it is written on an office's paper, {words!r}"
        if any(found.value.level for found in read_markings(line)):
            return f"it is classified, {words!r}"
    for where, lines in (("signed", letter.under[:2]), ("addressed", letter.address)):
        office = next((line.strip(" ,.") for line in lines if len(line) < 60 and OFFICER.search(line)), None)
        if office:
            return f"it is {where} with an office, {office!r}"
    return None
