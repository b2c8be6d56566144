"""`python -m bench.room.fill FROM TO`: a collection of 30,000 papers, made of one that holds some thousands.

TO is FROM and as many copies of its edited volumes as fill it up. A copy has its own ids and a file of its own, and its
days are moved by some weeks; its words are the same, and so are the entities that it names. What linking made of a
paper is carried over with the ids changed, so that threads, persons and missing papers grow as the papers do. Nothing
is linked anew: 30,000 papers of which eight say the same would all be found to be each other.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sqlite3
import sys
import time
from array import array
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from pathlib import Path

from onionskin.record.codec import from_line, to_line
from onionskin.record.document import Document
from onionskin.record.ids import record_id, source_sha256
from onionskin.record.page import PageNumber
from onionskin.settings import Settings
from onionskin.store.contract import KeptSource, Linked, Shelved
from onionskin.store.keeping import digest
from onionskin.workbench import Collection, open_collection

PAPERS = 30_000
EDITED = "application/tei+xml"
DAYS_APART = 97
"""A copy's days lie so many after those of the copy before it."""
AT_ONCE = 200
ID = re.compile(r"os-[0-9a-v]{20}")
DAY = re.compile(r'("(?:value|date)":"|",")(\d{4}-\d\d-\d\d)(?=[T"])')
"""A whole day as a value of a record, or as a member of a card."""

_SOURCES = "SELECT n, sha256 FROM sources WHERE media_type = ? ORDER BY n"
_NAME = "SELECT name FROM names WHERE source = ? ORDER BY n LIMIT 1"
_RECORDS = """
SELECT r.n, r.id, b.line, o.line, o.asked, c.card, c.known_by, l.linker
FROM records r JOIN bodies b ON b.record = r.n JOIN overlays o ON o.record = r.n
JOIN cards c ON c.record = r.n JOIN links l ON l.record = r.n
WHERE r.source = ? AND r.superseded IS NULL ORDER BY r.place
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Makes the collection and says how long it took."""
    parser = argparse.ArgumentParser(prog="python -m bench.room.fill", description=__doc__)
    parser.add_argument("of", type=Path, metavar="FROM", help="a collection that holds edited volumes and is linked")
    parser.add_argument("to", type=Path, metavar="TO", help="the folder of the new one")
    parser.add_argument("-n", type=int, default=PAPERS, metavar="N", help="papers (default: %(default)s)")
    asked = parser.parse_args(argv)
    if asked.to.exists():
        parser.error(f"{asked.to} is there already")
    shutil.copytree(asked.of, asked.to)
    with (
        closing(sqlite3.connect(f"file:{asked.of / 'collection.db'}?mode=ro", uri=True)) as model,
        open_collection(Settings(collection=asked.to)) as collection,
    ):
        fill(collection, model, asked.n)
    return 0


def fill(collection: Collection, model: sqlite3.Connection, papers: int) -> None:
    """Copies volume after volume until there are so many papers."""
    held = collection.store.summary(limit=1).total
    begun, before = time.process_time(), held
    for nth in count(1):
        copy = Copy.of(model, nth)
        for source in copy.sources:
            if held >= papers:
                collection.finish_indexing()
                return
            some = list(copy.records(model, source, papers - held))
            _take_in(collection, copy, source, some)
            held += len(some)
        spent = (time.process_time() - begun) * 1e3
        print(f"{held} papers, {spent / max(held - before, 1):.1f} ms of the processor each", flush=True)


@dataclass(frozen=True, slots=True)
class Copied:
    """One paper of a copy: as it was read, as it is linked, and as others find it."""

    document: Document
    after: Document
    shelved: Shelved
    linked: Linked


@dataclass(frozen=True, slots=True)
class Copy:
    """All volumes once more, the `nth` time. `shas` and `ids` lead from those of the model to its own."""

    nth: int
    sources: tuple[tuple[int, str, str], ...]
    shas: Mapping[str, str]
    ids: Mapping[str, str]

    @classmethod
    def of(cls, model: sqlite3.Connection, nth: int) -> Copy:
        """The copy with its names, and nothing copied yet."""
        sources, shas, ids = [], {}, {}
        for n, sha in model.execute(_SOURCES, (EDITED,)).fetchall():
            (name,) = model.execute(_NAME, (n,)).fetchone()
            shas[sha] = source_sha256(_bytes(nth, sha))
            sources.append((n, sha, f"{Path(name).stem}-copy{nth}.xml"))
            for at, row in enumerate(model.execute(_RECORDS, (n,))):
                ids[row[1]] = record_id(shas[sha], PageNumber(1), at)
        return cls(nth, tuple(sources), shas, ids)

    def records(self, model: sqlite3.Connection, source: tuple[int, str, str], most: int) -> Iterator[Copied]:
        """The papers of one volume, at most so many."""
        n, sha, name = source
        rows = model.execute(_RECORDS, (n,)).fetchmany(most)
        volume = (('"name":"' + name.replace(f"-copy{self.nth}", "") + '"', f'"name":"{name}"'), (sha, self.shas[sha]))
        for row, record, line, overlay, asked, card, known_by, linker in rows:
            told, over = self._moved(line, *volume), self._moved(overlay)
            document, after = from_line(told), from_line(told, over)
            ties = model.execute("SELECT other, relation FROM ties WHERE record = ?", (row,))
            names = model.execute("SELECT entity, surname FROM namings WHERE record = ?", (row,))
            own = self.ids[record]
            yield Copied(
                document,
                after,
                Shelved(
                    own,
                    self._moved(card, (sha[:16], self.shas[sha][:16])),
                    self._keys(known_by),
                    tuple(names.fetchall()),
                ),
                Linked(
                    own,
                    linker,
                    over,
                    digest(to_line(after)),
                    self._keys(asked),
                    tuple((self.ids.get(other, other), relation) for other, relation in ties),
                ),
            )

    def _moved(self, text: str, *others: tuple[str, str]) -> str:
        """The JSON of a paper with the ids and days of this copy."""
        for old, new in others:
            text = text.replace(old, new, 1)
        text = ID.sub(lambda found: self.ids.get(found[0], found[0]), text)
        return DAY.sub(self._later, text)

    def _later(self, found: re.Match[str]) -> str:
        try:
            day = date.fromisoformat(found[2]) + timedelta(days=DAYS_APART * self.nth)
        except ValueError:  # A day that no calendar has, as printed.
            return found[0]
        return found[1] + day.isoformat()

    def _keys(self, packed: bytes) -> tuple[int, ...]:
        """Keys that no other copy has."""
        held = array("q")
        held.frombytes(packed)
        return tuple(key ^ self.nth << 32 for key in held)


def _bytes(nth: int, sha: str) -> bytes:
    return f"Copy {nth} of the volume {sha}, for a load test.\n".encode()


def _take_in(collection: Collection, copy: Copy, source: tuple[int, str, str], papers: Sequence[Copied]) -> None:
    _, sha, name = source
    kept = KeptSource(name, copy.shas[sha], EDITED, _bytes(copy.nth, sha), len(papers))
    collection.store.keep(kept, [each.document for each in papers], "bench")
    for at in range(0, len(papers), AT_ONCE):
        some = papers[at : at + AT_ONCE]
        collection.store.shelve(each.shelved for each in some)
        collection.store.link(each.linked for each in some)
        collection.index_standing([each.after for each in some])


if __name__ == "__main__":
    sys.exit(main())
