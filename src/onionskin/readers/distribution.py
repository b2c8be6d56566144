"""The distribution block: a column of office symbols under Action, Info or Origin; lines of an electronic telegram.

`Action` / `ARA` / `Info` / `SS` / `G`; `ACTION ARA-15 INFO OCT-01 ISO-00 /168 R`; `W` / `C-44` / `SS` / `Info.`
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from onionskin.lexicon import spellings
from onionskin.phrases.addressees import read_addressees
from onionskin.phrases.cables import page_head
from onionskin.phrases.likeness import folded, likeness
from onionskin.readers.contract import Claim, ReadResult
from onionskin.record.marks import Distribution, DistributionRole
from onionskin.record.span import Span
from onionskin.text.clean import CleanText, Line

HEADS = {
    "ACTION": DistributionRole.ACTION,
    "INFO": DistributionRole.INFO,
    "INFORMATION": DistributionRole.INFO,
    "ORIGIN": DistributionRole.ORIGIN,
    "ORIG": DistributionRole.ORIGIN,
    "DISTRIBUTION": DistributionRole.COPY,
}
CUE = re.compile(r"(?im)^[ ]{0,12}(?:acti?on|[il1]n[ft]o|ori[gq](?:in)?|distribution)\b|\binfo\.?[ ]*$")
CUES = ("action", "acton", "nfo", "nto", "orig", "oriq", "distribution")
"""One of these, in small letters, stands wherever CUE does."""
SENT = re.compile(r"\s*FM\s+[A-Z]{3}")
HEAD_LAST = re.compile(r"\s*(?P<symbols>(?>[A-Z]{1,5}(?:/[A-Z]{1,4})?(?:-\d{1,2})?[ /,|]+)+)(?P<head>(?i:info))\.?\s*")
HEAD = re.compile(r"\s{0,12}(?P<head>[A-Za-z01]{4,12})\s?[.:]?(?=\s|$)")
SYMBOL = re.compile(r"(?P<office>[A-Z]{1,6}(?:/[A-Z]{1,5}){0,2})(?:-(?P<copies>\d{1,2}))?(?![\w/])")
NUMBERED = re.compile(r"(?P<office>[A-Z]{1,6}(?:/[A-Z]{1,5})?)-(?P<copies>\d\d)(?![\w-])")
SPACED = re.compile(r"(?P<office>[A-Z]{1,6}(?:/[A-Z]{1,5})?) (?P<copies>\d{1,2})(?=\s*[,;/]|\s*$)")
"""Copies behind a blank, as typed lists of the 1960s have them: `AF 27`, `SS 20, G 3, EUR 16`."""
LISTED = 3
"""Symbols so typed on a line from which even one that is no office we know is one."""
TOTAL = re.compile(r"\s*/\s?(?P<total>\d{2,3})\s+[A-Z]{1,2}\b")
COLUMN = 6
"""How far a symbol may stand to the right or left of its head."""
LONGEST_COLUMN = 40
NOT_OFFICES = frozenset(
    {
        "TO",
        "FROM",
        "FM",
        "NO",
        "FOR",
        "REF",
        "END",
        "AND",
        "PASS",
        "SUBJ",
        "ELEC",
        "OF",
        "THE",
        "NIACT",
        "FLASH",
        "SECRET",
        "TOP",
        "EYES",
        "ONLY",
        "NODIS",
        "EXDIS",
        "LIMDIS",
    }
)


@dataclass(frozen=True, slots=True)
class _Symbol:
    office: str
    copies: int | None
    span: Span


class DistributionReader:
    """Reads distribution blocks; the addressees of a telegram (`ACTION: USUN New York`) are none."""

    name = "distribution"
    version = "5"

    def read(self, text: CleanText, taken: Sequence[Span] = ()) -> ReadResult:
        """Every office of every distribution block in `text`, in order."""
        held = text.lines_holding(*CUES)
        cues = (text.lines[at].span for at in held)
        if not any(CUE.search(text.text, cue.start, cue.end + 1) for cue in cues):
            return ReadResult()
        lines = [line for line in text.masked(taken) if not line.blank]
        reader = f"{self.name}/{self.version}"
        entries: list[Distribution] = []
        claims: list[Claim] = []
        done = -1
        addressed = False
        for at, line in enumerate(lines):
            # Below FM an electronic telegram lists its addressees: INFO JCS is no office of the Department.
            turned = at > 0 and lines[at - 1].page != line.page
            below = addressed and not turned and page_head(line.text) is None
            addressed = below or SENT.match(line.text) is not None
            cued = at > done and not addressed and line.index in held and CUE.search(line.text)
            head = _head(line) if cued else None
            if head is None:
                claims.extend(_keep(text, entries, _before_head(text, line), reader) if at > done else ())
                continue
            role, span = head
            if _run_on(line, role, span.end - line.span.start):
                found, done = _electronic(lines, at, role)
                claims.extend(Claim(row.ink, "distribution") for row in lines[at : done + 1])
                claims.append(Claim(span, "distribution-head", furniture=True))
            else:
                found, done = _column(text, lines, at, role, span)
                claims.extend([Claim(span, "distribution", furniture=True)] if found else [])
            claims.extend(_keep(text, entries, found, reader))
        return ReadResult(distribution=tuple(entries), claims=tuple(sorted(claims, key=lambda c: c.span)))


Found = list[tuple[DistributionRole, _Symbol]]


def _keep(text: CleanText, entries: list[Distribution], found: Found, reader: str) -> list[Claim]:
    """Add what was found to the entries, and give the claims on it."""
    for role, symbol in found:
        entries.append(Distribution(symbol.office, role, (text.ink(symbol.span, reader),), symbol.copies))
    return [Claim(symbol.span, "distribution") for _, symbol in found]


def _before_head(text: CleanText, line: Line) -> Found:
    """`W / C-44 / SS / Info.` on one line: the block's first head was lost, its second comes last."""
    m = HEAD_LAST.fullmatch(line.text)
    if m is None:
        return []
    symbols = [_symbol(s, line.span.start) for s in SYMBOL.finditer(line.text, 0, m.start("head"))]
    role = _role_above(text, line)
    known = any(_is_office(s.office) for s in symbols) and len(symbols) > 1
    return [(role, s) for s in symbols] if known else []


