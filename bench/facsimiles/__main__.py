"""`bench facsimiles -o FOLDER`: pages of one set as PNG files, each with its truth beside it as JSON, to look at."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from bench.facsimiles.drawn import Facsimile, generate
from bench.facsimiles.sets import NoFacesError
from bench.reading.__main__ import DATA
from bench.reading.frus import NoTextsError
from onionskin.facsimile.paper.truth import MarkKind


def main(argv: Sequence[str] | None = None) -> int:
    """Writes the pages; 1 where texts or faces are missing."""
    parser = argparse.ArgumentParser(prog="bench facsimiles", description=__doc__)
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--set", choices=("familiar", "held-out"), default="familiar", dest="chosen")
    parser.add_argument("-n", type=int, default=6, metavar="N", help="pages (default: 6)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--data", type=Path, default=DATA, help="the folder above frus/*.xml (default: %(default)s)")
    parser.add_argument("--boxes", action="store_true", help="draw the truth over the pages")
    asked = parser.parse_args(argv)
    asked.output.mkdir(parents=True, exist_ok=True)
    try:
        for page in generate(asked.data, asked.chosen, asked.seed, asked.n):
            _write(page, asked.output, boxes=asked.boxes)
    except (NoTextsError, NoFacesError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _write(page: Facsimile, folder: Path, *, boxes: bool) -> None:
    truth = page.scan.truth
    pixels = _drawn_over(page) if boxes else page.scan.pixels
    Image.fromarray(pixels).save(folder / f"{page.name}.png", dpi=(truth.dpi, truth.dpi))
    told = {"kind": page.kind, "ageing": page.ageing, "face": page.face, **truth.as_json()}
    (folder / f"{page.name}.json").write_text(json.dumps(told, ensure_ascii=False, indent=1), "utf-8")


def _drawn_over(page: Facsimile) -> NDArray[np.uint8]:
    """Owed words green, others grey, marks red with their kind."""
    pixels = cv2.cvtColor(page.scan.pixels, cv2.COLOR_GRAY2RGB)
    for word in page.scan.truth.words:
        colour = (0, 150, 0) if word.owed else (120, 120, 120)
        cv2.rectangle(pixels, (word.box.left, word.box.top), (word.box.right, word.box.bottom), colour, 1)
    for mark in page.scan.truth.marks:
        colour = (220, 0, 0) if mark.kind is not MarkKind.HANDWRITING else (0, 0, 220)
        cv2.rectangle(pixels, (mark.box.left, mark.box.top), (mark.box.right, mark.box.bottom), colour, 2)
        cv2.putText(pixels, mark.kind.value, (mark.box.left, mark.box.top - 3), cv2.FONT_HERSHEY_PLAIN, 1.2, colour, 1)
    return np.asarray(pixels, np.uint8)


if __name__ == "__main__":
    sys.exit(main())
