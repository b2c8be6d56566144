"""`bench ocr --facsimiles`: pages set in type, aged and scanned, read by each profile and by other programs.

Every letter is known, so letters can be counted here; the faces and agings of `held-out` are for scoring alone.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from bench.facsimiles.drawn import Facsimile, generate
from bench.facsimiles.sets import CLEAN, SetName
from bench.ocr.letters import Letters, score
from bench.ocr.peers import PeerError, Reading, Run
from onionskin.facsimile.paper.files import write

PAGES = 12
"""Two of each ageing; a page takes each reader some seconds."""

Reader = Callable[[Sequence[Path]], Run]


def drawn(data: Path, chosen: SetName, count: int, seed: int) -> list[Facsimile]:
    """The pages of one set. NoTextsError and NoFacesError say what this machine lacks."""
    return list(generate(data, chosen, seed, count))


def measure(name: str, read: Reader, pages: Sequence[Facsimile], *, each: bool) -> None:
    """One reader's line of the table, and a line for each page where that is asked for."""
    with tempfile.TemporaryDirectory(prefix="onionskin-bench-") as scratch:
        files = [Path(scratch) / f"{page.name}.pdf" for page in pages]
        for page, file in zip(pages, files, strict=True):
            write([page.scan], file)
        try:
            run = read(files)
        except PeerError as error:
            print(f"{name:10s} {error}")
            return
    readings = [run.readings.get(file.name, Reading("")) for file in files]
    scores = [score(page.scan, reading) for page, reading in zip(pages, readings, strict=True)]
    if each:
        for page, one in zip(pages, scores, strict=True):
            print(in_words(f"  {page.name} {page.ageing}, {page.face}, {page.scan.truth.dpi} dpi", [one]))
    print(in_words(name, scores) + f", {run.seconds / len(pages):.1f} s a page", flush=True)
    patches = {page.name: reading.patches for page, reading in zip(pages, readings, strict=True)}
    clean = [sum(map(_area, patches[page.name])) for page in pages if page.ageing in CLEAN]
    if clean and any(patches.values()):
        print(f"{'':10s} clean pages: {sum(clean) / len(clean):.4f} of the area reported unread", flush=True)


def in_words(name: str, scores: Iterable[Letters]) -> str:
    """One line; CER as the mean of the pages."""
    pages = list(scores)
    total = sum(pages, Letters())
    return (
        f"{name:10s} CER {sum(page.cer for page in pages) / len(pages):.4f}, "
        f"words {total.right / max(1, total.words):.3f}, "
        f"digits {total.numbers_right}/{total.numbers} right, {total.answered:.3f} right or doubtful, "
        f"{total.right_flagged / max(1, total.right):.3f} of right words flagged, "
        f"{total.right_numbers_flagged / max(1, total.numbers_right):.3f} of right numbers, "
        f"{total.lost}/{total.lines} lines lost, {total.lost_untold} untold"
    )


def _area(patch: tuple[float, float, float, float]) -> float:
    left, top, right, bottom = patch
    return (right - left) * (bottom - top)
