"""What a PDF page would unpack to, found out before PDFium draws it: a kilobyte can hold a page of gigabytes."""

from __future__ import annotations

import itertools
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

import pikepdf

from onionskin.errors import DamagedSourceError, EncryptedSourceError, LimitError, SourceError
from onionskin.record.page import PageNumber
from onionskin.scans.limits import Limits

_MOST_OBJECTS = 100_000
"""That drawing one page may reach; a scan with a text layer reaches some thirty."""
_LEADING_ELSEWHERE = {"/Parent", "/P", "/Dest", "/A", "/AA", "/Popup", "/IRT", "/StructParent"}
_MOST_PARENTS = 50
_DRAWN = re.compile(rb"/([^\s/<>\[\](){}%]+)\s+Do\b")
"""A picture or form drawn by its name."""
_CHUNK = 1 << 16
_FLATE = {"/FlateDecode", "/Fl"}
_COST_OF_DRAWING = 20
"""Bytes that PDFium needs for a byte of instructions: measured 25 for rectangles, 75 for nested states."""
_USUAL_GROWTH = 4
"""Of streams packed in another way than Flate. Only Flate grows a thousandfold and is kept growing by PDFium."""


class PdfBounds:
    """Holds the pages of one PDF against the limits, by their structure: nothing is drawn, or kept unpacked."""

    def __init__(self, file: BinaryIO, name: str, limits: Limits) -> None:
        """Raises EncryptedSourceError, or DamagedSourceError where no structure can be found."""
        self._name = name
        self._limits = limits
        self._known: dict[tuple[int, int], tuple[int, bool]] = {}
        try:
            self._pdf = pikepdf.open(file, suppress_warnings=True)
        except pikepdf.PasswordError:
            raise EncryptedSourceError("the PDF asks for a password", where=name) from None
        except Exception as fault:
            raise DamagedSourceError("the PDF is damaged or breaks off", where=name) from fault

    @property
    def was_mended(self) -> bool:
        """Whether the table of its objects was missing or wrong, so that they had to be searched for."""
        return any("reconstruct" in warning for warning in self._pdf.get_warnings())

    def check(self, n: PageNumber) -> bool:
        """Whether all of the page can be unpacked; PDFium draws what it can of a damaged one, and says nothing.

        Raises LimitError where the page is too large a work, DamagedSourceError where it cannot be followed.
        """
        most = self._limits.max_unpacked_bytes
        total, is_whole = 0, True
        with self._trouble(n):
            for stream in self._streams(n):
                size, unpacks = self._size(stream, n)
                total, is_whole = total + size, is_whole and unpacks
                if total > most:
                    told = f"the page unpacks to more than {most / 1e6:,.0f} MB (max_unpacked_bytes)"
                    raise LimitError(told, where=self._name, page=n)
            page = self._pdf.pages[n - 1].obj
            self._drawings(page, _resources(page), n, {}, frozenset())
        return is_whole

    def close(self) -> None:
        """Let go of the structure."""
        self._pdf.close()

    @contextmanager
    def _trouble(self, n: PageNumber) -> Iterator[None]:
        """A damaged structure fails wherever something is not what it should be."""
        try:
            yield
        except SourceError:
            raise
        except Exception as fault:
            raise DamagedSourceError("the page is damaged or breaks off", where=self._name, page=n) from fault

    def _streams(self, n: PageNumber) -> Iterator[pikepdf.Object]:
        """Every stream that drawing the page can reach."""
        page = self._pdf.pages[n - 1].obj
        if not isinstance(page.get("/Contents"), pikepdf.Stream | pikepdf.Array | None):
            raise TypeError("content that is no stream")
        ahead: list[object] = [page.get("/Contents"), page.get("/Annots"), _resources(page)]
        seen: set[tuple[int, int]] = set()
        for _ in range(_MOST_OBJECTS):
            if not ahead:
                return
            each = ahead.pop()
            if not isinstance(each, pikepdf.Object) or (each.is_indirect and each.objgen in seen):
                continue
            seen.add(each.objgen)
            if isinstance(each, pikepdf.Stream):
                yield each
            if isinstance(each, pikepdf.Array):
                ahead.extend(each)
            elif isinstance(each, pikepdf.Dictionary | pikepdf.Stream):
                ahead.extend(each[key] for key in each.keys() - _LEADING_ELSEWHERE)
        told = f"the page is made of more than {_MOST_OBJECTS:,} parts"
        raise LimitError(told, where=self._name, page=n)

    def _drawings(
        self,
        holder: pikepdf.Object,
        resources: object,
        n: PageNumber,
        known: dict[tuple[int, int], int],
        above: frozenset[tuple[int, int]],
    ) -> int:
        """How many times the page, or a form on it, has a form drawn: forms that draw forms twice over soon double.

        LimitError for more than `_MOST_OBJECTS`, DamagedSourceError for a form that is drawn by itself.
        """
        held = resources.get("/XObject") if isinstance(resources, pikepdf.Dictionary) else None
        if not isinstance(held, pikepdf.Dictionary):
            return 0
        forms = {
            name: form
            for name, form in held.items()
            if isinstance(form, pikepdf.Stream) and form.get("/Subtype") == pikepdf.Name.Form
        }
        if not forms:
            return 0
        total = 0
        for name, times in Counter(_DRAWN.findall(_content(holder))).items():
            form = forms.get("/" + name.decode("latin-1"))
            if form is None:
                continue
            if form.objgen in above:
                raise DamagedSourceError("a part of the page is drawn by itself", where=self._name, page=n)
            if form.objgen not in known:
                inner = form.get("/Resources") or resources
                known[form.objgen] = 1 + self._drawings(form, inner, n, known, above | {form.objgen})
            total += times * known[form.objgen]
            if total > _MOST_OBJECTS:
                told = f"the page is made of more than {_MOST_OBJECTS:,} parts"
                raise LimitError(told, where=self._name, page=n)
        return total

    def _size(self, stream: pikepdf.Object, n: PageNumber) -> tuple[int, bool]:
        """How many bytes it unpacks to, and whether it does."""
        known = self._known.get(stream.objgen)
        if known is None:
            is_image = stream.get("/Subtype") == "/Image"
            known = (self._pixels(stream, n), True) if is_image else _unpacked(stream, self._limits.max_unpacked_bytes)
            self._known[stream.objgen] = known
        return known

    def _pixels(self, image: pikepdf.Object, n: PageNumber) -> int:
        """The bytes of an image; PDFium unpacks no more of it than its width and height ask for."""
        width, height = int(image.get("/Width", 0)), int(image.get("/Height", 0))
        most = self._limits.max_pixels
        if width * height > most:
            told = f"an image of {width} by {height} pixels, where at most {most / 1e6:g} million are read (max_pixels)"
            raise LimitError(told, where=self._name, page=n)
        return width * height // 8 if int(image.get("/BitsPerComponent", 1)) == 1 else width * height * 3


