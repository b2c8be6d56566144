"""What a line says of its page: its number, that an enclosure begins, that the paper ends or goes on overleaf."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.fuzz import ratio

NUMERALS = {
    word: n for n, word in enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 1)
}
WORDS = "|".join(NUMERALS)
PAGE_NUMBER = re.compile(
    rf"""\W* (?:
        (?: \w{{1,2}} \s+ )? [-–—~=]+ \s* (?P<dashed>\d{{1,3}}) \s* [-–—~=]+ (?: \s+ (?: [A-Za-z]{{1,2}} | \d ) )?
      | (?: page | pg\.? | p\. ) \s* [-–—]? \s* (?: (?P<paged>\d{{1,3}}) | (?P<word>{WORDS}) )
        (?: \s* (?: of | / ) \s* (?P<of>\d{{1,3}}) (?: \s+ pages? )? )?
      | (?P<bare>\d{{1,2}}) \s* \.?
      | (?P<nth>\d{{1,2}}) (?:st|nd|rd|th) \s+ page
      | (?P<slashed>\d{{1,2}}) \s+ of \s+ (?P<all>\d{{1,3}})
      ) \W*""",
    re.VERBOSE | re.IGNORECASE,
)
"""`- 2 -`, `Page 2 of 5`, `PAGE TWO`, `2.`, `2 of 5`; beside dashes a speck may be read as a letter, `4 -2- >`."""
DASHED = re.compile(r"\W*[-–—~=]")
RUNNING = re.compile(
    rf"""\W* (?:
        PAGE \s+ (?: 0?(?P<paged>\d{{1,2}}) | (?P<word>{WORDS}) ) \s* [:,.]? \s+ (?!of\s+\d) \S .{{0,60}}
      | [-–—] \s* (?P<dashed>\d{{1,2}}) \s* [-–—] [,.]? \s+ \S .{{0,60}}
      | (?-i:(?![a-z])) .{{0,60}} \S [,.]? \s+ page \s+ (?P<last>\d{{1,2}}) \W*
      )""",
    re.VERBOSE | re.IGNORECASE,
)
"""`PAGE 02 STATE 296107`, `-2- 1802, November 17, from New York`, `Reassignment, 29 October 1957, Page 2`. A
sentence may end before `Page 2` too, but its line begins with a small letter."""
CONTINUATION = re.compile(
    r"""\W* (?: continuation \s+ (?:of|sheet|page) \b .{0,40} | \(? cont (?: inue | ['’] | in )? d? \.? \)?
      | .{3,40} \( cont (?: inue | ['’] )? d \.? \) ) \W*""",
    re.VERBOSE | re.IGNORECASE,
)
"""`CONTINUATION OF DISPATCH`, at the head of a page."""
SENT_TO = re.compile(
    r"\W*(?:Memorandum|Memo|Letter|Airtel|Teletype|Cablegram)(?:\s+[A-Z][\w.' ]{1,30})?\s+to\s+[A-Z][^:]{2,50}"
)
RE = re.compile(r"\W*R[Ee]\s?:\s*\S")
OVERLEAF = re.compile(
    r"""\W* (?: \(? (?:to\s+be\s+)? continued (?: \s+ on \s+ (?:next|page) \b .{0,12} | \W+ over )? \)? | \(? more \)?
      | \(? over \)? | cont ['’]? d\.? ) \W*""",
    re.VERBOSE | re.IGNORECASE,
)
"""`CONTINUED`, `(more)`, at the foot of a page."""
ENDED = re.compile(
    r"""\W* end \s+ (?:of\s+)? (?: message | dispatch | despatch | report | document | memorandum | text | telegram
      | transcript | airgram ) \W*""",
    re.VERBOSE | re.IGNORECASE,
)
CAPTION = re.compile(
    rf"""\W* (?: (?P<sent> (?:under\s+)? separate\s+cover | true\s+name\s+pouch ) \s+ )?
        (?P<word> enclosures? | inclosures? | encl?\.? | attachments? | att\.? | tab | annex | appendix | exhibit )
        (?: \s+ (?: (?:no|number)\.? \s* | \# \s* )? (?P<mark> \d{{1,2}} | [A-Z] | [IVX]{{1,4}} | {WORDS} ) )?
        (?P<to> \s* ,? \s* (?: \(? (?P<nth>\d) \s+ of \s+ \d \)? \s* )? (?:,\s*)?
            (?: (?: to[r1li]? | of | from ) :? \s+ \S .{{0,70}} | (?(mark) to | (?!) ) ) )?
        [\s.:)\]\W]*""",
    re.VERBOSE | re.IGNORECASE,
)
"""`Enclosure No. 1 to Despatch 576`; behind `ATTACHMENT #2 to` the number of the paper may stand on the next line."""
CAPTION_TO = re.compile(r"\bto[r1li]?\b", re.IGNORECASE)
"""Before the name of the paper that an enclosure goes to; `To:` is misread `Tor` and `TO1`."""
ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}
RECORD_NUMBER = re.compile(r"\d(?<!\d\d)\d{1,2}-\d{4,5}-\d{4,5}(?!\d)")
"""An archive's number of a whole record, printed on its first page: `104-10306-10016`."""
FIRST_WORD = re.compile(r"\W*(?P<word>(?:[A-Z]|[a-z]+[A-Z])[A-Za-z]{6,11})\b")
MISREAD = ("enclosure", "attachment", "inclosure")
LIKE = 77
"""Likeness (0 to 100) from which a misread word is still known."""
LONGEST = 100
CONTINUED = ("CONTINUATIONOF", "CONTINUATIONSHEET", "CONTINUATIONOFDISPATCH")
WORN_LIKE, LOST = 84, 4
"""Likeness (0 to 100) of a worn line to what a form prints, and the letters that it may have more or fewer."""


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The number a page bears; `of` is how many there are, `running` that other words stand with it."""

    n: int
    of: int | None = None
    running: bool = False
    bare: bool = False


@lru_cache(maxsize=4096)
def page_number(text: str) -> PageNumber | None:
    """The page's number that a whole line is (`- 2 -`, `PAGE TWO`, `2.`), or that a running head has."""
    words = text.strip()
    if not words or len(words) > LONGEST:
        return None
    m = PAGE_NUMBER.fullmatch(words)
    if m:
        n = m["dashed"] or m["paged"] or m["bare"] or m["slashed"] or m["nth"]
        of = m["of"] or m["all"]
        number = int(n) if n else NUMERALS[m["word"].lower()]
        return PageNumber(number, int(of) if of else None, bare=m["bare"] is not None and not DASHED.match(words))
    m = RUNNING.fullmatch(words)
    if m:
        n = m["dashed"] or m["paged"] or m["last"]
        return PageNumber(int(n) if n else NUMERALS[m["word"].lower()], running=True)
    return None


@lru_cache(maxsize=4096)
def enclosure_caption(text: str) -> str | None:
    """The caption that a whole line at the head of an enclosure is: `Enclosure No. 1 to Despatch 576`, `TAB B`.

    A plural (`Attachments:`) is a list, a word in small letters is no caption, and a short one alone (`Att.`) is one
    only where it says that it was sent apart: `TRUE NAME POUCH Att.`
    """
    words = text.strip()
    m = (CAPTION.fullmatch(words) or CAPTION.fullmatch(_mended(words))) if 3 <= len(words) <= LONGEST else None
    if m is None or not m["word"][0].isupper():
        return None
    bare = m["mark"] is None and m["to"] is None and m["sent"] is None
    if m["word"].lower().endswith("s") or (bare and (words.endswith(":") or len(m["word"]) < 8)):
        return None
    return words


def enclosure_number(caption: str) -> int | None:
    """The enclosure's own number in its caption, never that of the paper it goes to: 1 for `Enclosure No. 1 to
    Despatch 576`, 2 for `TAB B` and `Attachment II`, None for `Attachment to A-123`.
    """
    words = caption.strip()
    m = CAPTION.fullmatch(words) or CAPTION.fullmatch(_mended(words))
    mark = (m["mark"] or m["nth"] or "") if m else ""
    if m is None or not mark:
        return None
    if mark.isdigit():
        return int(mark)
    if mark.upper() in ROMAN and m["word"].lower() != "tab":
        return ROMAN[mark.upper()]
    return NUMERALS.get(mark.lower()) or (ord(mark.upper()) - ord("A") + 1 if len(mark) == 1 else None)


def _mended(words: str) -> str:
    """The line with its first word as it should be, where it is misread: `ATTACHDENT TO:`."""
    m = FIRST_WORD.match(words)
    meant = m and max(MISREAD, key=lambda word: ratio(m["word"].lower(), word))
    if not m or not meant or m["word"][-1] in "sS" or ratio(m["word"].lower(), meant) < LIKE:
        return words
    return words[: m.start("word")] + meant.capitalize() + words[m.end("word") :]


def says_continued(text: str) -> bool:
    """Whether a line at the head of a page says that it goes on: `CONTINUATION OF`, or what is left of the words."""
    return len(text) < LONGEST and (bool(CONTINUATION.fullmatch(text)) or _worn_continuation(text))


def heads_later_page(line: str, below: str) -> bool:
    """Whether two lines are what the Bureau types over the later pages of a paper: `Memorandum to Mr. Marlow` and under
    it `Re: Shipments of Ore`.
    """
    return SENT_TO.fullmatch(line) is not None and RE.match(below) is not None


def _worn_continuation(text: str) -> bool:
    """Whether a line is what a form prints at the head of its second page, its first letters lost or one misread."""
    words = "".join(filter(str.isalpha, text.upper()))
    return any(abs(len(words) - len(form)) <= LOST and ratio(words, form) >= WORN_LIKE for form in CONTINUED)


def says_overleaf(text: str) -> bool:
    """Whether a line at the foot of a page says that the paper goes on."""
    return len(text) < LONGEST and bool(OVERLEAF.fullmatch(text))


def says_ended(text: str) -> bool:
    """Whether a line says that the paper ends: `END OF MESSAGE`."""
    return len(text) < LONGEST and bool(ENDED.fullmatch(text))
