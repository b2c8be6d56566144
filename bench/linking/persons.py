"""The persons of stripped volumes: read, linked, and held against the marks."""

from __future__ import annotations

import hashlib
import random
import re
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from bench.linking.contradicted import sound
from bench.linking.scoring import Figures, Said, commonest, score, score_ambiguous, shared_surnames
from bench.linking.stripping import Listed, Stripped
from onionskin.editions.documents import Edition, document_of
from onionskin.editions.volume import divisions, survey
from onionskin.linking.authorities.entity import Entity
from onionskin.linking.authorities.register import Authority, authority_of
from onionskin.linking.people import People
from onionskin.linking.persons import acquaintances, link_mentions
from onionskin.record.document import Document
from onionskin.record.evidence import Ink
from onionskin.record.named import NamedKind


@dataclass(frozen=True, slots=True)
class Read:
    """A stripped volume and the records that were read of it, in its order."""

    volume: Stripped
    documents: tuple[Document, ...]


def read(volumes: Sequence[Stripped], seed: int = 0) -> list[Read]:
    """The records, the files taken in under names and in an order that chance gives them."""
    chance = random.Random(seed)
    shuffled = chance.sample(list(volumes), len(volumes))
    with tempfile.TemporaryDirectory() as folder:
        out = {}
        for volume in shuffled:
            file = Path(folder) / f"{chance.getrandbits(64):016x}.xml"
            file.write_bytes(volume.content)
            edition = Edition(file.name, hashlib.sha256(volume.content).hexdigest(), survey(file))
            out[volume.name] = Read(volume, tuple(document_of(each, edition) for each in divisions(file)))
    return [out[volume.name] for volume in volumes]


def said(document: Document) -> list[Said]:
    """The persons of a record, in the letters of its page."""
    text = document.pages[0].text
    letters = [0, *accumulate(not c.isspace() for c in text)]
    out = []
    for mention in document.mentions:
        ink = next((each for each in mention.evidence if isinstance(each, Ink)), None)
        if mention.kind is not NamedKind.PERSON or ink is None:
            continue
        first = mention.candidates[0].entity if mention.candidates else None
        place = letters[ink.span.start], letters[ink.span.end]
        out.append(Said(*place, mention.text, _bare(mention.entity), _bare(first)))
    return out


def _bare(entity: str | None) -> str | None:
    return entity.removeprefix("person:") if entity is not None else None


def linked(documents: Iterable[Document], authority: Authority) -> tuple[list[Document], float]:
    """The records with their links, as one collection; and the processor's seconds for it."""
    held = list(documents)
    begun = time.process_time()
    people = People(met for each in held for met in acquaintances(each, authority))
    out = [link_mentions(each, authority, people) for each in held]
    return out, time.process_time() - begun


def measured(volumes: Sequence[Read], authority: Authority, world: frozenset[str]) -> tuple[Figures, float]:
    """All measures over these volumes; and the processor's seconds for a thousand papers linked."""
    figures = Figures()
    whole, seconds = linked((each for volume in volumes for each in volume.documents), authority)
    rest = iter(whole)
    for one in volumes:
        for paper in sound(one.volume.papers, one.volume.persons):
            figures.add(score(one.volume.name, paper, said(next(rest)), one.volume.surnames, world))
        figures.add(ambiguous(one))
    return figures, 1000 * seconds / max(1, len(whole))


def ambiguous(one: Read) -> Figures:
    """Among namesakes of the volume's own list, with that list as the only authority."""
    figures = Figures()
    shared = shared_surnames(one.volume.persons)
    papers = sound(one.volume.papers, one.volume.persons)
    usual = commonest(papers, shared)
    documents, _ = linked(one.documents, Authority((), over=authority_of(map(entity, one.volume.persons))))
    for paper, document in zip(papers, documents, strict=True):
        figures.add(score_ambiguous(one.volume.name, paper, said(document), shared, usual))
    return figures


def entity(listed: Listed) -> Entity:
    """A person of a volume's list as an entity."""
    return Entity(listed.local, NamedKind.PERSON, listed.name, "the volume's list of persons", about=listed.about)


def by_kind(misses: Iterable[str]) -> Iterator[str]:
    """The misses, each kind together."""
    yield from sorted(misses, key=lambda each: re.split(r"\t", each)[0])
