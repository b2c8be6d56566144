"""Papers of the reading benchmark, drawn by lot, on paper: what a pen, a stamp and a black marker did to each page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from bench.facsimiles.sets import SetName, Workshop, workshop
from bench.reading.drawn import Drawn, Lot
from bench.reading.files import DRAWS, Shelf
from bench.reading.frus import texts
from onionskin.facsimile.ink import TextPage
from onionskin.facsimile.marks import Overlay, Place
from onionskin.facsimile.paper.additions import Additions, Excision, Impression, Underlining
from onionskin.facsimile.paper.ageing import Scan, scanned
from onionskin.facsimile.paper.desk import Desk
from onionskin.facsimile.paper.truth import MarkKind
from onionskin.facsimile.paper.typescript import typed
from onionskin.facsimile.stamps import Stamp
from onionskin.facsimile.surface import PAPER
from onionskin.facsimile.typeset import typeset
from onionskin.record.span import Span

RESOLUTIONS = ((150, 2), (200, 4), (240, 2), (300, 6))
"""Dots to the inch, and how many pages in fourteen have each."""
_STRIKES = (MarkKind.RULED, MarkKind.RULED, MarkKind.SCRIBBLED, MarkKind.X_ED)
_WHITE_PLACES = (Place.TURN, Place.END)


@dataclass(frozen=True, slots=True)
class Facsimile:
    """One page image: which set, ageing and face it is of, and the kind of its paper."""

    name: str
    kind: str
    ageing: str
    face: str
    scan: Scan


def generate(data_root: Path, name: SetName, seed: int, count: int) -> Iterator[Facsimile]:
    """So many pages, the same for the same arguments on every machine with the same faces.

    Agings and faces come in turn, so that a small set has all of them. NoTextsError, NoFacesError: what is missing.
    """
    shop, library = workshop(name), texts(data_root)
    lot = Lot(Random(f"facsimile/{name}/{seed}"))
    shelf: Shelf = {genre: lot.rng.sample(each, len(each)) for genre, each in library.items()}
    number = 0
    while number < count:
        for genre, each in library.items():
            if len(shelf[genre]) < 3:
                shelf[genre] = lot.rng.sample(each, len(each))
        _, draw = DRAWS[lot.rng.randrange(len(DRAWS))]
        drawn = draw(lot, shelf)[-1]
        pages = _typeset(drawn, lot)
        # Of a long paper one page is enough; the first has the form.
        page, stamps = pages[0] if lot.chance(0.7) else pages[-1]
        ageing, face, scan = _made(page, stamps, shop, lot, number)
        yield Facsimile(f"{name}-{number:03d}", drawn.kind, ageing, face, scan)
        number += 1


def _typeset(drawn: Drawn, lot: Lot) -> list[tuple[TextPage, tuple[Overlay, ...]]]:
    """The paper's pages without its stamps, and the stamps of each page."""
    squares = replace(PAPER, open_box="\u2610", ticked_box="\u2612") if lot.chance(0.4) else PAPER
    marks = drawn.sheet.marks
    pages = typeset(replace(drawn.sheet, marks=marks.without_stamps()), squares)
    stamps = [each for each in marks.overlays if isinstance(each.content, Stamp)]
    last = tuple(each for each in stamps if each.place in _WHITE_PLACES)
    first = tuple(each for each in stamps if each.place not in _WHITE_PLACES)
    if len(pages) == 1:
        return [(pages[0], (*first, *last))]
    return [(page, first if n == 0 else last if n == len(pages) - 1 else ()) for n, page in enumerate(pages)]


def _made(page: TextPage, stamps: tuple[Overlay, ...], shop: Workshop, lot: Lot, number: int) -> tuple[str, str, Scan]:
    """The names of its ageing and its face, and the page itself."""
    machine = shop.machines[number % len(shop.machines)]
    # One step further each round, so that every face meets every ageing in the end.
    ageing = shop.agings[(number + number // len(shop.agings)) % len(shop.agings)]
    desk = Desk(
        machine=machine,
        stamps=lot.rng.choice(shop.stamps),
        hand=lot.rng.choice(shop.hands),
        leading=lot.rng.choice((4.0, 6.0, 6.0)),
    )
    additions = Additions(
        excisions=tuple(_excisions(page, lot)),
        underlines=tuple(_underlines(page, lot)),
        impressions=tuple(_impression(each, n, lot) for n, each in enumerate(stamps)),
        struck=lot.rng.choice(_STRIKES),
    )
    seed = lot.rng.getrandbits(32)
    dpi = lot.rng.choices([dpi for dpi, _ in RESOLUTIONS], [often for _, often in RESOLUTIONS])[0]
    scan = scanned(typed(page, desk, additions, seed=seed), ageing, dpi=dpi, seed=seed)
    return ageing.name, machine.face.name, scan


def _impression(overlay: Overlay, number: int, lot: Lot) -> Impression:
    if not isinstance(overlay.content, Stamp):
        raise TypeError(overlay)
    return Impression(
        overlay.content,
        number,
        framed=lot.chance(0.6),
        angle=lot.rng.choice((0.0, lot.rng.uniform(-4, 4), lot.rng.uniform(-4, 4), lot.rng.uniform(-25, 25), 90.0)),
        points=lot.rng.uniform(8, 11),
        strength=lot.rng.uniform(0.7, 1.0),
        squares=lot.chance(0.5),
    )


def _excisions(page: TextPage, lot: Lot) -> Iterator[Excision]:
    """Up to two passages of the text, on rows of their own: some words of one row, or some whole rows."""
    rows = _rows(page)
    for kind, often in ((MarkKind.BLACKOUT, 0.35), (MarkKind.WHITEOUT, 0.25), (MarkKind.BRACKET, 0.35)):
        if not lot.chance(often) or len(rows) < 4:
            continue
        first = lot.rng.randrange(len(rows) - 3)
        label = lot.one("1", "2", "(b)(1)", "A", "") if kind is MarkKind.BRACKET else ""
        if lot.chance(0.5):
            last = first + lot.rng.randint(1, 2)
            taken = Span(rows[first].start, rows[last].end)
        else:
            last = first
            taken = _some_words(page.text, rows[first], lot)
        # The rows taken are no other mark's, nor those beside them: two marks never meet.
        del rows[max(0, first - 1) : last + 2]
        yield Excision(kind, taken, label)


def _underlines(page: TextPage, lot: Lot) -> Iterator[Underlining]:
    for ink in page.inks:
        often = {"subject": 0.4, "paragraph": 0.12, "salutation": 0.1}.get(ink.field, 0.0)
        if often and lot.chance(often) and len(ink.text) > 12:
            row = Span(ink.span.start, ink.span.start + len(ink.text.split("\n")[0]))
            yield Underlining(_some_words(page.text, row, lot), typed=lot.chance(0.6))


def _rows(page: TextPage) -> list[Span]:
    """The rows of the running text that are long enough to lose something."""
    rows = []
    for ink in page.inks:
        if ink.field == "paragraph":
            rows += [
                Span(ink.span.start + part.start(), ink.span.start + part.end())
                for part in re.finditer(r"\S[^\n]{25,}", ink.text)
            ]
    return rows


def _some_words(text: str, row: Span, lot: Lot) -> Span:
    words = [Span(row.start + each.start(), row.start + each.end()) for each in re.finditer(r"\S+", row.of(text))]
    first = lot.rng.randrange(max(1, len(words) - 2))
    last = min(len(words) - 1, first + lot.rng.randint(1, 5))
    return Span(words[first].start, words[last].end)
