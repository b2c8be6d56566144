"""Links, corrections, doubts and decisions in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from onionskin.cli.wording import paper_in_words
from onionskin.record.apparatus import Correction, Doubt, Emendation
from onionskin.record.decisions import Decision, Fate
from onionskin.record.document import Document
from onionskin.record.references import EntityCandidate, Mention, Reference, SameAs
from onionskin.workbench import Collection, entity_names, rows

Lines = Iterator[tuple[str, str]]
Candidate = tuple[str, float, tuple[str, ...]]
"""What could be meant, its score, and why."""
Known = Mapping[str, str]
"""What the records and entities are that a paper leads to, in words, by their ids."""


def known_to(collection: Collection, paper: Document) -> Known:
    """What the records and entities are that a paper leads to or could lead to, as far as they may be shown."""
    resolved = [reference.resolved for reference in paper.references]
    ids = [record for each in resolved for record in (each.record, *(c.record for c in each.candidates)) if record]
    found = rows(collection, (*ids, *(each.record for each in paper.same_as)))
    papers = {record: f"{row.date[:10] or 'undated'} {paper_in_words(row)}" for record, row in found.items()}
    meant = (each for m in paper.mentions for each in (m.entity, *(c.entity for c in m.candidates or ())) if each)
    return papers | entity_names(collection.settings, meant)


def apparatus_in_words(paper: Document, known: Known) -> Lines:
    """All of a paper, each with the pointer by which `explain` and `decide` take it, candidates beneath."""
    for key, held in _parts(paper):
        for at, each in enumerate(held):
            yield from part_in_words(each, f"/{key}/{at}", known)
    yield from names_in_words(paper.mentions, known)
    for decision in paper.decisions:
        yield "decision", decision_in_words(decision)


def _parts(paper: Document) -> Iterator[tuple[str, Sequence[Reference | SameAs | Emendation | Correction | Doubt]]]:
    yield "same_as", paper.same_as
    yield "references", paper.references
    yield "corrections", paper.corrections
    yield "emendations", paper.emendations
    yield "doubts", paper.doubts


def part_in_words(
    part: Reference | SameAs | Emendation | Correction | Doubt | Mention, pointer: str, known: Known
) -> Lines:
    """What one part says, and under it what it could be, the likeliest first."""
    match part:
        case Reference(resolved=resolved):
            led = f" to {_called(resolved.record, known)}" if resolved.record else ""
            yield "refers to", f"{part.text} ({part.kind}, {resolved.state}{led})  {pointer}"
            among = ((each.record, each.score, each.reasons) for each in resolved.candidates)
            yield from _meant(resolved.record, among, known)
        case SameAs(relation=relation):
            name = relation.replace("-", " ")
            yield (
                name,
                f"{_called(part.record, known)} ({part.state}, {part.score:.2f}): {'; '.join(part.reasons)}  {pointer}",
            )
        case Emendation():
            why = f"({part.state}, {part.confidence:.2f}): {part.reason}"
            yield "emendation", f"{part.from_} -> {part.to} {why}  {pointer}"
        case Correction(reason=reason):
            why = f": {reason}" if reason else ""
            read = (
                f"{part.from_} -> {part.to} (the machine misread it)" if part.from_ else f"{part.to} (it was not read)"
            )
            yield "correction", f"{read}{why}  {pointer}"
        case Doubt(about=about):
            state = f" ({part.state}{f': {part.value}' if part.value else ''})" if part.state else ""
            yield "doubt", f"{about}{state}: {part.reason}  {pointer}"
            yield from _candidates((each.value, each.score, each.reasons) for each in part.candidates)
        case Mention(entity=entity):
            yield "names", f"{part.text} ({part.kind}{f', {_called(entity, known)}' if entity else ''})  {pointer}"
            yield from _meant(
                entity, ((each.entity, each.score, each.reasons) for each in part.candidates or ()), known
            )


def names_in_words(mentions: Sequence[Mention], known: Known) -> Lines:
    """The names that mean somebody or could mean several, each with what it means once; the others are left out."""
    told: dict[tuple[str, str | None, tuple[EntityCandidate, ...]], tuple[Mention, str, int]] = {}
    for at, each in enumerate(mentions):
        if each.entity or each.candidates:
            key = (each.text, each.entity, each.candidates or ())
            first, pointer, times = told.get(key, (each, f"/mentions/{at}", 0))
            told[key] = (first, pointer, times + 1)
    for first, pointer, times in told.values():
        more = f" and {times - 1} more" if times > 1 else ""
        yield from part_in_words(first, pointer + more, known)


def decision_in_words(decision: Decision) -> str:
    """`link reference to os-54t9q, by A. Clerk, 2026-03-01: the day fits`; one that is adrift says so and why."""
    quote = f" “{decision.quote.exact}”" if decision.quote else ""
    if decision.patch:
        quote = f" on page {decision.patch.page}, at {decision.patch.box.left}, {decision.patch.box.top}"
    to = f" to {decision.to}" if decision.to else ""
    told = f"{decision.verb} {decision.about}{quote}{to}, by {decision.author}, {decision.at[:10]}"
    if decision.state is not Fate.STANDING:
        told += f" ({decision.state}{f': {decision.note}' if decision.note else ''})"
    return told + (f": {decision.reason}" if decision.reason else "")


def _meant(chosen: str | None, among: Iterable[Candidate], known: Known) -> Lines:
    """Why the one that is meant is, or what could be."""
    if chosen is None:
        yield from _candidates((_called(what, known), score, reasons) for what, score, reasons in among)
        return
    for what, score, reasons in among:
        if what == chosen and reasons:
            yield "because", f"{'; '.join(reasons)} ({score:.2f})"


def _called(record: str, known: Known) -> str:
    return f"{record}, {known[record]}" if record in known else record


def _candidates(candidates: Iterable[Candidate]) -> Lines:
    for number, (what, score, reasons) in enumerate(sorted(candidates, key=lambda each: -each[1]), 1):
        yield f"could be ({number})", f"{score:.2f} {what}: {'; '.join(reasons)}".removesuffix(": ")
