"""`python -m bench.packets.fitting`: what each sign at a page turn says, fitted to the packets for building.

A logistic regression drawn towards the weights set by hand (`set`), since a sign may stand on few pages. A page that
goes on weighs the same however many packets it is in. The scans are taken twice: as they are, and without the archive's
notice and number (`bare`), so that the first page of a record tells by itself that it is one; with `--engine` twice
more, as an engine read them anew, for one page has other signs in another reading. `--held-out` fits as many times as
there are records, each time without one, and says how the turns to its pages are judged: what is to be expected of
papers never seen.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bench.packets import releases, scans
from bench.packets.__main__ import DATA
from bench.packets.files import generate, shuffled
from bench.packets.leaves import Bundle, Packet
from onionskin.lexicon import entries
from onionskin.readers.assemble import STEPS
from onionskin.readers.contract import Claim
from onionskin.readers.ground import Ground
from onionskin.readers.leaves import Leaf
from onionskin.readers.standard import standard_readers
from onionskin.readers.turn_signs import Sign
from onionskin.readers.turns import Pile, without_backs
from onionskin.record.page import PageNumber, PageText
from onionskin.text.clean import clean
from onionskin.text.healing import heal
from onionskin.text.scroll import scroll_of

Rows = npt.NDArray[np.float64]
LEXICON = Path(__file__).resolve().parents[2] / "src/onionskin/lexicon/turn_signs.toml"
PENALTY, ROUNDS = 2.0, 40
SEED = 2
TYPED = 0.1
"""What a page set in type weighs beside a scanned one: they are many, and alike."""
BEGINS = 1.5
"""What a first page weighs beside one that goes on: it is met behind many another page."""
NOTICE = re.compile(
    r".*(?:RELEASE UNDER|ASSASSINATION RECORDS|\b\d{3}-\d{5}-\d{5}\b|\b1[34].?0{4,}\b).*", re.IGNORECASE
)
"""What an archive printed on a scanned page for its release, misread or not."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A turn: its signs, whether a paper begins there, and the text of the two pages."""

    signs: tuple[Sign, ...]
    begins: bool
    before: str
    page: str
    share: float = 1.0


def seen(packet: Packet, share: float) -> Iterator[Seen]:
    """The turns of a packet, each with the signs it has where all papers before it are told apart rightly."""
    leaves = read(packet)
    begins = {leaf.start: leaf.lines[0].page in packet.begins for leaf in leaves}
    yield from judged(leaves, begins, [leaf.text for leaf in packet.leaves], share)


def judged(leaves: Sequence[Leaf], begins: dict[int, bool], texts: Sequence[str], share: float) -> Iterator[Seen]:
    """The turns between pages, by whether a paper begins at the first line of each."""
    pages = without_backs(leaves, begins)
    pile, first = Pile(leaves, pages), 0
    for at, page in enumerate(pages[1:], 1):
        new = begins[page.start]
        before = pages[at - 1].lines[0].page
        yield Seen(pile.signs(first, at), new, texts[before - 1], texts[page.lines[0].page - 1], share)
        first = at if new else first


def read(packet: Packet) -> list[Leaf]:
    """The pages with ink as the readers see them."""
    pages = [PageText(PageNumber(n), leaf.text.strip("\n\f") + "\n") for n, leaf in enumerate(packet.leaves, 1)]
    text = heal(clean(scroll_of(pages), STEPS))
    claims: list[Claim] = []
    for reader in standard_readers().marks:
        claims += reader.read(text, [claim.span for claim in claims]).claims
    return Ground(text, claims).leaves()


def bare(text: str) -> str:
    """A page without what the archive printed on it."""
    return "\n".join(line for line in text.splitlines() if not NOTICE.fullmatch(line))


def stocks(data: Path, engine: Path | None) -> dict[str, list[Bundle]]:
    """The records for building, by the name of their set; `engine` has the scans' pages as an engine read them."""
    scanned = scans.bundles(data, "build")
    out = {"scans": scanned, "bare": _stripped(scanned), "releases": releases.bundles(data, "build")}
    if engine is not None:
        read_again = scans.bundles(data, "build", engine)
        out |= {"engine": read_again, "engine-bare": _stripped(read_again)}
    return out


def _stripped(bundles: Sequence[Bundle]) -> list[Bundle]:
    return [
        replace(each, papers=tuple(tuple(replace(x, text=bare(x.text)) for x in paper) for paper in each.papers))
        for each in bundles
    ]


def names() -> list[str]:
    """The signs, the prior among them."""
    return [entry.name for entry in entries("turn_signs")]


def fitted(rows: Rows, begins: Rows, shares: Rows) -> Rows:
    """The weights, by Newton's method."""
    hand = np.array([(entry.number("set") or 0) / 100 for entry in entries("turn_signs")])
    weights = hand.copy()
    for _ in range(ROUNDS):
        likely = _share(rows @ weights)
        slope = rows.T @ (shares * (begins - likely)) - PENALTY * (weights - hand)
        curve = (rows * (shares * likely * (1 - likely))[:, None]).T @ rows + PENALTY * np.eye(len(weights))
        weights = weights + np.linalg.solve(curve, slope)
    return weights


