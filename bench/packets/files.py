"""Packets by lot: papers of many kinds shuffled, with sheets and blank pages between, enclosures under their papers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

from bench.case import Case
from bench.packets.drawn import encloses, pages_of, papers
from bench.packets.leaves import Bundle, Half, Leaf, Packet, bound, paper
from bench.packets.scans import SHOWN, as_read, bundle, layer, records
from bench.packets.sheets import WHATS, Clerk
from bench.reading.damage import CONFUSED
from bench.reading.frus import Text, texts

LEAST, MOST = 3, 25
RATES = (0.0, 0.0, 0.005, 0.01, 0.02)
"""Shares of characters that a packet's pages have wrong, besides what the papers brought along."""
GENRES = ("memorandum", "letter", "conversation")


def generate(data: Path, part: Half, seed: int, count: int) -> Iterator[Packet]:
    """`count` packets of papers set in type, the same for the same arguments."""
    library = texts(data)
    pool: list[Text] = [text for genre in GENRES for text in library[genre]]  # type: ignore[index]
    rng = Random(f"packets/{part}/{seed}")
    rng.shuffle(pool)
    stock = list(papers(data, part, seed + 7000, count * 16))
    for n in range(count):
        lot = Random(f"packets/{part}/{seed}/{n}")
        clerk = Clerk(part, lot)
        target = lot.randint(LEAST, MOST)
        inside: list[Bundle] = []
        while sum(len(each.papers) for each in inside) < target:
            case, bundle = stock[lot.randrange(len(stock))]
            inside += _group(clerk, case, bundle, pool[lot.randrange(len(pool))], stock)
        rate = lot.choice(RATES)
        packet = bound(f"packet-{part}-{n:03}.txt", [_with_blanks(clerk, each) for each in inside])
        yield replace(packet, leaves=tuple(Leaf(_worn(leaf.text, rate, lot), leaf.role) for leaf in packet.leaves))


def _group(clerk: Clerk, case: Case, bundle: Bundle, text: Text, stock: list[tuple[Case, Bundle]]) -> list[Bundle]:
    """What lies together next: one paper, a sheet over one, a paper with its enclosures."""
    lot = clerk.rng
    named = encloses(case)
    if named and lot.random() < 0.8:
        inside = [lot.choice(_alone(stock, until=_day(case))) for _ in range(min(named, 2))]
        return [_carried(clerk, pages_of(bundle), [pages_of(each) for _, each in inside], bare=False)]
    throw = lot.random()
    if throw < 0.18:
        return [lot.choice((clerk.cover, clerk.slip, clerk.form))(), bundle]
    if throw < 0.36:
        return [Bundle((paper(clerk.untitled(text)),))]
    if throw < 0.5:
        held = [lot.choice(_alone(stock)) for _ in range(lot.randint(1, 3))]
        whats = [lot.choice(WHATS[each.papers[0].kind]) for each, _ in held]
        return [_carried(clerk, clerk.carrier(text, whats), [pages_of(each) for _, each in held], bare=True)]
    return [bundle]


def _alone(stock: list[tuple[Case, Bundle]], until: str = "9") -> list[tuple[Case, Bundle]]:
    """The papers that carry no others, and are not younger: nobody encloses what is not written yet."""
    return [(case, bundle) for case, bundle in stock if not encloses(case) and _day(case) <= until]


def _day(case: Case) -> str:
    return str(case.papers[0].fields.get("date", "1940"))[:10]


def _carried(clerk: Clerk, carrier: list[str], papers: list[list[str]], *, bare: bool) -> Bundle:
    """A paper and its enclosures; without a caption (`bare`) they lie there only where it names what they are."""
    inside = [clerk.enclosed(pages, k, bare=bare) for k, pages in enumerate(papers, 1)]
    return Bundle((paper(carrier), *inside), tuple((k, 0) for k in range(1, len(inside) + 1)))


def _with_blanks(clerk: Clerk, bundle: Bundle) -> Bundle:
    """Seldom a blank page, or the back of one, behind a paper."""
    held = tuple((*each, clerk.blank()) if clerk.rng.random() < 0.12 else each for each in bundle.papers)
    return Bundle(held, bundle.under)


def _worn(text: str, rate: float, lot: Random) -> str:
    return "".join(CONFUSED.get(c, c) if rate and lot.random() < rate else c for c in text)


def shuffled(name: str, stock: Sequence[Bundle], part: Half, seed: int, count: int) -> Iterator[Packet]:
    """`count` packets of an archive's records, shuffled, with sheets and blank pages between."""
    for n in range(count):
        lot = Random(f"{name}/{part}/{seed}/{n}")
        clerk = Clerk(part, lot)
        inside: list[Bundle] = []
        for each in lot.sample(stock, min(len(stock), lot.randint(4, 10))):
            if lot.random() < 0.25:
                inside.append(lot.choice((clerk.cover, clerk.slip))())
            inside.append(_with_blanks(clerk, each) if lot.random() < 0.3 else each)
        yield bound(f"{name}-{part}-{n:03}.txt", inside)


def shown(data: Path, engine: Path | None = None) -> Packet:
    """The record that is reported page by page."""
    pages = as_read(engine).get(SHOWN) if engine else None
    return bound(f"{SHOWN}.txt", [bundle(records()[SHOWN], pages or dict(enumerate(layer(data, SHOWN), 1)))])
