"""Which image a layout file is about, found without parsing it; and which layout file an image has beside it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from onionskin.scans.sniff import ALTO, HEAD, HOCR, PAGE_XML, layout_type

ENDINGS = frozenset({".xml", ".hocr", ".html", ".htm", ".xhtml"})
IMAGES = frozenset({".tif", ".tiff", ".png", ".jpg", ".jpeg", ".jp2", ".jpx", ".j2k", ".gif", ".pdf"})
"""Endings of what can be the image of a layout file of the same stem."""
_INNER = ("", ".alto", ".page", ".hocr")
"""Between the stem and the ending of some layout files: `a.alto.xml`."""
FOLDERS = frozenset({"page", "alto", "hocr"})
"""Folders beside the images in which programs put the layout files: Transkribus for one."""

_REFERENCE = {
    ALTO: re.compile(rb"<(?:[\w.-]+:)?fileName>\s*([^<]{1,1000}?)\s*</"),
    PAGE_XML: re.compile(rb"""\bimageFilename\s*=\s*["']([^"'<]{1,1000})["']"""),
    HOCR: re.compile(rb"""\bimage +(?:&quot;|"|'|&#39;)?([^;"'<>&]{1,1000})"""),
}
_MOST_READ = 4_000_000
"""Bytes of an hOCR in which references are looked for; those of the others stand in the head."""


def file_named(reference: str) -> str:
    """The file's own name in a reference, whichever system wrote it: `file:///box/a.tif`, or one with backslashes."""
    return re.split(r"[/\\]", reference.strip())[-1]


def layout_of(path: Path) -> str | None:
    """The media type if it is a layout file; names are only asked so that not every file must be opened."""
    if path.suffix.lower() not in ENDINGS:
        return None
    try:
        with path.open("rb") as file:
            return layout_type(file.read(HEAD))
    except OSError:
        return None


def images_of(layout: Path) -> list[Path]:
    """The images a layout file is about, as far as they are there, in its order; empty where none is.

    Those it refers to by name are looked for beside it and, if it lies in a folder of `FOLDERS`, beside that folder; it
    may not lead anywhere else. Where it names none that is there, a file of its stem counts.
    """
    kind = layout_of(layout)
    if kind is None:
        return []
    folders = [layout.parent, *([layout.parent.parent] if layout.parent.name.lower() in FOLDERS else [])]
    named = [folder / name for name in _names(layout, kind) for folder in folders]
    found = [path for path in dict.fromkeys(named) if _is_image(path)]
    if found:
        return found
    return _of_stem(layout, folders)


def sidecars_in(folder: Path, names: Iterable[str]) -> Mapping[Path, Path]:
    """The images of a folder to the layout file of each, those in the folders of `FOLDERS` included."""
    pairs: dict[Path, Path] = {}
    for layout in _layouts(folder, names):
        for image in images_of(layout):
            if image.parent == folder:
                pairs.setdefault(image, layout)
    return pairs


def sidecar_of(image: Path) -> Path | None:
    """The layout file of an image that was named alone: one of its stem, beside it or in a folder of `FOLDERS`."""
    if image.suffix.lower() not in IMAGES:
        return None
    names = [f"{stem}{inner}{end}" for stem in (image.stem, image.name) for inner in _INNER for end in sorted(ENDINGS)]
    folders = (image.parent, *(image.parent / name for name in sorted(FOLDERS)))
    layouts = (folder / name for folder in folders for name in names)
    return next((layout for layout in layouts if layout.is_file() and image in images_of(layout)), None)


def _layouts(folder: Path, names: Iterable[str]) -> Iterable[Path]:
    for name in names:
        path = folder / name
        if path.suffix.lower() in ENDINGS:
            yield path
        elif name.lower() in FOLDERS and path.is_dir():
            try:
                yield from sorted(each for each in path.iterdir() if each.suffix.lower() in ENDINGS)
            except OSError:
                continue


def _names(layout: Path, kind: str) -> list[str]:
    try:
        with layout.open("rb") as file:
            data = file.read(_MOST_READ if kind == HOCR else HEAD)
    except OSError:
        return []
    found = (html.unescape(each.decode("utf-8", "replace")) for each in _REFERENCE[kind].findall(data))
    names = (file_named(each) for each in found)
    return [name for name in dict.fromkeys(names) if name and name not in {".", ".."} and "\0" not in name]


def _of_stem(layout: Path, folders: Iterable[Path]) -> list[Path]:
    """The one file `a.tif` for `a.xml`, `a.alto.xml` or `a.tif.xml`."""
    stem = layout.stem
    stems = [stem, *(stem.removesuffix(inner) for inner in _INNER if inner and stem.lower().endswith(inner))]
    for folder in folders:
        for name in stems:
            endings = ("", *(each for end in sorted(IMAGES) for each in (end, end.upper())))
            for path in (folder / f"{name}{ending}" for ending in endings):
                if _is_image(path):
                    return [path]
    return []


def _is_image(path: Path) -> bool:
    try:
        return path.suffix.lower() in IMAGES and path.is_file()
    except (OSError, ValueError):
        return False
