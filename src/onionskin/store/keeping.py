"""What keeping a source changes, worked out before anything is written; the same for every store."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onionskin.errors import RecordError
from onionskin.record.codec import encode, to_line
from onionskin.record.document import Document
from onionskin.store.contract import KeptSource
from onionskin.store.journal import Draft, EntryKind


@dataclass(frozen=True, slots=True)
class Line:
    """A record as it is kept: its JSON on one line, and the SHA-256 of that."""

    document: Document
    json: str
    digest: str


@dataclass(frozen=True, slots=True)
class Earlier:
    """A record of this source as it is kept now; one that a person `removed` stands no more, and is not restored."""

    line: str
    standing: bool
    removed: bool = False

    @property
    def acts(self) -> list[dict[str, Any]]:
        """The acts that its ink told."""
        acts: list[dict[str, Any]] = json.loads(self.line)["acts"]
        return acts


@dataclass(frozen=True, slots=True)
class Keeping:
    """`lines` are to be written in this order, `vanished` marked superseded, `drafts` appended to the journal."""

    lines: tuple[Line, ...]
    vanished: tuple[str, ...]
    drafts: tuple[Draft, ...]


def line_of(document: Document) -> Line:
    """The record as it is kept. RecordError where its text cannot be written as UTF-8."""
    text = to_line(document)
    try:
        return Line(document, text, digest(text))
    except UnicodeEncodeError as fault:
        raise RecordError(f"its text cannot be written as UTF-8: {fault}", where=document.source.name) from fault


def digest(line: str) -> str:
    """The name of one state of a record: the SHA-256 of its line of JSON."""
    return hashlib.sha256(line.encode()).hexdigest()


def keeping(
    source: KeptSource, documents: Sequence[Document], reader_version: str, earlier: Mapping[str, Earlier]
) -> Keeping:
    """What is to be written. RecordError where a document is of another source or its ink does not agree."""
    _refuse_strangers(source, documents)
    lines = tuple(map(line_of, documents))
    found = {document.id for document in documents}
    vanished = tuple(record for record, held in earlier.items() if held.standing and record not in found)
    drafts = [draft for line in lines for draft in _told_by(line, earlier.get(line.document.id), reader_version)]
    drafts += [
        Draft(EntryKind.RECORD_SUPERSEDED, reader_version, {"source": source.sha256}, record) for record in vanished
    ]
    drafts.append(Draft(EntryKind.SOURCE_READ, reader_version, _account(source, lines)))
    return Keeping(lines, vanished, tuple(drafts))


def _refuse_strangers(source: KeptSource, documents: Sequence[Document]) -> None:
    seen: set[str] = set()
    for document in documents:
        if document.source.sha256 != source.sha256:
            raise RecordError(f"the record {document.id} is of another file", where=source.name)
        if document.id in seen:
            raise RecordError(f"two records are called {document.id}", where=source.name)
        seen.add(document.id)
        if faults := document.ink_faults():
            raise RecordError(f"{faults[0]} of {document.id} is not what its page says there", where=source.name)


def _told_by(line: Line, earlier: Earlier | None, author: str) -> Iterator[Draft]:
    """What the journal must learn: acts that are new, acts no longer read, and that a lost record is there again."""
    record = line.document.id
    now = [encode(act) for act in line.document.acts]
    if earlier is None:
        yield from (Draft(EntryKind.ACT, author, act, record) for act in now)
        return
    if not earlier.standing and not earlier.removed:
        yield Draft(EntryKind.RECORD_RESTORED, author, {"source": line.document.source.sha256}, record)
    yield from (Draft(EntryKind.ACT_RETRACTED, author, act, record) for act in _without(earlier.acts, now))
    yield from (Draft(EntryKind.ACT, author, act, record) for act in _without(now, earlier.acts))


def _without(acts: list[dict[str, Any]], others: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """`acts` that are not among `others`, each counted as often as it stands."""
    left = Counter(json.dumps(other, sort_keys=True) for other in others)
    kept = []
    for act in acts:
        key = json.dumps(act, sort_keys=True)
        if left[key]:
            left[key] -= 1
        else:
            kept.append(act)
    return kept


def _account(source: KeptSource, lines: tuple[Line, ...]) -> dict[str, Any]:
    return {
        "source": source.sha256,
        "name": source.name,
        "records": {line.document.id: line.digest for line in lines},
    }
