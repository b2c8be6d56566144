"""Papers of volumes as they are linked in a collection, for looking for the reports of instructions among them."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from bench.onionskin_command import COMMAND, CommandError, last_line
from bench.truth.choose import Pair
from onionskin.inventory.parties import Part, Who, parties_of
from onionskin.ledger.extracting import statements_of
from onionskin.ledger.lines import Line, Paper, named
from onionskin.ledger.matters import phrases_through
from onionskin.ledger.sides import scene_of, sides_of
from onionskin.record.document import Document
from onionskin.record.references import ReferenceKind, ResolutionState
from onionskin.settings import Settings
from onionskin.store.opening import open_store
from onionskin.workbench.authorities import asked_by_inventory

WHOLE_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?![\d~?])")


def import_volumes(volumes: Sequence[Path], folder: Path) -> None:
    """Take volumes into a new collection, linked. CommandError where that fails."""
    command = [*COMMAND, "import", "frus", *map(str, volumes), "-c", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise CommandError(f"import frus ended with status {done.returncode}: {last_line(done.stderr)}")


def held(folder: Path, volumes: frozenset[str]) -> Mapping[Pair, Paper]:
    """The papers of these volumes in a collection, by volume and document.

    What editors say in footnotes is left out of what a paper cites: by such footnotes the pairs were found.
    """
    who = asked_by_inventory(Settings(collection=folder))
    papers: dict[Pair, Paper] = {}
    with open_store(folder) as store:
        sources = [each.sha256 for each in store.sources() if any(Path(n).stem in volumes for n in each.names)]
        for source in sources:
            for document in store.records(source, linked=True):
                for pair in _pairs(document, volumes):
                    papers[pair] = _paper(document, who)
    return papers


def phrase_counts(papers: Mapping[Pair, Paper]) -> Mapping[str, int]:
    """In how many papers each phrase stands."""
    return Counter(
        key for paper in papers.values() for key in {phrase.key for line in paper.lines for phrase in line.phrases}
    )


def _pairs(document: Document, volumes: frozenset[str]) -> Iterator[Pair]:
    for each in document.source.source_ids:
        volume, _, name = each.partition("/")
        if volume in volumes:
            yield volume, name


def _paper(document: Document, who: Who) -> Paper:
    date = _text(document, "date")
    day = date[:10] if WHOLE_DAY.match(date) else ""
    statements = statements_of(document)
    scene = scene_of(document)
    lines = tuple(
        Line(name, each, date, day, sides_of(each, scene), phrases)
        for (name, each), phrases in zip(named(statements), phrases_through(statements), strict=True)
    )
    parties = [each for each in parties_of(document, who) if not each.said]
    printed = [each for each in document.references if each.kind is not ReferenceKind.DOCUMENT]
    linked = [each.resolved.record for each in printed if each.resolved.state is ResolutionState.LINKED]
    return Paper(
        record=document.id,
        kind=document.kind.value,
        date=date,
        day=day,
        series=_text(document, "series"),
        number=_text(document, "number"),
        direction=_text(document, "direction"),
        title=_text(document, "subject") or _text(document, "title"),
        senders=tuple(each.entity for each in parties if each.part is Part.FROM),
        receivers=tuple(each.entity for each in parties if each.part is Part.TO),
        named=tuple(each.entity for each in parties if each.part not in (Part.FROM, Part.TO)),
        cites=tuple(filter(None, linked)),
        cites_words=tuple(each.text for each in printed if each.resolved.state is not ResolutionState.LINKED),
        lines=lines,
    )


def _text(document: Document, name: str) -> str:
    reading = document.one(name)
    return " ".join(reading.value.split()) if reading is not None and isinstance(reading.value, str) else ""
