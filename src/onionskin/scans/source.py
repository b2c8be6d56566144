"""One file, opened within the limits: what it is, its bytes under their hash, and its pages when they are asked for."""

from __future__ import annotations

import functools
import hashlib
import io
import os
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, Self

from onionskin.errors import EmptySourceError, EngineError, LimitError, NotFoundError, SourceError
from onionskin.record.page import PageNumber, PageText
from onionskin.scans.engine import OcrEngine, PageImage
from onionskin.scans.leaves import Layered, Leaves
from onionskin.scans.limits import Limits
from onionskin.scans.mended import MendedLeaves, Mends, turned_picture
from onionskin.scans.plain import TextLeaves
from onionskin.scans.registry import as_jpeg, format_of, layer_judge, with_marks, with_sidecar
from onionskin.scans.sniff import HEAD, LAYOUTS, MARKDOWN, PLAIN, media_type
from onionskin.scans.text_layers import Judge, LayerPolicy, Verdict

if TYPE_CHECKING:
    from PIL import Image

HELD_IN_MEMORY = 64_000_000
"""Files up to so many bytes are read once; larger ones stay on disk and are read in pieces."""
AT_ONCE = 100_000
"""Bytes of a file that is small."""

UNREAD = "none"
"""The `reader` of a page that nobody could read."""


@dataclass(slots=True, kw_only=True, eq=False)
class OpenedSource:
    """A file whose pages can be had one by one. Close it, or use it in a `with`.

    `name` is what people called the file; `sha256` is of all its bytes. `content` is the bytes themselves, or the path
    of a file too large to hold: whoever copies it from there compares the hash.
    """

    name: str
    media_type: str
    sha256: str
    content: bytes | Path
    _file: BinaryIO
    _leaves: Leaves
    _engine: OcrEngine | None
    _policy: LayerPolicy = LayerPolicy.JUDGE
    _faults: dict[PageNumber, SourceError] = field(default_factory=dict)
    _judge: Judge | None = None
    _mends: Mends | None = None

    @property
    def page_count(self) -> int:
        """How many pages."""
        return self._leaves.count

    @property
    def remarks(self) -> tuple[str, ...]:
        """What had to be guessed, or seems to be missing, in sentences for people."""
        return self._leaves.remarks

    @property
    def faults(self) -> tuple[SourceError, ...]:
        """What is wrong with the file as a whole, and one for each page so far that could not be read, in order."""
        return (*self._leaves.faults, *(self._faults[n] for n in sorted(self._faults)))

    @property
    def pages(self) -> Iterator[PageText]:
        """Every page in order, each read when it is asked for: see `page`."""
        return map(self.page, map(PageNumber, range(1, self.page_count + 1)))

    def page(self, n: PageNumber) -> PageText:
        """One page. Where it cannot be read it is empty, its reader is `UNREAD`, and its error is in `faults`."""
        page = self._read(n)
        return page if self._mends is None else self._mends.told(page)

    def close(self) -> None:
        """Let go of the file."""
        self._leaves.close()
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _read(self, n: PageNumber) -> PageText:
        unread = PageText(n, "", reader=UNREAD)
        try:
            leaf = self._leaves.leaf(n)
            if isinstance(leaf, PageText):
                return leaf
            if isinstance(leaf, Layered):
                return self._of_layer(leaf)
            unread = PageText(n, "", (), leaf.width, leaf.height, leaf.dpi, UNREAD)
            return self._by_engine(leaf)
        except SourceError as fault:
            self._faults[n] = fault
            return unread

    def _by_engine(self, image: PageImage) -> PageText:
        engine = (self._mends.engine_of(image.n) if self._mends else None) or self._engine
        if engine is None:
            raise EngineError("the page is an image, and no OCR engine was asked for", where=self.name, page=image.n)
        return with_marks(engine.read(image), image, engine)

    def _of_layer(self, layered: Layered) -> PageText:
        """The text layer of a page, or what the engine reads instead; where that fails, the layer after all."""
        words = layered.words
        if self._engine is None:
            return replace(words, reason="no OCR engine was asked for, so the text layer is kept")
        # Who judges the layer looks at the page; it is drawn once, and read afresh from the same drawing.
        layered = replace(layered, image=functools.cache(layered.image))
        try:
            verdict = self._verdict(layered, self._engine)
            if verdict.keep:
                return replace(self._looked_at(layered), reason=f"the text layer is kept: {verdict.reason}")
            page = self._by_engine(layered.image())
            return replace(page, reason="; ".join(filter(None, (f"read afresh: {verdict.reason}", page.reason))))
        except SourceError as fault:
            self._faults[words.n] = fault
            return replace(words, reason=f"the text layer is kept, for reading the page afresh failed: {fault.what}")

    def _looked_at(self, layered: Layered) -> PageText:
        """A text layer that is kept, with the marks of its image; as it is, where the image cannot be had."""
        try:
            return with_marks(layered.words, layered.image())
        except SourceError:
            return layered.words

    def _verdict(self, layered: Layered, engine: OcrEngine) -> Verdict:
        if not layered.of_the_scan:
            return Verdict(keep=False, reason="the page's only letters are stamped over the scan")
        match self._policy:
            case LayerPolicy.KEEP:
                return Verdict(keep=True, reason="as asked")
            case LayerPolicy.REDO:
                return Verdict(keep=False, reason="as asked")
            case LayerPolicy.JUDGE:
                self._judge = self._judge or layer_judge(engine)
                return self._judge.judge(layered.words, layered.image())


