"""What time, carbon paper and copiers do to a page, and the scanner that sees it last."""

from __future__ import annotations

import io
import math
from dataclasses import dataclass, replace
from random import Random

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from onionskin.facsimile.paper.faces import Density
from onionskin.facsimile.paper.leaf import DPI, Leaf, inches, together
from onionskin.facsimile.paper.stamping import Matrix, mapped
from onionskin.facsimile.paper.truth import PageTruth
from onionskin.facsimile.paper.typescript import TypedPage
from onionskin.record.geometry import Box

_OVER = 2.5
"""Degrees up to which `skew` may lean; more is a page laid down askew and no typed page scanned."""


_STROKE, _PAPER = 0.5, 0.02
"""Ink of the typed page from which a pixel is a stroke's, and up to which it is paper."""
_FAINTEST, _OVER_NOISE = 0.06, 0.8
"""What strokes must be darker than the paper: of the whole scale, and in standard deviations of the paper."""
_LATER = 0.3
"""How much of the type's fading came after the pens."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ageing:
    """How one copy came down to us; with nothing given, a clean scan of the top copy.

    Shares are 0 to 1, lengths inches. `strength` is what is left of the ink; `uneven` how much of it comes and goes in
    patches, as of a tired ribbon; `spread` how far it ran, and `carbon` the soft grain that carbon paper gives.
    `through` is ink of the other side that shows. `tone` is the paper's darkness, `stain` how far that changes over
    the page. `contrast` over 0 is a copier's, which makes greys black or white about `threshold`; `specks` are black
    and `losses` white ones, for each square inch. `rough` makes the strokes ragged and breaks thin ones;
    `dirt` is toner that lies in clouds of fine specks. `holes` are punched, `border` is the black edge of a copy.
    `skew` in degrees is the most; `grain` the scanner's own noise; `jpeg` its quality, 0 for none; `bilevel` gives
    black and white alone, parted at `threshold`.
    """

    name: str
    strength: float = 1.0
    uneven: float = 0.0
    spread: float = 0.0
    carbon: float = 0.0
    through: float = 0.0
    tone: float = 0.04
    stain: float = 0.0
    contrast: float = 0.0
    threshold: float = 0.45
    specks: float = 0.0
    losses: float = 0.0
    rough: float = 0.0
    dirt: float = 0.0
    holes: int = 0
    border: bool = False
    skew: float = 0.0
    blur: float = 0.0
    grain: float = 0.01
    jpeg: int = 0
    bilevel: bool = False


CLEAN = Ageing(name="clean")
"""The top copy on a good scanner."""


@dataclass(frozen=True, slots=True)
class Scan:
    """A page image, 0 black to 255 white, and its truth in its own pixels. A bilevel one has no value between."""

    pixels: NDArray[np.uint8]
    truth: PageTruth
    bilevel: bool = False


def scanned(page: TypedPage, ageing: Ageing = CLEAN, *, dpi: int = DPI, seed: int = 0) -> Scan:
    """The page aged and scanned at 72 to 300 dpi, the same for the same seed."""
    rng = Random(f"{seed}/{page.truth.n}/{ageing.name}")
    grain = np.random.default_rng(rng.getrandbits(64))
    ink = _inked(page.leaf, ageing, grain)
    dark = _papered(ink, ageing, grain, rng)
    dark, matrix = _laid_down(dark, ageing, dpi, rng)
    dark = _copied(dark, ageing, dpi, grain)
    pixels = _seen(dark, ageing, dpi, grain)
    high, wide = pixels.shape
    strokes = page.leaf.type if matrix is None else cv2.warpAffine(page.leaf.type, matrix, (wide, high))

    def move(box: Box) -> Box:
        there = mapped(box, matrix) if matrix is not None else box
        left, top = min(max(0, there.left), wide), min(max(0, there.top), high)
        return Box(left, top, min(max(left, there.right), wide), min(max(top, there.bottom), high))

    truth = page.truth.moved(move, wide, high, dpi)
    words = tuple(replace(each, faded=each.owed and not _is_legible(pixels, strokes, each.box)) for each in truth.words)
    return Scan(pixels, replace(truth, words=words), ageing.bilevel)


def _is_legible(pixels: NDArray[np.uint8], strokes: Density, box: Box) -> bool:
    """Whether half of a word's strokes are darker than the paper about them, by more than the paper's own unrest."""
    rows, columns = slice(box.top, box.bottom), slice(box.left, box.right)
    here, typed = pixels[rows, columns], strokes[rows, columns]
    paper, ink = here[typed < _PAPER], here[typed > _STROKE]
    if not paper.size or not ink.size:
        return bool(ink.size)
    shade = float(np.median(paper)) - float(np.median(ink))
    return shade >= max(_FAINTEST * 255, float(paper.std()) * _OVER_NOISE)


def _inked(leaf: Leaf, ageing: Ageing, grain: np.random.Generator) -> Density:
    """The ink as it stands on this copy; what came later is hardly paler."""
    ink = leaf.type
    if ageing.carbon:
        soft = _blurred(ink, inches(0.0022) * (0.5 + ageing.carbon))
        ink = np.clip(soft * (1 + 0.35 * ageing.carbon), 0, 1) * (
            1 - 0.45 * ageing.carbon * _clouds(ink.shape, grain, 2.5)
        )
    if ageing.spread:
        ink = np.asarray(np.clip(_blurred(ink, ageing.spread * DPI) * 1.7, 0, 1), np.float32)
    if ageing.uneven:
        wide = _clouds(ink.shape, grain, inches(0.5))
        fine = _clouds(ink.shape, grain, 4)
        ink = np.asarray(ink * (1 - ageing.uneven * (0.65 * wide + 0.35 * fine)), np.float32)
    if ageing.rough and not (ageing.contrast or ageing.bilevel):
        ink = np.asarray(ink * (1 - ageing.rough * _clouds(ink.shape, grain, 2.5)), np.float32)
    if ageing.through:
        ink = np.maximum(ink, ageing.through * _blurred(np.fliplr(ink), 3))
    return together(np.asarray(ink * ageing.strength, np.float32), leaf.later * ageing.strength**_LATER)


def _papered(ink: Density, ageing: Ageing, grain: np.random.Generator, rng: Random) -> Density:
    """Darkness of ink and paper together, with the holes of a binder."""
    paper = np.full(ink.shape, ageing.tone, np.float32)
    if ageing.stain:
        paper += ageing.stain * _clouds(ink.shape, grain, inches(2.2))
    dark = paper + (1 - paper) * ink
    down = [int(ink.shape[0] * (n + 1) / (ageing.holes + 1)) for n in range(ageing.holes)]
    across = inches(0.35) if rng.random() < 0.7 else ink.shape[1] - inches(0.35)
    for at in down:
        cv2.circle(dark, (across, at + rng.randint(-20, 20)), inches(0.13), rng.choice((0.02, 0.9, 0.97)), -1)
    return np.asarray(dark, np.float32)


def _laid_down(dark: Density, ageing: Ageing, dpi: int, rng: Random) -> tuple[Density, Matrix | None]:
    """On the glass: leaning, shifted, with the dark beside the sheet; and the way of each pixel, None if none moved."""
    if not (ageing.skew or ageing.border) and dpi == DPI:
        return dark, None
    lean = rng.uniform(0.3, 1) * min(ageing.skew, _OVER) * rng.choice((-1, 1))
    high, wide = dark.shape
    scale = dpi / DPI
    matrix = cv2.getRotationMatrix2D((wide / 2, high / 2), lean, scale)
    new_wide, new_high = round(wide * scale), round(high * scale)
    matrix[:, 2] += (new_wide / 2 - wide / 2, new_high / 2 - high / 2)
    if ageing.border:
        matrix[:, 2] += (rng.uniform(-0.08, 0.08) * dpi, rng.uniform(-0.08, 0.08) * dpi)
    if scale < 1:
        dark = _blurred(dark, 0.45 / scale)
    edge = 0.93 if ageing.border else float(np.median(dark))
    laid = cv2.warpAffine(dark, matrix, (new_wide, new_high), flags=cv2.INTER_LINEAR, borderValue=edge)
    return np.asarray(laid, np.float32), np.asarray(matrix, np.float64)


def _copied(dark: Density, ageing: Ageing, dpi: int, grain: np.random.Generator) -> Density:
    """Through a copier: edges frayed, greys pushed apart, black and white specks, dirt."""
    if ageing.rough and (ageing.contrast or ageing.bilevel):
        dark = dark + ageing.rough * (_clouds(dark.shape, grain, 0.008 * dpi) - 0.5)
    if ageing.contrast:
        steep = 1 / (1 + np.exp(-(dark - ageing.threshold) * (4 + 16 * ageing.contrast)))
        dark = np.asarray((1 - ageing.contrast) * dark + ageing.contrast * steep, np.float32)
    area = dark.size / dpi**2
    for each, value in ((ageing.specks, 0.85), (ageing.losses, 0.05)):
        for _ in range(int(grain.poisson(each * area))):
            x, y = int(grain.integers(dark.shape[1])), int(grain.integers(dark.shape[0]))
            size = grain.exponential(0.0025) + 0.0015
            axes = (max(1, math.ceil(size * dpi)), max(1, math.ceil(size * dpi * grain.uniform(0.4, 1))))
            cv2.ellipse(dark, (x, y), axes, float(grain.uniform(0, 180)), 0, 360, value, -1)
    if ageing.dirt:
        where = ageing.dirt * _clouds(dark.shape, grain, 2.5 * dpi) ** 3
        dark[_clouds(dark.shape, grain, 0.007 * dpi) > 1 - where] = 0.85
    return dark


def _seen(dark: Density, ageing: Ageing, dpi: int, grain: np.random.Generator) -> NDArray[np.uint8]:
    """By the scanner: its lens, its noise, its file."""
    if ageing.blur:
        dark = _blurred(dark, ageing.blur * dpi)
    if ageing.grain:
        dark = dark + grain.normal(0, ageing.grain, dark.shape).astype(np.float32)
    pixels = np.asarray(np.clip((1 - dark) * 255, 0, 255).round(), np.uint8)
    if ageing.bilevel:
        return np.where(pixels < 255 * (1 - ageing.threshold), 0, 255).astype(np.uint8)
    if ageing.jpeg:
        kept = io.BytesIO()
        Image.fromarray(pixels).save(kept, "JPEG", quality=ageing.jpeg)
        return np.asarray(Image.open(kept), np.uint8)
    return pixels


def _blurred(ink: Density, sigma: float) -> Density:
    return np.asarray(cv2.GaussianBlur(ink, (0, 0), sigma), np.float32) if sigma > 0.1 else ink


def _clouds(shape: tuple[int, ...], grain: np.random.Generator, long: float) -> Density:
    """Noise from 0 to 1 whose patches are about so many pixels long."""
    high, wide = max(2, math.ceil(shape[0] / long)), max(2, math.ceil(shape[1] / long))
    coarse = grain.random((high, wide), np.float32)
    return np.asarray(
        np.clip(cv2.resize(coarse, (shape[1], shape[0]), interpolation=cv2.INTER_CUBIC), 0, 1), np.float32
    )
