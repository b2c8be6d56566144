"""The form that a record prints, read again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bench.reenactment.comparing import told
from bench.reenactment.performing import Enacted
from onionskin.facsimile.paper.files import write
from onionskin.facsimile.paper.pages import photographed
from onionskin.facsimile.retyping import sheet_of
from onionskin.record.document import Document
from onionskin.settings import Settings
from onionskin.workbench.facsimiles import form_of
from onionskin.workbench.reading import read_records

ASKED = (
    *("kind", "direction", "number", "from", "to", "attention", "precedence", "classification", "captions", "subject"),
    *("date", "drafted_by", "approved_by", "cleared_by", "pass_to", "signed_by", "salutation", "complimentary_close"),
)


def again(paper: Enacted, folder: Path, *, aged: bool) -> Document:
    """The paper printed on its form, clean or as an aged scan, and read."""
    target = folder / f"{paper.name}.pdf"
    if aged:
        write(photographed(sheet_of(paper.whole), aged=True, dpi=200, seed=1962), target)
    else:
        target.write_bytes(form_of(paper.whole))
    return next(read_records([target], Settings(collection=folder / "none")))


def kept(paper: Enacted, read: Document) -> Iterator[tuple[str, bool]]:
    """Of each value of the record that a form prints, whether it was read again: letters and figures count, stops do
    not, which wear away first; of a name its surname.
    """
    was, now = told(paper.whole), told(read)
    for name in ASKED:
        for value in sorted(was.get(name, frozenset())):
            yield f"{name}: {value}", any(_alike(value, other) for other in now.get(name, frozenset()))


def _alike(value: str, other: str) -> bool:
    one, two = (each.split(" (")[0].lower().rstrip(".,:;") for each in (value, other))
    return one == two or one.split()[-1] == two.split()[-1]
