"""A paper set anew as page images, for exhibits and teaching."""

from __future__ import annotations

from pathlib import Path

from onionskin.errors import StorageError, UsageError
from onionskin.facsimile.paper.files import ENDINGS, write
from onionskin.facsimile.paper.pages import photographed
from onionskin.facsimile.retyping import sheet_of
from onionskin.workbench.collection import Collection
from onionskin.workbench.showing import show


def make_facsimile(  # noqa: PLR0913 - what is made and how, by name
    collection: Collection, record_id: str, target: Path, *, aged: bool = False, dpi: int = 300, seed: int = 0
) -> int:
    """Sets the paper on its form and writes the pages to `target`, whose ending says as what; how many pages they are.

    A file that is there is not overwritten. A PNG holds one page: of a longer paper it is the first, and the number
    returned tells of the others. UsageError, NotFoundError, NotReleasedError, StorageError.
    """
    if target.suffix.lower() not in ENDINGS:
        raise UsageError(f"a facsimile cannot be written as {target.name}", advice=f"End it in {', '.join(ENDINGS)}")
    if target.exists():
        raise UsageError(f"{target} is there already", advice="Name another file with -o")
    pages = photographed(sheet_of(show(collection, record_id).document), aged=aged, dpi=dpi, seed=seed)
    try:
        write(pages[:1] if target.suffix.lower() == ".png" else pages, target)
    except OSError as trouble:
        raise StorageError(f"{target} cannot be written: {trouble.strerror or trouble}", where=record_id) from None
    return len(pages)
