"""A text as its author meant it, and as the typist put it on the page."""

import re
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

__all__ = ["Body"]


@dataclass(frozen=True, slots=True)
class Body:
    """The running text of one paper, as its author meant it, and what the typist did to it.

    ``insertion``: ``words`` typed above the line, ``mark`` where they go (``should/give``). ``turn``: the page ends
    before the words ``at``; ``sign`` stands before the catchword, ``printed`` instead of both. ``x_outs``: words
    ``printed`` and x-ed out ``before`` others. ``before`` and ``after`` count the words that a probe takes in.
    ``width`` 0 is one line a paragraph; ``breaks`` maps a word to itself with the hyphen it may be parted at.
    """

    paragraphs: tuple[str, ...]
    insertion: Mapping[str, Any]
    turn: Mapping[str, Any]
    x_outs: tuple[Mapping[str, Any], ...]
    width: int
    indent: str
    breaks: Mapping[str, str]

    @classmethod
    def of(cls, body: Mapping[str, Any]) -> "Body":
        """A body out of its table in a plan."""
        x_out = body.get("x_out", ())
        x_outs = (x_out,) if isinstance(x_out, Mapping) else tuple(x_out)
        return cls(
            tuple(body["paragraphs"]),
            body.get("insertion", {}),
            body.get("turn", {}),
            tuple(x for x in x_outs if x),
            body.get("width", 0),
            body.get("indent", ""),
            body.get("breaks", {}),
        )

    def printed(self, join: str) -> dict[str, str]:
        """The blocks it gives: the whole, or the page before the turn, the catchword, and the page after it."""
        pages: list[list[str]] = [[]]
        catchword = ""
        at = self.turn.get("at")
        for paragraph in self.paragraphs:
            if at and at in paragraph:
                before, after = paragraph.split(at, 1)
                catchword = self.turn.get("printed") or self.turn["sign"] + at.split()[0]
                pages[-1] += [self._lines(before.rstrip())] if before else []
                pages.append([self._lines(at + after, continued=bool(before))])
            else:
                pages[-1].append(self._lines(paragraph))
        if len(pages) == 1:
            return {"": join.join(pages[0])}
        return {".1": join.join(pages[0]), ".catchword": catchword, ".2": join.join(pages[1])}

    def _lines(self, paragraph: str, *, continued: bool = False) -> str:
        """One paragraph as typed: x-ed out words, the insertion over its line, lines of the typist's width."""
        for x_out in self.x_outs:
            paragraph = paragraph.replace(x_out["before"], f"{x_out['printed']} {x_out['before']}")
        above = self.insertion.get("words")
        inserted = bool(above) and f" {above} " in paragraph
        if inserted:
            paragraph = paragraph.replace(f" {above} ", self.insertion["mark"])
        lines = [paragraph]
        if self.width:
            lines = _broken(paragraph, self.width, "" if continued else self.indent, self.breaks)
        if inserted:
            slash = next(n for n, line in enumerate(lines) if self._slash() in line)
            lines.insert(slash, self.insertion.get("printed", above))
        return "\n".join(lines)

    def _slash(self) -> str:
        """The words on both sides of the place where the insertion goes, as they stand on the line."""
        paragraph = next(p for p in self.paragraphs if f" {self.insertion['words']} " in p)
        before, after = paragraph.split(f" {self.insertion['words']} ", 1)
        return str(before.split()[-1] + self.insertion["mark"] + after.split()[0])

    def probe(self, what: str) -> str:
        """`insertion`, `turn`: the words around, as they must be read; `catchword`, `slash`: what must be gone."""
        if what == "slash":
            return self._slash()
        place = self.insertion if what == "insertion" else self.turn
        at = place["words"] if what == "insertion" else place["at"]
        if what == "catchword":
            return str(place.get("printed") or place["sign"] + at.split()[0])
        paragraph = next(p for p in self.paragraphs if at in p)
        before, after = paragraph.split(at, 1)
        inside = [at] if what == "insertion" else []
        tail = after.split() if what == "insertion" else (at + after).split()
        words = [*before.split()[len(before.split()) - place["before"] :], *inside, *tail[: place["after"]]]
        return " ".join(words).rstrip(".,;")


def _broken(paragraph: str, width: int, indent: str, breaks: Mapping[str, str]) -> list[str]:
    """Lines as a typist breaks them."""
    lines = textwrap.wrap(
        paragraph, width, initial_indent=indent, break_long_words=False, break_on_hyphens=False, drop_whitespace=True
    )
    for n, line in enumerate(lines[:-1]):
        first = lines[n + 1].split(" ", 1)[0]
        parted = breaks.get(re.sub(r"\W+$", "", first))
        if parted:
            head, rest = parted.split("-", 1)
            lines[n] = f"{line} {head}-"
            lines[n + 1] = rest + lines[n + 1][len(head) + len(rest) :]
    return lines