def _content(holder: pikepdf.Object) -> bytes:
    """The instructions of a form or page; their size was held against the limit before."""
    if isinstance(holder, pikepdf.Stream):
        return _readable(holder)
    contents = holder.get("/Contents")
    streams = contents if isinstance(contents, pikepdf.Array) else [contents]
    return b"\n".join(_readable(each) for each in streams if isinstance(each, pikepdf.Stream))


def _readable(stream: pikepdf.Object) -> bytes:
    try:
        return stream.read_bytes()
    except pikepdf.PdfError:
        return b""  # It does not unpack, which is told elsewhere; nothing is drawn by it.


def _resources(page: pikepdf.Object) -> object:
    """What the page draws with; it may be left to the page's parents to say."""
    for _ in range(_MOST_PARENTS):
        if "/Resources" in page:
            return page["/Resources"]
        if "/Parent" not in page:
            return None
        page = page["/Parent"]
    return None


def _unpacked(stream: pikepdf.Object, most: int) -> tuple[int, bool]:
    """What a stream unpacks to, or something beyond `most` where that is more; and whether it is whole."""
    cost = _COST_OF_DRAWING if _is_drawn(stream) else 1
    filters = stream.get("/Filter", pikepdf.Array())
    names = [str(each) for each in filters] if isinstance(filters, pikepdf.Array) else [str(filters)]
    flate = list(itertools.takewhile(_FLATE.__contains__, names))
    pieces: Iterator[bytes] = iter([stream.read_raw_bytes()])
    faults: list[zlib.error] = []
    for _ in flate:
        pieces = _inflated(pieces, faults)
    size = 0
    for piece in pieces:
        size += len(piece)
        if size * cost > most:
            break
    return size * cost * (1 if len(flate) == len(names) else _USUAL_GROWTH), not faults


def _is_drawn(stream: pikepdf.Object) -> bool:
    """Whether it holds instructions for drawing: a page's content has no kind, a form or a pattern has bounds."""
    return "/BBox" in stream or not {"/Type", "/Subtype", "/Length1", "/N", "/FunctionType"} & stream.keys()


def _inflated(packed: Iterator[bytes], faults: list[zlib.error]) -> Iterator[bytes]:
    """Piece by piece. What is damaged ends where the damage begins, as it does for PDFium."""
    unpacking = zlib.decompressobj()
    for data in packed:
        ahead = data
        while ahead:
            try:
                yield unpacking.decompress(ahead, _CHUNK)
            except zlib.error as fault:
                # A wrong sum at the end is the packer's fault; everything was there.
                if "incorrect data check" not in str(fault):
                    faults.append(fault)
                return
            if unpacking.eof:
                return  # What follows the end is left in `unconsumed_tail` for ever.
            ahead = unpacking.unconsumed_tail
