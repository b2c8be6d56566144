"""Takes away the Markdown that vision models print, and keeps what it said of the ink.

`~~TOP SECRET~~` becomes TOP SECRET, struck; `*Maskewitz*` becomes Maskewitz, by hand; `![Signature](s.png)` becomes
[Signature], and a picture that only has a file's name is gone. Lines stay lines.
"""

from __future__ import annotations

import re

from onionskin.record.span import Span
from onionskin.text.clean import CleanText, Style, Styled
from onionskin.text.offsets import OffsetMap, Tailor

SUSPECT = re.compile(r"[~*_#|\\<>$`!^\u00a0\u2000-\u200f\u202f\u00ad\ufeff\t]|(?<=\n)---")
TOKEN = re.compile(
    r"""
    (?= [~<>*_\\\#|$:`!\[\-\u00a0\u2000-\u200f\u202f\t\u00ad\ufeff] ) (?:   # spares trying every branch at every letter
      (?P<struck> ~~ (?=[^~]) (?P<struck_text> (?: (?!~~|\n\s*\n|\f) . )+ ) ~~ )
    | (?P<tag_struck> <(?P<t>s|del|strike)> (?P<tag_text> (?: (?!<|\n\s*\n|\f) . )+ ) </(?P=t)> )
    | (?P<bold> \*\* (?=\S) (?P<bold_text> (?: (?!\*\*|\n) . )+ ) (?<=\S) \*\* )
    | (?P<hand> (?<![\w*]) \* (?=[^\s*]) (?P<hand_text> (?: (?!\*|\n) . )+ ) (?<=[^\s*]) \* (?![\w*]) )
    | (?P<hands> (?<![^\s]) \* (?=[^\s*])
        (?P<hands_text> (?: (?!\*|\n) . )+ (?: \n [ ]* (?=[^\s*]) (?: (?!\*|\n) . )+ ){1,3} )
        (?<=[^\s*]) \* (?=[ ]*(?:\n|\Z)) )
    | (?P<under> (?<![\w_]) __? (?=[^\s_]) (?P<under_text> (?: (?!_|\n) . )+ ) (?<=[^\s_]) __? (?![\w_]) )
    | (?P<cell> </?t[dh]\b [^<>\n\f]* > )
    | (?P<tag> </? (?:u|b|i|em|strong|sup|sub|br|center|small|p|div|span|table|thead|tbody|tr|img|figure|figcaption
        |signature|watermark|page_number|header|footer|stamp) \b [^<>\n\f]* > )
    | (?P<fence> (?: (?<=\n) | \A | (?<=\f) ) ``` \w* [ ]* (?=\n|\f|\Z) )
    | (?P<rule> (?: (?<=\n) | \A | (?<=\f) ) (?: -{3} | \*{3} ) [ ]* (?=\n|\f|\Z) )
    | (?P<quoted> (?: (?<=\n) | \A | (?<=\f) ) (?: > [ ] )+ (?=\S) )
    | (?P<footnote> \[ \^ \w{1,3} \] :? [ ]? )
    | (?P<picture> ! \[ (?: [\w .-]*\.(?:png|jpe?g|gif|tiff?|svg|webp) )? \] (?: \( [^()\n\f]* \) )? )
    | (?P<image> ! (?P<image_text> \[ [^\[\]\n\f]+ \] ) (?: \( [^()\n\f]* \) )? )
    | (?P<escape> \\ (?=[\\`*_{}\[\]()#+\-.!~|<>]) )
    | (?P<heading> (?: (?<=\n) | \A | (?<=\f) ) \#{1,6} [ ]+ (?=\S) )
    | (?P<tableline> (?: (?<=\n) | \A ) \|? [ ]* :? -{3,} :? [ ]* (?: \| [ ]* :? -{3,} :? [ ]* )+ \|? [ ]*
    (?=\n|\Z) ) | (?P<pipe> \| )
    | (?P<tex> \$ \\ (?: square | Box | boxtimes | checkmark | checked ) \$? \$ )
    | (?P<space> [\u00a0\u2000-\u200a\u202f\t] )
    | (?P<nothing> [\u200b-\u200f\u00ad\ufeff] )
    )
    """,
    re.VERBOSE | re.DOTALL,
)
BLANKS = {"space": " ", "cell": "  "}
TEX_BOXES = {"square": "☐", "box": "☐"}


