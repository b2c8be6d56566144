"""A paper as it is typed: rows of type on pages, and for each value the type that carries it."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

__all__ = ["Ink", "Paper", "Row", "Style"]

_SENTENCE_END = re.compile(r"(?<=[a-z\d)\"']{2}[.?!])\s+(?=[A-Z(\"'])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Ink:
    """Words on the paper. `of` says what they carry: `field.subject`, `marking`, `stamp`, `box`, `symbol`, `body`.

    `entry` is what the truth says of them: a marking's level and state, a stamp's number, a sentence's number.
    """

    text: str
    of: str = ""
    entry: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Style:
    """How a transcript shows what is on the page.

    `measure` is the width at which typed lines break, 0 where the transcript gives a paragraph in one line. `placed`:
    columns and indents are kept. `struck`, `hand`: the signs around words struck or written, empty where they do not
    show. `box`: an open and a ticked one. `feeds`: a form feed between pages. `label`: the signs around a form's label.
    """

    measure: int = 68
    depth: int = 50
    placed: bool = True
    loose: bool = False
    struck: tuple[str, str] = ("", "")
    hand: tuple[str, str] = ("", "")
    label: tuple[str, str] = ("", "")
    box: tuple[str, str] = ("( )", "(x)")
    feeds: bool = True
    signature: str = ""


Row = tuple[Ink, ...]
Part = str | Ink


@dataclass(slots=True)
class Paper:
    """One paper being typed, and what must be read from it.

    `foot` types the foot of a page that is full, `head` the head of the next. `crossed_out`: a pen went through the
    level wherever it stands.
    """

    kind: str
    style: Style
    subkind: str = ""
    fields: dict[str, object] = field(default_factory=dict)
    unjudged: set[str] = field(default_factory=lambda: {"other_numbers", "case_number", "document_number"})
    stamps: list[dict[str, object]] = field(default_factory=list)
    copy: dict[str, str] = field(default_factory=dict)
    excisions: list[dict[str, object]] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    optional: bool = False
    crossed_out: bool = False
    pages: list[list[Row]] = field(default_factory=lambda: [[]])
    sentences: list[str] = field(default_factory=list)
    foot: Callable[[], None] | None = None
    head: Callable[[int], None] | None = None

    # -- what is said

    def say(self, name: str, value: object, printed: str = "") -> Ink:
        """The type that carries a field, whose value is noted; `printed` where the words on the paper are others."""
        self.fields[name] = value
        return Ink(printed or str(value), f"field.{name}")

    def also(self, name: str, value: object, printed: str = "") -> Ink:
        """One more value of a field that is a list."""
        held = self.fields.setdefault(name, [])
        if isinstance(held, list):
            held.append(value)
        return Ink(printed or str(value), f"field.{name}")

    def level(self, words: str, *, printed: str = "") -> Ink:
        """A classification where it stands."""
        return self._marking("level", words, printed or words, struck=self.crossed_out)

    def caption(self, words: str) -> Ink:
        """A caption where it stands."""
        return self._marking("caption", words, words, struck=False)

    def _marking(self, what: str, words: str, printed: str, *, struck: bool) -> Ink:
        before, after = self.style.struck if struck else ("", "")
        shown = not struck or bool(before)
        state = {"state": "struck" if struck else "standing"} if shown else {}
        return Ink(f"{before}{printed}{after}", "marking", {what: words, **state})

    def box(self, label: str, *, ticked: bool = False) -> tuple[Ink, Ink]:
        """A form's box and its label."""
        entry = {"label": label, "checked": ticked}
        return Ink(self.style.box[ticked], "box", entry), Ink(label, "box", entry)

    def symbol(self, office: str, role: str) -> Ink:
        """An office of the distribution."""
        return Ink(office, "symbol", {"office": office, "role": role})

    def stamp(self, **entry: object) -> int:
        """Notes a stamp, by the keys of the truth; its number is what the stamp's ink must carry."""
        self.stamps.append({key: value for key, value in entry.items() if value not in ("", [], None)})
        return len(self.stamps) - 1

    def label(self, words: str) -> str:
        """A form's printed label as the transcript shows it."""
        before, after = self.style.label
        return f"{before}{words}{after}"

    # -- where it stands

    def row(self, *parts: Part, indent: int = 0) -> None:
        """One line; nothing is typed where all parts are empty."""
        inks = tuple(part if isinstance(part, Ink) else Ink(part) for part in parts)
        if any(ink.text for ink in inks):
            shift = (Ink(" " * indent),) if indent and self.style.placed else ()
            self.pages[-1].append((*shift, *inks))
            if self.style.loose:
                self.pages[-1].append(())

    def gap(self, lines: int = 1) -> None:
        """Blank lines, at most two of them in a row."""
        for _ in range(lines):
            page = self.pages[-1]
            if page and (page[-1] or (len(page) > 1 and page[-2] and not self.style.loose)):
                page.append(())

    def middle(self, *parts: Part) -> None:
        """A centred line."""
        width = sum(len(part.text if isinstance(part, Ink) else part) for part in parts)
        self.row(*parts, indent=max((self.style.measure or 68) - width, 0) // 2)

    def beside(self, left: Sequence[Row], right: Sequence[Row], width: int) -> None:
        """Two columns: side by side where the transcript keeps them, else the one below the other."""
        if not self.style.placed:
            for each in (*left, *right):
                self.row(*each)
            return
        for n in range(max(len(left), len(right))):
            first = left[n] if n < len(left) else ()
            second = right[n] if n < len(right) else ()
            room = max(width - sum(len(ink.text) for ink in first), 2)
            self.row(*first, *((Ink(" " * room), *second) if second else ()))

    def page(self) -> None:
        """A new page."""
        if self.foot:
            self.foot()
        self.pages.append([])
        if self.head:
            self.head(len(self.pages))

    def text(self, paragraphs: Iterable[str], *, indent: int = 5, spread: bool = False) -> None:
        """The running text, over as many pages as it takes; `spread` is double spacing."""
        for paragraph in paragraphs:
            whole = " ".join(paragraph.split())
            spans, at = [], 0
            for sentence in _SENTENCE_END.split(whole):
                start = whole.index(sentence, at)
                at = start + len(sentence)
                spans.append((start, at, len(self.sentences)))
                self.sentences.append(sentence)
            for start, end in _lines(whole, self.style.measure, indent):
                if len(self.pages[-1]) >= self.style.depth:
                    self.page()
                first = start == 0 and self.style.placed and bool(self.style.measure)
                inks = [
                    Ink(whole[max(start, a) : min(end, b)], "body", {"sentence": n})
                    for a, b, n in spans
                    if max(start, a) < min(end, b)
                ]
                self.row(*_spaced(inks), indent=indent if first else 0)
                if spread:
                    self.gap()
            self.gap()


def _lines(whole: str, measure: int, indent: int) -> list[tuple[int, int]]:
    """Where a paragraph's lines begin and end."""
    if not measure:
        return [(0, len(whole))]
    out, at = [], 0
    wrapped = textwrap.wrap(whole, measure, initial_indent=" " * indent, break_long_words=False, break_on_hyphens=False)
    for line in wrapped:
        words = line.strip()
        start = whole.index(words, at)
        at = start + len(words)
        out.append((start, at))
    return out


def _spaced(inks: Sequence[Ink]) -> list[Part]:
    out: list[Part] = []
    for ink in inks:
        out += [" ", ink] if out else [ink]
    return out
