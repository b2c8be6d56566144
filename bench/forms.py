"""`bench forms`: clean forms printed, then read again: from their text, from a clean scan, and from worn copies.

Tells of how many values of the records each reading has the same, which fields it loses, what share of the words of the
text it has, and the processor time that a form takes. The records are the seed papers and papers drawn as for
`bench reading`, as Onionskin reads them; a value counts as kept where the second reading says the same in the same
field, letters and figures alone compared, of persons the surname and the office.
"""

from __future__ import annotations

import argparse
import io
import re
import resource
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium

from bench.facsimiles.sets import workshop
from bench.reading.__main__ import DATA
from bench.reading.files import generate
from bench.reading.frus import NoTextsError
from onionskin.facsimile.paper.ageing import Ageing, scanned
from onionskin.facsimile.paper.leaf import DPI, Leaf
from onionskin.facsimile.paper.truth import PageTruth
from onionskin.facsimile.paper.typescript import TypedPage
from onionskin.readers.assemble import Surrogate, assemble
from onionskin.readers.enclosing import resolve_within
from onionskin.readers.standard import standard_readers
from onionskin.record.document import Document
from onionskin.record.fields import Enclosure, Kind, OtherNumber
from onionskin.record.named import Named
from onionskin.record.page import PageNumber, PageText
from onionskin.record.reading import Reading
from onionskin.scans.engine import OcrEngine, PageImage
from onionskin.scans.limits import Limits
from onionskin.scans.pdf import opened
from onionskin.scans.registry import ENGINES, open_engine, with_marks
from onionskin.workbench.facsimiles import form_of

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
FORMS = frozenset({Kind.TELEGRAM, Kind.LETTER, Kind.MEMORANDUM, Kind.MEMORANDUM_OF_CONVERSATION})
AGINGS = ("clean", "ribbon", "photocopy")
_BARE = re.compile(r"[\W_]+")


@dataclass(slots=True)
class Tally:
    """What one way of reading the forms kept of the records."""

    kept: int = 0
    values: int = 0
    words: int = 0
    words_kept: int = 0
    astray: int = 0
    lost: Counter[str] = field(default_factory=Counter)
    told: list[str] = field(default_factory=list)

    def count(self, record: Document, papers: Sequence[Document]) -> None:
        """Compares a record with the paper that was read from its form; of several, with the first of its kind."""
        again = next((each for each in papers if each.kind is record.kind), None)
        self.astray += again is None or len(papers) > 1
        for name, values in _values(record).items():
            left = _values(again).get(name, Counter()) if again else Counter()
            self.values += values.total()
            self.kept += (values & left).total()
            if values - left:
                self.lost[name] += (values - left).total()
                self.told.append(f"{record.kind} {name}: {dict(values - left)} -> {dict(left - values)}")
        words = Counter(record.text.reading.lower().split())
        self.words += words.total()
        self.words_kept += (words & Counter(again.text.reading.lower().split())).total() if again else 0

    def line(self, name: str) -> str:
        """One row of the report."""
        lost = ", ".join(f"{each} {n}" for each, n in self.lost.most_common(6))
        shares = f"values {self.kept}/{self.values} ({_share(self.kept, self.values)})"
        return f"{name:12s} {shares}  words {_share(self.words_kept, self.words)}  papers astray {self.astray}  {lost}"


def main(argv: Sequence[str] | None = None) -> int:
    """Prints a line for each way of reading; 1 where the texts are missing."""
    parser = argparse.ArgumentParser(prog="bench forms", description=__doc__)
    parser.add_argument("-n", type=int, default=60, metavar="N", help="drawn papers read from their text (default: 60)")
    parser.add_argument("--aged", type=int, default=0, metavar="N", help="of them, also aged and read by OCR")
    parser.add_argument("--ocr", choices=tuple(ENGINES), default="fast")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--misses", action="store_true", help="tell each value that was lost")
    parser.add_argument("--data", type=Path, default=DATA, help="the folder above frus/*.xml (default: %(default)s)")
    asked = parser.parse_args(argv)
    try:
        drawn = list(_drawn(asked.data, asked.seed, asked.n))
    except NoTextsError as error:
        print(error, file=sys.stderr)
        return 1
    seeds = list(_seeds())
    pdfs, spent = _printed([*seeds, *drawn])
    rows = {"text": Tally()}
    for record, pdf in pdfs:
        rows["text"].count(record, _papers(_layer(pdf)))
    if asked.aged:
        engine = open_engine(asked.ocr, Limits())
        for ageing in _agings():
            tally = rows[ageing.name] = Tally()
            for record, pdf in pdfs[: len(seeds) + asked.aged]:
                tally.count(record, _papers(_scanned(pdf, ageing, engine)))
    for name, tally in rows.items():
        print(tally.line(name))
        if asked.misses:
            print(*(f"    {each}" for each in tally.told), sep="\n")
    print(f"processor time: {1000 * spent / len(pdfs):.1f} ms a form, {len(pdfs)} forms")
    return 0


