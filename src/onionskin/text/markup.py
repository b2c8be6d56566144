"""Takes away the Markdown that vision models print, and keeps what it said of the ink.

`~~TOP SECRET~~` becomes TOP SECRET, struck; `*Maskewitz*` becomes Maskewitz, by hand; `![Signature](s.png)` becomes
[Signature], and a picture that only has a file's name is gone. What a model says of its own is gone too: "Here is the
transcription", "# Page 2 of 3", the bullets and bold before a form's labels. Lines stay lines, but for those of a stamp
that stand on one, with strokes between.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import unescape

from onionskin.record.span import Span
from onionskin.text.clean import CleanText, Style, Styled
from onionskin.text.markup_tokens import BULLETS, MARKDOWN, PREFACE, SUSPECT, TOKEN
from onionskin.text.offsets import OffsetMap, Tailor
from onionskin.text.tables import pads

OVERLAID = re.compile(r"(?:[^\s\u0335\u0336][\u0335\u0336](?:[ ][\u0335\u0336]?(?=\S[\u0335\u0336]))?)+")
"""Letters with a stroke upon each."""
OVERLAYS = re.compile(r"[\u0335\u0336]")
BEFORE = re.compile(r"(?<![^\n\f ])[A-Z][A-Z .,/'-]*[A-Z][ ]*\Z")
"""Words in capitals before what is said of them."""
TICKED = re.compile(r"\[[xX]\]|(?<![^\n])[ ]*[*-] \[ \]")
"""Where this stands, `[ ]` is an empty box."""
FARTHEST = 60
IN_STAMP = re.compile(r"[ ]+/[ ]+")
"""Where a stamp's line ends that a transcriber put on one."""
TEX_BOXES = {"square": "☐", "box": "☐"}


def unmark(text: CleanText) -> CleanText:
    """Markdown, its HTML tags and odd spaces taken out; struck and handwritten words known by their style."""
    if not SUSPECT.search(text.text):
        return text
    if OVERLAYS.search(text.text):
        text = _lifted(text)
    cutter = _Cutter(text.text)
    cutter.cut(0, len(text.text))
    out, step = cutter.tailor.cut()
    styles = _moved(text, step, cutter.styles)
    # A page of markup alone must not lose its page turn; `out` then still holds the form feeds.
    return CleanText(text.scroll, out, step.after(text.map) if out else OffsetMap(()), styles)


def _lifted(text: CleanText) -> CleanText:
    """The text without the strokes upon its letters, which are struck."""
    raw, tailor, styles, done = text.text, Tailor(text.text), [], 0
    for run in OVERLAID.finditer(raw):
        tailor.keep(done, run.start())
        start, done = tailor.length, run.start()
        for stroke in OVERLAYS.finditer(raw, *run.span()):
            tailor.keep(done, stroke.start())
            done = stroke.end()
        tailor.keep(done, run.end())
        done = run.end()
        styles.append(Styled(Span(start, tailor.length), Style.STRUCK))
    tailor.keep(done, len(raw))
    out, step = tailor.cut()
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


