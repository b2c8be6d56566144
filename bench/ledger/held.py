"""Papers of volumes as they are linked in a collection, for looking for the reports of instructions among them."""

from __future__ import annotations

import hashlib
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

SEEDS = "seeds"
"""In place of a volume's name."""
WHOLE_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?![\d~?])")


def take_in(volumes: Sequence[Path], seeds: Path, folder: Path) -> None:
    """Take volumes and the seeds into a new collection, linked. CommandError where that fails."""
    for verb in (("import", "frus", *map(str, volumes)), ("read", str(seeds))):
        done = subprocess.run([*COMMAND, *verb, "-c", str(folder)], capture_output=True, text=True, check=False)
        if done.returncode:
            raise CommandError(f"{verb[0]} ended with status {done.returncode}: {last_line(done.stderr)}")


def held(folder: Path, volumes: frozenset[str], seeds: Path) -> Mapping[Pair, Paper]:
    """The papers of these volumes in a collection, by volume and document; the seeds as `seeds` and `letter 1`.

    What editors say in footnotes is left out of what a paper cites: by such footnotes the pairs were found.
    """
    own = {hashlib.sha256(each.read_bytes()).hexdigest() for each in seeds.glob("*.txt")}
    who = asked_by_inventory(Settings(collection=folder))
    papers: dict[Pair, Paper] = {}
    with open_store(folder) as store:
        for source in list(store.sources()):
            if source.sha256 not in own and not any(Path(name).stem in volumes for name in source.names):
                continue
            kinds: Counter[str] = Counter()
            for document in store.records(source.sha256, linked=True):
                paper = _paper(document, who)
                pairs = (
                    _pairs(document, volumes)
                    if source.sha256 not in own
                    else [(SEEDS, f"{paper.kind} {kinds[paper.kind]}")]
                )
                papers |= dict.fromkeys(pairs, paper)
                kinds[paper.kind] += 1
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
