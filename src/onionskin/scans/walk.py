"""Files and folders in a stable order."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from onionskin.errors import NotFoundError, OnionskinError, SourceError, UnknownFormatError, UsageError
from onionskin.scans.layouts.references import images_of, sidecar_of, sidecars_in

MADE_BY_THE_DESKTOP = frozenset({"Thumbs.db", "ehthumbs.db", "desktop.ini"})
"""Files that Windows leaves in folders of pictures without anybody's asking."""

CHECK_PATH = "Check the path; the others were read"

Inode = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """A file to be read; `name` is the path as given, or relative to the folder that was given (`box 3/a.pdf`).

    `sidecar` is the layout file (hOCR, ALTO, PAGE) that was found to be about it: the two are one source, and it is the
    image's.
    """

    path: Path
    name: str
    sidecar: Path | None = None


def walk(paths: Sequence[Path], *, skip: Sequence[Path] = ()) -> Iterator[Found | OnionskinError]:
    """Every file of `paths` in the order given; within folders by the bytes of their names, component by component.

    In folders, hidden files and the folders in `skip` (the collection itself) are passed over; so is a folder met
    before, and thus links that lead in circles end. A layout file goes with its image (`layouts.references` finds it)
    and is yielded alone where there is none; of several for one image, the first by name counts. Trouble (a path that
    is not there or may not be read) is yielded in its place and the rest goes on. No more is held than the names in the
    folders on the way down, and which folders were seen.
    """
    skipped = {inode for each in skip if (inode := _inode(each)) is not None}
    seen: set[Inode] = set()
    given: set[Path] = set()
    for path in paths:
        try:
            is_folder, is_file = path.is_dir(), path.is_file()
        except OSError as fault:
            yield _trouble(path, fault)
            continue
        if is_folder:
            if _inode(path) in skipped:
                yield UsageError("this is the collection itself", where=str(path), advice="Name the papers' own folder")
            else:
                yield from _folder(path, skipped, seen)
        elif is_file:
            found = _with_sidecar(path)
            yield from (each for each in found if not (each.sidecar and each.path in given))
            given.update((path, *(each.path for each in found)))
        elif path.exists():
            yield UnknownFormatError("this is neither a file nor a folder", where=str(path))
        else:
            yield NotFoundError("there is no such file or folder", where=str(path), advice=CHECK_PATH)


def _with_sidecar(path: Path) -> list[Found]:
    """A file that was named alone: an image with its layout file, or a layout file's images with it."""
    images = images_of(path)
    if images:
        return [Found(image, _printable(str(image)), path) for image in images]
    return [Found(path, _printable(str(path)), sidecar_of(path))]


def _folder(top: Path, skipped: set[Inode], seen: set[Inode]) -> Iterator[Found | OnionskinError]:
    """The files beneath `top`. A stack of listings, for folders may lie deeper than Python may call."""
    stack: list[Iterator[tuple[Path, Path | None]]] = [iter([(top, None)])]
    while stack:
        path, sidecar = next(stack[-1], (None, None))
        if path is None:
            stack.pop()
            continue
        try:
            if path.is_dir():
                inode = _inode(path)
                if inode is not None and inode not in skipped and inode not in seen:
                    seen.add(inode)
                    stack.append(_listing(path))
            elif path.is_file():
                images = images_of(path)
                # A layout file is read with its image, when that one's turn comes, unless it lies outside of `top`.
                if path.parent == top:
                    outside = [image for image in images if image.parent != top]
                    yield from (Found(image, _printable(image.name), path) for image in outside)
                if not images:
                    yield Found(path, _printable(path.relative_to(top).as_posix()), sidecar)
            elif not path.exists():
                yield NotFoundError("it vanished, or is a link that leads nowhere", where=str(path), advice=CHECK_PATH)
        except OSError as fault:
            yield _trouble(path, fault)


def _listing(folder: Path) -> Iterator[tuple[Path, Path | None]]:
    """What is in a folder, each with its layout file if it has one."""
    names = (each.name for each in folder.iterdir())
    shown = sorted((name for name in names if name[0] != "." and name not in MADE_BY_THE_DESKTOP), key=os.fsencode)
    sidecars = sidecars_in(folder, shown)
    return ((path, sidecars.get(path)) for path in map(folder.joinpath, shown))


def _printable(name: str) -> str:
    """The name as text: bytes of it that are no UTF-8, as old systems left them, stand there by their numbers."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _inode(path: Path) -> Inode | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _trouble(path: Path, fault: OSError) -> OnionskinError:
    if isinstance(fault, FileNotFoundError):
        return NotFoundError("the file or folder vanished", where=str(path), advice=CHECK_PATH)
    return SourceError(f"it cannot be read: {fault.strerror}", where=str(path), advice="Check who may read it")