def unmark(text: CleanText) -> CleanText:
    """Markdown, its HTML tags and odd spaces taken out; struck and handwritten words known by their style."""
    if not SUSPECT.search(text.text):
        return text
    tailor = Tailor(text.text)
    styles: list[Styled] = []
    _cut(text.text, Span(0, len(text.text)), tailor, styles)
    out, step = tailor.cut()
    # A page of markup alone must not lose its page turn; `out` then still holds the form feeds.
    return CleanText(text.scroll, out, step.after(text.map) if out else OffsetMap(()), _moved(text, step, styles))


def _moved(text: CleanText, step: OffsetMap, styles: list[Styled]) -> tuple[Styled, ...]:
    """Styles the text had before this step stay with their characters."""
    if not text.styles:
        return tuple(styles)
    kept = []
    for piece in step.pieces:
        for s in text.styles:
            if piece.exact and s.span.overlaps(Span(piece.raw, piece.raw_end)):
                by = piece.clean - piece.raw
                kept.append(
                    Styled(Span(max(piece.clean, s.span.start + by), min(piece.clean_end, s.span.end + by)), s.style)
                )
    return tuple(sorted([*kept, *styles], key=lambda s: s.span))


def _cut(raw: str, span: Span, tailor: Tailor, styles: list[Styled]) -> None:
    at = span.start
    for m in TOKEN.finditer(raw, span.start, span.end):
        if m.start() < at:
            continue
        tailor.keep(at, m.start())
        at = m.end()
        match _what(m):
            case "struck" | "tag_struck" as which:
                _styled(
                    raw, Span(*m.span("struck_text" if which == "struck" else "tag_text")), Style.STRUCK, tailor, styles
                )
            case "hand" | "hands" as which:
                _styled(raw, Span(*m.span(f"{which}_text")), Style.HAND, tailor, styles)
            case "bold" | "under" | "image" as which:
                _cut(raw, Span(*m.span(f"{which}_text")), tailor, styles)
            case "tex":
                tailor.put(TEX_BOXES.get(m["tex"].strip("$\\").lower(), "☒"), m.start(), m.end())
            case "space" | "cell" as which:
                tailor.put(BLANKS[which], m.start(), m.end())
            case "pipe":
                tailor.put(" " if _in_table(raw, m.start()) else "|", m.start(), m.end())
            case _:
                pass
    tailor.keep(at, span.end)


def _what(m: re.Match[str]) -> str:
    return next(name for name in _KINDS if m[name] is not None)


def _styled(raw: str, span: Span, style: Style, tailor: Tailor, styles: list[Styled]) -> None:
    start = tailor.length
    _cut(raw, span, tailor, styles)
    if tailor.length > start:
        styles.append(Styled(Span(start, tailor.length), style))


def _in_table(raw: str, at: int) -> bool:
    """A bar is a table's only where its line has another; a lone one is ink (a margin rule, or a letter misread)."""
    start = raw.rfind("\n", 0, at) + 1
    end = raw.find("\n", at)
    return raw.count("|", start, len(raw) if end < 0 else end) > 1


_KINDS = (
    "struck",
    "tag_struck",
    "bold",
    "hand",
    "hands",
    "under",
    "cell",
    "tag",
    "fence",
    "rule",
    "quoted",
    "footnote",
    "picture",
    "image",
    "escape",
    "heading",
    "tableline",
    "pipe",
    "tex",
    "space",
    "nothing",
)
