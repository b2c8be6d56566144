"""Places where words were taken out: x-ed out by the typist, struck by the writer, blacked out by a reviewer.

Words x-ed out are a drafter's deletion, not an excision for security; what cannot be told is `unknown`. The extent is
reported, never words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onionskin.phrases.excision_brackets import ExcisionBracket, find_excision_brackets
from onionskin.phrases.exemptions import find_exemptions
from onionskin.phrases.markings import read_markings
from onionskin.readers.contract import Claim, ReadResult
from onionskin.record.evidence import Ink
from onionskin.record.marks import Excision, ExcisionKind, ExcisionPurpose, Exemption, Extent
from onionskin.record.page import MarkKind
from onionskin.record.span import Span, outside
from onionskin.text.clean import CleanText, Style
from onionskin.text.scroll import Scroll

XED = re.compile(
    r"(?<![A-Za-z])(?:[xX]{4,}|[xX](?:[ ][xX]){3,})(?![A-Za-z])|(?<![\w/])/{5,}(?![\w/])|(?<!\w)(?:m{6,}|M{6,})(?!\w)"
)
X_ROWS = ("xxxx", "x x x x", "/////", "mmmmmm")
"""One of them, in small letters, is in every text that holds an `XED`: a look that spares matching at every letter."""
BLACK = re.compile(r"[█▇▆▓■▬]{2,}(?:[ ]?[█▇▆▓■▬]+)*|█")
PLACEHOLDER = re.compile(r"[\[(]?\s*(?:REDACTED|redacted|Redacted|EXCISED|illegible|DELETED)\s*[\])]?")
WITHDRAWN = re.compile(
    r"""^[ ]* (?P<count>\d{1,3})? [ ]* pages? (?:[ ]?\(s\))? (?: [ ]+ [\d, -]+ )?
        [ ]+ (?:withheld|denied|withdrawn|removed) (?: [ ]+ in [ ]+ (?:full|their[ ]entirety) )? \b [^\n]{0,40}$""",
    re.MULTILINE | re.VERBOSE | re.IGNORECASE,
)
GAP_CODE = re.compile(r"(?<=\S)[ ]{3,}(?P<code>\(?[bB1-3][\w().,; /-]{1,24}?)(?=[ ]{3,}\S|[ ]*$)", re.MULTILINE)
EMPTY = re.compile(r"\[(?:[ ]{1,12}|[ ]*(?:[.…]{1,3}|black (?:box|bar)|blank(?: space)?)[ ]*)\](?=[ ]+[(bB1-3])")
"""A bracket with nothing in it is an excision where a code stands behind it."""
CODE_BEHIND = re.compile(r"[ ]{0,80}(?P<code>[\[(]?[bB1-3][\w().,; /-]{0,24}?[\])]?)(?=[ ]*$|[ ]{2,}\S)", re.MULTILINE)
GAP_CUE = re.compile(
    r"[(bB0-9](?<=[ ]{3}[(bB0-9])(?:(?<=[(])(?:[bB]\)|\d\dX)|(?<=[bB])[ -]?\(?\d|(?<=1)\.[345]|(?<=\d)\dX)"
)
GONE = ("withheld", "denied", "withdrawn", "removed")
WITHHELD = re.compile(r"(?i)\bpages?\b.{0,30}(?:withheld|denied|withdrawn|removed)")


class ExcisionReader:
    """Reads excisions. Struck markings and stamps are in `taken` by then; words still struck are the writer's.

    Words that were struck or x-ed out are claimed; a bracket or a black-out stays part of the text it stands in.
    """

    name = "excisions"
    version = "5"

    def read(self, text: CleanText, taken: Sequence[Span] = ()) -> ReadResult:
        """Every excision in `text`, in order."""
        reader = f"{self.name}/{self.version}"
        found: list[Found] = []
        for each in (*_in_print(text.text, text.lowered), *_struck(text)):
            if not any(t.overlaps(each[0]) for t in taken) and not any(f[0].overlaps(each[0]) for f in found):
                found.append(each)
        found.sort(key=lambda f: f[0])
        printed = (
            Excision(kind, purpose, extent, codes, text.printed(text.ink(span, reader)), text.inks(span, reader))
            for span, kind, purpose, extent, codes in found
        )
        return ReadResult(
            excisions=(*printed, *_drawn(text.scroll, reader)),
            claims=tuple(Claim(f[0], "excision") for f in found if f[1] in (ExcisionKind.X_OUT, ExcisionKind.STRUCK)),
        )


Found = tuple[Span, ExcisionKind, ExcisionPurpose, Extent | None, tuple[Exemption, ...]]


def _in_print(text: str, lowered: str) -> Iterator[Found]:
    if "[" in text or "(" in text:
        yield from (_bracketed(text, bracket) for bracket in find_excision_brackets(text))
        for m in EMPTY.finditer(text):
            span, codes = _with_code(text, Span(*m.span()))
            if codes:
                yield span, ExcisionKind.WHITEOUT, ExcisionPurpose.SECURITY, None, codes
    for m in XED.finditer(text) if any(row in lowered for row in X_ROWS) else ():
        yield Span(*m.span()), ExcisionKind.X_OUT, ExcisionPurpose.DRAFTING, Extent(len(m.group()), "characters"), ()
    for m in () if text.isascii() else BLACK.finditer(text):
        span, codes = _with_code(text, Span(*m.span()))
        yield span, ExcisionKind.BLACKOUT, ExcisionPurpose.SECURITY, Extent(len(m.group()), "characters"), codes
    for m in GAP_CODE.finditer(text) if "   " in text and GAP_CUE.search(text) else ():
        codes = _codes(m["code"])
        if codes:
            yield Span(*m.span("code")), ExcisionKind.WHITEOUT, ExcisionPurpose.SECURITY, None, codes
    for m in (
        WITHDRAWN.finditer(text)
        if "page" in lowered and any(verb in lowered for verb in GONE) and WITHHELD.search(text)
        else ()
    ):
        extent = Extent(int(m["count"]), "pages") if m["count"] else None
        lead = len(m.group()) - len(m.group().lstrip())
        span = Span(m.start() + lead, m.start() + len(m.group().rstrip()))
        yield span, ExcisionKind.WITHDRAWN, ExcisionPurpose.SECURITY, extent, _codes(m.group())


def _bracketed(text: str, bracket: ExcisionBracket) -> Found:
    """An amount is an editor's or a reviewer's word; `[REDACTED]` without a code may stand for the typist's X's too."""
    span, behind = _with_code(text, bracket.span)
    codes = bracket.exemptions or behind
    if bracket.word is None:
        return span, ExcisionKind.BRACKET, ExcisionPurpose.SECURITY, bracket.extent, codes
    purpose = ExcisionPurpose.SECURITY if codes or bracket.extent else ExcisionPurpose.UNKNOWN
    kind = ExcisionKind.WHITEOUT if bracket.word.startswith("white") else ExcisionKind.BLACKOUT
    return span, kind, purpose, bracket.extent, codes


def _with_code(text: str, black: Span) -> tuple[Span, tuple[Exemption, ...]]:
    """A black-out or a bracket with the code that stands behind it on its line: `█████ (b)(1)`, `[REDACTED]   B1`."""
    m = CODE_BEHIND.match(text, black.end)
    codes = _codes(m["code"], beside=True) if m else ()
    return (Span(black.start, m.end("code")), codes) if m and codes else (black, ())


def _codes(printed: str, *, beside: bool = False) -> tuple[Exemption, ...]:
    """The codes, where the words are nothing but codes; `beside` what is gone also `B1`, which might be other words."""
    codes = list(find_exemptions(printed))
    others = outside(Span(0, len(printed)), [code.span for code in codes])
    beside = beside and not any(letter.isalnum() for words in others for letter in words.of(printed))
    return tuple(e for code in codes for e in code.exemptions) if beside or any(c.plain for c in codes) else ()


def _struck(text: CleanText) -> Iterator[Found]:
    """Words struck through: the writer's own deletion, unless a transcriber's placeholder hides what they were."""
    xed = _x_outs(text.scroll)
    for styled in text.styles:
        words = styled.span.of(text.text)
        if styled.style is not Style.STRUCK or not words.strip() or read_markings(words):
            continue
        if XED.fullmatch(words.strip()) or any(x.overlaps(text.map.hull(styled.span)) for x in xed):
            yield (
                styled.span,
                ExcisionKind.X_OUT,
                ExcisionPurpose.DRAFTING,
                Extent(len(words.strip()), "characters"),
                (),
            )
        elif PLACEHOLDER.fullmatch(words.strip()):
            yield styled.span, ExcisionKind.STRUCK, ExcisionPurpose.UNKNOWN, None, ()
        else:
            yield styled.span, ExcisionKind.STRUCK, ExcisionPurpose.DRAFTING, Extent(len(words.split()), "words"), ()


_PATCHES = {
    MarkKind.BLACKOUT: ExcisionKind.BLACKOUT,
    MarkKind.WHITEOUT: ExcisionKind.WHITEOUT,
    MarkKind.BRACKET: ExcisionKind.BRACKET,
}


def _drawn(scroll: Scroll, reader: str) -> Iterator[Excision]:
    """What an image shows covered, or in brackets by hand. Of a black-out no letter stands in the text: its ink is the
    empty span where the words stood, and its box. A bracket may be a reviewer's, who would have the passage out, or
    anybody's.
    """
    for page in scroll.pages:
        for mark in page.marks or ():
            if mark.kind not in _PATCHES or mark.span is None:
                continue
            bracket = mark.kind is MarkKind.BRACKET
            extent = Extent(mark.lines, "lines", mark.words) if mark.lines else None
            codes = _codes(mark.note or "")
            purpose = ExcisionPurpose.UNKNOWN if bracket and not codes else ExcisionPurpose.SECURITY
            ink = Ink(page.n, mark.span, reader, mark.box)
            yield Excision(_PATCHES[mark.kind], purpose, extent, codes, mark.span.of(page.text), (ink,))


def _x_outs(scroll: Scroll) -> list[Span]:
    """The raw characters that an image shows typed over with X's."""
    return [
        mark.span.shifted(scroll.offset(page.n, 0))
        for page in scroll.pages
        for mark in page.marks or ()
        if mark.kind is MarkKind.X_OUT and mark.span
    ]