def _role_above(text: CleanText, line: Line) -> DistributionRole:
    """An outgoing form has its origin above Info, any other its action office."""
    before = text.text[: line.span.start].upper()
    outgoing = before.rfind("OUTGOING") > before.rfind("INCOMING")
    return DistributionRole.ORIGIN if outgoing else DistributionRole.ACTION


def _head(line: Line) -> tuple[DistributionRole, Span] | None:
    m = HEAD.match(line.text)
    if m is None:
        return None
    key = folded(m["head"])
    known = max(HEADS, key=lambda h: likeness(key, h))
    if likeness(key, known) < 0.75 or abs(len(key) - len(known)) > 1:
        return None
    rest = line.text[m.end() :]
    # "ACTION: USUN, New York" names addressees; a block's head stands alone, before symbols, or before the next column.
    if rest.strip(" .:") and not _is_column_apart(line, m) and not _run_on(line, HEADS[known], m.end()):
        return None
    return HEADS[known], Span(*m.span("head")).shifted(line.span.start)


def _is_column_apart(line: Line, head: re.Match[str]) -> bool:
    """Whether what follows is another column's, as `Action   Control: 1456` has it; no addressees are."""
    rest = line.text[head.end("head") :].lstrip(".:")
    return rest.startswith("   ") and not (":" in head.group() and read_addressees(rest.strip()).posts)


def _symbol(m: re.Match[str], base: int) -> _Symbol:
    """`ARA-5` is five copies to ARA; a letter that is no office keeps its number: `C-44`."""
    copies = int(m["copies"]) if m["copies"] else None
    span = Span(*m.span()).shifted(base)
    if copies is not None and len(m["office"]) == 1 and not _is_office(m["office"]):
        return _Symbol(m.group(), None, span)
    return _Symbol(m["office"], copies, span)


@cache
def _is_office(symbol: str) -> bool:
    return symbol.lower() in spellings("offices")


@cache
def _is_post(symbol: str) -> bool:
    return symbol.lower() in spellings("posts")


