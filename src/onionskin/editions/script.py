"""The plain text of a division, written block by block, with the way back from what the markup says to its characters.

White space is folded as XML means it. A page break stands on a line of its own, `[Page 35]`, a note's mark where it
was printed, `[2]`, and the notes follow the text; none of these is in what people read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from onionskin.record.span import Span

TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
BLOCKS = {
    f"{TEI}{tag}": kind
    for tag, kind in (
        *(("p", "paragraph"), ("head", "heading"), ("dateline", "dateline"), ("item", "item"), ("row", "row")),
        *(("signed", "signed"), ("salute", "paragraph"), ("quote", "paragraph"), ("postscript", "paragraph")),
    )
}
WORKINGS = frozenset({f"{TEI}uh-oh"})
"""Notes that the makers of the file left to one another; nothing that the edition prints."""
ATTACHMENT = re.compile(r"\{http://history\.state\.gov/[^}]*\}attachment")
"""The edition's own element, in whichever of its namespaces."""
NAMES = frozenset({f"{TEI}persName", f"{TEI}gloss", f"{TEI}ref"})


@dataclass(slots=True)
class Block:
    """A run of lines. `spans` are its readable characters, `reading` what they say; `of` is the type of its list.

    `attached`: it belongs to an attachment, a paper with a head, a day and a source of its own.
    """

    kind: str
    start: int
    end: int = 0
    of: str = ""
    attached: bool = False
    spans: list[Span] = field(default_factory=list)
    reading: str = ""

    @property
    def span(self) -> Span:
        """From its first character to its last, marks included."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Name:
    """A name, term or reference that the editors marked: its element's name, what it points to, and where it stands."""

    element: str
    target: str
    span: Span


