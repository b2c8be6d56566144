"""Sheets that lie between papers, and papers without a form: typed here, so that their layouts are nobody else's."""

from __future__ import annotations

import textwrap
import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from bench.packets.leaves import Bundle, Half, Leaf, Role, paper
from bench.reading.frus import Text

WORDINGS = Path(__file__).with_name("wordings.toml")
OFFICES = ("EUR", "S/S", "G/PM", "ARA", "NEA", "INR", "IO", "L", "S/P", "FE")
LEVELS = ("TOP SECRET", "SECRET", "CONFIDENTIAL")
WHATS = {
    "telegram": ("Draft telegram", "Telegram", "Copy of telegram"),
    "letter": ("Draft letter", "Letter", "Copy of letter"),
    "memorandum": ("Memorandum", "Draft memorandum", "Copy of memorandum"),
    "memorandum-of-conversation": ("Memorandum of conversation", "Memcon"),
}
"""How a list names what is attached, by its kind."""


@cache
def wordings(part: Half) -> dict[str, list[str]]:
    """The words of one half by what they are for."""
    told: dict[str, Any] = tomllib.loads(WORDINGS.read_text(encoding="utf-8"))
    return dict(told[part])


@dataclass(frozen=True, slots=True)
class Clerk:
    """Who types the sheets of one packet."""

    part: Half
    rng: Random

    def words(self, name: str, **said: object) -> str:
        """One wording, filled."""
        offices = self.rng.sample(OFFICES, 3)
        facts: dict[str, object] = {
            "n": self.rng.randint(1000, 9999),
            "m": self.rng.randint(10, 60),
            "p": self.rng.randint(2, 9),
            "level": self.rng.choice(LEVELS),
            "office": offices[0],
            "office2": offices[1],
            "office3": offices[2],
            "date": self.day(),
            "k": 1,
            "letter": "A",
            "s": "",
            "subject": "the Situation",
        }
        return self.rng.choice(wordings(self.part)[name]).format(**{**facts, **said})

    def day(self) -> str:
        """A day as typed."""
        day = date(1961, 1, 3) + timedelta(days=self.rng.randint(0, 1400))
        return self.rng.choice((f"{day:%B} {day.day}, {day.year}", f"{day.day} {day:%B} {day.year}"))

    # -- sheets between papers

    def cover(self) -> Bundle:
        """A cover sheet."""
        return Bundle((paper([self.words("covers")], Role.COVER),))

    def slip(self) -> Bundle:
        """A routing slip."""
        return Bundle((paper([self.words("slips")], Role.SLIP),))

    def form(self) -> Bundle:
        """An identification form, or the sheet that stands for a paper withdrawn."""
        return Bundle((paper([self.words("forms")], Role.FORM),))

    def blank(self) -> Leaf:
        """A page without anything of a paper: empty, an archive's number, or the stamp on a back."""
        return Leaf(self.rng.choice(wordings(self.part)["blanks"]), Role.BLANK)

    # -- papers without a form

    def untitled(self, text: Text) -> list[str]:
        """Pages of an excerpt, a draft, notes: a heading and running text, over as many pages as it takes."""
        head = self.words("titles", subject=text.subject or "the Situation").split("\n")
        dated = [self.day(), ""] if self.rng.random() < 0.4 else []
        level = self.rng.choice((*LEVELS, "", ""))
        rows = [*dated, *(line.center(64).rstrip() for line in head), ""]
        return self.paged(rows, text.paragraphs, level)

    def paged(self, head: list[str], paragraphs: tuple[str, ...], level: str = "") -> list[str]:
        """The text typed on pages of the same depth; from the second on they bear a number."""
        numbered = self.rng.random() < 0.75
        style, depth, width = self.rng.choice(wordings(self.part)["numbers"]), self.rng.randint(26, 40), 66
        counted = self.rng.random() < 0.3
        rows = list(head)
        for n, words in enumerate(paragraphs, 1):
            rows += [*textwrap.wrap(f"{n}. {words}" if counted else f"     {words}", width), ""]
        sheets = [rows[at : at + depth] for at in range(0, len(rows), depth)]
        out = []
        for n, sheet in enumerate(sheets, 1):
            number = style.format(n=n, m=len(sheets)).center(width).rstrip() if numbered and n > 1 else ""
            marked = level.center(width).rstrip() if level else ""
            out.append("\n".join([marked, number, "", *sheet, "", marked]).strip("\n"))
        return out

    # -- what belongs together

    def carrier(self, text: Text, whats: list[str]) -> list[str]:
        """A memorandum that lists what is attached."""
        named = self.rng.sample(OFFICES, 2)
        head = [
            f"{self.rng.choice(('March', 'June', 'August'))} {self.rng.randint(1, 28)}, 1969".rjust(62),
            "",
            "MEMORANDUM",
            "",
            f"TO:      {named[0]}",
            f"FROM:    {named[1]}",
            f"SUBJECT: {text.subject or 'Attached papers'}",
            "",
        ]
        body = text.paragraphs[:4]
        pages = self.paged(head, (*body, "The attached papers are submitted for your consideration."))
        label, item = (self.rng.choice(wordings(self.part)[name]) for name in ("lists", "items"))
        listed = [label.format(s="s" if len(whats) > 1 else ""), ""]
        listed += [f"     {item.format(k=k, letter='ABCDEFGH'[k - 1], what=what)}" for k, what in enumerate(whats, 1)]
        return [*pages[:-1], pages[-1] + "\n\n\n" + "\n".join(listed)]

    def enclosed(self, pages: list[str], k: int, *, bare: bool) -> tuple[Leaf, ...]:
        """A paper as an enclosure: with a caption at its head, behind a divider, or as it is if it may be `bare`."""
        said = {"k": k, "letter": "ABCDEFGH"[k - 1]}
        throw = self.rng.random() * (1.0 if bare else 0.75)
        if throw < 0.55:
            return paper([f"{self.words('captions', **said).rjust(60)}\n\n{pages[0]}", *pages[1:]])
        if throw < 0.75:
            return paper(["\n\n\n" + self.words("dividers", **said).center(60).rstrip(), *pages])
        return paper(pages)
