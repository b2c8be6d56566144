"""The generator of the familiar half: papers drawn by lot, typed on their forms, worn, and bound into files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random

from bench.case import Case
from bench.reading.damage import WornPage, damaged
from bench.reading.drawn import Drawn, Lot
from bench.reading.frus import Genre, Text, texts
from bench.reading.letters import letter
from bench.reading.memoranda import conversation, cover_sheet, memorandum
from bench.reading.telegrams import incoming, outgoing
from bench.reading.truth import paper_truth
from onionskin.facsimile.ink import TextPage
from onionskin.facsimile.pages import bound
from onionskin.facsimile.surface import MARKDOWN, PLAIN, Surface
from onionskin.facsimile.typeset import typeset

SURFACES: tuple[tuple[str, Surface], ...] = (
    ("plain", PLAIN),
    ("plain", replace(PLAIN, hyphens=True, open_box="[ ]", ticked_box="[X]")),
    ("plain flush left", replace(PLAIN, placed=False, columns=70, open_box="\u2610", ticked_box="\u2612")),
    ("markdown", MARKDOWN),
    ("markdown", replace(MARKDOWN, open_box="( )", ticked_box="(X)")),
    ("markdown loose", replace(MARKDOWN, loose=True)),
)
RATES = ((0.0, 8), (0.004, 4), (0.01, 3), (0.02, 4), (0.05, 1))
"""Shares of characters hurt, and how many papers in twenty have each."""

FORM_FEED = "\f"
BETWEEN = "\n\n"

Shelf = dict[Genre, list[Text]]
Draw = Callable[[Lot, "Shelf"], list[Drawn]]


def generate(data_root: Path, seed: int, count: int, *, worn: bool = True) -> Iterator[Case]:
    """Files that hold at least `count` papers in all, the same for the same seed on every machine.

    Without `worn` the same seed gives other papers, none of them damaged.
    """
    library = texts(data_root)
    lot = Lot(Random(f"familiar/{seed}"))
    shelf: Shelf = {genre: lot.rng.sample(each, len(each)) for genre, each in library.items()}
    made = number = 0
    while made < count:
        name, draw = DRAWS[number % len(DRAWS)]
        for genre, each in library.items():
            if len(shelf[genre]) < 3:
                shelf[genre] = lot.rng.sample(each, len(each))
        case = _case(f"familiar-{number:04d}.txt", name, draw(lot, shelf), lot, worn=worn)
        made += sum(not paper.optional for paper in case.papers)
        number += 1
        yield case


def _case(name: str, what: str, drawn: Sequence[Drawn], lot: Lot, *, worn: bool) -> Case:
    look, surface = lot.rng.choice(SURFACES)
    rate = lot.rng.choices([rate for rate, _ in RATES], [weight for _, weight in RATES])[0] if worn else 0.0
    turned = lot.chance(0.5)
    pages: list[WornPage] = []
    papers = []
    for each in drawn:
        typed: Sequence[TextPage] = typeset(each.sheet, surface)
        typed = [replace(page, n=len(pages) + page.n) for page in typed] if turned else [bound(typed, BETWEEN)]
        hurt = [damaged(page, rate, lot.rng) for page in typed]
        papers.append(paper_truth(each, hurt, surface))
        pages += hurt
    # A file without page turns is one page, however many papers were bound into it.
    text = (FORM_FEED if turned else BETWEEN).join(page.text for page in pages)
    traits = {look, f"damage {rate:.1%}", "page turns" if turned else "one page", what}
    return Case(name=name, text=text + "\n", papers=tuple(papers), traits=frozenset(traits))


def _outgoing(lot: Lot, shelf: Shelf) -> list[Drawn]:
    return [outgoing(lot, shelf["outgoing"].pop())]


def _incoming(lot: Lot, shelf: Shelf) -> list[Drawn]:
    return [incoming(lot, shelf["incoming"].pop())]


def _letter(lot: Lot, shelf: Shelf) -> list[Drawn]:
    return [letter(lot, shelf["letter"].pop())]


def _memorandum(lot: Lot, shelf: Shelf) -> list[Drawn]:
    return [memorandum(lot, shelf["memorandum"].pop())]


def _conversation(lot: Lot, shelf: Shelf) -> list[Drawn]:
    return [conversation(lot, shelf["conversation"].pop())]


def _letter_and_enclosure(lot: Lot, shelf: Shelf) -> list[Drawn]:
    return [letter(lot, shelf["letter"].pop(), enclosures=("Memorandum",)), memorandum(lot, shelf["memorandum"].pop())]


def _covered_letters(lot: Lot, shelf: Shelf) -> list[Drawn]:
    first, second = shelf["letter"].pop(), shelf["letter"].pop()
    return [cover_sheet(lot, first.day + timedelta(days=1)), letter(lot, first), letter(lot, second)]


def _telegrams(lot: Lot, shelf: Shelf) -> list[Drawn]:
    return [incoming(lot, shelf["incoming"].pop()), outgoing(lot, shelf["outgoing"].pop())]


DRAWS: tuple[tuple[str, Draw], ...] = (
    ("outgoing telegram", _outgoing),
    ("incoming telegram", _incoming),
    ("letter", _letter),
    ("memorandum", _memorandum),
    ("memorandum of conversation", _conversation),
    ("incoming telegram", _incoming),
    ("outgoing telegram", _outgoing),
    ("letter and enclosure", _letter_and_enclosure),
    ("outgoing telegram", _outgoing),
    ("cover sheet and letters", _covered_letters),
    ("incoming telegram", _incoming),
    ("two telegrams", _telegrams),
)
"""What the files hold, in turn."""
