"""A sheet as page images: typed on paper, its stamps struck, what was taken out blacked out, aged where asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from random import Random

from onionskin.facsimile.ink import TextPage
from onionskin.facsimile.paper.additions import Additions, Excision, Impression
from onionskin.facsimile.paper.ageing import CLEAN, Ageing, Scan, scanned
from onionskin.facsimile.paper.desk import Desk
from onionskin.facsimile.paper.faces import StandardFace
from onionskin.facsimile.paper.leaf import DPI
from onionskin.facsimile.paper.truth import MarkKind
from onionskin.facsimile.paper.typescript import typed
from onionskin.facsimile.paper.typewriter import Typewriter
from onionskin.facsimile.running_text import EXCISED
from onionskin.facsimile.sheets import ElectronicTelegram, Sheet
from onionskin.facsimile.surface import PAPER
from onionskin.facsimile.typeset import typeset

AGEINGS = (
    Ageing(name="file copy", strength=0.8, uneven=0.35, tone=0.08, stain=0.05, skew=0.5, holes=2, grain=0.015),
    Ageing(name="carbon", carbon=0.7, strength=0.7, tone=0.1, stain=0.06, skew=0.5, grain=0.015),
    Ageing(name="photocopy", contrast=0.8, spread=0.0015, rough=0.25, specks=2, losses=1, border=True, skew=0.8),
    Ageing(name="fiche", blur=0.002, rough=0.35, dirt=0.1, specks=1, skew=0.6, bilevel=True),
)
"""What `--aged` chooses from, by the seed."""

_EXCISED = {"blackout": MarkKind.BLACKOUT, "whiteout": MarkKind.WHITEOUT}


def photographed(sheet: Sheet, *, aged: bool = False, dpi: int = DPI, seed: int = 0) -> tuple[Scan, ...]:
    """The pages of one paper at 72 to 300 dpi, the same for the same seed; faces are those that PDFium carries."""
    rng = Random(f"photographed/{seed}")
    desk = _desk(sheet, rng)
    ageing = rng.choice(AGEINGS) if aged else CLEAN
    pages = typeset(replace(sheet, marks=sheet.marks.without_stamps()), PAPER)
    stamps = _impressions(sheet, rng)
    barest = min(pages, key=lambda page: page.text.count("\n"))
    return tuple(
        scanned(
            typed(page, desk, Additions(tuple(_excisions(page)), (), stamps if page is barest else ()), seed=seed),
            ageing,
            dpi=dpi,
            seed=seed,
        )
        for page in pages
    )


def _desk(sheet: Sheet, rng: Random) -> Desk:
    """A machine by lot; a printer has no worn letters."""
    printed = isinstance(sheet, ElectronicTelegram)
    machine = Typewriter(
        face=StandardFace("Courier"),
        pitch=10 if printed else rng.choice((10, 10, 12)),
        heavier=rng.uniform(0.6, 1.4),
        worn=0.1 if printed else rng.uniform(0.15, 0.4),
        number=rng.randrange(100),
    )
    return Desk(machine=machine, stamps=StandardFace("Helvetica-Bold"), hand=StandardFace("Times-Italic"))


def _impressions(sheet: Sheet, rng: Random) -> Sequence[Impression]:
    """Straight or nearly so, as most clerks struck them."""
    return tuple(
        Impression(stamp, item, framed=rng.random() < 0.6, angle=rng.uniform(-4, 4), points=rng.uniform(8, 10))
        for item, stamp in enumerate(sheet.marks.stamps())
    )


def _excisions(page: TextPage) -> Iterator[Excision]:
    for ink in page.inks:
        if kind := _EXCISED.get(ink.field.removeprefix(f"{EXCISED}.")):
            yield Excision(kind, ink.span)