def _seeds() -> Iterator[Document]:
    for file in sorted(EXAMPLES.glob("*.txt")):
        yield from (each for each in _papers([PageText(PageNumber(1), file.read_text("utf-8"))]) if each.kind in FORMS)


def _drawn(data: Path, seed: int, count: int) -> Iterator[Document]:
    """Whole papers of one file each, as they are read from their text."""
    for case in generate(data, seed, count, worn=False):
        typed = case.text if isinstance(case.text, str) else case.text.decode()
        pages = [PageText(PageNumber(n), text) for n, text in enumerate(typed.split("\f"), start=1)]
        yield from (each for each in _papers(pages) if each.kind in FORMS)


def _agings() -> Iterator[Ageing]:
    known = {each.name: each for each in workshop("familiar").agings}
    yield from (known[name] for name in AGINGS if name in known)


def _printed(records: Sequence[Document]) -> tuple[list[tuple[Document, bytes]], float]:
    """The forms, and the processor time that they took; the first is printed once before."""
    form_of(records[0])
    before = _seconds()
    pdfs = [(record, form_of(record)) for record in records]
    return pdfs, _seconds() - before


def _layer(pdf: bytes) -> list[PageText]:
    leaves = opened(io.BytesIO(pdf), "form.pdf", Limits())
    pages = [leaves.leaf(PageNumber(n)) for n in range(1, leaves.count + 1)]
    leaves.close()
    return [page for page in pages if isinstance(page, PageText)]


def _scanned(pdf: bytes, ageing: Ageing, engine: OcrEngine) -> list[PageText]:
    """The form as it lies on a scanner when time has done its work, read by an engine."""
    pages = []
    with pdfium.PdfDocument(pdf) as document:
        for n, page in enumerate(document, start=1):
            pixels = page.render(scale=DPI / 72, grayscale=True).to_numpy().squeeze()
            ink = np.asarray(1 - pixels / np.float32(255), np.float32)
            leaf = Leaf(ink, np.zeros_like(ink))
            truth = PageTruth(n, leaf.width, leaf.height, DPI)
            scan = scanned(TypedPage(leaf, truth), ageing, seed=n)
            image = PageImage(PageNumber(n), scan.pixels, DPI, "form")
            pages.append(with_marks(engine.read(image), image, engine))
    return pages


def _papers(pages: Sequence[PageText]) -> list[Document]:
    return resolve_within(assemble(Surrogate("form", "0" * 64, "application/pdf"), pages, standard_readers()))


def _values(record: Document) -> dict[str, Counter[str]]:
    """By field; what a record infers is none of the form's."""
    held = {name: each if isinstance(each, tuple) else (each,) for name, each in record.fields.items()}
    found = {name: Counter(filter(None, map(_plain, each))) for name, each in held.items()}
    found["markings"] = Counter({f"{each.level} {each.state}": 1 for each in record.markings if each.level})
    found["distribution"] = Counter(f"{each.role} {each.office}" for each in record.distribution)
    return {name: values for name, values in found.items() if values}


def _plain(reading: Reading[object]) -> str:
    match reading.value if reading.ink or reading.state != "inferred" else None:
        case None:
            return ""
        case Named(surname=surname, name=name, office=office):
            return _BARE.sub("", f"{surname or name}/{office or ''}").lower()
        case OtherNumber(number=number):
            return number
        case Enclosure(name=name):
            return _BARE.sub("", name).lower()
        case value:
            return _BARE.sub("", str(value)).lower()


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "-"


def _seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    sys.exit(main())
