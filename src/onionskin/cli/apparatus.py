"""Links, corrections, doubts and decisions in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from onionskin.record.apparatus import Correction, Doubt, Emendation
from onionskin.record.decisions import Decision, Fate
from onionskin.record.document import Document
from onionskin.record.references import EntityCandidate, Mention, Reference, SameAs

Lines = Iterator[tuple[str, str]]


def apparatus_in_words(paper: Document) -> Lines:
    """All of a paper, each with the pointer by which `explain` and `decide` take it, candidates beneath."""
    for key, held in _parts(paper):
        for at, each in enumerate(held):
            yield from part_in_words(each, f"/{key}/{at}")
    yield from names_in_words(paper.mentions)
    for decision in paper.decisions:
        yield "decision", decision_in_words(decision)


def _parts(paper: Document) -> Iterator[tuple[str, Sequence[Reference | SameAs | Emendation | Correction | Doubt]]]:
    yield "same_as", paper.same_as
    yield "references", paper.references
    yield "corrections", paper.corrections
    yield "emendations", paper.emendations
    yield "doubts", paper.doubts


def part_in_words(part: Reference | SameAs | Emendation | Correction | Doubt | Mention, pointer: str) -> Lines:
    """What one part says, and under it what it could be, the likeliest first."""
    match part:
        case Reference(resolved=resolved):
            led = f" to {resolved.record}" if resolved.record else ""
            yield "refers to", f"{part.text} ({part.kind}, {resolved.state}{led})  {pointer}"
            if resolved.record is None:
                yield from _candidates((each.record, each.score, each.reasons) for each in resolved.candidates)
            else:
                chosen = (each for each in resolved.candidates if each.record == resolved.record)
                yield from _candidates((each.record, each.score, each.reasons) for each in chosen)
        case SameAs(relation=relation):
            name = relation.replace("-", " ")
            yield name, f"{part.record} ({part.state}, {part.score:.2f}): {'; '.join(part.reasons)}  {pointer}"
        case Emendation():
            why = f"({part.state}, {part.confidence:.2f}): {part.reason}"
            yield "emendation", f"{part.from_} -> {part.to} {why}  {pointer}"
        case Correction(reason=reason):
            why = f": {reason}" if reason else ""
            yield "correction", f"{part.from_} -> {part.to} (the machine misread it){why}  {pointer}"
        case Doubt(about=about):
            state = f" ({part.state}{f': {part.value}' if part.value else ''})" if part.state else ""
            yield "doubt", f"{about}{state}: {part.reason}  {pointer}"
            yield from _candidates((each.value, each.score, each.reasons) for each in part.candidates)
        case Mention(entity=entity):
            yield "names", f"{part.text} ({part.kind}{f', {entity}' if entity else ''})  {pointer}"
            yield from _candidates((each.entity, each.score, each.reasons) for each in part.candidates or ())


def names_in_words(mentions: Sequence[Mention]) -> Lines:
    """The names that mean somebody or could mean several, each with what it means once; the others are left out."""
    told: dict[tuple[str, str | None, tuple[EntityCandidate, ...]], tuple[Mention, str, int]] = {}
    for at, each in enumerate(mentions):
        if each.entity or each.candidates:
            key = (each.text, each.entity, each.candidates or ())
            first, pointer, times = told.get(key, (each, f"/mentions/{at}", 0))
            told[key] = (first, pointer, times + 1)
    for first, pointer, times in told.values():
        more = f" and {times - 1} more" if times > 1 else ""
        yield from part_in_words(first, pointer + more)


def decision_in_words(decision: Decision) -> str:
    """`link reference to os-54t9q, by A. Clerk, 2026-03-01: the day fits`; one that is adrift says so and why."""
    quote = f" “{decision.quote.exact}”" if decision.quote else ""
    to = f" to {decision.to}" if decision.to else ""
    told = f"{decision.verb} {decision.about}{quote}{to}, by {decision.author}, {decision.at[:10]}"
    if decision.state is not Fate.STANDING:
        told += f" ({decision.state}{f': {decision.note}' if decision.note else ''})"
    return told + (f": {decision.reason}" if decision.reason else "")


def _candidates(candidates: Iterable[tuple[str, float, tuple[str, ...]]]) -> Lines:
    for number, (what, score, reasons) in enumerate(sorted(candidates, key=lambda each: -each[1]), 1):
        yield f"  {number}", f"{score:.2f} {what}: {'; '.join(reasons)}".removesuffix(": ")