def _electronic(lines: Sequence[Line], at: int, role: DistributionRole) -> tuple[Found, int]:
    """Head and symbols run on over the lines until one has anything else: `INFO OCT-01 ISO-00 SS-15 /168 R`."""
    out: Found = []
    done = at
    for row in range(at, min(len(lines), at + LONGEST_COLUMN)):
        line = lines[row]
        head = HEAD.match(line.text)
        if row > at and head is None and not any(p.match(line.text.lstrip()) for p in (NUMBERED, SPACED)):
            break
        own = _head(line) if head else None
        role = own[0] if own else role
        symbols = _run_on(line, role, own[1].end - line.span.start if own else 0)
        if not symbols:
            break
        out.extend(symbols)
        role, done = symbols[-1][0], row
        if TOTAL.search(line.text):
            break
    return out, done


def _run_on(line: Line, role: DistributionRole, start: int) -> Found:
    """The symbols that make up a line from `start` on, each with copies or known; none where anything else is there.

    Of a list with commas as many may be misread as are known: `INFO: FE, RNR, P, G`.
    """
    out: Found = []
    strange: Found = []
    text, at = line.text, start
    colon = ":" in text[start : start + 2]
    listed = len(SPACED.findall(text, start)) >= LISTED
    while at < len(text):
        if text[at] in " ,.:;-":
            at += 1
            continue
        total = TOTAL.match(text, at)
        m = NUMBERED.match(text, at) or _spaced(text, at, listed=listed, colon=colon) or SYMBOL.match(text, at)
        head = HEADS.get(m["office"]) if m else None
        if m and head:
            role = head
        elif m and (m["copies"] or (_is_office(m["office"]) and not (colon and _is_post(m["office"])))):
            out.append((role, _symbol(m, line.span.start)))
        elif m and text[m.end() : m.end() + 1] == ",":
            if _is_post(m["office"]):
                return []
            strange.append((role, _symbol(m, line.span.start)))
        elif not total:
            return []
        at = m.end() if m else total.end() if total else len(text)
    return (
        [] if strange and len(out) < max(2, len(strange)) else sorted([*out, *strange], key=lambda each: each[1].span)
    )


def _spaced(text: str, at: int, *, listed: bool, colon: bool) -> re.Match[str] | None:
    m = SPACED.match(text, at)
    known = m is not None and _is_office(m["office"]) and not (colon and _is_post(m["office"]))
    return m if known or listed else None


def _column(text: CleanText, lines: Sequence[Line], at: int, role: DistributionRole, head: Span) -> tuple[Found, int]:
    """The symbols below a head, in its column; or above it, where the column's first head was lost."""
    place = head.start - lines[at].span.start
    below: Found = []
    done = at
    for row in range(at + 1, min(len(lines), at + LONGEST_COLUMN)):
        line = lines[row]
        left = len(line.text) - len(line.text.lstrip())
        if left > place + COLUMN * 2:  # the right-hand column alone has words on this line
            continue
        symbol = _cell(line) if abs(left - place) <= COLUMN else None
        if symbol is None:
            break
        below.append((role, symbol))
        done = row
    above = [] if below else _above(text, lines, at)
    known = any(_is_office(s.office) for _, s in [*below, *above])
    return ([*above, *below], done) if known else ([], at)


def _cell(line: Line) -> _Symbol | None:
    """The office symbol that the line's first cell is."""
    lead = len(line.text) - len(line.text.lstrip())
    m = SYMBOL.match(line.text, lead)
    if m is None or m["office"] in NOT_OFFICES or m["office"] in HEADS:
        return None
    rest = line.text[m.end() :]
    if rest.strip(" .,") and not rest.startswith("   "):
        return None
    if len(m["office"]) > 4 and not _is_office(m["office"]):
        return None
    return _symbol(m, line.span.start)


def _above(text: CleanText, lines: Sequence[Line], at: int) -> Found:
    """`W` / `C-44` / `SS` / `Info.`: the head above was lost. An outgoing form has its origin there."""
    out: list[_Symbol] = []
    for row in range(at - 1, max(-1, at - 7), -1):
        symbol = _cell(lines[row])
        if symbol is None:
            break
        out.insert(0, symbol)
    role = _role_above(text, lines[at])
    return [(role, symbol) for symbol in out]
