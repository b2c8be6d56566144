"""A paper set anew: as page images, for exhibits and teaching, or as the clean form that a registry sends."""

from __future__ import annotations

import re
from pathlib import Path

from onionskin.errors import StorageError, UsageError
from onionskin.facsimile.marks import CopyMark
from onionskin.facsimile.paper.files import ENDINGS, write
from onionskin.facsimile.paper.pages import photographed
from onionskin.facsimile.press.forms import Printed, printed
from onionskin.facsimile.retyping import sheet_of
from onionskin.record.document import Document
from onionskin.workbench.collection import Collection
from onionskin.workbench.showing import show

_COPY = re.compile(r"(?P<number>\d+)(?: of (?P<of>\d+))?(?:,? series (?P<series>[A-Z]))?", re.IGNORECASE)


def make_facsimile(  # noqa: PLR0913 - what is made and how, by name
    collection: Collection, record_id: str, target: Path, *, aged: bool = False, dpi: int = 300, seed: int = 0
) -> int:
    """Sets the paper on its form and writes the pages to `target`, whose ending says as what; how many pages they are.

    A file that is there is not overwritten. A PNG holds one page: of a longer paper it is the first, and the number
    returned tells of the others. UsageError, NotFoundError, NotReleasedError, StorageError.
    """
    _may_be_written(target, ENDINGS)
    pages = photographed(sheet_of(show(collection, record_id).document), aged=aged, dpi=dpi, seed=seed)
    try:
        write(pages[:1] if target.suffix.lower() == ".png" else pages, target)
    except OSError as trouble:
        raise _unwritten(target, record_id, trouble) from None
    return len(pages)


def print_form(collection: Collection, record_id: str, target: Path, *, copy: CopyMark | None = None) -> int:
    """Writes the clean form of the paper to `target`, a PDF with its text in it; how many pages it has.

    A file that is there is not overwritten. Errors as of `make_facsimile`, and those of `form_of`.
    """
    _may_be_written(target, (".pdf",))
    form = _form(show(collection, record_id).document, copy)
    try:
        target.write_bytes(form.pdf)
    except OSError as trouble:
        raise _unwritten(target, record_id, trouble) from None
    return form.pages


def form_of(document: Document, copy: CopyMark | None = None) -> bytes:
    """The clean form of a record as a PDF, the same bytes for the same record; `copy` marks every page of one exemplar.

    A value that nobody gave leaves its blank. UsageError of a record without words, and of letters that no typewriter
    has.
    """
    return _form(document, copy).pdf


def copy_mark(number: str = "", holder: str = "") -> CopyMark | None:
    """`3 of 7`, `3 of 7, Series A` and whose copy it is; None where neither is said. UsageError of anything else."""
    m = _COPY.fullmatch(number.strip())
    if number and m is None:
        raise UsageError(f"a copy's number is not {number!r}", advice="Write 3, or 3 of 7, or 3 of 7, Series A")
    if m is None:
        return CopyMark(holder=holder) if holder else None
    return CopyMark(m["number"], m["of"] or "", holder, series=(m["series"] or "").upper())


def _form(document: Document, copy: CopyMark | None) -> Printed:
    # Whoever lists files reads titles: nothing of the paper may stand there but what it is called.
    try:
        return printed(sheet_of(document), copy, title=f"{document.kind} {document.id}")
    except UsageError as fault:
        raise UsageError(fault.what, where=document.id, advice=fault.advice) from None


def _may_be_written(target: Path, endings: tuple[str, ...]) -> None:
    if target.suffix.lower() not in endings:
        told = f"a facsimile cannot be written as {target.name}"
        raise UsageError(told, advice=f"End it in {', '.join(endings)}")
    if target.exists():
        raise UsageError(f"{target} is there already", advice="Name another file with -o")


def _unwritten(target: Path, record_id: str, trouble: OSError) -> StorageError:
    return StorageError(f"{target} cannot be written: {trouble.strerror or trouble}", where=record_id)
