"""The one door to Onionskin: papers as they are taken in, and the statements of each as places in what is printed."""

from __future__ import annotations

import gc
import time
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path

from bench.ledger.truth import Paper, Told, Words
from bench.noise.confusions import Part
from bench.noise.model import noisy
from bench.search.passages import WORD
from bench.truth.choose import Pair
from onionskin.editions.documents import Edition, document_of
from onionskin.editions.volume import divisions, survey
from onionskin.ledger.clause_signs import Heard
from onionskin.ledger.dispositions import dispositions_of
from onionskin.ledger.extracting import statements_of
from onionskin.ledger.pledged import told_of
from onionskin.ledger.quoting import quoted
from onionskin.ledger.scene import Told as ByRule
from onionskin.ledger.sides import scene_of, sides_of
from onionskin.record.document import Document
from onionskin.record.span import Span
from onionskin.record.statements import Place, Statement


def volume(path: Path) -> Iterator[tuple[Pair, Document]]:
    """The papers of a volume of FRUS."""
    edition = Edition(path.name, "0" * 64, survey(path))
    for division in divisions(path):
        yield (path.stem, division.name), document_of(division, edition)


def taken_in(data: Path, pairs: Sequence[Pair]) -> dict[Pair, Document]:
    """The papers that are asked for, as records."""
    volumes = sorted({name for name, _ in pairs})
    return {
        pair: document for name in volumes for pair, document in volume(data / "frus" / f"{name}.xml") if pair in pairs
    }


@dataclass(frozen=True, slots=True)
class Read:
    """What was found in a paper, in the numbers of the printed words."""

    told: tuple[Told, ...]
    statements: tuple[Statement, ...]


def read(document: Document, printed: Paper, rate: float = 0.0, part: Part = "score") -> Read:
    """The statements of a paper, after damage of so many of its characters where `rate` is above 0.

    Of a damaged paper no name and no reference is known beside its text.
    """
    back: dict[int, tuple[int, ...]] = {}
    clean = {each.n: each.text for each in document.text.paragraphs}
    if rate:
        hurt = {n: noisy(text, rate, part, f"{document.id}/{n}") for n, text in clean.items()}
        back = {n: each.back for n, each in hurt.items()}
        after = tuple(replace(each, text=hurt[each.n].text) for each in document.text.paragraphs)
        document = replace(document, mentions=(), references=(), text=replace(document.text, paragraphs=after))
    found = statements_of(document)
    where, scene = _Where(clean, printed, back), scene_of(document)
    return Read(tuple(replace(_told(each, where), side=sides_of(each, scene)[0]) for each in found), found)


def heard(document: Document, printed: Paper) -> list[tuple[Heard, Words]]:
    """The clauses of a paper, whatever they are told to be, each with its words."""
    clauses: list[Heard] = []

    def note(each: Heard) -> ByRule | None:
        clauses.append(each)
        return each.told

    statements_of(document, note)
    where = _Where({each.n: each.text for each in document.text.paragraphs}, printed, {})
    return [(each, where.words(_quote(each))) for each in clauses]


def _quote(heard: Heard) -> Place:
    t, clause = heard.tokens, heard.clause
    start, end = quoted(t, clause.start, clause.end, heard.analysis)
    return Place(heard.paragraph, Span(t.starts[start], t.ends[end - 1]))


def disposed(document: Document, printed: Paper) -> tuple[tuple[str, Words, Words], ...]:
    """What a paper tells of proposals: what became of it, the words that tell it and those that name the proposal."""
    where = _Where({each.n: each.text for each in document.text.paragraphs}, printed, {})
    return tuple(
        (each.disposition.value, where.words(each.at), where.words(each.of) if each.of else frozenset())
        for each in dispositions_of(document)
    )


def kept(document: Document, printed: Paper) -> tuple[tuple[str, Words, Words], ...]:
    """What a paper tells of commitments: kept or broken with the words of the statement, and how they are verified."""
    texts = {each.n: each.text for each in document.text.paragraphs}
    where = _Where(texts, printed, {})
    found = []
    for each in statements_of(document):
        answer = told_of(each)
        if answer is not None:
            found.append((answer[0].value, where.words(each.at), frozenset[int]()))
        at = texts[each.at.paragraph].find(each.verified, each.at.span.start) if each.verified else -1
        if each.verified and at >= 0:
            found.append(
                ("verified", where.words(Place(each.at.paragraph, Span(at, at + len(each.verified)))), frozenset())
            )
    return tuple(found)


def seconds(documents: Sequence[Document]) -> float:
    """The processor time that the statements of these papers take.

    What the bench keeps besides is not gone through for garbage meanwhile: it made two thirds of the pace of it.
    """
    gc.collect()
    gc.freeze()
    try:
        start = time.process_time()
        for each in documents:
            statements_of(each)
        return time.process_time() - start
    finally:
        gc.unfreeze()


class _Where:
    """From places in a record's paragraphs to the numbers of the printed words."""

    def __init__(self, clean: dict[int, str], printed: Paper, back: dict[int, tuple[int, ...]]) -> None:
        self._back = back
        self._ends: dict[int, tuple[list[int], list[int], int]] = {}
        words: list[str] = []
        for n, text in clean.items():
            found = list(WORD.finditer(text))
            self._ends[n] = [each.start() for each in found], [each.end() for each in found], len(words)
            words += [each[0].lower() for each in found]
        matcher = SequenceMatcher(None, words, printed.words, autojunk=False)
        self._printed = {
            ours + i: theirs + i for ours, theirs, size in matcher.get_matching_blocks() for i in range(size)
        }

    def words(self, place: Place) -> Words:
        """The printed words that stand there."""
        start, end = place.span.start, place.span.end
        if place.paragraph in self._back:
            back = self._back[place.paragraph]
            start, end = back[start], back[end]
        starts, ends, before = self._ends[place.paragraph]
        first, last = bisect_left(ends, start + 1), bisect_left(starts, end)
        return frozenset(self._printed[before + i] for i in range(first, last) if before + i in self._printed)


def _told(statement: Statement, where: _Where) -> Told:
    return Told(
        types=(statement.type.value,),
        words=where.words(statement.at),
        polarity=statement.polarity.value if statement.polarity else None,
        strength=statement.strength.value if statement.strength else None,
        when=frozenset().union(*(where.words(each.at) for each in statement.conditions)),
        party=statement.party,
        counterpart=" ".join(statement.counterpart) or None,
        rule=statement.rule.partition(":")[0],
    )
