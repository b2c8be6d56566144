"""The walk of one page, as ARCHITECTURE.md tells it: from a file to a hit and back to the ink."""

from __future__ import annotations

import hashlib
from pathlib import Path

from tests.published import schema_faults

from onionskin.readers.assemble import STEPS, Surrogate, assemble
from onionskin.readers.boundaries import find_parts
from onionskin.readers.contract import Claim
from onionskin.readers.enclosing import resolve_within
from onionskin.readers.heads import find_heads
from onionskin.readers.standard import standard_readers
from onionskin.record.codec import from_line, to_line
from onionskin.record.fields import Kind
from onionskin.review.release import release
from onionskin.scans.limits import Limits
from onionskin.scans.registry import open_engine
from onionskin.scans.source import open_source
from onionskin.scans.walk import Found, walk
from onionskin.search.query import parse
from onionskin.search.sqlite_fts import SqliteIndex
from onionskin.settings import Settings
from onionskin.store.contract import KeepState, KeptSource
from onionskin.store.opening import open_store
from onionskin.text.clean import clean
from onionskin.text.scroll import scroll_of
from onionskin.workbench import check, explain, find, open_collection, read, show


def test_the_stages_one_by_one(examples: Path, tmp_path: Path) -> None:
    """Each stage takes what the one before it gave, and nothing else."""
    limits = Limits()

    # 1, 2. A path becomes pages of text, within limits, under the name of its bytes.
    found = next(item for item in walk([examples]) if isinstance(item, Found) and "telegram" in item.name)
    with open_source(found.path, limits, open_engine("null", limits), name=found.name) as source:
        pages = list(source.pages)
        surrogate = Surrogate(source.name, source.sha256, source.media_type)
    raw = found.path.read_bytes()
    assert surrogate.sha256 == hashlib.sha256(raw).hexdigest()
    assert pages[0].text == raw.decode()

    # 3. Pages are joined and cleaned; every clean character knows its way back.
    text = clean(scroll_of(pages), STEPS)
    at = text.text.index("TOP SECRET SENSITIVE")
    struck = text.map.hull(next(s.span for s in text.styles if s.span.start <= at < s.span.end))
    assert "TOP SECRET" in struck.of(text.scroll.text)

    # 4. The readers of marks read the whole text and claim what they answer for.
    readers = standard_readers()
    claims: list[Claim] = []
    for reader in readers.marks:
        claims += reader.read(text, [claim.span for claim in claims]).claims
    assert {"marking", "stamp"} <= {claim.rule for claim in claims}

    # 5. Heads and boundaries: one paper.
    assert any(head.kind is Kind.TELEGRAM for head in find_heads(text.lines))
    (part,) = find_parts(text, claims)
    assert (part.start, part.end) == (0, len(text.lines))

    # 6, 7, 8. The readers of its kind, its reading text, what follows without ink: a record.
    (paper,) = resolve_within(assemble(surrogate, pages, readers))
    assert paper.ink_faults() == []
    assert schema_faults(paper) == []
    assert from_line(to_line(paper)) == paper
    number = paper.one("number")
    assert number is not None
    assert number.ink[0].span.of(pages[0].text) == "1359"

    # 9. The store keeps file, record and acts, all or nothing, and once.
    with open_store(tmp_path / "collection", create=True) as store:
        kept = KeptSource(surrogate.name, surrogate.sha256, surrogate.media_type, raw, len(pages))
        assert store.keep(kept, [paper], readers.version) is KeepState.READ
        assert store.keep(kept, [paper], readers.version) is KeepState.UNCHANGED
        document = store.record(paper.id).document
        assert document == paper
        assert store.bytes_of(surrogate.sha256) == raw

    # 10. Review makes it `Released`, and search takes nothing else.
    index = SqliteIndex(tmp_path / "search.db")
    index.add([release(document, "public")])
    (hit,) = index.find(parse("Kuznetsov from:rusk"), limit=20, offset=0).hits
    assert hit.record == paper.id
    index.close()


def test_the_same_walk_by_the_workbench(examples: Path, tmp_path: Path) -> None:
    """What a historian does: read a folder, look for a word, ask where a value comes from."""
    settings = Settings(collection=tmp_path / "collection")
    with open_collection(settings, create=True) as collection:
        outcomes = list(read(collection, [examples]))
        assert {outcome.state for outcome in outcomes} == {"read"}

        results = find(collection, '"draft declaration" number:1359')
        (hit,) = results.hits
        paper = show(collection, hit.record).document
        assert paper.kind is Kind.TELEGRAM

        (told,) = explain(collection, hit.record, "date")
        assert told.value == "1962-11-23T21:43:00-05:00"
        assert told.span is not None
        assert told.page == 1
        on_disk = (examples / "telegram-1359.txt").read_text(encoding="utf-8")
        assert told.span.of(on_disk) == told.as_printed == told.line == "Nov 23 9 43 PM '62"

        assert list(check(collection)) == []
