"""`bench frus`: volumes taken in, against what the markup says of documents, days, hours, pages, drafters; speed.

`./run bench frus [--data FOLDER] [--keep]`: with --keep the volumes are also kept in a collection of their own and
indexed, and the speed is that of `onionskin import frus`. Seconds are of the processor: other work on the machine does
not count.
"""

from __future__ import annotations

import argparse
import hashlib
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from lxml import etree

from bench.drafters import marked
from bench.drafters import tally as tally_of
from bench.edited import DATA
from bench.tally import Tally
from bench.truth.choose import TEI, XML_ID, documents
from onionskin.editions.documents import Edition, document_of
from onionskin.editions.volume import divisions, survey
from onionskin.record.acts import ActKind
from onionskin.record.document import Document
from onionskin.settings import Settings
from onionskin.workbench import import_editions, open_collection

DAYS, HOURS, PAGES = "days", "hours", "pages"
LEAST = {DAYS: 0.99, HOURS: 0.97, PAGES: 0.97}
LEAST_DRAFTERS = 0.97
"""F1 of the persons that a source note's markup gives as drafters."""
LEAST_SPEED = 200.0
"""Documents a second."""


def records(file: Path) -> Iterator[Document]:
    """The records of a volume, kept nowhere."""
    edition = Edition(file.name, hashlib.sha256(file.read_bytes()).hexdigest(), survey(file))
    return (document_of(division, edition) for division in divisions(file))


def said(division: etree._Element) -> dict[str, str]:
    """What the markup says: the day, the clock time where one is given, the pages of a calendar entry."""
    out = {}
    date = division.find(".//t:dateline//t:date", TEI)
    when = date.get("when") if date is not None else None
    if when is not None and len(when) >= len("1962-10-26"):
        out[DAYS] = when[:10]
        if "T" in when:
            out[HOURS] = when[11:16]
    pages = division.findtext("{*}page-count-according-to-citation")
    if pages is not None and pages.isdigit():
        out[PAGES] = pages
    return out


def read(document: Document) -> dict[str, str]:
    """The same of a record."""
    out = {}
    date, pages = document.one("date"), document.one("page_count")
    if date is not None and date.value is not None:
        out[DAYS] = str(date.value)[:10]
        if "T" in str(date.value):
            out[HOURS] = str(date.value)[11:16]
    if pages is not None:
        out[PAGES] = str(pages.value)
    return out


def compared(file: Path, wrong: list[str], drafting: Tally) -> tuple[int, int, Counter[tuple[str, bool]]]:
    """Divisions of the volume, records of it, and how often each thing that the markup says was read so."""
    marking = {str(each.get(XML_ID)): (said(each), marked(each)) for each in documents(file)}
    truth = {name: there for name, (there, _) in marking.items()}
    drafters = {name: there for name, (_, there) in marking.items() if there is not None}
    tally: Counter[tuple[str, bool]] = Counter()
    found = 0
    for document in records(file):
        found += 1
        name = document.source.source_ids[0].partition("/")[2]
        if name in drafters:
            who = {act.agent for act in document.acts if act.act is ActKind.DRAFTED and act.agent}
            one = tally_of(drafters[name], who)
            drafting.add(one)
            if one.extra or one.missed:
                wrong.append(
                    f"{file.stem}/{name} drafters: there {sorted(drafters[name].drafters)}, read {sorted(who)}"
                )
        got = read(document)
        for what, there in truth.get(name, {}).items():
            tally[what, got.get(what) == there] += 1
            if got.get(what) != there:
                wrong.append(f"{file.stem}/{name} {what}: there {there}, read {got.get(what)}")
    return len(truth), found, tally


def speed(files: Sequence[Path], *, keep: bool) -> tuple[int, float]:
    """Documents, and the processor's seconds for all of them."""
    begun = time.process_time()
    if not keep:
        return sum(1 for file in files for _ in records(file)), time.process_time() - begun
    with (
        tempfile.TemporaryDirectory() as folder,
        open_collection(Settings(collection=Path(folder) / "frus"), create=True) as collection,
    ):
        count = sum(len(outcome.documents) for outcome in import_editions(collection, files))
        return count, time.process_time() - begun


def main(argv: Sequence[str] | None = None) -> int:
    """Prints the figures; 1 where a count differs or a figure is under what it is to reach."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA, help="the folder that holds frus/")
    parser.add_argument("--keep", action="store_true", help="keep the volumes in a collection while measuring")
    parser.add_argument("--misses", action="store_true", help="print what was not read as the markup says it")
    asked = parser.parse_args(argv)
    files = sorted((asked.data / "frus").glob("*.xml"))
    count, seconds = speed(files, keep=asked.keep)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    wrong: list[str] = []
    sums: Counter[tuple[str, bool]] = Counter()
    equal = True
    drafting = Tally()
    for file in files:
        divided, found, tally = compared(file, wrong, drafting)
        equal = equal and divided == found
        sums += tally
        print(f"{file.stem:<26}{divided:>6} documents in the TEI{found:>6} records")
    parts = {what: sums[what, True] / max(1, sums[what, True] + sums[what, False]) for what in LEAST}
    for what, part in parts.items():
        print(f"{what:<7}{sums[what, True]:>6} right{sums[what, False]:>5} wrong  {part:.4f}")
    f1 = drafting.f1 or 0.0
    print(f"drafters{drafting.right:>5} right{drafting.extra:>5} extra{drafting.missed:>5} missed  F1 {f1:.4f}")
    print(f"{count} documents in {seconds:.1f} s of the processor, {count / seconds:.0f} a second; {memory:.0f} MB")
    if asked.misses:
        print(*wrong, sep="\n")
    good = (
        f1 >= LEAST_DRAFTERS
        and equal
        and count / seconds >= LEAST_SPEED
        and all(parts[what] >= least for what, least in LEAST.items())
    )
    return int(not good)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
