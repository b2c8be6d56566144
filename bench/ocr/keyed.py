"""Scanned pages keyed by eye, as salted digests of their words: `pages.toml`, made as README.md says.

Nothing here knows an engine, and nothing imports `onionskin`.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bench.truth import Part, half

PAGES = Path(__file__).with_name("pages.toml")
SEED = "onionskin-truth-1"
_LENGTH = 7
_MARKS = "#~"
"""Before a digest: the word holds a digit; the whole line may be read or left out."""


@dataclass(frozen=True, slots=True)
class Line:
    """One typed line: the digests of its words, and which of them hold a digit."""

    words: tuple[str, ...]
    digits: tuple[bool, ...]
    owed: bool
    """False of stamps, handwriting and what the eye could not make out for certain: read or not, both are right."""


@dataclass(frozen=True, slots=True)
class KeyedPage:
    """One page of one record, lines in the order in which a person reads them."""

    document: str
    page: int
    part: Part
    lines: tuple[Line, ...]

    def digests(self, text: str) -> list[str]:
        """A reader's words of this page, to be held against the keyed ones."""
        return [digest(self.document, self.page, word) for word in words(text)]


def words(text: str) -> list[str]:
    """Lower-case runs of letters and digits, as `score_print.py` of the data folder has them."""
    return re.findall(r"[a-z0-9]+", text.lower())


def digest(document: str, page: int, word: str) -> str:
    """One word of one page; the same word of another page has another digest."""
    return hashlib.sha256(f"{SEED}/{document}/{page}/{word}".encode()).hexdigest()[:_LENGTH]


def sealed(document: str, page: int, keyed: str) -> str:
    """The `[[page]]` of what was keyed: a typed line on each line, `~ ` before one that is not owed."""
    lines = []
    for line in keyed.splitlines():
        owed, found = not line.startswith("~"), words(line)
        marked = ["#" * any(map(str.isdigit, word)) + digest(document, page, word) for word in found]
        if found:
            lines.append(f'    "{"" if owed else "~ "}{" ".join(marked)}",')
    body = "\n".join(lines)
    return f'[[page]]\ndocument = "{document}"\npage = {page}\nlines = [\n{body}\n]\n'


@cache
def pages() -> tuple[KeyedPage, ...]:
    """All keyed pages."""
    listed = tomllib.loads(PAGES.read_text("utf-8"))["page"]
    return tuple(
        KeyedPage(each["document"], each["page"], half("scans", each["document"]), tuple(map(_line, each["lines"])))
        for each in listed
    )


def _line(keyed: str) -> Line:
    marked = keyed.removeprefix("~").split()
    return Line(
        tuple(each.lstrip(_MARKS) for each in marked),
        tuple(each.startswith("#") for each in marked),
        not keyed.startswith("~"),
    )