class _Cutter:
    """Cuts the markup out of one text, with the way back in `tailor`; `styles` are of the text that is left."""

    def __init__(self, raw: str) -> None:
        self._raw = raw
        self.tailor = Tailor(raw)
        self.styles: list[Styled] = []
        self._pads = pads(raw)

    def cut(self, start: int, end: int) -> None:
        at = start
        for m in TOKEN.finditer(self._raw, start, end):
            if m.start() < at:
                continue
            self.tailor.keep(at, m.start())
            self._put(m, at)
            at = m.end()
        self.tailor.keep(at, end)

    def _put(self, m: re.Match[str], kept: int) -> None:
        """What is left of one token; `kept` is where the text begins that was kept before it."""
        kind = m.lastgroup or ""
        if kind in STYLES:
            self._styled(*m.span(f"{kind}_text"), STYLES[kind])
        elif kind in WRAPPED:
            self.cut(*m.span(f"{kind}_text"))
        elif kind == "was_struck":
            self._strike_before(kept, m.start())
        elif kind == "turn":
            self._turn(*m.span("turn_text"))
        elif kind == "pipe" and m.start() in self._pads:
            self.tailor.put(" " * self._pads[m.start()], *m.span())
        elif kind == "stamp":
            self._lines_of(*m.span("stamp_text"))
        elif kind in INSTEAD:
            self.tailor.put(INSTEAD[kind](m), *m.span())

    def _styled(self, start: int, end: int, style: Style) -> None:
        words = self._raw[start:end]
        if words.strip():
            start, end = start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
        begin = self.tailor.length
        self.cut(start, end)
        if self.tailor.length > begin:
            self.styles.append(Styled(Span(begin, self.tailor.length), style))

    def _strike_before(self, kept: int, at: int) -> None:
        """Words in capitals are struck, of which it is said in brackets behind them."""
        said = BEFORE.search(self._raw, max(kept, at - FARTHEST), at)
        if said is not None:
            start = self.tailor.length - (at - said.start())
            self.styles.append(Styled(Span(start, start + len(said[0].rstrip())), Style.STRUCK))

    def _turn(self, start: int, end: int) -> None:
        """A model's own line for a page: at the top of one it is gone; amid a file without page turns it is one."""
        top = self._raw.rfind("\f", 0, start) + 1
        if any(char.isalnum() for char in PREFACE.sub("", self._raw[top:start])):
            self.tailor.keep(start, end)

    def _lines_of(self, start: int, end: int) -> None:
        """A stamp's lines, which a transcriber may have put on one: `DECLASSIFIED / By ip, NARA / 6-18-02`."""
        for turn in IN_STAMP.finditer(self._raw, start, end):
            self.cut(start, turn.start())
            self.tailor.put("\n", *turn.span())
            start = turn.end()
        self.cut(start, end)


def _bullet(m: re.Match[str]) -> str:
    """A list's bullet before a label; a dash before one label alone is ink, or what an engine made of a speck."""
    listed = MARKDOWN.search(m.string) is not None or len(BULLETS.findall(m.string)) > 1
    return "" if listed else m[0]


def _task(m: re.Match[str]) -> str:
    """A box of a list; `[ ]` is one only where another is ticked or leads its line, else an excision's bracket."""
    if m[0] == "[ ]":
        return "☐" if TICKED.search(m.string) else m[0]
    return "☒"


def _tex(m: re.Match[str]) -> str:
    return TEX_BOXES.get(m["tex"].strip("$\\").lower(), "☒")


def _pipe(m: re.Match[str]) -> str:
    """A bar is a table's only where its line has another; a lone one is ink (a margin rule, or a letter misread)."""
    raw, at = m.string, m.start()
    start, end = raw.rfind("\n", 0, at) + 1, raw.find("\n", at)
    return " " if raw.count("|", start, len(raw) if end < 0 else end) > 1 else "|"


def _entity(m: re.Match[str]) -> str:
    """The character that HTML names; a control character named so is none of the paper's."""
    char = unescape(m[0])
    return char if char.isprintable() else " " if char.isspace() else ""


STYLES = {
    **dict.fromkeys(("struck", "tag_struck", "said_struck", "tilde"), Style.STRUCK),
    **dict.fromkeys(("hand", "hands", "by_hand"), Style.HAND),
}
WRAPPED = frozenset({"bold", "strong", "under", "image"})
INSTEAD: Mapping[str, Callable[[re.Match[str]], str]] = {
    "bullet": _bullet,
    "task": _task,
    "tex": _tex,
    "pipe": _pipe,
    "space": lambda _: " ",
    "cell": lambda _: "  ",
    "entity": _entity,
}
"""What is put for a token; every other one is gone."""
