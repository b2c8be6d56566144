"""The set phrases of letters: salutation, complimentary close, the first line of an address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.process import extractOne

from onionskin.phrases.names import read_person
from onionskin.phrases.posts import read_posts
from onionskin.text.clean import Line

SALUTATION = re.compile(
    r"""\s* ["“]? (?P<words>
        (?: My \s* [Dd] | [DO0] ) (?: ear | car | eat | er | esr ) (?: [.·]? \s+ | (?=Mr|Mrs|Dr|Am|Gen|Sen|Sir) )
        (?P<name> (?:(?:Mr|Mrs|Dr),\ )? [A-Z][\w.’'\- ]{1,50}? )
      | (?: Your \s+ )? (?:Excellency | Majesty | Highness) | Sirs? | Gentlemen | Mesdames
      | (?:Mr|Madam|Mme)\.? \s+ (?:President|Chairman|Secretary|Ambassador|Prime\ Minister|Minister|Premier|Under\
      Secretary)
    ) \s* (?P<stop> [:,;.-]{1,2} )? \s*""",
    re.VERBOSE,
)
"""`Dear Adlai:`, `Excellency:`, `Mr. Chairman:`; the stop may be misread or lost, and a speck stand behind `Dear`."""

OPENINGS = "MDO0YEHSG"
"""The letters with which a salutation can begin."""

CLOSE = re.compile(
    r"""\s* (?:
        (?: very | most | yours | ever | as \s ever )? [ ,]* (?: very | most )? \s*
        (?: sincerely | respectfully | faithfully | truly | cordially | devotedly )
        (?: [ ,]+ (?:yours | submitted | your \s friend) )?
      | (?: sincere | respect | faith | cordial ) \w* \s yours
      | (?: warmly | fondly | affectionately ) (?: \s yours )? | as \s ever | yours \s (?: ever | as \s ever ) | ever
      \s yours | yours | (?: I \s (?: am | remain ) , \s )? your \s (?: most \s )? obedient \s (?: humble \s )? servant
      | as \s always | your \s (?: (?: great \s and \s )? good | sincere | devoted | true | loyal | old ) \s friend
    ) \s* [,.;]? \s*""",
    re.VERBOSE | re.IGNORECASE,
)
"""`Sincerely,`, `Very truly yours,`, `Respectfully submitted,`."""

CLOSE_CUES = ("ly", "your", "ever", "always")
"""One of these, in small letters, stands in every close."""

SPECKS = ".,'`:;~^- "
"""What dirt before a line is read as."""
SIGNATURE_MARK = re.compile(r"\s*(?:\[[^\]]{3,24}\]|/s/|/[Ss]igned/|\(?[Ss]igned\)?:?|\([sS]\)|[sS]/|S/)\s*")
"""What stands for a hand: `[Signature]`, `/s/`, `(signed)`."""

REGARDS = re.compile(
    r"\s*(?:with|and) (?:\w+ ){0,3}(?:regards|wishes|respect|esteem)(?: to [^.]{1,40})?\s*[,.]?\s*", re.IGNORECASE
)
"""`With warm regards.`: said before the close, and part of the text."""

SIGNED_AS = re.compile(r"\s*\[(?:[Ss]ignature|[Ss]igned)(?:\s*:|\s+(?:of|by))\s*(?P<name>[A-Z][^\]\n]{2,40})\]\s*")
"""A transcriber's note that says whose hand it is: `[Signature: Lyndon B. Johnson]`."""
ASSURANCES = re.compile(
    r"\s*(?:Please )?[Aa]ccept, (?:Your )?[A-Z][\w. ]{2,24}, (?:\w+ ){0,2}(?:the )?(?:renewed )?assurances? of my"
    r" (?:\w+ ){1,3}(?:consideration|esteem)(?: and \w+)?[.,]\s*"
)
"""The close of a note between a mission and the government, over as many lines as it takes."""
ASSURANCE_LINES = 3

TITLE_LINE = re.compile(
    r"\s*(?:Acting )?(?:Secretary|Ambassador|Under Secretary|Assistant|Deputy|Chairman|President|Director|Minister"
    r"|Consul|Special|Chief|Prime)\b"
)
"""`Secretary of State`, under the name of whoever signs."""

ON_BEHALF = re.compile(r"\s*(?:For|By)\b(?: the| and)? [A-Z][\w ,]{3,60}:\s*")
"""`For the Secretary of State:` over the name."""

ADDRESSEE = re.compile(
    r"""\s* (?: (?:T[hb]e \s+)? (?:Right \s+)? (?:[HN][oa0]n[\w.']{4,8}e|Hon\.)
      | (?:His|Her) \s+ (?:Excellency|Majesty|Highness) | The
    \s+ Reverend
      | (?: Mr | Mrs | Miss | Dr | Messrs | Hon | Gen | Adm | Col | Amb )\. \s? [A-Z]
      | (?: General | Admiral | Ambassador | Senator | Professor | Colonel | Mister ) \s [A-Z]
      | The \s+ (?:President | Secretary | Vice \s President | Prime \s Minister | Ambassador ) \b
    )""",
    re.VERBOSE,
)
"""The first line of an inside address."""

CLOSES = (
    "sincerely yours,",
    "respectfully yours,",
    "faithfully yours,",
    "very truly yours,",
    "very sincerely yours,",
    "cordially yours,",
    "sincerely,",
    "yours ever,",
)
CLOSE_LIKE = 88
"""Likeness (0 to 100) from which a misread close is still known."""

ADDRESS_LINE = re.compile(r"\s*(?:(?:de|du|la|van|von) ?(?=[A-Z]))?[A-Z0-9(][\w.,'’&#()/\- ]{0,70}(?<!-)\s*")
LINES_REMEMBERED = 2048
"""Lines that were asked for last: who parts papers asks for a salutation or a close, and who reads a letter again."""
ESQUIRE = re.compile(r",\s*Esq(?:uire|\.)?,?\s*\Z")
HOUSE = re.compile(
    r"\b(?:Department of|Embassy|(?:American|British|United States) (?:Legation|Consulate)|White House|Washington"
    r"|(?:Office|Bureau|Division) of|American Consul\w*)\b"
)
"""What an address names under a person."""
FOOT_WIDTH = 60
ADDRESS_LINES = 9
"""The most lines with ink an inside address has."""


@lru_cache(maxsize=LINES_REMEMBERED)
def salutation(line: str) -> re.Match[str] | None:
    """The salutation that a whole line is; without a stop only where it begins with Dear and no word is in small
    letters.
    """
    words = line.strip()
    may_be = len(words) <= 64 and words.lstrip('"“')[:1] in OPENINGS
    m = SALUTATION.fullmatch(line) if may_be else None
    if m is None:
        return None
    if m["stop"] in (":", ",", ":-", ",-"):
        return m
    name = m["name"]
    return m if name and all(w[0].isupper() or w in ("and", "de", "von") for w in name.split()) else None


def assured(lines: Sequence[str]) -> int:
    """How many lines the close takes that begins with the first: `Accept, Excellency, the renewed assurances ...`."""
    for count in range(1, ASSURANCE_LINES + 1) if "ccept," in lines[0] else ():
        if ASSURANCES.fullmatch(" ".join(" ".join(lines[:count]).split())):
            return count
    return 0


@lru_cache(maxsize=LINES_REMEMBERED)
def is_close(line: str) -> bool:
    """Whether a line is a complimentary close and nothing else; one of several words may have lost a letter or two."""
    words = line.strip().lstrip(SPECKS)
    if not 5 <= len(words) < 60:
        return False
    small = words.lower()
    if any(cue in small for cue in CLOSE_CUES) and CLOSE.fullmatch(words):
        return True
    return len(words) >= 9 and words[-1] in ",." and _is_misread_close(small)


def _is_misread_close(small: str) -> bool:
    return extractOne(small, CLOSES, scorer=fuzz.ratio, score_cutoff=CLOSE_LIKE) is not None


def under_the_text(line: str) -> bool:
    """Whether a line stands under the last words of a letter: a close, regards, `For the Ambassador:`."""
    if is_close(line):
        return True
    first = line.lstrip()[:1]
    said = REGARDS.fullmatch(line) if first in "wWaA" else ON_BEHALF.fullmatch(line) if first in "FB" else None
    return said is not None


def begins_address(line: str) -> bool:
    """Whether a line is the first of an inside address: a person with a title before his name, or styled Esquire."""
    return bool(ADDRESSEE.match(line) or (ESQUIRE.search(line) and ADDRESS_LINE.fullmatch(line)))


def address_from(lines: Sequence[Line], at: int) -> list[Line]:
    """The lines of the inside address that begins at position `at` of `lines`; empty where none does.

    It goes on over blank lines (a transcript may part every line), until a line that is no address line, a
    salutation, or a line that ends the address with a full stop after a town. `New York, New York.` ends one.
    """
    if not begins_address(lines[at].text):
        return []
    out: list[Line] = []
    blanks = 0
    for line in lines[at:]:
        if line.blank:
            blanks += 1
            if blanks > 1 and len(out) > 1:
                break
            continue
        if (
            len(out) == ADDRESS_LINES
            or not ADDRESS_LINE.fullmatch(line.text)
            or salutation(line.text)
            or _leaves(out, line, blanks)
        ):
            break
        blanks = 0
        out.append(line)
        if (
            len(out) > 2
            and re.search(r"\w{3,}\.\s*$", line.text)
            and not line.text.rstrip().endswith(("Inc.", "Jr.", "Ave.", "St."))
        ):
            break
    return out if len(out) > 1 else []


def blocks(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Short lines that stand together, down to a blank or a long one."""
    block: list[Line] = []
    for line in lines:
        if not line.blank and len(line.text.strip()) < FOOT_WIDTH:
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def is_foot_address(block: Sequence[str]) -> bool:
    """Whether lines under a signature are an address: a person styled Esquire, or over a house, an office or a post.

    `Raymond A. Marlow, Esq.,` / `American Embassy,` / `Rome.`; copies have a label before them.
    """
    first, *under = (words.strip() for words in block[:ADDRESS_LINES])
    person = read_person(first)
    if person is None or not person.value.given or not all(ADDRESS_LINE.fullmatch(words) for words in (first, *under)):
        return False
    posts = (post for words in under for post in read_posts(words.rstrip(" .,")) if post.span.start == 0)
    return bool(under) and bool(ESQUIRE.search(first) or HOUSE.search(" ".join(under)) or next(posts, None))


def _leaves(out: Sequence[Line], line: Line, blanks: int) -> bool:
    """Whether a line behind a blank is something else: a note, a number, a date, or prose."""
    words = line.text.strip()
    if re.fullmatch(r"[\d /.-]+", words) or re.search(r"\b(?:19|20)\d\d\b", words) or len(words.split()) > 10:
        return True
    spread = len(out) > 1 and out[1].index - out[0].index > 1
    return blanks > 0 and len(out) > 1 and not spread
