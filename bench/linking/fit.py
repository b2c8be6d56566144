"""Fits the weights of `linking.persons_weighing` to the marks of volumes; prints them as the module has them.

    python -m bench.linking.fit VOLUME.xml ...

Only volumes for building may be given (README). A mention that is marked teaches who is meant, or that the authority
lacks him; one that is no person's teaches that nobody is. Each name of a paper teaches once, and twice over: with all
papers as its collection, and as a paper of its own. The likelihood of the choice among all candidates and nobody is
made as great as it can be, with a small pull toward nought.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.edited import DATA
from bench.linking.contradicted import sound
from bench.linking.persons import Read, read, said
from bench.linking.scoring import paired
from bench.linking.stripping import Paper, read_identities, read_surnames, strip, surname_of
from onionskin.linking.authorities.register import Authority, shipped
from onionskin.linking.people import NOBODY, People, month_of
from onionskin.linking.persons import acquaintances, weighed_names
from onionskin.linking.persons_known import with_known_names
from onionskin.linking.persons_paper import day_of, paper_of
from onionskin.linking.persons_weighing import WEIGHTS
from onionskin.record.document import Document
from onionskin.record.named import NamedKind

SIGNS = tuple(WEIGHTS)
PULL = 0.0002
STEPS, PACE = 600, 0.5

Example = tuple[NDArray[np.float64], int]
"""A row of signs for each candidate, the last row nobody's; and which of them is right."""


def examples(volumes: Sequence[Read], authority: Authority, world: frozenset[str]) -> Iterator[Example]:
    """What the marks teach."""
    documents = [each for volume in volumes for each in volume.documents]
    people = People(met for each in documents for met in acquaintances(each, authority))
    rest = iter(documents)
    for volume in volumes:
        surnames = volume.volume.surnames | world
        for paper in sound(volume.volume.papers, volume.volume.persons):
            document = next(rest)
            document = with_known_names(document, people, month_of(day_of(document)), authority)
            for known in (people, NOBODY):
                yield from _of_paper(paper, document, authority, known, surnames)


def _of_paper(
    paper: Paper, document: Document, authority: Authority, people: People, surnames: frozenset[str]
) -> Iterator[Example]:
    weighed = {
        id(named.mention): (named, those) for named, those in weighed_names(paper_of(document), authority, people)
    }
    mentions = [each for each in document.mentions if each.kind is NamedKind.PERSON]
    places = said(document)
    taught = set()
    for mark, find in paired(paper.marks, places):
        if find is None or (mark is None and surname_of(find.words) in surnames):
            continue
        named, those = weighed[id(mentions[places.index(find)])]
        person = mark.person if mark is not None else None
        if (mark is not None and person is None) or not those or (named.key, person) in taught:
            continue
        taught.add((named.key, person))
        matrix = np.array([[each.signs.get(sign, 0.0) for sign in SIGNS] for each in those] + [[0.0] * len(SIGNS)])
        right = (n for n, each in enumerate(those) if each.match.entity.id == f"person:{person}")
        yield matrix, next(right, len(those))


def fitted(taught: Sequence[Example]) -> tuple[NDArray[np.float64], float, float]:
    """The weights, that of nobody, and the mean likelihood."""
    widest = max(len(matrix) for matrix, _ in taught)
    signs = np.zeros((len(taught), widest, len(SIGNS) + 1))
    there = np.zeros((len(taught), widest), dtype=bool)
    for n, (matrix, right) in enumerate(taught):
        order = [right, *(i for i in range(len(matrix)) if i != right)]
        signs[n, : len(matrix), :-1] = matrix[order]
        signs[n, order.index(len(matrix) - 1), -1] = 1.0
        there[n, : len(matrix)] = True
    weights = np.zeros(len(SIGNS) + 1)
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    likelihood = 0.0
    for step in range(1, STEPS + 1):
        sums = np.where(there, signs @ weights, -np.inf)
        parts = np.exp(sums - sums.max(axis=1, keepdims=True))
        parts /= parts.sum(axis=1, keepdims=True)
        likelihood = float(np.log(parts[:, 0] + 1e-12).mean())
        slope = (signs[:, 0] - np.einsum("nk,nkf->nf", parts, signs)).mean(axis=0) - PULL * weights
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope**2
        weights += PACE * 0.1 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-9)
    return weights[:-1], float(weights[-1]), likelihood


def main(argv: Sequence[str]) -> int:
    """Prints the weights."""
    identities = read_identities(DATA)
    volumes = read([strip(Path(file), identities) for file in argv])
    taught = list(examples(volumes, shipped(), read_surnames(DATA)))
    weights, nobody, likelihood = fitted(taught)
    print(f"{len(taught)} mentions, mean log likelihood {likelihood:.4f}")
    print("WEIGHTS = {", *(f'    "{s}": {w:.2f},' for s, w in zip(SIGNS, weights, strict=True)), "}", sep="\n")
    print(f"NOBODY_KNOWN = {nobody:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
