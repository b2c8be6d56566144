"""`bench decisions [VOLUME.xml...]`: whether decisions find their words again when a paper is read anew.

Papers of edited volumes are set in lines as a typist would, and read twice by a poor engine: two independent damages of
one text, so that it is known of every character what it was. Words of the first reading, one to four of them, are
quoted as a decision quotes them, and looked for in the second. `right`: found where they stand; `wrong`: found
elsewhere; `adrift`: said to be lost. The same quotes are looked for on a page on which they do not stand. A wrong place
is the one grave fault.

`--part build` damages by the model that the limits of `text.quotes` were chosen with, `score` (the default) by what the
archive's own OCR did to other papers (`bench/emending/damage.py`). `--json` prints one object as its last line.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from pathlib import Path
from random import Random

from bench.emending.damage import damaged
from bench.emending.texts import EditedText, edited_texts
from bench.noise.model import Noisy
from onionskin.record.page import PageNumber, PageText
from onionskin.record.span import Span
from onionskin.text.quotes import Anchor, Lost, anchored, quoted

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "frus"
USUAL = ("frus1958-60v11.xml", "frus1961-63v03.xml", "frus1955-57v17.xml")
FIRST = 0.03
"""How many characters the first engine hurts."""
RATES = (0.0, 0.02, 0.05, 0.1)
"""How many the second does."""
COLUMNS, PAGE = 66, 1_800
"""Characters of a line, and of a page."""
WORD = re.compile(r"\S+")
MOST = 4
"""Words of a quote."""


def main(argv: Sequence[str] | None = None) -> int:
    """Measure on the volumes given, or on three of the data folder; 2 where there is none."""
    parser = argparse.ArgumentParser(prog="bench decisions")
    parser.add_argument("volumes", nargs="*", type=Path)
    parser.add_argument("--part", choices=("build", "score"), default="score")
    parser.add_argument("--papers", type=int, default=40, help="papers of each volume")
    parser.add_argument("--quotes", type=int, default=10, help="quotes of each page")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args(argv)
    volumes = asked.volumes or [DATA / name for name in USUAL]
    if missing := [volume for volume in volumes if not volume.is_file()]:
        print(f"{missing[0]} is not there: name volumes of Foreign Relations in TEI.", file=sys.stderr)
        return 2
    pages = [page for volume in volumes for text in islice(edited_texts(volume), asked.papers) for page in _pages(text)]
    told = {}
    for rate in RATES:
        found = Counter(fate for page in pages for fate in _fates(page, rate, asked.part, asked.quotes))
        total = found.total() or 1
        told[f"{rate:g}"] = {fate: round(found[fate] / total, 4) for fate in ("right", "adrift", "wrong")} | {
            "n": total
        }
        print(f"second reading {rate:>4.0%} hurt: {told[f'{rate:g}']}")
    strayed = [_is_found(page, other, asked.part, asked.quotes) for page, other in pairwise(pages)]
    found_there = sum(map(sum, strayed)) / max(1, sum(map(len, strayed)))
    told["another page"] = {"found": round(found_there, 4), "n": sum(map(len, strayed))}
    print(f"looked for on another page: {told['another page']}")
    if asked.json:
        print(json.dumps(told))
    return 0


def _pages(text: EditedText) -> Iterator[tuple[str, str]]:
    """The pages of a paper, each with a name for the dice."""
    lines = [line for paragraph in text.paragraphs for line in (*textwrap.wrap(paragraph, COLUMNS), "")]
    page, n = "", 1
    for line in lines:
        page += f"{line}\n"
        if len(page) >= PAGE:
            yield f"{text.volume}/{text.document}/{n}", page
            page, n = "", n + 1


def _fates(page: tuple[str, str], rate: float, part: str, count: int) -> Iterator[str]:
    name, clean = page
    one, two = (damaged(clean, how, part, f"{name}/{n}") for n, how in enumerate((FIRST, rate)))
    dice = Random(f"{name}/{rate}")
    for _ in range(count):
        span = _chosen(one.text, dice)
        yield _fate(one, two, span)


def _is_found(page: tuple[str, str], other: tuple[str, str], part: str, count: int) -> list[bool]:
    """Whether quotes of one page are found on another, where they do not stand with the same words about them."""
    (name, clean), (another, text) = page, other
    one, two = damaged(clean, FIRST, part, f"{name}/0"), damaged(text, FIRST, part, f"{another}/1")
    dice = Random(name)
    return [isinstance(_looked_for(one, two, _chosen(one.text, dice)), Anchor) for _ in range(count)]


def _chosen(text: str, dice: Random) -> Span:
    """One to four words that follow one another."""
    words = [match.span() for match in WORD.finditer(text)]
    first = dice.randrange(len(words))
    last = min(first + dice.randrange(MOST), len(words) - 1)
    return Span(words[first][0], words[last][1])


def _looked_for(one: Noisy, two: Noisy, span: Span) -> Anchor | Lost:
    return anchored([PageText(PageNumber(1), two.text)], quoted(PageText(PageNumber(1), one.text), span))


def _fate(one: Noisy, two: Noisy, span: Span) -> str:
    found = _looked_for(one, two, span)
    if not isinstance(found, Anchor):
        return "adrift"
    meant = Span(*one.before(span.start, span.end))
    there = Span(*two.before(found.span.start, found.span.end))
    shared = min(meant.end, there.end) - max(meant.start, there.start)
    return "right" if shared * 2 >= max(len(meant), len(there)) else "wrong"


if __name__ == "__main__":
    sys.exit(main())