def open_source(  # noqa: PLR0913 - what is opened, how far, and what becomes of it
    path: Path,
    limits: Limits,
    engine: OcrEngine | None = None,
    *,
    name: str | None = None,
    sidecar: Path | None = None,
    text_layer: LayerPolicy = LayerPolicy.JUDGE,
    mends: Mends | None = None,
) -> OpenedSource:
    """Look at the file, and hold it ready to be read.

    `sidecar` is a layout file that transcribes it: the source's text layer, while bytes, hash and pages are those of
    `path`. Where it is damaged the pages are read without it, and `faults` say so. Text layers are only judged, or
    redone, where there is an engine. `mends` are of people: pages turned, or better scans in their place. Raises
    NotFoundError, or SourceError: EmptySourceError, EncryptedSourceError, DamagedSourceError, UnknownFormatError,
    LimitError.
    """
    name = str(path) if name is None else name
    try:
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size == 0:
                raise EmptySourceError("the file is empty", where=name)
            _hold(size, limits.max_bytes, "max_bytes", name)
            kind = media_type(file.read(HEAD), name)
            if kind in {PLAIN, MARKDOWN, *LAYOUTS}:
                _hold(size, limits.max_text_bytes, "max_text_bytes", name, what="the text")
            file.seek(0)
            content = file.read() if size <= HELD_IN_MEMORY else path
        opening = _Opening(path, name, limits, engine, sidecar, text_layer, mends)
        return _opened(opening, content, kind)
    except FileNotFoundError:
        raise NotFoundError("the file vanished", where=name, advice="Check the path; the others were read") from None
    except OSError as fault:
        raise SourceError(f"it cannot be read: {fault.strerror}", where=name) from fault


def reopened(  # noqa: PLR0913 - as above
    file: BinaryIO,
    kind: str,
    name: str,
    limits: Limits,
    engine: OcrEngine | None,
    *,
    text_layer: LayerPolicy,
    mends: Mends,
) -> OpenedSource:
    """A file of which all is known but how some of its pages are read now; its hash is not asked for again."""
    leaves = MendedLeaves(format_of(kind)(file, name, limits), mends, name, limits)
    return OpenedSource(
        name=name,
        media_type=kind,
        sha256="",
        content=b"",
        _file=file,
        _leaves=leaves,
        _engine=engine,
        _policy=text_layer,
        _mends=mends,
    )


def page_image(  # noqa: PLR0913 - which page, and how it is drawn
    file: BinaryIO,
    kind: str,
    n: PageNumber,
    *,
    width: int | None = None,
    limits: Limits | None = None,
    turned: int = 0,
) -> tuple[bytes, str]:
    """One page drawn for the eye, as `page_sheet` gives it, as bytes and their media type."""
    return as_jpeg(page_sheet(file, kind, n, width=width, limits=limits, turned=turned))


def page_sheet(  # noqa: PLR0913 - as above
    file: BinaryIO,
    kind: str,
    n: PageNumber,
    *,
    width: int | None = None,
    limits: Limits | None = None,
    turned: int = 0,
) -> Image.Image:
    """One page drawn for the eye, `width` pixels wide (else of its own size), grey (`L`) or in colours (`RGB`).

    `turned` by 90, 180 or 270 degrees with the clock where somebody had it turned.

    The image shows the sheet as `PageText` measures it: a box lies on it at the same share of width and height.
    `file` is the source's bytes, at their beginning. Raises NotFoundError where there is no such page or the source is
    a text, and SourceError as `open_source` and reading its pages do.
    """
    limits = limits or Limits()
    leaves = format_of(kind)(file, "", limits)
    try:
        if not 1 <= n <= leaves.count:
            raise NotFoundError(f"there are {leaves.count} pages", page=n, advice="Ask for one of them")
        return turned_picture(leaves, n, width, turned, limits)
    finally:
        leaves.close()


@dataclass(frozen=True, slots=True)
class _Opening:
    """What `open_source` was asked."""

    path: Path
    name: str
    limits: Limits
    engine: OcrEngine | None
    sidecar: Path | None
    text_layer: LayerPolicy
    mends: Mends | None


def _opened(asked: _Opening, content: bytes | Path, kind: str) -> OpenedSource:
    file: BinaryIO = io.BytesIO(content) if isinstance(content, bytes) else content.open("rb")
    try:
        leaves = format_of(kind)(file, asked.name, asked.limits)
        if kind == PLAIN and isinstance(leaves, TextLeaves) and leaves.has_markup:
            kind = MARKDOWN
        if asked.sidecar is not None:
            leaves = with_sidecar(leaves, asked.sidecar, asked.path.name, asked.limits)
        if asked.mends is not None:
            leaves = MendedLeaves(leaves, asked.mends, asked.name, asked.limits)
        return OpenedSource(
            name=asked.name,
            media_type=kind,
            sha256=hashlib.sha256(content).hexdigest() if isinstance(content, bytes) else sha256_of(content),
            content=content,
            _file=file,
            _leaves=leaves,
            _engine=asked.engine,
            _policy=asked.text_layer,
            _mends=asked.mends,
        )
    except BaseException:
        file.close()
        raise


def sha256_of(path: Path) -> str:
    """The hash of a file's bytes; OSError where they cannot be had."""
    with path.open("rb") as file:
        head = file.read(AT_ONCE)
        if len(head) < AT_ONCE:
            # `file_digest` makes a quarter of a megabyte ready first, a hundred times what a text has.
            return hashlib.sha256(head).hexdigest()
        file.seek(0)
        return hashlib.file_digest(file, "sha256").hexdigest()


def _hold(size: int, most: int, limit: str, name: str, what: str = "the file") -> None:
    if size > most:
        told = f"{what} is {size / 1e6:,.0f} MB, and at most {most / 1e6:,.0f} MB are read ({limit})"
        raise LimitError(told, where=name)