class Script:
    """The text of one division; `text`, `blocks`, `names` and `furniture` are complete once it is made."""

    def __init__(self, division: etree._Element) -> None:
        """Writes the whole division."""
        self.blocks: list[Block] = []
        self.names: list[Name] = []
        self.furniture: list[tuple[str, Span]] = []
        self._parts: list[str] = []
        self._length = 0
        self._open: Block | None = None
        self._reading: list[str] = []
        self._notes: list[tuple[etree._Element, bool]] = []
        self._space = False
        self._list = ""
        self._attached = self._untitled = False
        self._children(division)
        self._close()
        self._foot()
        self.text = "".join(self._parts)

    def first(self, kind: str) -> Block | None:
        """The paper's own first block of a kind; an attachment's is none of it."""
        return next((block for block in self.own() if block.kind == kind), None)

    def own(self) -> Iterator[Block]:
        """The blocks without those of the attachments."""
        return (block for block in self.blocks if not block.attached)

    def attachments(self) -> Iterator[Block]:
        """The head of each attachment, where it has one."""
        return (block for block in self.blocks if block.attached and block.kind == "attachment")

    def _children(self, element: etree._Element) -> None:
        self._words(element.text)
        for child in element:
            self._element(child)
            self._words(child.tail)

    def _element(self, element: etree._Element) -> None:
        tag = tag_of(element)
        if ATTACHMENT.fullmatch(tag):
            self._attachment(element)
            return
        if not tag.startswith(TEI) or tag in WORKINGS:
            return
        if tag == f"{TEI}note":
            self._note(element)
        elif tag == f"{TEI}pb":
            self._page(element.get("n") or "")
        elif tag in (f"{TEI}lb", f"{TEI}cell"):
            self._space = True
            self._children(element)
        elif tag == f"{TEI}list":
            before, self._list = self._list, element.get("type") or ""
            self._children(element)
            self._close()
            self._list = before
        elif tag in BLOCKS:
            self._begin(self._kind_of(tag))
            self._children(element)
            self._close()
        elif tag in NAMES:
            self._name(tag.removeprefix(TEI), element)
        else:
            self._children(element)

    def _kind_of(self, tag: str) -> str:
        """The kind of block that an element begins; a head is a title but for the attachment's first."""
        if tag != f"{TEI}head" or not self.blocks:
            return BLOCKS[tag]
        first, self._untitled = self._attached and self._untitled, False
        return "attachment" if first else "title"

    def _attachment(self, element: etree._Element) -> None:
        self._close()
        before, self._attached, self._untitled = self._attached, True, True
        self._children(element)
        self._close()
        self._attached = before

    def _name(self, tag: str, element: etree._Element) -> None:
        before = len(self._parts)
        self._children(element)
        target = element.get("corresp") or element.get("target") or ""
        words = "".join(self._parts[before:]).lstrip()
        if words:
            self.names.append(Name(tag, target, Span(self._length - len(words), self._length)))

    def _note(self, element: etree._Element) -> None:
        self._notes.append((element, self._attached))
        if is_source(element) or self._open is None:
            return
        self._mark(f"[{element.get('n') or '*'}]", "note-mark")

    def _mark(self, words: str, rule: str) -> None:
        """Words that are printed but not read."""
        self.furniture.append((rule, Span(self._length, self._length + len(words))))
        self._write(words)

    def _page(self, number: str) -> None:
        """A page turn inside a block stands between two of its lines; outside one it is a block of its own."""
        words = f"[Page {number}]"
        block = self._open
        if block is None:
            self._begin("page")
            self._mark(words, "page-break")
            self._close()
            return
        if block.start < self._length:
            self._write("\n")
        self._mark(words, "page-break")
        self._write("\n")
        if self._reading and self._space:
            self._reading.append(" ")
        self._space = False

    def _begin(self, kind: str) -> None:
        self._close()
        if self._length:
            self._write("\n" if kind in ("item", "row") and self.blocks[-1].kind == kind else "\n\n")
        self._open = Block(kind, self._length, of=self._list, attached=self._attached)
        self._reading, self._space = [], False

    def _close(self) -> None:
        block = self._open
        self._open, self._space = None, False
        if block is None or self._length == block.start:
            return
        block.end, block.reading = self._length, "".join(self._reading).strip()
        self.blocks.append(block)

    def _words(self, words: str | None) -> None:
        if not words:
            return
        folded = " ".join(words.split())
        if not folded:
            self._space = True
            return
        if self._open is None:
            self._begin("paragraph")
        block = self._open
        if block is None:
            return
        begun = self._length > block.start and not self._parts[-1].endswith("\n")
        spaced = self._space or words[0].isspace()
        self._space = words[-1].isspace()
        out = f" {folded}" if spaced and begun else folded
        span = Span(self._length, self._length + len(out))
        if block.spans and block.spans[-1].end == span.start:
            block.spans[-1] = Span(block.spans[-1].start, span.end)
        else:
            block.spans.append(span)
        self._reading.append(out)
        self._write(out)

    def _write(self, words: str) -> None:
        self._parts.append(words)
        self._length += len(words)

    def _foot(self) -> None:
        """The notes, the source note first."""
        waiting = sorted(self._notes, key=lambda each: (not is_source(each[0]), each[1]))
        for note, attached in waiting:
            self._attached = attached
            kind = "source-note" if is_source(note) else "note"
            self._begin(kind)
            if kind == "note":
                self._words(f"[{note.get('n') or '*'}] ")
            self._flat(note)
            self._close()

    def _flat(self, note: etree._Element) -> None:
        """The words of a note in one block, whatever paragraphs it has."""
        self._words(note.text)
        for child in note:
            tag = tag_of(child)
            if tag in NAMES:
                self._name(tag.removeprefix(TEI), child)
            elif tag not in ("", f"{TEI}pb") and tag not in WORKINGS:
                self._space = self._space or tag in BLOCKS
                self._flat(child)
            self._words(child.tail)


def tag_of(element: etree._Element) -> str:
    """Its tag; empty for comments, instructions and entities, which lxml gives no name."""
    tag: object = element.tag
    return tag if isinstance(tag, str) else ""


def is_source(note: etree._Element) -> bool:
    """The note that says where the paper lies: typed so, or in older volumes the heading's note numbered 0."""
    if note.get("type") == "source":
        return True
    parent = note.getparent()
    return note.get("n") == "0" and parent is not None and parent.tag == f"{TEI}head"