def _share(odds: Rows) -> Rows:
    out: Rows = 1 / (1 + np.exp(-np.clip(odds, -30, 30)))
    return out


def table(turns: Sequence[Seen]) -> tuple[Rows, Rows, Rows]:
    """The turns as rows of signs, whether a paper begins, and how much each counts."""
    place = {name: at for at, name in enumerate(names())}
    rows = np.zeros((len(turns), len(place)))
    for row, turn in zip(rows, turns, strict=True):
        row[place["prior"]] = 1
        for sign in turn.signs:
            row[place[sign.name]] += sign.strength
    often = Counter(_which(turn) for turn in turns)
    shares = [turn.share * (BEGINS if turn.begins else 1.0) / often[_which(turn)] for turn in turns]
    return rows, np.array([float(turn.begins) for turn in turns]), np.array(shares)


def _which(turn: Seen) -> tuple[str, str]:
    return (turn.page, "") if turn.begins else (turn.page, turn.before)


def told(likely: Rows, begins: Rows, shares: Rows) -> str:
    """How the turns are judged: F1 of beginnings, and whether what is said to be likely comes about as often."""
    new, said = begins > 0, likely > 0.5
    right, extra, missed = (float(shares[each].sum()) for each in (new & said, ~new & said, new & ~said))
    lines = [f"beginnings F1 {2 * right / (2 * right + extra + missed):.3f} of {len(begins)} turns, weighed"]
    sure = np.maximum(likely, 1 - likely)
    for low, high in ((0.5, 0.65), (0.65, 0.8), (0.8, 0.9), (0.9, 0.97), (0.97, 1.01)):
        held = (sure >= low) & (sure < high)
        if held.any():
            ok = float(shares[held & (said == new)].sum() / shares[held].sum())
            lines.append(f"    said with {low} to {min(high, 1.0)}: right {ok:.3f} ({held.sum()} turns)")
    return "\n".join(lines)


def held_out(turns: Sequence[Seen], record_of: dict[str, tuple[str, str]]) -> str:
    """`told` of each set, each record's turns judged by weights fitted without it; `record_of` has the set and the
    record by a page's text.
    """
    rows, begins, shares = table(turns)
    owners = [record_of.get(turn.page, ("", "")) for turn in turns]
    sets, records = np.array([name for name, _ in owners]), np.array([record for _, record in owners])
    likely = np.zeros(len(turns))
    for record in sorted(set(records) - {""}):
        out = records == record
        likely[out] = _share(rows[out] @ fitted(rows[~out], begins[~out], shares[~out]))
    each = ((name, sets == name) for name in sorted(set(sets) - {""}))
    return "\n".join(f"{name}: {told(likely[inside], begins[inside], shares[inside])}" for name, inside in each)


def owners(data: Path, engine: Path | None) -> dict[str, tuple[str, str]]:
    """The set and the record of each page of the papers for building, by the page's text."""
    out: dict[str, tuple[str, str]] = {}
    again = scans.as_read(engine) if engine is not None else {}
    for record in filter(lambda each: scans.half(each) == "build", scans.records()):
        for name, pages in (("scans", scans.layer(data, record)), ("engine", [*again.get(record, {}).values()])):
            out |= dict.fromkeys(pages, (name, record))
            without = "bare" if name == "scans" else "engine-bare"
            out |= {stripped: (without, record) for page in pages if (stripped := bare(page)) not in out}
    for record in filter(lambda each: releases.half(each) == "build", releases.records()):
        out |= dict.fromkeys(releases.pages(data, record).values(), ("releases", record))
    return out


def written(weights: Iterable[float]) -> str:
    """The lexicon's file with the weights in it."""
    told_ = dict(zip(names(), weights, strict=True))

    def one(line: re.Match[str]) -> str:
        return f"{line[1]}{round(told_[line[2]] * 100)} }},"

    return re.sub(r'(  \{ name = "([a-z-]+)", .*hundredths = )-?\d+ \},', one, LEXICON.read_text(encoding="utf-8"))


def main() -> int:
    """Writes the weights into the lexicon, or says what they are worth."""
    parser = argparse.ArgumentParser(prog="bench.packets.fitting", description=__doc__)
    parser.add_argument("-n", type=int, default=24, metavar="N", help="packets of each set (default: 24)")
    parser.add_argument("--held-out", action="store_true", help="write nothing; say how records left out are judged")
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument(
        "--engine", type=Path, metavar="FILE", help="take the scans' pages also as `onionskin read --json` printed them"
    )
    asked = parser.parse_args()
    turns: list[Seen] = []
    for packet in generate(asked.data, "build", SEED, asked.n):
        turns += seen(packet, TYPED)
    for name, stock in stocks(asked.data, asked.engine).items():
        for packet in shuffled(name, stock, "build", SEED, asked.n):
            turns += seen(packet, 1.0)
    if asked.held_out:
        print(held_out(turns, owners(asked.data, asked.engine)))
        return 0
    rows, begins, shares = table(turns)
    weights = fitted(rows, begins, shares)
    LEXICON.write_text(written(weights), encoding="utf-8")
    print(told(_share(rows @ weights), begins, shares))
    return 0


if __name__ == "__main__":
    sys.exit(main())
