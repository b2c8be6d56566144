"""Two sets of faces and agings that share nothing: `familiar` to tune on, `held-out` to score with.

Familiar faces are those that PDFium carries, which every machine has. Held-out ones are font files, found where Linux
has them; a machine without any of them has no held-out set, and is told which packages bring it (Debian:
`fonts-urw-base35`, `fonts-liberation`, `fonts-dejavu`, all free). No font file is in this repository.

How worn the pages are was settled by eye, beside real scans of the data folder, and by plain Tesseract, which reads .83
of the held-out words and .74 of those of the real pages keyed by eye; Onionskin had read none of them by then.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from onionskin.facsimile.paper.ageing import Ageing
from onionskin.facsimile.paper.faces import Face, FileFace, StandardFace
from onionskin.facsimile.paper.typewriter import Typewriter

SetName = Literal["familiar", "held-out"]
FOLDERS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".local/share/fonts")


class NoFacesError(Exception):
    """The machine has none of a set's faces; the message says which packages bring them."""


@dataclass(frozen=True, slots=True)
class Workshop:
    """What one set's pages are made with."""

    machines: tuple[Typewriter, ...]
    stamps: tuple[Face, ...]
    hands: tuple[Face, ...]
    agings: tuple[Ageing, ...]


_FAMILIAR_AGINGS = (
    Ageing(name="clean", grain=0.01, skew=0.2),
    Ageing(name="ribbon", strength=0.75, uneven=0.85, spread=0.002, rough=0.2, skew=0.4),
    Ageing(name="carbon", carbon=1.1, strength=0.55, uneven=0.3, tone=0.1, stain=0.08, skew=0.6),
    Ageing(
        name="photocopy", spread=0.003, contrast=0.9, rough=0.5, specks=6, losses=5, dirt=0.3, border=True, skew=0.9
    ),
    Ageing(name="faint", strength=0.3, uneven=0.5, tone=0.15, stain=0.15, grain=0.04, jpeg=60, holes=2),
    Ageing(
        name="black and white", spread=0.005, contrast=0.8, threshold=0.4, rough=0.6, specks=3, holes=2, bilevel=True
    ),
    Ageing(name="worn ribbon", strength=0.5, uneven=0.9, rough=0.3, tone=0.12, stain=0.1, skew=0.4),
    Ageing(
        name="second copy",
        spread=0.0025,
        contrast=0.95,
        threshold=0.5,
        rough=0.5,
        specks=8,
        losses=8,
        blur=0.002,
        skew=1.0,
    ),
    Ageing(name="both sides", through=0.3, strength=0.5, uneven=0.25, tone=0.1, stain=0.08, jpeg=50, skew=0.3),
)
_HELD_OUT_AGINGS = (
    Ageing(name="top copy", uneven=0.3, grain=0.015, skew=0.6, jpeg=85),
    Ageing(name="second carbon", carbon=1.4, strength=0.5, uneven=0.35, tone=0.14, stain=0.06, blur=0.002, skew=0.5),
    Ageing(
        name="copy of a copy",
        spread=0.0035,
        contrast=0.95,
        threshold=0.55,
        rough=0.55,
        specks=10,
        losses=8,
        border=True,
        skew=1.2,
        blur=0.0015,
    ),
    Ageing(name="tired ribbon", strength=0.5, uneven=0.95, rough=0.25, tone=0.15, stain=0.12, holes=3, skew=0.7),
    Ageing(name="thin paper", through=0.35, strength=0.55, uneven=0.3, tone=0.12, stain=0.12, jpeg=45, skew=0.5),
    Ageing(name="fiche", blur=0.003, rough=0.6, grain=0.05, dirt=0.4, threshold=0.42, skew=0.9, bilevel=True),
)
_HELD_OUT_MACHINES = (
    ("NimbusMonoPS-Bold.otf", 10, 0.0, 1.0, 0.35),
    ("NimbusMonoPS-Regular.otf", 10, 1.2, 1.0, 0.5),
    ("NimbusMonoPS-Regular.otf", 12, 1.0, 1.08, 0.35),
    ("LiberationMono-Regular.ttf", 10, 0.6, 1.0, 0.4),
    ("LiberationMono-Regular.ttf", 12, 0.3, 1.0, 0.3),
    ("DejaVuSansMono.ttf", 12, 0.0, 1.0, 0.3),
)
CLEAN = frozenset({"clean", "top copy"})
"""Agings whose pages have no ink but what was put on them."""


def workshop(name: SetName) -> Workshop:
    """The faces, machines and agings of one set. NoFacesError where this machine lacks the faces."""
    if name == "familiar":
        pica, bold = StandardFace("Courier"), StandardFace("Courier-Bold")
        machines: tuple[Typewriter, ...] = (
            Typewriter(face=pica, pitch=10, heavier=1.0, worn=0.25),
            Typewriter(face=pica, pitch=12, heavier=0.8, worn=0.4, number=1),
            Typewriter(face=bold, pitch=10, heavier=0.0, worn=0.45, number=2),
            Typewriter(face=pica, pitch=10, heavier=1.6, taller=1.1, worn=0.55, number=3),
        )
        stamps: tuple[Face, ...] = (StandardFace("Helvetica-Bold"), StandardFace("Helvetica"))
        return Workshop(machines, stamps, (StandardFace("Times-Italic"),), _FAMILIAR_AGINGS)
    machines = tuple(
        Typewriter(face=face, pitch=pitch, heavier=heavier, taller=taller, worn=worn, number=number)
        for number, (file, pitch, heavier, taller, worn) in enumerate(_HELD_OUT_MACHINES, start=10)
        for face in _found(file)
    )
    stamps = (*_found("NimbusSansNarrow-Bold.otf"), *_found("LiberationSans-Regular.ttf"))
    hands = tuple(_found("Z003-MediumItalic.otf"))
    if min(len(machines), len(stamps), len(hands)) == 0:
        raise NoFacesError(
            "The held-out faces are not here; they come with fonts-urw-base35, fonts-liberation, fonts-dejavu."
        )
    return Workshop(machines, stamps, hands, _HELD_OUT_AGINGS)


def _found(file: str) -> Iterator[Face]:
    paths = (path for folder in FOLDERS if folder.is_dir() for path in sorted(folder.rglob(file)))
    first = next(paths, None)
    if first is not None:
        yield FileFace(first)
