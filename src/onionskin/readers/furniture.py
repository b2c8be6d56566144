"""Page furniture: page numbers, notices, form and image numbers, rules. It carries no value; the record lists it.

What a reader of papers needs is not furniture here: labels before values, the first page's `PAGE 01` with its number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import pairwise, takewhile

from rapidfuzz import fuzz

from onionskin.lexicon import entries
from onionskin.phrases.likeness import folded
from onionskin.phrases.page_marks import heads_later_page
from onionskin.phrases.release_notices import RELEASE_CUES, says_released
from onionskin.readers.contract import Claim, ReadResult
from onionskin.record.span import Span
from onionskin.text.clean import CleanText, Line
from onionskin.text.headings import FUNCTION_WORDS
from onionskin.text.joining import ends_sentence
from onionskin.text.prose import is_prose
from onionskin.text.remaining import remaining

SHORT = 90
LIKE = 82
NOTICE_LINES = 5
LONGEST_NOTICE = 320
"""Characters of a notice that is transcribed as one line, at the most."""
BEGINNING = 8
"""Letters by which a notice is looked for before it is compared as a whole."""
PAGE_NUMBER = re.compile(
    r"""\W* [-–—~] \s* \d{1,3}[a-d]? \s* [-–—~] \W*
      | (?i: \W* page \s+ \d{1,3} (?: \s+ of \s+ \d{1,3} )? (?: \s+ pages )? \W* )""",
    re.VERBOSE,
)
CONTINUATION = re.compile(
    r"""\W* PAGE \s+ (?!0?1\b) \d{1,2} \s+ [A-Z][A-Z .-]{2,25} \s+ \d{3,6} (?: \s+ .{0,30} )?   # PAGE 02 STATE 296107
      | \W* [-–—]? \s* \d{1,2} \s* [-–—] [,.]? \s* (?: \# | [Nn]o\.? | telegram ) \s? \d{1,5} \b
        .{0,40} (?i:from|to) \b .{0,40}                                        # -2- #1802, November 17, from New York
      | \W* [-–—=~] \s? \d{1,2} \s? [-–—=~] [,.]? \s* (?:[A-Z]{3,7}\s)? \d{1,5} \s? ,
        .{6,32} \s (?i:from) \s [A-Z].{2,30}                                   # -2- 1182, June 14, 4 p.m. from Saigon
      | (?i: page \s+ (?: \d{1,2} | two | three | four ) \s+ of
             \s+ (?: telegram | airgram | message | despatch | c?a \s? - \s? \d{1,5} ) \b .{0,60} )""",
    re.VERBOSE,
)
FORM_NUMBER = re.compile(
    r"""\W* (?: (?i:form) \s* (?: (?i:no) \.? \s* )? )?
        (?: DSP?\s?[-–]?\s? | (?:JF|OF|SF|FS|GSA|CA)\s?[-–]\s? ) \d{1,4}[A-Z]?
        (?: \s+ .{0,12} \d{1,2}[-/]\d{2,4} .{0,4} )? \W*
      | (?i: \W* (?:optional|standard) \s+ form \s+ (?:no\.?\s*)? \d{1,4} \b .{0,40}
           | \W* form \s+ (?:no\.?\s*)? \d{1,4}[A-Z]? \b .{0,24}
           | .{0,20}\b (?:obsolete|use) \s+ previous \s+ editions? \b .{0,12}
           | .{0,12} government \s+ printing \s+ office .{0,30}
           | \W* GPO \b .{0,30}
           | v\d\.\d )""",
    re.VERBOSE,
)
IMAGE_NUMBER = re.compile(
    r"""\W* (?: [NH][WH]\s?\d{4,6} (?: \s+ Doc\s?[Il1][dD]\s?:\s?[\diIlOo]{6,9} )? (?: \s+ Page \s+ \d{1,4} )?
              | Doc\s?[Il1][dD]\s?:\s?[\diIlOo]{6,9} (?: \s+ Page \s+ \d{1,4} )?
              | (?: \S{1,4} \s+ )? [NHWA][WH] \s? \S{4,8} (?: \s \d )? \s+ [DOB][A-Za-z]{4,6} \s? : \s? \d{6,10}
                \s+ Page \s+ \w{1,4}\W? (?: \s+ \S{1,3} )?                   # worn: HW $8213 Docld: 31504926 Page i
              | 1[34] \s? [-–.] \s? 0{3,4}
              | (?: 1?[34] \s? [-–.]? \s? )? 0{5} ) \W*    # 14-00000, worn: 14 00000, 400000, 00000
        """,
    re.VERBOSE,
)
"""`NW 48213 DocId:31504926 Page 2`, which an engine may read `Docld` or with a letter among the figures."""
HEAD_PART = re.compile(
    r"""\W* (?: (?:From|FROM) \s+ (?: (?i:am) [A-Za-z]+ \s+ | Embassy \s+ )? [A-Z][A-Za-z' -]{2,24}
             | C?A \s? - \s? \d{1,5}
             | (?i: (?: desp(?:atch)? | airgram | encl(?:osure)? ) \.? \s* (?:no)? \.? \s* [A-Z]{0,2} -? \d{1,5} )
             ) [.,]? \s*""",
    re.VERBOSE,
)
"""What stands under the number of a page on its own line: `From Lome`, `A-117`, `Desp. No. 412`."""
HEAD_PARTS = 3
FURTHER_PAGE = re.compile(r"(?i)page\s+(?!0?1\b)\d")
RULE = re.compile(r"\s*(?:[-–—=_*.~]\s?){3,}\s*")
GAP = "   "
BESIDE = re.compile(
    r"(?P<left>\s*[|_:.,!/\\\ufffd]{1,3}\s{3,})?(?P<text>\S.*?\S)(?P<right>\s{3,}(?:[\W_]{1,3}|\d{1,3}|[A-Z]{1,2}|[a-z]))?\s*"
)
"""Specks and figures in the margin: `Berlin to limit our actions.   98`."""
SCRAWL = re.compile(r"\s*(?P<text>\S.*[.?!][\"'”’)]?)\s{3,}(?P<right>[^\s.?!](?:[^.?!]{0,22}[^\s.?!])?)\s*")
"""A line that ends with its stop, and a few characters set apart behind it that end with none."""
WORDLIKE = re.compile(r"[^\W_]")
BY_HAND = re.compile(
    r"""\s*\[ \s*
        (?: (?:hand(?:written|writing)? | pencil(?:l?ed)? | margin(?:al(?:ia)?)?)
            (?:\s(?:note|notation|remark|initials?|mark))?
          | (?:note\s|notation\s)? (?: by\shand | in\s(?:hand|pencil|ink|(?:the\s)?margin)) )
        (?: \s (?:in|at|on) \s [a-z ]{3,24} )? \s* [:–—-] \s* (?P<words>[^\]]*) \] \s*""",
    re.VERBOSE | re.IGNORECASE,
)
TOLD = re.compile(
    r"\s*\[\s*(?:image|figure|photo(?:graph)?|logo|seal|stamp|barcode|illegible|blank|unreadable|(?:an?\s+)?blurr(?:ed|y)"
    r"|signature block|official seal)\b(?![^\]]*\d{2})[^\]]*\]\s*",
    re.IGNORECASE,
)
"""What a transcriber says of ink that has no words: `[Figure: seal of the Department]`; not what a stamp says."""
OF_THE_WRITER = re.compile(r"(?:my )?dear\b|p\.? ?s\b|best|with |sincerely|yours|as ever|regards", re.IGNORECASE)
"""What a writer adds to his letter in his own hand is part of it."""
RULES = (
    ("page-number", PAGE_NUMBER),
    ("continuation-head", CONTINUATION),
    ("form-number", FORM_NUMBER),
    ("image-number", IMAGE_NUMBER),
    ("rule", RULE),
)
LONE_NUMBER = re.compile(r"\W*(?P<number>\d{1,3})\W*")
FIRST_WORDS = re.compile(
    r"(?i)\s*(?:page|form|ds|dsp|jf|of|sf|fs|gsa|ca|optional|standard|u\.?\s?s|gov|gpo|nw|hw|nh|hh|doc|v\d|x )"
    r"|\s*(?:obsolete|use )"
)
NOTICE_CUES = (
    *("reproduc", "prohibit", "retention", "must be returned", "permanent record", "central files"),
    *("message text", "message attr", "microfiche", "destroy", "consists of"),
    *("national def", "espionage", "unevaluated", "source grading"),
    *("distribution indicated", "record of approvals"),
)
"""Words of notices, in small letters, without one of which no notice stands there."""


class FurnitureReader:
    """Claims what belongs to the page and not to the paper."""

    name = "furniture"
    version = "15"

    def read(self, text: CleanText, taken: Sequence[Span] = ()) -> ReadResult:
        """Every piece of furniture in `text`, each with the rule that says so."""
        lines = remaining(text.lines, taken)
        claims = [Claim(line.ink, rule, furniture=True) for line in lines if (rule := _rule(line))]
        claims += _parts_of_heads(lines, {c.span for c in claims})
        claims += (Claim(row.ink, "continuation-head", furniture=True) for row in _heads_of_later_pages(lines))
        claims += _lone_numbers(lines, len(text.scroll.pages), {c.span for c in claims})
        claims += (Claim(span, "margin", furniture=True) for line in lines for span in _margins(line))
        claims += (Claim(span, "margin", furniture=True) for span in _behind_paragraphs(lines))
        if cued := text.lines_holding(*NOTICE_CUES):
            claims += _notices(lines, cued)
        released = text.lines_holding(*RELEASE_CUES)
        claims += _notes_by_hand(text, taken)
        told = (line for line in lines if line.index in released and says_released(line.text))
        claims += (Claim(line.ink, "notice", furniture=True) for line in told)
        return ReadResult(claims=tuple(sorted(dict.fromkeys(claims), key=lambda c: c.span)))


def _notes_by_hand(text: CleanText, taken: Sequence[Span]) -> Iterator[Claim]:
    """`[handwritten: copy given to L by hand 4/4]`, a transcriber's line for what was written on the paper later."""
    noted = [text.lines[at] for at in sorted(text.lines_holding("[hand", "[in ", "[pencil", "[margin", "[note"))]
    for line in remaining(noted, taken):
        m = BY_HAND.fullmatch(line.text)
        if m and not OF_THE_WRITER.match(m["words"]):
            yield Claim(line.ink, "note-by-hand", furniture=True)
    told = (line for line in text.lines if "[" in line.text and TOLD.fullmatch(line.text))
    yield from (Claim(line.ink, "transcriber", furniture=True) for line in remaining(list(told), taken))


def _rule(line: Line) -> str | None:
    if len(line.text) > SHORT:
        return None
    first = line.text.lstrip()[0]
    if first.isalpha() and not FIRST_WORDS.match(line.text):
        return None
    return next((rule for rule, pattern in RULES if pattern.fullmatch(line.text)), None)


def _parts_of_heads(lines: Sequence[Line], known: set[Span]) -> Iterator[Claim]:
    """The lines of a continuation sheet's head that follow its page number: `Page 2 of A-117`, `From Lome`."""
    for at, line in enumerate(lines):
        if line.ink in known and FURTHER_PAGE.search(line.text):
            parts = takewhile(lambda row: HEAD_PART.fullmatch(row.text), lines[at + 1 : at + 1 + HEAD_PARTS])
            yield from (Claim(row.ink, "continuation-head", furniture=True) for row in parts)


def _heads_of_later_pages(lines: Sequence[Line]) -> Iterator[Line]:
    """`Memorandum to Mr. Marlow`, `Re: Shipments of Ore`, over the later pages of the Bureau's papers."""
    for line, below in pairwise(lines):
        if line.page == below.page and heads_later_page(line.text, below.text):
            yield from (line, below)


def _margins(line: Line) -> Iterator[Span]:
    """What stands set apart beside a line of running text, where it is no word."""
    m = BESIDE.fullmatch(line.text) if GAP in line.text else None
    if m is None or not (m["left"] or m["right"]) or GAP in m["text"] or not _in_text(m["text"], m["right"] or ""):
        return
    for name in ("left", "right"):
        words = (m[name] or "").strip()
        if words and words.lower() not in FUNCTION_WORDS:
            at = m.start(name) + m[name].index(words)
            yield Span(at, at + len(words)).shifted(line.span.start)


def _behind_paragraphs(lines: Sequence[Line]) -> Iterator[Span]:
    """What was read of a pen behind the last line of a paragraph: `of 1958.   Braden   t es`. It begins no sentence,
    since none goes on below, and has words that neither a name nor a signature has.
    """
    for at, line in enumerate(lines):
        m = SCRAWL.fullmatch(line.text) if GAP in line.text else None
        below = lines[at + 1] if at + 1 < len(lines) else None
        if m is None or (below is not None and below.page == line.page and is_prose(below.text)):
            continue
        odd = (w for w in m["right"].split() if not w[0].isupper() and w.lower() not in FUNCTION_WORDS)
        # DATE DISTR. with its day, in the second column of a form, is no end of a sentence.
        if next(odd, None) and GAP not in m["text"] and _in_text(m["text"], m["right"]):
            yield Span(*m.span("right")).shifted(line.span.start)


def _in_text(words: str, beside: str) -> bool:
    """Whether it is a line of running text, or the few words that end a sentence of it: `City.   +`, `seen.   06`."""
    return is_prose(words) or (ends_sentence(words) and (words[0].islower() or not WORDLIKE.search(beside)))


def _lone_numbers(lines: Sequence[Line], count: int, known: set[Span]) -> Iterator[Claim]:
    """A number alone at the head or foot of a page of several, where it counts that page or one near it.

    One page needs no number: a lone one there is a telegram's.
    """
    if count < 2 or not lines:
        return
    heads = [at for at in range(len(lines)) if at == 0 or lines[at].page != lines[at - 1].page]
    feet = [at - 1 for at in heads[1:]] + [len(lines) - 1]
    for line in (lines[at] for at in sorted({*heads, *feet})):
        m = LONE_NUMBER.fullmatch(line.text)
        if m and line.ink not in known and abs(int(m["number"]) - line.page) <= count:
            yield Claim(line.ink, "page-number", furniture=True)


def _notices(lines: Sequence[Line], cued: AbstractSet[int]) -> Iterator[Claim]:
    """Notices of the lexicon, broken and misread as they may be; `cued` are the indexes of lines with their words."""
    done = -1
    near = {at - back for at, line in enumerate(lines) if line.index in cued for back in range(NOTICE_LINES)}
    for at in sorted(c for c in near if c >= 0):
        if at <= done or len(lines[at].text) > LONGEST_NOTICE:
            continue
        begins = folded(lines[at].text)[:BEGINNING]
        alike = (
            notice for notice in _notice_words() if fuzz.ratio(begins, notice[:BEGINNING]) >= 60
        )  # it may be misread
        score, count = max((_fit(lines, at, notice) for notice in alike), default=(0.0, 0))
        if score >= LIKE:
            done = at + count - 1
            yield from (Claim(row.ink, "notice", furniture=True) for row in lines[at : at + count])


def _fit(lines: Sequence[Line], at: int, notice: str) -> tuple[float, int]:
    """How like a notice the lines from `at` on are, and how many of them it takes."""
    if fuzz.ratio(folded(lines[at].text)[:8], notice[:8]) < 60:
        return 0.0, 0
    words, best = "", (0.0, 0)
    for count, line in enumerate(lines[at : at + NOTICE_LINES], start=1):
        words = f"{words} {folded(line.text)}".strip()
        if len(words) > len(notice) + 15:
            break
        best = max(best, (fuzz.ratio(words, notice), count))
    return best


@cache
def _notice_words() -> tuple[str, ...]:
    return tuple(e.name for name in ("furniture", "notices") for e in entries(name))
