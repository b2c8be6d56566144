"""The references of stripped volumes: linked as one collection, and held against the editors' footnotes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bench.linking.persons import Read
from bench.linking.references import Cites, Counts, score, truth
from onionskin.record.references import Reference
from onionskin.workbench.linking import link_within


def cited(volumes: Sequence[Read], files: Sequence[Path], tools: Path) -> Counts:
    """What the linker made of the telegrams behind which the editors say which document they are; `tools` holds
    `reference_truth.py`.
    """
    linked = iter(link_within([each for volume in volumes for each in volume.documents]))
    papers = [(volume.volume.name, paper.name) for volume in volumes for paper in volume.volume.papers]
    names = {each.id: name for name, each in zip(papers, (d for v in volumes for d in v.documents), strict=True)}
    counts = Counts()
    for volume, file in zip(volumes, files, strict=True):
        said = {
            paper.name: [_cites(each, names, volume.volume.name) for each in next(linked).references]
            for paper in volume.volume.papers
        }
        score(list(truth(tools, file)), said, counts)
    return counts


def _cites(reference: Reference, names: dict[str, tuple[str, str]], volume: str) -> Cites:
    resolved = reference.resolved
    first = resolved.candidates[0].record if resolved.candidates else None
    return Cites(
        reference.text, reference.number or "", _named(resolved.record, names, volume), _named(first, names, volume)
    )


def _named(record: str | None, names: dict[str, tuple[str, str]], volume: str) -> str | None:
    """The document in its own volume as the footnotes have it (`d12`), another's with its volume."""
    if record is None:
        return None
    of, name = names[record]
    return name if of == volume else f"{of}/{name}"
